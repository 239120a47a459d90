import type { XmlElement } from "../../package/xml";
import { transformPoint, type Matrix } from "../fixed-layout/matrix";
import { addRulings, rulingsAlong, type Point } from "../fixed-layout/rulings";
import { quarterTurns, type PlacedText, type Ruling } from "../fixed-layout/page";

/** The texts and ruling lines of a page or template, in millimetres from its upper left corner. */
export interface PageObjects {
  texts: { text: PlacedText; turn: number }[];
  rulings: Ruling[];
}

/** In millimetres: a filled area at most this thin is a line. */
const MAX_THICKNESS = 0.9;
const MAX_SLANT = 0.4;
const MAX_DEPTH = 50;

/** Collects texts and ruling lines from a page's content, in drawing order. */
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

/**
 * The transformation from an object's coordinates to the page: its matrix (CTM), then its place on the page (Boundary).
 */
function matrixOf({ attributes }: XmlElement): Matrix {
  const [left = 0, top = 0] = numbersOf(attributes.Boundary);
  const matrix = numbersOf(attributes.CTM);
  const [a, b, c, d, e, f] = (matrix.length === 6 ? matrix : [1, 0, 0, 1, 0, 0]) as unknown as Matrix;
  return [a, b, c, d, left + e, top + f];
}

function textsOf(object: XmlElement): PageObjects["texts"] {
  if (object.attributes.Visible === "false") return [];
  const matrix = matrixOf(object);
  const scale = Math.hypot(matrix[0], matrix[1]) || 1;
  const size = (Number(object.attributes.Size) || 1) * scale;
  const turn = quarterTurns(matrix[0], matrix[1]);
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
    const [left, baseline] = transformPoint(matrix, x, y);
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
 * Decodes steps from one character to the next: in `5.7 g 2 5.8`, `g` precedes a count and the step it repeats.
 * @param characters the number of characters; more steps are ignored
 */
function deltasOf(deltas: string | undefined, characters: number): number[] {
  const words = (deltas ?? "")
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

/** The ruling lines of a path (`M x y L x y … C`): straight parts, and thin filled areas. */
function linesOf(object: XmlElement): Ruling[] {
  const isFilled = object.attributes.Fill === "true";
  const isStroked = object.attributes.Stroke !== "false";
  const path =
    object.children
      .find(({ name }) => name === "AbbreviatedData")
      ?.text.trim()
      .split(/\s+/) ?? [];
  const matrix = matrixOf(object);
  const parts: Point[][] = [];
  for (let k = 0; k < path.length;) {
    const operator = path[k++]!;
    const coordinates: number[] = [];
    while (k < path.length && !/^[A-Za-z]$/.test(path[k]!)) coordinates.push(Number(path[k++]) || 0);
    if (operator === "S" || operator === "M" || parts.length === 0) parts.push([]);
    const part = parts.at(-1)!;
    if (coordinates.length >= 2) part.push(transformPoint(matrix, coordinates.at(-2)!, coordinates.at(-1)!));
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
