import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { Session } from "../../src/host/bridge";
import { headlessGrid } from "../../src/host/headless";
import { HostWorkbook } from "../../src/host/workbook";
import { isFile, pathOf, send } from "./serve.mjs";

const root = join(__dirname, "..", "..");

/** A page of a built site in Chromium, talking to an embedded Excel in another process: as in Excel itself. */
export interface ApartPage {
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
  /** A place in the pane, as the ribbon's buttons name one; without it, who opens the pane for the first time is greeted. */
  hash?: string;
  /** The newest minor version of ExcelApi 1 that Excel admits to. */
  excelApi?: number;
  context?: BrowserContextOptions;
  /** Where the page stands before it is opened. */
  prepare?: (page: Page) => Promise<unknown>;
}

/** Serves a folder as its web server would, but for Office.js, which is the stand-in of the preview. */
function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = pathOf(request.url!);
    const file = path === "officejs/office.js" ? join(root, "dist-preview", "office-stub.js") : [folder, join(root, "dist")].map((base) => join(base, path)).find(isFile);
    if (file) send(response, file);
    else response.writeHead(404).end();
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** What the stand-in for Office.js finds around itself; `toExcel` leads out of the browser. */
function surround(newest: number): void {
  const seen: string[] = [];
  const toExcel = (window as unknown as { toExcel(text: string): void }).toExcel;
  const bridge = { sendMessageToHost: (text: string): void => void toExcel(text), onMessageFromHost: (_text: string): void => undefined };
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => seen.push(`${effectiveDirective} ${blockedURI} ${sample}`));
  Object.assign(window, {
    excelBridge: bridge,
    seenViolations: seen,
    responsibilityMatrixHost: {
      connect: () => bridge,
      isSetSupported: (set: string, version = "1.1") => set === "ExcelApi" && Number(version.split(".")[1]) <= newest,
      displayDialog: () => undefined,
    },
  });
}

/** Starts Chromium; many pages may be opened in one. */
export const startChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"] });

/** Opens `taskpane.html` of a built site; a preview must have been built too, for its stand-in. */
export async function openApart(browser: Browser, { folder = join(root, "dist"), hash = "", excelApi = 17, context, prepare }: ApartOptions = {}): Promise<ApartPage> {
  const server = await serve(folder);
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const opened = await browser.newContext({ locale: "zh-CN", viewport: { width: 350, height: 900 }, acceptDownloads: true, ...context });
  const page = await opened.newPage();
  const book = new HostWorkbook(headlessGrid());
  const session = new Session(book, (text) => void page.evaluate((answer) => (window as unknown as { excelBridge: { onMessageFromHost(text: string): void } }).excelBridge.onMessageFromHost(answer), text).catch(() => undefined));
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
  await page.exposeFunction("toExcel", (text: string) => session.receive(text));
  // tsx wraps functions in a helper that it does not send along with them.
  await page.addInitScript("globalThis.__name = (work) => work");
  await page.addInitScript(surround, excelApi);
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
