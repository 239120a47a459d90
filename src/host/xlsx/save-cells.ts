import { pixelsPerPoint } from "../pixels-per-point";
import type { ICellData } from "@univerjs/core";
import { formatAddress, type Area } from "../areas";
import type { HostSheet, HostWorkbook } from "../workbook";
import { cachedXml, cellXml, savedFormula, textOf, type CellXml, type Contents, type RowXml } from "./cell-xml";
import { FileCells } from "./open-cells";
import { lookKey, type Look } from "./look";
import { cellKey, type Origin, type RowState, type SheetOrigin, type SheetState } from "./origin";
import type { StyleSheet } from "./styles";
import { attributesXml, Edits, escaped, prefixed, withAttributes } from "./xml";

export interface SavedCells {
  /** The `sheetData` element; the same text if nothing has changed. */
  xml: string;
  /** A value or formula has changed, so results that were calculated from it may be stale. */
  hasNewContents: boolean;
  hasFormulas: boolean;
}

/** A cell as the grid has it. */
interface GridCell {
  column: number;
  contents: Contents;
  look: Look;
  cell: ICellData | undefined;
}

/** The cells of a sheet that have content or a format, and the unlocked ones, by row. */
function gridRows(sheet: HostSheet, book: HostWorkbook): Map<number, GridCell[]> {
  const rows = new Map<number, GridCell[]>();
  const reader = book.grid.reader(sheet.id);
  const open = openColumns(sheet, book);
  const put = (row: number, inGrid: GridCell): void => {
    const line = rows.get(row);
    if (line) line.push(inGrid);
    else rows.set(row, [inGrid]);
  };
  reader.each((row, column, cell) => {
    const isOpen = open.get(row)?.delete(column) ?? false;
    const contents = reader.contentsOf(cell, row, column);
    const style = reader.styleOf(cell);
    if (contents.value === "" && !contents.formula && !isOpen && !cell.s) return;
    put(row, { column, contents, look: { style, isOpen }, cell });
  });
  for (const [row, columns] of open) {
    for (const column of columns)
      put(row, { column, contents: { value: "", formula: "" }, look: { style: {}, isOpen: true }, cell: undefined });
    rows.get(row)?.sort((a, b) => a.column - b.column);
  }
  return rows;
}

/** The unlocked cells of a protected sheet within its used area: columns by row. */
function openColumns(sheet: HostSheet, book: HostWorkbook): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  const used = sheet.unlocked.length > 0 ? book.grid.used(sheet.id, false) : undefined;
  if (!used) return found;
  for (const area of sheet.unlocked) {
    for (let row = area.row; row < Math.min(area.row + area.rows, used.row + used.rows); row++) {
      let columns = found.get(row);
      if (!columns) found.set(row, (columns = new Set()));
      for (
        let column = area.column;
        column < Math.min(area.column + area.columns, used.column + used.columns);
        column++
      )
        columns.add(column);
    }
  }
  return found;
}

/** What the cells of a sheet are saved from. */
interface CellSource {
  /** The `sheetData` element as it was in the file; an empty one for a new sheet. */
  xml: string;
  sheet: HostSheet;
  book: HostWorkbook;
  origin: Origin;
  /** Undefined for a new sheet. */
  own: SheetOrigin | undefined;
  styles: StyleSheet;
  /** The prefix of the part's elements. */
  prefix: string;
  /** The sheet's present state. */
  state: SheetState;
}

/** Patches changed cells into a sheet's XML; all others stay as they were written. */
export class CellSaver {
  private readonly edits = new Edits();
  private readonly file: FileCells;
  private readonly rows: Map<number, GridCell[]>;
  private hasNewContents = false;
  private hasFormulas = false;
  /** Shared formulas whose first cell was overwritten: the other cells need the formula in full. */
  private readonly broken = new Set<string>();
  private readonly xml: string;
  private readonly origin: Origin;
  private readonly own: SheetOrigin | undefined;
  private readonly styles: StyleSheet;
  private readonly prefix: string;
  private readonly state: SheetState;
  private readonly isShown: boolean;

  constructor({ xml, sheet, book, origin, own, styles, prefix, state }: CellSource) {
    this.xml = xml;
    this.origin = origin;
    this.own = own;
    this.styles = styles;
    this.prefix = prefix;
    this.state = state;
    this.file = new FileCells(xml, origin.texts);
    this.rows = gridRows(sheet, book);
    this.isShown = book.grid.isShown;
    this.noteBroken();
  }

