import { consecutive } from "../matrix/consecutive";
import type { Area, CellStyle, ConditionalFormat, DataBar, SheetData, Validation } from "../matrix/sheet";
import type { RequestPart } from "./session";
import { apostrophes, bytesOf, formulaPart, rangeOf, rangesOf, valueParts, type RangeAt } from "./sheet-contents";

/**
 * Turns `SheetData` into parts of requests, in the order in which they must be applied; `session.ts` packs them into
 * round trips. Nothing is sent here. Values come first, so that the data is in the sheet even if a later request is
 * interrupted.
 */

/** Writes all of `data` into an empty sheet. */
export function sheetParts(context: Excel.RequestContext, sheet: Excel.Worksheet, data: SheetData): RequestPart[] {
  return [
    ...valueParts(sheet, data),
    formulaPart(sheet, data),
    ...validationParts(sheet, data),
    looksPart(context, sheet, data),
  ];
}

/** Hidden sheet that takes the new contents of an existing sheet before they are copied over. */
export const stagingName = "责任矩阵（写入中）";

export interface SheetInUse {
  sheet: Excel.Worksheet;
  /** Extent from A1 to the last used cell. */
  rows: number;
  columns: number;
  /** Left behind by a run that broke off. */
  staging?: Excel.Worksheet;
  /** Removes table, formats and rules from the sheet. */
  prepare: () => void;
}

/**
 * Writes all of `data` over an existing sheet. Office.js cuts a large write into several actions; a run that broke off
 * between them would leave rows under wrong headers and others overwritten. So the contents go into a hidden staging
 * sheet first and are copied over in one action: the sheet always holds all of the old or all of the new.
 */
export function replaceParts(
  context: Excel.RequestContext,
  { sheet, rows, columns, staging: left, prepare }: SheetInUse,
  data: SheetData,
): RequestPart[] {
  const width = data.cells[0]!.length;
  const all = { row: 0, column: 0, rows: Math.max(rows, data.cells.length), columns: Math.max(columns, width) };
  left?.delete();
  const staging = context.workbook.worksheets.add(stagingName);
  staging.visibility = "Hidden";
  const bringOver = (): void => {
    prepare();
    rangeOf(sheet, all).copyFrom(rangeOf(staging, all), "Formulas");
    staging.delete();
    if (rows > data.cells.length)
      rangeOf(sheet, { ...all, row: data.cells.length, rows: rows - data.cells.length }).clear("Formats");
    if (columns > width) rangeOf(sheet, { ...all, column: width, columns: columns - width }).clear("Formats");
  };
  return [
    ...valueParts(staging, data),
    formulaPart(staging, data),
    { bytes: 6_000, queue: bringOver },
    ...valueParts(sheet, data, apostrophes(data)),
    ...validationParts(sheet, data),
    looksPart(context, sheet, data),
  ];
}

/** Validation rules in one part, and the bytes that each adds besides its data. */
const rulesPerPart = 100;
const ruleBytes = 700;

/** Each row with a target has a rule: those of a large plan do not fit into one request. */
function validationParts(sheet: Excel.Worksheet, { validations }: SheetData): RequestPart[] {
  return Array.from({ length: Math.ceil(validations.length / rulesPerPart) }, (_, index): RequestPart => {
    const some = validations.slice(index * rulesPerPart, (index + 1) * rulesPerPart);
    return {
      bytes: bytesOf(some) + some.length * ruleBytes,
      queue: () => some.forEach((one) => queueValidation(rangeOf(sheet, one.area), one)),
    };
  });
}

const looksPart = (context: Excel.RequestContext, sheet: Excel.Worksheet, data: SheetData): RequestPart => ({
  bytes: bytesOf(data.styles) * 8 + 20_000,
  queue: () => queueLooks(context, sheet, data),
});

function queueLooks(context: Excel.RequestContext, sheet: Excel.Worksheet, data: SheetData): void {
  const range = rangesOf(sheet);
  for (const { area, style } of data.styles) queueStyle(range(area), style, area);
  const hide = queueSizes(range, data);
  // A new conditional format comes first in priority, so the last rule is added first.
  for (const format of [...data.conditionalFormats].reverse()) queueConditionalFormat(range(format.area), format);
  for (const bar of data.dataBars ?? []) queueDataBar(range(bar.area), bar);
  for (const { name, area } of data.names) context.workbook.names.add(name, range(area));
  // Hiding comes last: Excel misplaces a freeze over hidden columns (office-js issue 4266) and may unhide what is
  // resized.
  if (data.freeze) sheet.freezePanes.freezeAt(range({ row: 0, column: 0, ...data.freeze }));
  hide();
  if (data.hideGridlines) sheet.showGridlines = false;
  if (data.tabColor) sheet.tabColor = data.tabColor;
  if (data.table) {
    // The table's name is set last: a sheet on which it is found is complete.
    const table = sheet.tables.add(range(data.table.area), true);
    table.style = data.table.style;
    table.showBandedRows = false;
    table.name = data.table.name;
  }
}

