import { comparatorAfter, comparatorBefore, isForbidden, joinOps, type Compared } from "./comparators";
import { readMeasureWord, type MeasureWord } from "../lexicon/measure-words";
import type { Op } from "../model";
import { COMPARATORS } from "../lexicon/comparators";
import { exact, readNumeral, type Numeral } from "../lexicon/written-numbers";

/** A number with its measure word and the words that compare it, not yet judged. Offsets are cleaned ones. */
export interface Amount {
  value: number;
  max?: number;
  op: Op;
  measure: MeasureWord;
  /** Printed in 万 (1e4) or 亿 (1e8); of a range, its upper end. */
  myriad?: number;
  /** Written without a digit 0-9. */
  chinese: boolean;
  /** Where the comparing words before the number begin; the number itself when there are none. */
  start: number;
  /** The number's first digit. */
  number: number;
  /** End of the comparing words after the measure word; of the measure word when there are none. */
  end: number;
  before?: Compared;
  after?: Compared;
}

const DASH = /(?:—|-|–|~|～|至|到){1,3}/y;
const RATIO = /[:：](\d+(?:\.\d+)?)/y;
const NUMERAL_START = /[0-9半一二两三四五六七八九十百千万亿零〇]/;

/**
 * Reads the amount that begins at a position.
 * @param floor where the clause begins: comparing words are not looked for before it.
 * @param timeStart where words of time right before the number begin (提高到2025年的75%): comparing words stand before them.
 * @returns the amount, or only where to go on, or `undefined` when no number begins here.
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

/** 万 or 亿 as the plan prints it; a rate has none. */
const myriadOf = ({ myriad }: Numeral, { kind }: MeasureWord): Pick<Amount, "myriad"> =>
  myriad && kind !== "rate" ? { myriad } : {};

const times = (value: number, measure: MeasureWord): number => (measure.times ? exact(value * measure.times) : value);

const HARD_THINGS = /^[^，。；,;\n]{0,12}(?:技术|难题|瓶颈|产品|装备|成果|材料|工艺)/;
const REACHES = COMPARATORS.find(({ id }) => id === "reaches")!;
/** 突破20项关键技术: they are to be so many, not more. */
const breaksThrough = (text: string, compared: Compared, { kind, end }: MeasureWord): boolean =>
  compared.word === "突破" && kind === "count" && HARD_THINGS.test(text.slice(end, end + 20));

const broughtThrough = (text: string, compared: Compared | undefined, measure: MeasureWord): Compared | undefined =>
  compared && breaksThrough(text, compared, measure) ? { ...compared, row: REACHES } : compared;

/** What the number measures, and the upper end of a range. */
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

/** Of what stands before and behind, and turned round in 不得在30%以下; nothing is nothing (占比为0). */
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

/** 提高到2025年的75%: 到 belongs to the words of time as well as to those of comparison. */
function comparedAcross(text: string, timeStart: number | undefined, floor: number): Compared | undefined {
  if (timeStart === undefined) return undefined;
  const shared = /[到至]/.test(text[timeStart] ?? "") ? comparatorBefore(text, timeStart + 1, floor) : undefined;
  return shared ?? comparatorBefore(text, timeStart, floor);
}

/** 1.5:1 after words of comparison (缩小到1.5:1左右); other figures with a colon are times and scores. */
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

/** 3—5万: the 万 holds for both; 5000—1万: it does not. */
function lowerValue(first: Numeral, upper: Numeral): number {
  const shared = first.factor === 1 && first.value < upper.value / upper.factor;
  return shared ? exact(first.value * upper.factor) : first.value;
}

function measureAfter(text: string, numeral: Numeral): MeasureWord {
  if (numeral.unit) return { unit: numeral.unit, kind: "rate", end: numeral.end };
  return readMeasureWord(text, numeral.end) ?? { unit: "", kind: "none", end: numeral.end };
}
