import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeWith } from "../tools/programs";
import { root } from "./build-preview";
import { openPreview, type PreviewPage } from "./preview-page";

/** Pictures to look at where a page has changed; no document uses them. */
const pictures = mkdtempSync(join(tmpdir(), "pictures-"));
const images = join(root, "docs", "images");
const seeds = join(root, "seeds");
const original = readFileSync(
  join(
    seeds,
    readdirSync(seeds).find((name) => name.endsWith(".txt"))!,
  ),
  "utf8",
);

/** A year later: a unit has another name, a target is raised, tasks are reworded, dropped and new. */
const edits: [from: string | RegExp, to: string][] = [
  [/旗文化和旅游局/g, "旗文化旅游和广播电视局"],
  ["科技辅导员50名以上", "科技辅导员80名以上"],
  ["4.建立校内外科学教育资源有效衔接机制。", "4.健全校内外科学教育资源有效衔接机制。"],
  [
    /\n[^\n]*3\.开展职业技能素质提升行动。[^\n]*/,
    "\n3.开展数字技能普及行动。面向产业工人普及人工智能和大数据常识，每年举办数字技能培训12场次。(牵头单位：旗总工会，责任单位：旗工信和科技局、旗教育体育局)",
  ],
];
const revised = edits.reduce((text, [from, to]) => text.replace(from, to), original);

