import { formatAddress, maxColumns, maxRows, shifted, type Area } from "./areas";
import { fillCalculatedColumns } from "./calculated-columns";
import { HostError } from "./errors";
import { keepingSelection } from "./grid-selection";
import { followReferences } from "./references";
import { shiftHostState, type Axis } from "./shift-host-state";
import { makeHeaders } from "./table-headers";
import type { ChangeSource, HostSheet, HostTable, HostWorkbook } from "./workbook";

/** Whole rows or columns. */
export interface Lines {
  axis: Axis;
  at: number;
  count: number;
}

export const areaOf = ({ axis, at, count }: Lines): Area =>
  axis === "row"
    ? { row: at, rows: count, column: 0, columns: maxColumns }
    : { row: 0, rows: maxRows, column: at, columns: count };

const sizeOf = { row: "rows", column: "columns" } as const;

/** Queues the event for lines that were inserted or deleted. */
export const queueLineEvent = (
  book: HostWorkbook,
  sheet: HostSheet,
  lines: Lines,
  source: ChangeSource,
  how: "Inserted" | "Deleted",
): void => book.changed(sheet, areaOf(lines), source, lines.axis === "row" ? `Row${how}` : `Column${how}`);

/** Inserts rows or columns, formatted like the line before them. Tables around them grow. */
export function insertLines(book: HostWorkbook, sheet: HostSheet, lines: Lines, source: ChangeSource = "Local"): void {
  const { axis, at, count } = lines;
  book.grid.clip(sheet.id, areaOf(lines));
  book.grid.quietly(() =>
    inFront(book, sheet, lines, count, (grid) => {
      if (axis === "row") grid.insertRows(at, count);
      else grid.insertColumns(at, count);
      if (at > 0) sizeLikeNeighbour(book, sheet, lines);
    }),
  );
  afterLinesInserted(book, sheet, lines, source);
}

/** Updates the host state after lines were inserted into the grid, whoever inserted them. */
export function afterLinesInserted(
  book: HostWorkbook,
  sheet: HostSheet,
  { axis, at, count }: Lines,
  source: ChangeSource,
): void {
  const size = sizeOf[axis];
  const hit = book.tables.filter(
    (table) => table.sheet === sheet && at > table.area[axis] && at < table.area[axis] + table.area[size],
  );
  shiftHostState(book, sheet, axis, at, count);
  for (const table of hit) {
    if (axis === "row") fillCalculatedColumns(book, table, { row: at, rows: count });
    else makeHeaders(table, book);
    book.mirror.table(table);
  }
  book.grid.touch();
  queueLineEvent(book, sheet, { axis, at, count }, source, "Inserted");
}

/**
 * Brings the sheet to the front for `work`, which inserts or deletes lines: Univer adjusts references as if that
 * happened on the sheet in front, whichever sheet it was.
 * @param by how many lines come; negative where they go
 */
function inFront(
  book: HostWorkbook,
  sheet: HostSheet,
  { axis, at }: Lines,
  by: number,
  work: (grid: ReturnType<HostWorkbook["grid"]["sheet"]>) => void,
): void {
  const { workbook } = book.grid;
  const [own, shown] = [book.grid.sheet(sheet.id), workbook.getActiveSheet()];
  const change = (): void =>
    keepingSelection(
      book.grid,
      (area) => shifted(area, axis, at, by),
      () => work(own),
    );
  if (shown.getSheetId() === sheet.id) return change();
  workbook.setActiveSheet(own);
  try {
    change();
  } finally {
    workbook.setActiveSheet(shown);
  }
}

/** Takes over the width, or a height set by hand, from the line before: Univer takes over only styles. */
function sizeLikeNeighbour(book: HostWorkbook, sheet: HostSheet, { axis, at, count }: Lines): void {
  const grid = book.grid.sheet(sheet.id);
  if (axis === "column") {
    book.grid.setColumnWidths(sheet.id, at, count, grid.getColumnWidth(at - 1));
    return;
  }
  const rows = grid.getSheet().getRowManager();
  const above = rows.getRow(at - 1);
  if (above?.h === undefined || above.ia) return;
  grid.setRowHeightsForced(at, count, above.h);
}

