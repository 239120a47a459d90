import { readMeasureWord } from "../lexicon/measure-words";
import { yearOf } from "../lexicon/years";
import { anyOf } from "../lexicon/wording";
import { exact, FRACTION_UNIT, readNumeral, SCALE_FACTORS } from "../lexicon/written-numbers";
import type { Indicator, Printed } from "../model";
import { measureParts, scaleIn } from "../amount-scales";
import { readAmount, type Amount } from "../quantities/amounts";
import type { IndicatorCorrection } from "../corrections";
import { sentence, type Sentence } from "../sentence";

/** The fields that a typed target sets; `value` and `max` are in the unit that the row shows. */
type TypedAmount = Pick<Indicator, "value"> &
  Partial<Pick<Indicator, "op" | "max" | "unit" | "period">> & { myriad?: number };

/** Why a typed text was not accepted. */
export interface Refusal {
  refusal: Sentence;
}

/** Whether something typed was refused. */
export const isRefused = (read: object): read is Refusal => "refusal" in read;

const refused = (refusal: Sentence): Refusal => ({ refusal });
const noNumber = (text: string): Refusal =>
  refused(sentence("“{{text}}”不是一个数，没有改。请填数字，如 30、1.2万、20%、≥30、30—50。", { text }));

/** Formal numerals as used on cheques. */
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

/** The text in half width, without blanks, and with one form of each numeral. */
const tidied = (text: string): string =>
  [...text.normalize("NFKC").replace(/[\s\u200b\ufeff]+/g, "")].map((c) => FORMAL[c] ?? c).join("");

const NEGATIVE = /^(?:[-−﹣–—]|负)(?=[\d.一二两三四五六七八九十百])/;
const EQUALS = /^(?:=|等于|正好)(?=[\d一二两三四五六七八九十])/;
/** 八月 and 2025年 are not amounts, unless the row has that unit. */
const DATE = /^[年月日]$/;
/** Starts a unit that counts in ten thousands or more: 万吨. */
const LARGE = new RegExp(`^${anyOf(Object.keys(SCALE_FACTORS))}`);
/** Larger numbers are not stored exactly to the last digit. */
const LARGEST = 1e15;

