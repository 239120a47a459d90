import { OBJECT_VERBS, PROMISE_VERBS, SUM_VERBS } from "../../lexicon/promises";
import { anyOf } from "../../lexicon/wording";
import { type AmountContext, VERB } from "../context";

export const CHINESE = /[\u4e00-\u9fff]/;
const PROMISED_LAST = "(?:了|出|好|成)?$";
export const OBJECT_VERB_LAST = new RegExp(anyOf(OBJECT_VERBS) + PROMISED_LAST);
export const LONG_VERB_LAST = new RegExp(anyOf(PROMISE_VERBS.filter((verb) => verb.length > 1)) + PROMISED_LAST);
export const LONG_VERB = new RegExp(anyOf(PROMISE_VERBS.filter((verb) => verb.length > 1)));
export const SUM_VERB_LAST = new RegExp(anyOf(SUM_VERBS) + PROMISED_LAST);
export const CHANGE_LAST =
  /(?:增长|增加|提高|提升|上升|扩大|下降|降低|减少|压缩|压减|缩短|缩减|节约|节省|提速|高出|占|为|翻|增|降|减|共|共计|总计|合计)$/;
export const LIST_LINK = /^[、和及与以并且，]*(?:以及)?$/;
/** Kinds of numbers that are seldom promised. */
export const isTimeAgeOrScore = ({ kind }: AmountContext): boolean =>
  kind === "time" || kind === "age" || kind === "score";

/**
 * Whether one of the words comes before the number with no promise verb in between.
 * @param counts whether a match of the words is to be considered
 */
export function governedBy(words: RegExp, clauseBefore: string, counts: (found: RegExpMatchArray) => boolean): boolean {
  let last = -1;
  for (const found of clauseBefore.matchAll(words)) if (counts(found)) last = found.index + found[0].length;
  return last >= 0 && !VERB.test(clauseBefore.slice(last));
}

/** Whether the next number counts the noun after this one: 年接待10万人次以上的展馆20家. */
export function countsNoun({ text, amount, next }: AmountContext): boolean {
  if (!next) return false;
  const between = text.slice(amount.end, Math.min(next.start, amount.end + 24));
  return CHINESE.test(between[0] ?? "") && next.start - amount.end < 24 && !/[、和及与，并]/.test(between);
}

export const EVENT = /^(?:次|场|期|届|轮|场次)$/;
export const CADENCE = /每[一二两三四五六\d]?个?(?:年|学期|学年|季度|季|月|半年|周)/;
/** Whether the amount says how often something happens: 每季度开展1次. */
export const isCadence = ({ unit, clauseBefore }: AmountContext): boolean =>
  EVENT.test(unit) && CADENCE.test(clauseBefore);
