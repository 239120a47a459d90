import ExcelJS from "exceljs";
import { formatAddress } from "../areas";
import { readValue } from "../cells";
import type { HostConditionalFormat, HostSheet, HostWorkbook } from "../workbook";
import { finishPackage, fittedFraction } from "./package";
import { cellStyle } from "./cell-style";
import { savedProtection } from "./protection";
import { conditionalFormatting, dataValidation } from "./rules";

const pixelsPerPoint = 96 / 72;
/** ExcelJS counts a column's width in characters of the default font, seven pixels each, with five of padding. */
const characters = (pixels: number): number => Math.max(0, (pixels - 5) / 7);
const defaultHeight = 15;
const inches = (points: number): number => points / 72;
const paperNumbers: Record<string, number> = { Letter: 1, A3: 8, A4: 9, A5: 11 };

/** The workbook as the bytes of an .xlsx file, formulas with the values that they show. */
export async function saveXlsx(book: HostWorkbook): Promise<Uint8Array> {
  await book.grid.calculated();
  const file = new ExcelJS.Workbook();
  // Excel calculates anew on opening: what stands in the file is for readers that do not.
  file.calcProperties.fullCalcOnLoad = true;
  for (const sheet of book.allSheets) addSheet(file, sheet, book);
  file.views = [{ x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: book.allSheets.indexOf(book.activeSheet), visibility: "visible" }];
  for (const name of book.names) if (!name.lost) file.definedNames.add(book.referenceOf(name), name.name);
  const bytes = await file.xlsx.writeBuffer();
  const rules = book.allSheets.map((sheet) => ruleList(sheet, book));
  return finishPackage(new Uint8Array(bytes as ArrayBuffer), book.xmlParts.map(({ xml }) => xml), rules);
}

function addSheet(file: ExcelJS.Workbook, sheet: HostSheet, book: HostWorkbook): void {
  const univer = book.grid.sheet(sheet.id);
  const { xSplit, ySplit } = univer.getFreeze();
  const view = xSplit || ySplit ? ({ state: "frozen", xSplit, ySplit } as const) : ({ state: "normal" } as const);
  const target = file.addWorksheet(book.sheetName(sheet), {
    ...(sheet.tabColor ? { properties: { tabColor: { argb: argb(sheet.tabColor) } } } : {}),
    state: univer.isSheetHidden() ? "hidden" : "visible",
    views: [{ ...view, showGridLines: !univer.hasHiddenGridLines() }],
  });
  setUpPage(target, sheet);
  addTables(target, sheet, book);
  addCells(target, sheet, book);
  for (const { startRow, startColumn, endRow, endColumn } of univer.getSheet().getMergeData()) {
    target.mergeCells(startRow + 1, startColumn + 1, endRow + 1, endColumn + 1);
  }
  addRules(target, sheet, book);
  if (sheet.protection) void target.protect("", { ...savedProtection(sheet.protection.options), spinCount: 1 });
}

const argb = (colour: string): string => `FF${colour.replace("#", "").toUpperCase()}`;

function addCells(target: ExcelJS.Worksheet, sheet: HostSheet, book: HostWorkbook): void {
  const core = book.grid.sheet(sheet.id).getSheet();
  const used = book.grid.used(sheet.id, false);
  if (!used) return;
  const columns = used.column + used.columns;
  for (let column = 0; column < columns; column++) {
    const saved = target.getColumn(column + 1);
    saved.width = characters(core.getColumnWidth(column));
    if (!core.getColVisible(column)) saved.hidden = true;
  }
  for (let row = used.row; row < used.row + used.rows; row++) {
    const saved = target.getRow(row + 1);
    const own = core.getRowManager().getRow(row);
    if (own?.ia && own.ah !== undefined) saved.height = fitted(own.ah / pixelsPerPoint);
    else if (own?.h !== undefined) saved.height = own.h / pixelsPerPoint;
    if (!core.getRowVisible(row)) {
      saved.hidden = true;
      // ExcelJS passes over an empty row without a height.
      saved.height ??= fitted(core.getRowHeight(row) / pixelsPerPoint || defaultHeight);
    }
    for (let column = used.column; column < columns; column++) {
      const formula = book.grid.formula(sheet.id, row, column);
      const value = readValue(book, sheet.id, row, column);
      const style = cellStyle(book.grid.style(sheet.id, row, column), !book.isLocked(sheet, row, column));
      if (value === "" && !formula && !style) continue;
      const cell = saved.getCell(column + 1);
      if (formula) cell.value = { formula: formula.slice(1), result: value as string } as ExcelJS.CellFormulaValue;
      else if (value !== "") cell.value = value;
      if (style) cell.style = style;
    }
  }
}

