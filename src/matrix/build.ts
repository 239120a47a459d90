import type { Plan } from "../plan/model";
import { columnLetters } from "./address";
import { asOfName, asOfText, wholeYear } from "./as-of";
import { areasOf, bodyStyles, conditionalFormats, rowFormulas } from "./body";
import { listNames, listRow, type Lists } from "./choices";
import { longestShortName } from "../plan/units/short-names";
import { columnMark, matrixColumns, wrapWhileShown, type HeaderStyle, type MatrixColumn } from "./columns";
import { firstSight } from "./first-sight";
import { yearName } from "./formulas";
import * as look from "./look";
import { cellsOf, marks, matrixRows, type MatrixRow, type RowOptions } from "./rows";
import { matrixSheetName, matrixTableName } from "./sheet-name";
import type { Area, CellStyle, CellValue, FilledFormula, PageSetup, SheetData, StyledArea, Validation } from "./sheet";
import { shortfallMark, statusKeys, statusText } from "./statuses";
import { asOfValidation, askedRow, bodyValidations, headerHints, yearValidation } from "./validations";

/**
 * Zero-based rows of the title block. The table's header follows, and nothing comes below the table. The rows between
 * year and header are hidden: `methods` and `words` hold the items of drop-downs (`choices.ts`); `years` holds the
 * years to choose from and, above every other column, its key, so that a column is found under a header that people
 * have changed.
 */
export const titleRows = { title: 0, year: 1, methods: 2, words: 3, years: 4, header: 5 } as const;

/** Points. */
export const pageMargins: PageSetup["margins"] = { top: 42, bottom: 42, left: 28, right: 28, header: 20, footer: 20 };

export interface Matrix {
  sheet: SheetData;
  columns: MatrixColumn[];
  rows: MatrixRow[];
}

export interface MatrixOptions extends RowOptions {
  /** 评估年度; the plan's last year where it is undefined or outside the plan. */
  year?: number;
  /** 截至, 1–12; December by default. */
  month?: number;
  /** What the headers of units say; 简称 by default. */
  style?: HeaderStyle;
  /** Headers that people have written over units' columns, by column key. They win over ours. */
  headers?: ReadonlyMap<string, string>;
  /** Identities of rows, and keys of unit columns, that the user has left out. */
  without?: ReadonlySet<string>;
}

/** The responsibility matrix of a plan, as a fresh sheet (docs/design.md, The workbook). */
export function buildMatrix(plan: Plan, options: MatrixOptions = {}): Matrix {
  const { without } = options;
  const rows = matrixRows(plan, options).filter(({ identity }) => !without?.has(identity));
  const all = withHeaders(
    matrixColumns(plan, options.style).filter(({ key }) => !without?.has(key)),
    options.headers,
  );
  const year = assessmentYear(plan, options.year);
  const { widths } = firstSight(all, rows, year);
  const columns = all.map((column) => ({ ...column, width: widths.get(column.key) ?? column.width }));
  return { sheet: layOut(plan, columns, rows, { year, month: options.month ?? wholeYear }), columns, rows };
}

/** A table's headers must differ: a header that would be there twice is not used. */
function withHeaders(
  columns: readonly MatrixColumn[],
  headers: ReadonlyMap<string, string> = new Map(),
): readonly MatrixColumn[] {
  const taken = new Set(columns.map(({ header }) => header.toLowerCase()));
  return columns.map((column) => {
    const given = headers.get(column.key);
    if (given === undefined || taken.has(given.toLowerCase())) return column;
    taken.add(given.toLowerCase());
    return { ...column, header: given };
  });
}

function assessmentYear({ years: [first, last] }: Plan, wanted: number | undefined): number {
  return wanted !== undefined && wanted >= first && wanted <= last ? wanted : last;
}

const at = (columns: readonly MatrixColumn[], key: string): number => columns.findIndex((column) => column.key === key);

