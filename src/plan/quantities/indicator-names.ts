import type { Amount } from "./amounts";
import { firstTimeAfter, type Clause } from "./clauses";
import { PROMISE_VERBS } from "../lexicon/promises";
import { anyOf } from "../lexicon/wording";

/** Longest name that still fits a cell of the sheet, in characters. */
const LONGEST = 32;
/** How far before and after the number the words of its name are searched for. */
const REACH_BACK = 60;
const REACH_ON = 40;

/** Words before a phrase that are not part of the thing counted. */
export const MODALS: readonly string[] =
  "力争 争取 确保 保证 力促 力推 努力 积极 着力 逐步 大力 进一步 继续 同时 其中 以及 并且 稳步 切实 扎实 原则上 至少 最少 分批 在此基础上 总体上".split(
    " ",
  );
/** These count as such words only before a verb: 将建设 but 将军, 重点培育 but 重点人群. */
export const MODALS_BEFORE_VERBS: readonly string[] =
  "要 将 应 并 且 还 再 使 拟 也 须 让 可 重点 全面 加快 有序 有效 深入 充分 不断 持续 计划 基本 推动 促进".split(" ");
const VERBS = anyOf(PROMISE_VERBS.filter((verb) => verb.length > 1));
const OPENING_WORDS = new RegExp(
  `^(?:把(?![关握脉控])|[一二三四五六七八九十]是|\\d{1,2}[.、]|[、，,：:；;。\\s)\\-—·]|等(?=[，、])|${anyOf(MODALS)}|${anyOf(MODALS_BEFORE_VERBS)}(?=${VERBS}))+`,
);
const REGION = /^(?:全|我|本)(?:国|省|市|县|区|旗|州|盟|镇|乡|自治区|自治州)(?![域级])/;
const CLOSING_WORDS =
  /(?:[、，,：:；;\s≥≤＞＜><=(\-—“‘"]|不少于|不低于|均|都|分别|总体|整体|共计?|合计|总计|累计|各|把|将|在|平均|力争|争取|确保|基本|将|总数?达|须|务必|一律|一般|原则上|至少|最少|稳定|控制|又|再|翻|全[省市县区旗州盟]|要|应|等(?!级|次|量)|为)+$/;
const PLACE = /^在[^，、]{1,12}?(?:范围内|以内|内|中|上)/;
const BRACKETS = /\([^()]{0,80}\)/g;
/** Verbs after a noun of measure that only say that the number is reached. */
const REACHED = /(?<=[率比例重量数值度寿命限间额积模距力])(?:发展|达|实现|完成|保持|维持)$/;
const CHANGE_LAST = /(?:增长|下降|降低|减少|压缩|缩短|提高|提升|增加|上升)$/;
const CHANGE_ALONE = /^(?:且|并|又)?(?:年均)?(?:增长|下降|降低|减少|压缩|缩短|提高|提升|增加|上升|达|占比|完成|实现)?$/;
const FROM_BASE = /[由从][^由从]{0,40}\d[^由从]{0,40}$/;
const VERB_ANYWHERE = new RegExp(VERBS, "g");
const VERB_LAST = new RegExp(`${VERBS}$`);
const VERB_FIRST = new RegExp(`^${VERBS}`);
const LEAST = /(?<=.)(?:至少|最少)/g;

/** The part of a clause that belongs to one amount. */
export interface Surroundings {
  start: number;
  end: number;
  after: string;
}

/**
 * The part of a clause that belongs to an amount. The thing counted comes before the number (培训人才200人) or after it
 * (建设3座电站); between two targets, the first separator divides the text.
 * @param previous the target before this one in the clause
 * @param next the target after this one in the clause
 */
export function surroundings(
  text: string,
  clause: Clause,
  amount: Amount,
  previous: Amount | undefined,
  next: Amount | undefined,
): Surroundings {
  const start = previous
    ? afterSeparator(text, previous.end, amount.start)
    : Math.max(clause.start, amount.start - REACH_BACK);
  const limit = Math.min(clause.end, amount.end + REACH_ON);
  const end =
    next && next.start < limit
      ? separator(text, amount.end, next.start, "、，,；;", beforeLink(text, next.start))
      : separator(text, amount.end, limit, "、；;。\n", limit);
  return { start, end: Math.max(end, amount.end), after: text.slice(amount.end, Math.max(end, amount.end)) };
}

function afterSeparator(text: string, from: number, to: number): number {
  if (to - from > REACH_BACK) return to - REACH_BACK;
  const mark = separator(text, from, to, "、，,；;", -1);
  if (mark >= 0) return mark + 1;
  const word = separator(text, from, to, "和及与并", -1);
  return word >= 0 ? word + 1 : from;
}

/** Start of the word that links two items, or of the second item if no word links them. */
function beforeLink(text: string, at: number): number {
  return at - (/(?:以及|和|及|与|并)$/.exec(text.slice(at - 2, at))?.[0].length ?? 0);
}

/** Position of the first of the marks outside brackets and quotes, or `none`. */
function separator(text: string, from: number, to: number, marks: string, none: number): number {
  let depth = 0;
  for (let i = from; i < Math.min(to, from + REACH_BACK); i++) {
    const c = text[i]!;
    if (c === "(" || c === "“") depth++;
    else if (c === ")" || c === "”") depth = Math.max(0, depth - 1);
    else if (depth === 0 && marks.includes(c)) return i;
  }
  return none;
}

/**
 * A short phrase for the sheet: what is counted, with its verb.
 * @param inherited the verb of the list that the amount belongs to, and the subject of the clauses before it
 */
export function nameOf(
  text: string,
  clause: Clause,
  amount: Amount,
  around: Surroundings,
  inherited: { verb: string; subject: string },
): string {
  // 完成 and 实现 introduce the number, but are also the verbs of the name.
  const spoken = /^(?:完成|实现)$/.test(text.slice(amount.number - 2, amount.number)) ? amount.number : amount.start;
  const before = subject(withoutTimes(text, clause, around.start, spoken));
  const after =
    amount.measure.kind === "rate" && before !== "" && !sharesObject(before, around.after)
      ? ""
      : fit(before, object(around.after));
  if (CHANGE_ALONE.test(before) && after === "")
    return CHANGE_LAST.test(before) ? inherited.subject.replace(CHANGE_LAST, "") + before : inherited.subject;
  const whole = (/^每.$/.test(before) && after === "" ? inherited.subject : "") + before + after;
  const needsVerb = inherited.verb !== "" && !VERB_FIRST.test(whole) && amount.measure.kind === "count";
  return shorten(needsVerb ? inherited.verb + whole : whole, amount.measure.kind !== "rate");
}

/** 预留15%的门票给居民: the share is of the thing after it. */
const sharesObject = (before: string, after: string): boolean => after.startsWith("的") && VERB_LAST.test(before);

/** The verb at the start of a phrase; in a list it applies to all items. Empty if there is none. */
export function verbOf(name: string): string {
  return VERB_FIRST.exec(name)?.[0] ?? "";
}

/** The subjects in 花生种植、收获机械化率分别达到…, if there are as many as numbers; otherwise none. */
export function subjectsOf(name: string, count: number): string[] {
  const parts = name.split(/[、和与及]/).filter((part) => part !== "");
  return parts.length === count ? parts : [];
}

/** The text without time expressions. 年均 and 较2023年 stay, because they say what is measured. */
export function withoutTimes(text: string, clause: Clause, start: number, end: number): string {
  let out = "";
  let at = start;
  for (let k = firstTimeAfter(clause, start); k < clause.times.length && clause.times[k]!.start < end; k++) {
    const time = clause.times[k]!;
    const word = text.slice(time.start, time.end);
    if (time.start < at && time.end > at) at = time.end;
    if (time.kind === "base" || word === "年均" || time.start < at) continue;
    out += text.slice(at, time.start);
    at = time.end;
  }
  return out + text.slice(at, Math.max(at, end));
}

/** The phrase before a number, without words that are not part of a name. */
export function subject(raw: string): string {
  let name = raw.replace(BRACKETS, "").replace(LEAST, "").replace(/分别/g, "").replace(FROM_BASE, "");
  for (let k = 0; k < 4; k++) {
    const shorter = name.replace(OPENING_WORDS, "").replace(REGION, "").replace(PLACE, "").replace(CLOSING_WORDS, "");
    if (shorter === name) break;
    name = shorter;
  }
  return balanced(name.replace(REACHED, "").replace(CLOSING_WORDS, ""));
}

function object(after: string): string {
  const noun = after.replace(BRACKETS, "").replace(/^的/, "").replace(CLOSING_WORDS, "");
  return /^[、，和及与并等\/]/.test(noun) ? "" : balanced(noun);
}

/** Removes quotes and brackets whose partner is missing. */
function balanced(name: string): string {
  const opens = (name.match(/“/g) ?? []).length;
  const closes = (name.match(/”/g) ?? []).length;
  return (opens === closes ? name : name.replace(/[“”]/g, "")).replace(/[()]/g, "");
}

/**
 * Shortens a name that is too long: it starts at a later verb or at a later item of its list, never inside a quoted
 * name.
 */
function shorten(name: string, mayBeginAtVerb: boolean): string {
  if (name.length <= LONGEST) return name;
  if (mayBeginAtVerb) {
    for (const verb of name.matchAll(VERB_ANYWHERE)) {
      const left = name.length - verb.index;
      if (verb.index > 0 && left <= LONGEST && left >= 6) return quotesClosed(name.slice(verb.index));
    }
  }
  const cut = name.slice(-LONGEST);
  const rest = quotesClosed(cut);
  if (rest !== cut) return rest.replace(/^等/, "");
  const mark = rest.search(/[、和及]/);
  return mark >= 0 && mark < rest.length - 8 ? rest.slice(mark + 1) : rest;
}

function quotesClosed(rest: string): string {
  const close = rest.indexOf("”");
  const open = rest.indexOf("“");
  return close >= 0 && (open < 0 || close < open) ? rest.slice(close + 1) : rest;
}

/** Shortens a long object at a link between its parts. */
function fit(before: string, after: string): string {
  const room = LONGEST - before.length;
  if (after.length <= room || room < 8) return after;
  const cut = after.slice(0, room);
  const link = Math.max(cut.lastIndexOf("、"), cut.lastIndexOf("和"), cut.lastIndexOf("及"));
  return link >= 4 ? cut.slice(0, link) : cut;
}
