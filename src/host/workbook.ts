import { formatAddress, intersection, quotedSheetName, type Area } from "./areas";
import { accessDenied, HostError, invalidArgument, itemExists, itemNotFound } from "./errors";
import type { Grid } from "./grid";
import { Faults, RequestLog } from "./log";
import type { SwitchName } from "./switches";
import { Turns } from "./turns";

export interface Position {
  sheet: HostSheet;
  area: Area;
}

export interface HostTable {
  id: string;
  name: string;
  sheet: HostSheet;
  /** Header row and body. */
  area: Area;
  style: string;
  showFilterButton: boolean;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  highlightFirstColumn: boolean;
  /** All body rows were deleted; the one empty row that is left waits to be filled. */
  blankRow?: boolean;
  /** The filters: the texts that are shown, by column name. */
  filters?: Map<string, string[]>;
  /** The filters were set by `Filter.apply`, after which some Excels cannot read them. */
  filtersUnreadable?: boolean;
}

/** Rows or columns that were inserted (`by` > 0) or deleted (`by` < 0) at `at`. */
export interface LineChange {
  axis: "row" | "column";
  at: number;
  by: number;
}

export interface HostName {
  name: string;
  target: Position;
  /** The target's cells were deleted: the name refers to nothing. */
  lost?: boolean;
  visible: boolean;
  comment: string;
}

export interface HostXmlPart {
  id: string;
  xml: string;
}

export type ConditionalEdge = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight";

export interface HostConditionalFormat {
  id: string;
  sheet: HostSheet;
  area: Area;
  kind: "Custom" | "CellValue" | "ContainsText" | "DataBar";
  formula: string;
  /** For CellValue and ContainsText: the rule as Office.js gives it. For DataBar: its `lower` and `upper` bound. */
  rule: Record<string, unknown>;
  fill?: string;
  color?: string;
  bold?: boolean;
  italic?: boolean;
  /** Colours of thin lines. */
  borders?: Partial<Record<ConditionalEdge, string>>;
  stopIfTrue: boolean;
  /** For DataBar. */
  bar?: HostDataBar;
}

/** How a data bar looks. A colour of `""` means none. */
export interface HostDataBar {
  fill: string;
  border: string;
  gradient: boolean;
  axisColor: string;
  axis: "Automatic" | "None" | "CellMidPoint";
  direction: "Context" | "LeftToRight" | "RightToLeft";
  barOnly: boolean;
  negativeFill: string;
  negativeBorder: string;
  negativeFillMatches: boolean;
  negativeBorderMatches: boolean;
}

export interface HostValidation {
  sheet: HostSheet;
  area: Area;
  rule: Record<string, Record<string, unknown>>;
  prompt?: { showPrompt: boolean; title: string; message: string };
  alert?: { showAlert: boolean; style: string; title: string; message: string };
  ignoreBlanks: boolean;
}

export interface HostPage {
  orientation: string;
  paperSize: string;
  zoom: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };
  margins: Record<"top" | "bottom" | "left" | "right" | "header" | "footer", number>;
  running: Record<string, string>;
  titleRows?: string;
  titleColumns?: string;
  printArea?: string;
  centerHorizontally: boolean;
  centerVertically: boolean;
  blackAndWhite: boolean;
  printGridlines: boolean;
  printOrder: string;
}

export interface HostSheet {
  id: string;
  page: HostPage;
  protection?: { options: Record<string, unknown>; password?: string };
  /** Cells that may be edited while the sheet is protected. All others are locked. */
  unlocked: Area[];
  tabColor: string;
  /** For a sheet that was opened from a file: the changes since then, in order. Saving moves the file's parts by them. */
  lineChanges?: LineChange[];
}

/** A workbook that the add-in has created. `file` is the file that it was created from, empty for a blank one. */
export interface CreatedWorkbook {
  id: string;
  file: Uint8Array;
  isOpen: boolean;
}

/** Who changed something: the add-in or the user here, or a co-author of the same file. */
export type ChangeSource = "Local" | "Remote";