/**
 * Reads what a person has typed as a target, with the same tables as the plan reader: full-width and Chinese numerals,
 * 万 and 亿, percentages, thousands separators, comparing words and signs, ranges.
 * @param unit the row's measure word, in which `value` is returned. A unit typed with the number must be the same; a
 * row without a unit takes it over.
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
  const statedOp = amount.max !== undefined || before || after ? op : equals ? "=" : more ? ">=" : undefined;
  const read = inUnit(amount, unit, typed.trim(), /[万亿]/.test(words));
  return isRefused(read)
    ? read
    : {
        ...read,
        ...(statedOp ? { op: statedOp } : {}),
        ...(amount.measure.perYear ? { period: "perYear" as const } : {}),
      };
}

/** The amount that the whole text consists of; `undefined` if there is none or more than one. */
function amountIn(text: string, unit: string): Amount | Refusal | undefined {
  const amount = firstAmount(text);
  if (!amount || amount.start > 0) return undefined;
  const rest = text.slice(amount.end);
  if (rest === "") return DATE.test(amount.measure.unit) && unit === "" ? undefined : amount;
  if (/^[—\-–~至到]+\d/.test(rest)) return refused(sentence("区间要从小到大写，如 30—50，没有改。"));
  // The row's measure word is not in the table.
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

/** The amount converted to the row's unit; a refusal if the units do not match. */
function inUnit(
  { value, max, measure, myriad }: Amount,
  unit: string,
  typed: string,
  isLarge: boolean,
): TypedAmount | Refusal {
  const own = tidied(unit);
  const isFraction = measure.unit === FRACTION_UNIT;
  const writtenUnit = isFraction ? "%" : measure.unit;
  const scale = LARGE.exec(own)?.[0] ?? "";
  if (!goTogether(writtenUnit, own.slice(scale.length), own))
    return refused(
      sentence("这一项的计量单位是“{{unit}}”，“{{text}}”写的是“{{said}}”，没有改。要换单位，先改计量单位。", {
        unit,
        text: typed,
        said: writtenUnit,
      }),
    );
  if (Math.max(value, max ?? 0) > LARGEST)
    return refused(sentence("“{{text}}”太大了，没有改。请核对位数。", { text: typed }));
  // In a row in 万吨, 250000吨 states its own unit and 25万 its own 万; a plain 25 is in the row's unit.
  const by = isLarge || writtenUnit !== "" ? (SCALE_FACTORS[scale] ?? 1) : 1;
  const converted = (number: number): number => (isFraction ? Number((number * 100).toFixed(2)) : exact(number / by));
  return {
    value: converted(value),
    ...(max === undefined ? {} : { max: converted(max) }),
    ...(myriad ? { myriad } : {}),
    ...(own === "" && writtenUnit !== "" ? { unit: writtenUnit } : {}),
  };
}

const goTogether = (writtenUnit: string, base: string, own: string): boolean =>
  writtenUnit === "" || own === "" || writtenUnit === canonicalUnit(base);

type Row = Pick<Indicator, "op" | "value" | "max" | "unit" | "printed">;

/** The numbers and measure word that a row shows: in 万 or 亿 if the plan prints them. */
export const shownOf = ({ value, max, unit, printed }: Row): Printed =>
  printed ?? { value, ...(max === undefined ? {} : { max }), unit };

const scaleOf = ({ printed, unit }: Row): number => (printed ? (scaleIn(printed.unit, unit) ?? 1) : 1);

/** The changes to an indicator when its target is retyped: the number, and anything else that the words state. */
export function typedTarget(typed: string, indicator: Row): IndicatorCorrection | Refusal {
  const shown = shownOf(indicator);
  if (typed.trim() === "") return refused(sentence("目标数不能空着，没有改。不是指标的，点“不是指标，去掉”。"));
  const read = readTyped(typed, shown.unit);
  if (isRefused(read)) return read;
  const { value, max, myriad, ...stated } = read;
  const isRange = (stated.op ?? indicator.op) === "range";
  if (isRange && max === undefined && shown.max !== undefined && value > shown.max)
    return refused(sentence("下限 {{value}} 比上限 {{max}} 大，没有改。", { value, max: shown.max }));
  const scale = scaleOf(indicator);
  const upper =
    max !== undefined ? { max: exact(max * scale) } : isRange || shown.max === undefined ? {} : { max: null };
  // 23万吨 in a row without a unit: the row uses 万吨 from now on.
  return {
    ...stated,
    value: exact(value * scale),
    ...upper,
    ...(stated.unit !== undefined && myriad ? { scale: myriad } : {}),
  };
}

/** ㎡ and 平方米 are the same. */
const canonicalUnit = (unit: string): string => {
  const measure = readMeasureWord(unit, 0);
  return measure && measure.end === unit.length ? measure.unit : unit;
};

/** The changes to an indicator when the upper end of its range is retyped. */
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

/** The due year as typed: 2025, ２０２５, 2025年, 二〇二五年; an empty text removes it. */
export function typedYear(typed: string): IndicatorCorrection | Refusal {
  if (typed.trim() === "") return { deadline: null };
  const year = yearIn(typed);
  return year === undefined
    ? refused(sentence("“{{text}}”不是年份，没有改。请填四位数，如 2025。", { text: typed.trim() }))
    : { deadline: year };
}

/** The year that was typed; `undefined` if the text is none. */
export function yearIn(typed: string): number | undefined {
  const words = typed
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/年(?:年?底|末|度)?$/, "");
  const year = /^(?:\d{4}|[〇○零一二三四五六七八九]{4})$/.test(words) ? yearOf(words) : undefined;
  return year !== undefined && year >= 1900 && year < 2100 ? year : undefined;
}

/** The changes to an indicator when its name is retyped; an empty name is refused. */
export function typedName(typed: string): IndicatorCorrection | Refusal {
  return typed.trim() === "" ? refused(sentence("指标名称不能空着，没有改。")) : { name: typed.trim() };
}

/**
 * The typed measure word, in half width as the reader stores it. The number has a field of its own and stays as shown:
 * 23 吨 become 23 万吨.
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
