import { smallNumber, SMALL_NUMBER_CHARS } from "./small-numbers";

/** A number that opens an item of the plan: `一、`, `（二）`, `3.`, `第四条`. Offsets are those of the cleaned text. */
export interface ItemNumber {
  /** Id of the table row that matched. */
  id: string;
  /** Numbers of the same style are on the same level unless one is nested in the other. */
  style: string;
  /** The usual level of the style; a lower rank is a higher level. */
  rank: number;
  /** The number as shown in a path: with half-width brackets, without the mark after it. */
  label: string;
  value: number;
  start: number;
  /** Start of the item's title. */
  end: number;
  /** Printed or scanned differently from normal numbers, so it counts only where it continues a series. */
  doubtful: boolean;
}

/** One style of numbering. */
export interface ItemNumberRow {
  id: string;
  style: string;
  rank: number;
  /**
   * Sticky; group 1 is the label, group 2 the numeral. Matches cleaned text, where brackets, digits and colons are
   * half-width.
   */
  pattern: RegExp;
  /**
   * Whether the number may also occur inside a line, for texts that lost their line breaks. `doubtful`: it may, but is
   * doubtful there.
   */
  inLine: boolean | "doubtful";
  doubtful?: true;
  /** White space must follow: `2 提升质量`. */
  blank?: true;
  /** Converts the numeral's text; by default Chinese and Arabic numerals are read. */
  value?: (numeral: string) => number | undefined;
  /** Makes the label where it differs from the printed text. */
  label?: (value: number) => string;
  /** A line that only this row matches, and its label. */
  example: readonly [line: string, label: string];
  /** Similar lines that open no item. */
  negative: readonly string[];
}

const CHINESE = `[${SMALL_NUMBER_CHARS}]{1,5}`;
/** Marks that may follow a bracketed number; they are dropped with it. */
const TRAIL = "[、.．:]?";
/** The text that must follow a number without a mark. */
const WORDS = "[\\u4e00-\\u9fff“《]";
/** The year of a date at the start of an item: 2。2025年底前…. */
const DATED = "(?:19|20)\\d{2}年";
/** A bracket that is closed later contains words; it is not a number that lost its closing bracket: （一车间牵头）. */
const CLOSED = "[^()\\n]{0,120}\\)";
/** Words after a number that make it a count or part of a date: 2 个月, 3 年. */
const COUNTED =
  "小时|分钟|平[方米]|人(?![事力民社才武防])|[余多大至及和、]|[个年月日天周岁名家座条项次种类处台套辆所户万亿亩元吨公千百米度期号楼层级倍成分时秒]|周年|以[上下]|[一二三四五六七八九十百两]";

const sticky = (source: string): RegExp => new RegExp(source, "y");
const from =
  (first: number) =>
  (text: string): number =>
    text.codePointAt(0)! - first + 1;
const DIGITS = "一二三四五六七八九";
const chinese = (value: number): string =>
  value < 10 ? DIGITS[value - 1]! : `${DIGITS[Math.floor(value / 10) - 2] ?? ""}十${DIGITS[(value % 10) - 1] ?? ""}`;

function circled(text: string): number {
  const code = text.charCodeAt(0);
  return code >= 0x3251 ? code - 0x3251 + 21 : code - 0x2460 + 1;
}

const lastNumber = (text: string): number => Number(text.slice(text.lastIndexOf(".") + 1));

/** 专栏: a box placed beside the items; it belongs to none of them. */
export const BOX_STYLE = "专栏";

