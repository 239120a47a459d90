import type { Area, CellStyle, ConditionalFormat, PageSetup, SheetData, Validation } from "../matrix/sheet";
import { asWritten } from "./cell-text";
import type { Part } from "./session";

/**
 * `SheetData` → requests. Nothing here syncs: it hands out parts, in the order in which they must be applied, and
 * `session` packs them into round trips. Values go first, so that whatever is interrupted later, the data is there.
 */

const rangeOf = (sheet: Excel.Worksheet, area: Area): Excel.Range =>
  sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);

const utf8 = new TextEncoder();
const bytesOf = (values: unknown): number => utf8.encode(JSON.stringify(values)).length;

/** Rows are split where a block of them would fill a request; 1 MB keeps several blocks and their formats packable. */
const blockLimit = 1_000_000;

/** Everything that `data` says about the sheet, for a sheet that holds nothing of it yet or is to be overwritten. */
export function sheetParts(context: Excel.RequestContext, sheet: Excel.Worksheet, data: SheetData): Part[] {
  return [...valueParts(sheet, data), { bytes: bytesOf(data.styles) * 8 + 20_000, queue: () => queueLooks(context, sheet, data) }];
}

/** The cells' values in blocks of whole rows. */
function valueParts(sheet: Excel.Worksheet, data: SheetData): Part[] {
  const width = data.cells[0]?.length ?? 0;
  const parts: Part[] = [];
  let start = 0;
  let size = 0;
  const rows = data.cells.map((row) => row.map(asWritten));
  const close = (end: number): void => {
    if (end === start) return;
    const block = rows.slice(start, end);
    const area = { row: start, column: 0, rows: block.length, columns: width };
    parts.push({ bytes: size, queue: () => void (rangeOf(sheet, area).values = block) });
    start = end;
    size = 0;
  };
  rows.forEach((row, index) => {
    const bytes = bytesOf(row);
    if (size > 0 && size + bytes > blockLimit) close(index);
    size += bytes;
  });
  close(rows.length);
  return parts;
}

function queueLooks(context: Excel.RequestContext, sheet: Excel.Worksheet, data: SheetData): void {
  for (const { row, column, formula } of data.formulas) sheet.getCell(row, column).formulas = [[formula]];
  queueFilledFormulas(sheet, data);
  if (data.table) {
    const table = sheet.tables.add(rangeOf(sheet, data.table.area), true);
    table.name = data.table.name;
    table.style = data.table.style;
    table.showBandedRows = false;
  }
  for (const { area, style } of data.styles) queueStyle(rangeOf(sheet, area), style);
  queueSizes(sheet, data);
  // A new conditional format takes the first place, so the last rule is added first.
  for (const format of [...data.conditionalFormats].reverse()) queueConditionalFormat(sheet, format);
  for (const validation of data.validations) queueValidation(sheet, validation);
  for (const { name, area } of data.names) context.workbook.names.add(name, rangeOf(sheet, area));
  if (data.freeze) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, data.freeze.rows, data.freeze.columns));
  if (data.tabColor) sheet.tabColor = data.tabColor;
  if (data.page) queuePage(sheet, data.page);
}

/** A formula is sent once and filled down by Excel itself, which moves its relative references. */
function queueFilledFormulas(sheet: Excel.Worksheet, data: SheetData): void {
  for (const { area, formula } of data.filledFormulas) {
    const first = rangeOf(sheet, { ...area, rows: 1 });
    first.formulas = [Array.from({ length: area.columns }, () => formula)];
    if (area.rows > 1) {
      rangeOf(sheet, { ...area, row: area.row + 1, rows: area.rows - 1 }).copyFrom(first, "Formulas");
    }
  }
}

const horizontal = { left: "Left", center: "Center", right: "Right" } as const;
const vertical = { top: "Top", middle: "Center", bottom: "Bottom" } as const;
/** Office.js: 180 means characters stacked upright, not turned. */
const stackedOrientation = 180;
const edges = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const;

function queueStyle(range: Excel.Range, style: CellStyle): void {
  const format = range.format;
  if (style.numberFormat !== undefined) range.numberFormat = style.numberFormat as unknown as string[][];
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.color !== undefined) format.font.color = style.color;
  if (style.bold !== undefined) format.font.bold = style.bold;
  if (style.italic !== undefined) format.font.italic = style.italic;
  if (style.fontName !== undefined) format.font.name = style.fontName;
  if (style.fontSize !== undefined) format.font.size = style.fontSize;
  if (style.horizontal !== undefined) format.horizontalAlignment = horizontal[style.horizontal];
  if (style.vertical !== undefined) format.verticalAlignment = vertical[style.vertical];
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.stacked) format.textOrientation = stackedOrientation;
  if (style.unlocked) format.protection.locked = false;
  if (style.border !== undefined) {
    for (const edge of edges) {
      const border = format.borders.getItem(edge);
      border.style = "Continuous";
      border.color = style.border;
    }
  }
}

