import { actualYear, columnMark, type MatrixColumn } from "../matrix/columns";
import type { LocatedMatrix, LocatedRow } from "../matrix/locate";
import { rowIdentity } from "../matrix/row-key";
import type { CellValue } from "../matrix/sheet";
import type { Anchor } from "./edit";
import type { Operation } from "./operation";

/** A row while edits are applied. What is written into it is sent at the end, when its place is known. */
export interface DraftRow extends LocatedRow {
  isNew?: boolean;
  /** Its row in the sheet as read. */
  from?: number;
  /** Its validations have to be set again although nothing is written into it. */
  rulesDue?: boolean;
  written: Map<string, CellValue>;
  /** Calculated columns that get their formulas again. */
  calculated: Set<string>;
}

/** The table's own area, header and body, where the sheet still has one. */
export interface TableArea {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/**
 * The sheet while edits are applied. Every structural step becomes an operation and shifts what follows, as in Excel.
 * Contents are collected by row, so that adjacent cells are sent together.
 */
export class SheetDraft {
  readonly operations: Operation[] = [];
  readonly columns: Map<string, number>;
  readonly headers: Map<string, string>;
  readonly newColumns = new Set<string>();
  /** Units' columns with a new header, or a new full name behind the header. */
  readonly renamed = new Set<string>();
  /** The list of 评估方式 has changed. */
  methodsChanged = false;
  readonly above: { row: number; column: number; value: CellValue }[];
  readonly headerRow: number;
  readonly keyRow: number | undefined;
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly style: LocatedMatrix["style"];
  rows: DraftRow[];
  table: TableArea | undefined;
  private readonly columnsBefore: string;
  /** Rows by identity: the first is the plan's, the others are copies that people made. */
  private readonly known = new Map<string, DraftRow[]>();

  constructor(held: LocatedMatrix, table: TableArea | undefined) {
    this.columns = new Map(held.columns);
    this.columnsBefore = String([...held.columns.values()]);
    this.headers = new Map(held.headers);
    this.above = held.above.map((cell) => ({ ...cell }));
    this.headerRow = held.headerRow;
    this.keyRow = held.keyRow;
    this.year = held.year;
    this.month = held.month;
    this.style = held.style;
    this.table = table && { ...table };
    this.rows = held.rows.map((row) => ({
      ...row,
      from: row.row,
      cells: { ...row.cells },
      formulas: { ...row.formulas },
      written: new Map(),
      calculated: new Set(),
    }));
    for (const row of this.rows) this.know(row);
  }

  /** Whether no column was added, removed or moved. */
  get columnsStand(): boolean {
    return String([...this.columns.values()]) === this.columnsBefore;
  }

  private know(row: DraftRow): void {
    if (!row.key) return;
    const identity = rowIdentity(row.key);
    const same = this.known.get(identity);
    if (same) same.push(row);
    else this.known.set(identity, [row]);
  }

  private forget(row: DraftRow): void {
    const same = row.key && this.known.get(rowIdentity(row.key));
    same?.splice(same.indexOf(row), 1);
  }

  /** The row of an identity; of copies that people made, the first. */
  row(identity: string): DraftRow | undefined {
    return this.known.get(identity)?.[0];
  }

  identityOf(row: DraftRow): string | undefined {
    const identity = row.key && rowIdentity(row.key);
    return identity !== undefined && this.row(identity) === row ? identity : undefined;
  }

  hasCopies(identity: string): boolean {
    return (this.known.get(identity)?.length ?? 0) > 1;
  }

  setKey(row: DraftRow, key: LocatedRow["key"], text: string): void {
    const isSame = key !== undefined && row.key !== undefined && rowIdentity(key) === rowIdentity(row.key);
    // A row whose identity does not change stays ahead of its copies.
    if (!isSame) this.forget(row);
    if (key) row.key = key;
    row.keyText = text;
    this.write(row, "key", text);
    if (!isSame) this.know(row);
  }

