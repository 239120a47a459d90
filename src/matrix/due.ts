import type { Deadline } from "../plan/model";
import type { CellValue } from "./sheet";

/**
 * 时限日: the last day on which a task is still in time, as the serial number that spreadsheets count days by (1 is the
 * first of January 1900, a 29 February 1900 included, as Excel has it), so that formulas can compare it.
 */

const msPerDay = 86_400_000;
/** Serial 0 in the calendar that holds from March 1900 on. */
const origin = Date.UTC(1899, 11, 30);

/** @param month 1–12; a day of 0 is the last of the month before */
const serialOf = (year: number, month: number, day: number): number =>
  (Date.UTC(year, month - 1, day) - origin) / msPerDay;

/** The last day of a month. */
export const monthEnd = (year: number, month: number): number => serialOf(year, month + 1, 0);

/** Undefined where the plan names no day, month or year by which the task is to be done. */
export function dueSerial({ by }: Pick<Deadline, "by">): number | undefined {
  const [year, month, day] = (by ?? "").split("-").map(Number);
  if (!year) return undefined;
  return day ? serialOf(year, month!, day) : monthEnd(year, month ?? 12);
}

/** The day of a serial number: year, month (1–12), day. */
export function dayOfSerial(serial: number): { year: number; month: number; day: number } {
  const date = new Date(origin + Math.floor(serial) * msPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** What a cell shows, in words: 时限日 as a day, everything else as it is. */
export const shownIn = (column: string, value: CellValue): string =>
  column === "due" && typeof value === "number" ? dayText(value) : String(value);

/** `2025年6月30日` */
export function dayText(serial: number): string {
  const { year, month, day } = dayOfSerial(serial);
  return `${year}年${month}月${day}日`;
}
