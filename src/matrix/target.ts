import type { Op } from "../plan/model";

/**
 * 目标 as the text of a cell, both ways. The cell's own text is what is judged, by the formulas and by TypeScript alike,
 * so what people see is what counts.
 */
export interface Target {
  op: Op;
  /** The number compared with; the lower end of a range. */
  value: number;
  /** Upper end of a range. */
  max?: number;
}

/** The mark before the number; `—` between the ends makes a range. */
const marks: Readonly<Record<Op, string>> = { ">=": "≥", ">": ">", "<=": "≤", "<": "<", "~": "约", "=": "=", range: "" };

/** Whole marks that people type, longest first. A number without a mark means "at least". */
const typedMarks: readonly (readonly [mark: string, op: Op])[] = [
  [">=", ">="], ["＞=", ">="], ["<=", "<="], ["＜=", "<="], ["≥=", ">="], ["≤=", "<="],
  ["≥", ">="], ["≤", "<="], [">", ">"], ["＞", ">"], ["<", "<"], ["＜", "<"], ["约", "~"], ["=", "="], ["＝", "="],
];

/** Characters with which a typed mark may begin; the formula looks for the same. */
export const markCharacters = "≥>≤<约=＞＜＝";
export const ceilingCharacters = "≤<＜";
export const strictCharacters = "<>＜＞";
export const exactCharacters = "=＝";
export const aboutCharacter = "约";
/** What may stand between the ends of a range. */
export const rangeDashes: readonly string[] = ["—", "-", "～", "–"];

/** `≥50`, `>3`, `≤5`, `<5`, `约1100`, `1—2`, `=5`. */
export function formatTarget({ op, value, max }: Target): string {
  if (op === "range") return max === undefined ? `≥${plain(value)}` : `${plain(value)}—${plain(max)}`;
  return marks[op] + plain(value);
}

/** Digits without exponent, as people write them. */
function plain(value: number): string {
  const text = String(value);
  return /e/i.test(text) && Number.isFinite(value) ? BigInt(Math.round(value)).toString() : text;
}

export type ReadTarget = { kind: "target"; target: Target } | { kind: "none" } | { kind: "unreadable" };

/**
 * Reads a 目标 cell. `none`: it promises no number (empty, or words only). `unreadable`: it holds digits but not a
 * target. The measure (计量单位) may follow the number and is dropped; so are spaces and thousands commas.
 */
export function parseTarget(cell: unknown, measure: unknown = ""): ReadTarget {
  const text = typeof cell === "number" ? String(cell) : typeof cell === "string" ? trimSpaces(cell) : "";
  if (!/[0-9]/.test(text)) return { kind: "none" };
  const [mark, op] = typedMarks.find(([typed]) => text.startsWith(typed)) ?? ["", ">=" as Op];
  let body = text.slice(mark.length, mark.length + longestTarget);
  const unit = String(measure ?? "");
  if (unit !== "") body = body.split(unit).join("");
  body = body.replace(/[,， 　]/g, "");
  const ends = body.split(new RegExp(`[${rangeDashes.map((dash) => (dash === "-" ? "\\-" : dash)).join("")}]`));
  const value = plainNumber(ends[0]!);
  if (value === undefined) return { kind: "unreadable" };
  if (ends.length === 1) return { kind: "target", target: { op, value } };
  const max = plainNumber(ends[1]!);
  return { kind: "target", target: { op: mark === "" ? "range" : op, value, ...(max === undefined ? {} : { max }) } };
}

/** How many characters after the mark are read, and the widest that one end of a range may be. */
export const longestTarget = 40;

function trimSpaces(text: string): string {
  return text.replace(/^ +| +$/g, "");
}

function plainNumber(text: string): number | undefined {
  return /^\d{1,15}(\.\d{1,9})?$/.test(text) ? Number(text) : undefined;
}
