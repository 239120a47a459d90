import { asOfName, asOfText, wholeYear } from "../matrix/as-of";
import { actualKey, isEarlierLayout, spokenName, wrapWhileShown, type HeaderStyle } from "../matrix/columns";
import { matrixTableName } from "../matrix/sheet-name";
import { yearName } from "../matrix/formulas";
import type { LocatedMatrix } from "../matrix/locate";
import { orientationOn, printedSize, type Paper } from "../matrix/paper";
import {
  columnChoices,
  freshlyHidden,
  headerSteps,
  ownFilters,
  restoreSteps,
  sectionChoices,
  unitChoices,
  viewOf,
  viewSteps,
  type Purpose,
  type Shown,
  type View,
  type ViewChange,
  type ViewSteps,
  type YearsShown,
} from "../matrix/views";
import { ExcelFailure, protectedSheet } from "./failure";
import { filtersIfTold, textsIn } from "./filters";
import { locateIn, readWorkbook, storedPlan, type WorkbookState } from "./read-matrix";
import { setPaper } from "./page-setup";
import { inExcel, sendParts, writingInExcel, type RequestPart } from "./session";
import { rangeOf } from "./sheet-contents";
import { runs } from "./write-sheet";

export type { HeaderStyle, Paper, Purpose, ViewChange, YearsShown };

/** What the matrix's sheet shows, and the choices that the pane offers; plain data. */
export interface ViewReading {
  view: View;
  sections: string[];
  units: { key: string; name: string }[];
  /** Columns that can be shown and hidden individually. */
  columns: { key: string; name: string }[];
  /** 评估年度 */
  year?: number;
  rows: { all: number; shown: number };
  /** Names of hidden columns that a new sheet would show. */
  hidden: string[];
  /** Shows the columns that a new sheet shows. */
  isFresh: boolean;
  /** The sheet has the layout of an earlier version. */
  isEarlier: boolean;
  /** Headers of columns that are filtered in ways the pane does not offer. */
  ownFilters: string[];
  /** Absent for another size that was chosen in Excel. */
  paper?: Paper;
  /** Printed font size of the table in points, with the columns that are shown. */
  printed: Record<Paper, number>;
}

interface ShownMatrix {
  state: WorkbookState;
  sheet: Excel.Worksheet;
  matrix: LocatedMatrix;
  shown: Shown;
  /** Rows of the matrix that are visible. */
  rowsShown: number;
  /** Total width of the visible columns, in points. */
  width: number;
  paper?: Paper;
  /** The sheet has neither footer nor fit-to-width: printing was never set up. */
  isPageBare: boolean;
}

/** @returns undefined if the workbook has no matrix */
export function readView(): Promise<ViewReading | undefined> {
  return inExcel(async (context) => {
    const current = await readShownMatrix(context);
    if (!current) return undefined;
    const { matrix, shown, rowsShown, width, paper } = current;
    const fresh = freshlyHidden(matrix);
    return {
      view: viewOf(matrix, shown),
      sections: sectionChoices(matrix).map(({ name }) => name),
      units: unitChoices(matrix),
      columns: columnChoices(matrix),
      ...(matrix.year === undefined ? {} : { year: matrix.year }),
      rows: { all: matrix.rows.length, shown: rowsShown },
      hidden: [...shown.hidden].filter((key) => !fresh.has(key)).map((key) => spokenName(matrix, key)),
      isFresh: [...matrix.columns.keys()].every((key) => shown.hidden.has(key) === fresh.has(key)),
      isEarlier: isEarlierLayout(matrix.columns),
      ownFilters: ownFilters(matrix, shown),
      ...(paper ? { paper } : {}),
      printed: { a3: printedSize("a3", width), a4: printedSize("a4", width) },
    };
  });
}

/**
 * Applies `change` by filtering the table and hiding columns; writes no cell.
 * @throws ExcelFailure `NoMatrix`, `AccessDenied`, `NoTable`
 */
export const changeView = (change: ViewChange): Promise<void> =>
  act(({ matrix, shown, state, sheet }) => stepParts(state, sheet, matrix, viewSteps(matrix, shown, change)));

/**
 * Gives the units' headers 简称, or full names for printing.
 * @throws ExcelFailure `NoMatrix`, `AccessDenied`
 */
export const chooseHeaders = (style: HeaderStyle): Promise<void> =>
  act(({ matrix, shown, state, sheet }) => {
    const plan = storedPlan(state) ?? { units: [], groups: [], title: "" };
    return matrix.style === style ? [] : stepParts(state, sheet, matrix, headerSteps(matrix, shown, plan, style));
  });

/** Clears every filter and shows the rows and columns that a new sheet shows. */
export const showAll = (): Promise<void> => act(restoreParts);

