import type { Op } from "../model";
import { AFTER_NEGATION, COMPARATORS, NEGATIONS, type ComparatorRow } from "../lexicon/comparators";
import { anyOf } from "../lexicon/wording";

/** The words that compare a number, and their position. */
export interface Compared {
  row: ComparatorRow;
  /** Start of the comparing words when they come before the number; their end when they come after it. */
  edge: number;
  /** The comparing word as printed. */
  word: string;
}

const rowsOf = (side: ComparatorRow["side"]): Map<string, ComparatorRow> =>
  new Map(
    COMPARATORS.filter((row) => row.side === side).flatMap((row) =>
      row.words.map((word): [string, ComparatorRow] => [word, row]),
    ),
  );

const before = rowsOf("before");
const behind = rowsOf("behind");
const LONGEST = Math.max(...[...before.keys()].map((word) => word.length));
const BEHIND = new RegExp(anyOf([...behind.keys()]), "y");
/** Words such as 在, 为 and 了 that may stand between comparator and number: 扩大到了约5家. */
const LINK = /^[为了有:：在到至]$/;
/**
 * The comparing words that end right before a number. Several in a row count as one.
 * @param floor nothing before this position is looked at
 */
export function comparatorBefore(text: string, at: number, floor: number): Compared | undefined {
  let edge = at;
  let found: Compared | undefined;
  for (let steps = 0; steps < 4; steps++) {
    const step =
      wordEndingAt(text, edge, floor) ?? (steps > 0 || edge <= floor ? undefined : farther(text, edge, floor));
    if (!step) break;
    edge = step.edge;
    // In 达到约5家 and 力争不少于3个 the word nearest the number decides, unless it is a soft one, which only introduces the
    // number.
    found = !found || found.row.force === "soft" ? step : { ...found, edge };
  }
  return found;
}

/** “Per person per month” between comparator and number: 不超过每人每月130元. */
const PER = /(?:每(?:人|户|亩|吨|家|所|村|县|校|班|个|平方米|公里|年|月|日|天|次|学期|季度|周)){1,2}$/;

/** A comparing word separated from the number by other words. */
function farther(text: string, at: number, floor: number): Compared | undefined {
  const per = PER.exec(text.slice(Math.max(floor, at - 10), at))?.[0];
  if (per !== undefined) return wordEndingAt(text, at - per.length, floor);
  return (
    shareOf(text, at, floor) ??
    (LINK.test(text[at - 1]!) ? wordEndingAt(text, at - 1, floor) : undefined) ??
    reachingWord(text, at, floor)
  );
}

const LONGEST_SHARE = 24;
const SHARE = /^(?:\d+(?:\.\d+)?(?:%|‰|成|\/\d)|百分之|[一二三四五六七八九]成|[一二三四五六七八九十]+分之)/;
const OF_WHAT = /[\u4e00-\u9fff]{2,16}$/;
/** 高于全市平均10% states a distance from the average; 不高于全市总量10% and 高于总量的10% state a share. */
const shareWords = [...before].filter(
  ([word, row]) => word.length > 1 && row.force !== "soft" && row.op !== "~" && !row.id.startsWith("sign"),
);
const SHARE_WORD = new RegExp(`^.*(${anyOf(shareWords.map(([word]) => word))})([\u4e00-\u9fff]{2,16})$`);
const NEEDS_OF = new Set(["below", "above", "over", "short-of", "rises-to", "falls-to"]);

/**
 * After these comparators, the words in between say what the number refers to, for any kind of number: 不超过上年同期的1.2倍,
 * 不高于定额标准3元.
 */
const REACH_OVER = new Set(["not-below", "not-above", "not-over", "held-within", "falls-to"]);
const DOES = /建设|新建|建成|培育|打造|培训|完成|实现|开展|安排|配备|设置|设立|引进|新增|改造|组织|举办|推进|落实/;

