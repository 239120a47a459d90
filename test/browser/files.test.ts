import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { FORMATS } from "../../src/documents/plan-files/formats";
import { workbookFile } from "../documents/plan-files/workbook-file";
import { describeWith } from "../tools/programs";
import { PanePages } from "./pane-pages";
import { root } from "./build-preview";
import { openPreview, type PreviewPage } from "./preview-page";
import { head, tasks, title, writeEveryFormat } from "./same-plan";

const images = join(root, "docs", "images");
const long = { timeout: 60_000 };

/** The tasks as listed in the pane. */
const listed = tasks.map(
  ([number, task, lead, responsible]) => `${number} ${task} 牵头：${lead}；责任：${responsible}`,
);

describeWith(["Chromium", "LibreOffice"], "whatever file the clerk has, and the sheet that is open", () => {
  const folder = mkdtempSync(join(tmpdir(), "files-"));
  let preview: PreviewPage;
  let files: string[];

  beforeAll(async () => {
    files = await writeEveryFormat(folder);
    preview = await openPreview({ width: 1300, height: 950 }, "nothing open");
  }, 400_000);
  afterAll(async () => {
    await preview?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Types a table into the sheet, as a clerk does who has it open; each unit is on a line of its own. */
  const fill = (sheet: string, rows: readonly (readonly string[])[], merges: readonly string[] = []): Promise<void> =>
    preview.page.evaluate(
      ([name, lines, areas]) => {
        const book = window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook();
        const item = book.getSheetByName(name) ?? book.insertSheet(name);
        book.setActiveSheet(item);
        item.getRange(0, 0, lines.length, lines[0]!.length).setValues(lines.map((cells) => [...cells]));
        for (const area of areas) item.getRange(area).merge();
        item.setColumnWidths(1, 3, 150);
        item.getRange("A1").activate();
      },
      [sheet, rows, merges] as const,
    );
  const select = async (sheet: string, area: string): Promise<void> => {
    await preview.page.evaluate(
      ([name, address]) => {
        const book = window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook();
        book.setActiveSheet(book.getSheetByName(name));
        book.getSheetByName(name).getRange(address).activate();
      },
      [sheet, area] as const,
    );
    await preview.page.waitForTimeout(300);
  };
  /** Everything in a sheet: cells, formats, merged areas. */
  const snapshot = (sheet: string): Promise<string> =>
    preview.page.evaluate((name) => {
      const { sheets } = window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook().save() as {
        sheets: Record<string, { name: string }>;
      };
      return JSON.stringify(Object.values(sheets).find((one) => one.name === name));
    }, sheet);
  const tasksShown = async (): Promise<string[]> => {
    const { pane } = preview;
    const section = pane.getByRole("button", { name: /^任务（/ });
    if ((await section.getAttribute("aria-expanded")) !== "true") await section.click();
    return (await pane.locator("[class*=fui-AccordionPanel] li").allInnerTexts()).map((text) =>
      text.replace(/\s+/g, " ").trim(),
    );
  };
  const table = [[title, "", "", ""], head, ...tasks.map((row) => row.map((cell) => cell.replaceAll("、", "\n")))];

  it("are of every format that is read", () => {
    const written = new Set<string>(files.map((file) => extname(file)));
    const missing = Object.entries(FORMATS).filter(
      ([, { extensions }]) => extensions.length > 0 && !extensions.some((one) => written.has(one)),
    );
    expect(missing.map(([format]) => format)).toEqual([]);
  });

  it("reads the sheet in front, with its merged cells and lines, and leaves it as it was", async () => {
    const { page, pane } = preview;
    await preview.to("plan");
    await fill("任务分解", table, ["A1:D1"]);
    const before = await snapshot("任务分解");
    await pane.getByRole("button", { name: "从表格读入" }).click();
    await pane.getByText("当前方案：工作表“任务分解”").waitFor(long);
    await pane.getByText("读取了工作表“任务分解”的 A1:D5，共 5 行；这张表没有改动。").waitFor();
    expect(await tasksShown()).toEqual(listed);
    await page.screenshot({ path: join(images, "from-sheet.png") });
    expect(await snapshot("任务分解")).toBe(before);
  }, 90_000);

  it("asks whether the selected range is meant, and reads just that", async () => {
    const { pane } = preview;
    await select("任务分解", "A2:D4");
    await pane.getByRole("button", { name: "从表格读入" }).click();
    await pane.getByRole("button", { name: /^当前工作表.*A1:D5，5 行$/ }).waitFor(long);
    await pane.getByRole("button", { name: /^选中的区域.*A2:D4，3 行$/ }).click();
    await pane.getByText("当前方案：工作表“任务分解”的 A2:D4").waitFor(long);
    expect(await tasksShown()).toEqual(listed.slice(0, 2));
  }, 90_000);

  it("makes the matrix beside the table, does not take that for a plan, and syncs what changes in the table afterwards", async () => {
    const { pane } = preview;
    const pages = new PanePages(preview);
    await select("任务分解", "A1");
    await pane.getByRole("button", { name: "从表格读入" }).click();
    await pane.getByText("共 5 行；这张表没有改动。").waitFor(long);
    const before = await snapshot("任务分解");
    await pages.generate();
    expect(await snapshot("任务分解")).toBe(before);
    await preview.to("plan", "read");
    await pane.getByRole("button", { name: "从表格读入" }).click();
    await pane.getByText("“责任矩阵”是本工具生成的工作表，不能当作方案读入。").waitFor(long);
    expect(await tasksShown()).toEqual(listed);
    await fill("任务分解", [...table, ["4", "建设城市书房", "县文化和旅游局", "县教育局"]]);
    await pane.getByRole("button", { name: "从表格读入" }).click();
    await pane.getByText("共 6 行；这张表没有改动。").waitFor(long);
    await preview.to("matrix", "sync");
    await pane.getByText("建设城市书房").first().waitFor(long);
    await pane.getByRole("button", { name: /^同步/ }).first().click();
    await pane
      .getByText(/已同步/)
      .first()
      .waitFor(long);
    expect((await pages.rows("责任矩阵", ["任务", "状态"])).map((row) => row["任务"])).toEqual([
      ...tasks.map(([, task]) => task),
      "建设城市书房",
    ]);
  }, 180_000);

  it("opens a file of every format, and lists the same tasks", async () => {
    const { pane } = preview;
    await preview.to("plan", "read");
    const seen: Record<string, string[]> = {};
    for (const file of files) {
      await pane.getByLabel("选择方案文件").setInputFiles(file);
      await pane.getByText(`当前方案：${basename(file)}`).waitFor(long);
      seen[basename(file)] = await tasksShown();
    }
    expect(seen).toEqual(Object.fromEntries(files.map((file) => [basename(file), listed])));
  }, 180_000);

  it("asks which sheets of a file are meant, and lets them be chosen anew", async () => {
    const { page, pane } = preview;
    const book = join(folder, "两张表.xlsx");
    const rows = (from: number, to: number) => [head, ...tasks.slice(from, to)];
    writeFileSync(
      book,
      await workbookFile({
        填表说明: { rows: [["说明"]] },
        上半年: { rows: rows(0, 2) },
        下半年: { rows: rows(2, 3) },
      }),
    );
    await pane.getByLabel("选择方案文件").setInputFiles(book);
    await pane.getByRole("button", { name: "读取选中的 2 个" }).waitFor(long);
    await page.screenshot({ path: join(images, "which-sheets.png") });
    await pane.getByRole("checkbox", { name: /下半年/ }).click();
    await pane.getByRole("button", { name: "读取选中的 1 个" }).click();
    await pane.getByText("按您的选择，读取的工作表：上半年。").waitFor(long);
    expect(await tasksShown()).toEqual(listed.slice(0, 2));
    await pane.getByRole("button", { name: "改选工作表…" }).click();
    await pane.getByRole("checkbox", { name: /下半年/ }).click();
    await pane.getByRole("button", { name: "读取选中的 2 个" }).click();
    await pane.getByText("按您的选择，读取的工作表：上半年、下半年。").waitFor(long);
    expect(await tasksShown()).toEqual(listed);
  }, 90_000);

  it("asks no other host for anything, and leaves the console clean", () => {
    expect(preview.foreignRequests).toEqual([]);
    expect(preview.complaints).toEqual([]);
  });
});
