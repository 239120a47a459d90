import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { describeWith } from "../tools/programs";
import { root } from "./build-preview";
import { firstScreenOf, laptop } from "./first-screen";
import { PanePages } from "./pane-pages";
import { openPreview, type PreviewPage } from "./preview-page";
import { filled } from "./year-forms";

const images = join(root, "docs", "images");
const long = { timeout: 60_000 };

const text = [
  "云溪县2025年深化营商环境改革实施方案",
  "云溪县人民政府办公室",
  "为持续优化营商环境，结合我县实际，制定本方案。",
  "一、重点任务",
  "1．建立企业诉求快速响应机制。（牵头单位：县行政审批服务局；责任单位：县司法局；完成时限：2025年3月底前）",
  "2．推行惠企政策免申即享。（牵头单位：县市场监督管理局；责任单位：县财政局；完成时限：2025年6月底前）",
  "3．规范涉企行政检查。（牵头单位：县发展和改革局；责任单位：县司法局；完成时限：2025年9月底前）",
  "4．完善公共就业服务体系。（牵头单位：县人力资源和社会保障局；责任单位：县教育局；完成时限：长期坚持）",
].join("\n");

describeWith(["Chromium"], "a plan of deadlines, without a number", () => {
  const folder = mkdtempSync(join(tmpdir(), "deadlines-"));
  let preview: PreviewPage;
  let pages: PanePages;

  beforeAll(async () => {
    preview = await openPreview(laptop, "nothing open");
    pages = new PanePages(preview);
  }, 400_000);

  afterAll(async () => {
    await preview?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const statuses = async (): Promise<string[]> =>
    (await pages.rows("责任矩阵", ["任务", "状态"])).map((row) => String(row["状态"]));
  const soon = (wanted: readonly string[]): Promise<void> => expect(settled(wanted)).resolves.toEqual(wanted);
  /** The statuses once the grid has calculated them; if that takes too long, the statuses of that moment. */
  async function settled(wanted: readonly string[]): Promise<string[]> {
    for (let tries = 0; tries < 60; tries++) {
      if (JSON.stringify(await statuses()) === JSON.stringify(wanted)) break;
      await preview.page.waitForTimeout(500);
    }
    return statuses();
  }

  it("shows by 截至6月 what is overdue: in the sheet, on the page, in the list", async () => {
    const { page, pane } = preview;
    await firstScreenOf(text, preview, laptop);
    await soon(["▲逾期", "▲逾期", "▲逾期", "未报"]);
    await preview.to("check", "overview");
    await pane.getByLabel("截至").selectOption("6");
    await soon(["▲逾期", "▲逾期", "未报", "未报"]);
    await pane.getByText("截至 2025 年 6 月 30 日：逾期 2 项。").waitFor(long);
    await page.screenshot({ path: join(images, "overdue.png") });
    await pages.makeList("未达标清单", 2025);
    const list = await pages.rows("未达标清单", ["任务", "完成时限"]);
    expect(list.map((row) => [String(row["任务"]), String(row["完成时限"])])).toEqual([
      ["建立企业诉求快速响应机制", "2025年3月底前"],
      ["推行惠企政策免申即享", "2025年6月底前"],
    ]);
  }, 240_000);

  it("takes 已完成 that is typed, and no longer says overdue", async () => {
    await preview.page.evaluate(() => {
      const sheet = window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook().getSheetByName("责任矩阵");
      const values: unknown[][] = sheet.getDataRange().getValues();
      const header = values.findIndex((row) => row.includes("任务") && row.includes("状态"));
      sheet.getRange(header + 1, values[header]!.indexOf("2025年")).setValue("已完成");
    });
    await soon(["完成", "▲逾期", "未报", "未报"]);
  }, 120_000);

  it("sends the forms of the round, takes them in, and writes the midterm report of it", async () => {
    const { pane } = preview;
    await preview.to("reporting", "send");
    await pane
      .getByText(/本轮（.*截至 ?6 ?月.*）/)
      .first()
      .waitFor(long);
    const forms = await pages.forms("7月5日");
    expect(Object.keys(forms).every((file) => file.includes("截至6月"))).toBe(true);
    const of = (unit: string): Uint8Array => Object.entries(forms).find(([file]) => file.includes(unit))![1];
    const path = join(folder, "县市场监督管理局.xlsx");
    writeFileSync(path, await filled(of("县市场监督管理局"), { 推行惠企政策免申即享: "已完成" }));
    await pages.giveFiles([path]);
    expect((await pages.take())[0]).toBe(1);
    await soon(["完成", "完成", "未报", "未报"]);
    const report = new TextDecoder()
      .decode(unzipSync(await pages.report(2025))["word/document.xml"])
      .replace(/<[^>]+>/g, "");
    expect(report).toContain("截至2025年6月底");
    expect(report).toContain("推行惠企政策免申即享");
  }, 240_000);
});
