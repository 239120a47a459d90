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

/** Another sheet of the add-in: 已移出 or 变更记录. */
export interface SideSheet {
  sheet: Excel.Worksheet;
  /** First row below the used range. */
  end: number;
  values: CellValue[][];
}

/** What the workbook holds of the add-in's: sheets, table, names, store. */
export interface WorkbookState {
  /** The matrix's sheet, under whatever name it has now; undefined if there is none. */
  sheet?: Excel.Worksheet;
  sheetName?: string;
  /** The sheet's cells; absent if it is empty. */
  reading?: SheetReading;
  /** The matrix's table, which is made last: if it exists, the sheet is complete. */
  table?: { item: Excel.Table; area: Area };
  /** All tables of the sheet; `isFiltered` may be asked of each. */
  tables: Excel.Table[];
  isProtected: boolean;
  /** Staging sheet of a run that broke off. */
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

/** The matrix's sheet: its extent, and the cells of its first rows. */
interface QueuedMatrix extends QueuedSheet {
  firstRows: Excel.Range;
  /** Number of rows that `firstRows` covers. */
  rows: number;
}

/**
 * Rows read in the first request, together with everything else. Excel on the web refuses answers over 5 MB, and a
 * row's formulas take 6 KB of text for ten years, 14 KB for thirty.
 */
export const rowsAtFirst = 400;
/**
 * The same after a first request was refused (`first-request.ts`): only as many as are needed to recognise the columns.
 */
const rowsWithCare = 40;
/** Bytes of each later answer; how many rows fit is estimated from the first ones. */
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

/** Queues reading another sheet's used range. */
function queueSide(context: Excel.RequestContext, name: string): QueuedSheet {
  const sheet = sheetNamed(context, name);
  sheet.load("name");
  return { sheet, used: sheet.getUsedRangeOrNullObject(true) };
}

/**
 * Reads the sheet and the store in one round trip; one more each for a renamed sheet, for a duplicated store, and for
 * every 2.5 MB of rows after the first 400.
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
  // The log grows over the years; only its extent is read.
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

/**
 * The sheet with the matrix's table; if that is gone and exactly one copy of the sheet exists (Excel numbers the tables
 * of copies), the copy.
 */
function sheetWithMatrix(tables: readonly Excel.Table[]): Excel.Worksheet | undefined {
  const ours = tables.find(({ name }) => name === matrixTableName);
  const copies = tables.filter(({ name }) => name.startsWith(matrixTableName));
  return (ours ?? (copies.length === 1 ? copies[0] : undefined))?.worksheet;
}

/** All cells of the sheet; starts over if its extent changed while it was read. */
async function readingOf(context: Excel.RequestContext, queued: QueuedMatrix): Promise<SheetReading | undefined> {
  const { sheet, used, firstRows, rows } = queued;
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = used;
  const end = top + rowCount;
  const blocks: Excel.Range[] = [];
  const most = end > rows ? rowsOfAnswer(firstRows) : 1;
  for (let start = Math.max(rows, top); start < end; start += most)
    blocks.push(sheet.getRangeByIndexes(start, left, Math.min(most, end - start), columnCount));
  // A new object, since one that was loaded keeps its former extent.
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

/** How many rows fit into one answer, estimated from the largest of the first rows. */
function rowsOfAnswer(firstRows: Excel.Range): number {
  if (firstRows.isNullObject) return rowsWithCare;
  const { formulas, values } = firstRows;
  const largest = Math.max(...formulas.map((row, index) => bytesOf([row, values[index]])));
  return Math.max(1, Math.min(800, Math.floor(answerBytes / largest)));
}

const empty = (rows: number, columns: number): CellValue[][] =>
  Array.from({ length: rows }, () => new Array<CellValue>(columns).fill(""));

/** Copies a block into the reading; the used range of a block may be narrower than that of the whole sheet. */
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

/**
 * Finds the matrix in what was read.
 * @param plans to recognise unit columns by; first the plan that the sheet was made from, if known
 */
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

/** The stored plan; undefined if the store is absent or damaged. */
export const storedPlan = ({ store }: WorkbookState): Plan | undefined =>
  store.kind === "read" ? store.stored.plan : undefined;