function restoreParts({ matrix, shown, state, sheet, rowsShown }: ShownMatrix): RequestPart[] {
  const rows = { row: matrix.headerRow + 1, column: 0, rows: lastRow(matrix) - matrix.headerRow, columns: 1 };
  const showRows: RequestPart[] =
    rowsShown < matrix.rows.length ? [{ bytes: 500, queue: () => void (rangeOf(sheet, rows).rowHidden = false) }] : [];
  return [...stepParts(state, sheet, matrix, restoreSteps(matrix, shown)), ...showRows];
}

/**
 * The same for a sheet that was already read: generating calls it if nothing else has to be written. One round trip,
 * one more if something is hidden. Does nothing on a protected sheet.
 * @returns whether something was unhidden, and whether the print set-up is missing, as after a run that broke off
 */
export async function restoreView(
  context: Excel.RequestContext,
  state: WorkbookState,
  matrix: LocatedMatrix,
): Promise<{ isShown: boolean; isPageBare: boolean }> {
  if (!state.sheet || state.isProtected) return { isShown: false, isPageBare: false };
  const current = await shownMatrixOf(context, state, matrix, state.sheet);
  const parts = restoreParts(current);
  await sendParts(context, parts);
  return { isShown: parts.length > 0, isPageBare: current.isPageBare };
}

/**
 * Sets the sheet's 评估年度, which formulas, pane, lists and report go by. If only the column of 评估年度 is shown of
 * the years, shows the new year's instead. Writes nothing if it is set already.
 * @throws ExcelFailure `NoMatrix`, `AccessDenied`; `NoYear` if the sheet has no such cell, or no column for the year
 */
export const chooseYear = (year: number): Promise<void> =>
  act(({ matrix, shown, state, sheet }, context) => {
    if (matrix.year === year) return [];
    if (!matrix.columns.has(actualKey(year))) throw new ExcelFailure("NoYear.noColumn", { year });
    if (!state.hasYearName) throw new ExcelFailure("NoYear.noCell", {}, { detail: yearName });
    const write = (): void => void (context.workbook.names.getItem(yearName).getRange().values = [[year]]);
    const follow =
      viewOf(matrix, shown).years === "assessed"
        ? viewSteps({ ...matrix, year }, shown, { years: "assessed" })
        : { filters: [], columns: [] };
    return [{ bytes: 600, queue: write }, ...stepParts(state, sheet, matrix, follow)];
  });

/**
 * Sets the sheet's 截至 (1–12), which deadlines and pace are judged by. Writes nothing if it is set already.
 * @throws ExcelFailure `NoMatrix`, `AccessDenied`; `NoAsOf` if the sheet has no such cell, as in earlier versions
 */
export const chooseMonth = (month: number): Promise<void> =>
  act(({ matrix, state }, context) => {
    if ((matrix.month ?? wholeYear) === month) return [];
    if (!state.hasAsOf) throw new ExcelFailure("NoAsOf", {}, { detail: asOfName });
    return [
      {
        bytes: 600,
        queue: () => void (context.workbook.names.getItem(asOfName).getRange().values = [[asOfText(month)]]),
      },
    ];
  });

/**
 * Sets the paper size, one page wide; portrait where everything shown fits.
 * @throws ExcelFailure `NoMatrix`, `AccessDenied`, `NoPaper`
 */
export const choosePaper = (paper: Paper): Promise<void> =>
  inExcel(async (context) => {
    const { state, sheet, width } = await requireShownMatrix(context);
    if (state.isProtected) throw protectedSheet();
    await setPaper(context, sheet, paper, orientationOn(paper, width));
  });

function act(parts: (current: ShownMatrix, context: Excel.RequestContext) => RequestPart[]): Promise<void> {
  return writingInExcel(async (context) => {
    const current = await requireShownMatrix(context);
    const wanted = parts(current, context);
    if (wanted.length > 0 && current.state.isProtected) throw protectedSheet();
    await sendParts(context, wanted);
  });
}

async function requireShownMatrix(context: Excel.RequestContext): Promise<ShownMatrix> {
  const current = await readShownMatrix(context);
  if (!current) throw new ExcelFailure("NoMatrix", {});
  return current;
}

const lastRow = ({ headerRow, rows }: LocatedMatrix): number => Math.max(headerRow + 1, ...rows.map(({ row }) => row));

async function readShownMatrix(context: Excel.RequestContext): Promise<ShownMatrix | undefined> {
  const state = await readWorkbook(context, yearName);
  const matrix = await locateIn(state, storedPlan(state));
  return matrix && state.sheet ? shownMatrixOf(context, state, matrix, state.sheet) : undefined;
}

