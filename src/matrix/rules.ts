/**
 * Figures of the status rules (DESIGN §4) that the sheet's formulas, the TypeScript rules and the legend share.
 */

/** `~` (左右、约) allows this share either way. */
export const aboutShare = 0.1;

/**
 * Differences below half of the last of these decimals are none: sums of decimals carry rounding errors, and no plan
 * promises a millionth.
 */
export const amountDecimals = 6;

/** The same for ratios (完成率, pace, the 10 % of `~`). */
export const ratioDecimals = 9;

/** Entries at or beyond this are slips of the hand; it also keeps sums exact. */
export const largestAmount = 1e15;

/** A percentage may not exceed this, unless its target does or it is a rate of change. */
export const fullPercent = 100;

/** Words in an indicator's name or measure that make it a rate of change: it may be negative, and over 100 %. */
export const changeWords: readonly string[] = ["增长", "增速", "增幅", "下降", "降低", "降幅"];

/** The most year columns that a sheet gets; a plan that claims more is read wrongly. */
export const mostYears = 30;

/** The plan's years, first to last, at most `mostYears`; a plan whose years are upside down gets its first alone. */
export function yearsOf([first, last]: readonly [first: number, last: number]): number[] {
  const count = Math.min(Math.max(Math.floor(last - first) + 1, 1), mostYears);
  return Array.from({ length: Number.isFinite(count) ? count : 1 }, (_, index) => first + index);
}