function layOut(
  plan: Plan,
  columns: MatrixColumn[],
  rows: MatrixRow[],
  { year, month }: { year: number; month: number },
): SheetData {
  const width = columns.length;
  const { hidden } = firstSight(columns, rows, year);
  const cells = [
    ...titleCells(plan, columns, { year, month }),
    columns.map(({ header }) => header),
    ...rows.map((row) => cellsOf(row, columns)),
  ];
  const first = titleRows.header + 1;
  const body: Area = { row: first, column: 0, rows: Math.max(1, rows.length), columns: width };
  if (rows.length === 0) cells.push(blankRow(columns));
  // Never a unit's: 状态 is always shown, and stands before them.
  const counts = columns.findIndex(({ key }, index) => index > at(columns, "task") && !hidden.has(key));
  return {
    name: matrixSheetName,
    tabColor: look.colours.tab,
    cells,
    formulas: [{ row: titleRows.year, column: counts, formula: summaryFormula(columns) }],
    filledFormulas: filledFormulas(plan, columns, body),
    styles: styles(columns, body, [...hidden]),
    columnWidths: columns.map((column) => column.width),
    rowHeights: [
      26,
      20,
      15,
      15,
      15,
      headerHeight(unitHeaders(columns)),
      ...Array.from({ length: body.rows }, () => undefined),
    ],
    hiddenColumns: columns.flatMap(({ key }, index) => (hidden.has(key) ? [index] : [])),
    hiddenRows: [titleRows.methods, titleRows.words, titleRows.years],
    table: {
      name: matrixTableName,
      area: { row: titleRows.header, column: 0, rows: body.rows + 1, columns: width },
      style: "TableStyleLight1",
    },
    names: [
      { name: yearName, area: { row: titleRows.year, column: at(columns, "number"), rows: 1, columns: 1 } },
      { name: asOfName, area: { row: titleRows.year, column: at(columns, "task"), rows: 1, columns: 1 } },
    ],
    conditionalFormats: conditionalFormats(columns, (key) => at(columns, key), body),
    validations: [
      ...titleValidations(columns),
      ...headerHints(columns, (key) => at(columns, key), titleRows.header),
      ...bodyValidations(
        columns,
        (key) => at(columns, key),
        body,
        rows.map(({ cells: own, indicator }, index) => askedRow(first + index, own, indicator)),
        listAreas(plan),
      ),
    ],
    hideGridlines: true,
    freeze: { rows: titleRows.header + 1, columns: at(columns, "task") + 1 },
    page: {
      paper: "a3",
      orientation: "landscape",
      pagesWide: 1,
      titleRows: [titleRows.header, titleRows.header],
      footerLeft: `&9${legend}`,
      footerCenter: "&9第 &P 页，共 &N 页",
      footerRight: "&9&A　&D",
      margins: pageMargins,
    },
  };
}

const blankRow = (columns: readonly MatrixColumn[]): CellValue[] => columns.map(() => "");

/** The rows above the table's header. */
function titleCells(
  plan: Plan,
  columns: readonly MatrixColumn[],
  { year, month }: { year: number; month: number },
): CellValue[][] {
  const cells = Array.from({ length: titleRows.header }, () => blankRow(columns));
  const put = (row: number, key: string, value: CellValue): void => void (cells[row]![at(columns, key)] = value);
  put(titleRows.title, "number", titleText(plan));
  // The label is in the hidden key column: the number format of the year's own cell shows what it is.
  put(titleRows.year, "key", yearName);
  put(titleRows.year, "number", year);
  put(titleRows.year, "task", asOfText(month));
  columns.forEach((column, index) => {
    cells[titleRows.years]![index] = column.year ?? columnMark(column.key);
  });
  for (const name of listNames)
    listRow(name, plan).forEach((item, index) => void (cells[titleRows[name]]![index] = item));
  return cells;
}

export const titleText = ({ title }: Plan): string => `${title}责任矩阵`;

/** Issuer, document number, date and size of the plan: a line of the title block in sheets of earlier versions. */
export function sourceLine({ docNumber, issuer, issued, tasks, units, indicators }: Plan): string {
  const date = issued?.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");
  return [issuer, docNumber, date, `任务 ${tasks.length} 项`, `单位 ${units.length} 个`, `指标 ${indicators.length} 项`]
    .filter(Boolean)
    .join("　");
}

const legend = `${marks.lead} 牵头　${marks.responsible} 责任　${marks.expanded} 集合称谓展开　${shortfallMark} 未完成`;

/** The number of rows for each status that occurs. Counts whole columns, since rows may be added at either end. */
function summaryFormula(columns: MatrixColumn[]): string {
  const letters = columnLetters(at(columns, "status"));
  const count = (text: string): string => `COUNTIF($${letters}:$${letters},"${text}")`;
  return `=${statusKeys.map((key) => `IF(${count(statusText(key))}=0,"","${statusText(key)} "&${count(statusText(key))}&"　")`).join("&")}`;
}

