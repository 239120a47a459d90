import { sentence, type Sentence } from "../plan/sentence";
import type { CellValue } from "./sheet";
import { parseTarget, type Target } from "./target-text";

/**
 * Numbers that are likely wrong by a factor of a hundred, ten thousand or a hundred million: 0.85 for 85 %, 230000 in a
 * row of 万吨. The number alone cannot tell, so the user is asked, and until then the row is 无法识别. `formulas.ts` states
 * the same rules, and a test runs both. The validations carry each row's bounds as numbers.
 */
export interface Doubt {
  /** The number that was probably meant; absent where no number comes near the target. */
  meant?: number;
  reason: Sentence;
}

/** The user is asked about a number that is not 0 and whose absolute value is at most `low` or over `high`. */
export interface DoubtBounds {
  low: number;
  high: number;
}

const noBounds: DoubtBounds = { low: 0, high: Infinity };

/** The largest share that somebody may have written as a fraction: 1.2 for 120 %. */
export const largestFraction = 2;
/** In percent. A rate may well be over 100 %, but seldom over this. */
export const boldestRate = 300;
/** The geometric mean of 1 and 100: beyond this ratio, dividing by a hundred brings a number nearer to its target. */
export const between = 10;
/** Where the row counts single units, people report targets of this size and more in 万. */
export const myriad = 10_000;
/** Below this fraction of such a target (one in a thousand), an entry is more likely in 万. */
export const thousandth = 1_000;
/** The geometric mean of 1 and 10⁴. */
export const betweenMyriads = 100;
/** A measure word that begins with one of these counts in 万 or 亿. */
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
  /** A case that looks similar and is accepted as it is. */
  but: Row & { entry: number };
  side: keyof DoubtBounds;
  applies: (measure: string) => boolean;
  /** Does not apply where the entry is one unit's part of the number. */
  whole?: true;
  bound: (goal: number, isLimit: boolean) => number;
  /** Factors by which the entry may have to be multiplied. */
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
    // Under a ceiling a number may well be small. Above a floor of more than 1 %, a number up to 1 is more often a
    // fraction than an honest percentage.
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

/** Whether there are numbers in this row about which the user is asked. */
export const hasDoubts = ({ low, high }: DoubtBounds): boolean => low > 0 || high < Infinity;

export const isDoubtful = (value: number, { low, high }: DoubtBounds): boolean =>
  value !== 0 && (Math.abs(value) <= low || Math.abs(value) > high);

/** Why the user is asked about a number; undefined for one that can be taken as it is. */
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

/** The ratio of the two numbers, as the absolute value of its logarithm. */
const distance = (a: number, b: number): number => Math.abs(Math.log(Math.abs(a) / Math.max(Math.abs(b), 1e-9)));

/** How somebody confirms in 备注 that a number is right: `已核：0.8%`. */
export const confirmedMark = "已核：";
export const confirmation = (value: number, measure: string): string =>
  `${confirmedMark}${Number(value.toPrecision(15))}${measure}`;

/** Whether 备注 (or a form's 说明) confirms this number. */
export const isConfirmed = (value: number, measure: string, remark: CellValue): boolean =>
  String(remark).replace(/:/g, "：").includes(confirmation(value, measure));
