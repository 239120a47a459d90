import type { Plan } from "../plan/model";
import { columnLetters } from "./address";
import { bodyStyles, conditionalFormats, rowFormulas } from "./body";
import { listNames, listRow, type Lists } from "./choices";
import { columnMark, matrixColumns, type MatrixColumn } from "./columns";
import { yearName } from "./formulas";
import * as look from "./look";
import { cellsOf, marks, matrixRows, type MatrixRow, type RowOptions } from "./rows";
import { matrixSheetName, matrixTableName } from "./sheet-name";
import type { Area, CellValue, FilledFormula, PageSetup, SheetData, StyledArea, Validation } from "./sheet";
import { approximately, shortfallMark, statuses, statusKeys, statusText } from "./statuses";
import { askedRow, bodyValidations, yearValidation } from "./validations";

/**
 * Zero-based rows of the title block; the table's header follows it and nothing comes below the table. The last
 * ones are hidden. `methods` and `words`: what drop-downs in the table offer (`choices.ts`). `years`, right above the header:
 * the years to choose from, and above each other column its key, by which it is known under a header that people have changed.
 */
export const titleRows = { title: 0, source: 1, year: 2, legend: 3, statuses: 4, methods: 5, words: 6, years: 7, header: 8 } as const;

/** Points. */
export const pageMargins: PageSetup["margins"] = { top: 42, bottom: 42, left: 28, right: 28, header: 20, footer: 20 };

export interface Matrix {
  sheet: SheetData;
  columns: MatrixColumn[];
  rows: MatrixRow[];
}

export interface MatrixOptions extends RowOptions {
  /** 评估年度; the plan's last year where it is absent or outside the plan. */
  year?: number;
  /** Rows and unit columns that the user does not want: identities and column keys. */
  without?: ReadonlySet<string>;
}

/** The responsibility matrix of a plan, as a fresh sheet (DESIGN §4). */
export function buildMatrix(plan: Plan, options: MatrixOptions = {}): Matrix {
  const { without } = options;
  const columns = matrixColumns(plan).filter(({ key }) => !without?.has(key));
  const rows = matrixRows(plan, options).filter(({ identity }) => !without?.has(identity));
  return { sheet: layOut(plan, columns, rows, assessmentYear(plan, options.year)), columns, rows };
}

function assessmentYear({ years: [first, last] }: Plan, wanted: number | undefined): number {
  return wanted !== undefined && wanted >= first && wanted <= last ? wanted : last;
}

const at = (columns: readonly MatrixColumn[], key: string): number => columns.findIndex((column) => column.key === key);

function layOut(plan: Plan, columns: MatrixColumn[], rows: MatrixRow[], year: number): SheetData {
  const width = columns.length;
  const blank = (): CellValue[] => Array.from({ length: width }, () => "");
  const cells: CellValue[][] = Array.from({ length: titleRows.header }, blank);
  const put = (row: number, key: string, value: CellValue): void => void (cells[row]![at(columns, key)] = value);
  put(titleRows.title, "number", titleText(plan));
  put(titleRows.source, "number", sourceLine(plan));
  put(titleRows.year, "section", yearName);
  put(titleRows.year, "task", year);
  put(titleRows.legend, "number", legend);
  put(titleRows.statuses, "number", statusLegend());
  columns.forEach((column, index) => {
    cells[titleRows.years]![index] = column.year ?? columnMark(column.key);
  });
  for (const name of listNames) listRow(name, plan).forEach((item, index) => void (cells[titleRows[name]]![index] = item));
  cells.push(columns.map(({ header }) => header));
  for (const row of rows) cells.push(cellsOf(row, columns));

  const first = titleRows.header + 1;
  const body: Area = { row: first, column: 0, rows: Math.max(1, rows.length), columns: width };
  if (rows.length === 0) cells.push(blank());
  return {
    name: matrixSheetName,
    tabColor: look.colours.tab,
    cells,
    formulas: [{ row: titleRows.year, column: at(columns, "indicator"), formula: summaryFormula(columns) }],
    filledFormulas: filledFormulas(plan, columns, body),
    styles: styles(columns, body),
    columnWidths: columns.map((column) => column.width),
    rowHeights: [40, 20, 22, 14, 14, 15, 15, 15, headerHeight(unitNames(columns)), ...Array.from({ length: body.rows }, () => undefined)],
    hiddenColumns: [at(columns, "key")],
    hiddenRows: [titleRows.methods, titleRows.words, titleRows.years],
    table: { name: matrixTableName, area: { row: titleRows.header, column: 0, rows: body.rows + 1, columns: width }, style: "TableStyleLight1" },
    names: [{ name: yearName, area: { row: titleRows.year, column: at(columns, "task"), rows: 1, columns: 1 } }],
    conditionalFormats: conditionalFormats(columns, (key) => at(columns, key), body),
    validations: [
      ...titleValidations(columns),
      ...bodyValidations(columns, (key) => at(columns, key), body, rows.map(({ cells: own, indicator }, index) => askedRow(first + index, own, indicator)), listAreas(plan)),
    ],
    hideGridlines: true,
    freeze: { rows: titleRows.header + 1, columns: at(columns, "indicator") },
    page: {
      paper: "a3",
      orientation: "landscape",
      pagesWide: 1,
      titleRows: [titleRows.header, titleRows.header],
      footerLeft: "&9&A",
      footerCenter: "&9第 &P 页，共 &N 页",
      footerRight: "&9&D",
      margins: pageMargins,
    },
  };
}

