import { readMeasureWord } from "../lexicon/measure-words";
import { yearOf } from "../lexicon/years";
import { exact, FRACTION_UNIT, readNumeral } from "../lexicon/written-numbers";
import type { Indicator, Printed } from "../model";
import { measureParts, scaleIn } from "../amount-scales";
import { readAmount, type Amount } from "../quantities/amounts";
import type { IndicatorCorrection } from "../corrections";
import { sentence, type Sentence } from "../sentence";

/**
 * What a person's words for a target come to: the fields that they say, `value` and `max` in the unit that the row
 * shows.
 */
type TypedAmount = Pick<Indicator, "value"> &
  Partial<Pick<Indicator, "op" | "max" | "unit" | "period">> & { myriad?: number };

/** Why something typed was not taken. */
export interface Refusal {
  refusal: Sentence;
}

export const isRefused = (read: object): read is Refusal => "refusal" in read;

const refused = (refusal: Sentence): Refusal => ({ refusal });
const noNumber = (text: string): Refusal =>
  refused(sentence("“{{text}}”不是一个数，没有改。请填数字，如 30、1.2万、20%、≥30、30—50。", { text }));

/** Numerals as they are written on cheques. */
const FORMAL: Readonly<Record<string, string>> = {
  壹: "一",
  贰: "二",
  叁: "三",
  肆: "四",
  伍: "五",
  陆: "六",
  柒: "七",
  捌: "八",
  玖: "九",
  拾: "十",
  佰: "百",
  仟: "千",
  萬: "万",
  億: "亿",
  零: "零",
};

/** In half width, without blanks; one form for each numeral. */
const tidied = (text: string): string =>
  [...text.normalize("NFKC").replace(/[\s\u200b\ufeff]+/g, "")].map((c) => FORMAL[c] ?? c).join("");

const NEGATIVE = /^(?:[-−﹣–—]|负)(?=[\d.一二两三四五六七八九十百])/;
const EQUALS = /^(?:=|等于|正好)(?=[\d一二两三四五六七八九十])/;
/** 八月, 2025年: no number of anything where the row does not say so. */
const DATE = /^[年月日]$/;
/** Begins a unit that counts by ten thousands or more: 万吨. */
const LARGE = /^(万亿|千亿|百亿|亿|千万|百万|十万|万)/;
const FACTORS: Readonly<Record<string, number>> = {
  万亿: 1e12,
  千亿: 1e11,
  百亿: 1e10,
  亿: 1e8,
  千万: 1e7,
  百万: 1e6,
  十万: 1e5,
  万: 1e4,
};
/** Beyond it a number is held no more to its last digit. */
const LARGEST = 1e15;

/**
 * What a person has typed for a target, read with the reader's own tables: full-width and Chinese numerals, 万 and 亿,
 * percentages, thousands separators, words and signs of comparison, ranges.
 * @param unit the row's measure word, in which `value` is told; a unit typed with the number must be the same, and is
 * taken over where the row has none
 */
function readTyped(typed: string, unit: string): TypedAmount | Refusal {
  const text = tidied(typed).replace(/^\+/, "").replace(/^\./, "0.");
  if (NEGATIVE.test(text)) return refused(sentence("目标数不能是负数，没有改。要降多少，名称里写明降低，这里填正数。"));
  const equals = EQUALS.test(text);
  const words = text.replace(EQUALS, "").replace(/^零$/, "0");
  const more = /\d\+$/.test(words);
  const amount = amountIn(more ? words.slice(0, -1) : words, unit);
  if (amount === undefined) return noNumber(typed.trim());
  if (isRefused(amount)) return amount;
  const { before, after, op } = amount;
  const said = amount.max !== undefined || before || after ? op : equals ? "=" : more ? ">=" : undefined;
  const read = inUnit(amount, unit, typed.trim(), /[万亿]/.test(words));
  return isRefused(read)
    ? read
    : { ...read, ...(said ? { op: said } : {}), ...(amount.measure.perYear ? { period: "perYear" as const } : {}) };
}

/** The amount that the words are; undefined where they are none, or more than one. */
function amountIn(text: string, unit: string): Amount | Refusal | undefined {
  const amount = firstAmount(text);
  if (!amount || amount.start > 0) return undefined;
  const rest = text.slice(amount.end);
  if (rest === "") return DATE.test(amount.measure.unit) && unit === "" ? undefined : amount;
  if (/^[—\-–~至到]+\d/.test(rest)) return refused(sentence("区间要从小到大写，如 30—50，没有改。"));
  // A measure word that no table knows.
  const own = tidied(unit);
  return own !== "" && text.includes(own) ? amountIn(text.replace(own, ""), "") : undefined;
}

function firstAmount(text: string): Amount | undefined {
  for (let at = 0; at < text.length; at++) {
    const numeral = readNumeral(text, at);
    if (!numeral) continue;
    const amount = readAmount(text, at, 0);
    return amount && "measure" in amount ? amount : undefined;
  }
  return undefined;
}

