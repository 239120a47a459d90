import { CHINESE_DIGITS } from "./small-numbers";

/** A written number: Arabic with thousands separators and decimals, or Chinese; either may contain 万 and 亿. */
export interface Numeral {
  value: number;
  /** End of the numeral, including 万 and 亿. */
  end: number;
  /** Factor of a 万 or 亿 after Arabic digits, otherwise 1. In 3—5万 it also applies to the 3. */
  factor: number;
  /** The numeral ends in 万 (1e4) or 亿 (1e8): 23万, 3千万, 二十万; not 一万二千. */
  myriad?: number;
  /** Written without a digit 0-9. Names are written like that too (三农, 两个责任), so more evidence is required. */
  chinese: boolean;
  /** Somewhat more than the number: 十余, 20多. */
  more: boolean;
  /** Percent or per mille written in words (百分之三十). */
  unit?: "%" | "‰" | typeof FRACTION_UNIT;
}

const ARABIC = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/y;
/** No number in a plan has more digits; longer runs are codes. */
const LONGEST_ARABIC = 20;
/** Longer runs are not numbers. */
const CHINESE = /[零〇一二两三四五六七八九十百千万亿]{1,14}/y;
const IN_WORDS = /([百千])分之(?=[一二两三四五六七八九十百])/y;
/** The unit reported for 三分之二. */
export const FRACTION_UNIT = "分之";
/** 三分之二: neither a number of things nor an exact percentage, so a person decides. */
const FRACTION = /[一二两三四五六七八九十]{1,3}分之[一二两三四五六七八九十]{1,3}/y;
/** 半个月, 半小时; not 上半月, 每半天. */
const HALF = /(?<![上下前后每大多过])半(?=个(?:月|小时|工作日)|小时|天|日(?!制))/y;
/** An item number and a year run together: 2.2020年底. */
const ITEM_AND_YEAR = /\d{1,2}[.．](?=(?:19|20)\d{2}年)/y;
const MORE = /[余多](?![元种样项功云维渠边民途媒])/y;

/** Factors of 万, 亿 and their compounds; longer words come before the shorter ones that they start with. */
export const SCALE_FACTORS: Readonly<Record<string, number>> = {
  万亿: 1e12,
  千亿: 1e11,
  百亿: 1e10,
  亿: 1e8,
  千万: 1e7,
  百万: 1e6,
  十万: 1e5,
  万: 1e4,
};
/** Characters before which a scale is part of another word: 千 may also start a unit (千瓦). */
const NO_SCALE_BEFORE: Readonly<Record<string, string>> = { 千万: "家", 千: "瓦米克卡伏赫帕焦字兆" };
const SCALES = Object.entries({ ...SCALE_FACTORS, 千: 1e3 }).map(([word, factor]) => {
  const others = NO_SCALE_BEFORE[word];
  return { factor, pattern: new RegExp(others ? `${word}(?![${others}])` : word, "y") };
});

const DIGITS: Readonly<Record<string, number>> = { ...CHINESE_DIGITS, 两: 2 };
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
export const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/**
 * Reads the numeral that begins at a position.
 * @returns the numeral; only an `end` where the characters look like a number but are none (十四五, 百, 三分之二), so that the
 * caller continues there; `undefined` when no numeral character is there
 */
export function readNumeral(text: string, at: number): Numeral | { end: number } | undefined {
  const item = match(ITEM_AND_YEAR, text, at);
  if (item) return { end: at + item.length };
  const arabic = match(ARABIC, text, at);
  if (arabic && arabic.length > LONGEST_ARABIC) return { end: at + arabic.length };
  if (arabic) return scaled(text, at + arabic.length, Number(arabic.replace(/,/g, "")));
  return percentInWords(text, at) ?? chineseNumeral(text, at);
}

/** 百分之三十. */
function percentInWords(text: string, at: number): Numeral | { end: number } | undefined {
  const words = match(IN_WORDS, text, at);
  if (!words) return undefined;
  const run = match(CHINESE, text, at + words.length) ?? "";
  const value = chineseNumber(run);
  const end = at + words.length + run.length;
  return value === undefined
    ? { end }
    : { value, end, factor: 1, chinese: false, more: false, unit: words[0] === "百" ? "%" : "‰" };
}

