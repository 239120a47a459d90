import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { describeWith } from "../tools/programs";
import { openPreview, root, type PreviewPage } from "./preview-page";
import { filled } from "./year-forms";

const images = join(root, "docs", "images");

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
  async function fill(unit: string, entries: Readonly<Record<string, string | number>>): Promise<string> {
    const name = Object.keys(forms).find((one) => one.includes(unit))!;
    const path = join(folder, name);
    writeFileSync(path, await filled(forms[name]!, entries));
    return path;
  }

  /** The numbers of the indicator's row. */
  const numbersOf = (indicator: string): Promise<unknown[]> =>
    preview.page.evaluate((name) => {
      const values: unknown[][] = window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook().getSheetByName("责任矩阵").getDataRange().getValues();
      const headers = values.find((line) => line.includes("任务") && line.includes("状态"))!;
      const row = values.find((line) => line.includes(name))!;
      return headers.flatMap((header, column) => (/^\d{4}年$/.test(String(header)) && (row[column] ?? "") !== "" ? [row[column]] : []));
    }, indicator);

  it("go out, one for every unit, in an archive", async () => {
    const { page, pane } = preview;
    await preview.to("matrix", "generate");
    await pane.getByRole("button", { name: "生成责任矩阵" }).click();
    await pane.getByText("已生成责任矩阵").waitFor({ timeout: 60_000 });
    await preview.to("reporting", "send");
    await pane.getByRole("heading", { name: "下发填报表" }).waitFor({ timeout: 30_000 });
    await pane.getByLabel("报送截止（印在表头，可不填）").fill("12月20日");
    const [download] = await Promise.all([page.waitForEvent("download"), pane.getByRole("button", { name: "下载全部填报表（.zip）" }).click()]);
    expect(download.suggestedFilename()).toMatch(/^\d{4}年填报表\.zip$/);
    forms = unzipSync(new Uint8Array(readFileSync((await download.path())!)));
    expect(Object.keys(forms)).toHaveLength(36);
    await pane.getByText("已生成 36 份").waitFor({ timeout: 60_000 });
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(images, "forms.png") });
  }, 240_000);

  it("come back, are looked at before anything is written, and say what is wrong with each", async () => {
    const { page, pane } = preview;
    const good = await fill("教育体育局", { 举办科普讲座: 3, "培训科学教师、科技辅导员": "５５", 命名科技教育示范学校: "约2" });
    const other = await fill("农牧局", { 建设长期稳定的农牧业科技示范基地: 2 });
    const bad = join(folder, "照片.xlsx");
    writeFileSync(bad, "不是表格");
    await preview.to("reporting", "collect");
    await pane.getByLabel("交回的填报表").setInputFiles([good, other, bad]);
    await pane.getByText("没有采用的文件（1）").waitFor({ timeout: 30_000 });
    await pane.getByText("是约数，请填准确的数").waitFor();
    await pane.getByText(/^未交单位（\d+）$/).waitFor();
    expect(await numbersOf("举办科普讲座")).toEqual([]);
    await pane.getByRole("checkbox", { name: /填的是“５５”/ }).check();
    await pane.getByRole("heading", { name: "回收填报表" }).scrollIntoViewIfNeeded();
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(images, "collect.png") });
  }, 120_000);

  it("are taken into the matrix, and a second time change nothing", async () => {
    const { page, pane } = preview;
    await pane.getByRole("button", { name: /^收入 2 份$/ }).click();
    await pane.getByText("已收入 2 份").waitFor({ timeout: 60_000 });
    expect(await numbersOf("举办科普讲座")).toEqual([3]);
    expect(await numbersOf("培训科学教师、科技辅导员")).toEqual([55]);
    expect(await numbersOf("命名科技教育示范学校")).toEqual([]);
    await pane.getByText(/已交 2 \/ \d+ 个单位/).waitFor();
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(images, "collected.png") });
  }, 120_000);

  it("become a report in Word, with the numbers that came in", async () => {
    const { page, pane } = preview;
    await preview.to("report");
    const [file] = await Promise.all([page.waitForEvent("download"), pane.getByRole("button", { name: "下载报告（.docx）" }).click()]);
    const document = new TextDecoder().decode(unzipSync(new Uint8Array(readFileSync((await file.path())!)))["word/document.xml"]);
    expect(document).toContain("量化指标已报送3项");
    expect(document).toContain("举办科普讲座3次（目标≥2次）");
    await pane.getByText(/^已生成“.+自查评估报告.*\.docx”，附表 48 行/).waitFor();
  }, 60_000);

  it("ask no other host for anything, and leave the console clean", () => {
    expect(preview.foreignRequests).toEqual([]);
    expect(preview.complaints).toEqual([]);
  });
});
