import { ICommandService, type ICellData, type IStyleData, type Nullable } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/lib/facade";
import {
  IActiveDirtyManagerService,
  IFormulaCurrentConfigService,
  IOtherFormulaManagerService,
} from "@univerjs/engine-formula";
import { maxColumns, maxRows, type Area } from "./areas";
import { cellDataOf, cellValueOf, changesContents, type CellPatch, type CellValue } from "./cell-data";
import { dependOnDistinctRanges } from "./distinct-ranges";
import { withSharedFormulas } from "./shared-formulas";
import { areaOfRange, univerRangeOf, type UniverRange } from "./univer-range";

/** Reads many cells of a sheet: it bypasses Univer's facade, which is slow. */
export interface SheetReader {
  contents(row: number, column: number): { value: CellValue; formula: string };
  contentsOf(cell: ICellData, row: number, column: number): { value: CellValue; formula: string };
  styleOf(cell: ICellData): IStyleData;
  /** Visits all cells row by row, from left to right. */
  each(visit: (row: number, column: number, cell: ICellData) => void): void;
}

// How a calculation ends if it is interrupted by another one (FormulaExecutedStateType.STOP_EXECUTION).
const stoppedState = 1;
const mostAttempts = 20;

/**
 * The cells and formulas of the host: one Univer workbook, accessed through its facade and its mutations. Everything
 * that Univer has no place for is kept in `HostWorkbook`.
 */
export class Grid {
  /** Ranges written since the last calculation. */
  private dirty: {
    unitId: string;
    sheetId: string;
    range: UniverRange;
  }[] = [];
  /**
   * The reference of every name that was ever defined. Univer replaces a name by its reference when it parses a formula,
   * and caches parsed formulas for all workbooks of the page; it parses again only for names passed to a calculation.
   */
  private readonly names: Record<string, string> = {};
  /**
   * Univer shows the workbook on a page. Its plug-ins then have formulas of their own (validations and conditional
   * formats), which it calculates as if they were in the sheet's top left cells. Real formulas then seem to depend on
   * each other in a circle: they are calculated in a wrong order, or, in a partial calculation, not at all. Therefore
   * everything is calculated each time: first the cells without the plug-ins' formulas, then all.
   */
  isShown = false;
  /** Cells are being calculated without the plug-ins' formulas. */
  private cellsAlone = false;
  /** Not only cells have changed: the next calculation must include everything. */
  private force = false;
  private hasFormulas = false;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  private knownWorkbook: any;
  private calculation: Promise<void> = Promise.resolve();
  /** True while a request writes: changes that Univer reports meanwhile are not the user's edits. */
  writing = false;
  /** Called after the user has changed something that formulas may depend on; the workbook then calculates in a turn. */
  whenUncalculated: () => void = () => undefined;
  /** Calculation is manual, as it can be set in Excel: formulas keep their results until `recalculate`. */
  isManual = false;

  // Plug-ins add methods to the facade at run time, which its static type does not declare.
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
   * Keeps Univer from starting calculations of its own, which it does a while after each change. After a request, it
   * would write results to the places that formulas had when it started, though the next request may have moved them.
   * After an edit by the user, it would calculate only what it believes to depend on that, and on a page it misses cells
   * (a 状态 after 评估年度 was changed). Instead, `calculated` calculates for requests, and everything is calculated after
   * an edit by the user.
   */
  private calculateAlone(): void {
    const triggers = this.univer._injector.get(IActiveDirtyManagerService) as IActiveDirtyManagerService;
    const get = triggers.get.bind(triggers);
    triggers.get = () => undefined;
    const commands = this.univer._injector.get(ICommandService) as ICommandService;
    commands.onCommandExecuted((command, options) => {
      // `onlyLocal`: written by this class, or results of a calculation.
      if (this.writing || options?.onlyLocal || !get(command.id)) return;
      this.touch();
      this.whenUncalculated();
    });
  }

  /** The host's only workbook. It is cached: Univer creates a new facade object, with all extensions, for each call. */
  get workbook() {
    return (this.knownWorkbook ??= this.univer.getActiveWorkbook());
  }

  sheet(id: string) {
    return this.workbook.getSheetBySheetId(id);
  }

  /** Enlarges the sheet if the area exceeds it: Univer's sheets have a fixed size. */
  private ensure(sheetId: string, area: Area): void {
    const sheet = this.core(sheetId);
    const rows = area.row + area.rows;
    const columns = area.column + area.columns;
    if (sheet.getRowCount() < rows) this.sheet(sheetId).setRowCount(rows + 100);
    if (sheet.getColumnCount() < columns) this.sheet(sheetId).setColumnCount(columns + 20);
  }

  /** Limits whole rows and columns to the sheet's present size. For any other area, the sheet is enlarged. */
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

  /**
   * The smallest area with all cells that have a value or formula; undefined if there are none.
   * @param valuesOnly if false, cells that only have a format count too
   * @param within limits the search to a part of the sheet
   */
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

  /** Univer's own worksheet, without the facade, which is slow for single cells. */
  private core(sheetId: string) {
    return this.workbook.getWorkbook().getSheetBySheetId(sheetId);
  }

  private matrix(sheetId: string) {
    return this.core(sheetId).getCellMatrix();
  }

  /** A cell as Univer keeps it; undefined if it is empty and has no format. */
  cell(sheetId: string, row: number, column: number): ICellData | undefined {
    return this.matrix(sheetId).getValue(row, column) ?? undefined;
  }

