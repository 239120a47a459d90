import type { CellValue } from "../../src/matrix/sheet";
import { duties, years } from "./stock";

/**
 * What the office knows of one number, and the row's status by it. This states the rules for statuses (docs/design.md,
 * Statuses) a second time, from what was meant instead of from cells.
 */

export type Typed =
  | { as: "number"; value: number }
  /** The cell shows it as a percentage: 92%. */
  | { as: "percent"; value: number }
  | { as: "text"; text: string };

/** What the cell holds. */
export const cellOf = (typed: Typed): CellValue =>
  typed.as === "text" ? typed.text : typed.as === "percent" ? Number((typed.value / 100).toPrecision(12)) : typed.value;

/** What it shows, as a number where it is one. */
export const shownValue = (typed: Typed): CellValue => (typed.as === "text" ? typed.text : typed.value);

export const words = ["已完成", "推进中", "未开展"] as const;

/** What a row promises, as its cells show it. */
export interface Asking {
  indicator: string;
  period: string;
  target: string;
  measure: string;
  /** The last day in time, as spreadsheets count days; empty where there is none. */
  due: string;
}

/** The date by which a row is judged: the last day of a month of the year. */
export interface AsOf {
  year: number;
  /** 1–12. */
  month: number;
}

/** The last day of a month, as spreadsheets count days. */
export const lastDay = ({ year, month }: AsOf): number =>
  Math.round((Date.UTC(year, month, 0) - Date.UTC(1899, 11, 30)) / 86_400_000);

const promises = new Map(duties.flatMap(({ promises: own }) => own.map((promise) => [promise.name, promise] as const)));

export interface Standing {
  status: "未报" | "无法识别" | "达标" | "序时" | "滞后" | "推进中" | "未达标" | "完成" | "未开展" | "逾期";
  current?: number;
  /** What is missing to the target; negative if a ceiling is exceeded. */
  gap?: number;
  word?: string;
  /** Days since the deadline of a task without a number. */
  daysOverdue?: number;
}

const first = years[0]!;
const last = years[years.length - 1]!;
const round = (value: number): number => Math.round(value * 1e9) / 1e9;

/** The number that was meant; undefined where nobody can tell. */
function meant(typed: Typed, { measure }: Asking): number | undefined {
  if (typed.as === "number") return typed.value;
  return typed.as === "percent" && measure === "%" ? typed.value : undefined;
}

/** Whether it is likely wrong by a factor of a hundred or ten thousand, and 备注 does not confirm it. */
function isDoubtful(value: number, { target, measure }: Asking, remark: string): boolean {
  const goal = Number(target.slice(1));
  const isOff =
    measure === "%"
      ? value <= Math.max(1, Math.min(2, goal / 10)) || value > Math.max(300, goal * 10)
      : measure.startsWith("万") && value > goal * 100;
  return value !== 0 && isOff && !remark.includes(`已核：${value}${measure}`);
}

/** Whether a number is possible: no half persons, no shares of over 100 %. */
const isPossible = (value: number, { measure, indicator }: Asking): boolean =>
  value >= 0 &&
  !(measure === "%" && value > 100) &&
  !(promises.get(indicator)?.isCounted === true && !Number.isInteger(value));

/**
 * Whether an entry in the matrix needs no second look. A percentage does, because the sheet's formulas cannot recognise
 * it.
 */
export function isSound(typed: Typed, asking: Asking, remark = ""): boolean {
  if (asking.target === "") return typed.as === "text" && (words as readonly string[]).includes(typed.text);
  return typed.as === "number" && isPossible(typed.value, asking) && !isDoubtful(typed.value, asking, remark);
}

/** The same for an entry in a unit's form, whose cells are read with their formats. */
export const isSoundInForm = (typed: Typed, asking: Asking): boolean =>
  typed.as === "percent" && asking.target !== "" ? isPossible(typed.value, asking) : isSound(typed, asking);

/**
 * @param remark what 备注 says about the row's numbers
 * @param inSheet as the sheet's formulas judge it, which see 0.92 where a cell shows 92%
 */
