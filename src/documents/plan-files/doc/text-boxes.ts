import { positionsOf, type WordFile } from "./word-file";

const SHAPE = 26;
const BOX = 22;
/** Offset of the shape's id in a text box entry. */
const SHAPE_OF_BOX = 14;

/** The ranges of text of the text boxes, by the character of the main text that each is anchored to. */
export function textBoxes(file: WordFile): Map<number, { start: number; end: number }> {
  const { main, footnotes, headers, macros, comments, endnotes, textBoxes: length } = file.lengths;
  const first = main + footnotes + headers + macros + comments + endnotes;
  const boxes = file.part("textBoxes");
  const list = positionsOf(boxes, BOX);
  const byShape = new Map<number, { start: number; end: number }>();
  for (let k = 0; k + 1 < list.positions.length; k++) {
    const [start, end] = [list.positions[k]!, Math.min(length, list.positions[k + 1]!)];
    if (end > start) byShape.set(boxes.u32(list.entry(k) + SHAPE_OF_BOX), { start: first + start, end: first + end });
  }
  const shapes = file.part("shapes");
  const anchors = positionsOf(shapes, SHAPE);
  const found = new Map<number, { start: number; end: number }>();
  for (let k = 0; k + 1 < anchors.positions.length; k++) {
    const shape = shapes.u32(anchors.entry(k));
    const box = byShape.get(shape);
    // Use each box once: a damaged list could repeat one without end.
    byShape.delete(shape);
    if (box) found.set(anchors.positions[k]!, box);
  }
  return found;
}