  /** A cell's formula with its `=`, also if Univer keeps it as a shared formula; `""` if it has none. */
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
    return (this.core(sheetId).getMergeData() as UniverRange[]).map(areaOfRange);
  }

  /** Does work that is not an edit by the user. */
  quietly<T>(work: () => T): T {
    const before = this.writing;
    this.writing = true;
    try {
      return work();
    } finally {
      this.writing = before;
    }
  }

  /** A cell's style, `{}` if it has none. It must not be changed. */
  style(sheetId: string, row: number, column: number): IStyleData {
    const cell = this.cell(sheetId, row, column);
    return this.workbook.getWorkbook().getStyles().getStyleByCell(cell) ?? {};
  }

  /**
   * Writes cells in one mutation.
   * @param patch gets row and column relative to `at`; undefined leaves a cell as it is
   */
  write(sheetId: string, at: Area, patch: (row: number, column: number) => CellPatch | undefined): void {
    this.ensure(sheetId, at);
    const rows: Record<number, Record<number, ICellData>> = {};
    let hasContents = false;
    for (let row = 0; row < at.rows; row++) {
      const cells: Record<number, ICellData> = {};
      for (let column = 0; column < at.columns; column++) {
        const one = patch(row, column);
        if (!one) continue;
        cells[at.column + column] = cellDataOf(one);
        hasContents ||= changesContents(one);
        if (one.formula) this.hasFormulas = true;
      }
      if (Object.keys(cells).length > 0) rows[at.row + row] = cells;
    }
    if (hasContents) {
      const range = univerRangeOf(at);
      this.dirty.push({ unitId: this.workbook.getId(), sheetId, range });
    }
    // `onlyLocal` keeps Univer from calculating by itself: `calculated` does that when an answer needs it.
    this.quietly(() =>
      this.univer.syncExecuteCommand(
        "sheet.mutation.set-range-values",
        { unitId: this.workbook.getId(), subUnitId: sheetId, cellValue: rows },
        { onlyLocal: true },
      ),
    );
  }

  /** Sets widths. Univer's command would also measure all texts in the columns again, which Excel does not do. */
  setColumnWidths(sheetId: string, column: number, columns: number, pixels: number): void {
    const { rows } = this.size(sheetId);
    const ranges = [univerRangeOf({ row: 0, rows, column, columns })];
    this.quietly(() =>
      this.univer.syncExecuteCommand(
        "sheet.mutation.set-worksheet-col-width",
        { unitId: this.workbook.getId(), subUnitId: sheetId, ranges, colWidth: pixels },
        { onlyLocal: true },
      ),
    );
  }

  /** Hides or shows rows or columns. Univer's commands would also select them, or what is next to them. */
  setHidden(sheetId: string, axis: "row" | "column", at: number, count: number, hidden: boolean): void {
    const { rows, columns } = this.size(sheetId);
    const area =
      axis === "row" ? { row: at, rows: count, column: 0, columns } : { row: 0, rows, column: at, columns: count };
    this.quietly(() =>
      this.univer.syncExecuteCommand(
        `sheet.mutation.set-${axis === "row" ? "row" : "col"}-${hidden ? "hidden" : "visible"}`,
        { unitId: this.workbook.getId(), subUnitId: sheetId, ranges: [univerRangeOf(area)] },
        { onlyLocal: true },
      ),
    );
  }

  /** How many rows and columns a sheet has at present. */
  size(sheetId: string): Pick<Area, "rows" | "columns"> {
    const sheet = this.core(sheetId);
    return { rows: sheet.getRowCount(), columns: sheet.getColumnCount() };
  }

  /** Fills an empty sheet with the cells of a file, by row and column; sparse cells cost no more than dense ones. */
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

  /** Reads many cells of a sheet quickly. */
  reader(sheetId: string): SheetReader {
    const matrix = this.matrix(sheetId);
    const styles = this.workbook.getWorkbook().getStyles();
    const contentsOf = (
      cell: Nullable<ICellData>,
      row: number,
      column: number,
    ): { value: CellValue; formula: string } => {
      if (!cell) return { value: "", formula: "" };
      const formula = cell.si ? this.formula(sheetId, row, column) : (cell.f ?? "");
      return { value: cellValueOf(cell), formula };
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
   * Merges styles into cells. For a sheet of a million cells, equal work is done once: if cells have the same style and
   * get the same patch, Univer merges it for the first of them, and the others take its result.
   * @param patch gets row and column relative to `at`, and returns the same object for the same change; undefined leaves
   * a cell as it is
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

  /** Defines a name of the workbook for `reference`, e.g. `责任矩阵!$C$3`. */
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

  /** Something other than cells has changed that formulas may depend on: a name, rows, columns. */
  touch(): void {
    this.force = true;
  }

  /** The user may have typed a formula into the grid. */
  noteFormulas(): void {
    this.hasFormulas = true;
  }

  /** Resolves when all formulas show results for the latest writes; at once if calculation is manual. */
  async calculated(): Promise<void> {
    if (!this.isManual) await this.recalculate();
  }

  /** Calculates, as F9 does. Calculations run one after the other. */
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

  /** Repeats a calculation until it is not interrupted. */
  private async untilDone(params: object): Promise<void> {
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      // Univer interrupts a calculation when it starts another one for an edit by the user: then all is done again.
      const state = await this.calculate(attempt === 0 ? params : { ...params, forceCalculation: true });
      if (state !== stoppedState) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Runs one calculation. Resolves with its final state when its results are in the cells. */
  private async calculate(params: object): Promise<number> {
    const ended = new Promise<number>((resolve) => {
      const listener = this.univer.getFormula().calculationEnd((state: number) => {
        listener.dispose();
        resolve(state);
      });
    });
    await this.univer.executeCommand("formula.mutation.set-formula-calculation-start", params, { onlyLocal: true });
    const state = await ended;
    // Univer writes the results into the cells after it has reported the end.
    await new Promise((resolve) => setTimeout(resolve, 0));
    return state;
  }
}
