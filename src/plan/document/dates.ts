import { headingNumber } from "../numerals";

const DIGIT_CHARS = "〇○Ｏ零一二三四五六七八九";

/** A date that stands alone: `2023年4月20日`, `二〇二三年四月二十日`. */
export const DATE = new RegExp(`((?:19|20)\\d{2}|[${DIGIT_CHARS}]{4})年(\\d{1,2}|[一二三四五六七八九十]{1,3})月(\\d{1,2}|[一二三四五六七八九十]{1,3})日`);

/** ISO date of a match of {@link DATE}; `undefined` when no such day can be. */
export function isoDate(match: RegExpMatchArray): string | undefined {
  const year = yearOf(match[1] ?? "");
  const month = headingNumber(match[2] ?? "");
  const day = headingNumber(match[3] ?? "");
  if (!year || !month || !day || month > 12 || day > 31) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function yearOf(text: string): number | undefined {
  if (/^\d{4}$/.test(text)) return Number(text);
  const digits = [...text].map((c) => (/[〇○Ｏ零]/.test(c) ? "0" : String("一二三四五六七八九".indexOf(c) + 1)));
  return Number(digits.join("")) || undefined;
}

/** Five-year plans by their ordinal: the 十四五 is 2021–2025. */
export function fiveYearPlan(ordinal: string): [number, number] | undefined {
  const n = headingNumber(ordinal);
  if (n === undefined || n < 10 || n > 20) return undefined;
  const first = 2021 + (n - 14) * 5;
  return [first, first + 4];
}