  write(row: DraftRow, column: string, value: CellValue): void {
    row.cells[column] = value;
    delete row.formulas[column];
    row.written.set(column, value);
  }

  /** The first row below all rows, ours and the user's. */
  get end(): number {
    return Math.max(
      this.headerRow + 1,
      ...this.rows.slice(-1).map(({ row }) => row + 1),
      this.table ? this.table.row + this.table.rows : 0,
    );
  }

  /**
   * The row number for a row that goes below the anchor.
   * @param moving the row itself if it is in the sheet; it does not count as lying in between
   */
  placeOf(anchor: Anchor, moving?: DraftRow): number {
    const others = this.rows.filter((row) => row !== moving);
    const from = anchor.row === undefined ? -1 : others.findIndex((row) => this.identityOf(row) === anchor.row);
    if (anchor.row !== undefined && from < 0) return this.end;
    const last = others[from + anchor.between];
    return last ? last.row + 1 : this.headerRow + 1;
  }

  /** A row's anchor, to put it back there later. */
  anchorOf(row: DraftRow): Anchor {
    const at = this.rows.indexOf(row);
    for (let index = at - 1; index >= 0; index--) {
      const identity = this.identityOf(this.rows[index]!);
      if (identity !== undefined) return { row: identity, between: at - 1 - index };
    }
    return { between: at };
  }

  /** Inserts an empty row at `at`. */
  insertRow(at: number, row: DraftRow): void {
    this.openRow(at);
    const index = this.rows.findIndex((other) => other.row > at);
    row.row = at;
    this.rows.splice(index < 0 ? this.rows.length : index, 0, row);
    this.know(row);
  }

  private openRow(at: number): void {
    const { table } = this;
    const tableEnd = table && table.row + table.rows;
    const nothingBelow = (this.rows[this.rows.length - 1]?.row ?? 0) < at;
    if (table && tableEnd === at && nothingBelow)
      this.operations.push({ op: "appendRow", row: at, columns: table.columns });
    else this.operations.push({ op: "insertRow", row: at });
    for (const other of this.rows) if (other.row >= at) other.row++;
    if (table && at > table.row && (at < tableEnd! || (at === tableEnd && nothingBelow))) table.rows++;
  }

  removeRow(row: DraftRow): void {
    this.forget(row);
    this.operations.push({ op: "deleteRow", row: row.row });
    this.rows.splice(this.rows.indexOf(row), 1);
    this.closeRow(row.row);
  }

  private closeRow(at: number): void {
    const { table } = this;
    for (const other of this.rows) if (other.row > at) other.row--;
    if (table && at > table.row && at < table.row + table.rows && table.rows > 2) table.rows--;
  }

  /** Moves a row: inserts an empty row, moves the cells there, and deletes the emptied row. */
  moveRow(row: DraftRow, to: number): void {
    const from = row.row;
    if (to === from || to === from + 1) return;
    this.rows.splice(this.rows.indexOf(row), 1);
    this.openRow(to);
    const emptied = from >= to ? from + 1 : from;
    const at = [...this.columns.values()];
    const column = Math.min(...at);
    this.operations.push(
      { op: "moveRow", from: emptied, to, column, columns: Math.max(...at) - column + 1 },
      { op: "deleteRow", row: emptied },
    );
    row.row = to;
    const index = this.rows.findIndex((other) => other.row > to);
    this.rows.splice(index < 0 ? this.rows.length : index, 0, row);
    this.closeRow(emptied);
  }

  insertColumn(key: string, header: string, at: number): void {
    const { table } = this;
    const atEnd = table !== undefined && table.column + table.columns === at && Math.max(...this.columns.values()) < at;
    this.operations.push({ op: atEnd ? "appendColumn" : "insertColumn", column: at });
    for (const [other, column] of this.columns) if (column >= at) this.columns.set(other, column + 1);
    for (const cell of this.above) if (cell.column >= at) cell.column++;
    if (table) {
      if (at <= table.column) table.column++;
      else if (at < table.column + table.columns || atEnd) table.columns++;
    }
    this.columns.set(key, at);
    this.headers.set(key, header);
    this.newColumns.add(key);
    this.operations.push({ op: "write", row: this.headerRow, column: at, values: [[header]] });
    this.markColumn(key);
  }

