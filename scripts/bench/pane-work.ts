import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { filled, linesOf } from "../../test/browser/year-forms";
import { openPanePage } from "../site/pane-page";
import { seedText } from "./seed";

/** The number of copies of the bundled plan's tasks, 3,400 tasks in all. */
const copies = 100;
/** The places that the revision changes, apart from the name of a unit that occurs in many. */
const revised = 30;
/** The number of returned forms, each of some hundred rows. */
const returned = 8;

/** A plan of a hundred parts, and its revision. The parts differ from each other, since no plan repeats itself. */
function plans(): { first: string; next: string } {
  const text = seedText();
  const end = text.indexOf("\n");
  const part = (index: number): string => text.slice(end).replaceAll("。", `，属第${index + 1}片区。`);
  const first = text.slice(0, end) + Array.from({ length: copies }, (_, index) => part(index)).join("");
  let places = 0;
  return {
    first,
    next: first
      .replace(/50名以上/g, (words) => (places++ < revised ? "60名以上" : words))
      .replaceAll("旗气象局", "旗气象和减灾局"),
  };
}

/** Some of the forms in an archive, with every number filled in. */
async function filledForms(archive: string, folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(archive))).slice(0, returned)) {
    const asked = (await linesOf(bytes)).filter(({ asks }) => asks === "number");
    const path = join(folder, name);
    writeFileSync(
      path,
      await filled(bytes, Object.fromEntries(asked.map(({ indicator }, index) => [indicator, 1 + (index % 90)]))),
    );
    paths.push(path);
  }
  return paths;
}

/** Records in the page every task over 50 ms. The page contains only the pane; Excel is in another process. */
export function noteBlocks(): void {
  const blocks: number[] = [];
  Object.assign(window, { blocks });
  new PerformanceObserver((list) => blocks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: "longtask",
    buffered: true,
  });
}

/** The longest task since the last call, in ms; 0 if none took 50. */
export const longestBlock = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    // The last observations may not have been delivered yet.
    await new Promise((resolve) => setTimeout(resolve, 200));
    return Math.round(Math.max(0, ...(window as unknown as { blocks: number[] }).blocks.splice(0)));
  });

/** Goes through a year in the pane with a plan of 3,400 tasks, and measures the longest task of each step. */
export async function blocksAtWork(browser: Browser): Promise<Map<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), "plan-"));
  const { page, close } = await openPanePage(browser, {
    hash: "#page=home",
    prepare: (opened) => opened.addInitScript(noteBlocks),
  });
  page.setDefaultTimeout(900_000);
  const steps = new Map<string, number>();
  const step = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    await work();
    steps.set(name, await longestBlock(page));
    process.stderr.write(`  longest task, ${name}: ${steps.get(name)} ms\n`);
  };
  const press = (name: string | RegExp): Promise<void> => page.getByRole("button", { name }).click();
  const isDone = (): Promise<void> => page.locator("main [role=progressbar]").waitFor({ state: "detached" });
  const open = async (name: string, text: string): Promise<void> => {
    writeFileSync(join(folder, name), text);
    await page.getByLabel("选择方案文件").setInputFiles(join(folder, name));
    await page.getByText(`当前方案：${name}`).waitFor();
  };
  const { first, next } = plans();
  let archive = "";
  try {
    await step("start", async () => {
      await page.locator("#tab-plan").click();
      await page.getByText("把方案文件拖到这里").waitFor();
    });
    await step("open the plan", () => open("大方案.txt", first));
    await step("list of findings", async () => {
      await press(/^校核/);
      await page.locator("main li button").first().waitFor();
    });
    await step("a place in the text", async () => {
      await page.locator("main li button").last().click();
      await page.locator("mark").waitFor();
      await press("返回");
    });
    await step("list of questions", async () => {
      await page.locator("#part-check").click();
      await page.locator("main :is(h1, h2, button):visible").first().waitFor();
    });
    await step("generate", async () => {
      await page.locator("#tab-matrix").click();
      await page.locator("#part-generate").click();
      await press("生成责任矩阵");
      await page.getByText("已生成责任矩阵").waitFor();
    });
    await step("open the revision", async () => {
      await page.locator("#tab-plan").click();
      await open("大方案（修订）.txt", next);
    });
    await step("what a sync would change", async () => {
      await page.locator("#tab-matrix").click();
      await page.locator("#part-sync").click();
      await page.getByRole("button", { name: /^同步 \d+ 项/ }).waitFor();
    });
    await step("sync", async () => {
      await press(/^同步 \d+ 项/);
      await page
        .getByText(/^已同步/)
        .first()
        .waitFor();
    });
    await step("undo", async () => {
      await press("撤销");
      await page
        .getByText(/^已撤销/)
        .first()
        .waitFor();
    });
    await step("start page", async () => {
      await page.locator("#tab-home").click();
      await page.locator("main ol").waitFor();
      await isDone();
    });
    await step("making forms", async () => {
      await page.locator("#tab-reporting").click();
      const written = page.waitForEvent("download");
      await press("下载全部填报表（.zip）");
      archive = await (await written).path();
    });
    const forms = await filledForms(archive, folder);
    await step("reading returned forms", async () => {
      await page.locator("#part-collect").click();
      await page.getByLabel("交回的填报表").setInputFiles(forms);
      await page.getByRole("button", { name: /^收入 \d+ 份/ }).waitFor();
    });
    await step("taking them in", async () => {
      await press(/^收入 \d+ 份/);
      await page.getByText(/^已收入/).waitFor();
    });
    await step("overview", async () => {
      await page.locator("#tab-check").click();
      await page.locator("#part-shortfalls").waitFor();
      await isDone();
    });
    for (const part of ["shortfalls", "entries", "units"]) {
      await step(part, async () => {
        await page.locator(`#part-${part}`).click();
        await isDone();
      });
    }
    await step("report", async () => {
      await page.locator("#tab-report").click();
      const written = page.waitForEvent("download");
      await press("下载报告（.docx）");
      await written;
    });
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
  return steps;
}
