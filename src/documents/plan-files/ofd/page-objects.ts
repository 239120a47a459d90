import type { XmlElement } from "../../package/xml";
import { addRulings, rulingsAlong, type Point } from "../fixed-layout/rulings";
import { quarterTurns, type PlacedText, type Ruling } from "../fixed-layout/page";

/** What a page or a template draws; millimetres from its upper left corner. */
export interface PageObjects {
  texts: { text: PlacedText; turn: number }[];
  rulings: Ruling[];
}

/** Millimetres: a filled area so thin is a line. */
const MAX_THICKNESS = 0.9;
const MAX_SLANT = 0.4;
const MAX_DEPTH = 50;

type Matrix = readonly number[];

/** Text and lines of a page's content, in the order in which they are drawn. */
export function pageObjects(content: XmlElement | undefined): PageObjects {
  const found: PageObjects = { texts: [], rulings: [] };
  collect(content, found, 0);
  return found;
}

function collect(content: XmlElement | undefined, found: PageObjects, depth: number): void {
  for (const element of depth > MAX_DEPTH ? [] : (content?.children ?? [])) {
    if (element.name === "TextObject") found.texts.push(...textsOf(element));
    else if (element.name === "PathObject") addRulings(found.rulings, linesOf(element));
    else if (element.name === "Layer" || element.name === "PageBlock") collect(element, found, depth + 1);
  }
}

const numbersOf = (text: string | undefined): number[] =>
  (text ?? "")
    .trim()
    .split(/\s+/)
    .map(Number)
    .filter((value) => !Number.isNaN(value));

function frameOf({ attributes }: XmlElement): { left: number; top: number; matrix: Matrix } {
  const [left = 0, top = 0] = numbersOf(attributes.Boundary);
  const matrix = numbersOf(attributes.CTM);
  return { left, top, matrix: matrix.length === 6 ? matrix : [1, 0, 0, 1, 0, 0] };
}

const placeOf = ({ left, top, matrix: m }: ReturnType<typeof frameOf>, x: number, y: number): Point => [
  left + m[0]! * x + m[2]! * y + m[4]!,
  top + m[1]! * x + m[3]! * y + m[5]!,
];

function textsOf(object: XmlElement): PageObjects["texts"] {
  if (object.attributes.Visible === "false") return [];
  const frame = frameOf(object);
  const scale = Math.hypot(frame.matrix[0]!, frame.matrix[1]!) || 1;
  const size = (Number(object.attributes.Size) || 1) * scale;
  const turn = quarterTurns(frame.matrix[0]!, frame.matrix[1]!);
  const texts: PageObjects["texts"] = [];
  let [x, y] = [0, 0];
  for (const code of object.children.filter(({ name }) => name === "TextCode")) {
    [x, y] = [Number(code.attributes.X ?? x) || 0, Number(code.attributes.Y ?? y) || 0];
    const count = [...code.text].length;
    const steps = deltasOf(code.attributes.DeltaX, count);
    const last = steps.at(-1) ?? size / scale;
    const advance = Array.from({ length: Math.max(0, count - 1) }, (_, k) => steps[k] ?? last).reduce(
      (sum, step) => sum + step,
      0,
    );
    const [left, baseline] = placeOf(frame, x, y);
    if (code.text !== "")
      texts.push({
        turn,
        text: {
          text: code.text,
          x: left,
          y: baseline,
          width: (advance + (isWide(code.text) ? 1 : 0.5) * (size / scale)) * scale,
          size,
        },
      });
    x += advance + size / scale;
  }
  return texts;
}

const isWide = (text: string): boolean => /[^\0-\xff]$/.test(text);

/**
 * `5.7 g 2 5.8`: steps from one character to the next, `g` giving a count and the step that is repeated; as many as
 * there are characters.
 */
function deltasOf(said: string | undefined, characters: number): number[] {
  const words = (said ?? "")
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "");
  const steps: number[] = [];
  for (let k = 0; k < words.length && steps.length < characters; k++) {
    if (words[k] !== "g") steps.push(Number(words[k]) || 0);
    else {
      const count = Math.min(Math.max(0, Number(words[k + 1]) || 0), characters);
      for (let n = 0; n < count; n++) steps.push(Number(words[k + 2]) || 0);
      k += 2;
    }
  }
  return steps;
}

/** The straight lines of a path (`M x y L x y … C`), and thin filled areas as lines. */
function linesOf(object: XmlElement): Ruling[] {
  const isFilled = object.attributes.Fill === "true";
  const isStroked = object.attributes.Stroke !== "false";
  const path =
    object.children
      .find(({ name }) => name === "AbbreviatedData")
      ?.text.trim()
      .split(/\s+/) ?? [];
  const frame = frameOf(object);
  const parts: Point[][] = [];
  for (let k = 0; k < path.length;) {
    const operator = path[k++]!;
    const coordinates: number[] = [];
    while (k < path.length && !/^[A-Za-z]$/.test(path[k]!)) coordinates.push(Number(path[k++]) || 0);
    if (operator === "S" || operator === "M" || parts.length === 0) parts.push([]);
    const part = parts.at(-1)!;
    if (coordinates.length >= 2) part.push(placeOf(frame, coordinates.at(-2)!, coordinates.at(-1)!));
    else if (operator === "C" && part.length > 0) part.push(part[0]!);
  }
  const rulings: Ruling[] = [];
  for (const points of parts)
    addRulings(
      rulings,
      rulingsAlong(points, { isStroked, isFilled, maxThickness: MAX_THICKNESS, maxSlant: MAX_SLANT }),
    );
  return rulings;
}