describeWith(["Chromium"], "a revised plan in the preview", () => {
  const folder = mkdtempSync(join(tmpdir(), "plan-"));
  const file = join(folder, "实施方案（修订）.txt");
  let preview: PreviewPage;

  beforeAll(async () => {
    writeFileSync(file, revised);
    preview = await openPreview({ width: 1500, height: 950 });
  }, 400_000);

  afterAll(async () => {
    await preview?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A cell of the matrix, by a text in its row and its column's header. */
  const cell = (row: string, header: string): Promise<unknown> =>
    preview.page.evaluate(
      ([text, name]) => {
        const values: unknown[][] = window.responsibilityMatrixHost.book.grid.univer
          .getActiveWorkbook()
          .getSheetByName("责任矩阵")
          .getDataRange()
          .getValues();
        const at = values.findIndex((line) => line.includes("任务") && line.includes("状态"));
        // A unit by its full name, which stands in the hidden row above the header.
        const column = Math.max(values[at]!.indexOf(name), values[at - 1]!.indexOf(`#unit:${name}`));
        return values.find((line) => line.includes(text))?.[column];
      },
      [row, header] as const,
    );

  const typeInto = (row: string, header: string, value: string | number): Promise<void> =>
    preview.page.evaluate(
      async ([text, column, typed]) => {
        const sheet = window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook().getSheetByName("责任矩阵");
        const values: unknown[][] = sheet.getDataRange().getValues();
        const headers = values.find((line) => line.includes("任务") && line.includes("状态"))!;
        sheet
          .getRange(
            values.findIndex((line) => line.includes(text)),
            headers.indexOf(column),
          )
          .setValue(typed);
      },
      [row, header, value] as const,
    );

  /** Deletes one row too many, as a person does, of the sheet that Excel's own Office.js sees. */
  const deleteRow = (row: string): Promise<void> =>
    preview.page
      .frames()
      .find((frame) => frame.name() === "pane" || frame.url().includes("taskpane"))!
      .evaluate(async (text) => {
        await Excel.run(async (context) => {
          const used = context.workbook.worksheets.getItem("责任矩阵").getUsedRange();
          used.load("values,rowIndex");
          await context.sync();
          const at = used.rowIndex + (used.values as unknown[][]).findIndex((line) => line.includes(text));
          context.workbook.worksheets.getItem("责任矩阵").getRangeByIndexes(at, 0, 1, 16384).delete("Up");
          await context.sync();
        });
      }, row);

  it("finds a matrix in which people have worked", async () => {
    expect(edits.map(([from]) => original.search(from) >= 0)).toEqual(edits.map(() => true));
    const { pane } = preview;
    await preview.to("matrix", "generate");
    await pane.getByRole("button", { name: "生成责任矩阵" }).click();
    await pane.getByText("已生成责任矩阵").waitFor({ timeout: 60_000 });
    await typeInto("培训科学教师、科技辅导员", "2023年", 56);
    await typeInto("培训科学教师、科技辅导员", "备注", "含民办学校");
    await typeInto("培训创新人才", "2022年", 120);
    await preview.to("matrix", "sync");
    await pane.getByText("已同步").waitFor({ timeout: 30_000 });
  }, 180_000);

  it("is listed before anything is changed, with before and after", async () => {
    const { page, pane } = preview;
    await preview.to("plan", "read");
    await pane.getByLabel("选择方案文件").setInputFiles(file);
    await pane.getByText("当前方案：实施方案（修订）.txt").waitFor({ timeout: 30_000 });
    await preview.to("matrix", "sync");
    await pane.getByText(/\d+ 处不同/).waitFor({ timeout: 30_000 });
    await pane.getByText("单位更名：“旗文化和旅游局”改为“旗文化旅游和广播电视局”").waitFor();
    await pane.getByText("目标由“≥50”改为“≥80”").waitFor();
    // What will be removed from the sheet comes first, and is unfolded.
    expect(await pane.locator("section[aria-label]").first().getAttribute("aria-label")).toBe("要移出表格的");
    await pane.getByText("已不在方案中，连同填报内容移到“已移出”").first().waitFor();
    // Both plans have the same title.
    await pane.getByText(/^打开的方案：实施方案（修订）\.txt · .* 保存 · \d+ 字$/).waitFor();
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(images, "sync.png") });
    expect(await cell("培训科学教师、科技辅导员", "目标")).toBe("≥50");
  }, 90_000);

  it("comes into the sheet, and everything typed stays where it was", async () => {
    const { page, pane } = preview;
    await pane.getByRole("button", { name: /^同步 \d+ 项$/ }).click();
    await pane.getByText("每一处都记在“变更记录”").waitFor({ timeout: 60_000 });
    expect(await cell("培训科学教师、科技辅导员", "目标")).toBe("≥80");
    expect(await cell("培训科学教师、科技辅导员", "2023年")).toBe(56);
    expect(await cell("培训科学教师、科技辅导员", "备注")).toBe("含民办学校");
    expect(await cell("健全校内外科学教育资源有效衔接机制", "旗文化旅游和广播电视局")).toBe("○");
    expect(await cell("开展数字技能普及行动", "旗总工会")).toBe("●");
    expect(await cell("培训创新人才", "2022年")).toBeUndefined();
    await pane.getByText("已同步").first().waitFor();
    await page.waitForTimeout(800);
    await page.screenshot({ path: join(images, "synced.png") });
  }, 120_000);

  it("is taken back, the dropped task's number with it", async () => {
    const { pane } = preview;
    await pane.getByRole("button", { name: "撤销", exact: true }).click();
    await pane.getByText("已撤销").waitFor({ timeout: 60_000 });
    expect(await cell("培训科学教师、科技辅导员", "目标")).toBe("≥50");
    expect(await cell("培训创新人才", "2022年")).toBe(120);
    expect(await cell("建立校内外科学教育资源有效衔接机制", "旗文化和旅游局")).toBe("○");
  }, 90_000);

  it("is asked first whether a row that somebody deleted is to come back; 首页 says so too", async () => {
    const { page, pane } = preview;
    await preview.to("home");
    await deleteRow("培训科学教师、科技辅导员");
    await pane.getByText("方案里的 1 行（列）在表中已被删除，可以补回").click({ timeout: 30_000 });
    await pane.getByText(/的行已不在表中，可能是误删/).waitFor({ timeout: 30_000 });
    expect(await pane.locator("section[aria-label]").first().getAttribute("aria-label")).toBe("表中缺少的");
    await pane.getByRole("radio", { name: "补回" }).check();
    // The task that left the plan is kept.
    await pane.getByRole("checkbox", { name: "要移出表格的：全选" }).uncheck();
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(pictures, "sync-lost.png") });
    await pane.getByRole("button", { name: /^同步 \d+ 项$/ }).click();
    await pane.getByText("每一处都记在“变更记录”").waitFor({ timeout: 60_000 });
    expect(await cell("培训科学教师、科技辅导员", "目标")).toBe("≥80");
    expect(await cell("培训创新人才", "2022年")).toBe(120);
  }, 120_000);

  it("keeps what was kept when the matrix is generated again", async () => {
    const { pane } = preview;
    await preview.to("matrix", "generate");
    await pane.getByRole("button", { name: "重新生成（重排整张表）" }).click({ timeout: 30_000 });
    await pane.getByText("责任矩阵已更新").waitFor({ timeout: 60_000 });
    expect(await cell("培训创新人才", "2022年")).toBe(120);
    expect(await cell("培训创新人才", "旗总工会")).toBe("●");
  }, 120_000);

  it("merges a unit that is given another one's name, after saying what that means, and takes it back", async () => {
    const { page, pane } = preview;
    await preview.to("plan", "read");
    await pane.getByRole("button", { name: /^单位（\d+）$/ }).click();
    await pane.getByRole("listitem").filter({ hasText: "旗农牧局" }).getByRole("button", { name: "修改" }).click();
    await pane.getByRole("textbox", { name: "单位名称" }).fill("旗林业和草原局");
    await pane.getByRole("button", { name: "改名" }).click();
    await pane.getByText("两个单位不能用一个名称").waitFor();
    await pane.getByText(/责任矩阵里“旗农牧局”列的 \d+ 处标记并到“旗林业和草原局”列/).waitFor({ timeout: 30_000 });
    await page.screenshot({ path: join(pictures, "unit-merge.png") });
    await pane.getByRole("button", { name: "并入", exact: true }).click();
    await pane.getByText("“旗农牧局”已并入“旗林业和草原局”。").waitFor({ timeout: 30_000 });
    await page.screenshot({ path: join(pictures, "unit-merged.png") });
    await pane.getByRole("button", { name: "手工标注（1）" }).click();
    await pane.getByText("“旗农牧局”并入“旗林业和草原局”").waitFor();
    await pane.getByRole("button", { name: /^取消：/ }).click();
    await pane.getByRole("listitem").filter({ hasText: "旗农牧局" }).first().waitFor({ timeout: 30_000 });
  }, 120_000);

  it("asks no other host for anything, and leaves the console clean", () => {
    expect(preview.foreignRequests).toEqual([]);
    expect(preview.complaints).toEqual([]);
  });
});