/** In 不低于教师总数的10% and 不超过年度计划50% the words in between say what the number is a share of. */
function shareOf(text: string, at: number, floor: number): Compared | undefined {
  const from = Math.max(floor, at - LONGEST_SHARE);
  const found = OF_WHAT.test(text.slice(from, at)) ? SHARE_WORD.exec(text.slice(from, at)) : null;
  const between = found?.[2] ?? "";
  const compared = found ? wordAt(text, at - between.length, found[1]!.length, floor) : undefined;
  if (!compared) return undefined;
  if (!SHARE.test(text.slice(at, at + LONGEST_SHARE)))
    return REACH_OVER.has(compared.row.id) && !DOES.test(between) ? compared : undefined;
  return NEEDS_OF.has(compared.row.id) && !between.endsWith("的") ? undefined : compared;
}

const REACHING = new RegExp(
  `(${anyOf(COMPARATORS.filter((row) => row.reaches).flatMap((row) => row.words))})(?!的)[\u4e00-\u9fff]{1,10}$`,
);

/** In 至少主动联系1次 the verb in between belongs to the indicator's name. */
function reachingWord(text: string, at: number, floor: number): Compared | undefined {
  const word = REACHING.exec(text.slice(Math.max(floor, at - 14), at))?.[1];
  return word === undefined ? undefined : { row: before.get(word)!, edge: at, word };
}

function wordEndingAt(text: string, at: number, floor: number): Compared | undefined {
  for (let length = Math.min(LONGEST, at - floor); length > 0; length--) {
    const found = wordAt(text, at, length, floor);
    if (found) return found;
  }
  return undefined;
}

const NEGATION = new RegExp(`${anyOf(NEGATIONS)}${anyOf(AFTER_NEGATION)}?$`);
const LONGEST_NEGATION = 8;
/** 不 or 未 before the word changes its meaning: 不达到, 未超过. */
const NEGATED = /[不未]/;

/** The comparing word of a given length that ends at a position; inverted when a negation comes before it. */
function wordAt(text: string, at: number, length: number, floor: number): Compared | undefined {
  const edge = at - length;
  const word = text.slice(edge, at);
  const row = before.get(word);
  if (!row) return undefined;
  const ahead = text.slice(Math.max(floor, edge - LONGEST_NEGATION), edge);
  const negation = row.negated ? NEGATION.exec(ahead)?.[0] : undefined;
  if (negation) return { row: { ...row, ...row.negated }, edge: edge - negation.length, word: negation + word };
  const previous = ahead.slice(-1);
  return previous !== "" && (NEGATED.test(previous) || row.notAfter?.includes(previous))
    ? undefined
    : { row, edge, word };
}

/** The comparing words right after a number and its measure word. */
export function comparatorAfter(text: string, at: number): Compared | undefined {
  BEHIND.lastIndex = at;
  const word = BEHIND.exec(text)?.[0];
  if (word === undefined) return undefined;
  const next = text[at + word.length] ?? "";
  if (word === "内" && /[部外容涵地陆河湖蒙需销资]/.test(next)) return undefined;
  const row = behind.get(word)!;
  if (row.force === "soft" && !/[，。；、\n)]/.test(next)) return undefined;
  return { row, edge: at + word.length, word };
}

const FORBIDDEN = new RegExp(`${anyOf(NEGATIONS)}[在为达]?到?$`);

/**
 * Combines the comparisons before and after the number: hard words before it win, then words after it, then other words
 * before it. Without any, the result is `>=`.
 */
export function joinOps(first: Compared | undefined, last: Compared | undefined): Op {
  if (!first) return last?.row.op ?? ">=";
  return !last || first.row.force === "hard" ? first.row.op : last.row.op;
}

/** In 不得在30%以下 the comparison after the number is forbidden. */
export function isForbidden(text: string, at: number, floor: number): boolean {
  return FORBIDDEN.test(text.slice(Math.max(floor, at - LONGEST_NEGATION), at));
}
