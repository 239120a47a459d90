/** The digits of Chinese numerals, except 两, which only quantities use. */
export const CHINESE_DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const TENS: Readonly<Record<string, number>> = { 十: 10, 廿: 20, 卅: 30, 百: 100 };

/** The characters of small numbers, for use in a character class. */
export const SMALL_NUMBER_CHARS = "〇零一二三四五六七八九十百廿卅";

/**
 * Value of a small number in Chinese or Arabic numerals, as used in headings, dates and durations: 一 … 九十九, 一百零二.
 * Not for quantities: it knows no 万 and no decimals.
 * @returns `undefined` if the text is none
 */
export function smallNumber(text: string): number | undefined {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  if (text === "" || text.length > 6) return undefined;
  let total = 0;
  let digit: number | undefined;
  for (const c of text) {
    const tens = TENS[c];
    const value = CHINESE_DIGITS[c];
    if (value !== undefined) {
      digit = digit === undefined || digit === 0 ? value : digit * 10 + value;
    } else if (tens !== undefined) {
      if (c === "廿" || c === "卅") total += tens;
      else total += (digit ?? 1) * tens;
      digit = undefined;
    } else {
      return undefined;
    }
  }
  return total + (digit ?? 0);
}
