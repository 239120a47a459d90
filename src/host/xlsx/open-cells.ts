import { pixelsPerPoint } from "../pixels-per-point";
import type { ICellData, IStyleData } from "@univerjs/core";
import { joined, parseAddress, type Area } from "../areas";
import { cellTypes } from "../cell-data";
import { copiedFormula } from "../references";
import type { HostSheet, HostWorkbook } from "../workbook";
import {
  isForced,
  openedFormula,
  readRows,
  valueOf,
  type CellText,
  type CellXml,
  type Contents,
  type RowXml,
} from "./cell-xml";
import { cellKey, type Origin, type SheetOrigin } from "./origin";
import type { StyleSheet } from "./styles";
import { attributesOf, childrenOf, isOn, type XmlPart } from "./xml";

/** The contents of a sheet's cells in the file. Saving reads them again to find what has changed. */
export class FileCells {
  readonly rows: RowXml[];
  private readonly masters = new Map<string, { row: number; column: number; formula: string }>();

  constructor(
    sheetData: string,
    private readonly texts: readonly CellText[],
  ) {
    this.rows = readRows(sheetData);
    for (const { row, cells } of this.rows) {
      for (const { column, formula } of cells) {
        if (formula?.attributes.t === "shared" && formula.text !== "")
          this.masters.set(formula.attributes.si ?? "", { row, column, formula: openedFormula(formula.text) });
      }
    }
  }

  contents(row: number, cell: CellXml): Contents {
    return { value: valueOf(cell, this.texts), formula: this.formula(row, cell) };
  }

  private formula(row: number, { column, formula }: CellXml): string {
    if (!formula || formula.attributes.t === "dataTable") return "";
    if (formula.text !== "") return openedFormula(formula.text);
    const master = formula.attributes.t === "shared" ? this.masters.get(formula.attributes.si ?? "") : undefined;
    return master ? copiedFormula(master.formula, row - master.row, column - master.column) : "";
  }

  /**
   * The rich text of a cell: its index among the shared strings, or the content of its `<is>`; undefined for plain
   * text.
   */
  rich({ attributes: { t }, value, inline }: CellXml): number | string | undefined {
    if (t === "s" && this.texts[Number(value?.text)]?.isRich) return Number(value!.text);
    return t === "inlineStr" && inline !== undefined && /<(?:[\w.-]+:)?(?:r|rPh|phoneticPr)[\s/>]/.test(inline)
      ? inline
      : undefined;
  }
}

/**
 * Fills an empty sheet with the cells of the file.
 * @returns the cells as read
 */
export function openCells(
  part: XmlPart,
  sheet: HostSheet,
  book: HostWorkbook,
  origin: Origin,
  styles: StyleSheet,
): FileCells {
  const file = new FileCells(part.get("sheetData") ?? "<sheetData/>", origin.texts);
  const cells: Record<number, Record<number, ICellData>> = {};
  const open: Area[] = [];
  const interned = new Map<number, IStyleData | undefined>();
  const size = { rows: 0, columns: 0 };
  for (const { row, cells: line } of file.rows) {
    for (const cell of line) {
      const format = Number(cell.attributes.s ?? 0);
      if (!interned.has(format)) {
        const { style } = styles.look(format);
        interned.set(format, Object.keys(style).length > 0 && format !== 0 ? style : undefined);
      }
      const style = interned.get(format);
      if (styles.look(format).isOpen) addCell(open, row, cell.column);
      const made = cellOf(file.contents(row, cell), file.rich(cell));
      if (!made && !style) continue;
      (cells[row] ??= {})[cell.column] = style ? { ...made, s: style } : made!;
      size.rows = Math.max(size.rows, row + 1);
      size.columns = Math.max(size.columns, cell.column + 1);
    }
  }
  book.grid.fill(sheet.id, cells, size);
  sheet.unlocked = joined(open);
  openSizes(part, file.rows, sheet, book, size);
  const merges = childrenOf(part.get("mergeCells") ?? "").map(({ xml }) => attributesOf(xml).ref ?? "");
  for (const ref of merges) {
    const { row, column, rows, columns } = parseAddress(ref);
    book.grid.clip(sheet.id, { row, column, rows, columns });
    book.grid.quietly(() =>
      book.grid.sheet(sheet.id).getRange(row, column, rows, columns).merge({ isForceMerge: true }),
    );
  }
  return file;
}

/** Adds an unlocked cell; adjacent ones of a row become one area. */
function addCell(areas: Area[], row: number, column: number): void {
  const last = areas[areas.length - 1];
  if (last && last.row === row && last.column + last.columns === column) last.columns++;
  else areas.push({ row, column, rows: 1, columns: 1 });
}

function cellOf({ value, formula }: Contents, rich: number | string | undefined): ICellData | undefined {
  if (formula) return { f: formula };
  if (value === "") return undefined;
  if (typeof value === "number") return { v: value, t: cellTypes.number };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: cellTypes.boolean };
  return {
    v: value,
    t: isForced(value) ? cellTypes.forcedString : cellTypes.string,
    ...(rich === undefined ? {} : { custom: { rich } }),
  };
}

function openSizes(
  part: XmlPart,
  rows: readonly RowXml[],
  sheet: HostSheet,
  book: HostWorkbook,
  used: { columns: number },
): void {
  const grid = book.grid.sheet(sheet.id);
  const last = Math.max(used.columns, grid.getSheet().getColumnCount() as number);
  for (const { xml } of childrenOf(part.get("cols") ?? "")) {
    const { min, max, width, hidden } = attributesOf(xml);
    const first = Number(min) - 1;
    const count = Math.min(Number(max), last) - first;
    if (!(count >= 1)) continue;
    if (width !== undefined) grid.setColumnWidths(first, count, Number(width) * 7 + 5);
    if (isOn(hidden)) book.grid.setHidden(sheet.id, "column", first, count, true);
  }
  const records = grid.getSheet().getRowManager();
  let hiddenFrom = -1;
  let hiddenTo = -1;
  const hide = (): void => {
    if (hiddenFrom >= 0) book.grid.setHidden(sheet.id, "row", hiddenFrom, hiddenTo - hiddenFrom + 1, true);
  };
  for (const { row, attributes } of rows) {
    const height = Number(attributes.ht) * pixelsPerPoint;
    const isSized = attributes.ht !== undefined && Number.isFinite(height);
    if (isSized || isOn(attributes.hidden)) book.grid.clip(sheet.id, { row, column: 0, rows: 1, columns: 1 });
    if (isSized && isOn(attributes.customHeight)) Object.assign(records.getRowOrCreate(row), { h: height, ia: 0 });
    else if (isSized) Object.assign(records.getRowOrCreate(row), { ia: 1, ah: height });
    if (!isOn(attributes.hidden)) continue;
    if (hiddenTo !== row - 1 || hiddenFrom < 0) {
      hide();
      hiddenFrom = row;
    }
    hiddenTo = row;
  }
  hide();
}

/** Notes the cells whose contents, after the first calculation, differ from the file's. */
export function noteDifferences(file: FileCells, sheet: HostSheet, book: HostWorkbook, origin: SheetOrigin): void {
  const grid = book.grid.reader(sheet.id);
  for (const { row, cells } of file.rows) {
    for (const cell of cells) {
      const { column } = cell;
      const wanted = file.contents(row, cell);
      const now = grid.contents(row, column);
      if (wanted.formula !== now.formula || (!wanted.formula && wanted.value !== now.value))
        origin.differing.set(cellKey(row, column), now);
      if (wanted.formula && (!cell.value || wanted.value !== now.value)) origin.unreproduced.add(cellKey(row, column));
    }
  }
}
