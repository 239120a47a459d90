import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { describeWith } from "../tools/programs";
import { root } from "./build-preview";
import { openPreview, type PreviewPage } from "./preview-page";
import { filled, renamed } from "./year-forms";

const images = join(root, "docs", "images");
/** A task about which two units are asked. */
const together = "将弘扬科学精神贯穿于育人全链条";

describeWith(["Chromium"], "the year's forms in the preview", () => {
  const folder = mkdtempSync(join(tmpdir(), "forms-"));
  let preview: PreviewPage;
  let forms: Record<string, Uint8Array>;

  beforeAll(async () => {
    preview = await openPreview({ width: 1500, height: 950 });
  }, 400_000);

  afterAll(async () => {
    await preview?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Fills the cells for numbers and words of a unit's form, as the unit does. */
  async function fill(
    unit: string,
    entries: Readonly<Record<string, string | number>>,
    { added, called }: { added?: { task: string; entry: number }; called?: string } = {},
  ): Promise<string> {
    const name = Object.keys(forms).find((one) => one.includes(unit))!;
    const path = join(folder, name);
    writeFileSync(
      path,
      await filled(called === undefined ? forms[name]! : await renamed(forms[name]!, called), entries, added),
    );
    return path;
  }

  /** Marks one more unit as leading a task, by hand. */
  const markLead = (task: string, unit: string): Promise<void> =>
    preview.page.evaluate(
      ([named, name]) => {
        const sheet = window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook().getSheetByName("责任矩阵");
        const values: unknown[][] = sheet.getDataRange().getValues();
        const column = values.find((line) => line.includes(`#unit:${name}`))!.indexOf(`#unit:${name}`);
        sheet
          .getRange(
            values.findIndex((line) => line.includes(named)),
            column,
          )
          .setValue("●");
      },
      [task, unit] as const,
    );

  /** The numbers of the indicator's row. */
  const numbersOf = (indicator: string): Promise<unknown[]> =>
    preview.page.evaluate((name) => {
      const values: unknown[][] = window.responsibilityMatrixHost.book.grid.univer
        .getActiveWorkbook()
        .getSheetByName("责任矩阵")
        .getDataRange()
        .getValues();
      const headers = values.find((line) => line.includes("任务") && line.includes("状态"))!;
      const row = values.find((line) => line.includes(name))!;
      return headers.flatMap((header, column) =>
        /^\d{4}年$/.test(String(header)) && (row[column] ?? "") !== "" ? [row[column]] : [],
      );
    }, indicator);

  it("go out, one for every unit, in an archive", async () => {
    const { page, pane } = preview;
    await preview.to("matrix", "generate");
    await pane.getByRole("button", { name: "生成责任矩阵" }).click();
    await pane.getByText("已生成责任矩阵").waitFor({ timeout: 60_000 });
    await markLead(together, "旗农牧局");
    await preview.to("reporting", "send");
    await pane.getByRole("heading", { name: "下发填报表" }).waitFor({ timeout: 30_000 });
    // Only numbers that can be added up are offered for adding up.
    const sums = pane.locator("details", { hasText: "再合计的指标" });
    await sums.locator("summary").click();
    await sums.getByRole("checkbox", { name: /举办科普讲座/ }).waitFor();
    expect(await sums.getByRole("checkbox", { name: /参与活动的在校学生人数/ }).count()).toBe(0);
    await sums.locator("summary").click();
    await pane.getByLabel("报送截止（印在表头，可不填）").fill("12月20日");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      pane.getByRole("button", { name: "下载全部填报表（.zip）" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^\d{4}年填报表\.zip$/);
    forms = unzipSync(new Uint8Array(readFileSync(await download.path())));
    expect(Object.keys(forms)).toHaveLength(36);
    await pane.getByText("已生成 36 份").waitFor({ timeout: 60_000 });
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(images, "forms.png") });
  }, 240_000);

  it("come back, are looked at before anything is written, and say what is wrong with each", async () => {
    const { page, pane } = preview;
    const good = await fill(
      "教育体育局",
      { 举办科普讲座: 3, "培训科学教师、科技辅导员": "５５", 命名科技教育示范学校: "约2", [together]: "已完成" },
      { added: { task: "组织科技夏令营", entry: 2 } },
    );
    const other = await fill("农牧局", { 建设长期稳定的农牧业科技示范基地: 2, [together]: "未开展" });
    // The unit's former name, from when its form went out.
    const older = await fill("科学技术协会", { 创建自治区级科普教育基地: 1 }, { called: "旗科协" });
    const bad = join(folder, "照片.xlsx");
    writeFileSync(bad, "不是表格");
    await preview.to("reporting", "collect");
    await pane.getByLabel("交回的填报表").setInputFiles([good, other, older, bad]);
    await pane.getByText("没有采用的文件（1）").waitFor({ timeout: 30_000 });
    await pane.getByText("是约数，请填准确的数").waitFor();
    await pane.getByText(/^未交单位（\d+）$/).waitFor();
    await pane.getByText("旗教育体育局填 已完成，旗农牧局填 未开展").waitFor();
    await pane.getByText("填报表上的“旗科协”就是“旗科学技术协会”，按“旗科学技术协会”收入。").waitFor();
    await pane.getByText("组织科技夏令营：填“2”").waitFor();
    await pane.getByText("是填报单位自己加的行，责任矩阵中没有").waitFor();
    expect(await numbersOf("举办科普讲座")).toEqual([]);
    await pane.getByRole("checkbox", { name: /填的是“５５”/ }).check();
    await pane.getByRole("heading", { name: "回收填报表" }).scrollIntoViewIfNeeded();
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(images, "collect.png") });
  }, 120_000);

  it("are taken into the matrix, and a second time change nothing", async () => {
    const { page, pane } = preview;
    await pane.getByRole("button", { name: /^收入 3 份$/ }).click();
    await pane.getByText("已收入 3 份").waitFor({ timeout: 60_000 });
    expect(await numbersOf("举办科普讲座")).toEqual([3]);
    expect(await numbersOf("培训科学教师、科技辅导员")).toEqual([55]);
    expect(await numbersOf("命名科技教育示范学校")).toEqual([]);
    // One of the three forms has an entry that could not be read.
    await pane.getByText(/已交 2 \/ \d+ 个单位，另有 1 个交来的数没有认出/).waitFor();
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(images, "collected.png") });
  }, 120_000);

  it("leave a list of what is still to be asked for, there again when the page is opened, to be copied", async () => {
    const { page, pane } = preview;
    await preview.to("check");
    await preview.to("reporting", "collect");
    const list = pane.getByRole("region", { name: "还要追的" });
    await list.waitFor({ timeout: 30_000 });
    const text = await list.innerText();
    for (const told of [
      /未交的单位（\d+）/,
      "旗教育体育局填 已完成，旗农牧局填 未开展",
      /旗教育体育局：.+填“约2”，是约数/,
      /旗教育体育局：组织科技夏令营填“2”，是填报单位自己加的行/,
    ])
      expect(text).toMatch(told);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await list.getByRole("button", { name: "复制" }).click();
    await list.getByRole("button", { name: "已复制" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\d{4} 年填报还要追的\n未交的单位/);
  }, 120_000);

  it("become a report in Word, with the numbers that came in", async () => {
    const { page, pane } = preview;
    await preview.to("report");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      pane.getByRole("button", { name: "下载报告（.docx）" }).click(),
    ]);
    const document = new TextDecoder().decode(
      unzipSync(new Uint8Array(readFileSync(await file.path())))["word/document.xml"],
    );
    expect(document).toContain("量化指标已报送4项");
    expect(document).toContain("举办科普讲座3次（目标≥2次）");
    await pane.getByText(/^已生成“.+自查评估报告.*\.docx”，附表 48 行/).waitFor();
  }, 60_000);

  /** What a row of the matrix shows, by its header. */
  const shownIn = (indicator: string): Promise<Record<string, unknown>> =>
    preview.page.evaluate((name) => {
      const values: unknown[][] = window.responsibilityMatrixHost.book.grid.univer
        .getActiveWorkbook()
        .getSheetByName("责任矩阵")
        .getDataRange()
        .getValues();
      const headers = values.find((line) => line.includes("任务") && line.includes("状态"))!;
      const row = values.find((line) => line.includes(name))!;
      return Object.fromEntries(headers.map((header, column) => [String(header), row[column] ?? ""]));
    }, indicator);

  /** Types into the grid as a person does. */
  async function typeInGrid(indicator: string, header: string, keys: string): Promise<void> {
    const { page } = preview;
    await page.mouse.click(400, 500);
    await page.evaluate(
      ([name, of]) => {
        const sheet = window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook().getSheetByName("责任矩阵");
        const values: unknown[][] = sheet.getDataRange().getValues();
        const column = values.find((line) => line.includes("任务") && line.includes("状态"))!.indexOf(of);
        sheet.activate();
        sheet
          .getRange(
            values.findIndex((line) => line.includes(name)),
            column,
          )
          .activate();
      },
      [indicator, header] as const,
    );
    await page.waitForTimeout(300);
    await page.keyboard.type(keys, { delay: 40 });
    await page.keyboard.press("Enter");
  }

  /** A row's texts once it has this status; formulas are calculated a little later. */
  async function onceJudged(indicator: string, status: string): Promise<Record<string, unknown>> {
    for (let tries = 0; tries < 60; tries++) {
      const shown = await shownIn(indicator);
      if (shown["状态"] === status) return shown;
      await preview.page.waitForTimeout(250);
    }
    return shownIn(indicator);
  }

  it("take 92% for 92, wherever it was typed: the sheet claims nothing, the page offers the number, and the report says it", async () => {
    const { page, pane } = preview;
    const share = "参与活动的在校学生人数";
    const year = Object.entries(await shownIn("举办科普讲座")).find(
      ([header, value]) => /^\d{4}年$/.test(header) && value !== "",
    )![0];
    await typeInGrid(share, year, "92%");
    expect(await onceJudged(share, "无法识别")).toMatchObject({ [year]: "92%", 状态: "无法识别", 完成率: "" });
    await preview.to("check", "entries");
    await pane.getByText("填的是“92%”").waitFor({ timeout: 30_000 });
    await pane.getByText("单元格是百分比格式，换算成 92").waitFor();
    await preview.to("report");
    const document = async (): Promise<string> => {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        pane.getByRole("button", { name: "下载报告（.docx）" }).click(),
      ]);
      return new TextDecoder().decode(unzipSync(new Uint8Array(readFileSync(await file.path())))["word/document.xml"]);
    };
    expect(await document()).toContain(`${share}92%（目标≥90%）`);
    await preview.to("check", "entries");
    await pane.getByRole("button", { name: "改成数（1 处）" }).click();
    expect(await onceJudged(share, "达标")).toMatchObject({ [year]: 92, 状态: "达标" });
  }, 120_000);

  it("ask whether 0.85 is meant for 85, and take it as it is once somebody says so", async () => {
    const { page, pane } = preview;
    const share = "公民具备基本科学素质的比例";
    const year = Object.entries(await shownIn("举办科普讲座")).find(
      ([header, value]) => /^\d{4}年$/.test(header) && value !== "",
    )![0];
    await typeInGrid(share, year, "0.85");
    expect(await onceJudged(share, "无法识别")).toMatchObject({ [year]: 0.85, 状态: "无法识别" });
    await preview.to("check", "entries");
    await pane.getByRole("button", { name: "刷新" }).click();
    await pane.getByText("请核对：像是把百分数填成了小数").waitFor({ timeout: 30_000 });
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(images, "to-check.png") });
    await pane.getByRole("button", { name: "就是 0.85%" }).click();
    expect(await onceJudged(share, "▲未达标")).toMatchObject({ [year]: 0.85, 备注: "已核：0.85%", 状态: "▲未达标" });
  }, 120_000);

  it("ask no other host for anything, and leave the console clean", () => {
    expect(preview.foreignRequests).toEqual([]);
    expect(preview.complaints).toEqual([]);
  });
});
