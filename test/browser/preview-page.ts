import type { Browser, FrameLocator, Page } from "playwright-core";
import type { PageKey, PartKey } from "../../src/taskpane/navigation";
import { startChromium } from "../../scripts/site/pane-page";
import { preview } from "../../scripts/site/folders.cjs";
import { findProgram } from "../tools/programs";
import { buildPreview, root } from "./build-preview";

/** The web edition in Chromium; everything that a page may not do is collected as it happens. */
export interface PreviewPage {
  page: Page;
  /** The add-in's pane. */
  pane: FrameLocator;
  /** Console messages of level warning or error, and uncaught errors. */
  complaints: string[];
  /** Requests that left the page's own origin. */
  foreignRequests: string[];
  /** Opens a page of the pane, and one of its parts. */
  to(page: PageKey, part?: PartKey): Promise<void>;
  close(): Promise<void>;
}

/** How the pane begins: for a new user, with no plan open, or with the example chosen. */
export type Beginning = "greeting" | "nothing open" | "example";

/** Builds what is not built yet, serves it and opens it. */
export async function openPreview(
  viewport = { width: 1600, height: 950 },
  beginning: Beginning = "example",
): Promise<PreviewPage> {
  buildPreview();
  const { address, stop } = await serveSite();
  const browser: Browser = await startChromium(findProgram("Chromium")!);
  const page = await browser.newPage({ viewport, locale: "zh-CN", acceptDownloads: true });
  // As in Firefox, since nobody could answer a file dialog. test/browser/web.test.ts has a page with these dialogs.
  await page.addInitScript("delete window.showOpenFilePicker; delete window.showSaveFilePicker");
  const complaints: string[] = [];
  const foreignRequests: string[] = [];
  const origin = new URL(address).origin;
  page.on("console", (message) => {
    if (["warning", "error"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!["blob:", "data:"].includes(url.protocol) && url.origin !== origin) foreignRequests.push(request.url());
  });
  await page.goto(address);
  const pane = page.frameLocator("#pane");
  // A user who has never opened the pane first sees the greeting.
  const skip = pane.getByRole("button", { name: "跳过" });
  await skip.waitFor({ timeout: 60_000 });
  if (beginning === "nothing open") await skip.click();
  if (beginning === "example") {
    await pane.getByRole("button", { name: "用示例方案试一试" }).click();
    await pane.getByText("读出 34 项任务").waitFor({ timeout: 60_000 });
  }
  if (beginning !== "greeting") await pane.getByRole("list", { name: "一年的步骤" }).waitFor({ timeout: 60_000 });
  return {
    page,
    pane,
    complaints,
    foreignRequests,
    to: async (place, part) => {
      await pane.locator(`#tab-${place}`).click();
      if (part) await pane.locator(`#part-${part}`).click({ timeout: 30_000 });
    },
    close: async () => {
      await browser.close();
      stop();
    },
  };
}

/** Serves the built site. A child process, because the server is an ES module, which jest does not load. */
export async function serveSite(folder = preview): Promise<{ address: string; stop: () => void }> {
  const { spawn } = await import("node:child_process");
  const code =
    'import("./scripts/web-server.mjs").then((m) => m.startWebServer(0, process.argv[1])).then(({ address }) => console.log(address))';
  const child = spawn(process.execPath, ["-e", code, folder], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (data: Buffer) => resolve(data.toString().trim()));
    child.once("exit", (status) => reject(new Error(`the web server ended with ${status}`)));
  });
  // So that a suite that fails before it stops the server still ends.
  child.unref();
  child.stdout.destroy();
  process.once("exit", () => void child.kill());
  return { address, stop: () => void child.kill() };
}
