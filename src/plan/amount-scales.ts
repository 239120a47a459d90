import { exact, MYRIADS } from "./lexicon/written-numbers";
import type { Indicator, Printed } from "./model";

/** Quantities in 万 and 亿: where a plan promises 23万吨, people work in 万吨, while the indicator's value stays 230000. */

type Quantity = Pick<Indicator, "value" | "max" | "unit">;

/**
 * The quantity in 万 or 亿 of its measure word.
 * @param scale 1e4 or 1e8
 */
export function inScale({ value, max, unit }: Quantity, scale: number): Printed {
  const word = Object.keys(MYRIADS).find((key) => MYRIADS[key] === scale)!;
  return { value: exact(value / scale), ...(max === undefined ? {} : { max: exact(max / scale) }), unit: word + unit };
}

/**
 * How many `unit` one `measure` is: 1e4 for 万吨 and 吨, 1 for the same unit; undefined where `measure` is not 万 or 亿 of
 * `unit`.
 */
export const scaleIn = (measure: string, unit: string): number | undefined =>
  measure === unit ? 1 : measure.slice(1) === unit ? MYRIADS[measure[0]!] : undefined;

/** Splits a measure word into its 万 or 亿 and the unit; the scale is 1 where it has neither. */
export function measureParts(measure: string): { scale: number; unit: string } {
  const scale = MYRIADS[measure[0] ?? ""];
  return scale ? { scale, unit: measure.slice(1) } : { scale: 1, unit: measure };
}

/**
 * The indicator, to be shown and typed in `scale` of its measure word.
 * @param scale 1e4, 1e8, or 1 for plain numbers
 */
export function withScale(indicator: Indicator, scale: number): Indicator {
  if (scale !== 1) return { ...indicator, printed: inScale(indicator, scale) };
  const { printed: _printed, ...plain } = indicator;
  return plain;
}

/** Keeps an indicator in its 万 or 亿 after its numbers were changed; with another measure word the scale is dropped. */
export function keepingScale(changed: Indicator, { printed, unit }: Indicator): Indicator {
  return printed ? withScale(changed, changed.unit === unit ? (scaleIn(printed.unit, unit) ?? 1) : 1) : changed;
}