  /** @param pauseForPage awaited between rows, so that a page that shows the workbook stays responsive */
  async save(pauseForPage: () => Promise<void> | undefined): Promise<SavedCells> {
    const numbers = new Set([...this.rows.keys(), ...this.changedRows()]);
    const added = [...numbers].filter((row) => this.isNeeded(row)).sort((a, b) => a - b);
    let next = 0;
    const fileRows = this.file.rows;
    const known = new Set(fileRows.map(({ row }) => row));
    const news = added.filter((row) => !known.has(row));
    for (const row of fileRows) {
      let before = "";
      while (next < news.length && news[next]! < row.row) before += this.newRow(news[next++]!);
      if (before) this.edits.replace(row.start, row.start, before);
      this.saveRow(row);
      await pauseForPage();
    }
    let behind = "";
    while (next < news.length) {
      behind += this.newRow(news[next++]!);
      await pauseForPage();
    }
    if (behind) {
      const end = this.xml.lastIndexOf("</");
      if (end >= 0 && /<\/(?:[\w.-]+:)?sheetData\s*>$/.test(this.xml)) this.edits.replace(end, end, behind);
      else return this.result(this.xml.replace(/\s*\/>$/, ">") + behind + `</${this.prefix}sheetData>`);
    }
    return this.result(this.edits.isEmpty ? this.xml : this.edits.appliedTo(this.xml));
  }

  private result(xml: string): SavedCells {
    return { xml, hasNewContents: this.hasNewContents, hasFormulas: this.hasFormulas };
  }

  /** Whether a row must be in the file. */
  private isNeeded(row: number): boolean {
    return this.rows.has(row) || this.rowValues(row) !== undefined;
  }

  /** Rows whose height or hiding has changed. */
  private changedRows(): number[] {
    const before = this.own?.state.rows ?? {};
    const now = this.state.rows;
    return [...new Set([...Object.keys(before), ...Object.keys(now)])]
      .map(Number)
      .filter((row) => this.differs(before[row], now[row]));
  }

  private differs(before: RowState | undefined, now: RowState | undefined): boolean {
    const told = (state: RowState | undefined): string => {
      const isFitted = Boolean(state?.ia) || state?.h === undefined;
      // A height that the page measured with its own fonts is nobody's choice, and is not saved.
      return `${isFitted ? (this.isShown && this.own ? "fitted" : `${state?.ah ?? ""}`) : state?.h} ${state?.hd === 1}`;
    };
    return told(before) !== told(now);
  }

  /** A row's attributes for its present height and hiding; undefined if they are those of the file. */
  private rowValues(row: number): Record<string, string | number | undefined> | undefined {
    const [before, now] = [this.own?.state.rows[row], this.state.rows[row]];
    if (!this.differs(before, now)) return undefined;
    const isFitted = Boolean(now?.ia) || now?.h === undefined;
    const height = isFitted ? now?.ah : now.h;
    return {
      ht: height === undefined ? undefined : Math.round((height / pixelsPerPoint) * 1e4) / 1e4,
      customHeight: isFitted ? undefined : 1,
      hidden: now?.hd === 1 ? 1 : undefined,
    };
  }

  private newRow(row: number): string {
    const cells = (this.rows.get(row) ?? []).map((inGrid) => this.newCell(row, inGrid)).join("");
    const values = this.rowValues(row);
    return cells === "" && !values
      ? ""
      : prefixed(`<row${attributesXml({ r: row + 1, ...values })}>`, this.prefix) +
          cells +
          prefixed("</row>", this.prefix);
  }

  private newCell(row: number, { column, contents, look, cell }: GridCell): string {
    const style = this.styles.add(look);
    if (contents.formula) this.hasFormulas = true;
    if (contents.formula || contents.value !== "") this.hasNewContents = true;
    else if (style === 0) return "";
    return this.written(row, column, contents, style, cell);
  }

  private written(row: number, column: number, contents: Contents, style: number, cell: ICellData | undefined): string {
    const rich = (cell?.custom as { rich?: number | string } | null | undefined)?.rich;
    const isSame = rich !== undefined && this.richText(rich) === contents.value;
    return this.withPrefix(
      cellXml(row, column, contents, style, isSame ? rich : undefined),
      isSame && typeof rich === "string",
    );
  }

  /** @param isForeign the content of `<is>` comes from the file, so its elements have their prefixes already */
  private withPrefix(xml: string, isForeign: boolean): string {
    if (!isForeign) return prefixed(xml, this.prefix);
    const [start, end] = [xml.indexOf("<is>") + 4, xml.lastIndexOf("</is>")];
    return prefixed(xml.slice(0, start), this.prefix) + xml.slice(start, end) + prefixed(xml.slice(end), this.prefix);
  }

  private richText(rich: number | string): string | undefined {
    if (typeof rich === "number") return this.origin.texts[rich]?.text;
    return textOf(rich).text;
  }

