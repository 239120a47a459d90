import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { JSDOM } from "jsdom";
import { Session } from "./bridge";
import { headlessGrid } from "./headless";
import { writeCells } from "./cells";
import { cellAt, remoteEditor, type RemoteEditor } from "./remote-editor";
import { isSetSupported } from "./is-set-supported";
import { HostWorkbook } from "./workbook";

export interface HostOptions {
  /** The newest ExcelApi set that `isSetSupported` reports. */
  excelApi?: number;
  /** An .xlsx file to open, instead of a workbook of one empty sheet. */
  file?: Uint8Array;
}

export interface Host {
  /** Microsoft's own namespaces, loaded over the bridge. */
  Excel: typeof Excel;
  Office: typeof Office;
  OfficeExtension: typeof OfficeExtension;
  book: HostWorkbook;
  /** What of the opened file cannot be shown, in Chinese words. It is kept when the workbook is saved. */
  leftOut: string[];
  /** A co-author of the same file. */
  remote: RemoteEditor;
  /** Types a value into a cell as the user does: sends no request, but raises an event. */
  type(address: string, value: string | number | boolean): Promise<void>;
  /**
   * Picks a value from the list of a cell's validation. It raises an event unless the switch `noEventForPicks` is on.
   */
  pick(address: string, value: string): Promise<void>;
  dispose(): void;
}

/** Office.js's Excel script, read once for all hosts of the process. */
let script: string | undefined;
const officeScript = (): string =>
  (script ??= readFileSync(createRequire(__filename).resolve("@microsoft/office-js/dist/excel-web-16.00.js"), "utf8"));

/**
 * An embedded Excel: a workbook, with Microsoft's unmodified proxies connected to it over the bridge. Opening a file is
 * asynchronous.
 * @throws WorkbookFileError if the file cannot be opened
 */
export function openHost(options: HostOptions & { file: Uint8Array }): Promise<Host>;
export function openHost(options?: Omit<HostOptions, "file">): Host;
export function openHost({ excelApi = 1.17, file }: HostOptions = {}): Host | Promise<Host> {
  const book = new HostWorkbook(headlessGrid());
  const host = connect(book, excelApi);
  return file ? filled(host, file) : host;
}

async function filled(host: Host, file: Uint8Array): Promise<Host> {
  try {
    const { openXlsx } = await import("./xlsx/open");
    host.leftOut.push(...(await openXlsx(host.book, file)));
    return host;
  } catch (error) {
    host.dispose();
    throw error;
  }
}

function connect(book: HostWorkbook, excelApi: number): Host {
  const dom = new JSDOM("<!doctype html><html><body></body></html>", {
    url: "https://localhost:3000/taskpane.html",
    runScripts: "outside-only",
  });
  const window = dom.window as unknown as Record<string, unknown> & { eval(code: string): void };
  const bridge = {
    sendMessageToHost: (text: string) => session.receive(text),
    onMessageFromHost: (_text: string): void => undefined,
  };
  const session = new Session(book, (text) => bridge.onMessageFromHost(text));
  book.sessions.add(session);
  window._richApiNativeBridge = bridge;
  window.eval(officeScript());
  const Office = {
    ...(window.Office as object),
    context: {
      get platform() {
        return book.switches.has("noDownloads") ? "Mac" : "PC";
      },
      requirements: {
        isSetSupported: (set: string, version?: string | number) => isSetSupported(book, excelApi, set, version),
      },
    },
  } as unknown as typeof globalThis.Office;
  return {
    Excel: window.Excel as typeof Excel,
    Office,
    OfficeExtension: window.OfficeExtension as typeof OfficeExtension,
    book,
    leftOut: [],
    remote: remoteEditor(book),
    type: (address, value) => book.inTurn(async () => typeInto(book, address, value)),
    pick: (address, value) =>
      book.inTurn(async () => typeInto(book, address, value, book.switches.has("noEventForPicks"))),
    dispose: () => {
      book.sessions.clear();
      book.grid.dispose();
      dom.window.close();
    },
  };
}

async function typeInto(
  book: HostWorkbook,
  address: string,
  value: string | number | boolean,
  unheard = false,
): Promise<void> {
  writeCells(cellAt(address, undefined, book), value, book);
  await book.grid.calculated();
  if (unheard) book.dropEvents();
  book.flushEvents();
}
