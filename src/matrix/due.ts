import type { Deadline } from "../plan/model";
import type { CellValue } from "./sheet";

/**
 * 时限日: the last day on which a task is in time, as a spreadsheet serial number, so that formulas can compare it. 1 is 1
 * January 1900, and 29 February 1900 counts although there was none, as in Excel.
 */

const msPerDay = 86_400_000;
/** The date of serial 0, counting back from any date after February 1900. */
const origin = Date.UTC(1899, 11, 30);

/**
 * @param month 1–12
 * @param day 0 is the last day of the month before
 */
const serialOf = (year: number, month: number, day: number): number =>
  (Date.UTC(year, month - 1, day) - origin) / msPerDay;

/** Serial number of a month's last day. */
export const monthEnd = (year: number, month: number): number => serialOf(year, month + 1, 0);

/** Serial number of the last day in time; undefined where the plan names neither day, month nor year. */
export function dueSerial({ by }: Pick<Deadline, "by">): number | undefined {
  const [year, month, day] = (by ?? "").split("-").map(Number);
  if (!year) return undefined;
  return day ? serialOf(year, month!, day) : monthEnd(year, month ?? 12);
}

/** Year, month (1–12) and day of a serial number. */
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
