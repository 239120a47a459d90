import { actualKey, calculatedKeys, distinctHeader, isMarkColumn, nameOfMark } from "../matrix/columns";
import { yearName } from "../matrix/formulas";
import { heldList, sameList } from "../matrix/choices";
import type { LocatedMatrix } from "../matrix/locate";
import { parseRowKey } from "../matrix/row-key";
import type { Area, CellValue } from "../matrix/sheet";
import { yearValidation } from "../matrix/validations";
import { runToEnd, type Pausable } from "../plan/pausable";
import type { ApplyContext } from "./apply-context";
import { contentOperations } from "./contents";
import { SheetDraft, type DraftRow } from "./sheet-draft";
import type { Edit, RowCells } from "./edit";
import type { Operation } from "./operation";
import { outOfOrder } from "./out-of-order";

export interface Applied {
  /** The sheet afterwards. */
  sheet: LocatedMatrix;
  /** The operations that bring the sheet there, in order. */
  operations: Operation[];
  /** The edits that restore the former sheet, in the order in which to apply them. */
  inverse: Edit[];
}

/** `applyingEdits` without the pauses. */
export const applyEdits = (...given: Parameters<typeof applyingEdits>): Applied => runToEnd(applyingEdits(...given));

/**
 * Applies edits in the given order to a sheet as read. Pure: `held` is not changed. An edit does nothing where its row
 * or column is missing or it is already done, so an interrupted run can be applied again.
 */
export function* applyingEdits(held: LocatedMatrix, edits: readonly Edit[], context: ApplyContext): Pausable<Applied> {
  const draft = new SheetDraft(held, context.table);
  const work = new EditRun(draft, context);
  for (const edit of edits) {
    yield;
    work.apply(edit);
  }
  yield;
  const contents = contentOperations(draft, { ...context, years: work.formulaYears });
  yield;
  return { sheet: draft.toLocated(), operations: [...draft.operations, ...contents], inverse: work.inverse.reverse() };
}

class EditRun {
  readonly inverse: Edit[] = [];
  /** The years for which formulas are written from now on. */
  formulaYears: readonly [number, number];
  private readonly ranks: ReadonlyMap<string, number>;

  constructor(
    private readonly draft: SheetDraft,
    private readonly context: ApplyContext,
  ) {
    this.formulaYears = context.years;
    this.ranks = new Map(context.order.map((identity, index) => [identity, index]));
  }

  apply(edit: Edit): void {
    // There is one method for each kind of edit; TypeScript cannot see that the key picks the matching parameter.
    (this[edit.do] as (edit: Edit) => void).call(this, edit);
  }

  private set({ row: identity, column, before, after }: Extract<Edit, { do: "set" }>): void {
    const row = this.draft.row(identity);
    if (!row || !this.draft.columns.has(column)) return;
    const held = String(row.cells[column] ?? "");
    // An interrupted run may have written the cell but not its validation.
    if (this.context.resuming) row.rulesDue = true;
    if (held === String(after) && row.formulas[column] === undefined) return;
    if (this.context.resuming && held !== String(before)) return;
    this.inverse.push({ do: "set", row: identity, column, before: after, after: before });
    this.draft.write(row, column, after);
  }

  private key({ row: identity, as, before, after }: Extract<Edit, { do: "key" }>): void {
    // An interrupted run may have written the new key of a row already.
    const row = this.draft.row(identity) ?? (this.context.resuming ? this.draft.row(as) : undefined);
    if (!row || (identity !== as && this.draft.row(as) && this.draft.row(as) !== row) || row.keyText === after) return;
    this.inverse.push({ do: "key", row: as, as: identity, before: after, after: before });
    this.draft.setKey(row, parseRowKey(after), after);
  }

  private header({ column, before, after }: Extract<Edit, { do: "header" }>): void {
    const at = this.draft.columns.get(column);
    if (at === undefined || this.draft.headers.get(column) === after) return;
    const header = this.distinct(after, column);
    this.inverse.push({ do: "header", column, before: header, after: before });
    this.draft.headers.set(column, header);
    if (isMarkColumn(column)) this.draft.renamed.add(column);
    this.draft.operations.push({ op: "write", row: this.draft.headerRow, column: at, values: [[header]] });
  }

  /** A table's headers must differ. A unit whose 简称 is taken by another column gets its full name. */
  private distinct(header: string, column: string): string {
    const others = new Set(
      [...this.draft.headers].filter(([key]) => key !== column).map(([, text]) => text.toLowerCase()),
    );
    return distinctHeader(
      isMarkColumn(column) && others.has(header.toLowerCase()) ? nameOfMark(column) : header,
      others,
    );
  }

