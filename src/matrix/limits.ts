import { sentence, type Sentence } from "../plan/sentence";
import { doubtBounds, hasDoubts, myriadWords, type DoubtBounds } from "./doubts";
import { rateWords, type StatusKey } from "./statuses";
import type { CellValue } from "./sheet";
import { parseTarget } from "./target-text";

/** What may be entered for a number: one rule for the matrix's cells, the forms and what returned forms hold. */

/** The cells of a row that decide what may be entered. */
export interface Asked {
  indicator: string;
  target: CellValue;
  measure: string;
  /** The entry is one unit's part of the number. */
  isPart?: boolean;
  /** 备注, or a form's 说明, in which somebody may confirm a number that looks wrong. */
  remark?: CellValue;
}

/**
 * The words that may be entered for a task for which the plan promises no number. All have the same length, since the
 * formula tells them by their place in a row (`taskStatus` in `formulas.ts`).
 */
export const qualityWords = ["已完成", "推进中", "未开展"] as const;
export type QualityWord = (typeof qualityWords)[number];

/** The status that each word gives. */
export const wordStatuses = { 已完成: "done", 推进中: "underWay", 未开展: "notStarted" } as const satisfies Record<
  QualityWord,
  StatusKey
>;

/** Whether the row asks for a number at all. The formulas test it the same way. */
export const isQuantified = ({ target }: Pick<Asked, "target">): boolean => String(target).trim() !== "";

/** 增、降、减: a rate may be negative, and over 100 %. */
const isRate = (indicator: string): boolean => rateWords.some((word) => indicator.includes(word));

/**
 * Measure words of things that are counted one by one: half a person is a slip of the pen. A measure counts as one of
 * them if it occurs in this text. No two neighbours form a measure word, except 人次 and 场次.
 */
export const countedMeasures = "名人次场次位所个家处期项件册本辆台套座支户村校班团队";
const isCounted = (measure: string): boolean => measure !== "" && countedMeasures.includes(measure);

/** The largest share, in percent. */
export const wholeShare = 100;

/**
 * - `rate`: anything that is a number
 * - `share`: a percentage between 0 and 100
 * - `whole`: counted things, unless the plan itself promises a fraction of one
 * - `amount`: everything else that is not negative
 */
export type Domain = "rate" | "share" | "whole" | "amount";

export function domainOf({ indicator, target, measure }: Asked): Domain {
  if (isRate(indicator)) return "rate";
  if (measure === "%" && (parseTarget(target)?.value ?? 0) <= wholeShare) return "share";
  return isCounted(measure) && !String(target).includes(".") ? "whole" : "amount";
}

/** Why a number cannot be right; undefined where it can. */
export function outside(value: number, asked: Asked): Sentence | undefined {
  const domain = domainOf(asked);
  if (domain === "rate") return undefined;
  if (value < 0) return sentence("是负数");
  if (domain === "share" && value > wholeShare) return sentence("百分数应在 0—{{most}} 之间", { most: wholeShare });
  if (domain === "whole" && !Number.isInteger(value))
    return sentence("“{{measure}}”应为整数", { measure: asked.measure });
  return undefined;
}

/** More than this many times an approximate target (左右、约), a number is more likely a slip than a real result. */
const doubtfulTimes = 1.5;

/** What may be entered, in terms that a cell's validation can express. */
export interface Limit {
  kind: "whole" | "decimal";
  /** Absent: no limit. */
  min?: number;
  max?: number;
  /** Whether the user is only asked about a number outside the limits; else it is refused. */
  isQuestion: boolean;
  /** The bounds beyond which the user is asked about numbers that are likely off by a hundred or more. */
  doubts?: DoubtBounds;
  /** In words, for the validation's hint and refusal. */
  text: string;
}

export function limitOf(asked: Asked): Limit {
  const bounds = doubtBounds(asked);
  const limit = plainLimit(asked);
  return hasDoubts(bounds) ? { ...limit, isQuestion: true, doubts: bounds } : limit;
}

function plainLimit(asked: Asked): Limit {
  const domain = domainOf(asked);
  const target = parseTarget(asked.target);
  const kind = domain === "whole" ? "whole" : "decimal";
  const number = kind === "whole" ? "整数" : "数字";
  const percent = asked.measure === "%" ? "，92% 填 92" : "";
  if (domain === "rate") return { kind, isQuestion: false, text: `只填数字，可以是负数${percent}` };
  if (domain === "share")
    return { kind, min: 0, max: wholeShare, isQuestion: false, text: `只填数字部分（0—${wholeShare}）${percent}` };
  if (target?.op === "~" && target.value > 0)
    return {
      kind,
      min: 0,
      max: target.value * doubtfulTimes,
      isQuestion: true,
      text: `只填${number}，与目标（约${target.value}）相差很多时请再核对`,
    };
  const myriads = asked.measure !== "" && myriadWords.includes(asked.measure[0]!) ? `，以“${asked.measure}”为单位` : "";
  return { kind, min: 0, isQuestion: false, text: `只填${number}，不带文字和单位${myriads}${percent}` };
}
