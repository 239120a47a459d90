import { headingNumber, NUMERAL_CHARS } from "../numerals";

/** A number that opens an item of the plan: `一、`, `（二）`, `3.`, `第四条`. Offsets are cleaned ones. */
export interface Marker {
  /** Two markers of one style stand on one level unless one stands inside the other. */
  style: string;
  /** The number as a path shows it: brackets half-width, the mark after it dropped. */
  label: string;
  value: number;
  start: number;
  /** Where the item's title begins. */
  end: number;
}

interface MarkerShape {
  style: string;
  /** Sticky; group 1 is the label, group 2 the numeral. */
  pattern: RegExp;
  /** May also stand inside a line, when line breaks are lost. */
  inLine: boolean;
  /** Number from the numeral's text; the default reads Chinese and Arabic numerals. */
  value?: (numeral: string) => number | undefined;
}

const N = `[${NUMERAL_CHARS}]{1,5}`;
/** 专栏: a box set beside the items; it belongs to none of them. */
export const BOX_STYLE = "专栏";
/** What may follow a number in brackets and is dropped with it. */
const TRAIL = "[、.．:]?";

/**
 * Every numbering style that is read, in order of trial. Text is cleaned, so brackets, digits, colons and full stops
 * between digits are half-width here.
 */
const SHAPES: readonly MarkerShape[] = [
  { style: "第章", pattern: new RegExp(`(第(${N}|\\d{1,3})[章篇])[、.:]?`, "y"), inLine: true },
  { style: "第部分", pattern: new RegExp(`(第(${N}|\\d{1,3})部分)[、.:]?`, "y"), inLine: true },
  { style: "第节", pattern: new RegExp(`(第(${N}|\\d{1,3})节)[、.:]?`, "y"), inLine: true },
  { style: "第条", pattern: new RegExp(`(第(${N}|\\d{1,3})条)[、.:]?`, "y"), inLine: true },
  { style: "(一)", pattern: new RegExp(`(\\((${N})\\))${TRAIL}`, "y"), inLine: true },
  { style: "(一)", pattern: new RegExp(`((${N})\\))${TRAIL}`, "y"), inLine: false },
  { style: "一", pattern: new RegExp(`((${N}))[、.](?!${N}[、.])`, "y"), inLine: true },
  { style: "(1)", pattern: new RegExp(`(\\((\\d{1,3})\\))${TRAIL}`, "y"), inLine: true },
  { style: "1)", pattern: new RegExp(`((\\d{1,3})\\))${TRAIL}`, "y"), inLine: false },
  { style: "1.1.1", pattern: /((\d{1,2}\.\d{1,2}\.\d{1,2}))[、.]?(?=[^\d.%])/y, inLine: false, value: lastNumber },
  { style: "1.1", pattern: /((\d{1,2}\.\d{1,2}))[、.]?(?=[^\d.%])/y, inLine: false, value: lastNumber },
  { style: "1", pattern: /((\d{1,3}))(?:\.、|[.、])(?!\d(?!\d{3}年))/y, inLine: true },
  { style: "①", pattern: /(([①-⑳㉑-㉟]))[、.]?/y, inLine: true, value: circled },
  {
    style: "任务一",
    pattern: new RegExp(`((?:任务|措施|举措|行动|工程|专项|要点|项目|事项|实事|工作)(${N}|\\d{1,3}))[:、.]`, "y"),
    inLine: false,
  },
  { style: BOX_STYLE, pattern: new RegExp(`(专栏(${N}|\\d{1,2}))[:、.]?`, "y"), inLine: false },
];

function circled(text: string): number {
  const code = text.charCodeAt(0);
  return code >= 0x3251 ? code - 0x3251 + 21 : code - 0x2460 + 1;
}

function lastNumber(text: string): number {
  return Number(text.slice(text.lastIndexOf(".") + 1));
}

/**
 * The marker that starts exactly at `position`, if any.
 * @param inLine the position lies inside a line: only styles that cannot be mistaken there are tried.
 */
export function markerAt(text: string, position: number, inLine: boolean): Marker | undefined {
  for (const shape of SHAPES) {
    if (inLine && !shape.inLine) continue;
    shape.pattern.lastIndex = position;
    const found = shape.pattern.exec(text);
    if (!found) continue;
    const numeral = found[2] ?? "";
    const value = shape.value ? shape.value(numeral) : headingNumber(numeral);
    if (value === undefined) continue;
    return { style: shape.style, label: found[1] ?? "", value, start: position, end: position + found[0].length };
  }
  return undefined;
}

/** Characters at which a marker can begin; everything else is passed over quickly. */
export const MARKER_START = new RegExp(`[(第${NUMERAL_CHARS}\\d①-⑳㉑-㉟]`, "g");