  private columnKey({ column, as }: Extract<Edit, { do: "columnKey" }>): void {
    if (!this.draft.columns.has(column) || this.draft.columns.has(as)) return;
    this.inverse.push({ do: "columnKey", column: as, as: column });
    this.draft.renameColumn(column, as);
  }

  private title({ before, after }: Extract<Edit, { do: "title" }>): void {
    const cell = this.draft.above.find(({ value }) => value === before);
    if (!cell) return;
    this.inverse.push({ do: "title", before: after, after: before });
    cell.value = after;
    this.draft.operations.push({ op: "write", row: cell.row, column: cell.column, values: [[after]] });
  }

  private methods({ before, after }: Extract<Edit, { do: "methods" }>): void {
    const { draft } = this;
    const held = heldList("methods", draft.above);
    if (!held || !sameList(held.texts, before)) return;
    this.inverse.push({ do: "methods", before: after, after: before });
    const values = Array.from({ length: Math.max(before.length, after.length) }, (_, index) => after[index] ?? "");
    for (let index = draft.above.length - 1; index >= 0; index--)
      if (draft.above[index]!.row === held.row) draft.above.splice(index, 1);
    after.forEach((value, index) => draft.above.push({ row: held.row, column: held.column + index, value }));
    draft.operations.push({ op: "write", row: held.row, column: held.column, values: [values] });
    draft.methodsChanged = true;
  }

  private addRow({ row: identity, keyText, cells, at, copy }: Extract<Edit, { do: "addRow" }>): void {
    const { draft } = this;
    const there = draft.row(identity);
    if (there && !copy) {
      if (!this.context.resuming) return;
      this.complete(there, cells);
      // Otherwise rows that move again in this run would end up before it.
      if (at) this.move(there, draft.placeOf(at, there));
      return;
    }
    const key = parseRowKey(keyText);
    const row: DraftRow = {
      row: 0,
      ...(key ? { key } : {}),
      keyText,
      cells: {},
      formulas: {},
      isNew: true,
      written: new Map(),
      calculated: new Set(),
    };
    draft.insertRow(at ? draft.placeOf(at) : this.planPlace(identity), row);
    for (const [column, value] of Object.entries({ ...cells, key: keyText })) {
      if (draft.columns.has(column) && value !== "" && !calculatedKeys.includes(column))
        draft.write(row, column, value);
    }
    this.inverse.push({ do: "removeRow", row: identity, cells: Object.fromEntries(row.written) });
    this.calculate(row, calculatedKeys);
  }

  /** Completes a row that an interrupted run has made: fills its empty cells and gives it its looks. */
  private complete(row: DraftRow, cells: RowCells): void {
    for (const [column, value] of Object.entries(cells)) {
      if (
        this.draft.columns.has(column) &&
        value !== "" &&
        (row.cells[column] ?? "") === "" &&
        !calculatedKeys.includes(column)
      )
        this.draft.write(row, column, value);
    }
    this.calculate(
      row,
      calculatedKeys.filter((column) => row.formulas[column] === undefined && (row.cells[column] ?? "") === ""),
    );
    row.isNew = true;
  }

  /** The place right below the nearest row that precedes it in the plan. */
  private planPlace(identity: string): number {
    const own = this.ranks.get(identity) ?? Infinity;
    let best: { rank: number; row: number } | undefined;
    for (const row of this.draft.rows) {
      const rank = this.ranks.get(this.draft.identityOf(row) ?? "");
      if (rank !== undefined && rank < own && (!best || rank > best.rank)) best = { rank, row: row.row };
    }
    return best ? best.row + 1 : this.draft.headerRow + 1;
  }

  private calculate(row: DraftRow, columns: readonly string[]): void {
    for (const column of columns) {
      if (!this.draft.columns.has(column)) continue;
      row.calculated.add(column);
      row.formulas[column] = "=";
      row.written.delete(column);
    }
  }

  private removeRow({ row: identity }: Extract<Edit, { do: "removeRow" }>): void {
    const row = this.draft.row(identity);
    if (!row) return;
    const cells = Object.fromEntries(
      Object.entries(row.cells).filter(([column, value]) => value !== "" && !calculatedKeys.includes(column)),
    );
    const copy = this.draft.hasCopies(identity);
    this.inverse.push({
      do: "addRow",
      row: identity,
      keyText: row.keyText,
      cells,
      at: this.draft.anchorOf(row),
      ...(copy ? { copy } : {}),
    });
    // What was typed over a formula comes back unchanged.
    const typedOver = calculatedKeys.filter(
      (column) => row.formulas[column] === undefined && (row.cells[column] ?? "") !== "",
    );
    for (const column of typedOver)
      this.inverse.splice(-1, 0, { do: "set", row: identity, column, before: "", after: row.cells[column]! });
    this.draft.removeRow(row);
  }

