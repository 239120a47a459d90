import { cellAddress } from "../matrix/address";
import { matrixSheetName, matrixTableName } from "../matrix/sheet-name";
import { ExcelFailure } from "./failure";
import { inExcel, requestEach } from "./session";
import {
  dashboardSheetName,
  detailsSheetName,
  logSheetName,
  removedSheetName,
  sentSheetName,
  shortfallSheetName,
  unitsSheetName,
} from "./sheet-names";

/** A place in the workbook that may hold a plan's table. */
export interface SheetPart {
  kind: "selection" | "sheet";
  /** Id of the sheet, which may be renamed meanwhile. */
  id: string;
  sheet: string;
  /** `B3:F40`: the part that holds anything. */
  address: string;
  rows: number;
}

/** What can be read now: the active sheet, and the selected range if that is not the whole sheet. */
export interface SourceOffer {
  /** Absent if the sheet is too large to be read. */
  sheet?: SheetPart;
  selection?: SheetPart;
}

/** First and last inclusive, counted from 0. */
interface Merge {
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

/** Cells as they are shown, to look for a plan in them. */
export interface ShownCells extends Pick<SheetPart, "kind" | "sheet" | "address" | "rows"> {
  /** Row and column of the first cell, counted from 0. */
  row: number;
  column: number;
  /** Texts as shown; a number that shows as #### because its column is too narrow comes with its format. */
  cells: (string | { value: number; format: string })[][];
  /** Absent if this Excel cannot tell. */
  merges?: Merge[];
  hiddenRows: number[];
  hiddenColumns: number[];
}

/**
 * No table of tasks has more cells. A used range may be larger than it looks because of stray cells far below or to the
 * right.
 */
const MOST_CELLS = 200_000;
/** Texts may be long, and an answer must stay well below the 5 MB that Excel on the web allows. */
const CELLS_AT_ONCE = 2_000;
/** Excel returns at most 512 merged areas at once. */
const ROWS_OF_MERGES = 100;

const ownSheets: ReadonlySet<string> = new Set([
  matrixSheetName,
  removedSheetName,
  logSheetName,
  detailsSheetName,
  sentSheetName,
  shortfallSheetName,
  unitsSheetName,
  dashboardSheetName,
]);

/**
 * What can be read now as a plan's table. Reads no cell contents.
 * @throws ExcelFailure `OwnSheet`, `EmptySheet`, `SheetTooLarge`
 */
export function offerSource(): Promise<SourceOffer> {
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.load("id,name");
    const tables = sheet.tables.load("items/name");
    const whole = queueArea(sheet.getUsedRangeOrNullObject(true));
    await context.sync();
    if (isOwn(sheet.name, tables)) throw ownSheet(sheet.name);
    if (whole.isNullObject) throw emptySheet(sheet.name);
    const selected = await selectedArea(context);
    const isOwnPart =
      selected && selected.rowCount * selected.columnCount > 1 && addressOf(selected) !== addressOf(whole);
    const selection = isOwnPart && !isTooLarge(selected) ? partOf("selection", sheet, selected) : undefined;
    if (isTooLarge(whole) && !selection) throw sheetTooLarge(sheet.name, whole);
    return {
      ...(isTooLarge(whole) ? {} : { sheet: partOf("sheet", sheet, whole) }),
      ...(selection ? { selection } : {}),
    };
  });
}

/**
 * The cells of a part as they are shown now; of a whole sheet, its present used range.
 * @throws ExcelFailure `OwnSheet`, `EmptySheet`, `SheetTooLarge`; `ItemNotFound` if the sheet is gone
 */
export function readSource({ kind, id, address }: SheetPart): Promise<ShownCells> {
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(id);
    sheet.load("id,name");
    const tables = sheet.tables.load("items/name");
    const area = queueArea(
      kind === "sheet" ? sheet.getUsedRangeOrNullObject(true) : sheet.getRange(address).getUsedRangeOrNullObject(true),
    );
    await context.sync();
    if (isOwn(sheet.name, tables)) throw ownSheet(sheet.name);
    if (area.isNullObject) throw emptySheet(sheet.name);
    if (isTooLarge(area)) throw sheetTooLarge(sheet.name, area);
    const shown = await readShown(context, area);
    const merges = await readMerges(
      context,
      area,
      ({ firstRow, firstColumn }) => shown.cells[firstRow - area.rowIndex]?.[firstColumn - area.columnIndex] === "",
    );
    const { sheet: name, address: at, rows } = partOf(kind, sheet, area);
    return {
      kind,
      sheet: name,
      address: at,
      rows,
      row: area.rowIndex,
      column: area.columnIndex,
      ...shown,
      ...(merges ? { merges } : {}),
    };
  });
}

const queueArea = (range: Excel.Range): Excel.Range => range.load("rowIndex,columnIndex,rowCount,columnCount");

/** Whether the add-in has made the sheet; a matrix is known by its table, whatever the sheet is called. */
const isOwn = (name: string, { items }: Excel.TableCollection): boolean =>
  ownSheets.has(name) || items.some((table) => table.name.startsWith(matrixTableName));

/**
 * The part of the selected range that holds anything; undefined if a picture or several ranges are selected, for which
 * Excel fails.
 */
async function selectedArea(context: Excel.RequestContext): Promise<Excel.Range | undefined> {
  const area = queueArea(context.workbook.getSelectedRange().getUsedRangeOrNullObject(true));
  try {
    await context.sync();
  } catch {
    return undefined;
  }
  return area.isNullObject ? undefined : area;
}

const addressOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): string =>
  `${cellAddress(rowIndex, columnIndex)}:${cellAddress(rowIndex + rowCount - 1, columnIndex + columnCount - 1)}`;
const isTooLarge = ({ rowCount, columnCount }: Excel.Range): boolean => rowCount * columnCount > MOST_CELLS;
const partOf = (kind: SheetPart["kind"], { id, name }: Excel.Worksheet, area: Excel.Range): SheetPart => ({
  kind,
  id,
  sheet: name,
  address: addressOf(area),
  rows: area.rowCount,
});

/** Rows of an area in blocks, from the first. */
function blocksOf(area: Excel.Range, rowsAtOnce: number): Excel.Range[] {
  return Array.from({ length: Math.ceil(area.rowCount / rowsAtOnce) }, (_, k) => {
    const first = k * rowsAtOnce;
    return area.getRow(first).getResizedRange(Math.min(rowsAtOnce, area.rowCount - first) - 1, 0);
  });
}

async function readShown(
  context: Excel.RequestContext,
  area: Excel.Range,
): Promise<Pick<ShownCells, "cells" | "hiddenRows" | "hiddenColumns">> {
  const blocks = blocksOf(area, Math.max(1, Math.floor(CELLS_AT_ONCE / area.columnCount)));
  const rows: OfficeExtension.ClientResult<Excel.RowProperties[]>[] = [];
  const columns = area.getRow(0).getColumnProperties({ columnHidden: true });
  await requestEach(
    context,
    blocks.map((block) => () => {
      block.load("text,values,numberFormat");
      rows.push(block.getRowProperties({ rowHidden: true }));
    }),
  );
  const hidden = (states: readonly (boolean | undefined)[], from: number): number[] =>
    states.flatMap((isHidden, k) => (isHidden ? [from + k] : []));
  return {
    cells: blocks.flatMap(shownIn),
    hiddenRows: hidden(
      rows.flatMap(({ value }) => value.map(({ rowHidden }) => rowHidden)),
      area.rowIndex,
    ),
    hiddenColumns: hidden(
      columns.value.map(({ columnHidden }) => columnHidden),
      area.columnIndex,
    ),
  };
}

const shownIn = ({ text, values, numberFormat }: Excel.Range): ShownCells["cells"] =>
  text.map((line, row) =>
    line.map((words, column) => shown(words, values[row]![column] as unknown, String(numberFormat[row]![column]))),
  );

/** Shown for a number or date in a column that is too narrow, and for long text in cells with the text format. */
const NO_ROOM = /^#+$/;

function shown(words: string, value: unknown, format: string): string | { value: number; format: string } {
  if (typeof value === "string" && value.length > words.length && (NO_ROOM.test(words) || value.startsWith(words)))
    return value;
  return typeof value === "number" && NO_ROOM.test(words) ? { value, format } : words;
}

/** Merged areas; undefined before ExcelApi 1.13, and if there are too many. */
async function readMerges(
  context: Excel.RequestContext,
  area: Excel.Range,
  isEmpty: (merge: Merge) => boolean,
): Promise<Merge[] | undefined> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13")) return undefined;
  const found: Excel.RangeAreas[] = [];
  try {
    await requestEach(
      context,
      blocksOf(area, ROWS_OF_MERGES).map((block) => () => {
        const merged = block.getMergedAreasOrNullObject();
        merged.load("areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount");
        found.push(merged);
      }),
    );
  } catch {
    return undefined;
  }
  const merges = found.flatMap((merged) => (merged.isNullObject ? [] : merged.areas.items.map(mergeOf)));
  return joined(
    merges,
    ({ firstRow, ...rest }) => (firstRow - area.rowIndex) % ROWS_OF_MERGES === 0 && isEmpty({ firstRow, ...rest }),
  );
}

const mergeOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Merge => ({
  firstRow: rowIndex,
  lastRow: rowIndex + rowCount - 1,
  firstColumn: columnIndex,
  lastColumn: columnIndex + columnCount - 1,
});

/**
 * Joins merged areas that extend over two blocks: Excel reports them in both, either whole or the part of each.
 * @param mayGoOn whether an area that begins right below another may continue it
 */
function joined(merges: readonly Merge[], mayGoOn: (merge: Merge) => boolean): Merge[] {
  const kept: Merge[] = [];
  for (const merge of [...merges].sort((a, b) => a.firstColumn - b.firstColumn || a.firstRow - b.firstRow)) {
    const last = kept.at(-1);
    const isBelow = last?.firstColumn === merge.firstColumn && last.lastColumn === merge.lastColumn;
    if (last && isBelow && (merge.firstRow <= last.lastRow || (merge.firstRow === last.lastRow + 1 && mayGoOn(merge))))
      last.lastRow = Math.max(last.lastRow, merge.lastRow);
    else kept.push({ ...merge });
  }
  return kept;
}

const ownSheet = (sheet: string): ExcelFailure => new ExcelFailure("OwnSheet", { sheet });

const emptySheet = (sheet: string): ExcelFailure => new ExcelFailure("EmptySheet", { sheet });

const sheetTooLarge = (sheet: string, area: Excel.Range): ExcelFailure =>
  new ExcelFailure("SheetTooLarge", { sheet, area: addressOf(area) });
