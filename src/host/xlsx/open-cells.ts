import type ExcelJS from "exceljs";
import { joined, type Area } from "../areas";
import { isPlainText } from "../cells";
import type { CellPatch } from "../grid";
import type { HostSheet, HostWorkbook } from "../workbook";
import { elements, isOn } from "./open-package";
import { univerStyle } from "./open-style";

const pixelsPerPoint = 96 / 72;
/** Of the first column of days: 1970-01-01. */
const epoch = 25_569;
const day = 86_400_000;

// ExcelJS's ValueType.
const nothing = 0;
const merged = 1;

export function openCells(source: ExcelJS.Worksheet, xml: string, sheet: HostSheet, book: HostWorkbook): void {
  const rows: (CellPatch | undefined)[][] = [];
  const open: Area[] = [];
  let columns = 0;
  source.eachRow({ includeEmpty: false }, (row, number) => {
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      if (cell.protection?.locked === false) addCell(open, number - 1, column - 1);
      const patch = patchOf(cell);
      if (!patch) return;
      (rows[number - 1] ??= [])[column - 1] = patch;
      columns = Math.max(columns, column);
    });
  });
  if (rows.length > 0) {
    book.grid.write(sheet.id, { row: 0, column: 0, rows: rows.length, columns }, (row, column) => rows[row]?.[column]);
  }
  sheet.unlocked = joined(open);
  openSizes(xml, sheet, { rows: rows.length, columns }, book);
  for (const { attributes } of elements(xml, "mergeCell")) {
    book.grid.quietly(() => book.grid.sheet(sheet.id).getRange(attributes.ref).merge({ isForceMerge: true }));
  }
}

/** Open cells of a row go together at once. */
function addCell(areas: Area[], row: number, column: number): void {
  const last = areas[areas.length - 1];
  if (last && last.row === row && last.column + last.columns === column) last.columns++;
  else areas.push({ row, column, rows: 1, columns: 1 });
}

function patchOf(cell: ExcelJS.Cell): CellPatch | undefined {
  const style = univerStyle(cell.style);
  const contents = contentsOf(cell);
  return contents || style ? { ...contents, ...(style ? { style } : {}) } : undefined;
}

function contentsOf(cell: ExcelJS.Cell): CellPatch | undefined {
  const type = cell.type as number;
  if (type === nothing || type === merged) return undefined;
  // Functions younger than the format stand in the file under a prefix.
  if (cell.formula) return { formula: `=${cell.formula.replace(/_xlfn\.(?:_xlws\.)?/g, "")}` };
  const { value } = cell;
  if (value instanceof Date) return { value: Math.round((value.getTime() / day + epoch) * 1e8) / 1e8 };
  if (typeof value === "number" || typeof value === "boolean") return { value };
  const text = typeof value === "string" ? value : cell.text;
  return text === "" ? undefined : { value: text, forceText: !isPlainText(text) };
}

function openSizes(xml: string, sheet: HostSheet, used: { rows: number; columns: number }, book: HostWorkbook): void {
  const grid = book.grid.sheet(sheet.id);
  for (const { attributes } of elements(xml, "col")) {
    const first = Number(attributes.min) - 1;
    const count = Math.min(Number(attributes.max), used.columns) - first;
    if (count < 1) continue;
    if (attributes.width !== undefined) grid.setColumnWidths(first, count, Number(attributes.width) * 7 + 5);
    if (isOn(attributes.hidden)) grid.hideColumns(first, count);
  }
  const records = grid.getSheet().getRowManager();
  for (const { attributes } of elements(xml.replace(/<c\b(?:[^>"]|"[^"]*")*?(?:\/>|>[^]*?<\/c>)/g, ""), "row")) {
    const row = Number(attributes.r) - 1;
    if (row >= used.rows) break;
    const height = Number(attributes.ht) * pixelsPerPoint;
    if (attributes.ht !== undefined && isOn(attributes.customHeight)) grid.setRowHeightsForced(row, 1, height);
    else if (attributes.ht !== undefined) Object.assign(records.getRowOrCreate(row), { ia: 1, ah: height });
    if (isOn(attributes.hidden)) grid.hideRows(row, 1);
  }
}
