import { type AmountContext, VERB } from "../context";
import type { Objection } from "./objection";
import { isTimeAgeOrScore, CHANGE_LAST, CHINESE, isCadence, LIST_LINK, LONG_VERB_LAST } from "./patterns";

// Numbers written in Chinese numerals.

/** Measure words that count things. Others right after a small Chinese number count ideas: 两个维护, 四个方面. */
const CHINESE_COUNTS =
  /^(?:名|家|所|场|场次|次|期|届|座|处|条|支|人|批次|台|辆|部|张|间|户|个|项|件|套|轮|课时|学时|本|册|篇)$/;
const BUILDING_VERB_LAST =
  /(?:建设|新建|建成|改建|扩建|改造|打造|培育|创建|争创|举办|开展|组织|召开|新增|引进|组建|设立|建立|完成|安排|培训|认定|遴选|推出|举行|布设|配备|至少|创作|选派|增加)(?:了|出|好|成)?$/;
/**
 * Chinese numbers occur in many names, so they are targets only with comparing words, a frequency or a verb of
 * building.
 */
const isCompared = ({ amount }: AmountContext): boolean =>
  amount.before !== undefined && !/^(?:points-at|reaches-to|roughly|near|over|at-most)$/.test(amount.before.row.id);
const inWords = (row: Pick<Objection, "id" | "example" | "but" | "applies">): Objection => ({
  ...row,
  applies: (context) => context.amount.chinese && !isTimeAgeOrScore(context) && row.applies(context),
});

export const CHINESE_NUMBERS: readonly Objection[] = [
  inWords({
    id: "ratio-in-words",
    example: "付出一倍努力。",
    but: "网店数量增长一倍。",
    applies: (context) =>
      context.kind === "rate" &&
      !/^[%‰]$/.test(context.unit) &&
      !isCompared(context) &&
      !CHANGE_LAST.test(context.sincePrevious),
  }),
  inWords({
    id: "sum-in-words",
    example: "流转百亩、二百亩田。",
    but: "流转土地二百亩。",
    applies: (context) =>
      context.kind === "amount" &&
      !(
        /[元亩吨斤]$/.test(context.unit) &&
        (isCompared(context) ||
          context.amount.after ||
          (VERB.test(context.clauseBefore) && !CHINESE.test(context.clauseAfter[0] ?? "")))
      ),
  }),
  inWords({
    id: "idea-in-words",
    example: "走好三种路。",
    but: "新建三座桥。",
    applies: (context) =>
      context.kind !== "rate" &&
      context.kind !== "amount" &&
      (context.kind !== "count" || !CHINESE_COUNTS.test(context.unit)),
  }),
  inWords({
    id: "one-in-words",
    example: "建设一条河道。",
    but: "每年举办一场。",
    applies: (context) =>
      context.kind === "count" &&
      context.amount.value === 1 &&
      !isCompared(context) &&
      !context.amount.after &&
      !isCadence(context),
  }),
  inWords({
    id: "name-in-words",
    example: "坚决做到两个维护。",
    but: "建设两个公园。",
    applies: (context) =>
      context.kind === "count" &&
      !isCompared(context) &&
      !context.amount.after &&
      !isCadence(context) &&
      !isBuiltInWords(context),
  }),
];

function isBuiltInWords({ afterTarget, sincePrevious, clauseBefore, clauseAfter, amount }: AmountContext): boolean {
  if (afterTarget && LIST_LINK.test(sincePrevious)) return true;
  return (
    BUILDING_VERB_LAST.test(clauseBefore) ||
    (amount.value > 10 && LONG_VERB_LAST.test(clauseBefore)) ||
    ((clauseAfter === "" || /^[、和及]/.test(clauseAfter)) && VERB.test(clauseBefore))
  );
}
