import type { Period } from "../plan/model";

/** 口径 as the text of a cell, both ways. */
export interface DuePeriod {
  period: Period;
  /** Year by whose end the value is due; absent: the plan's last year. */
  deadline?: number;
}

export const cumulativeWord = "累计";
/** 口径 that begins so looks at the assessed year alone. */
export const annualStart = "每";
const termWord = "每学期";

/** 每年 · 每学期 · 累计 · 累计（到2023年） · 到2025年 · 其他. A deadline that is the plan's own end is not repeated. */
export function formatPeriod({ period, deadline }: DuePeriod, lastYear: number): string {
  const own = deadline !== undefined && deadline !== lastYear ? `（到${deadline}年）` : "";
  switch (period) {
    case "perYear":
      return "每年";
    case "perTerm":
      return termWord;
    case "cumulative":
      return cumulativeWord + own;
    case "byDeadline":
      return `到${deadline ?? lastYear}年`;
    case "other":
      return `其他${own}`;
  }
}

/** Reads a 口径 cell; words that are none of ours are `other`. The four digits before the first 年 are the deadline. */
export function parsePeriod(cell: unknown): DuePeriod {
  const text = (typeof cell === "string" ? cell : typeof cell === "number" ? String(cell) : "").replace(/ /g, "");
  if (text.startsWith(termWord)) return { period: "perTerm" };
  if (text.startsWith(annualStart)) return { period: "perYear" };
  const at = text.indexOf("年");
  const digits = at >= 4 ? text.slice(at - 4, at) : "";
  const due = /^\d{4}$/.test(digits) ? { deadline: Number(digits) } : {};
  if (text.includes(cumulativeWord)) return { period: "cumulative", ...due };
  return { period: "deadline" in due && !text.startsWith("其他") ? "byDeadline" : "other", ...due };
}

/** The choices offered in the sheet. */
export function periodChoices(lastYear: number): string[] {
  return ["每年", termWord, cumulativeWord, `到${lastYear}年`, "其他"];
}