/** All styles of numbering, in the order in which they are tried; the only such table. */
export const ITEM_NUMBERS: readonly ItemNumberRow[] = [
  {
    id: "chapter",
    style: "第章",
    rank: 1,
    pattern: sticky(`(第(${CHINESE}|\\d{1,3})[章篇])[、.:]?`),
    inLine: true,
    example: ["第三章 总则", "第三章"],
    negative: ["第三产业增加值"],
  },
  {
    id: "part",
    style: "第部分",
    rank: 1,
    pattern: sticky(`(第(${CHINESE}|\\d{1,3})部分)[、.:]?`),
    inLine: true,
    example: ["第四部分 保障措施", "第四部分"],
    negative: ["第四季度"],
  },
  {
    id: "section",
    style: "第节",
    rank: 2,
    pattern: sticky(`(第(${CHINESE}|\\d{1,3})节)[、.:]?`),
    inLine: true,
    example: ["第二节 目标", "第二节"],
    negative: ["第二批"],
  },
  {
    id: "article",
    style: "第条",
    rank: 3,
    pattern: sticky(`(第(${CHINESE}|\\d{1,3})条)[、.:]?`),
    inLine: true,
    example: ["第十二条 明确单位", "第十二条"],
    negative: ["第一时间处置"],
  },
  {
    id: "bracketed-chinese",
    style: "(一)",
    rank: 4,
    pattern: sticky(`(\\((${CHINESE})\\))${TRAIL}`),
    inLine: true,
    example: ["（二十一）、甲", "(二十一)"],
    negative: ["（一是）甲"],
  },
  {
    id: "half-bracketed-chinese",
    style: "(一)",
    rank: 4,
    pattern: sticky(`((${CHINESE})\\))${TRAIL}`),
    inLine: "doubtful",
    example: ["四）甲", "四)"],
    negative: ["四方）甲"],
  },
  {
    id: "one-sign-chinese",
    style: "(一)",
    rank: 4,
    pattern: sticky(`(([㈠-㈩]))${TRAIL}`),
    inLine: true,
    value: from(0x3220),
    label: (value) => `(${chinese(value)})`,
    example: ["㈡甲", "(二)"],
    negative: ["㈱甲"],
  },
  {
    id: "chinese",
    style: "一",
    rank: 3,
    pattern: sticky(`((${CHINESE}))[、.丶](?!${CHINESE}[、.])`),
    inLine: true,
    example: ["十一、甲", "十一"],
    negative: ["一、二、三产业融合", "一是加强领导"],
  },
  {
    id: "bracketed",
    style: "(1)",
    rank: 6,
    pattern: sticky(`(\\((\\d{1,3})\\))${TRAIL}`),
    inLine: true,
    example: ["（9）甲", "(9)"],
    negative: ["（2024年）甲", "（9"],
  },
  {
    id: "one-sign-bracketed",
    style: "(1)",
    rank: 6,
    pattern: sticky(`(([⑴-⒇]))${TRAIL}`),
    inLine: true,
    value: from(0x2474),
    label: (value) => `(${value})`,
    example: ["⑶甲", "(3)"],
    negative: ["⒜甲"],
  },
  {
    id: "half-bracketed",
    style: "1)",
    rank: 6,
    pattern: sticky(`((\\d{1,3})\\))${TRAIL}`),
    inLine: "doubtful",
    example: ["10）甲", "10)"],
    negative: ["2024）甲"],
  },
  // 3.10 is not a two-level number before a month or with a blank inside; it counts only where it continues a series.
  {
    id: "arabic-before-month",
    style: "1",
    rank: 5,
    pattern: sticky("((\\d{1,2}))[.、](?=\\d{1,2}月(?:\\d|[份底初末前上中下]))"),
    inLine: true,
    doubtful: true,
    example: ["3.10月底前完成", "3"],
    negative: ["3.10米"],
  },
  {
    id: "arabic-before-figure",
    style: "1",
    rank: 5,
    pattern: sticky(`((\\d{1,2}))[.、](?=\\d)(?!${DATED})`),
    inLine: true,
    doubtful: true,
    blank: true,
    example: ["2. 5个小区改造", "2"],
    negative: ["2.5个", "2. 2025年底前"],
  },
  {
    id: "three-levels",
    style: "1.1.1",
    rank: 7,
    pattern: /((\d{1,2}\.\d{1,2}\.\d{1,2}))[、.]?(?=[^\d.%])/y,
    inLine: "doubtful",
    value: lastNumber,
    example: ["1.2.3 甲", "1.2.3"],
    negative: ["2021.3.5", "10.1.2.3"],
  },
  {
    id: "two-levels",
    style: "1.1",
    rank: 6,
    pattern: /((\d{1,2}\.\d{1,2}))[、.]?(?=[^\d.%])/y,
    inLine: "doubtful",
    value: lastNumber,
    example: ["2.3 甲", "2.3"],
    negative: ["3.2%", "2021.3"],
  },
  {
    id: "arabic",
    style: "1",
    rank: 5,
    pattern: /((\d{1,3}))(?:\.、|[.、])(?!\d(?!\d{3}年))/y,
    inLine: true,
    example: ["3.2024年底前完成", "3"],
    negative: ["1.55万亩", "1、2号楼", "12345热线"],
  },
  {
    id: "one-sign-arabic",
    style: "1",
    rank: 5,
    pattern: sticky("(([⒈-⒛]))"),
    inLine: true,
    value: from(0x2488),
    label: String,
    example: ["⒉甲", "2"],
    negative: ["⓪甲"],
  },
  {
    id: "roman",
    style: "Ⅰ",
    rank: 3,
    pattern: sticky("(([Ⅰ-Ⅻ]))[、.](?![Ⅰ-Ⅻ])"),
    inLine: false,
    value: from(0x2160),
    example: ["Ⅱ、甲", "Ⅱ"],
    negative: ["Ⅱ类水体", "Ⅰ、Ⅱ类水体"],
  },
  {
    id: "circled",
    style: "①",
    rank: 7,
    pattern: /(([①-⑳㉑-㉟]))[、.]?/y,
    inLine: true,
    value: circled,
    example: ["⑪甲", "⑪"],
    negative: ["Ⓐ甲"],
  },
  {
    id: "circled-white",
    style: "①",
    rank: 7,
    pattern: sticky("(([❶-❿]))[、.]?"),
    inLine: true,
    value: from(0x2776),
    label: (value) => String.fromCharCode(0x2460 + value - 1),
    example: ["❷甲", "②"],
    negative: ["❡甲"],
  },
  {
    id: "named",
    style: "任务一",
    rank: 3,
    pattern: sticky(`((?:任务|措施|举措|行动|工程|专项|要点|项目|事项|实事|工作)(${CHINESE}|\\d{1,3}))[:、.]`),
    inLine: false,
    example: ["任务五：甲", "任务五"],
    negative: ["任务五项", "工作一年以上"],
  },
  {
    id: "box",
    style: BOX_STYLE,
    rank: 8,
    pattern: sticky(`(专栏(${CHINESE}|\\d{1,2}))[:、.]?`),
    inLine: false,
    example: ["专栏1 重点工程", "专栏1"],
    negative: ["专栏报道"],
  },
  // Scanned or mistyped numbers; they count only where they continue a series.
  {
    id: "dash-in-brackets",
    style: "(一)",
    rank: 4,
    pattern: sticky(`((\\([—ー]\\)))${TRAIL}`),
    inLine: true,
    doubtful: true,
    value: () => 1,
    label: () => "(一)",
    example: ["（—）甲", "(一)"],
    negative: ["（——）甲"],
  },
  {
    id: "dash",
    style: "一",
    rank: 3,
    pattern: sticky(`(([—ー]))、(?=${WORDS})`),
    inLine: true,
    doubtful: true,
    value: () => 1,
    label: () => "一",
    example: ["—、甲", "一"],
    negative: ["——甲"],
  },
  {
    id: "chinese-wrong-mark",
    style: "一",
    rank: 3,
    pattern: sticky(`((${CHINESE}))[。，,](?=${WORDS})`),
    inLine: true,
    doubtful: true,
    example: ["二。甲", "二"],
    negative: ["二。", "二年，甲"],
  },
  {
    id: "chinese-blank",
    style: "一",
    rank: 3,
    pattern: sticky(`((${CHINESE}))(?=${WORDS})(?!${COUNTED})`),
    inLine: false,
    doubtful: true,
    blank: true,
    example: ["二 甲", "二"],
    negative: ["二甲", "二 个月"],
  },
  {
    id: "arabic-wrong-mark",
    style: "1",
    rank: 5,
    pattern: sticky(`((\\d{1,2}))[。，,·:](?=${WORDS})`),
    inLine: true,
    doubtful: true,
    example: ["2。甲", "2"],
    negative: ["2。", "10:30开会"],
  },
  {
    id: "arabic-stop-before-year",
    style: "1",
    rank: 5,
    pattern: sticky(`((\\d{1,2}))。(?=${DATED})`),
    inLine: true,
    doubtful: true,
    example: ["2。2025年底前完成", "2"],
    negative: ["2。20个"],
  },
  {
    id: "arabic-blank-before-year",
    style: "1",
    rank: 5,
    pattern: sticky(`((\\d{1,2})) (?=${DATED})`),
    inLine: false,
    doubtful: true,
    example: ["2 2025年底前完成", "2"],
    negative: ["2 20个", "22025年"],
  },
  {
    id: "arabic-blank",
    style: "1",
    rank: 5,
    pattern: sticky(`((\\d{1,2}))(?=${WORDS})(?!${COUNTED})`),
    inLine: true,
    doubtful: true,
    blank: true,
    example: ["2 提升质量", "2"],
    negative: ["2 个月内"],
  },
  {
    id: "arabic-bare",
    style: "1",
    rank: 5,
    pattern: sticky(`((\\d{1,2}))(?=${WORDS})(?!${COUNTED})`),
    inLine: false,
    doubtful: true,
    example: ["2提升质量", "2"],
    negative: ["2个月内", "24小时值守", "5大工程"],
  },
  {
    id: "open-bracketed-chinese",
    style: "(一)",
    rank: 4,
    pattern: sticky(`(\\((${CHINESE}))(?=${WORDS})(?!${COUNTED}|${CLOSED})`),
    inLine: true,
    doubtful: true,
    label: (value) => `(${chinese(value)})`,
    example: ["（十二加强领导", "(十二)"],
    negative: ["（二期）工程", "（二）甲", "（一车间牵头）"],
  },
  {
    id: "open-bracketed",
    style: "(1)",
    rank: 6,
    pattern: sticky(`(\\((\\d{1,2}))(?=${WORDS})(?!${COUNTED}|${CLOSED})`),
    inLine: true,
    doubtful: true,
    label: (value) => `(${value})`,
    example: ["（2加强领导", "(2)"],
    negative: ["（2个）", "（2）甲"],
  },
];

