import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { chromium, type BrowserContext, type FrameLocator, type Page } from "playwright-core";
import { chromiumArguments } from "../../scripts/site/pane-page";
import { preview } from "../../scripts/site/folders.cjs";
import { describeWith, findProgram } from "../tools/programs";
import { buildPreview, root } from "./build-preview";
import { officeWorkbook } from "./office-workbook";
import { serveSite } from "./preview-page";

const images = join(root, "docs", "images");
const long = { timeout: 60_000 };
const laptop = { width: 1366, height: 768 };

const plan = [
  "云溪县全民阅读实施方案（2024—2027年）",
  "一、重点任务",
  "1.办好读书月。每年举办读书活动10场以上，覆盖所有乡镇。（牵头单位：县文化和旅游局；责任单位：县教育局、县财政局）",
  "2.建设城市书房。到2027年建成城市书房6个。（牵头单位：县住房和城乡建设局；责任单位：县财政局）",
].join("\n");

/**
 * The results of the browser's file dialogs: files in the browser's own file system, behind real handles, which are
 * written like those on a disk.
 */
function answerDialogs(): void {
  const folder = (): Promise<FileSystemDirectoryHandle> => navigator.storage.getDirectory();
  window.showOpenFilePicker = async () => [await (await folder()).getFileHandle("人口.xlsx")];
  window.showSaveFilePicker = async ({ suggestedName }) =>
    (await folder()).getFileHandle(`另存 ${suggestedName}`, { create: true });
}