/** The amount in the row's unit, where the two go together. */
function inUnit(
  { value, max, measure, myriad }: Amount,
  unit: string,
  typed: string,
  isLarge: boolean,
): TypedAmount | Refusal {
  const own = tidied(unit);
  const isFraction = measure.unit === FRACTION_UNIT;
  const said = isFraction ? "%" : measure.unit;
  const scale = LARGE.exec(own)?.[0] ?? "";
  if (!goTogether(said, own.slice(scale.length), own))
    return refused(
      sentence("这一项的计量单位是“{{unit}}”，“{{text}}”写的是“{{said}}”，没有改。要换单位，先改计量单位。", {
        unit,
        text: typed,
        said,
      }),
    );
  if (Math.max(value, max ?? 0) > LARGEST)
    return refused(sentence("“{{text}}”太大了，没有改。请核对位数。", { text: typed }));
  // 250000吨 where the row works in 万吨 says its own unit, and 25万 its own 万; 25 is in the row's.
  const by = isLarge || said !== "" ? (FACTORS[scale] ?? 1) : 1;
  const told = (number: number): number => (isFraction ? Number((number * 100).toFixed(2)) : exact(number / by));
  return {
    value: told(value),
    ...(max === undefined ? {} : { max: told(max) }),
    ...(myriad ? { myriad } : {}),
    ...(own === "" && said !== "" ? { unit: said } : {}),
  };
}

const goTogether = (said: string, base: string, own: string): boolean =>
  said === "" || own === "" || said === canonicalUnit(base);

type Row = Pick<Indicator, "op" | "value" | "max" | "unit" | "printed">;

/** The numbers and the measure word that a row shows: in the plan's own 万 or 亿, where it prints one. */
export const shownOf = ({ value, max, unit, printed }: Row): Printed =>
  printed ?? { value, ...(max === undefined ? {} : { max }), unit };

const scaleOf = ({ printed, unit }: Row): number => (printed ? (scaleIn(printed.unit, unit) ?? 1) : 1);

/** What a target typed anew changes of an indicator: its number, and whatever else the words say. */
export function typedTarget(typed: string, indicator: Row): IndicatorCorrection | Refusal {
  const shown = shownOf(indicator);
  if (typed.trim() === "") return refused(sentence("目标数不能空着，没有改。不是指标的，点“不是指标，去掉”。"));
  const read = readTyped(typed, shown.unit);
  if (isRefused(read)) return read;
  const { value, max, myriad, ...said } = read;
  const isRange = (said.op ?? indicator.op) === "range";
  if (isRange && max === undefined && shown.max !== undefined && value > shown.max)
    return refused(sentence("下限 {{value}} 比上限 {{max}} 大，没有改。", { value, max: shown.max }));
  const scale = scaleOf(indicator);
  const upper =
    max !== undefined ? { max: exact(max * scale) } : isRange || shown.max === undefined ? {} : { max: null };
  // 23万吨 in a row without a unit: it works in 万吨 from now on.
  return {
    ...said,
    value: exact(value * scale),
    ...upper,
    ...(said.unit !== undefined && myriad ? { scale: myriad } : {}),
  };
}

/** ㎡ and 平方米 are one. */
const canonicalUnit = (unit: string): string => {
  const measure = readMeasureWord(unit, 0);
  return measure && measure.end === unit.length ? measure.unit : unit;
};

/** What the upper end of a range changes, typed anew. */
export function typedMax(typed: string, indicator: Row): IndicatorCorrection | Refusal {
  const { value: lower, unit } = shownOf(indicator);
  if (typed.trim() === "") return { max: null };
  const read = readTyped(typed, unit);
  if (isRefused(read)) return read;
  if (read.max !== undefined) return refused(sentence("上限只填一个数，没有改。区间可以写在目标数里，如 30—50。"));
  return read.value < lower
    ? refused(sentence("上限 {{max}} 比下限 {{lower}} 小，没有改。", { max: read.value, lower }))
    : { max: exact(read.value * scaleOf(indicator)) };
}

/** The year by which it is due, as typed: 2025, ２０２５, 2025年, 二〇二五年; none where nothing is typed. */
export function typedYear(typed: string): IndicatorCorrection | Refusal {
  if (typed.trim() === "") return { deadline: null };
  const year = yearIn(typed);
  return year === undefined
    ? refused(sentence("“{{text}}”不是年份，没有改。请填四位数，如 2025。", { text: typed.trim() }))
    : { deadline: year };
}

/** The year that somebody has typed; undefined where it is none. */
export function yearIn(typed: string): number | undefined {
  const words = typed
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/年(?:年?底|末|度)?$/, "");
  const year = /^(?:\d{4}|[〇○零一二三四五六七八九]{4})$/.test(words) ? yearOf(words) : undefined;
  return year !== undefined && year >= 1900 && year < 2100 ? year : undefined;
}

export function typedName(typed: string): IndicatorCorrection | Refusal {
  return typed.trim() === "" ? refused(sentence("指标名称不能空着，没有改。")) : { name: typed.trim() };
}

/**
 * The measure word, in half width as the reader has it; the number stands in a field of its own, and stays what it
 * shows: 23 of 吨 become 23 of 万吨.
 */
export function typedUnit(typed: string, indicator: Row): IndicatorCorrection | Refusal {
  const words = typed
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, "");
  if (/^\d/.test(words)) return refused(sentence("计量单位里不写数，没有改。数写在目标数里。"));
  const { scale, unit } = measureParts(words);
  if (scale === 1 && scaleOf(indicator) === 1) return { unit };
  const { value, max } = shownOf(indicator);
  return { unit, scale, value: exact(value * scale), ...(max === undefined ? {} : { max: exact(max * scale) }) };
}
