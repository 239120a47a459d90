import { smallNumber } from "./small-numbers";

/** Years as parts of patterns. */
export const YEAR = "(?:19|20)\\d{2}";
const DIGIT_CHARS = "〇○Ｏ零一二三四五六七八九";
const SMALL = "\\d{1,2}|[一二三四五六七八九十]{1,3}";
/** Between the first and the last year: 2021—2025. 一 is a dash that was scanned wrong. */
const DASHES = "—+|-+|–|～|~|至|到|一(?=20)";

/** A complete date: `2023年4月20日`, `二〇二三年四月二十日`. Its groups are year, month and day. */
export const DATE_WORDS = `(${YEAR}|[${DIGIT_CHARS}]{4})年(${SMALL})月(${SMALL})日`;
/** 2021—2025年; its groups are the first and the last year. */
export const YEAR_RANGE = new RegExp(`(${YEAR})年?(?:${DASHES})(${YEAR})年?`);
/** The year at the start of a date, in Arabic or Chinese digits; `undefined` if it is none. */
export function yearOf(text: string): number | undefined {
  if (/^\d{4}$/.test(text)) return Number(text);
  const digits = [...text].map((c) => (/[〇○Ｏ零]/.test(c) ? "0" : String("一二三四五六七八九".indexOf(c) + 1)));
  return Number(digits.join("")) || undefined;
}

/** 十四五; its group is the ordinal. */
export const FIVE_YEAR_PLAN = '[“"]?(十[一二三四五六七八九])五[”"]?';

/** First and last year of a five-year plan, by its ordinal: 十四五 is 2021–2025. */
export function fiveYearPlan(ordinal: string): [number, number] | undefined {
  const n = smallNumber(ordinal);
  if (n === undefined || n < 10 || n > 20) return undefined;
  const first = 2021 + (n - 14) * 5;
  return [first, first + 4];
}
