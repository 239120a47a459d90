import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { findProgram } from "../../test/tools/programs";
import { openPanePage, startChromium } from "../site/pane-page";
import { preview as site } from "../site/folders.cjs";
import { firstLoad } from "../site/first-load.mjs";
import type { Figure } from "./index";
import { median, rounded } from "./measure";
import { blocksAtWork } from "./pane-work";

const root = join(__dirname, "..", "..");
const template = join(root, ".cache", "template");
/** How many times slower an office's computer may be than this machine. */
const slowDown = 4;
const runs = 7;
/** A page that shows nothing for this long, in ms, is broken, not slow. */
const longestWait = 120_000;

function build(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`${args.join(" ")} failed`);
}

/** The total size of a folder, in bytes. */
const sizeOf = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true }).reduce(
    (sum, entry) =>
      sum + (entry.isDirectory() ? sizeOf(join(folder, entry.name)) : statSync(join(folder, entry.name)).size),
    0,
  );

/** Measures in the page when its first control was visible and the page was responsive. */
function noteReady(): void {
  const look = (): void => {
    if (document.querySelector("#root button, #root [role=tab]")) {
      // It is drawn one frame later; a task after that, the page can react to a click.
      requestAnimationFrame(() =>
        setTimeout(() => (window as unknown as { tellReady(ms: number): void }).tellReady(performance.now())),
      );
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function readyMs(browser: Browser, folder: string): Promise<number> {
  let tell: (ms: number) => void;
  const ready = new Promise<number>((resolve) => (tell = resolve));
  const opened = await openPanePage(browser, {
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

/** Measures the pane in Chromium: its size, its start-up time, and how long it delays clicks. */
export async function measurePane(): Promise<Figure[]> {
  const chromium = findProgram("Chromium");
  if (!chromium) {
    process.stderr.write("SKIPPED: pane.* and site.* need Chromium, not installed here\n");
    return [];
  }
  build(process.execPath, ["scripts/build.mjs", "--quick"]);
  build("npx", ["webpack", "--mode", "production", "--stats", "errors-only", "--env", "template"]);
  const browser = await startChromium(chromium);
  try {
    // Alternating, so that a busy moment of the machine affects both.
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
      {
        key: "pane.gzipKB",
        value: firstLoad(site, "taskpane.html").gzipKB,
        meaning: "scripts that the pane's page names, gzip, in KB of 1,000 bytes; Office.js apart",
      },
      {
        key: "pane.readyMs",
        value: Math.round(median(ours)),
        meaning: `from navigation to the first tab, drawn and free, at a ${slowDown} times slower CPU; Office.js included`,
      },
      {
        key: "pane.templateReadyMs",
        value: Math.round(median(theirs)),
        meaning: "the same for a plain React and Fluent UI page with the template's contents",
      },
      {
        key: "pane.longestBlockMs",
        value: longest,
        meaning: `longest task of the pane's own page with 3,400 tasks (${worst}); Excel stands in another process`,
      },
      {
        key: "site.selfMB",
        value: rounded((sizeOf(site) - sizeOf(join(site, "web"))) / 1e6, 3),
        meaning: "the add-in's part of the site with Office.js in it, in MB; the web edition's scripts come on top",
      },
    ];
  } finally {
    await browser.close();
  }
}
