import { asOfName } from "../matrix/as-of";
import { matrixSheetName, matrixTableName } from "../matrix/sheet-name";
import { locatingMatrix, type LocatedMatrix, type SheetReading } from "../matrix/locate";
import type { Area, CellValue } from "../matrix/sheet";
import type { Plan } from "../plan/model";
import { filtersKnown, tablesPath } from "./filters";
import { runWithPauses, pauseWhenDue } from "./pause";
import { logSheetName, removedSheetName } from "./sheet-names";
import { queueStoreRead, storeFound, type QueuedStore, type FoundStore } from "./store";
import { requestEach } from "./session";
import { bytesOf } from "./sheet-contents";
import { asksWithCare, firstSync, sheetNamed, tableNamed } from "./first-request";
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
  hasAsOf: boolean;
  removed?: SideSheet;
  log?: SideSheet;
  parts: QueuedStore;
  store: FoundStore;
}

interface QueuedSheet {
  sheet: Excel.Worksheet;
  used: Excel.Range;
}

/** The matrix's own sheet: its extent, and the cells of the first rows. */
interface QueuedMatrix extends QueuedSheet {
  firstRows: Excel.Range;
  /** So many rows are the first ones. */
  rows: number;
}

/**
 * Rows that the first request reads, together with everything else. Excel on the web refuses answers of over 5 MB, and
 * a row's formulas are 6 KB of text at ten years, 14 at thirty.
 */
export const rowsAtFirst = 400;
/**
 * The same where the first answer was too large, or its request not liked: then it brings only what the columns need to
 * be known.
 */
const rowsWithCare = 40;
/** Bytes of the answers after that; how many rows they are, the first ones say. */
const answerBytes = 2_500_000;

function queueSheet(sheet: Excel.Worksheet): QueuedMatrix {
  sheet.load("name,protection/protected");
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  const rows = asksWithCare() ? rowsWithCare : rowsAtFirst;
  const firstRows = sheet.getRange(`1:${rows}`).getUsedRangeOrNullObject(true);
  firstRows.load("values,formulas,rowIndex,columnIndex");
  return { sheet, used, firstRows, rows };
}

/** A sheet beside the matrix, with the part of it that is used. */
function queueSide(context: Excel.RequestContext, name: string): QueuedSheet {
  const sheet = sheetNamed(context, name);
  sheet.load("name");
  return { sheet, used: sheet.getUsedRangeOrNullObject(true) };
}

/**
 * Reads sheet and store in one round trip; one more for a sheet that was renamed, for a store that is there twice, and
 * for every 2.5 MB of rows after the first 400.
 */
export async function readWorkbook(context: Excel.RequestContext, yearName: string): Promise<WorkbookState> {
  const { workbook } = context;
  const byName = queueSheet(sheetNamed(context, matrixSheetName));
  const tables = workbook.tables;
  tables.load(tablesPath());
  const ours = tableNamed(context, matrixTableName);
  const area = ours.getRange();
  area.load("rowIndex,columnIndex,rowCount,columnCount");
  const staging = sheetNamed(context, stagingName);
  staging.load("name");
  const year = workbook.names.getItemOrNullObject(yearName);
  year.load("name");
  const asOf = workbook.names.getItemOrNullObject(asOfName);
  asOf.load("name");
  const removed = queueSide(context, removedSheetName);
  removed.used.load("values,rowIndex,rowCount");
  // What it tells grows over the years; only its end is asked for.
  const log = queueSide(context, logSheetName);
  log.used.load("rowIndex,rowCount");
  const parts = queueStoreRead(context);
  await firstSync(context);
  await filtersKnown(context, tables.items);

  await pauseWhenDue();
  const store = await storeFound(context, parts);
  const ourSheet = sheetWithMatrix(tables.items);
  const found = ourSheet === undefined || ourSheet.name === byName.sheet.name ? byName : queueSheet(ourSheet);
  if (found !== byName) await context.sync();
  const reading = found.used.isNullObject ? undefined : await readingOf(context, found);
  await pauseWhenDue();
  const sheetName = found.sheet.isNullObject ? undefined : found.sheet.name;
  return {
    ...(sheetName === undefined ? {} : { sheet: found.sheet, sheetName }),
    ...(sheetName === undefined || !reading ? {} : { reading }),
    ...(ours.isNullObject || ourSheet?.name !== sheetName ? {} : { table: { item: ours, area: areaOf(area) } }),
    tables: tables.items.filter(({ worksheet }) => worksheet.name === sheetName),
    isProtected: sheetName !== undefined && found.sheet.protection.protected,
    ...(staging.isNullObject ? {} : { staging }),
    hasYearName: !year.isNullObject,
    hasAsOf: !asOf.isNullObject,
    ...sideOf("removed", removed),
    ...sideOf("log", log),
    parts,
    store,
  };
}

