import { cleanText } from "../../../src/plan/characters";
import type { Indicator } from "../../../src/plan/model";
import { readQuantities, type QuantityReading } from "../../../src/plan/quantities";

export const YEARS: [number, number] = [2023, 2027];

/** Reads a text as the body of one task. */
export function quantitiesOf(
  source: string,
  years: [number, number] = YEARS,
  annual?: number,
  section: string[] = ["发展现代农业"],
): QuantityReading {
  const clean = cleanText(source);
  return readQuantities(clean, [{ start: 0, end: clean.text.length, taskId: "t1", section }], years, annual);
}

/** An indicator as one line: `>= 5 家 other`, `range 3-5 个 byDeadline 2025`. */
function line(indicator: Indicator): string {
  const { op, value, max, unit, period, deadline } = indicator;
  return [op, max === undefined ? value : `${value}-${max}`, unit, period, ...(deadline ? [deadline] : [])]
    .join(" ")
    .replace(/ +/g, " ");
}

/** All readings of a text as lines. */
export function linesOf(source: string, years?: [number, number]): string[] {
  return quantitiesOf(source, years).indicators.map(line);
}
