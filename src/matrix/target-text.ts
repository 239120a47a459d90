import type { Indicator, Op, Period } from "../plan/model";

/**
 * Writes and parses 目标 and 口径 as the sheet shows them. Formulas and reports judge what people see in these cells, so
 * both directions are in one place.
 */
export interface Target {
  op: Op;
  value: number;
  max?: number;
}

/** The character with which a target's text begins, by comparator; a bare number means "at least". */
export const opMarks: Record<Exclude<Op, "range">, string> = {
  ">=": "≥",
  ">": ">",
  "<=": "≤",
  "<": "<",
  "~": "约",
  "=": "=",
};

export const rangeDash = "—";

/**
 * A target as text: `≥50`, `约1100`, `1—2`. In the plan's own 万 or 亿 where it prints one; `measureOf` gives the matching
 * measure word.
 */
export function formatTarget({ op, printed, ...plainly }: Pick<Indicator, "op" | "value" | "max" | "printed">): string {
  const { value, max } = printed ?? plainly;
  return op === "range" ? `${plain(value)}${rangeDash}${plain(max ?? value)}` : opMarks[op] + plain(value);
}

/** The measure word in which the sheet shows an indicator's target and takes its entries: `万吨`. */
export const measureOf = ({ printed, unit }: Pick<Indicator, "printed" | "unit">): string => printed?.unit ?? unit;

/** In decimal notation, since people do not read exponents. */
const plain = (value: number): string =>
  Math.abs(value) >= 1e21 || (value !== 0 && Math.abs(value) < 1e-6)
    ? String(value)
    : Number(value.toPrecision(15)).toString();

const numberText = /^ *[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)? *$/;
const asNumber = (text: string): number | undefined =>
  numberText.test(text) ? Number(text.replace(/[ ,]/g, "")) : undefined;

/**
 * Parses the content of a 目标 cell, a text or a number.
 * @returns undefined for a target that cannot be judged
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

/** A 口径 text: `每年`, `累计`, `累计（到2023年）`, `到2025年`. 累计 does not mention a deadline at the plan's end. */
export function formatPeriod({ period, deadline }: Pick<Indicator, "period" | "deadline">, lastYear: number): string {
  if (period === "byDeadline") return `到${deadline ?? lastYear}年`;
  const own = deadline !== undefined && deadline !== lastYear && (period === "cumulative" || period === "other");
  return own ? `${periodWords[period]}（到${deadline}年）` : periodWords[period];
}

/** Parses the content of a 口径 cell. Unknown text is judged as a level at the plan's end. */
export function parsePeriod(content: string, lastYear: number): { period: Period; due: number } {
  const year = /到(\d{4})/.exec(content)?.[1];
  const due = year === undefined ? lastYear : Number(year);
  if (content.startsWith("每")) return { period: content.startsWith("每学期") ? "perTerm" : "perYear", due };
  if (content.startsWith(periodWords.cumulative)) return { period: "cumulative", due };
  if (content.startsWith(periodWords.other) || content === "") return { period: "other", due };
  return { period: "byDeadline", due };
}
