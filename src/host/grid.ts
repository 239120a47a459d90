import type { ICellData, IStyleData, Nullable } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/lib/facade";
import type { Area } from "./areas";

/** What one cell is to become; absent fields stay as they are, `style` is merged into what is there. */
export interface CellPatch {
  /** Plain value; a formula is in `formula`. */
  value?: string | number | boolean | null;
  /** With its leading `=`; null removes one. */
  formula?: string | null;
  /** Kept as text whatever it looks like. */
  forceText?: boolean;
  style?: IStyleData;
}

// Univer's cell types (CellValueType), which its packages export as a const enum.
const stringType = 1;
const numberType = 2;
const booleanType = 3;
const forcedStringType = 4;

/**
 * The cells and formulas below the host: one Univer workbook, reached through its own facade and mutations. Everything
 * that Univer has no place for is kept in `HostWorkbook`.
 */
export class Grid {
  /** Set by every write that may change a formula's result; cleared by `calculated`. */
  private stale = false;
  private hasFormulas = false;

  // The facade's methods are added by plug-ins at run time; its static type does not know them.
  constructor(
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    readonly univer: any & FUniver,
    readonly dispose: () => void = () => undefined,
  ) {}

  get workbook() {
    return this.univer.getActiveWorkbook();
  }

  sheet(id: string) {
    return this.workbook.getSheetBySheetId(id);
  }

  /** Makes room: Univer's sheets have a fixed size. */
  private ensure(sheetId: string, area: Area): void {
    const sheet = this.sheet(sheetId);
    const rows = area.row + area.rows;
    const columns = area.column + area.columns;
    if (sheet.getMaxRows() < rows) sheet.setRowCount(rows + 100);
    if (sheet.getMaxColumns() < columns) sheet.setColumnCount(columns + 20);
  }

  /** The part of a (perhaps whole-column) area that the sheet really has. */
  clip(sheetId: string, area: Area): Area {
    const sheet = this.sheet(sheetId);
    return {
      ...area,
      rows: Math.max(0, Math.min(area.rows, sheet.getMaxRows() - area.row)),
      columns: Math.max(0, Math.min(area.columns, sheet.getMaxColumns() - area.column)),
    };
  }

  /** The size of the sheet's used part: one past the last cell that holds a value or formula (or a format). */
  used(sheetId: string, valuesOnly: boolean): Area | undefined {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    this.matrix(sheetId).forValue((row: number, column: number, cell: Nullable<ICellData>) => {
      if (!cell) return;
      const filled = (cell.v !== undefined && cell.v !== null && cell.v !== "") || cell.f || cell.si;
      if (!filled && (valuesOnly || !cell.s)) return;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    });
    return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  private matrix(sheetId: string) {
    return this.sheet(sheetId).getSheet().getCellMatrix();
  }

  cell(sheetId: string, row: number, column: number): ICellData | undefined {
    return this.matrix(sheetId).getValue(row, column) ?? undefined;
  }

  /** A cell's formula with its `=`, also where Univer keeps it as a shared one. */
  formula(sheetId: string, row: number, column: number): string {
    const cell = this.cell(sheetId, row, column);
    if (!cell?.f && !cell?.si) return "";
    return cell.f && !cell.si ? cell.f : this.sheet(sheetId).getRange(row, column).getFormula();
  }

  style(sheetId: string, row: number, column: number): IStyleData {
    const cell = this.cell(sheetId, row, column);
    return this.workbook.getWorkbook().getStyles().getStyleByCell(cell) ?? {};
  }

  /** Writes patches in one mutation. */
  write(sheetId: string, at: Area, patch: (row: number, column: number) => CellPatch | undefined): void {
    this.ensure(sheetId, at);
    const rows: Record<number, Record<number, ICellData>> = {};
    for (let row = 0; row < at.rows; row++) {
      const cells: Record<number, ICellData> = {};
      for (let column = 0; column < at.columns; column++) {
        const one = patch(row, column);
        if (one) cells[at.column + column] = this.asCell(one);
      }
      if (Object.keys(cells).length > 0) rows[at.row + row] = cells;
    }
    this.univer.syncExecuteCommand("sheet.mutation.set-range-values", {
      unitId: this.workbook.getId(),
      subUnitId: sheetId,
      cellValue: rows,
    });
  }

  private asCell({ value, formula, forceText, style }: CellPatch): ICellData {
    const cell: ICellData = {};
    if (style) cell.s = style;
    if (formula) {
      this.stale = this.hasFormulas = true;
      return { ...cell, f: formula, v: null, si: null, t: null, p: null };
    }
    if (value !== undefined || formula === null) {
      this.stale = true;
      cell.f = null;
      cell.si = null;
      cell.p = null;
      const empty = value === undefined || value === null || value === "";
      cell.v = empty ? null : typeof value === "boolean" ? (value ? 1 : 0) : value;
      cell.t = empty
        ? null
        : typeof value === "number"
          ? numberType
          : typeof value === "boolean"
            ? booleanType
            : forceText
              ? forcedStringType
              : stringType;
    }
    return cell;
  }

  touch(): void {
    this.stale = true;
  }

  /** Resolves when every formula shows the result of the latest write. */
  async calculated(): Promise<void> {
    if (!this.stale) return;
    this.stale = false;
    if (!this.hasFormulas) return;
    const formula = this.univer.getFormula();
    const done = new Promise<void>((resolve) => {
      const listener = formula.calculationResultApplied(() => {
        listener.dispose();
        resolve();
      });
      setTimeout(() => {
        listener.dispose();
        resolve();
      }, 20_000).unref?.();
    });
    formula.executeCalculation();
    await done;
  }
}
