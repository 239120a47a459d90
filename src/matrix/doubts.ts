import { sentence, type Sentence } from "../plan/sentence";
import type { CellValue } from "./sheet";
import { parseTarget, type Target } from "./target-text";

/**
 * Numbers that are likely off by a hundred, ten thousand or a hundred million: 0.85 for 85 %, 230000 in a row of 万吨.
 * Nobody can tell from the number alone, so it is asked: until then the row is 无法识别. `formulas.ts` states the same, a
 * test runs both; the validations carry each row's bounds as numbers.
 */
export interface Doubt {
  /** What was meant, as far as one number comes near the target. */
  meant?: number;
  reason: Sentence;
}

/** A number is asked where it is not 0 and at most `low`, or over `high`; signs aside. */
export interface DoubtBounds {
  low: number;
  high: number;
}

const noBounds: DoubtBounds = { low: 0, high: Infinity };

/** A share written as a fraction is at most this: 1.2 for 120 %. */
export const largestFraction = 2;
/** Rates may well be over 100 %, but seldom over this. */
export const boldestRate = 300;
/** The geometric mean of 1 and 100: beyond it, a number off by a hundred is nearer to its target than as it stands. */
export const between = 10;
/** Targets from here on are written in 万 by whoever fills them in, where the row is in single ones. */
export const myriad = 10_000;
/** A part of such a target below which an entry is more likely in 万: one in a thousand. */
export const thousandth = 1_000;
/** The geometric mean of 1 and 10⁴. */
export const betweenMyriads = 100;
/** With one of these a measure word says that it counts in 万 or 亿. */
export const myriadWords = "万亿";

interface Row {
  target: CellValue;
  measure: string;
  /** The entry is one unit's part of the number, and may be small. */
  isPart?: boolean;
}

interface DoubtRule {
  id: string;
  example: Row & { entry: number; meant: number };
  /** Looks so, and is taken as it stands. */
  but: Row & { entry: number };
  side: keyof DoubtBounds;
  applies: (measure: string) => boolean;
  /** Not where the entry is a part of the number. */
  whole?: true;
  bound: (goal: number, isLimit: boolean) => number;
  /** By what the entry may have to be multiplied. */
  factors: readonly number[];
  reason: (measure: string) => Sentence;
}

const isPercent = (measure: string): boolean => measure === "%";
const inMyriads = (measure: string): boolean => measure !== "" && myriadWords.includes(measure[0]!);

export const doubtRules: readonly DoubtRule[] = [
  {
    id: "fraction",
    example: { target: "≥80", measure: "%", entry: 0.85, meant: 85 },
    but: { target: "≤0.5", measure: "%", entry: 0.3 },
    side: "low",
    applies: isPercent,
    // A number under a ceiling may well be small; below a floor of more than 1 % none is honest so often as it is a
    // fraction.
    bound: (goal, isLimit) => Math.max(Math.min(largestFraction, goal / between), goal > 1 && !isLimit ? 1 : 0),
    factors: [100],
    reason: () => sentence("像是把百分数填成了小数"),
  },
  {
    id: "hundredfold",
    example: { target: "≥80", measure: "%", entry: 9200, meant: 92 },
    but: { target: "≥120", measure: "%", entry: 150 },
    side: "high",
    applies: isPercent,
    bound: (goal) => Math.max(boldestRate, between * goal),
    factors: [0.01],
    reason: () => sentence("比目标大得太多，像是多乘了 100"),
  },
  {
    id: "in-single-ones",
    example: { target: "≥23", measure: "万吨", entry: 231_000, meant: 23.1 },
    but: { target: "≥23", measure: "万吨", entry: 31 },
    side: "high",
    applies: inMyriads,
    bound: (goal) => betweenMyriads * goal,
    factors: [1e-4, 1e-8],
    reason: (measure) => sentence("像是没有按“{{measure}}”填", { measure }),
  },
  {
    id: "in-myriads",
    example: { target: "≥230000", measure: "吨", entry: 23, meant: 230_000 },
    but: { target: "≥5000", measure: "吨", entry: 4 },
    side: "low",
    applies: (measure) => !isPercent(measure),
    whole: true,
    bound: (goal) => (goal >= myriad ? goal / thousandth : 0),
    factors: [1e4, 1e8],
    reason: (measure) =>
      measure === ""
        ? sentence("像是按“万”填的")
        : sentence("像是按“万{{measure}}”填的，本行的计量单位是“{{measure}}”", { measure }),
  },
];

const rulesOf = ({ measure, isPart }: Row): readonly DoubtRule[] =>
  doubtRules.filter(({ applies, whole }) => applies(measure) && !(whole && isPart));

const isLimit = ({ op }: Target): boolean => op === "<=" || op === "<";
const boundOf = (rule: DoubtRule, target: Target): number => rule.bound(Math.abs(target.value), isLimit(target));

export function doubtBounds(row: Row): DoubtBounds {
  const target = parseTarget(row.target);
  if (!target) return noBounds;
  return Object.assign(
    { ...noBounds },
    ...rulesOf(row).map((rule) => ({ [rule.side]: boundOf(rule, target) })),
  ) as DoubtBounds;
}

/** Whether some number is asked in this row. */
export const hasDoubts = ({ low, high }: DoubtBounds): boolean => low > 0 || high < Infinity;

export const isDoubtful = (value: number, { low, high }: DoubtBounds): boolean =>
  value !== 0 && (Math.abs(value) <= low || Math.abs(value) > high);

/** Undefined for a number that can be taken as it stands. */
export function doubtOf(value: number, row: Row): Doubt | undefined {
  const target = parseTarget(row.target);
  const rule =
    target && rulesOf(row).find((one) => isDoubtful(value, { ...noBounds, [one.side]: boundOf(one, target) }));
  if (!rule) return undefined;
  const bounds = doubtBounds(row);
  const meant = rule.factors
    .map((factor) => Number((value * factor).toPrecision(12)))
    .filter((one) => !isDoubtful(one, bounds))
    .sort((a, b) => distance(a, target.value) - distance(b, target.value));
  return { ...(meant.length > 0 ? { meant: meant[0]! } : {}), reason: rule.reason(row.measure) };
}

/** How many times one is the other. */
const distance = (a: number, b: number): number => Math.abs(Math.log(Math.abs(a) / Math.max(Math.abs(b), 1e-9)));

/** What somebody writes in 备注 to say that a number is right as it stands: `已核：0.8%`. */
export const confirmedMark = "已核：";
export const confirmation = (value: number, measure: string): string =>
  `${confirmedMark}${Number(value.toPrecision(15))}${measure}`;

/** Whether 备注 (or a form's 说明) says that this number was looked at and is right. */
export const isConfirmed = (value: number, measure: string, remark: CellValue): boolean =>
  String(remark).replace(/:/g, "：").includes(confirmation(value, measure));
