import { ICommandService } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/lib/facade";
import { parseAddress } from "./areas";
import { pagePauses, pauseWhileCalculating } from "./page-pauses";
import { Session } from "./bridge";
import { followGridEdits } from "./grid-edits";
import { Grid } from "./grid";
import { supported } from "./requirement-sets";
import { HostWorkbook } from "./workbook";
import { univerMirror, type UniverMirror } from "./univer-mirror";

export interface BrowserHost {
  book: HostWorkbook;
  /** What a frame's stand-in for Office.js takes as its bridge. */
  connect(frame: Window): { sendMessageToHost(text: string): void; onMessageFromHost(text: string): void };
  isSetSupported(set: string, version?: string): boolean;
  /** As `Office.context.platform` has it. */
  platform(): "PC" | "Mac";
}

/**
 * Within this time, ms, nearly every request is over; what is typed meanwhile counts like a co-author's edit. In a
 * longer one the grid takes no keys.
 */
const lockedAfter = 2_000;

/** An embedded Excel around a workbook that Univer shows on this page; each frame of the page is one add-in runtime. */
export function openBrowserHost(univer: FUniver, excelApi = 1.17): BrowserHost {
  const book = new HostWorkbook(new Grid(univer));
  book.grid.isShown = true;
  const pauseForPage = pagePauses();
  book.pauseForPage = () => {
    const pause = pauseForPage();
    if (pause && book.writingSince !== undefined && performance.now() - book.writingSince > lockedAfter)
      book.onPaused();
    return pause;
  };
  pauseWhileCalculating(book.grid, book.pauseForPage);
  const mirror = univerMirror(book);
  book.mirror = mirror;
  watchEdits(book);
  followGridEdits(book);
  watchChanges(book, mirror);
  const selection = watchSelection(book);
  return {
    book,
    platform: () => (book.switches.has("noDownloads") ? "Mac" : "PC"),
    isSetSupported: (set, version) => supported(book, excelApi, set, version),
    connect: (frame) => {
      const bridge = {
        sendMessageToHost: (text: string) => {
          selection.look();
          session.receive(text);
        },
        onMessageFromHost: (_text: string): void => undefined,
      };
      const session = new Session(book, (text) => bridge.onMessageFromHost(text));
      book.sessions.add(session);
      frame.addEventListener("pagehide", () => book.sessions.delete(session));
      return bridge;
    },
  };
}

/** What the person does in the grid reaches the add-in as events; what the add-in did itself has been told already. */
function watchEdits(book: HostWorkbook): void {
  const { univer } = book.grid;
  univer.addEvent(
    univer.Event.SheetValueChanged,
    (event: { effectedRanges?: { getSheetId(): string; getA1Notation(): string }[] }) => {
      if (book.grid.writing) return;
      for (const range of event.effectedRanges ?? []) {
        book.changed(book.sheet(range.getSheetId()), parseAddress(range.getA1Notation().replace(/^.*!/, "")), "Local");
      }
      book.grid.noteFormulas();
      book.flushEvents();
    },
  );
}

/** Univer's type of a command that changes the workbook itself (CommandType.MUTATION, a const enum). */
const mutation = 2;
/** Of them, what Univer does by itself: results of formulas, heights that follow the text. */
const byItself = /formula|auto-height/;

/** Everything the person does in the grid that a file would hold: values, looks, rows, sheets. */
function watchChanges(book: HostWorkbook, mirror: UniverMirror): void {
  const commands = book.grid.univer._injector.get(ICommandService) as ICommandService;
  const workbookId = book.grid.workbook.getId();
  commands.onCommandExecuted(({ id, type, params }, options) => {
    const isOurs = book.grid.writing || options?.onlyLocal || options?.fromFormula;
    // What is typed into a cell is a document of its own until it is in the cell.
    const isOfWorkbook = (params as { unitId?: string } | undefined)?.unitId === workbookId;
    if (type === mutation && isOfWorkbook && !isOurs && !mirror.isShowing && !byItself.test(id)) book.onChange();
  });
}

/**
 * After a file was opened into the workbook: Univer shows what the host keeps beside the grid, and the first cell that
 * can be seen is selected.
 */
export function showOpened(book: HostWorkbook): void {
  for (const sheet of book.allSheets) {
    book.mirror.conditionalFormats(sheet);
    book.mirror.validations(sheet);
  }
  const core = book.grid.sheet(book.activeSheet.id).getSheet();
  const first = (count: number, isSeen: (index: number) => boolean): number =>
    Math.max(0, Array.from({ length: count }, (_, index) => index).findIndex(isSeen));
  const row = first(core.getRowCount(), (index) => core.getRowVisible(index));
  const column = first(core.getColumnCount(), (index) => core.getColVisible(index));
  book.grid.quietly(() => book.grid.sheet(book.activeSheet.id).getRange(row, column).activate());
}

/** What is selected. The grid tells of it only some seconds after it is drawn; until it has, `look` asks it. */
function watchSelection(book: HostWorkbook): { look: () => void } {
  const { univer } = book.grid;
  let hasTold = false;
  const take = (sheetId: string, { startRow, endRow, startColumn, endColumn }: Selected): void => {
    book.selection = {
      sheet: book.sheet(sheetId),
      area: { row: startRow, column: startColumn, rows: endRow - startRow + 1, columns: endColumn - startColumn + 1 },
    };
  };
  univer.addEvent(
    univer.Event.SelectionChanged,
    (event: { worksheet: { getSheetId(): string }; selections: Selected[] }) => {
      const [first] = event.selections;
      if (!first) return;
      hasTold = true;
      take(event.worksheet.getSheetId(), first);
      book.selected();
      book.flushEvents();
    },
  );
  return {
    look: () => {
      const active = univer.getActiveWorkbook()?.getActiveRange();
      if (!hasTold && active) take(active.getSheetId(), active.getRange());
    },
  };
}

interface Selected {
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
}