  private order(): void {
    const { draft } = this;
    const inPlan = draft.rows.filter((row) => this.ranks.has(draft.identityOf(row) ?? ""));
    const rankOf = (row: DraftRow): number => this.ranks.get(draft.identityOf(row)!)!;
    const moved = outOfOrder(inPlan, rankOf);
    const settled = new Set(inPlan.filter((row) => !moved.includes(row)));
    for (const row of [...moved].sort((a, b) => rankOf(a) - rankOf(b))) {
      let above: DraftRow | undefined;
      for (const other of settled)
        if (rankOf(other) < rankOf(row) && (!above || rankOf(other) > rankOf(above))) above = other;
      this.move(row, above ? above.row + 1 : draft.headerRow + 1);
      settled.add(row);
    }
  }

  private moveRow({ row: identity, at }: Extract<Edit, { do: "moveRow" }>): void {
    const row = this.draft.row(identity);
    if (!row) return;
    this.move(row, this.draft.placeOf(at, row));
  }

  private move(row: DraftRow, to: number): void {
    if (to === row.row || to === row.row + 1) return;
    this.inverse.push({ do: "moveRow", row: this.draft.identityOf(row)!, at: this.draft.anchorOf(row) });
    this.draft.moveRow(row, to);
  }

  private addColumn({ column, header, after, cells }: Extract<Edit, { do: "addColumn" }>): void {
    const { draft } = this;
    if (draft.columns.has(column)) {
      if (this.context.resuming) this.completeColumn(column, cells);
      return;
    }
    draft.insertColumn(column, this.distinct(header, column), draft.columnPlace(column, this.context.columns, after));
    this.fillColumn(column, cells);
    this.inverse.push({ do: "removeColumn", column, cells });
  }

  private completeColumn(column: string, cells: RowCells): void {
    this.fillColumn(column, cells);
    this.draft.newColumns.add(column);
    this.draft.markColumn(column);
  }

  private fillColumn(column: string, cells: RowCells): void {
    for (const [identity, value] of Object.entries(cells)) {
      const row = this.draft.row(identity);
      if (row && value !== "" && (row.cells[column] ?? "") === "") this.draft.write(row, column, value);
    }
  }

  private removeColumn({ column }: Extract<Edit, { do: "removeColumn" }>): void {
    const { draft } = this;
    if (!draft.columns.has(column)) return;
    const cells: Record<string, CellValue> = {};
    for (const row of draft.rows) {
      const identity = draft.identityOf(row);
      if (identity !== undefined && (row.cells[column] ?? "") !== "") cells[identity] = row.cells[column]!;
    }
    const left = draft.leftOf(column);
    this.inverse.push({
      do: "addColumn",
      column,
      header: draft.headers.get(column)!,
      ...(left === undefined ? {} : { after: left }),
      cells,
    });
    draft.removeColumn(column);
  }

  private formulas({ row: identity, before }: Extract<Edit, { do: "formulas" }>): void {
    const row = this.draft.row(identity);
    if (!row) return;
    for (const [column, value] of Object.entries(before))
      if (value !== "") this.inverse.push({ do: "set", row: identity, column, before: "", after: value });
    this.calculate(row, Object.keys(before));
  }

  private years({ before, after }: Extract<Edit, { do: "years" }>): void {
    const { draft } = this;
    this.inverse.push({ do: "years", before: after, after: before });
    this.formulaYears = after;
    for (const row of draft.rows)
      if (draft.identityOf(row) !== undefined)
        this.calculate(
          row,
          calculatedKeys.filter((column) => row.formulas[column] !== undefined),
        );
    draft.operations.push(...yearList(draft, after));
  }
}

/** The validation of the 评估年度 cell offers the plan's years, which are in the hidden row. */
function yearList(draft: SheetDraft, [first, last]: readonly [number, number]): Operation[] {
  const label = draft.above.find(({ value }) => value === yearName);
  const cell =
    label &&
    draft.above.find(
      ({ row, column, value }) => row === label.row && column > label.column && typeof value === "number",
    );
  const from = draft.columns.get(actualKey(first));
  const to = draft.columns.get(actualKey(last));
  if (!cell || draft.keyRow === undefined || from === undefined || to === undefined || to - from !== last - first)
    return [];
  const list: Area = { row: draft.keyRow, column: from, rows: 1, columns: to - from + 1 };
  return [
    {
      op: "dress",
      styles: [],
      formats: [],
      validations: [yearValidation({ row: cell.row, column: cell.column, rows: 1, columns: 1 }, list)],
    },
  ];
}
