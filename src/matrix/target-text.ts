import type { Indicator, Op, Period } from "../plan/model";

/**
 * 目标 and 口径 as the sheet shows them, and back. What people see in these cells is what formulas and reports judge,
 * so both directions stand here together.
 */
export interface Target {
  op: Op;
  value: number;
  max?: number;
}

/** The first character of a target's text, for each comparator that has one; a bare number means "at least". */
export const opMarks: Record<Exclude<Op, "range">, string> = {
  ">=": "≥",
  ">": ">",
  "<=": "≤",
  "<": "<",
  "~": "约",
  "=": "=",
};

export const rangeDash = "—";

/** `≥50`, `约1100`, `1—2`; in the plan's own 万 or 亿 where it prints one, as `measureOf` says beside it. */
export function formatTarget({ op, printed, ...plainly }: Pick<Indicator, "op" | "value" | "max" | "printed">): string {
  const { value, max } = printed ?? plainly;
  return op === "range" ? `${plain(value)}${rangeDash}${plain(max ?? value)}` : opMarks[op] + plain(value);
}

/** The measure word in which the sheet shows an indicator's target and takes its entries: `万吨`. */
export const measureOf = ({ printed, unit }: Pick<Indicator, "printed" | "unit">): string => printed?.unit ?? unit;

/** Without an exponent, which people do not read. */
const plain = (value: number): string =>
  Math.abs(value) >= 1e21 || (value !== 0 && Math.abs(value) < 1e-6)
    ? String(value)
    : Number(value.toPrecision(15)).toString();

const numberText = /^ *[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)? *$/;
const asNumber = (text: string): number | undefined =>
  numberText.test(text) ? Number(text.replace(/[ ,]/g, "")) : undefined;

/**
 * A 目标 cell's content; undefined where it is no target that can be judged.
 * @param content text or number, as in the cell
 */
export function parseTarget(content: string | number | boolean): Target | undefined {
  if (typeof content === "number") return { op: ">=", value: content };
  if (typeof content === "boolean" || content === "") return undefined;
  const op = (Object.keys(opMarks) as (keyof typeof opMarks)[]).find((key) => opMarks[key] === content[0]);
  const body = op ? content.slice(1) : content;
  const dash = body.indexOf(rangeDash);
  const value = asNumber(dash < 0 ? body : body.slice(0, dash));
  if (value === undefined) return undefined;
  if (dash < 0) return { op: op ?? ">=", value };
  const max = asNumber(body.slice(dash + 1));
  return { op: op ?? "range", value, ...(max === undefined ? {} : { max }) };
}

const periodWords: Record<Period, string> = {
  perYear: "每年",
  perTerm: "每学期",
  cumulative: "累计",
  byDeadline: "到期",
  other: "其他",
};

/** `每年`, `累计`, `累计（到2023年）`, `到2025年`; a deadline at the plan's end is left out of 累计. */
export function formatPeriod({ period, deadline }: Pick<Indicator, "period" | "deadline">, lastYear: number): string {
  if (period === "byDeadline") return `到${deadline ?? lastYear}年`;
  const own = deadline !== undefined && deadline !== lastYear && (period === "cumulative" || period === "other");
  return own ? `${periodWords[period]}（到${deadline}年）` : periodWords[period];
}

/** A 口径 cell's content. Whatever is not recognised is judged like a level at the plan's end. */
export function parsePeriod(content: string, lastYear: number): { period: Period; due: number } {
  const year = /到(\d{4})/.exec(content)?.[1];
  const due = year === undefined ? lastYear : Number(year);
  if (content.startsWith("每")) return { period: content.startsWith("每学期") ? "perTerm" : "perYear", due };
  if (content.startsWith(periodWords.cumulative)) return { period: "cumulative", due };
  if (content.startsWith(periodWords.other) || content === "") return { period: "other", due };
  return { period: "byDeadline", due };
}
