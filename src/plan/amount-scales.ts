import { exact, MYRIADS } from "./lexicon/written-numbers";
import type { Indicator, Printed } from "./model";

/** Quantities in 万 and 亿: a plan that promises 23万吨 is worked with in 万吨, while its number stays 230000. */

type Quantity = Pick<Indicator, "value" | "max" | "unit">;

/** @param scale 1e4 or 1e8 */
export function inScale({ value, max, unit }: Quantity, scale: number): Printed {
  const word = Object.keys(MYRIADS).find((key) => MYRIADS[key] === scale)!;
  return { value: exact(value / scale), ...(max === undefined ? {} : { max: exact(max / scale) }), unit: word + unit };
}

/**
 * What one of `measure` is in `unit`: 1e4 for 万吨 in 吨, 1 for the unit itself; undefined where it is no 万 or 亿 of it.
 */
export const scaleIn = (measure: string, unit: string): number | undefined =>
  measure === unit ? 1 : measure.slice(1) === unit ? MYRIADS[measure[0]!] : undefined;

/** A measure word as its 万 or 亿, and what that is of; `{ scale: 1 }` for one without. */
export function measureParts(measure: string): { scale: number; unit: string } {
  const scale = MYRIADS[measure[0] ?? ""];
  return scale ? { scale, unit: measure.slice(1) } : { scale: 1, unit: measure };
}

/** An indicator whose numbers are worked with in `scale` of its measure; 1: as they are. */
export function withScale(indicator: Indicator, scale: number): Indicator {
  if (scale !== 1) return { ...indicator, printed: inScale(indicator, scale) };
  const { printed: _printed, ...plain } = indicator;
  return plain;
}

/** After its numbers were changed, an indicator stays in its 万 or 亿; another measure word has none. */
export function keepingScale(changed: Indicator, { printed, unit }: Indicator): Indicator {
  return printed ? withScale(changed, changed.unit === unit ? (scaleIn(printed.unit, unit) ?? 1) : 1) : changed;
}