export const titleText = ({ title }: Plan): string => `${title}责任矩阵`;

/** Where the plan comes from, and how much is in it. */
export function sourceLine({ docNumber, issuer, issued, tasks, units, indicators }: Plan): string {
  const date = issued?.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");
  return [issuer, docNumber, date, `任务 ${tasks.length} 项`, `单位 ${units.length} 个`, `指标 ${indicators.length} 项`].filter(Boolean).join("　");
}

const legend = `图例：${marks.lead} 牵头　${marks.responsible} 责任　${marks.expanded} 集合称谓展开　｜　${shortfallMark} 为未完成项　｜　“约”达到目标的 ${100 - approximately * 100}% 即达标，区间达到下限即达标，百分数只填数字部分`;

const statusLegend = (): string => `状态：${statusKeys.map((key) => `${statusText(key)}＝${statuses[key].brief}`).join("；")}`;

/** Counts by status, beside the assessment year; over the whole column, so that rows may come at either end. */
function summaryFormula(columns: MatrixColumn[]): string {
  const letters = columnLetters(at(columns, "status"));
  const counted = statusKeys.filter((key) => key !== "unquantified");
  return `=${counted.map((key) => `"${statusText(key)} "&COUNTIF($${letters}:$${letters},"${statusText(key)}")`).join('&"　"&')}`;
}

function filledFormulas(plan: Plan, columns: MatrixColumn[], body: Area): FilledFormula[] {
  return rowFormulas((key) => at(columns, key), plan.years, body.row).map(({ key, formula }) => ({ area: { ...body, column: at(columns, key), columns: 1 }, formula }));
}

/** From one upright character of the header to the next, in heights of its letters. */
const uprightPitch = 1.42;
/** Points: a header that is higher leaves too little of each printed page to the rows. */
const highestHeader = 330;
/** Points: Excel makes no row higher than 409. */
const highestRow = 400;

const longest = (names: readonly string[]): number => Math.max(4, ...names.map((name) => [...name].length));

/** Tall enough for a name of so many characters, one under the other. */
const heightFor = (length: number, fontSize: number): number => 14 + length * fontSize * uprightPitch;

/** Smaller letters where a name is so long that the header would be too high; none so small that it cannot be read on A3. */
const nameSize = (names: readonly string[]): number => [look.unitHeader.fontSize!, 8, 7].find((size) => heightFor(longest(names), size) <= highestHeader) ?? 6;

/**
 * Points.
 * @param names of all units, as the header has them
 * @param shown those of which the columns are in view
 */
export const headerHeight = (names: readonly string[], shown = names): number => Math.min(highestRow, heightFor(longest(shown), nameSize(names)));

const unitNames = (columns: readonly MatrixColumn[]): string[] => columns.flatMap(({ kind, header }) => (kind === "unit" ? [header] : []));

function styles(columns: MatrixColumn[], body: Area): StyledArea[] {
  const unitColumns = columns.filter(({ kind }) => kind === "unit").length;
  const headerArea: Area = { row: titleRows.header, column: 0, rows: 1, columns: columns.length };
  return [
    { area: { row: titleRows.title, column: 1, rows: 1, columns: columns.length - 1 }, style: look.title },
    { area: { row: titleRows.source, column: 1, rows: 1, columns: columns.length - 1 }, style: look.source },
    { area: { row: titleRows.year, column: 1, rows: titleRows.statuses - titleRows.year + 1, columns: columns.length - 1 }, style: look.note },
    { area: { row: titleRows.year, column: at(columns, "section"), rows: 1, columns: 1 }, style: { horizontal: "right", bold: true } },
    { area: { row: titleRows.year, column: at(columns, "task"), rows: 1, columns: 1 }, style: look.input },
    { area: headerArea, style: look.header },
    ...(unitColumns > 0 ? [{ area: { ...headerArea, column: columns.length - unitColumns, columns: unitColumns }, style: { ...look.unitHeader, fontSize: nameSize(unitNames(columns)) } }] : []),
    ...bodyStyles(columns, (key) => at(columns, key), body),
  ];
}

function titleValidations(columns: MatrixColumn[]): Validation[] {
  const years = columns.map((column, index) => ({ column, index })).filter(({ column }) => column.year !== undefined);
  const list: Area = { row: titleRows.years, column: years[0]!.index, rows: 1, columns: years.length };
  return [yearValidation({ row: titleRows.year, column: at(columns, "task"), rows: 1, columns: 1 }, list)];
}

/** Where the lists stand that drop-downs in the table offer. */
export const listAreas = (plan: Plan): Lists =>
  Object.fromEntries(listNames.map((name): [string, Area] => [name, { row: titleRows[name], column: 1, rows: 1, columns: listRow(name, plan).length - 1 }]));
