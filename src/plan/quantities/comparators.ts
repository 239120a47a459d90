import type { Op } from "../model";
import { anyOf } from "../lexicon/wording";

/** How a number is to be compared, as words before or after it say. */
export const BEFORE: Readonly<Record<Exclude<Op, "range" | "=">, readonly string[]>> = {
  ">=": [
    "不少于", "不低于", "不小于", "不短于", "不得少于", "不得低于", "不得小于", "不能少于", "不能低于", "不弱于", "至少", "最少", "最低", "达到", "达", "力争达", "高达", "提高到", "提高至", "提升到", "提升至", "增加到", "增加至", "增至", "增到",
    "扩大到", "扩大至", "增长到", "增长至", "扩充到", "扩充至", "扩展到", "拓展到", "拓展至", "发展到", "发展至", "上升到", "上升至", "升至", "升到", "提至", "提到", "延长到", "延长至", "保持在", "维持在", "实现", "完成", "力争",
  ],
  ">": ["超过", "超", "突破", "高于", "大于", "多于", "跨越", "迈上", "超出"],
  "<=": [
    "不超过", "不高于", "不大于", "不多于", "不长于", "不超", "不得超过", "不得高于", "不得多于", "不能超过", "不突破", "最多", "最高", "最长", "至多", "控制在", "控制到", "控制至", "压缩至", "压缩到", "压缩为", "压减至", "压减到", "压降至", "压降到", "缩短至", "缩短到", "缩短为",
    "缩减至", "缩减到", "缩小到", "缩小至", "精简至", "精简到", "精简为", "降至", "降到", "降为", "降低到", "降低至", "下降到", "下降至", "减少到", "减少至", "减至", "减到", "限制在", "收窄至", "收窄到", "削减至", "削减到",
  ],
  "<": ["低于", "少于", "小于", "短于", "不足", "不到", "不满"],
  "~": ["约", "大约", "约为", "约达", "大致", "接近", "近", "稳定在", "稳定到", "基本稳定在"],
};

export const AFTER: Readonly<Record<Exclude<Op, "range" | "=" | ">" | "<">, readonly string[]>> = {
  ">=": ["以上", "及以上", "(含)以上", "含以上", "之上", "起"],
  "<=": ["以内", "之内", "内", "以下", "及以下", "(含)以下", "之下", "(含)以内"],
  "~": ["左右", "上下", "前后"],
};

/** Words that say only that the number follows: with them alone it is a level to reach, and words behind it rule. */
const SOFT: ReadonlySet<string> = new Set(["实现", "完成", "力争", "起"]);
/** 不 before them makes another word of it; it is in the tables itself. */
const NEGATED = "不未";

interface Word {
  op: Op;
  word: string;
}

const before = entries(BEFORE);
const after = entries(AFTER);
const opBefore = new Map(before.map(({ op, word }) => [word, op]));
const opAfter = new Map(after.map(({ op, word }) => [word, op]));
const LONGEST = Math.max(...before.map(({ word }) => word.length));
const AFTERWARDS = new RegExp(anyOf(after.map(({ word }) => word)), "y");
/** 在, 为, 了 and the like between comparator and number; 扩大到了约5家. */
const LINK = /^(?:为|了|有|:|：|在|到|至|其中)$/;

function entries(table: Readonly<Record<string, readonly string[]>>): Word[] {
  return Object.entries(table).flatMap(([op, words]) => words.map((word) => ({ op: op as Op, word })));
}

export interface Compared {
  op: Op;
  /** Where the comparing words begin (before) or end (after). */
  edge: number;
  /** The word itself. */
  word: string;
}

/** The comparing words that end right before a number, not looking before `floor`. Several in a row count as one. */
export function comparatorBefore(text: string, at: number, floor: number): Compared | undefined {
  let edge = at;
  let found: Compared | undefined;
  for (let steps = 0; steps < 4; steps++) {
    const step = wordEndingAt(text, edge, floor) ?? (steps > 0 || edge <= floor ? undefined : linkedWord(text, edge, floor));
    if (!step) break;
    edge = step.edge;
    // 达到约5家, 力争不少于3个: the word next to the number rules, unless it only points at it.
    if (!found || SOFT.has(found.word)) found = { ...step, edge };
    else found = { ...found, edge };
  }
  return found;
}

/** 不低于教师总数的10%: of what it is a share stands between. */
const SHARE_OF = /(不低于|不少于|不得低于|不得少于|不超过|不高于|不得超过|达到|超过)[^，。；、：:\d\n]{2,16}的$/;
const SHARE = /^(?:\d+(?:\.\d+)?(?:%|‰|倍|成|\/\d)|百分之|[一二三四五六七八九]成|[一二三四五六七八九十]+分之)/;
const LONGEST_SHARE = 24;

function linkedWord(text: string, at: number, floor: number): Compared | undefined {
  const share = SHARE.test(text.slice(at, at + LONGEST_SHARE)) && SHARE_OF.exec(text.slice(Math.max(floor, at - LONGEST_SHARE), at));
  if (share) return { op: opBefore.get(share[1]!)!, edge: at - share[0].length, word: share[1]! };
  if (!LINK.test(text[at - 1] ?? "")) return undefined;
  return wordEndingAt(text, at - 1, floor);
}

function wordEndingAt(text: string, at: number, floor: number): Compared | undefined {
  for (let length = Math.min(LONGEST, at - floor); length > 0; length--) {
    const word = text.slice(at - length, at);
    const op = opBefore.get(word);
    if (!op) continue;
    const previous = at - length > floor ? text[at - length - 1]! : "";
    if (NEGATED.includes(previous) && previous !== "") continue;
    if (word === "近" && /[最附临邻靠远相]/.test(previous)) continue;
    if (word === "约" && /[节预合契大集公签履]/.test(previous)) continue;
    if (word === "超" && /[赶]/.test(previous)) continue;
    if (word === "达" && /[发到]/.test(previous)) continue;
    return { op, edge: at - length, word };
  }
  return undefined;
}

/** The comparing words right after a number and its measure word. */
export function comparatorAfter(text: string, at: number): Compared | undefined {
  AFTERWARDS.lastIndex = at;
  const word = AFTERWARDS.exec(text)?.[0];
  if (word === undefined) return undefined;
  const next = text[at + word.length] ?? "";
  if (word === "内" && /[部外容涵地陆河湖蒙需销资]/.test(next)) return undefined;
  if (word === "起" && !/[，。；、\n)]/.test(next)) return undefined;
  return { op: opAfter.get(word)!, edge: at + word.length, word };
}

/** One comparison from what stands before and after: 不… decides, then words after, then words before; bare is `>=`. */
export function joinOps(first: Compared | undefined, last: Compared | undefined): Op {
  if (!first) return last?.op ?? ">=";
  if (!last) return first.op;
  if (/^不/.test(first.word) || first.op === ">" || first.op === "<") return first.op;
  return last.op;
}
