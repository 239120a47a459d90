import { ICommandService, type ICellData, type IStyleData, type Nullable } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/lib/facade";
import {
  IActiveDirtyManagerService,
  IFormulaCurrentConfigService,
  IOtherFormulaManagerService,
} from "@univerjs/engine-formula";
import { maxColumns, maxRows, type Area } from "./areas";
import { dependOnDistinctRanges } from "./distinct-ranges";
import { withSharedFormulas } from "./shared-formulas";

/**
 * What one cell is to become; absent fields stay as they are, `style` is merged into what is there, null takes it away.
 */
export interface CellPatch {
  /** Plain value; a formula is in `formula`. */
  value?: string | number | boolean | null;
  /** With its leading `=`; null removes one. */
  formula?: string | null;
  /** Kept as text whatever it looks like. */
  forceText?: boolean;
  style?: IStyleData | null;
}

/** The cells of one sheet, past the facade. */
export interface SheetReader {
  contents(row: number, column: number): { value: string | number | boolean; formula: string };
  contentsOf(cell: ICellData, row: number, column: number): { value: string | number | boolean; formula: string };
  styleOf(cell: ICellData): IStyleData;
  /** In rows, from the left. */
  each(visit: (row: number, column: number, cell: ICellData) => void): void;
}

// Univer's cell types (CellValueType), which its packages export as a const enum.
const stringType = 1;
const numberType = 2;
const booleanType = 3;
const forcedStringType = 4;

// How a calculation ended that another one stopped (FormulaExecutedStateType.STOP_EXECUTION).
const stoppedState = 1;
const mostAttempts = 20;

/**
 * The cells and formulas below the host: one Univer workbook, reached through its own facade and mutations. Everything
 * that Univer has no place for is kept in `HostWorkbook`.
 */
export class Grid {
  /** Cells written since the last calculation. */
  private dirty: {
    unitId: string;
    sheetId: string;
    range: { startRow: number; endRow: number; startColumn: number; endColumn: number };
  }[] = [];
  /**
   * Every name ever given. Univer puts a name's reference in its place when it parses a formula, and keeps what it
   * parsed for all workbooks of the page; for the names that a calculation is told of, it parses anew.
   */
  private readonly names: Record<string, string> = {};
  /**
   * Univer shows the workbook on a page: its plug-ins have formulas of their own there (of validations and formats),
   * which it takes into the calculation as if they stood in cells in the sheet's top left corner. Real formulas then
   * seem to depend on each other in a circle, and come in a wrong order, or not at all where only what has changed is
   * calculated. So everything is, first the cells without those.
   */
  isShown = false;
  /** While the cells are calculated alone. */
  private cellsAlone = false;
  /** More has changed than cells: calculate everything. */
  private force = false;
  private hasFormulas = false;
  private contentsWritten = false;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  private knownWorkbook: any;
  private calculation: Promise<void> = Promise.resolve();
  /** True while a request writes: what Univer tells of then is not a person's edit. */
  writing = false;
  /** A person has changed something that formulas may look at: whoever takes turns has it calculated in one of them. */
  whenUncalculated: () => void = () => undefined;
  /**
   * As where somebody has set Excel to calculate by hand: formulas go on showing what they showed, until `recalculate`.
   */
  isManual = false;

  // The facade's methods are added by plug-ins at run time; its static type does not know them.
  constructor(
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    readonly univer: any & FUniver,
    readonly dispose: () => void = () => undefined,
  ) {
    this.calculateAlone();
    const others = this.univer._injector.get(IOtherFormulaManagerService) as IOtherFormulaManagerService;
    const all = others.getOtherFormulaData.bind(others);
    others.getOtherFormulaData = () => (this.cellsAlone ? {} : all());
    const settings = this.univer._injector.get(IFormulaCurrentConfigService) as IFormulaCurrentConfigService;
    const load = settings.load.bind(settings);
    settings.load = (config) =>
      load({
        ...config,
        formulaData: withSharedFormulas(config.formulaData as Parameters<typeof withSharedFormulas>[0]),
      });
    dependOnDistinctRanges(this.univer);
  }

