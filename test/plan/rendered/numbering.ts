import type { Random } from "./random";

const CHINESE = [
  "一",
  "二",
  "三",
  "四",
  "五",
  "六",
  "七",
  "八",
  "九",
  "十",
  "十一",
  "十二",
  "十三",
  "十四",
  "十五",
  "十六",
];

/** A number as printed, and as it is in a path. */
export interface Numbered {
  printed: string;
  label: string;
}

export type NumberStyle = "一、" | "（一）" | "1" | "（1）" | "①" | "1.1";

/** The number styles of chapters, groups and tasks; the tasks' style is last. */
export interface Scheme {
  id: string;
  styles: readonly NumberStyle[];
  /** Whether the tasks' numbers continue through the chapters. */
  runs?: boolean;
  weight: number;
}

export const SCHEMES: readonly Scheme[] = [
  { id: "一、（一）", styles: ["一、", "（一）"], weight: 5 },
  { id: "一、1.", styles: ["一、", "1"], weight: 5 },
  { id: "一、（一）1.", styles: ["一、", "（一）", "1"], weight: 4 },
  { id: "1.", styles: ["1"], weight: 2 },
  { id: "一、（一） running", styles: ["一、", "（一）"], runs: true, weight: 2 },
  { id: "一、1. running", styles: ["一、", "1"], runs: true, weight: 2 },
  { id: "一、（一）（1）", styles: ["一、", "（一）", "（1）"], weight: 1 },
  { id: "一、①", styles: ["一、", "①"], weight: 0.5 },
  { id: "1.1.1", styles: ["1", "1.1"], weight: 0.5 },
  { id: "一、", styles: ["一、"], weight: 1.5 },
  { id: "（一）1.", styles: ["（一）", "1"], weight: 1 },
];

/** The punctuation after an Arabic number, with its frequency. */
export const MARKS: readonly (readonly [string, number])[] = [
  [".", 8],
  ["．", 2],
  ["、", 4],
  [". ", 1],
];

export function numbered(style: NumberStyle, value: number, mark: string, above = ""): Numbered {
  const chinese = CHINESE[value - 1] ?? String(value);
  if (style === "一、") return { printed: `${chinese}、`, label: chinese };
  if (style === "（一）") return { printed: `（${chinese}）`, label: `(${chinese})` };
  if (style === "（1）") return { printed: `（${value}）`, label: `(${value})` };
  if (style === "①")
    return { printed: String.fromCharCode(0x2460 + value - 1), label: String.fromCharCode(0x2460 + value - 1) };
  if (style === "1.1") return { printed: `${above}.${value} `, label: `${above}.${value}` };
  return { printed: `${value}${mark}`, label: String(value) };
}

/** What is wrong with one number of a plan. */
export type Slip = "none" | "stop for point" | "small point" | "blank for point" | "missed" | "doubled";

export const drawSlip = (random: Random): Slip =>
  random.weighed([
    ["none", 14],
    ["stop for point", 1],
    ["small point", 0.5],
    ["blank for point", 0.7],
    ["missed", 1],
    ["doubled", 0.7],
  ] as const);

/** The punctuation of an Arabic number that was scanned wrong. */
export const slippedMark = (slip: Slip, mark: string): string =>
  ({ "stop for point": "。", "small point": "﹒", "blank for point": " " })[slip as string] ?? mark;
