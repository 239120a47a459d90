import { asOfIn } from "../assessment/as-of";
import { reportedRows } from "../assessment/reported-rows";
import { standing, type Standing } from "../assessment/shortfalls";
import { actualKey, actualYear } from "../matrix/columns";
import { yearName } from "../matrix/formulas";
import type { LocatedMatrix } from "../matrix/locate";
import { statusKeys, statuses, statusText } from "../matrix/statuses";
import type { CellValue } from "../matrix/sheet";
import type { Plan } from "../plan/model";
import { inChinese, type Sentence } from "../plan/sentence";
import { ExcelFailure } from "./failure";
import { withPercents } from "./percents";
import { locateIn, readWorkbook, storedPlan } from "./read-matrix";
import { reveal } from "./reveal";
import { inExcel } from "./session";

export interface ShortfallItem {
  /** The row's hidden key, for `goTo`. */
  key: string;
  task: string;
  indicator: string;
  target: string;
  actual: string;
  gap: string;
  status: string;
  leads: string[];
}

export interface MatrixStatus {
  year: number;
  counts: { status: string; count: number }[];
  shortfalls: ShortfallItem[];
}

/**
 * The results of the matrix for its 评估年度, computed from the typed cells and not from the sheet's formulas: pasting
 * bypasses validation, and formulas may have been overwritten.
 * @returns undefined if the workbook has no matrix
 */
export function readStatus(): Promise<MatrixStatus | undefined> {
  return inExcel(async (context) => {
    const state = await readWorkbook(context, yearName);
    const plan = storedPlan(state);
    const found = await locateIn(state, plan);
    if (!found) return undefined;
    const located = await withPercents(context, state.sheet, found);
    const years = planYears(located, plan);
    return shown(standing(reportedRows(located), asOfIn(located, located.year ?? years[1]), years));
  });
}

const text = (value: CellValue | undefined): string => String(value ?? "");

/** The plan's years; taken from the sheet's columns if the store is lost. */
function planYears(located: LocatedMatrix, plan: Plan | undefined): [number, number] {
  if (plan) return [plan.years[0], plan.years[1]];
  const years = [...located.columns.keys()].map(actualYear).filter((year) => year !== undefined);
  return [Math.min(...years), Math.max(...years)];
}

function shown({ asOf, counts, shortfalls }: Standing): MatrixStatus {
  return {
    year: asOf.year,
    counts: statusKeys.map((key) => ({ status: statuses[key].name, count: counts[key] })),
    shortfalls: shortfalls.map(({ row, status, current, word, gapText }) => ({
      key: row.key,
      task: row.task,
      indicator: row.indicator,
      target: `${text(row.target)} ${row.measure}`.trim(),
      actual: current === undefined ? (word ?? "") : `${current} ${row.measure}`.trim(),
      gap: inChinese(gapText),
      status: statusText(status),
      leads: row.leads,
    })),
  };
}

/**
 * Selects a cell by row key and column key, wherever they are now; unhides it first if needed.
 * @param wanted column key; by default the actual of 评估年度
 * @returns what had to be unhidden
 * @throws ExcelFailure `RowGone`, `HiddenCell`
 */
export function goTo(key: string, wanted?: string): Promise<Sentence[]> {
  return inExcel(async (context) => {
    const state = await readWorkbook(context, yearName);
    const located = await locateIn(state, storedPlan(state));
    const row = located?.rows.find(({ keyText }) => keyText === key);
    if (!state.sheet || !located || !row) throw gone(key);
    const columnKey = wanted ?? (located.year === undefined ? undefined : actualKey(located.year));
    const column =
      (columnKey === undefined ? undefined : located.columns.get(columnKey)) ?? located.columns.get("status") ?? 1;
    const told = await reveal(context, state, located, { row, column });
    state.sheet.activate();
    state.sheet.getRangeByIndexes(row.row, column, 1, 1).select();
    await context.sync();
    return told;
  });
}

/** Whether the workbook has a matrix. */
export function hasMatrix(): Promise<boolean> {
  return inExcel(async (context) => (await locateIn(await readWorkbook(context, yearName))) !== undefined);
}

/**
 * Activates the matrix's sheet.
 * @throws ExcelFailure `RowGone`
 */
export function goToMatrix(): Promise<void> {
  return inExcel(async (context) => {
    const state = await readWorkbook(context, yearName);
    if (!state.sheet) throw gone("the sheet");
    state.sheet.activate();
    await context.sync();
  });
}

/**
 * Activates another sheet of the add-in.
 * @throws ExcelFailure `SheetGone`
 */
export function goToSheet(name: string): Promise<void> {
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load("name");
    await context.sync();
    if (sheet.isNullObject) throw new ExcelFailure("SheetGone", { sheet: name });
    sheet.activate();
    await context.sync();
  });
}

const gone = (what: string): ExcelFailure => new ExcelFailure("RowGone", {}, { detail: what });
