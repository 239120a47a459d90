import { comparatorAfter, comparatorBefore, isForbidden, joinOps, type Compared } from "./comparators";
import { readMeasureWord, type MeasureWord } from "../lexicon/measure-words";
import type { Op } from "../model";
import { COMPARATORS } from "../lexicon/comparators";
import { exact, readNumeral, type Numeral } from "../lexicon/written-numbers";

/**
 * A number with its measure word and the words that compare it. Whether it is a target is not decided yet. Offsets are
 * those of the cleaned text.
 */
export interface Amount {
  value: number;
  max?: number;
  op: Op;
  measure: MeasureWord;
  /** The scale in which the plan prints the number: 万 (1e4) or 亿 (1e8). For a range, the scale of its upper end. */
  myriad?: number;
  /** Written in Chinese numerals, without a digit 0-9. */
  chinese: boolean;
  /** Start of the comparing words before the number; start of the number when there are none. */
  start: number;
  /** Start of the number itself. */
  number: number;
  /** End of the comparing words after the measure word; end of the measure word when there are none. */
  end: number;
  before?: Compared;
  after?: Compared;
}

const DASH = /(?:—|-|–|~|～|至|到){1,3}/y;
const RATIO = /[:：](\d+(?:\.\d+)?)/y;
const NUMERAL_START = /[0-9半一二两三四五六七八九十百千万亿零〇]/;

/**
 * Reads the amount that begins at a position.
 * @param floor start of the clause; comparing words are not searched for before it
 * @param timeStart start of a time expression that ends right before the number (提高到2025年的75%); comparing words are
 * then also searched for before it
 * @returns the amount; only an `end` where the characters look like a number but are none, so that the caller continues
 * there; `undefined` when no number begins here
 */
export function readAmount(
  text: string,
  at: number,
  floor: number,
  timeStart?: number,
): Amount | { end: number } | undefined {
  if (!NUMERAL_START.test(text[at] ?? "")) return undefined;
  const first = readNumeral(text, at);
  if (!first || !("value" in first)) return first;
  const compared = comparatorBefore(text, at, floor) ?? comparedAcross(text, timeStart, floor);
  const { measure, upper } = measured(text, first, compared);
  const before = broughtThrough(text, compared, measure);
  const after = comparatorAfter(text, measure.end);
  return {
    ...(upper
      ? { value: times(lowerValue(first, upper), measure), max: times(upper.value, measure), op: "range" }
      : { value: times(first.value, measure), op: compare(text, at, floor, first.value, before, after) }),
    measure,
    ...myriadOf(upper ?? first, measure),
    chinese: first.chinese,
    start: before?.edge ?? at,
    number: at,
    end: after?.edge ?? measure.end,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
  };
}

/** The 万 or 亿 that the plan prints; rates have none. */
const myriadOf = ({ myriad }: Numeral, { kind }: MeasureWord): Pick<Amount, "myriad"> =>
  myriad && kind !== "rate" ? { myriad } : {};

const times = (value: number, measure: MeasureWord): number => (measure.times ? exact(value * measure.times) : value);

const HARD_THINGS = /^[^，。；,;\n]{0,12}(?:技术|难题|瓶颈|产品|装备|成果|材料|工艺)/;
const REACHES = COMPARATORS.find(({ id }) => id === "reaches")!;
/** In 突破20项关键技术 the number is a target to reach, not one to exceed. */
const breaksThrough = (text: string, compared: Compared, { kind, end }: MeasureWord): boolean =>
  compared.word === "突破" && kind === "count" && HARD_THINGS.test(text.slice(end, end + 20));

const broughtThrough = (text: string, compared: Compared | undefined, measure: MeasureWord): Compared | undefined =>
  compared && breaksThrough(text, compared, measure) ? { ...compared, row: REACHES } : compared;

/** The measure word of the number, and the upper end if it is a range. */
function measured(
  text: string,
  first: Numeral,
  before: Compared | undefined,
): { measure: MeasureWord; upper?: Numeral } {
  const ratio = ratioAt(text, first, before);
  if (ratio) return { measure: ratio };
  const upper = upperEnd(text, first);
  return upper ? { measure: upper.measure, upper: upper.numeral } : { measure: measureAfter(text, first) };
}

/**
 * Combines the comparing words before and after the number, and inverts the result in 不得在30%以下. A bare zero means
 * exactly zero (占比为0).
 */
function compare(
  text: string,
  at: number,
  floor: number,
  value: number,
  before: Compared | undefined,
  after: Compared | undefined,
): Op {
  const op = joinOps(before, after);
  if (value === 0 && !before && !after) return "=";
  if (before || !isForbidden(text, at, floor)) return op;
  return op === "<=" ? ">=" : "<=";
}

/** In 提高到2025年的75% the 到 belongs to both the time expression and the comparison. */
function comparedAcross(text: string, timeStart: number | undefined, floor: number): Compared | undefined {
  if (timeStart === undefined) return undefined;
  const shared = /[到至]/.test(text[timeStart] ?? "") ? comparatorBefore(text, timeStart + 1, floor) : undefined;
  return shared ?? comparatorBefore(text, timeStart, floor);
}

/**
 * A ratio such as 1.5:1 is read only after comparing words (缩小到1.5:1左右); other figures with a colon are times or
 * scores.
 */
function ratioAt(text: string, first: Numeral, before: Compared | undefined): MeasureWord | undefined {
  if (!before) return undefined;
  RATIO.lastIndex = first.end;
  const found = RATIO.exec(text);
  return found ? { unit: `:${found[1]!}`, kind: "rate", end: first.end + found[0].length } : undefined;
}

/** The upper end of a range: 3—5个, 3个至5个, 10%—15%, 5万到10万元. */
function upperEnd(text: string, first: Numeral): { numeral: Numeral; measure: MeasureWord } | undefined {
  const lower = measureAfter(text, first);
  DASH.lastIndex = lower.end;
  const dash = DASH.exec(text);
  if (!dash) return undefined;
  const numeral = readNumeral(text, lower.end + dash[0].length);
  if (!numeral || !("value" in numeral) || numeral.chinese !== first.chinese) return undefined;
  const measure = measureAfter(text, numeral);
  if (lower.kind !== "none" && lower.unit !== measure.unit) return undefined;
  return lowerValue(first, numeral) < numeral.value ? { numeral, measure } : undefined;
}

/** In 3—5万 the 万 applies to both numbers; in 5000—1万 it does not. */
function lowerValue(first: Numeral, upper: Numeral): number {
  const shared = first.factor === 1 && first.value < upper.value / upper.factor;
  return shared ? exact(first.value * upper.factor) : first.value;
}

function measureAfter(text: string, numeral: Numeral): MeasureWord {
  if (numeral.unit) return { unit: numeral.unit, kind: "rate", end: numeral.end };
  return readMeasureWord(text, numeral.end) ?? { unit: "", kind: "none", end: numeral.end };
}
