const DAY = 86_400_000;
/** 1970-01-01 as a serial number in the 1900 date system. Serial numbers of the 1904 system are 1,462 days lower. */
const EPOCH = 25_569;
const FROM_1904 = 1_462;

/**
 * Format codes of the built-in formats (ECMA-376 18.8.30), with those of the Chinese locale. Ids not listed are
 * General.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  14: "yyyy/m/d",
  15: "yyyy/m/d",
  16: "m/d",
  17: "yyyy/m",
  18: "h:mm",
  19: "h:mm:ss",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy/m/d h:mm",
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m/d/yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: "#,##0",
  38: "#,##0",
  39: "#,##0.00",
  40: "#,##0.00",
  45: "mm:ss",
  46: "h:mm:ss",
  47: "mm:ss",
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The format code of a built-in format; General if it is not listed. */
export const builtInFormat = (id: number): string => BUILT_IN[id] ?? "General";

/** How a cell displays its number. */
export type NumberKind = "number" | "percent" | "date";

/**
 * How a number format code displays numbers.
 * @param code as in styles.xml: `0%`, `yyyy"年"m"月"`
 */
export function kindOfFormat(code = "General"): NumberKind {
  const bare = withoutLiterals(code);
  if (/[ymdhs年月日时分秒]/i.test(bare.replace(/General|G\/通用格式/gi, ""))) return "date";
  return bare.includes("%") ? "percent" : "number";
}

const withoutLiterals = (code: string): string => code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, "");

/** The ISO date (`2025-06-30`) of a serial number; the number itself as text if it is out of range. */
export function isoDate(serial: number, is1904 = false): string {
  const time = timeOf(serial, is1904);
  return Number.isNaN(time.getTime()) ? String(serial) : time.toISOString().slice(0, 10);
}

const timeOf = (serial: number, is1904: boolean): Date =>
  new Date(Math.round(((serial + (is1904 ? FROM_1904 : 0) - EPOCH) * DAY) / 1000) * 1000);

/**
 * A number as Excel displays it with a format code. Supports dates, times, percentages, grouping, decimals, thousands
 * scaling and literal text; a code with anything else is displayed as General.
 */
export function shownNumber(value: number, code = "General", is1904 = false): string {
  const kind = kindOfFormat(code);
  if (kind === "date") return shownTime(value, code.split(";", 1)[0]!, is1904);
  const section = sectionFor(value, code);
  const bare = withoutLiterals(section.code);
  // General, text, exponents and fractions fall back to General; so does the exclamation mark, which codes that show 万
  // use to escape a literal.
  if (/General|通用|[Ee][+-]|\/|@|!/.test(bare)) return plain(value);
  const digits = NUMBER_PLACE.exec(bare)?.[0];
  if (digits === undefined && !/"[^"]/.test(section.code)) return plain(value);
  const thousands = /,*$/.exec(digits ?? "")![0].length;
  const scaled = kind === "percent" ? Number((section.value * 100).toPrecision(15)) : section.value / 1000 ** thousands;
  let number = digits === undefined ? "" : grouped(scaled, digits.slice(0, digits.length - thousands));
  return section.code.replace(TOKENS, (token, quoted?: string, escaped?: string, place?: string) => {
    if (place === undefined) return quoted ?? escaped ?? (/^[[_*]/.test(token) ? "" : token);
    const written = number;
    number = "";
    return written;
  });
}

const NUMBER_PLACE = /[0#?][0#?,]*(?:\.[0#?]*,*)?/;
const TOKENS = new RegExp(`"([^"]*)"|\\\\(.)|\\[[^\\]]*\\]|_.|\\*.|(${NUMBER_PLACE.source})`, "g");

/** Up to eleven significant digits, as General shows them. */
const plain = (value: number): string => String(Number(value.toPrecision(11)));

/**
 * Picks the section of the code: positive; negative; zero. A section for negative numbers writes its own sign, so the
 * value becomes positive.
 */
function sectionFor(value: number, code: string): { code: string; value: number } {
  const sections = code.match(/(?:"[^"]*"|\\.|[^;])+/g) ?? [code];
  if (value < 0 && sections[1] !== undefined) return { code: sections[1], value: -value };
  if (value === 0 && sections[2] !== undefined) return { code: sections[2], value };
  return { code: sections[0], value };
}

function grouped(value: number, digits: string): string {
  const [whole = "", decimals = ""] = digits.split(".");
  const most = Math.min(20, decimals.length);
  const least = decimals.lastIndexOf("0") + 1;
  let [before = "", after = ""] = Math.abs(value).toFixed(most).split(".");
  while (after.length > least && after.endsWith("0")) after = after.slice(0, -1);
  before = before.padStart(Math.min(20, (whole.match(/0/g) ?? []).length), "0");
  if (before === "0" && !whole.includes("0") && after !== "") before = "";
  if (whole.includes(",")) before = before.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${value < 0 ? "-" : ""}${before}${after === "" ? "" : `.${after}`}`;
}

const CHINESE = "〇一二三四五六七八九";
const TIME_TOKENS = /"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.|y+|m+|d+|h+|s+(?:\.0+)?|am\/pm|a\/p|上午\/下午|[\s\S]/gi;

function shownTime(serial: number, code: string, is1904: boolean): string {
  const time = timeOf(serial, is1904);
  if (Number.isNaN(time.getTime())) return plain(serial);
  const isChinese = /\[DBNum1\]/i.test(code);
  const written = (value: number, width: number): string =>
    isChinese ? inChinese(value) : String(value).padStart(Math.min(2, width), "0");
  let last = "";
  return code
    .replace(TIME_TOKENS, (token: string, quoted: string | undefined, escaped: string | undefined, at: number) => {
      if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped!;
      const letter = token[0]!.toLowerCase();
      const before = last;
      if (/[ymdhs]/.test(letter)) last = letter;
      if (letter === "y")
        return isChinese
          ? [...String(time.getUTCFullYear())].map((digit) => CHINESE[Number(digit)]).join("")
          : String(time.getUTCFullYear()).slice(token.length > 2 ? 0 : -2);
      // An m after hours or before seconds means minutes.
      if (letter === "m" && (before === "h" || /^[^ymdhs]*s/i.test(withoutLiterals(code.slice(at + token.length)))))
        return written(time.getUTCMinutes(), token.length);
      if (letter === "m") return written(time.getUTCMonth() + 1, token.length);
      if (letter === "d") return token.length > 2 ? "" : written(time.getUTCDate(), token.length);
      if (letter === "h") return written(time.getUTCHours(), token.length);
      if (letter === "s") return written(time.getUTCSeconds(), token.length);
      return token.length > 1 || token === "@" ? "" : token;
    })
    .trim();
}

/** A number from 0 to 59 in Chinese numerals. */
function inChinese(value: number): string {
  if (value < 10) return CHINESE[value]!;
  return `${value < 20 ? "" : CHINESE[Math.floor(value / 10)]!}十${value % 10 === 0 ? "" : CHINESE[value % 10]!}`;
}