  /** Writes the hidden key above a column. */
  markColumn(key: string): void {
    if (this.keyRow === undefined) return;
    this.operations.push({
      op: "write",
      row: this.keyRow,
      column: this.columns.get(key)!,
      values: [[actualYear(key) ?? columnMark(key)]],
    });
  }

  removeColumn(key: string): void {
    const at = this.columns.get(key)!;
    this.operations.push({ op: "deleteColumn", column: at });
    this.columns.delete(key);
    this.headers.delete(key);
    for (const [other, column] of this.columns) if (column > at) this.columns.set(other, column - 1);
    for (let index = this.above.length - 1; index >= 0; index--) {
      const cell = this.above[index]!;
      if (cell.column === at) this.above.splice(index, 1);
      else if (cell.column > at) cell.column--;
    }
    const { table } = this;
    if (table) {
      if (at < table.column) table.column--;
      else if (at < table.column + table.columns) table.columns--;
    }
    for (const row of this.rows) {
      delete row.cells[key];
      delete row.formulas[key];
      row.written.delete(key);
    }
  }

  renameColumn(key: string, as: string): void {
    const at = this.columns.get(key)!;
    this.columns.delete(key);
    this.columns.set(as, at);
    this.headers.set(as, this.headers.get(key)!);
    this.headers.delete(key);
    for (const row of this.rows) {
      if (key in row.cells) row.cells[as] = row.cells[key]!;
      delete row.cells[key];
      if (row.written.has(key)) row.written.set(as, row.written.get(key)!);
      row.written.delete(key);
    }
    this.renamed.delete(key);
    this.renamed.add(as);
    this.markColumn(as);
  }

  /** The key of the column to the left, ours or the user's. */
  leftOf(key: string): string | undefined {
    const at = this.columns.get(key)!;
    let best: [string, number] | undefined;
    for (const [other, column] of this.columns) if (column < at && (!best || column > best[1])) best = [other, column];
    return best?.[0];
  }

  /**
   * The position for a column of the plan: right of the nearest column that precedes it in the plan and is in the
   * sheet.
   */
  columnPlace(key: string, plan: readonly MatrixColumn[], after: string | undefined): number {
    if (after !== undefined && this.columns.has(after)) return this.columns.get(after)! + 1;
    const index = plan.findIndex((column) => column.key === key);
    const before = plan.slice(0, index).reverse();
    const placeOf = (columns: readonly MatrixColumn[]): number | undefined =>
      columns.map((column) => this.columns.get(column.key)).find((column) => column !== undefined);
    if (plan[index]?.kind === "unit") {
      // A unit's column goes among the other units, wherever these are: earlier versions and people use other orders.
      const isUnit = ({ kind }: MatrixColumn): boolean => kind === "unit";
      const left = placeOf(before.filter(isUnit));
      const right = placeOf(plan.slice(index + 1).filter(isUnit));
      if (left !== undefined || right !== undefined) return left === undefined ? right! : left + 1;
    }
    const left = placeOf(before);
    if (left !== undefined) return left + 1;
    return Math.min(...this.columns.values());
  }

  toLocated(): LocatedMatrix {
    return {
      headerRow: this.headerRow,
      columns: this.columns,
      headers: this.headers,
      above: this.above,
      ...(this.keyRow === undefined ? {} : { keyRow: this.keyRow }),
      rows: this.rows.map(({ row, key, keyText, cells, formulas }) => ({
        row,
        ...(key ? { key } : {}),
        keyText,
        cells,
        formulas,
      })),
      ...(this.year === undefined ? {} : { year: this.year }),
      ...(this.month === undefined ? {} : { month: this.month }),
      style: this.style,
    };
  }
}