export function standingOf(
  asking: Asking,
  typed: ReadonlyMap<number, Typed>,
  asOf: AsOf,
  remark: string,
  inSheet = false,
): Standing {
  const entries = inSheet
    ? new Map(
        [...typed].map(([one, entry]) => [
          one,
          entry.as === "percent" ? { as: "number" as const, value: Number(cellOf(entry)) } : entry,
        ]),
      )
    : typed;
  if (asking.target === "") return taskStanding(asking, entries, asOf);
  const { year, month } = asOf;
  const judged = judgedOf(asking, entries, year);
  if (judged === "nothing") return { status: "未报" };
  if (judged === "no number") return { status: "无法识别" };
  const mark = asking.target[0]!;
  const target = Number(asking.target.slice(1));
  if (judged < 0 || (asking.measure === "%" && judged > 100) || isDoubtful(judged, asking, remark))
    return { status: "无法识别" };
  const known = { current: judged, gap: round(target - judged) };
  if (isMet(mark, judged, target)) return { status: "达标", ...known };
  const due = Number(/到(\d{4})/.exec(asking.period)?.[1] ?? last);
  const isEachYear = asking.period.startsWith("每");
  // What exceeds a year's ceiling cannot be mended later. Otherwise a year is over in December, or on the row's own day
  // in it.
  if (isEachYear && mark === "≤") return { status: "未达标", ...known };
  const isYearOver =
    month === 12 ||
    (asking.due !== "" &&
      Number(asking.due) <= lastDay(asOf) &&
      Number(asking.due) > lastDay({ year: year - 1, month: 12 }));
  if ((!isEachYear && year > due) || ((isEachYear || year === due) && isYearOver))
    return { status: "未达标", ...known };
  if (!asking.period.startsWith("累计")) return { status: "推进中", ...known };
  if (mark === "≤") return { status: "滞后", ...known };
  return {
    status: round(judged - (target * (12 * (year - first) + month)) / (12 * (due - first + 1))) >= 0 ? "序时" : "滞后",
    ...known,
  };
}

const byWord: Readonly<Record<string, Standing["status"]>> = { 已完成: "完成", 推进中: "推进中", 未开展: "未开展" };

/**
 * A task without a number has the status that its word for the year says; once done before its deadline, it stays done.
 */
function taskStanding({ due }: Asking, entries: ReadonlyMap<number, Typed>, asOf: AsOf): Standing {
  const own = entries.get(asOf.year);
  const latest = [...years].reverse().find((one) => one < asOf.year && entries.has(one));
  const before = latest === undefined ? undefined : entries.get(latest);
  const said = own ?? (due !== "" && before?.as === "text" && before.text === "已完成" ? before : undefined);
  const word = said?.as === "text" && said.text in byWord ? said.text : undefined;
  if (said && word === undefined) return { status: "无法识别" };
  if (word !== "已完成" && due !== "" && Number(due) <= lastDay(asOf))
    return { status: "逾期", ...(word === undefined ? {} : { word }), daysOverdue: lastDay(asOf) - Number(due) };
  return word === undefined ? { status: "未报" } : { status: byWord[word]!, word };
}

function judgedOf(asking: Asking, entries: ReadonlyMap<number, Typed>, year: number): number | "nothing" | "no number" {
  const number = (typed: Typed): number | "no number" => meant(typed, asking) ?? "no number";
  if (asking.period.startsWith("每")) {
    const own = entries.get(year);
    return own ? number(own) : "nothing";
  }
  const filled = years.filter((one) => one <= year).flatMap((one) => entries.get(one) ?? []);
  if (filled.length === 0) return "nothing";
  if (!asking.period.startsWith("累计")) return number(filled[filled.length - 1]!);
  const all = filled.map(number);
  return all.includes("no number") ? "no number" : (all as number[]).reduce((sum, value) => sum + value, 0);
}

function isMet(mark: string, value: number, target: number): boolean {
  if (mark === "≤") return round(value - target) <= 0;
  if (mark === "约") return round(value - target * 0.9) >= 0;
  return round(value - target) >= 0;
}

export const isShort = ({ status }: Standing): boolean => ["未达标", "滞后", "逾期"].includes(status);

/** A number as lists and the report print it. */
export const plain = (value: number): string => String(Number(value.toFixed(6)));

/** What is missing, as lists word it; empty where nothing is. */
export function gapOf(
  { target, measure }: Pick<Asking, "target" | "measure">,
  { gap, status, daysOverdue }: Standing,
): string {
  if (daysOverdue !== undefined) return daysOverdue === 0 ? "已到期" : `逾期 ${daysOverdue} 天`;
  if (gap === undefined || status === "达标") return "";
  return `${target.startsWith("≤") || gap < 0 ? "超" : "差"} ${plain(Math.abs(gap))} ${measure}`;
}