/** Characters that may start a number inside a line. The reader skips all others quickly. */
export const NUMBER_START = new RegExp(`[(第${SMALL_NUMBER_CHARS}\\d①-⑳㉑-㉟㈠-㈩⑴-⒇⒈-⒛❶-❿—ー]`, "g");

/** Rows are indexed by the kind of their first character, so that only a few are tried at each position. */
const kindOf = (code: number): string =>
  code >= 0x30 && code <= 0x39
    ? "digit"
    : code === 0x28
      ? "bracket"
      : SMALL_NUMBER_CHARS.includes(String.fromCharCode(code))
        ? "chinese"
        : "other";
const byFirst = new Map<string, ItemNumberRow[]>();
for (const row of ITEM_NUMBERS) {
  const first = kindOf(row.example[0].replace("（", "(").charCodeAt(0));
  byFirst.set(first, [...(byFirst.get(first) ?? []), row]);
}

type Blank = (position: number) => boolean;
const noBlank: Blank = () => false;

function read(
  row: ItemNumberRow,
  text: string,
  position: number,
  blankBefore: Blank,
  doubtful: boolean,
): ItemNumber | undefined {
  row.pattern.lastIndex = position;
  const found = row.pattern.exec(text);
  if (!found) return undefined;
  const end = position + found[0].length;
  if (row.blank && !blankBefore(end)) return undefined;
  const numeral = found[2] ?? "";
  const value = row.value ? row.value(numeral) : smallNumber(numeral);
  if (value === undefined) return undefined;
  const { id, style, rank } = row;
  return {
    id,
    style,
    rank,
    label: row.label ? row.label(value) : (found[1] ?? ""),
    value,
    start: position,
    end,
    doubtful,
  };
}

