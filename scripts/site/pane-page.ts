import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { Session } from "../../src/host/bridge";
import { headlessGrid } from "../../src/host/headless";
import { HostWorkbook } from "../../src/host/workbook";
import { preview } from "./folders.cjs";
import { isFile, pathOf, send } from "./serve.mjs";

/** A page of a built site in Chromium, talking to an embedded Excel in another process: as in Excel itself. */
export interface PanePage {
  page: Page;
  book: HostWorkbook;
  /** What the page's policy forbade: directive, what it was about, a sample of it. */
  violations(): Promise<string[]>;
  /** Addresses of other hosts that were asked for; they are not let out. */
  foreign: string[];
  /** Console messages of level warning or error, and uncaught errors. */
  complaints: string[];
  close(): Promise<void>;
}

interface ApartOptions {
  /** A built site's folder. */
  folder?: string;
  /**
   * A place in the pane, as the ribbon's buttons name one; without it, who opens the pane for the first time is
   * greeted.
   */
  hash?: string;
  /** The newest minor version of ExcelApi 1 that Excel admits to. */
  excelApi?: number;
  context?: BrowserContextOptions;
  /** Where the page stands before it is opened. */
  prepare?: (page: Page) => Promise<unknown>;
}

/**
 * Where the page and Excel talk to each other. As requests, so that what arrives is a task of the page's own, and not
 * one of the debugger's, which no observer sees.
 */
const talkPath = "excel";

/** Texts from and to Excel. */
class Talk {
  private readonly waiting: string[] = [];
  private listener: ServerResponse | undefined;
  /** Takes a text to Excel. */
  toExcel: (text: string) => void = () => undefined;

  /** To the page: at once where it listens, else when it asks. */
  tell(text: string): void {
    this.waiting.push(text);
    this.flush();
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    if (request.method === "POST") {
      const pieces: Buffer[] = [];
      request.on("data", (piece: Buffer) => pieces.push(piece));
      request.on("end", () => {
        response.writeHead(204).end();
        this.toExcel(Buffer.concat(pieces).toString("utf8"));
      });
      return;
    }
    this.listener = response;
    this.flush();
  }

  private flush(): void {
    if (!this.listener || this.listener.destroyed || this.waiting.length === 0) return;
    this.listener
      .writeHead(200, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" })
      .end(this.waiting.shift());
    this.listener = undefined;
  }
}

/** Serves a folder as its web server would, but for Office.js, which is the stand-in of the web edition. */
function serve(folder: string, talk: Talk): Promise<Server> {
  const server = createServer((request, response) => {
    const path = pathOf(request.url!);
    if (path === talkPath) return talk.answer(request, response);
    const file =
      path === "officejs/office.js"
        ? join(preview, "office-stub.js")
        : [folder, preview].map((base) => join(base, path)).find(isFile);
    if (file) send(response, file);
    else response.writeHead(404).end();
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** What the stand-in for Office.js finds around itself; requests to `excel` lead out of the browser. */
function surround({ newest, path }: { newest: number; path: string }): void {
  const seen: string[] = [];
  let said: Promise<unknown> = Promise.resolve();
  // One after the other, in order. When the page is closed there is nobody to talk to.
  const sendMessageToHost = (text: string): void =>
    void (said = said.then(() => fetch(path, { method: "POST", body: text })).catch(() => undefined));
  const bridge = { sendMessageToHost, onMessageFromHost: (_text: string): void => undefined };
  const listen = (): Promise<void> =>
    fetch(path)
      .then((answer) => answer.text())
      .then((text) => {
        // Not here: what Excel's answer sets off is no promise of ours.
        setTimeout(() => bridge.onMessageFromHost(text));
        return listen();
      })
      .catch(() => undefined);
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
    seen.push(`${effectiveDirective} ${blockedURI} ${sample}`),
  );
  Object.assign(window, {
    seenViolations: seen,
    responsibilityMatrixHost: {
      connect: () => {
        void listen();
        return bridge;
      },
      isSetSupported: (set: string, version = "1.1") => set === "ExcelApi" && Number(version.split(".")[1]) <= newest,
      platform: () => "PC",
      displayDialog: () => undefined,
    },
  });
}

/** How Chromium is started, wherever it is. */
export const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
];

/** Starts Chromium; many pages may be opened in one. */
export const startChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: chromiumArguments });

/** Opens `taskpane.html` of a built site. */
export async function openPanePage(
  browser: Browser,
  { folder = preview, hash = "", excelApi = 17, context, prepare }: ApartOptions = {},
): Promise<PanePage> {
  const talk = new Talk();
  const server = await serve(folder, talk);
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const opened = await browser.newContext({
    locale: "zh-CN",
    viewport: { width: 350, height: 900 },
    acceptDownloads: true,
    ...context,
  });
  const page = await opened.newPage();
  const book = new HostWorkbook(headlessGrid());
  const session = new Session(book, (text) => talk.tell(text));
  talk.toExcel = (text) => session.receive(text);
  book.sessions.add(session);
  const foreign: string[] = [];
  const complaints: string[] = [];
  await page.route(
    (url) => ["http:", "https:"].includes(url.protocol) && url.origin !== origin,
    (route) => {
      foreign.push(route.request().url());
      return route.abort();
    },
  );
  page.on("console", (message) => {
    if (["warning", "error"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  // tsx wraps functions in a helper that it does not send along with them.
  await page.addInitScript("globalThis.__name = (work) => work");
  await page.addInitScript(surround, { newest: excelApi, path: talkPath });
  await prepare?.(page);
  await page.goto(`${origin}/taskpane.html${hash}`);
  return {
    page,
    book,
    violations: () => page.evaluate(() => (window as unknown as { seenViolations: string[] }).seenViolations),
    foreign,
    complaints,
    close: async () => {
      await opened.close();
      book.sessions.clear();
      book.grid.dispose();
      server.close();
      server.closeAllConnections();
    },
  };
}