const newPage = (): HostPage => ({
  orientation: "Portrait",
  paperSize: "A4",
  zoom: { scale: 100 },
  margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
  running: {},
  centerHorizontally: false,
  centerVertically: false,
  blackAndWhite: false,
  printGridlines: false,
  printOrder: "DownThenOver",
});

/** The target of events that are registered on a collection or on the workbook (eventWorkbookId of Office.js). */
const wholeWorkbook = "Workbook";

const badSheetName = /[:\\/?*[\]]/;

/** A connected add-in, to which every event of the workbook is sent. */
interface EventReceiver {
  /** @param eventType Office.js's number of the event */
  notify(eventType: number, target: string, args: unknown): void;
}

/** Is told of changes to host state, so that a page that shows the workbook can have Univer paint them. */
export interface Mirror {
  conditionalFormats(sheet: HostSheet): void;
  validations(sheet: HostSheet): void;
  table(table: HostTable): void;
  tableGone(table: HostTable): void;
  clearFilter(table: HostTable): void;
  /** Rows fit their text; their heights are only estimated so far. */
  fittedRows(sheet: HostSheet, row: number, rows: number): void;
}

const noMirror: Mirror = {
  conditionalFormats: () => undefined,
  validations: () => undefined,
  table: () => undefined,
  tableGone: () => undefined,
  clearFilter: () => undefined,
  fittedRows: () => undefined,
};

/** The workbook: the grid, and the host state, which is all that Univer has no place for. */
export class HostWorkbook {
  readonly log = new RequestLog();
  readonly faults = new Faults();
  /** How this Excel differs from the host's default (`switches.ts`); empty by default. */
  readonly switches = new Set<SwitchName>();
  readonly tables: HostTable[] = [];
  readonly names: HostName[] = [];
  readonly xmlParts: HostXmlPart[] = [];
  readonly conditionalFormats: HostConditionalFormat[] = [];
  readonly validations: HostValidation[] = [];
  readonly settings = new Map<string, unknown>();
  readonly sessions = new Set<EventReceiver>();
  /** Other workbooks that the add-in has created. */
  readonly created: CreatedWorkbook[] = [];
  /** Shows another workbook that was created; it has no effect on this one. */
  onOpen: (file: Uint8Array) => void = () => undefined;
  /** The user tried something that cannot be done. Gets a Chinese sentence: why, and what to do. */
  onRefused: (sentence: string) => void = () => undefined;
  /** Called after each request that writes. */
  onWritten: () => void = () => undefined;
  /** Called after every change that a file would contain, by a request or by the user. */
  onChange: () => void = () => undefined;
  /**
   * When the current request started, by `performance.now()`; undefined unless it writes. If such a request takes long,
   * `onPaused` is called at its pauses, and `onResumed` at its end.
   */
  writingSince: number | undefined;
  onPaused: () => void = () => undefined;
  onResumed: () => void = () => undefined;
  /** Awaited between a request's actions, so that a page that shows the workbook stays responsive. */
  pauseForPage: () => Promise<void> | undefined = () => undefined;
  mirror: Mirror = noMirror;
  selection: Position;
  /** The user is editing a cell: Excel refuses all requests. */
  inCellEdit = false;
  /** False while another workbook is in front: Excel refuses all requests then, too. */
  inFront = true;
  private readonly sheets = new Map<string, HostSheet>();
  private nextId = 1;
  private readonly turns = new Turns();
  private pendingEvents: (() => void)[] = [];

  constructor(readonly grid: Grid) {
    this.selection = { sheet: this.activeSheet, area: { row: 0, column: 0, rows: 1, columns: 1 } };
    // The page may be closed before its turn comes.
    grid.whenUncalculated = () => void this.inTurn(() => grid.calculated()).catch(() => undefined);
  }

  newId(prefix: string): string {
    return `{${prefix}-${String(this.nextId++).padStart(8, "0")}}`;
  }