describeWith(["Chromium", "LibreOffice"], "the web edition", () => {
  const folder = mkdtempSync(join(tmpdir(), "web-"));
  const served = join(folder, "site");
  let context: BrowserContext;
  let site: { address: string; stop: () => void };
  let page: Page;
  let pane: FrameLocator;
  const complaints: string[] = [];
  const opened = readFileSync(officeWorkbook(folder, "人口.xlsx"));

  /** With a profile on the disk, as a user's browser has one. */
  async function startBrowser(): Promise<void> {
    context = await chromium.launchPersistentContext(join(folder, "profile"), {
      executablePath: findProgram("Chromium")!,
      args: chromiumArguments,
      viewport: laptop,
      locale: "zh-CN",
      acceptDownloads: true,
    });
    await context.addInitScript(answerDialogs);
    await use(await newPage());
  }
  /** Kills the whole browser, so that nothing is asked or tidied up. */
  async function crash(): Promise<void> {
    const session = await context.newCDPSession(page);
    const closed = new Promise((resolve) => context.once("close", resolve));
    await Promise.race([session.send("Browser.crash").catch(() => undefined), closed]);
    await closed;
  }

  const state = (of = page): Promise<string> => of.locator("#file-state").innerText();
  const stateIs = (words: string | RegExp, of = page): Promise<void> =>
    of.locator("#file-state").getByText(words).waitFor(long);
  const notice = (words: string | RegExp, of = page) => of.locator(".notice", { hasText: words });
  const isLoaded = async (of = page): Promise<void> =>
    of.frameLocator("#pane").locator("main, button").first().waitFor(long);
  async function newPage(): Promise<Page> {
    const made = await context.newPage();
    made.on("console", (message) => {
      if (["warning", "error"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
    });
    made.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
    await made.goto(site.address);
    await isLoaded(made);
    return made;
  }
  async function use(next: Page): Promise<void> {
    page = next;
    pane = page.frameLocator("#pane");
  }
  /** Puts a file into the folder that the dialogs use, as another program would. */
  const putFile = (name: string, bytes: Uint8Array): Promise<void> =>
    page.evaluate(
      async ([file, content]) => {
        const handle = await (await navigator.storage.getDirectory()).getFileHandle(file, { create: true });
        const stream = await handle.createWritable();
        await stream.write(new Uint8Array(content));
        await stream.close();
      },
      [name, [...bytes]] as const,
    );
  const getFile = async (name: string): Promise<Uint8Array> =>
    new Uint8Array(
      await page.evaluate(async (file) => {
        const handle = await (await navigator.storage.getDirectory()).getFileHandle(file);
        return [...new Uint8Array(await (await handle.getFile()).arrayBuffer())];
      }, name),
    );
  async function cellOf(bytes: Uint8Array, sheet: string, words: string, header: string): Promise<unknown> {
    const file = new ExcelJS.Workbook();
    await file.xlsx.load(bytes as unknown as ArrayBuffer);
    const rows = file.getWorksheet(sheet)!.getSheetValues() as unknown[][];
    const headers = rows.find((row) => row?.includes("任务") && row.includes("状态"))!;
    return rows.find((row) => row?.some((value) => String(value).includes(words)))![headers.indexOf(header)];
  }
  /** Types into the sheet with the keyboard, as a person does. */
  async function type(header: string, words: string, value: string, leave = true): Promise<void> {
    await page.evaluate(
      ([column, task]) => {
        const sheet = window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook().getSheetByName("责任矩阵");
        window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook().setActiveSheet(sheet);
        const values = sheet.getDataRange().getValues() as unknown[][];
        const headers = values.find((row) => row.includes("任务") && row.includes("状态"))!;
        sheet
          .getRange(
            values.findIndex((row) => row.some((cell) => String(cell ?? "").includes(task))),
            headers.indexOf(column),
          )
          .activate();
      },
      [header, words] as const,
    );
    await page.waitForTimeout(300);
    await page.locator("[id^=univer-sheet-main-canvas]").focus();
    await page.keyboard.type(value);
    if (leave) await page.keyboard.press("Enter");
  }

  beforeAll(async () => {
    buildPreview();
    cpSync(preview, served, { recursive: true });
    site = await serveSite(served);
    await startBrowser();
  }, 400_000);
  afterAll(async () => {
    await context?.close();
    site?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("begins with an empty workbook, of which nothing is unsaved, also when a plan is only read", async () => {
    expect(await page.title()).toBe("新工作簿 - 责任矩阵");
    await pane.getByRole("button", { name: "跳过" }).click(long);
    await page.waitForTimeout(500);
    expect(await state()).toBe("空白，没有改动");
  }, 60_000);

  it("opens a workbook of the office's own, and names what of it cannot be seen here", async () => {
    await putFile("人口.xlsx", opened);
    await Promise.all([page.waitForEvent("load", long), page.getByRole("button", { name: "打开…" }).click()]);
    await stateIs("没有改动");
    expect(await page.title()).toBe("人口.xlsx - 责任矩阵");
    await notice("这个工作簿里还有 1 个图表、1 条批注。这里看不到，保存以后都还在文件里。").waitFor(long);
    await page.waitForTimeout(1_500);
    await page.screenshot({ path: join(images, "web-opened.png") });
    await notice("1 个图表").getByRole("button", { name: "知道了" }).click();
  }, 90_000);

  it("makes the matrix beside the office's sheet, and tells that it is not saved", async () => {
    await pane.locator("#tab-plan").click(long);
    await pane.getByRole("button", { name: "粘贴文字" }).first().click(long);
    await pane.getByRole("textbox").first().fill(plan);
    await pane.getByRole("button", { name: "读取粘贴的文字" }).click();
    await pane.getByText("读取结果").first().waitFor(long);
    await pane.locator("#tab-matrix").click();
    await pane.locator("#part-generate").click(long);
    await pane.getByRole("button", { name: "生成责任矩阵" }).click(long);
    await pane.getByText("已生成责任矩阵").waitFor(long);
    await stateIs("有改动未保存");
    expect(await page.title()).toBe("● 人口.xlsx - 责任矩阵");
  }, 120_000);

  it("has the table follow a row that the person deletes and takes back, and keeps its header", async () => {
    const tableRows = (): Promise<number> =>
      page.evaluate(() => window.responsibilityMatrixHost.book.tables[0]!.area.rows);
    const before = await tableRows();
    const remove = (words: string): Promise<unknown> =>
      page.evaluate((word) => {
        const { univer } = window.responsibilityMatrixHost.book.grid;
        const sheet = univer.getActiveWorkbook().getSheetByName("责任矩阵");
        const row = (sheet.getDataRange().getValues() as unknown[][]).findIndex((line) =>
          line.some((cell) => String(cell ?? "").includes(word)),
        );
        const range = { startRow: row, endRow: row, startColumn: 0, endColumn: 20 };
        return univer
          .executeCommand("sheet.command.remove-row", {
            unitId: univer.getActiveWorkbook().getId(),
            subUnitId: sheet.getSheetId(),
            range,
          })
          .catch(() => undefined);
      }, words);
    await remove("读书月");
    await expect(tableRows()).resolves.toBe(before - 1);
    await page.locator("[id^=univer-sheet-main-canvas]").focus();
    await page.keyboard.press("Control+z");
    await page.waitForFunction(
      (rows) => window.responsibilityMatrixHost.book.tables[0]!.area.rows === rows,
      before,
      long,
    );
    await remove("状态");
    await notice("表头行不能删除").waitFor(long);
    await expect(tableRows()).resolves.toBe(before);
    await notice("表头行不能删除").getByRole("button").click();
  }, 60_000);

  it("saves into the same file, with what is still being typed", async () => {
    await type("备注", "城市书房", "已选址", false);
    await page.keyboard.press("Control+s");
    await stateIs(/^已保存 \d\d:\d\d$/);
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(images, "web-saved.png") });
    const saved = await getFile("人口.xlsx");
    expect(await cellOf(saved, "责任矩阵", "城市书房", "备注")).toBe("已选址");
    expect(await page.title()).toBe("人口.xlsx - 责任矩阵");
  }, 90_000);

  it("keeps in the file the chart, the comment and the filter", async () => {
    const parts = unzipSync(await getFile("人口.xlsx"));
    const before = unzipSync(new Uint8Array(opened));
    const sheets = Object.entries(parts).filter(([path]) => path.startsWith("xl/worksheets/sheet"));
    expect(parts["xl/charts/chart1.xml"]).toEqual(before["xl/charts/chart1.xml"]);
    expect(parts["xl/comments1.xml"]).toEqual(before["xl/comments1.xml"]);
    expect(sheets.some(([, xml]) => strFromU8(xml).includes('<autoFilter ref="A1:B5"'))).toBe(true);
    expect(sheets).toHaveLength(2);
  });

  it("asks before it writes over what somebody else has saved meanwhile", async () => {
    await putFile("人口.xlsx", await getFile("人口.xlsx"));
    await type("备注", "读书月", "四月启动");
    await stateIs("有改动未保存");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await page.getByText("“人口.xlsx”打开以后，被别的程序或别的人改过。").waitFor(long);
    await page.locator("#question").getByRole("button", { name: "另存为…" }).click();
    await stateIs(/^已保存/);
    expect(await page.title()).toBe("另存 人口.xlsx - 责任矩阵");
    expect(await cellOf(await getFile("另存 人口.xlsx"), "责任矩阵", "读书月", "备注")).toBe("四月启动");
    expect(await cellOf(await getFile("人口.xlsx"), "责任矩阵", "读书月", "备注")).not.toBe("四月启动");
  }, 90_000);

  it("tells each of two tabs that they have the same file", async () => {
    const first = page;
    const second = await newPage();
    await use(second);
    await page.getByRole("button", { name: "最近 ▾" }).click();
    await page.screenshot({ path: join(images, "web-recent.png") });
    await Promise.all([
      page.waitForEvent("load", long),
      page.getByRole("menuitem", { name: "另存 人口.xlsx" }).click(),
    ]);
    await notice("“另存 人口.xlsx”在另一个标签页里也开着", second).waitFor(long);
    await notice("“另存 人口.xlsx”在另一个标签页里也开着", first).waitFor(long);
    await isLoaded();
    await type("备注", "读书月", "五月启动");
    await stateIs("有改动未保存");
    await page.keyboard.press("Control+s");
    await stateIs(/^已保存/);
    await notice("刚刚在另一个标签页里保存过", first).waitFor(long);
    await second.close();
    await use(first);
  }, 120_000);

  it("refuses what is no workbook with the reason, and goes on with what is open, changes and all", async () => {
    await type("备注", "城市书房", "已开工");
    await stateIs("有改动未保存");
    await putFile("人口.xlsx", new TextEncoder().encode("乡镇,人口"));
    await page.getByRole("button", { name: "打开…" }).click();
    await page.getByText("“另存 人口.xlsx”有改动还没有保存。").waitFor(long);
    await page.screenshot({ path: join(images, "web-question.png") });
    await Promise.all([
      page.waitForEvent("load", long),
      page.locator("#question").getByRole("button", { name: "不保存" }).click(),
    ]);
    await notice(/“人口.xlsx”：.*文件没有改动.*原来的工作簿还开着。/).waitFor(long);
    await stateIs("有改动未保存");
    expect(
      await page.evaluate(() =>
        JSON.stringify(
          window.responsibilityMatrixHost.book.grid.univer
            .getActiveWorkbook()
            .getSheetByName("责任矩阵")
            .getDataRange()
            .getValues(),
        ),
      ),
    ).toContain("已开工");
  }, 120_000);

  it("offers after a crash what was not saved, and has it open again", async () => {
    await isLoaded();
    await type("备注", "读书月", "崩溃之前");
    // The copy is on the disk some moments after the change.
    await page.waitForTimeout(4_000);
    await crash();
    await startBrowser();
    const offered = notice(/“另存 人口.xlsx”上次有改动没有保存，留有 .* 的副本。/);
    await offered.waitFor(long);
    await page.screenshot({ path: join(images, "web-copy.png") });
    await Promise.all([page.waitForEvent("load", long), offered.getByRole("button", { name: "打开副本" }).click()]);
    await notice("自动留下的副本").waitFor(long);
    await stateIs("有改动未保存");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    const overwrite = page.locator("#question").getByRole("button", { name: "仍然保存" });
    if (
      await overwrite.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => false,
      )
    )
      await overwrite.click();
    await stateIs(/^已保存/);
    expect(await cellOf(await getFile("另存 人口.xlsx"), "责任矩阵", "读书月", "备注")).toBe("崩溃之前");
  }, 180_000);

  it("asks before the page is left with what is not saved", async () => {
    await type("备注", "读书月", "离开之前");
    await stateIs("有改动未保存");
    const asked = page.waitForEvent("dialog", long);
    void page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
    expect(page.isClosed()).toBe(false);
    await stateIs("有改动未保存");
  }, 120_000);

  it("tells of a new version of the site, and carries what is not saved over to it", async () => {
    await page.waitForFunction(
      () => navigator.serviceWorker.ready.then(({ active }) => active?.state === "activated"),
      undefined,
      long,
    );
    const worker = join(served, "service-worker.js");
    const text = readFileSync(worker, "utf8");
    const version = decodeURIComponent(text).match(/"version":"([0-9a-f]{12})"/)![1]!;
    writeFileSync(worker, text.replaceAll(version, "0123456789ab"));
    await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())!.update()));
    await notice("有新版本").waitFor(long);
    await Promise.all([
      page.waitForEvent("load", long),
      notice("有新版本").getByRole("button", { name: "现在刷新" }).click(),
    ]);
    await isLoaded();
    await stateIs("有改动未保存");
    expect(await page.evaluate(() => caches.keys())).toContain("matrix-0123456789ab");
    await page.keyboard.press("Control+s");
    await stateIs(/^已保存/);
    expect(await cellOf(await getFile("另存 人口.xlsx"), "责任矩阵", "读书月", "备注")).toBe("离开之前");
  }, 120_000);

  it("works with the network cut, from opening to saving", async () => {
    await page.waitForFunction(
      () => navigator.serviceWorker.ready.then(({ active }) => active?.state === "activated"),
      undefined,
      long,
    );
    site.stop();
    await page.reload();
    await isLoaded();
    await stateIs("没有改动");
    expect(
      await page.evaluate(() =>
        fetch("manifest.xml").then(
          () => "answered",
          () => "no network",
        ),
      ),
    ).toBe("no network");
    await pane.locator("#tab-check").click(long);
    await pane.locator("#part-shortfalls").waitFor(long);
    await type("备注", "读书月", "断网之后");
    await stateIs("有改动未保存");
    await page.keyboard.press("Control+s");
    await stateIs(/^已保存/);
    expect(await cellOf(await getFile("另存 人口.xlsx"), "责任矩阵", "读书月", "备注")).toBe("断网之后");
  }, 120_000);

  it("opens a file that is dropped on the page", async () => {
    const transfer = await page.evaluateHandle(
      (content) => {
        const dropped = new DataTransfer();
        dropped.items.add(new File([new Uint8Array(content)], "拖来的.xlsx"));
        return dropped;
      },
      [...opened],
    );
    await Promise.all([
      page.waitForEvent("load", long),
      page.locator("#sheet").dispatchEvent("drop", { dataTransfer: transfer }),
    ]);
    await isLoaded();
    await page.locator("#file-name").getByText("拖来的.xlsx").waitFor(long);
    await notice("这个工作簿里还有").waitFor(long);
  }, 120_000);

  it("leaves the console clean but for the network that was cut", () => {
    expect(complaints.filter((line) => !line.includes("net::ERR_"))).toEqual([]);
  });
});