/** The sheet with our table; of copies of it (Excel numbers their tables), where the first is gone, the only one. */
function sheetWithMatrix(tables: readonly Excel.Table[]): Excel.Worksheet | undefined {
  const ours = tables.find(({ name }) => name === matrixTableName);
  const copies = tables.filter(({ name }) => name.startsWith(matrixTableName));
  return (ours ?? (copies.length === 1 ? copies[0] : undefined))?.worksheet;
}

/** All cells of the sheet; where somebody has put rows or columns in while they were read, they are read again. */
async function readingOf(context: Excel.RequestContext, queued: QueuedMatrix): Promise<SheetReading | undefined> {
  const { sheet, used, firstRows, rows } = queued;
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = used;
  const end = top + rowCount;
  const blocks: Excel.Range[] = [];
  const most = end > rows ? rowsOfAnswer(firstRows) : 1;
  for (let start = Math.max(rows, top); start < end; start += most)
    blocks.push(sheet.getRangeByIndexes(start, left, Math.min(most, end - start), columnCount));
  // Asked for anew: an object that was loaded before keeps its place.
  let now = used;
  await requestEach(
    context,
    blocks.map((block) => () => {
      block.load("values,formulas,rowIndex,columnIndex");
      now = sheet.getUsedRangeOrNullObject(true);
      now.load("rowIndex,columnIndex,rowCount,columnCount");
    }),
  );
  if (
    now.isNullObject ||
    now.rowIndex !== top ||
    now.columnIndex !== left ||
    now.rowCount !== rowCount ||
    now.columnCount !== columnCount
  ) {
    const again = queueSheet(sheet);
    await context.sync();
    return again.used.isNullObject ? undefined : readingOf(context, again);
  }
  const reading: SheetReading = {
    top,
    left,
    values: empty(rowCount, columnCount),
    formulas: empty(rowCount, columnCount),
  };
  for (const part of firstRows.isNullObject ? blocks : [firstRows, ...blocks]) place(reading, part);
  return reading;
}

/** As many rows as fill an answer, going by the largest of those that are here. */
function rowsOfAnswer(firstRows: Excel.Range): number {
  if (firstRows.isNullObject) return rowsWithCare;
  const { formulas, values } = firstRows;
  const largest = Math.max(...formulas.map((row, index) => bytesOf([row, values[index]])));
  return Math.max(1, Math.min(800, Math.floor(answerBytes / largest)));
}

const empty = (rows: number, columns: number): CellValue[][] =>
  Array.from({ length: rows }, () => new Array<CellValue>(columns).fill(""));

/** The used part of some rows may be narrower than that of all. */
function place(reading: SheetReading, part: Excel.Range): void {
  const column = part.columnIndex - reading.left;
  for (const kind of ["values", "formulas"] as const) {
    (part[kind] as CellValue[][]).forEach((cells, index) => {
      const row = part.rowIndex - reading.top + index;
      if (column === 0 && cells.length === reading[kind][row]!.length) reading[kind][row] = cells;
      else reading[kind][row]!.splice(column, cells.length, ...cells);
    });
  }
}

const areaOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area => ({
  row: rowIndex,
  column: columnIndex,
  rows: rowCount,
  columns: columnCount,
});

function sideOf<K extends "removed" | "log">(key: K, { sheet, used }: QueuedSheet): Partial<Record<K, SideSheet>> {
  if (sheet.isNullObject) return {};
  const side: SideSheet = used.isNullObject
    ? { sheet, end: 0, values: [] }
    : { sheet, end: used.rowIndex + used.rowCount, values: key === "removed" ? (used.values as CellValue[][]) : [] };
  return { [key]: side } as Record<K, SideSheet>;
}

/** The matrix in what was read; first of `plans` the one that the sheet was made from, where it is known. */
export async function locateIn(
  { reading }: WorkbookState,
  ...plans: (Plan | undefined)[]
): Promise<LocatedMatrix | undefined> {
  return (
    reading &&
    runWithPauses(
      locatingMatrix(
        reading,
        plans.filter((plan) => plan !== undefined),
      ),
    )
  );
}

/** The plan that the workbook's store holds. */
export const storedPlan = ({ store }: WorkbookState): Plan | undefined =>
  store.kind === "read" ? store.stored.plan : undefined;
