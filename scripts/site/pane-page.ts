import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { Session } from "../../src/host/bridge";
import { headlessGrid } from "../../src/host/headless";
import { HostWorkbook } from "../../src/host/workbook";
import { preview } from "./folders.cjs";
import { isFile, pathOf, send } from "./serve.mjs";

/** A page of a built site in Chromium, connected to an embedded Excel in another process, as in real Excel. */
export interface PanePage {
  page: Page;
  book: HostWorkbook;
  /** Violations of the page's content security policy: directive, blocked address, a sample. */
  violations(): Promise<string[]>;
  /** Requested addresses of other hosts; these requests are blocked. */
  foreign: string[];
  /** Console messages of level warning or error, and uncaught errors. */
  complaints: string[];
  close(): Promise<void>;
}

interface ApartOptions {
  /** A built site's folder. */
  folder?: string;
  /**
   * The page of the pane to open, as the ribbon's buttons name it. Without it, a first-time user sees the welcome page.
   */
  hash?: string;
  /** The newest minor version of ExcelApi 1 that this Excel supports. */
  excelApi?: number;
  context?: BrowserContextOptions;
  /** Prepares the page before it is opened. */
  prepare?: (page: Page) => Promise<unknown>;
}

/**
 * The path for messages between page and Excel. They are requests, so that handling them is a task of the page's own:
 * tasks of the debugger are invisible to observers.
 */
const talkPath = "excel";

/** Messages from and to Excel. */
class Talk {
  private readonly waiting: string[] = [];
  private listener: ServerResponse | undefined;
  /** Sends a message to Excel. */
  toExcel: (text: string) => void = () => undefined;

  /** Sends a message to the page: at once if it is waiting, otherwise when it asks. */
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

/** Serves a folder as its web server would, except for Office.js, which is the stand-in of the web edition. */
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

/**
 * The host that the stand-in for Office.js finds in its window; its messages leave the browser as requests to `excel`.
 */
function surround({ newest, path }: { newest: number; path: string }): void {
  const seen: string[] = [];
  let said: Promise<unknown> = Promise.resolve();
  // One after the other, in order. After the page is closed, nobody receives them.
  const sendMessageToHost = (text: string): void =>
    void (said = said.then(() => fetch(path, { method: "POST", body: text })).catch(() => undefined));
  const bridge = { sendMessageToHost, onMessageFromHost: (_text: string): void => undefined };
  const listen = (): Promise<void> =>
    fetch(path)
      .then((answer) => answer.text())
      .then((text) => {
        // In a task of its own: errors in handling the answer must not reject this promise.
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

/** The arguments for starting Chromium. */
export const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
];

/** Starts Chromium, in which many pages can be opened. */
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
  // tsx wraps functions with a helper that is not sent to the page with them.
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
