import { wholeYear } from "../matrix/as-of";
import { dayOfSerial, monthEnd } from "../matrix/due";
import type { LocatedMatrix } from "../matrix/locate";
import { sentence, type Sentence } from "../plan/sentence";

/** By when everything is judged: the last day of a month of 评估年度. */
export interface AsOf {
  year: number;
  /** 1–12. */
  month: number;
}

/** Its day, as 时限日 counts days. */
export const asOfDay = ({ year, month }: AsOf): number => monthEnd(year, month);

/** 截至 says how far the sheet's own 评估年度 is; any other year is judged as a whole. */
export const asOfIn = ({ year: own, month }: Pick<LocatedMatrix, "year" | "month">, year: number): AsOf => ({
  year,
  month: year === own ? (month ?? wholeYear) : wholeYear,
});

/** The round of forms (调度) that is asked for, as files are named: `2025年`, before December `2025年截至6月`. */
export const roundName = ({ year, month }: AsOf): string =>
  month === wholeYear ? `${year}年` : `${year}年截至${month}月`;

/** The same where people are told of it. */
export const roundSentence = ({ year, month }: AsOf): Sentence =>
  month === wholeYear ? sentence("{{year}} 年", { year }) : sentence("{{year}} 年截至 {{month}} 月", { year, month });

/** The day in words, where days overdue are told. */
export function asOfSentence(asOf: AsOf): Sentence {
  const { year, month, day } = dayOfSerial(asOfDay(asOf));
  return sentence("截至 {{year}} 年 {{month}} 月 {{day}} 日", { year, month, day });
}