function filledFormulas(plan: Plan, columns: MatrixColumn[], body: Area): FilledFormula[] {
  return rowFormulas((key) => at(columns, key), plan.years, body.row, true).map(({ key, formula }) => ({
    area: { ...body, column: at(columns, key), columns: 1 },
    formula,
  }));
}

/**
 * Distance between upright characters of the header, as a multiple of the font size, in programs that set them wide.
 */
const uprightPitch = 1.42;
/** Points. A taller header would leave too little of a printed page to the rows. */
const highestHeader = 330;
/** Points. Excel's own limit is 409. */
const highestRow = 400;
/** The smallest such distance that any program needs. */
const closestPitch = 1.2;
/** Points that a filter button takes at the bottom of the header. */
const filterButton = 14;
/** Points. Short names are set small, so that the header leaves the screen to the rows. */
const shortNameSize = 8;

const longest = (names: readonly string[]): number => Math.max(4, ...names.map((name) => [...name].length));

/**
 * Points: tall enough for that many upright characters where a program sets them wide, and for a filter button below
 * them where it sets them close.
 */
const heightFor = (length: number, fontSize: number): number =>
  Math.max(4 + length * fontSize * uprightPitch, filterButton + 3 + length * fontSize * closestPitch);

/**
 * Points. A long name gets smaller letters so that the header does not become too tall, but never so small that nobody
 * can read it on A3.
 */
function nameSize(names: readonly string[]): number {
  if (longest(names) <= longestShortName) return shortNameSize;
  return [look.unitHeader.fontSize!, 8, 7].find((size) => heightFor(longest(names), size) <= highestHeader) ?? 6;
}

/**
 * Height of the header row in points.
 * @param names headers of all units
 * @param shown headers of the columns in view
 */
export const headerHeight = (names: readonly string[], shown = names): number =>
  Math.min(highestRow, heightFor(longest(shown), nameSize(names)));

const unitHeaders = (columns: readonly MatrixColumn[]): string[] =>
  columns.flatMap(({ kind, header }) => (kind === "unit" ? [header] : []));

/**
 * Looks of a unit's header.
 * @param names headers of all units: the longest decides the font size
 */
export const unitHeaderStyle = (names: readonly string[]): CellStyle => ({
  ...look.unitHeader,
  fontSize: nameSize(names),
});

function styles(columns: MatrixColumn[], body: Area, hidden: readonly string[]): StyledArea[] {
  const headerArea: Area = { row: titleRows.header, column: 0, rows: 1, columns: columns.length };
  const cell = (key: string): Area => ({ row: titleRows.year, column: at(columns, key), rows: 1, columns: 1 });
  const units = areasOf(
    columns.flatMap(({ kind, key }) => (kind === "unit" ? [key] : [])),
    (key) => at(columns, key),
    headerArea,
  );
  return [
    { area: { row: titleRows.title, column: 1, rows: 1, columns: columns.length - 1 }, style: look.title },
    { area: { row: titleRows.year, column: 1, rows: 1, columns: columns.length - 1 }, style: look.note },
    { area: cell("number"), style: look.input },
    { area: cell("task"), style: { ...look.input, numberFormat: "@" } },
    { area: headerArea, style: look.header },
    ...units.map((area) => ({ area, style: unitHeaderStyle(unitHeaders(columns)) })),
    ...bodyStyles(columns, (key) => at(columns, key), body),
    ...areasOf(
      hidden.filter((key) => wrapWhileShown.has(key)),
      (key) => at(columns, key),
      body,
    ).map((area) => ({ area, style: { wrap: false } })),
  ];
}

function titleValidations(columns: MatrixColumn[]): Validation[] {
  const years = columns.map((column, index) => ({ column, index })).filter(({ column }) => column.year !== undefined);
  const list: Area = { row: titleRows.years, column: years[0]!.index, rows: 1, columns: years.length };
  return [
    yearValidation({ row: titleRows.year, column: at(columns, "number"), rows: 1, columns: 1 }, list),
    asOfValidation({ row: titleRows.year, column: at(columns, "task"), rows: 1, columns: 1 }),
  ];
}

/** Areas of the lists that drop-downs in the table offer. */
export const listAreas = (plan: Plan): Lists =>
  Object.fromEntries(
    listNames.map((name): [string, Area] => [
      name,
      { row: titleRows[name], column: 1, rows: 1, columns: listRow(name, plan).length - 1 },
    ]),
  );
