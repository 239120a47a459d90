import { wholeYear } from "../matrix/as-of";
import { dayOfSerial, monthEnd } from "../matrix/due";
import type { LocatedMatrix } from "../matrix/locate";
import { sentence, type Sentence } from "../plan/sentence";

/** The time by which everything is judged: the end of a month of 评估年度. */
export interface AsOf {
  year: number;
  /** 1–12. */
  month: number;
}

/** The serial number of its last day, comparable with 时限日. */
export const asOfDay = ({ year, month }: AsOf): number => monthEnd(year, month);

/** The month up to which a year is judged: 截至 applies to the sheet's own 评估年度, any other year is judged as a whole. */
export const asOfIn = ({ year: own, month }: Pick<LocatedMatrix, "year" | "month">, year: number): AsOf => ({
  year,
  month: year === own ? (month ?? wholeYear) : wholeYear,
});

/** The name of a round of forms (调度) in file names: `2025年`, before December `2025年截至6月`. */
export const roundName = ({ year, month }: AsOf): string =>
  month === wholeYear ? `${year}年` : `${year}年截至${month}月`;

/** The name of a round in sentences. */
export const roundSentence = ({ year, month }: AsOf): Sentence =>
  month === wholeYear ? sentence("{{year}} 年", { year }) : sentence("{{year}} 年截至 {{month}} 月", { year, month });

/** The day in words; used where days overdue are mentioned. */
export function asOfSentence(asOf: AsOf): Sentence {
  const { year, month, day } = dayOfSerial(asOfDay(asOf));
  return sentence("截至 {{year}} 年 {{month}} 月 {{day}} 日", { year, month, day });
}