/**
 * Deletes rows or columns. A table keeps its header and one emptied row of its body.
 * @throws HostError InsertDeleteConflict for a header row without its body
 */
export function deleteLines(book: HostWorkbook, sheet: HostSheet, lines: Lines, source: ChangeSource = "Local"): void {
  if (lines.axis === "column") {
    remove(book, sheet, lines, source);
    return;
  }
  const { at, count } = lines;
  const own = book.tables.filter((table) => table.sheet === sheet);
  for (const { area, name } of own) {
    const header = area.row >= at && area.row < at + count;
    if (header && area.row + area.rows > at + count)
      throw new HostError(
        "InsertDeleteConflict",
        `The header row of the table ${name} can't be deleted without its body`,
      );
  }
  const withoutBody = own.filter(
    ({ area }) => area.rows > 1 && area.row + 1 === at && area.row + area.rows <= at + count,
  );
  if (withoutBody.length === 0) {
    remove(book, sheet, lines, source);
    return;
  }
  if (count > 1) remove(book, sheet, { axis: "row", at: at + 1, count: count - 1 }, source);
  const emptied = book.grid.clip(sheet.id, areaOf({ axis: "row", at, count: 1 }));
  book.grid.write(sheet.id, emptied, () => ({ value: "" }));
  for (const table of withoutBody) {
    table.area = { ...table.area, rows: 2 };
    table.blankRow = true;
  }
  book.changed(sheet, areaOf({ axis: "row", at, count: 1 }), source);
}

function remove(book: HostWorkbook, sheet: HostSheet, lines: Lines, source: ChangeSource): void {
  const { axis, at, count } = lines;
  const clipped = book.grid.clip(sheet.id, areaOf(lines));
  book.grid.quietly(() =>
    inFront(book, sheet, lines, -count, (grid) => {
      if (axis === "row") grid.deleteRows(at, clipped.rows);
      else grid.deleteColumns(at, clipped.columns);
    }),
  );
  afterLinesDeleted(book, sheet, { axis, at, count }, source);
}

/** Updates the host state after lines were deleted from the grid, whoever deleted them. */
export function afterLinesDeleted(book: HostWorkbook, sheet: HostSheet, lines: Lines, source: ChangeSource): void {
  const { axis, at, count } = lines;
  const before: HostTable[] = [...book.tables];
  followWholeLines(book, sheet, lines);
  shiftHostState(book, sheet, axis, at, -count);
  for (const table of before) if (!book.tables.includes(table)) book.mirror.tableGone(table);
  book.grid.touch();
  queueLineEvent(book, sheet, lines, source, "Deleted");
}

const wholeLines = { row: /^\$?\d+:\$?\d+$/, column: /^\$?[A-Z]+:\$?[A-Z]+$/i };

/**
 * Moves references to whole rows and columns (`$P:$P`) when lines before them are deleted, as Excel does: Univer leaves
 * them.
 */
function followWholeLines(book: HostWorkbook, sheet: HostSheet, { axis, at, count }: Lines): void {
  const changed = book.sheetName(sheet);
  for (const home of book.allSheets) {
    for (const { row, column, formula } of book.grid.formulas(home.id)) {
      if (!formula.includes(":")) continue;
      const followed = followReferences(
        formula,
        book.sheetName(home),
        changed,
        (area) => shifted(area, axis, at, -count),
        (address) => wholeLines[axis].test(address),
      );
      if (followed !== formula)
        book.grid.write(home.id, { row, column, rows: 1, columns: 1 }, () => ({ formula: followed }));
    }
  }
}

/**
 * The lines that a range consists of.
 * @param doing the Office.js member, for the error
 * @throws HostError NotImplemented for a range that is not whole rows or columns
 */
export function linesOf(area: Area, doing: string): Lines {
  if (area.columns === maxColumns) return { axis: "row", at: area.row, count: area.rows };
  if (area.rows === maxRows) return { axis: "column", at: area.column, count: area.columns };
  throw new HostError(
    "NotImplemented",
    `The embedded host takes whole rows and columns only for ${doing} (not ${formatAddress(area)})`,
  );
}
