import type { ICellData } from "@univerjs/core";
import { formatAddress, type Area } from "../areas";
import type { HostSheet, HostWorkbook } from "../workbook";
import { cachedXml, cellXml, savedFormula, textOf, type CellXml, type Contents, type RowXml } from "./cell-xml";
import { FileCells } from "./open-cells";
import { cellKey, type Origin, type RowState, type SheetOrigin, type SheetState } from "./origin";
import { lookKey, type Look, type StyleSheet } from "./styles";
import { attributesXml, Edits, escaped, prefixed, withAttributes } from "./xml";

const pixelsPerPoint = 96 / 72;

export interface SavedCells {
  /** Of `<sheetData>`; the same text where nothing has changed. */
  xml: string;
  /** A value or formula has changed: whatever was calculated from it may no longer hold. */
  hasNewContents: boolean;
  hasFormulas: boolean;
}

interface GridCell {
  column: number;
  contents: Contents;
  look: Look;
  cell: ICellData | undefined;
}

/** What the host holds of a sheet's rows. */
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

/** The open cells of a protected sheet, as far as it is used. */
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

/** Puts what has changed into a sheet's cells; all others stay as they are written. */
export class CellSaver {
  private readonly edits = new Edits();
  private readonly file: FileCells;
  private readonly rows: Map<number, GridCell[]>;
  private hasNewContents = false;
  private hasFormulas = false;
  /** Shared formulas whose first cell has been written over. */
  private readonly broken = new Set<string>();

  constructor(
    private readonly xml: string,
    sheet: HostSheet,
    book: HostWorkbook,
    private readonly origin: Origin,
    private readonly own: SheetOrigin | undefined,
    private readonly styles: StyleSheet,
    private readonly prefix: string,
    private readonly state: SheetState,
  ) {
    this.file = new FileCells(xml, origin.texts);
    this.rows = gridRows(sheet, book);
    this.isShown = book.grid.isShown;
    this.noteBroken();
  }

  private readonly isShown: boolean;

  /** @param pauseForPage awaited between rows, so that a page that shows the workbook can answer meanwhile */
  async save(pauseForPage: () => Promise<void> | undefined): Promise<SavedCells> {
    const numbers = new Set([...this.rows.keys(), ...this.changedRows()]);
    const added = [...numbers].filter((row) => this.isWorth(row)).sort((a, b) => a - b);
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

  private isWorth(row: number): boolean {
    return this.rows.has(row) || this.rowValues(row) !== undefined;
  }

  /** Rows whose height or hiding is not what it was. */
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
      // What a page has fitted by its own letters is not what somebody wanted.
      return `${isFitted ? (this.isShown && this.own ? "fitted" : `${state?.ah ?? ""}`) : state?.h} ${state?.hd === 1}`;
    };
    return told(before) !== told(now);
  }

  /** A row's attributes for what the host holds of it, if that is not what the file says. */
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

  /** The inside of a text from the file has its prefixes already. */
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
    const key = cellKey(row, cell.column);
    const read = this.file.contents(row, cell);
    if (read.formula) this.hasFormulas = true;
    const before = this.own?.differing.get(key) ?? read;
    const now = inGrid?.contents ?? { value: "", formula: "" };
    const format = Number(cell.attributes.s ?? 0);
    const look = inGrid?.look ?? { style: {}, isOpen: false };
    const style = format === 0 && lookKey(look) === plain ? 0 : this.styles.add(look, format);
    const isSame = before.formula === now.formula && (before.formula !== "" || before.value === now.value);
    if (!isSame) {
      this.hasNewContents = true;
      const written =
        now.formula === "" && now.value === "" && style === 0
          ? ""
          : this.written(row, cell.column, now, style, inGrid?.cell);
      edits.replace(cell.start, cell.end, written);
      return;
    }
    const isStale =
      before.formula !== "" && cell.value !== undefined && !this.own?.unreproduced.has(key) && read.value !== now.value;
    const master = this.brokenMaster(cell);
    if (style === format && !isStale && !master) return;
    edits.replace(
      cell.start,
      cell.end,
      this.patched(cell, {
        style: style === format ? undefined : style,
        value: isStale ? now.value : undefined,
        formula: master ? read.formula : undefined,
      }),
    );
  }

  /** The cell as it is written, with another format, result, or its formula in full. */
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

  private noteBroken(): void {
    for (const { row, cells } of this.file.rows) {
      for (const cell of cells) {
        const { formula } = cell;
        if (formula?.attributes.t !== "shared" || formula.text === "") continue;
        const inGrid = this.rows.get(row)?.find(({ column }) => column === cell.column)?.contents.formula ?? "";
        const before = this.own?.differing.get(cellKey(row, cell.column)) ?? this.file.contents(row, cell);
        if (inGrid !== before.formula) this.broken.add(formula.attributes.si ?? "");
      }
    }
  }

  private brokenMaster({ formula }: CellXml): boolean {
    return formula?.attributes.t === "shared" && formula.text === "" && this.broken.has(formula.attributes.si ?? "");
  }
}

const plain = lookKey({ style: {}, isOpen: false });

/** `<dimension>` for what a sheet holds. */
export const dimensionOf = (used: Area | undefined): string =>
  `<dimension ref="${used ? formatAddress(used) : "A1"}"/>`;
