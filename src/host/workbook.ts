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
  /** All of its body was deleted: the one empty row is there to be filled. */
  blankRow?: boolean;
  /** What the rows are filtered by: the texts that are shown, by column name. */
  filters?: Map<string, string[]>;
  /** They were put back by `Filter.apply`, after which some Excels cannot tell of them. */
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
  /** The target has been deleted: the name refers to nothing. */
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
  /** For CellValue and ContainsText: Excel's rule as given. For DataBar: its `lower` and `upper` bound. */
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

/** Looks of a data bar; a colour of `""` is none. */
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
  /** Cells that may be typed in while the sheet is protected; all others are locked. */
  unlocked: Area[];
  tabColor: string;
  /** For a sheet that was opened from a file: the changes since then, in order. Saving moves the file's parts by them. */
  lineChanges?: LineChange[];
}

/** A workbook that the add-in has made; its content is the file that it came from, empty for a blank one. */
export interface CreatedWorkbook {
  id: string;
  file: Uint8Array;
  isOpen: boolean;
}

/** Who changed something: this add-in or the person at this machine, or someone else who works on the same file. */
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

/**
 * The target of events that an add-in registered for on a collection or on the workbook (Office.js's eventWorkbookId).
 */
const wholeWorkbook = "Workbook";

const badSheetName = /[:\\/?*[\]]/;

/** A connected add-in: it is sent every event of the workbook. */
interface EventReceiver {
  /** @param eventType Office.js's number of the event */
  notify(eventType: number, target: string, args: unknown): void;
}

/** What a page that shows the workbook is told, so that Univer paints what the host keeps beside it. */
export interface Mirror {
  conditionalFormats(sheet: HostSheet): void;
  validations(sheet: HostSheet): void;
  table(table: HostTable): void;
  tableGone(table: HostTable): void;
  clearFilter(table: HostTable): void;
  /** Rows that fit their text, whose heights are estimated so far. */
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

/** The workbook's state: the grid below, and beside it what a grid has no place for. */
export class HostWorkbook {
  readonly log = new RequestLog();
  readonly faults = new Faults();
  /** What this Excel does otherwise; nothing, until it is asked for. */
  readonly switches = new Set<SwitchName>();
  readonly tables: HostTable[] = [];
  readonly names: HostName[] = [];
  readonly xmlParts: HostXmlPart[] = [];
  readonly conditionalFormats: HostConditionalFormat[] = [];
  readonly validations: HostValidation[] = [];
  readonly settings = new Map<string, unknown>();
  readonly sessions = new Set<EventReceiver>();
  /** Workbooks that the add-in has made beside this one. */
  readonly created: CreatedWorkbook[] = [];
  /** Shows such a one; it has no part in what happens here. */
  onOpen: (file: Uint8Array) => void = () => undefined;
  /** A person wants what cannot be done: one Chinese sentence that says why, and what to do. */
  onRefused: (sentence: string) => void = () => undefined;
  /** A request that writes is done. */
  onWritten: () => void = () => undefined;
  /** Something has changed that a file of the workbook would hold: by a request, or by the person in the grid. */
  onChange: () => void = () => undefined;
  /**
   * When the request that is being done was begun, by `performance.now()`, if it writes. Where it pauses for long,
   * `onPaused` says so, and `onResumed` when it is done.
   */
  writingSince: number | undefined;
  onPaused: () => void = () => undefined;
  onResumed: () => void = () => undefined;
  /** Awaited between a request's actions, so that a page that shows the workbook can answer meanwhile. */
  pauseForPage: () => Promise<void> | undefined = () => undefined;
  mirror: Mirror = noMirror;
  selection: Position;
  /** While the person is typing in a cell, Excel takes no request. */
  inCellEdit = false;
  /** False while another workbook is in front: then too. */
  inFront = true;
  private readonly sheets = new Map<string, HostSheet>();
  private nextId = 1;
  private readonly turns = new Turns();
  private pendingEvents: (() => void)[] = [];

  constructor(readonly grid: Grid) {
    this.selection = { sheet: this.activeSheet, area: { row: 0, column: 0, rows: 1, columns: 1 } };
    // The page may be gone before its turn comes.
    grid.whenUncalculated = () => void this.inTurn(() => grid.calculated()).catch(() => undefined);
  }

  newId(prefix: string): string {
    return `{${prefix}-${String(this.nextId++).padStart(8, "0")}}`;
  }

  /** Requests and edits one after the other, as Excel does. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.take(work);
  }

  /**
   * Has `work` done right after a request, before its answer is told, so that it falls between this request and the
   * next.
   * @param request its number since the last `reset` of the log: 0 is the next one
   */
  afterRequest(request: number, work: () => unknown): void {
    this.turns.plan(request, work);
  }

  /** Does what was planned for after this request. */
  afterwards(request: number): Promise<void> {
    return this.turns.afterwards(request);
  }

  // ---- sheets

  /** The host's own record of a sheet that the grid has. */
  sheet(id: string): HostSheet {
    let known = this.sheets.get(id);
    if (!known) this.sheets.set(id, (known = { id, page: newPage(), unlocked: [], tabColor: "" }));
    return known;
  }

  /** Sheets with a record, also one that the grid has just lost. */
  get recordedSheets(): HostSheet[] {
    return [...this.sheets.values()];
  }

  /** A sheet that the grid has again, with the record that it had. */
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

  /** Behind the others, under a name that a file has given: it may be one that nobody could choose. */
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

  /** What follows when a sheet of the grid has gone, whoever deleted it. */
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

  /** What a name stands for, as a formula has it. */
  referenceOf({ target, lost }: HostName): string {
    return lost ? "#REF!" : `${quotedSheetName(this.sheetName(target.sheet))}!${formatAddress(target.area, true)}`;
  }

  // ---- other workbooks

  /** Excel takes .xlsx files only, and says so before anything is opened. */
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

  /** Refuses a write into a locked cell of a protected sheet. */
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

  /** Queues a data-changed event; it is sent after the answer to the request that caused it. */
  changed(sheet: HostSheet, area: Area, source: ChangeSource, changeType = "RangeEdited"): void {
    const args = { address: formatAddress(area), changeType, source, worksheetId: sheet.id, type: "WorksheetChanged" };
    this.pendingEvents.push(() => {
      for (const session of this.sessions)
        for (const target of [sheet.id, wholeWorkbook]) session.notify(10, target, args);
    });
  }

  /** Queues the event that a table was made, or is gone; as in Excel it tells no name of a new one. */
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

  /** Forgets what is still to be told of: nobody hears of it. */
  dropEvents(): void {
    this.pendingEvents.length = 0;
  }

  flushEvents(): void {
    if (this.turns.between) return;
    const events = this.pendingEvents.splice(0);
    for (const send of events) send();
  }
}
