import { DATE_WORDS, yearOf } from "../lexicon/years";
import { smallNumber } from "../lexicon/small-numbers";

/** A date that stands alone: `2023年4月20日`, `二〇二三年四月二十日`. */
export const DATE = new RegExp(DATE_WORDS);

/** The ISO date of a match of {@link DATE}; `undefined` where month or day are out of range. */
export function isoDate(match: RegExpMatchArray): string | undefined {
  const year = yearOf(match[1] ?? "");
  const month = smallNumber(match[2] ?? "");
  const day = smallNumber(match[3] ?? "");
  if (!year || !month || !day || month > 12 || day > 31) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