/**
 * ExcelJS marks every height as set by hand, and such a row no longer grows with its text. A fitted height is marked by
 * a fraction that `finishPackage` finds again in the written XML.
 */
const fitted = (points: number): number => Math.round(points) + fittedFraction;

/** Before the cells: ExcelJS writes a table's own idea of them, which the cells then replace. */
function addTables(target: ExcelJS.Worksheet, sheet: HostSheet, book: HostWorkbook): void {
  for (const table of book.tables.filter((one) => one.sheet === sheet)) {
    const { row, column, rows, columns } = table.area;
    const headers = Array.from({ length: columns }, (_, index) => String(readValue(book, sheet.id, row, column + index)));
    target.addTable({
      name: table.name,
      ref: formatAddress({ row, column, rows: 1, columns: 1 }),
      headerRow: true,
      style: {
        theme: table.style as "TableStyleLight1",
        showRowStripes: table.showBandedRows,
        showColumnStripes: table.showBandedColumns,
        showFirstColumn: table.highlightFirstColumn,
      },
      columns: headers.map((name) => ({ name, filterButton: table.showFilterButton })),
      rows: Array.from({ length: Math.max(1, rows - 1) }, () => headers.map(() => null)),
    });
  }
}

/** In the order of their priority, the first being 1. */
const ruleList = (sheet: HostSheet, book: HostWorkbook): HostConditionalFormat[] => book.conditionalFormats.filter((format) => format.sheet === sheet);

function addRules(target: ExcelJS.Worksheet, sheet: HostSheet, book: HostWorkbook): void {
  ruleList(sheet, book).forEach((format, index) => {
    const rule = conditionalFormatting(format, index + 1);
    if (rule) target.addConditionalFormatting({ ref: formatAddress(format.area), rules: [rule] });
  });
  const added = (target as unknown as { dataValidations: { add(address: string, rule: ExcelJS.DataValidation): void } }).dataValidations;
  for (const one of book.validations.filter((validation) => validation.sheet === sheet)) {
    const rule = dataValidation(one);
    if (rule) added.add(formatAddress(one.area), rule);
  }
}

function setUpPage(target: ExcelJS.Worksheet, { page }: HostSheet): void {
  const setup = target.pageSetup;
  setup.orientation = page.orientation === "Landscape" ? "landscape" : "portrait";
  setup.paperSize = paperNumbers[page.paperSize] ?? 9;
  setup.horizontalCentered = page.centerHorizontally;
  setup.verticalCentered = page.centerVertically;
  setup.blackAndWhite = page.blackAndWhite;
  setup.showGridLines = page.printGridlines;
  setup.pageOrder = page.printOrder === "OverThenDown" ? "overThenDown" : "downThenOver";
  setup.margins = {
    top: inches(page.margins.top),
    bottom: inches(page.margins.bottom),
    left: inches(page.margins.left),
    right: inches(page.margins.right),
    header: inches(page.margins.header),
    footer: inches(page.margins.footer),
  };
  const { horizontalFitToPages: wide, verticalFitToPages: tall, scale } = page.zoom;
  if (wide !== undefined || tall !== undefined) {
    setup.fitToPage = true;
    // Zero: as many as it takes.
    setup.fitToWidth = wide ?? 0;
    setup.fitToHeight = tall ?? 0;
  } else if (scale !== undefined) setup.scale = scale;
  if (page.titleRows) setup.printTitlesRow = page.titleRows.replace(/\$/g, "");
  if (page.titleColumns) setup.printTitlesColumn = page.titleColumns.replace(/\$/g, "");
  if (page.printArea) setup.printArea = page.printArea.replace(/\$/g, "");
  target.headerFooter.oddHeader = running(page.running, "Header");
  target.headerFooter.oddFooter = running(page.running, "Footer");
}

function running(texts: Record<string, string>, place: "Header" | "Footer"): string {
  const part = (code: string, side: string): string => (texts[`${side}${place}`] ? `&${code}${texts[`${side}${place}`]}` : "");
  return part("L", "left") + part("C", "center") + part("R", "right");
}