function fractionOf(words: string): number {
  const [below, above] = words.split(FRACTION_UNIT).map(chineseNumber);
  return below && above ? above / below : 0;
}

function chineseNumeral(text: string, at: number): Numeral | { end: number } | undefined {
  if (match(HALF, text, at)) return { value: 0.5, end: at + 1, factor: 1, chinese: true, more: false };
  const fraction = match(FRACTION, text, at);
  if (fraction)
    return {
      value: fractionOf(fraction),
      end: at + fraction.length,
      factor: 1,
      chinese: true,
      more: false,
      unit: FRACTION_UNIT,
    };
  const run = match(CHINESE, text, at);
  if (!run) return undefined;
  const unitPart = /千$/.test(run) && run.length > 1 && /[瓦米克卡伏赫]/.test(text[at + run.length] ?? "") ? 1 : 0;
  const written = run.slice(0, run.length - unitPart);
  const end = at + written.length;
  const value = chineseNumber(written);
  return value === undefined ? { end: Math.max(end, at + 1) } : withMore(text, end, value, true);
}

function scaled(text: string, end: number, value: number): Numeral {
  const early = match(MORE, text, end) ? 1 : 0;
  const scale = scaleAt(text, end + early);
  if (!scale) return withMore(text, end, value, false);
  const rest = early ? undefined : restBelow(text, scale);
  // In 1亿2000万 the plan counts in 亿.
  if (rest)
    return {
      ...withMore(text, rest.end, exact(value * scale.factor + rest.value), false),
      ...myriadBefore(text, scale.end),
    };
  const whole = withMore(text, scale.end, exact(value * scale.factor), false, scale.factor);
  return early ? { ...whole, more: true } : whole;
}

interface Scale {
  factor: number;
  end: number;
}

function scaleAt(text: string, at: number): Scale | undefined {
  for (const { pattern, factor } of SCALES) {
    const found = match(pattern, text, at);
    if (found) return { factor, end: at + found.length };
  }
  return undefined;
}

/** The rest of a number in a smaller scale: the 2000万 of 1亿2000万. */
function restBelow(text: string, above: Scale): { value: number; end: number } | undefined {
  const digits = match(ARABIC, text, above.end);
  const scale = digits && scaleAt(text, above.end + digits.length);
  if (!scale) return undefined;
  const value = Number(digits.replace(/,/g, "")) * scale.factor;
  return value < above.factor ? { value, end: scale.end } : undefined;
}

function withMore(text: string, end: number, value: number, chinese: boolean, factor = 1): Numeral {
  const more = match(MORE, text, end);
  return {
    value,
    end: end + (more?.length ?? 0),
    factor,
    ...myriadBefore(text, end),
    chinese,
    more: more !== undefined,
  };
}

function myriadBefore(text: string, end: number): Pick<Numeral, "myriad"> {
  const myriad = MYRIADS[text[end - 1]!];
  return myriad ? { myriad } : {};
}

/** Rounds 1.1 × 10⁸ and the like to the printed decimal, without the noise of binary fractions. */
export function exact(value: number): number {
  return Number(value.toPrecision(15));
}

/**
 * Value of a Chinese number; `undefined` for names such as 十四五 and for a bare 百 or 万, which are not used for counting.
 */
export function chineseNumber(run: string): number | undefined {
  if (run === "" || /^[百千万亿零〇]/.test(run)) return undefined;
  let whole = 0;
  let myriads = 0;
  let section = 0;
  let digit: number | undefined;
  for (const c of run) {
    const value = DIGITS[c];
    const place = PLACES[c];
    const myriad = MYRIADS[c];
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
    } else if (place !== undefined) {
      section += (digit ?? 1) * place;
      digit = undefined;
    } else if (myriad !== undefined) {
      const part = (section + (digit ?? 0)) * myriad;
      if (c === "亿") {
        whole += myriads * myriad + part;
        myriads = 0;
      } else {
        myriads += part;
      }
      section = 0;
      digit = undefined;
    }
  }
  return whole + myriads + section + (digit ?? 0);
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
