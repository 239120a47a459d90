import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { findProgram } from "../../test/tools/programs";
import { openApart, startChromium } from "../site/apart";
import { firstLoad } from "../site/first-load.mjs";
import type { Figure } from "./index";
import { median, rounded } from "./measure";
import { repeated } from "./read";
import { seedText } from "./seed";

const root = join(__dirname, "..", "..");
const site = join(root, "dist");
const template = join(root, ".cache", "template");
/** So many times slower than this machine, as an office's computer may be. */
const slowDown = 4;
const runs = 7;
/** A page that shows nothing for so long, in ms, is broken, not slow. */
const longestWait = 120_000;
/** Copies of the bundled plan's tasks in the plan that the pane works on: 3,400 of them. */
const copies = 100;

function build(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" });
  if (status !== 0) throw new Error(`${args.join(" ")} failed`);
}

/** Bytes of everything in a folder. */
const sizeOf = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => sum + (entry.isDirectory() ? sizeOf(join(folder, entry.name)) : statSync(join(folder, entry.name)).size), 0);

/** Tells from within the page when its first control was on the screen and the page free to answer. */
function noteReady(): void {
  const look = (): void => {
    if (document.querySelector("#root button, #root [role=tab]")) {
      // A frame later it is drawn; a task after that nothing stands before a press.
      requestAnimationFrame(() => setTimeout(() => (window as unknown as { tellReady(ms: number): void }).tellReady(performance.now())));
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Notes in the page every task over 50 ms. The page is the pane alone; Excel stands in another process. */
function noteBlocks(): void {
  const blocks: number[] = [];
  Object.assign(window, { blocks });
  new PerformanceObserver((list) => blocks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask", buffered: true });
}

async function readyMs(browser: Browser, folder: string): Promise<number> {
  let tell: (ms: number) => void;
  const ready = new Promise<number>((resolve) => (tell = resolve));
  const opened = await openApart(browser, {
    folder,
    hash: "#page=home",
    prepare: async (page) => {
      await page.exposeFunction("tellReady", (ms: number) => tell(ms));
      await page.addInitScript(noteReady);
      const session = await page.context().newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: slowDown });
    },
  });
  const late = setTimeout(() => tell(NaN), longestWait);
  const ms = await ready;
  clearTimeout(late);
  const said = opened.complaints.join("; ");
  await opened.close();
  if (Number.isNaN(ms)) throw new Error(`no control in the pane after ${longestWait / 1000} s: ${said}`);
  return ms;
}

/** The longest task since the last call, in ms. */
const longestBlock = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    // What was observed last may not have been told yet.
    await new Promise((resolve) => setTimeout(resolve, 200));
    return Math.round(Math.max(0, ...(window as unknown as { blocks: number[] }).blocks.splice(0)));
  });

/** What the pane does with a plan of 3,400 tasks, step by step, with the longest task of each. */
async function blocksAtWork(browser: Browser): Promise<Map<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), "plan-"));
  const file = join(folder, "大方案.txt");
  writeFileSync(file, repeated(seedText(), copies));
  const { page, close } = await openApart(browser, { hash: "#page=home", prepare: (opened) => opened.addInitScript(noteBlocks) });
  page.setDefaultTimeout(900_000);
  const steps = new Map<string, number>();
  const step = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    await work();
    steps.set(name, await longestBlock(page));
    process.stderr.write(`  longest task, ${name}: ${steps.get(name)} ms\n`);
  };
  try {
    await step("start", async () => {
      await page.locator("#tab-plan").click();
      await page.getByText(/^当前方案：/).waitFor();
    });
    await step("open the file", async () => {
      await page.getByLabel("选择方案文件").setInputFiles(file);
      await page.getByText("当前方案：大方案.txt").waitFor();
    });
    await step("list of questions", async () => {
      await page.locator("#part-check").click();
      await page.locator("main :is(h1, h2, button):visible").first().waitFor();
    });
    await step("generate", async () => {
      await page.locator("#tab-matrix").click();
      await page.locator("#part-generate").click();
      await page.getByRole("button", { name: "生成责任矩阵" }).click();
      await page.getByText("已生成责任矩阵").waitFor();
    });
    await step("what a sync would change", async () => {
      await page.locator("#part-sync").click();
      await page.getByText(/^表格依据/).first().waitFor();
    });
    await step("start page", async () => {
      await page.locator("#tab-home").click();
      await page.locator("main ol").waitFor();
      await page.locator("main [role=progressbar]").waitFor({ state: "detached" });
    });
    await step("forms", async () => {
      await page.locator("#tab-reporting").click();
      await page.getByRole("button", { name: "下载全部填报表（.zip）" }).waitFor();
    });
    await step("making forms", async () => {
      await page.getByRole("button", { name: "下载全部填报表（.zip）" }).click();
      // Each is a file of hundreds of rows; the first of them shows what they do to the page.
      await page.getByText(/^正在生成 1 \//).waitFor();
      await page.getByRole("button", { name: "取消" }).click();
      await page.getByText("已取消").waitFor();
    });
    await step("overview", async () => {
      await page.locator("#tab-check").click();
      await page.locator("#part-shortfalls").waitFor();
      await page.locator("main [role=progressbar]").waitFor({ state: "detached" });
    });
    await step("shortfalls", async () => {
      await page.locator("#part-shortfalls").click();
      await page.locator("main [role=progressbar]").waitFor({ state: "detached" });
    });
    await step("report", async () => {
      await page.locator("#tab-report").click();
      const written = page.waitForEvent("download");
      await page.getByRole("button", { name: "下载报告（.docx）" }).click();
      await written;
    });
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
  return steps;
}

/** The pane in Chromium: what it weighs, how soon it is there, how long it holds up what is pressed. */
export async function measurePane(): Promise<Figure[]> {
  const chromium = findProgram("Chromium");
  if (!chromium) {
    process.stderr.write("SKIPPED: pane.* and site.* need Chromium, not installed here\n");
    return [];
  }
  build(process.execPath, ["scripts/build.mjs", "--preview"]);
  build("npx", ["webpack", "--mode", "production", "--stats", "errors-only", "--env", "template"]);
  const browser = await startChromium(chromium);
  try {
    // One after the other, so that a busy moment of the machine meets both.
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let run = 0; run < runs; run++) {
      ours.push(await readyMs(browser, site));
      theirs.push(await readyMs(browser, template));
      process.stderr.write(`  ready: ${Math.round(ours[run]!)} ms, template ${Math.round(theirs[run]!)} ms\n`);
    }
    const steps = await blocksAtWork(browser);
    const [worst, longest] = [...steps].sort(([, a], [, b]) => b - a)[0]!;
    return [
      { key: "pane.gzipKB", value: firstLoad(site, "taskpane.html").gzipKB, meaning: "scripts that the pane's page names, gzip, in KB of 1,000 bytes; Office.js apart" },
      { key: "pane.readyMs", value: Math.round(median(ours)), meaning: `from navigation to the first tab, drawn and free, at a ${slowDown} times slower CPU; Office.js included` },
      { key: "pane.templateReadyMs", value: Math.round(median(theirs)), meaning: "the same for a plain React and Fluent UI page with the template's contents" },
      { key: "pane.longestBlockMs", value: longest, meaning: `longest task of the pane's own page with 3,400 tasks (${worst}); Excel stands in another process` },
      { key: "site.selfMB", value: rounded(sizeOf(site) / 1e6, 3), meaning: "the whole site with Office.js in it, in MB" },
    ];
  } finally {
    await browser.close();
  }
}