  /** Runs requests and edits one after the other, as Excel does. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.take(work);
  }

  /**
   * Runs `work` right after a request, before its answer is sent, so that it falls between this request and the next.
   * @param request its number since the last `reset` of the log: 0 is the next one
   */
  afterRequest(request: number, work: () => unknown): void {
    this.turns.plan(request, work);
  }

  /** Runs the work that was planned for after this request. */
  afterwards(request: number): Promise<void> {
    return this.turns.afterwards(request);
  }

  // ---- sheets

  /** The host state of a sheet of the grid, created if there is none. */
  sheet(id: string): HostSheet {
    let known = this.sheets.get(id);
    if (!known) this.sheets.set(id, (known = { id, page: newPage(), unlocked: [], tabColor: "" }));
    return known;
  }

  /** All sheets with host state, including one that the grid has just deleted. */
  get recordedSheets(): HostSheet[] {
    return [...this.sheets.values()];
  }

  /** Restores the host state of a sheet that is back in the grid. */
  keepSheet(sheet: HostSheet): void {
    if (this.grid.sheet(sheet.id)) this.sheets.set(sheet.id, sheet);
  }

  get allSheets(): HostSheet[] {
    return this.grid.workbook.getSheets().map((sheet: { getSheetId(): string }) => this.sheet(sheet.getSheetId()));
  }

  get activeSheet(): HostSheet {
    return this.sheet(this.grid.workbook.getActiveSheet().getSheetId());
  }

  sheetName(sheet: HostSheet): string {
    const known = this.grid.sheet(sheet.id);
    if (!known) throw itemNotFound("the worksheet");
    return known.getSheetName();
  }

  findSheet(key: string): HostSheet | undefined {
    const wanted = key.toLowerCase();
    return this.allSheets.find((sheet) => sheet.id === key || this.sheetName(sheet).toLowerCase() === wanted);
  }

  checkSheetName(name: string, except?: HostSheet): void {
    if (name === "" || name.length > 31 || badSheetName.test(name) || name.startsWith("'") || name.endsWith("'")) {
      throw invalidArgument(`worksheet name ${name}`);
    }
    const other = this.findSheet(name);
    if (other && other !== except) throw itemExists(name);
  }

  addSheet(name: string | undefined): HostSheet {
    let chosen = name;
    for (let number = 1; chosen === undefined; number++)
      if (!this.findSheet(`Sheet${number}`)) chosen = `Sheet${number}`;
    this.checkSheetName(chosen);
    return this.insertSheet(chosen);
  }

  /** Adds a sheet at the end. The name comes from a file, so it may be one that Excel would not accept from a user. */
  insertSheet(name: string): HostSheet {
    const id = this.newId("sheet").replace(/[{}]/g, "");
    const active = this.grid.workbook.getActiveSheet();
    this.grid.workbook.insertSheet(name, {
      index: this.allSheets.length,
      sheet: { id, rowCount: 200, columnCount: 26 },
    });
    this.grid.workbook.setActiveSheet(active);
    return this.sheet(id);
  }

  deleteSheet(sheet: HostSheet): void {
    if (this.allSheets.length === 1) throw invalidArgument("a workbook needs one visible worksheet");
    this.grid.workbook.deleteSheet(this.grid.sheet(sheet.id));
    this.afterSheetDeleted(sheet);
  }

  /** Updates the host state after the grid has deleted a sheet, whoever deleted it. */
  afterSheetDeleted(sheet: HostSheet): void {
    this.sheets.delete(sheet.id);
    this.pendingEvents.push(() => {
      for (const session of this.sessions)
        session.notify(15, wholeWorkbook, { source: "Local", worksheetId: sheet.id });
    });
    for (const list of [this.tables, this.conditionalFormats, this.validations]) {
      for (let index = list.length - 1; index >= 0; index--) if (list[index]!.sheet === sheet) list.splice(index, 1);
    }
    for (let index = this.names.length - 1; index >= 0; index--) {
      if (this.names[index]!.target.sheet === sheet) this.names.splice(index, 1);
    }
    if (this.selection.sheet === sheet)
      this.selection = { sheet: this.activeSheet, area: { row: 0, column: 0, rows: 1, columns: 1 } };
  }

