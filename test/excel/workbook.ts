import { openHost, type Host } from "../../src/host/node";
import { matrixSheetName } from "../../src/matrix/sheet-name";
import { cellAddress } from "../../src/matrix/address";
import { locateMatrix, type LocatedMatrix, type LocatedRow, type SheetReading } from "../../src/matrix/locate";
import type { CellValue } from "../../src/matrix/sheet";
import type { Plan } from "../../src/plan/model";
import { plan } from "../plans";

/** The embedded host behind the real Office.js, set as the globals that the add-in uses. */
export function openWorkbook(): Host {
  const host = openHost();
  Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
  return host;
}

/**
 * Sets a workbook up with one calculation at the end instead of one for each request, which saves a quarter of the
 * time. Only for set-ups that read no results of formulas meanwhile.
 */
export async function calculatedOnce<T>({ book: { grid } }: Host, setUp: () => Promise<T>): Promise<T> {
  grid.calculated = () => Promise.resolve();
  try {
    return await setUp();
  } finally {
    // Restores the class's own method.
    delete (grid as Partial<typeof grid>).calculated;
    await grid.calculated();
  }
}

/** A sheet's used cells, read without affecting the log's counts or meeting planned faults. */
export async function readSheet(host: Host, name = matrixSheetName): Promise<SheetReading | undefined> {
  return host.Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItemOrNullObject(name).getUsedRangeOrNullObject(true);
    used.load("values,formulas,rowIndex,columnIndex");
    await context.sync();
    if (used.isNullObject) return undefined;
    return {
      top: used.rowIndex,
      left: used.columnIndex,
      values: used.values as CellValue[][],
      formulas: used.formulas as CellValue[][],
    };
  });
}

export async function locate(host: Host, ...plans: Plan[]): Promise<LocatedMatrix> {
  const reading = await readSheet(host);
  const located = reading && locateMatrix(reading, plans.length > 0 ? plans : [plan()]);
  if (!located) throw new Error("no matrix in the workbook");
  return located;
}

/** The one row of an indicator, or of a task that has none. */
export const rowOf = (located: LocatedMatrix, name: string): LocatedRow =>
  located.rows.find(({ cells }) => cells.indicator === name || (cells.indicator === "" && cells.task === name))!;

/** A column of the sheet, by its key. */
export function columnOf({ columns }: LocatedMatrix, key: string): number {
  const column = columns.get(key);
  if (column === undefined) throw new Error(`no column ${key}`);
  return column;
}

/** Types as a person does, into the row of an indicator and the column of a key. */
export async function typeInto(
  host: Host,
  name: string,
  key: string,
  value: CellValue,
  ...plans: Plan[]
): Promise<void> {
  const located = await locate(host, ...plans);
  await host.type(`${matrixSheetName}!${cellAddress(rowOf(located, name).row, columnOf(located, key))}`, value);
}

/** Types as a person does, into the cell of a defined name, such as 评估年度. */
export async function typeNamed(host: Host, name: string, value: CellValue): Promise<void> {
  const { row, column } = host.book.names.find((one) => one.name === name)!.target.area;
  await host.type(`${matrixSheetName}!${cellAddress(row, column)}`, value);
}

/** Adds a column of the user's own, right of the table: its header, and its cells from the first row down. */
export async function addColumn(host: Host, cells: readonly CellValue[], ...plans: Plan[]): Promise<void> {
  const { headerRow, columns } = await locate(host, ...plans);
  const right = Math.max(...columns.values()) + 1;
  await change(
    host,
    (sheet) => void (sheet.getRangeByIndexes(headerRow, right, cells.length, 1).values = cells.map((cell) => [cell])),
  );
}

/** Adds a row of the user's own, below the table, by column key. */
export async function addRow(host: Host, cells: Readonly<Record<string, CellValue>>, ...plans: Plan[]): Promise<void> {
  const located = await locate(host, ...plans);
  const below = Math.max(...located.rows.map(({ row }) => row)) + 1;
  await change(host, (sheet) => {
    for (const [key, value] of Object.entries(cells)) sheet.getCell(below, columnOf(located, key)).values = [[value]];
  });
}

export const wholeRow = (sheet: Excel.Worksheet, row: number, count = 1): Excel.Range =>
  sheet.getRangeByIndexes(row, 0, count, 16384);
export const wholeColumn = (sheet: Excel.Worksheet, column: number, count = 1): Excel.Range =>
  sheet.getRangeByIndexes(0, column, 1048576, count);

/** Changes the sheet by Office.js, as a macro or another user would. */
export async function change(host: Host, work: (sheet: Excel.Worksheet) => void): Promise<void> {
  await host.Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem(matrixSheetName));
    await context.sync();
  });
}

/** Rewrites the table's rows in another order, as sorting does. */
export async function sortRows(host: Host, order: (rows: CellValue[][]) => CellValue[][]): Promise<void> {
  const { headerRow, rows } = await locate(host);
  await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(matrixSheetName);
    const used = sheet.getUsedRange(true);
    used.load("columnCount");
    await context.sync();
    const area = sheet.getRangeByIndexes(headerRow + 1, 0, rows.length, used.columnCount);
    area.load("values,formulas");
    await context.sync();
    // Formulas refer to their own row only, so each row takes the formula texts of the place that it comes to.
    const formulas = area.formulas as CellValue[][];
    const calculated = formulas[0]!.map((cell) => typeof cell === "string" && cell.startsWith("="));
    const sorted = order(area.values as CellValue[][]);
    area.values = sorted.map((row, index) =>
      row.map((cell, column) =>
        calculated[column] ? formulas[index]![column]! : typeof cell === "string" && cell !== "" ? `'${cell}` : cell,
      ),
    );
    await context.sync();
  });
}

/** All texts and numbers of all sheets. */
export async function everything(host: Host): Promise<Set<CellValue>> {
  const names = host.book.allSheets.map((sheet) => host.book.sheetName(sheet));
  const found = new Set<CellValue>();
  for (const name of names) for (const cell of (await readSheet(host, name))?.values.flat() ?? []) found.add(cell);
  return found;
}

/** What there is beside the cells, in a form in which two workbooks can be compared. */
export function layoutOf({ book }: Host): unknown {
  const area = (address: { row: number; column: number; rows: number; columns: number }): number[] => [
    address.row,
    address.column,
    address.rows,
    address.columns,
  ];
  return {
    sheets: book.allSheets.map((sheet) => book.sheetName(sheet)),
    tables: book.tables.map((table) => [table.name, table.style, table.showBandedRows, ...area(table.area)]),
    names: book.names.map(({ name, target }) => [name, ...area(target.area)]),
    formats: book.conditionalFormats.map((format) => [format.formula, format.fill, format.color, ...area(format.area)]),
    // The order in which two areas got their rules means nothing.
    validations: book.validations
      .map((validation) => [JSON.stringify(validation.rule), validation.prompt?.title, ...area(validation.area)])
      .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
    page: book.allSheets.map(({ page }) => page),
    parts: book.xmlParts.map(({ xml }) => xml),
  };
}

/** The selected cell of the active sheet. */
export const selected = ({ book }: Host): [sheet: string, row: number, column: number] => [
  book.sheetName(book.activeSheet),
  book.selection.area.row,
  book.selection.area.column,
];