async function shownMatrixOf(
  context: Excel.RequestContext,
  state: WorkbookState,
  matrix: LocatedMatrix,
  sheet: Excel.Worksheet,
): Promise<ShownMatrix> {
  const { table } = state;
  const [first, last] = [Math.min(...matrix.columns.values()), Math.max(...matrix.columns.values())];
  const across = rangeOf(sheet, {
    row: matrix.headerRow,
    column: first,
    rows: 1,
    columns: last - first + 1,
  }).getColumnProperties({ columnHidden: true, format: { columnWidth: true } });
  const down = rangeOf(sheet, {
    row: matrix.headerRow + 1,
    column: first,
    rows: lastRow(matrix) - matrix.headerRow,
    columns: 1,
  }).getRowProperties({ rowHidden: true });
  sheet.pageLayout.load("paperSize, zoom");
  const footer = sheet.pageLayout.headersFooters.defaultForAllPages;
  footer.load("centerFooter");
  await context.sync();
  // If Excel cannot return the filters, they count as none; everything else is known.
  const filters =
    (await filtersIfTold(context, table ? state.tables.filter(({ name }) => name === matrixTableName) : [])) ?? [];
  const keys = new Map([...matrix.columns].map(([key, column]) => [column, key]));
  const hiddenRows = new Set(
    down.value.flatMap(({ rowHidden }, index) => (rowHidden ? [matrix.headerRow + 1 + index] : [])),
  );
  const keyAt = (column: number): string | undefined => keys.get(column);
  return {
    state,
    sheet,
    matrix,
    shown: {
      filters: new Map(
        filters.flatMap(({ index, criteria }) =>
          keyAt(table!.area.column + index) === undefined
            ? []
            : [[keyAt(table!.area.column + index)!, textsIn(criteria)]],
        ),
      ),
      hidden: new Set(
        across.value.flatMap(({ columnHidden }, index) =>
          columnHidden && keyAt(first + index) !== undefined ? [keyAt(first + index)!] : [],
        ),
      ),
    },
    rowsShown: matrix.rows.filter(({ row }) => !hiddenRows.has(row)).length,
    width: across.value.reduce(
      (sum, { columnHidden, format }) => sum + (columnHidden ? 0 : (format?.columnWidth ?? 0)),
      0,
    ),
    ...paperOf(sheet.pageLayout.paperSize),
    isPageBare: sheet.pageLayout.zoom.horizontalFitToPages !== 1 && footer.centerFooter === "",
  };
}

function paperOf(size: string): { paper?: Paper } {
  if (size === "A3") return { paper: "a3" };
  return size === "A4" ? { paper: "a4" } : {};
}

function stepParts(
  { table }: WorkbookState,
  sheet: Excel.Worksheet,
  matrix: LocatedMatrix,
  { filters, columns, headers, headerHeight }: ViewSteps,
): RequestPart[] {
  if (filters.length > 0 && !table) {
    throw new ExcelFailure("NoTable", {});
  }
  const filter = ({ key, values }: ViewSteps["filters"][number]): void => {
    const column = table!.item.columns.getItemAt(matrix.columns.get(key)! - table!.area.column).filter;
    if (values) column.applyValuesFilter(values);
    else column.clear();
  };
  const hidden = new Map(columns.map((column) => [matrix.columns.get(column.key)!, column.hidden]));
  const all = Array.from({ length: Math.max(-1, ...hidden.keys()) + 1 }, (_, column) => hidden.get(column));
  const hide = (): void => {
    for (const { start, length, value } of runs(all))
      if (value !== undefined) rangeOf(sheet, { row: 0, column: start, rows: 1, columns: length }).columnHidden = value;
    const body = { row: matrix.headerRow + 1, rows: lastRow(matrix) - matrix.headerRow, columns: 1 };
    const texts = columns.filter(({ key }) => wrapWhileShown.has(key));
    for (const { key, hidden: isHidden } of texts)
      rangeOf(sheet, { ...body, column: matrix.columns.get(key)! }).format.wrapText = !isHidden;
    if (texts.length > 0) rangeOf(sheet, { ...body, column: matrix.columns.get("task") ?? 0 }).format.autofitRows();
    for (const [key, name] of headers?.names ?? []) {
      const cell = rangeOf(sheet, { row: matrix.headerRow, column: matrix.columns.get(key)!, rows: 1, columns: 1 });
      cell.values = [[name]];
      cell.format.font.size = headers!.fontSize;
    }
    if (headerHeight !== undefined)
      rangeOf(sheet, { row: matrix.headerRow, column: 0, rows: 1, columns: 1 }).format.rowHeight = headerHeight;
  };
  return [
    ...(filters.length > 0 ? [{ bytes: filters.length * 600, queue: () => filters.forEach(filter) }] : []),
    ...(hidden.size > 0 || (headers?.names.size ?? 0) > 0
      ? [{ bytes: 4_000 + (headers?.names.size ?? 0) * 900, queue: hide }]
      : []),
  ];
}
