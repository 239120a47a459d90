import { ICommandService } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/lib/facade";
import { parseAddress } from "./areas";
import { pagePauses, pauseWhileCalculating } from "./page-pauses";
import { Session } from "./bridge";
import { followGridEdits } from "./grid-edits";
import { Grid } from "./grid";
import { selectedArea } from "./grid-selection";
import { isSetSupported } from "./is-set-supported";
import { HostWorkbook } from "./workbook";
import { univerMirror, type UniverMirror } from "./univer-mirror";
import { areaOfRange, type UniverRange } from "./univer-range";

export interface BrowserHost {
  book: HostWorkbook;
  /** The bridge for the Office.js stand-in in a frame (`office-stub.ts`). */
  connect(frame: Window): { sendMessageToHost(text: string): void; onMessageFromHost(text: string): void };
  isSetSupported(set: string, version?: string): boolean;
  /** The value of `Office.context.platform`. */
  platform(): "PC" | "Mac";
}

/**
 * Nearly every request ends within this time, ms. What the user types meanwhile counts as a co-author's edit. During a
 * longer request the grid takes no input.
 */
const lockedAfter = 2_000;

/** An embedded Excel for a workbook that Univer shows on this page. Each frame of the page is one add-in runtime. */
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
    isSetSupported: (set, version) => isSetSupported(book, excelApi, set, version),
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

/** Sends the user's edits in the grid to the add-in as events. The add-in's own changes have been sent already. */
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

/** Univer's type of commands that change the workbook itself (CommandType.MUTATION, a const enum). */
const mutation = 2;
/** Commands that Univer runs by itself: results of formulas, heights that follow the text. */
const byItself = /formula|auto-height/;

/** Reports all changes by the user that a file would contain: values, formats, rows, sheets. */
function watchChanges(book: HostWorkbook, mirror: UniverMirror): void {
  const commands = book.grid.univer._injector.get(ICommandService) as ICommandService;
  const workbookId = book.grid.workbook.getId();
  commands.onCommandExecuted(({ id, type, params }, options) => {
    const isOurs = book.grid.writing || options?.onlyLocal || options?.fromFormula;
    // Univer's cell editor is a document of its own until the text is in the cell.
    const isOfWorkbook = (params as { unitId?: string } | undefined)?.unitId === workbookId;
    if (type === mutation && isOfWorkbook && !isOurs && !mirror.isShowing && !byItself.test(id)) book.onChange();
  });
}

/** Shows the host state of a workbook that was just opened, and selects its first visible cell. */
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

/** Follows the selection. The grid reports it only some seconds after it is drawn; until then, `look` asks for it. */
function watchSelection(book: HostWorkbook): { look: () => void } {
  const { univer } = book.grid;
  let hasTold = false;
  univer.addEvent(
    univer.Event.SelectionChanged,
    (event: { worksheet: { getSheetId(): string }; selections: UniverRange[] }) => {
      const [first] = event.selections;
      if (!first) return;
      hasTold = true;
      book.selection = { sheet: book.sheet(event.worksheet.getSheetId()), area: areaOfRange(first) };
      // Where the host itself has moved it, it is where Excel has it without a word.
      if (book.grid.writing) return;
      book.selected();
      book.flushEvents();
    },
  );
  return {
    look: () => {
      const area = hasTold ? undefined : selectedArea(book.grid);
      if (area) book.selection = { sheet: book.activeSheet, area };
    },
  };
}