  /**
   * Univer begins a calculation of its own a while after a change. Of a request's changes its results would be put
   * where the formulas stood when it began: too late for the next request, which may have moved them again. Of a
   * person's, it calculates what it takes to depend on them, and on a page that leaves cells out (a status, after 评估年度
   * was changed). So it begins none: what a request does is calculated by `calculated`, and after a person's change
   * everything is.
   */
  private calculateAlone(): void {
    const triggers = this.univer._injector.get(IActiveDirtyManagerService) as IActiveDirtyManagerService;
    const get = triggers.get.bind(triggers);
    triggers.get = () => undefined;
    const commands = this.univer._injector.get(ICommandService) as ICommandService;
    commands.onCommandExecuted((command, options) => {
      // `onlyLocal`: what we write ourselves, and the results of a calculation.
      if (this.writing || options?.onlyLocal || !get(command.id)) return;
      this.touch();
      this.whenUncalculated();
    });
  }

  /** One host has one workbook; asked for anew each time, Univer makes a new object with all its extensions. */
  get workbook() {
    return (this.knownWorkbook ??= this.univer.getActiveWorkbook());
  }

  sheet(id: string) {
    return this.workbook.getSheetBySheetId(id);
  }

  /** Makes room: Univer's sheets have a fixed size. */
  private ensure(sheetId: string, area: Area): void {
    const sheet = this.core(sheetId);
    const rows = area.row + area.rows;
    const columns = area.column + area.columns;
    if (sheet.getRowCount() < rows) this.sheet(sheetId).setRowCount(rows + 100);
    if (sheet.getColumnCount() < columns) this.sheet(sheetId).setColumnCount(columns + 20);
  }

  /** An area that may be whole rows or columns, as far as the sheet really goes; for any other one room is made. */
  clip(sheetId: string, area: Area): Area {
    const wholeColumns = area.rows >= maxRows;
    const wholeRows = area.columns >= maxColumns;
    this.ensure(sheetId, { ...area, rows: wholeColumns ? 0 : area.rows, columns: wholeRows ? 0 : area.columns });
    const sheet = this.core(sheetId);
    return {
      ...area,
      rows: wholeColumns ? Math.max(0, sheet.getRowCount() - area.row) : area.rows,
      columns: wholeRows ? Math.max(0, sheet.getColumnCount() - area.column) : area.columns,
    };
  }