/** One call for all widths; heights by runs of equal ones. Rows without a height fit themselves to their text. */
function queueSizes(sheet: Excel.Worksheet, data: SheetData): void {
  const width = data.cells[0]?.length ?? 0;
  const hidden = new Set(data.hiddenColumns);
  sheet.getRangeByIndexes(0, 0, 1, width).setColumnProperties(
    Array.from({ length: width }, (_, column) => {
      const columnWidth = data.columnWidths[column];
      return {
        ...(hidden.has(column) ? { columnHidden: true } : {}),
        ...(columnWidth === undefined ? {} : { format: { columnWidth } }),
      };
    }),
  );
  for (const { start, length, value } of runs(data.rowHeights)) {
    const rows = sheet.getRangeByIndexes(start, 0, length, 1);
    if (value === undefined) rows.format.autofitRows();
    else rows.format.rowHeight = value;
  }
  for (const row of data.hiddenRows) sheet.getRangeByIndexes(row, 0, 1, 1).rowHidden = true;
}

/** Runs of equal neighbours. */
export function runs<T>(values: readonly T[]): { start: number; length: number; value: T }[] {
  const found: { start: number; length: number; value: T }[] = [];
  values.forEach((value, start) => {
    const last = found[found.length - 1];
    if (last && last.value === value) last.length++;
    else found.push({ start, length: 1, value });
  });
  return found;
}

function queueConditionalFormat(sheet: Excel.Worksheet, rule: ConditionalFormat): void {
  const added = rangeOf(sheet, rule.area).conditionalFormats.add("Custom");
  added.custom.rule.formula = rule.formula;
  if (rule.fill !== undefined) added.custom.format.fill.color = rule.fill;
  if (rule.color !== undefined) added.custom.format.font.color = rule.color;
  if (rule.bold !== undefined) added.custom.format.font.bold = rule.bold;
  if (rule.stop) added.stopIfTrue = true;
}

const alertStyle = { stop: "Stop", warning: "Warning", information: "Information" } as const;

function queueValidation(sheet: Excel.Worksheet, { area, rule, prompt, alert }: Validation): void {
  const validation = rangeOf(sheet, area).dataValidation;
  validation.rule = officeRule(rule);
  validation.errorAlert = { showAlert: true, style: alertStyle[alert.style], title: alert.title, message: alert.message };
  if (prompt) validation.prompt = { showPrompt: true, ...prompt };
}

function officeRule(rule: Validation["rule"]): Excel.DataValidationRule {
  if (rule.kind === "list") return { list: { inCellDropDown: true, source: rule.source } };
  if (rule.kind === "custom") return { custom: { formula: rule.formula } };
  return { [rule.kind]: bounds(rule.min, rule.max) };
}

function bounds(min: number | undefined, max: number | undefined): Excel.BasicDataValidation {
  if (min !== undefined && max !== undefined) return { formula1: min, formula2: max, operator: "Between" };
  if (max !== undefined) return { formula1: max, operator: "LessThanOrEqualTo" };
  return { formula1: min ?? 0, operator: "GreaterThanOrEqualTo" };
}

const paper = { a3: "A3", a4: "A4" } as const;

function queuePage(sheet: Excel.Worksheet, page: PageSetup): void {
  const layout = sheet.pageLayout;
  layout.orientation = page.orientation === "landscape" ? "Landscape" : "Portrait";
  layout.paperSize = paper[page.paper];
  layout.zoom = { horizontalFitToPages: page.pagesWide };
  layout.topMargin = page.margins.top;
  layout.bottomMargin = page.margins.bottom;
  layout.leftMargin = page.margins.left;
  layout.rightMargin = page.margins.right;
  layout.headerMargin = page.margins.header;
  layout.footerMargin = page.margins.footer;
  layout.centerHorizontally = true;
  if (page.titleRows) layout.setPrintTitleRows(`$${page.titleRows[0] + 1}:$${page.titleRows[1] + 1}`);
  const running = layout.headersFooters.defaultForAllPages;
  if (page.footerLeft !== undefined) running.leftFooter = page.footerLeft;
  if (page.footerCenter !== undefined) running.centerFooter = page.footerCenter;
  if (page.footerRight !== undefined) running.rightFooter = page.footerRight;
}
