import { matrixSheetName, matrixTableName } from "../matrix/sheet-name";
import { locateMatrix, type LocatedMatrix, type SheetReading } from "../matrix/locate";
import type { Area, CellValue } from "../matrix/sheet";
import type { Plan } from "../plan/model";
import { filteredPath } from "./filters";
import { pauseWhenDue } from "./pause";
import { logSheetName, removedSheetName } from "./sheet-names";
import { queueStoreRead, storeFound, type QueuedStore, type StoreReading } from "./store";
import { stagingName } from "./write-sheet";

/** A sheet of ours beside the matrix. */
export interface SideSheet {
  sheet: Excel.Worksheet;
  /** First row below what it holds. */
  end: number;
  values: CellValue[][];
}

/** What the workbook holds of ours. */
export interface WorkbookState {
  /** The sheet, under whatever name it has now; undefined where there is none. */
  sheet?: Excel.Worksheet;
  sheetName?: string;
  /** The sheet's cells; absent when it is empty. */
  reading?: SheetReading;
  /** Our table, which is made last: where it is, the sheet is complete. */
  table?: { item: Excel.Table; area: Area };
  /** The sheet's tables, ours among them; it is known of each whether it is filtered. */
  tables: Excel.Table[];
  isProtected: boolean;
  /** What a run that broke off has left. */
  staging?: Excel.Worksheet;
  hasYearName: boolean;
  removed?: SideSheet;
  log?: SideSheet;
  parts: QueuedStore;
  store: StoreReading;
}

interface QueuedSheet {
  sheet: Excel.Worksheet;
  used: Excel.Range;
}

function queueSheet(sheet: Excel.Worksheet): QueuedSheet {
  sheet.load("name,protection/protected");
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("values,formulas,rowIndex,columnIndex");
  return { sheet, used };
}

/** A sheet beside the matrix, with the part of it that is used. */
function queueSide(context: Excel.RequestContext, name: string): QueuedSheet {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load("name");
  return { sheet, used: sheet.getUsedRangeOrNullObject(true) };
}

/** Reads sheet and store in one round trip; one more for a sheet that was renamed, or a store that is there twice. */
export async function readWorkbook(context: Excel.RequestContext, yearName: string): Promise<WorkbookState> {
  const { workbook } = context;
  const byName = queueSheet(workbook.worksheets.getItemOrNullObject(matrixSheetName));
  const tables = workbook.tables;
  tables.load(`items/name,items/worksheet/name,items/${filteredPath}`);
  const ours = workbook.tables.getItemOrNullObject(matrixTableName);
  const area = ours.getRange();
  area.load("rowIndex,columnIndex,rowCount,columnCount");
  const staging = workbook.worksheets.getItemOrNullObject(stagingName);
  staging.load("name");
  const year = workbook.names.getItemOrNullObject(yearName);
  year.load("name");
  const removed = queueSide(context, removedSheetName);
  removed.used.load("values,rowIndex,rowCount");
  // What it tells grows over the years; only its end is asked for.
  const log = queueSide(context, logSheetName);
  log.used.load("rowIndex,rowCount");
  const parts = queueStoreRead(context);
  await context.sync();

  await pauseWhenDue();
  const store = await storeFound(context, parts);
  const home = homeOf(tables.items);
  const found = home === undefined || home.name === byName.sheet.name ? byName : queueSheet(home);
  if (found !== byName) await context.sync();
  await pauseWhenDue();
  const sheetName = found.sheet.isNullObject ? undefined : found.sheet.name;
  return {
    ...(sheetName === undefined ? {} : { sheet: found.sheet, sheetName }),
    ...(sheetName === undefined || found.used.isNullObject ? {} : { reading: readingOf(found.used) }),
    ...(ours.isNullObject || home?.name !== sheetName ? {} : { table: { item: ours, area: areaOf(area) } }),
    tables: tables.items.filter(({ worksheet }) => worksheet.name === sheetName),
    isProtected: sheetName !== undefined && found.sheet.protection.protected,
    ...(staging.isNullObject ? {} : { staging }),
    hasYearName: !year.isNullObject,
    ...sideOf("removed", removed),
    ...sideOf("log", log),
    parts,
    store,
  };
}

/** The sheet with our table; of copies of it (Excel numbers their tables), where the first is gone, the only one. */
function homeOf(tables: readonly Excel.Table[]): Excel.Worksheet | undefined {
  const ours = tables.find(({ name }) => name === matrixTableName);
  const copies = tables.filter(({ name }) => name.startsWith(matrixTableName));
  return (ours ?? (copies.length === 1 ? copies[0] : undefined))?.worksheet;
}

const readingOf = (used: Excel.Range): SheetReading => ({
  top: used.rowIndex,
  left: used.columnIndex,
  values: used.values as CellValue[][],
  formulas: used.formulas as CellValue[][],
});

const areaOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area => ({ row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount });

function sideOf<K extends "removed" | "log">(key: K, { sheet, used }: QueuedSheet): Partial<Record<K, SideSheet>> {
  if (sheet.isNullObject) return {};
  const side: SideSheet = used.isNullObject
    ? { sheet, end: 0, values: [] }
    : { sheet, end: used.rowIndex + used.rowCount, values: key === "removed" ? (used.values as CellValue[][]) : [] };
  return { [key]: side } as Record<K, SideSheet>;
}

/** The matrix in what was read; first of `plans` the one that the sheet was made from, where it is known. */
export function locateIn(state: WorkbookState, ...plans: (Plan | undefined)[]): LocatedMatrix | undefined {
  return state.reading && locateMatrix(state.reading, plans.filter((plan) => plan !== undefined));
}

/** The plan that the workbook's store holds. */
export const storedPlan = ({ store }: WorkbookState): Plan | undefined => (store.kind === "read" ? store.stored.plan : undefined);