  /** A name's target as a formula's reference: `责任矩阵!$C$3`. */
  referenceOf({ target, lost }: HostName): string {
    return lost ? "#REF!" : `${quotedSheetName(this.sheetName(target.sheet))}!${formatAddress(target.area, true)}`;
  }

  // ---- other workbooks

  /** @throws HostError for bytes that are no zip file: Excel checks them before it opens anything */
  createWorkbook(base64: string | undefined): CreatedWorkbook {
    if (this.switches.has("createWorkbookBlocked"))
      throw new HostError("InvalidOperation", "workbooks cannot be made here");
    const file = Uint8Array.from(atob(base64 ?? ""), (char) => char.charCodeAt(0));
    if (file.length > 0 && !(file[0] === 0x50 && file[1] === 0x4b)) throw invalidArgument("the file is no workbook");
    const made = { id: this.newId("workbook"), file, isOpen: false };
    this.created.push(made);
    return made;
  }

  openCreated(made: CreatedWorkbook): void {
    made.isOpen = true;
    this.onOpen(made.file);
  }

  // ---- protection

  isLocked(sheet: HostSheet, row: number, column: number): boolean {
    const cell: Area = { row, column, rows: 1, columns: 1 };
    return !sheet.unlocked.some((area) => intersection(area, cell));
  }

  /** @throws HostError AccessDenied if the area contains a locked cell of a protected sheet */
  checkWritable(sheet: HostSheet, area: Area): void {
    if (!sheet.protection) return;
    const clipped = this.grid.clip(sheet.id, area);
    const open = sheet.unlocked.some((free) => {
      const common = intersection(free, clipped);
      return common && common.rows === clipped.rows && common.columns === clipped.columns;
    });
    if (open) return;
    for (let row = clipped.row; row < clipped.row + clipped.rows; row++) {
      for (let column = clipped.column; column < clipped.column + clipped.columns; column++) {
        if (this.isLocked(sheet, row, column)) throw accessDenied("the cell is protected");
      }
    }
  }

  checkUnprotected(sheet: HostSheet): void {
    if (sheet.protection) throw accessDenied("the sheet is protected");
  }

  // ---- events

  /** Queues a change event. It is sent after the answer to the request that caused it. */
  changed(sheet: HostSheet, area: Area, source: ChangeSource, changeType = "RangeEdited"): void {
    const args = { address: formatAddress(area), changeType, source, worksheetId: sheet.id, type: "WorksheetChanged" };
    this.pendingEvents.push(() => {
      for (const session of this.sessions)
        for (const target of [sheet.id, wholeWorkbook]) session.notify(10, target, args);
    });
  }

  /** Queues the event that a table was added or deleted. As in Excel, that of a new table does not give its name. */
  tableEvent(table: HostTable, kind: "added" | "deleted"): void {
    const args = {
      source: "Local",
      tableId: table.id,
      worksheetId: table.sheet.id,
      ...(kind === "deleted" ? { tableName: table.name } : {}),
    };
    this.pendingEvents.push(() => {
      for (const session of this.sessions)
        for (const target of [table.sheet.id, wholeWorkbook])
          session.notify(kind === "added" ? 102 : 103, target, args);
    });
  }

  selected(): void {
    const { sheet, area } = this.selection;
    const args = { address: formatAddress(area), worksheetId: sheet.id };
    this.pendingEvents.push(() => {
      for (const session of this.sessions)
        for (const target of [sheet.id, wholeWorkbook]) session.notify(14, target, args);
    });
  }

  /** Discards the queued events. */
  dropEvents(): void {
    this.pendingEvents.length = 0;
  }

  flushEvents(): void {
    if (this.turns.between) return;
    const events = this.pendingEvents.splice(0);
    for (const send of events) send();
  }
}