/**
 * The number that starts exactly at `position`, if any.
 * @param inLine the position is inside a line, where only unmistakable styles are tried
 * @param blankBefore whether white space was removed right before a position; without it, rows that need white space
 * never match
 * @param doubtful also read numbers that were printed or scanned wrong
 */
export function itemNumberAt(
  text: string,
  position: number,
  inLine: boolean,
  { blankBefore = noBlank, doubtful = false }: { blankBefore?: Blank; doubtful?: boolean } = {},
): ItemNumber | undefined {
  for (const row of byFirst.get(kindOf(text.charCodeAt(position))) ?? []) {
    const isDoubtful = row.doubtful ?? (inLine && row.inLine === "doubtful");
    if ((inLine && !row.inLine) || (isDoubtful && !doubtful)) continue;
    const found = read(row, text, position, blankBefore, isDoubtful);
    if (found) return found;
  }
  return undefined;
}

const COUNTED_AT = new RegExp(`(?:${COUNTED})`, "y");

/** Whether the words at a position say what is counted: 米, 个, 万元. */
export function isCountedAt(text: string, position: number): boolean {
  COUNTED_AT.lastIndex = position;
  return COUNTED_AT.test(text);
}

const ALONE = new RegExp(`^${CHINESE}$`);

/** Whether the words consist of an item's number and nothing else: `1`, `（二）`, `3.`. */
export function isNumberAlone(words: string): boolean {
  const bare = words.trim();
  if (/^\d{1,3}$/.test(bare) || ALONE.test(bare)) return true;
  return itemNumberAt(bare, 0, false)?.end === bare.length;
}