  private saveRow(row: RowXml): void {
    const inGrid = this.rows.get(row.row) ?? [];
    const values = this.rowValues(row.row);
    const inside = new Edits();
    let at = 0;
    let isWider = false;
    for (const cell of row.cells) {
      let text = "";
      for (; at < inGrid.length && inGrid[at]!.column < cell.column; at++) text += this.newCell(row.row, inGrid[at]!);
      if (text) {
        inside.replace(cell.start, cell.start, text);
        isWider = true;
      }
      this.saveCell(row.row, cell, inGrid[at]?.column === cell.column ? inGrid[at++] : undefined, inside);
    }
    let behind = "";
    for (; at < inGrid.length; at++) behind += this.newCell(row.row, inGrid[at]!);
    isWider ||= behind !== "";
    if (values || isWider) {
      const tag = this.xml.slice(row.start, row.tagEnd);
      let written = withAttributes(tag, { ...values, ...(isWider ? { spans: undefined } : {}) });
      if (row.close < 0 && behind) written = `${written.replace(/\s*\/>$/, ">")}${behind}</${this.prefix}row>`;
      this.edits.replace(row.start, row.tagEnd, written);
    }
    this.edits.take(inside);
    if (behind && row.close >= 0) this.edits.replace(row.close, row.close, behind);
  }

  private saveCell(row: number, cell: CellXml, inGrid: GridCell | undefined, edits: Edits): void {
    const read = this.file.contents(row, cell);
    if (read.formula) this.hasFormulas = true;
    const now = inGrid?.contents ?? nothing;
    const format = Number(cell.attributes.s ?? 0);
    const style = this.styleOf(inGrid?.look ?? plainLook, format);
    if (!this.isUnchanged(row, cell, read, now)) {
      this.hasNewContents = true;
      const isEmpty = now.formula === "" && now.value === "" && style === 0;
      edits.replace(cell.start, cell.end, isEmpty ? "" : this.written(row, cell.column, now, style, inGrid?.cell));
      return;
    }
    const isStale = this.isStale(row, cell, read, now);
    const isBroken = this.hasBrokenFormula(cell);
    if (style === format && !isStale && !isBroken) return;
    edits.replace(
      cell.start,
      cell.end,
      this.patched(cell, {
        style: style === format ? undefined : style,
        value: isStale ? now.value : undefined,
        formula: isBroken ? read.formula : undefined,
      }),
    );
  }

  /** The index of a cell's format; a cell that looks plain keeps format 0, whatever that is in the file. */
  private styleOf(look: Look, format: number): number {
    return format === 0 && lookKey(look) === plain ? 0 : this.styles.add(look, format);
  }

  /** What the host held of a cell after opening the file. */
  private opened(row: number, cell: CellXml, read: Contents): Contents {
    return this.own?.differing.get(cellKey(row, cell.column)) ?? read;
  }

  /** Whether a cell's formula, or its value if it has none, is the one that was opened. */
  private isUnchanged(row: number, cell: CellXml, read: Contents, now: Contents): boolean {
    const before = this.opened(row, cell, read);
    return before.formula === now.formula && (before.formula !== "" || before.value === now.value);
  }

  /** Whether an unchanged formula has another result than in the file, though the host had calculated the same one. */
  private isStale(row: number, cell: CellXml, read: Contents, now: Contents): boolean {
    if (this.opened(row, cell, read).formula === "" || cell.value === undefined) return false;
    return !this.own?.unreproduced.has(cellKey(row, cell.column)) && read.value !== now.value;
  }

  /** The cell's XML with another format, another result, or its formula in full. */
  private patched(
    cell: CellXml,
    {
      style,
      value,
      formula,
    }: { style: number | undefined; value: Contents["value"] | undefined; formula: string | undefined },
  ): string {
    let text = this.xml.slice(cell.start, cell.end);
    const cached = value === undefined ? undefined : cachedXml(value);
    if (cached)
      text =
        text.slice(0, cell.value!.start - cell.start) +
        prefixed(cached.v, this.prefix) +
        text.slice(cell.value!.end - cell.start);
    if (formula !== undefined && cell.formula)
      text =
        text.slice(0, cell.formula.start - cell.start) +
        prefixed(`<f>${escaped(savedFormula(formula))}</f>`, this.prefix) +
        text.slice(cell.formula.end - cell.start);
    return withAttributes(text, { ...(style === undefined ? {} : { s: style }), ...(cached ? { t: cached.t } : {}) });
  }

  /** Finds shared formulas whose first cell has another formula now. */
  private noteBroken(): void {
    for (const { row, cells } of this.file.rows) {
      for (const cell of cells) {
        const { formula } = cell;
        if (formula?.attributes.t !== "shared" || formula.text === "") continue;
        const inGrid = this.rows.get(row)?.find(({ column }) => column === cell.column)?.contents.formula ?? "";
        const before = this.opened(row, cell, this.file.contents(row, cell));
        if (inGrid !== before.formula) this.broken.add(formula.attributes.si ?? "");
      }
    }
  }

  private hasBrokenFormula({ formula }: CellXml): boolean {
    return formula?.attributes.t === "shared" && formula.text === "" && this.broken.has(formula.attributes.si ?? "");
  }
}

const nothing: Contents = { value: "", formula: "" };
const plainLook: Look = { style: {}, isOpen: false };
const plain = lookKey(plainLook);

/** `<dimension>` for what a sheet holds. */
export const dimensionOf = (used: Area | undefined): string =>
  `<dimension ref="${used ? formatAddress(used) : "A1"}"/>`;