const horizontal = { left: "Left", center: "Center", right: "Right", centerAcross: "CenterAcrossSelection" } as const;
const vertical = { top: "Top", middle: "Center", bottom: "Bottom" } as const;
/** In Office.js 180 means upright characters stacked vertically, not rotated. */
const stackedOrientation = 180;
const outer = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
const inner = ["InsideHorizontal", "InsideVertical"] as const;

export function queueStyle(range: Excel.Range, style: CellStyle, { rows, columns }: Area): void {
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
    // An area of one row has no horizontal inside borders, one of one column no vertical ones.
    for (const edge of [
      ...outer,
      ...(rows > 1 ? ([inner[0]] as const) : []),
      ...(columns > 1 ? ([inner[1]] as const) : []),
    ]) {
      const border = format.borders.getItem(edge);
      border.style = "Continuous";
      border.color = style.border;
    }
  }
}

/**
 * Queues widths and heights. A long run of equal ones (the unit columns) is one setting; the others go together in one
 * list. Rows without a height fit their text automatically, also later.
 * @returns queues the hiding, which must come after everything that needs all rows and columns shown
 */
function queueSizes(range: RangeAt, data: SheetData): () => void {
  for (const { start, length, value } of sizeBlocks(data.columnWidths)) {
    const area = { row: 0, column: start, rows: 1, columns: length };
    if (typeof value === "number") range(area).format.columnWidth = value;
    else
      range(area).setColumnProperties(
        value.map((columnWidth) => (columnWidth === undefined ? {} : { format: { columnWidth } })),
      );
  }
  const fixed = data.rowHeights.findIndex((height) => height === undefined);
  const heights = fixed < 0 ? data.rowHeights : data.rowHeights.slice(0, fixed);
  if (fixed >= 0)
    range({ row: fixed, column: 0, rows: data.rowHeights.length - fixed, columns: 1 }).format.autofitRows();
  if (heights.length > 0)
    range({ row: 0, column: 0, rows: heights.length, columns: 1 }).setRowProperties(
      heights.map((rowHeight) => ({ format: { rowHeight: rowHeight! } })),
    );
  return () => {
    for (const column of data.hiddenColumns) range({ row: 0, column, rows: 1, columns: 1 }).columnHidden = true;
    for (const row of data.hiddenRows) range({ row, column: 0, rows: 1, columns: 1 }).rowHidden = true;
  };
}

/** From this many equal neighbours on, a setting of their own takes fewer bytes than list entries. */
const longRun = 6;

/** Splits values, in order, into long runs of one value and lists of what is between them. */
function sizeBlocks<T>(values: readonly T[]): { start: number; length: number; value: NonNullable<T> | T[] }[] {
  const blocks: { start: number; length: number; value: NonNullable<T> | T[] }[] = [];
  for (const { start, length, value } of runs(values)) {
    const last = blocks[blocks.length - 1];
    if (length >= longRun && value !== undefined && value !== null) blocks.push({ start, length, value });
    else if (last && Array.isArray(last.value)) {
      last.value.push(...values.slice(start, start + length));
      last.length += length;
    } else blocks.push({ start, length, value: values.slice(start, start + length) });
  }
  return blocks;
}

/** Runs of equal neighbours. */
export function runs<T>(values: readonly T[]): { start: number; length: number; value: T }[] {
  let start = 0;
  return consecutive(values, (value, before) => value === before).map((run) => {
    const found = { start, length: run.length, value: run[0]! };
    start += run.length;
    return found;
  });
}

export function queueConditionalFormat(range: Excel.Range, rule: ConditionalFormat): void {
  const added = range.conditionalFormats.add("Custom");
  added.custom.rule.formula = rule.formula;
  if (rule.fill !== undefined) added.custom.format.fill.color = rule.fill;
  if (rule.color !== undefined) added.custom.format.font.color = rule.color;
  if (rule.bold !== undefined) added.custom.format.font.bold = rule.bold;
  for (const edge of rule.lines ? outer : []) {
    const line = added.custom.format.borders.getItem(edge);
    line.style = "Continuous";
    line.color = edge === "EdgeTop" ? rule.lines!.above : rule.lines!.others;
  }
  if (rule.stop) added.stopIfTrue = true;
}

function queueDataBar(range: Excel.Range, { color, min, max }: DataBar): void {
  const { dataBar } = range.conditionalFormats.add("DataBar");
  dataBar.lowerBoundRule = { type: "Number", formula: String(min) };
  dataBar.upperBoundRule = { type: "Number", formula: String(max) };
  dataBar.positiveFormat.fillColor = color;
  // A gradient fades out at the end of the bar, where it is read.
  dataBar.positiveFormat.gradientFill = false;
}

const alertStyle = { stop: "Stop", warning: "Warning", information: "Information" } as const;

export function queueValidation(range: Excel.Range, { rule, prompt, alert }: Validation): void {
  const validation = range.dataValidation;
  // Excel refuses a rule over cells whose rules differ (office-js issue 2594).
  validation.clear();
  validation.rule = officeRule(rule);
  validation.errorAlert = {
    showAlert: true,
    style: alertStyle[alert.style],
    title: alert.title,
    message: alert.message,
  };
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