  /** The smallest area with all cells, of the sheet or of a part of it, that hold a value or formula (or a format). */
  used(sheetId: string, valuesOnly: boolean, within?: Area): Area | undefined {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    this.matrix(sheetId).forValue((row: number, column: number, cell: Nullable<ICellData>) => {
      if (!cell) return;
      const filled = (cell.v !== undefined && cell.v !== null && cell.v !== "") || cell.f || cell.si;
      if (!filled && (valuesOnly || !cell.s)) return;
      if (
        within &&
        (row < within.row ||
          column < within.column ||
          row >= within.row + within.rows ||
          column >= within.column + within.columns)
      )
        return;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    });
    return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** Univer's own worksheet, past the facade: cells are asked for one by one. */
  private core(sheetId: string) {
    return this.workbook.getWorkbook().getSheetBySheetId(sheetId);
  }

  private matrix(sheetId: string) {
    return this.core(sheetId).getCellMatrix();
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

  /** All formulas of a sheet. */
  formulas(sheetId: string): { row: number; column: number; formula: string }[] {
    const found: { row: number; column: number; formula: string }[] = [];
    this.matrix(sheetId).forValue((row: number, column: number, cell: Nullable<ICellData>) => {
      if (cell?.f || cell?.si) found.push({ row, column, formula: this.formula(sheetId, row, column) });
    });
    return found;
  }

  /** The merged areas of a sheet. */
  merges(sheetId: string): Area[] {
    const ranges = this.core(sheetId).getMergeData() as {
      startRow: number;
      endRow: number;
      startColumn: number;
      endColumn: number;
    }[];
    return ranges.map(({ startRow, endRow, startColumn, endColumn }) => ({
      row: startRow,
      column: startColumn,
      rows: endRow - startRow + 1,
      columns: endColumn - startColumn + 1,
    }));
  }

  /** Does something that is not a person's edit. */
  quietly<T>(work: () => T): T {
    const before = this.writing;
    this.writing = true;
    try {
      return work();
    } finally {
      this.writing = before;
    }
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
    const contents = this.contentsWritten;
    this.contentsWritten = false;
    if (contents) {
      const range = {
        startRow: at.row,
        endRow: at.row + at.rows - 1,
        startColumn: at.column,
        endColumn: at.column + at.columns - 1,
      };
      this.dirty.push({ unitId: this.workbook.getId(), sheetId, range });
    }
    // `onlyLocal` keeps Univer from calculating a while later on its own: `calculated` does it when an answer needs it.
    this.quietly(() =>
      this.univer.syncExecuteCommand(
        "sheet.mutation.set-range-values",
        { unitId: this.workbook.getId(), subUnitId: sheetId, cellValue: rows },
        { onlyLocal: true },
      ),
    );
  }

  /**
   * Sets widths, in pixels. Univer's command would also measure every text in the columns anew, which Excel does not.
   */
  setColumnWidths(sheetId: string, column: number, columns: number, pixels: number): void {
    const ranges = [
      {
        startRow: 0,
        endRow: this.core(sheetId).getRowCount() - 1,
        startColumn: column,
        endColumn: column + columns - 1,
      },
    ];
    this.quietly(() =>
      this.univer.syncExecuteCommand(
        "sheet.mutation.set-worksheet-col-width",
        { unitId: this.workbook.getId(), subUnitId: sheetId, ranges, colWidth: pixels },
        { onlyLocal: true },
      ),
    );
  }

  /** Puts cells as a file has them into an empty sheet; of a few far apart, only these are looked at. */
  fill(
    sheetId: string,
    cells: Record<number, Record<number, ICellData>>,
    { rows, columns }: Pick<Area, "rows" | "columns">,
  ): void {
    if (rows === 0) return;
    this.ensure(sheetId, { row: 0, column: 0, rows, columns });
    this.hasFormulas ||= Object.values(cells).some((line) => Object.values(line).some((cell) => cell.f));
    this.touch();
    this.quietly(() =>
      this.univer.syncExecuteCommand(
        "sheet.mutation.set-range-values",
        { unitId: this.workbook.getId(), subUnitId: sheetId, cellValue: cells },
        { onlyLocal: true },
      ),
    );
  }

  /** For reading many cells of a sheet. */
  reader(sheetId: string): SheetReader {
    const matrix = this.matrix(sheetId);
    const styles = this.workbook.getWorkbook().getStyles();
    const contentsOf = (
      cell: Nullable<ICellData>,
      row: number,
      column: number,
    ): { value: string | number | boolean; formula: string } => {
      if (!cell) return { value: "", formula: "" };
      const shown = cell.p ? (cell.p.body?.dataStream ?? "").replace(/\r\n$/, "") : cell.v;
      const value =
        shown === undefined || shown === null ? "" : cell.t === booleanType ? Boolean(Number(shown)) : shown;
      return { value, formula: cell.si ? this.formula(sheetId, row, column) : (cell.f ?? "") };
    };
    return {
      contents: (row, column) => contentsOf(matrix.getValue(row, column) as Nullable<ICellData>, row, column),
      contentsOf,
      styleOf: (cell) => (cell.s ? ((styles.getStyleByCell(cell) as IStyleData | undefined) ?? {}) : {}),
      each: (visit) =>
        matrix.forValue(
          (row: number, column: number, cell: Nullable<ICellData>) => void (cell && visit(row, column, cell)),
        ),
    };
  }

  /**
   * Merges styles into cells. Cells that look the same and get the same patch look the same afterwards: Univer merges
   * for the first of them, the others take its result, which a sheet of a million cells needs.
   * @param patch the same object for the same change; undefined leaves a cell alone
   */
  restyle(
    sheetId: string,
    at: Area,
    patch: (row: number, column: number, now: IStyleData) => IStyleData | undefined,
  ): void {
    this.ensure(sheetId, at);
    const matrix = this.matrix(sheetId);
    const merged = new Map<IStyleData, Map<string, ICellData["s"]>>();
    const known = new Map<string, IStyleData>();
    for (let row = 0; row < at.rows; row++) {
      for (let column = 0; column < at.columns; column++) {
        const [line, place] = [at.row + row, at.column + column];
        const before = this.cell(sheetId, line, place)?.s;
        const key = typeof before === "string" ? before : JSON.stringify(before ?? "");
        let now = known.get(key);
        if (!now) known.set(key, (now = this.style(sheetId, line, place)));
        const change = patch(row, column, now);
        if (!change) continue;
        let results = merged.get(change);
        if (!results) merged.set(change, (results = new Map()));
        if (!results.has(key)) {
          this.write(sheetId, { row: line, column: place, rows: 1, columns: 1 }, () => ({ style: change }));
          results.set(key, this.cell(sheetId, line, place)?.s);
          continue;
        }
        const cell = this.cell(sheetId, line, place);
        const style = results.get(key);
        if (!cell) matrix.setValue(line, place, { s: style });
        else if (style === undefined) delete cell.s;
        else cell.s = style;
      }
    }
  }

  private asCell({ value, formula, forceText, style }: CellPatch): ICellData {
    const cell: ICellData = {};
    if (style !== undefined) cell.s = style;
    if (formula) {
      this.contentsWritten = this.hasFormulas = true;
      return { ...cell, f: formula, v: null, si: null, t: null, p: null };
    }
    if (value !== undefined || formula === null) {
      this.contentsWritten = true;
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

  /** Gives a workbook-wide name to `reference`, e.g. `责任矩阵!$C$3`. */
  defineName(name: string, reference: string): void {
    const where = { unitId: this.workbook.getId(), localSheetId: "AllDefaultWorkbook" };
    this.univer.syncExecuteCommand(
      "formula.mutation.set-defined-name",
      { ...where, id: name, name, formulaOrRefString: reference },
      { onlyLocal: true },
    );
    this.renamed(name, reference);
  }

  removeName(name: string): void {
    this.univer.syncExecuteCommand(
      "formula.mutation.remove-defined-name",
      { unitId: this.workbook.getId(), id: name, name, formulaOrRefString: "" },
      { onlyLocal: true },
    );
    this.renamed(name, "");
  }

  private renamed(name: string, reference: string): void {
    this.names[name] = reference;
    this.univer.getFormula()._functionService.deleteFormulaAstCacheKey(name);
    this.touch();
  }

  /** Something else than a cell has changed that formulas may look at: a name, rows, columns. */
  touch(): void {
    this.force = true;
  }

  /** A person may have typed a formula into the grid. */
  noteFormulas(): void {
    this.hasFormulas = true;
  }

  /** Resolves when every formula shows the result of the latest write; at once where it is calculated by hand. */
  async calculated(): Promise<void> {
    if (!this.isManual) await this.recalculate();
  }

  /** What F9 does. One calculation at a time: who asks while another one runs gets its results too. */
  recalculate(): Promise<void> {
    return (this.calculation = this.calculation.catch(() => undefined).then(() => this.calculateDirty()));
  }

  private async calculateDirty(): Promise<void> {
    if (this.dirty.length === 0 && !this.force) return;
    const params = {
      dirtyRanges: this.dirty,
      dirtyNameMap: {},
      dirtyDefinedNameMap: { [this.workbook.getId()]: this.names },
      dirtySuperTableMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
      clearDependencyTreeCache: {},
      forceCalculation: this.force || this.isShown,
    };
    this.dirty = [];
    this.force = false;
    if (!this.hasFormulas) return;
    if (this.isShown) {
      this.cellsAlone = true;
      await this.untilDone(params).finally(() => (this.cellsAlone = false));
    }
    await this.untilDone(params);
  }

  private async untilDone(params: object): Promise<void> {
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      // Univer stops a calculation when it begins one of its own, for something a person did; then all is done again.
      const state = await this.calculate(attempt === 0 ? params : { ...params, forceCalculation: true });
      if (state !== stoppedState) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** One calculation; resolves with how it ended, when its results are in the cells. */
  private async calculate(params: object): Promise<number> {
    const ended = new Promise<number>((resolve) => {
      const listener = this.univer.getFormula().calculationEnd((state: number) => {
        listener.dispose();
        resolve(state);
      });
    });
    await this.univer.executeCommand("formula.mutation.set-formula-calculation-start", params, { onlyLocal: true });
    const state = await ended;
    // The results are put into the cells after the end is told.
    await new Promise((resolve) => setTimeout(resolve, 0));
    return state;
  }
}
