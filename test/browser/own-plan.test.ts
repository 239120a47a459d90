import { join } from "node:path";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { Document, Packer, Paragraph } from "docx";
import { convertWithLibreOffice } from "../tools/libreoffice";
import { describeWith } from "../tools/programs";
import { root } from "./build-preview";
import { openPreview, type PreviewPage } from "./preview-page";

const images = join(root, "docs", "images");

const lines = [
  "云溪县全民阅读实施方案（2024—2027年）",
  "为推进全民阅读，结合我县实际，制定本方案。",
  "一、重点任务",
  "1.办好读书月。每年举办读书活动10场以上，覆盖所有乡镇。（牵头单位：县文化和旅游局；责任单位：县教育局、各乡镇）",
  "2.建设城市书房。到2027年建成城市书房6个，藏书总量达到12万册。（责任单位：县住房和城乡建设局、县财政局）",
  "3.培养阅读推广人。每年培训阅读推广人30名。（县教育局牵头，县教育体育局配合）",
  "二、保障措施",
  "（一）加强组织领导。建立联席会议制度，定期研究解决工作中的问题。",
];

describeWith(["Chromium", "LibreOffice"], "a clerk's own plan in the preview", () => {
  const folder = mkdtempSync(join(tmpdir(), "plan-"));
  const word = join(folder, "云溪县全民阅读实施方案.docx");
  let pdf: string;
  let preview: PreviewPage;

  beforeAll(async () => {
    const file = new Document({ sections: [{ children: lines.map((line) => new Paragraph({ text: line })) }] });
    writeFileSync(word, await Packer.toBuffer(file));
    pdf = convertWithLibreOffice(word, "pdf", folder);
    preview = await openPreview({ width: 1500, height: 950 }, "nothing open");
  }, 400_000);

  afterAll(async () => {
    await preview?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const count = async (label: string): Promise<string | null> =>
    preview.pane.locator("dl div", { hasText: label }).locator("dd").first().textContent();

  it("is preceded by 自检, which tries this Excel in two sheets of its own and leaves none", async () => {
    const { page, pane } = preview;
    await preview.to("home");
    await pane.getByRole("button", { name: "关于" }).click();
    await pane.getByRole("button", { name: "开始自检" }).click();
    const skip = pane.getByRole("button", { name: "跳过" });
    const copy = pane.getByRole("button", { name: "复制为文本" });
    await skip.waitFor({ timeout: 60_000 });
    for (let step = 0; step < 12; step++) {
      await skip.or(copy).first().waitFor();
      if (await copy.isVisible()) break;
      await skip.click();
      await page.waitForTimeout(600);
    }
    await pane.getByText(/^自检做完：正常 \d+，不同 \d+，被拒绝 0，跳过 \d+。/).waitFor({ timeout: 30_000 });
    await page.screenshot({ path: join(images, "self-check.png") });
    const sheets = (): Promise<string[]> =>
      page.evaluate(() =>
        window.responsibilityMatrixHost.book.allSheets.map((sheet) =>
          window.responsibilityMatrixHost.book.sheetName(sheet),
        ),
      );
    expect(await sheets()).toEqual(["Sheet1"]);
    await pane.getByRole("button", { name: "返回首页" }).click();
    await pane.getByRole("button", { name: "关于" }).waitFor();
  }, 120_000);

  it("is read from a Word file, and shows what to confirm", async () => {
    const { page, pane } = preview;
    await preview.to("plan");
    await pane.getByLabel("选择方案文件").setInputFiles(word);
    await pane.getByText("云溪县全民阅读实施方案（2024—2027年）").first().waitFor({ timeout: 30_000 });
    expect([await count("任务"), await count("指标")]).toEqual(["3", "4"]);
    await pane.getByRole("button", { name: "下一步：核对 2 处待确认" }).click();
    await pane.getByRole("button", { name: "看原文并修改" }).click();
    await pane.locator("mark", { hasText: "县住房和城乡建设局" }).waitFor();
    await page.screenshot({ path: join(images, "check.png") });
  }, 90_000);

  it("takes a number as it is typed or says why not, and asks about a unit that nobody knows", async () => {
    const { page, pane } = preview;
    const target = pane.getByRole("textbox", { name: "目标数" }).first();
    const type = async (text: string): Promise<void> => {
      await target.fill(text);
      await target.press("Enter");
    };
    await type("20%");
    await pane.getByText("这一项的计量单位是“个”，“20%”写的是“%”，没有改。").waitFor();
    expect(await target.inputValue()).toBe("20%");
    await page.screenshot({ path: join(images, "check-refused.png") });
    await type("≥１０个");
    await pane.getByText("没有改。").waitFor({ state: "detached" });
    await page.waitForFunction((field) => (field as HTMLInputElement).value === "10", await target.elementHandle());
    await pane.getByRole("textbox", { name: "牵头单位" }).fill("县财正局");
    await pane.getByRole("textbox", { name: "牵头单位" }).press("Enter");
    await pane.getByRole("button", { name: "改为“县财政局”" }).first().click();
    await pane.getByText("是您填的").first().waitFor({ state: "detached" });
    expect(await pane.getByRole("textbox", { name: "牵头单位" }).inputValue()).toBe("县财政局");
    const undo = pane.getByRole("button", { name: "撤销上一步" });
    await undo.click();
    await pane.getByText("是您填的").first().waitFor();
    await undo.click();
    await pane.getByText("是您填的").first().waitFor({ state: "detached" });
    await undo.click();
    await undo.waitFor({ state: "detached" });
    expect([await target.inputValue(), await pane.getByRole("textbox", { name: "牵头单位" }).inputValue()]).toEqual([
      "6",
      "县住房和城乡建设局",
    ]);
  }, 90_000);

  it("becomes the clerk's own matrix once the questions are settled", async () => {
    const { page, pane } = preview;
    await pane.getByRole("textbox", { name: "牵头单位" }).fill("县财政局");
    await pane.getByRole("textbox", { name: "牵头单位" }).press("Enter");
    await pane.getByRole("textbox", { name: "责任单位" }).fill("县住房和城乡建设局");
    await pane.getByRole("textbox", { name: "责任单位" }).press("Enter");
    await pane.getByRole("button", { name: "是两个单位" }).click();
    await pane.getByText("没有需要确认的地方。").waitFor();
    await pane.getByRole("button", { name: "下一步：生成责任矩阵" }).click();
    await pane.getByRole("button", { name: "生成责任矩阵" }).click();
    await pane.getByText("已生成责任矩阵").waitFor({ timeout: 60_000 });
    const marks = await page.evaluate(() => {
      const values: unknown[][] = window.responsibilityMatrixHost.book.grid.univer
        .getActiveWorkbook()
        .getSheetByName("责任矩阵")
        .getDataRange()
        .getValues();
      const keys = values[values.findIndex((row) => row.includes("任务") && row.includes("状态")) - 1]!;
      const row = values.find((cells) => cells.includes("建设城市书房"))!;
      return ["县财政局", "县住房和城乡建设局", "县教育局"].map((name) => row[keys.indexOf(`#unit:${name}`)] ?? "");
    });
    expect(marks).toEqual(["●", "○", ""]);
    await page.waitForTimeout(800);
    await page.screenshot({ path: join(images, "own-plan.png") });
  }, 120_000);

  it("is read the same from a PDF", async () => {
    const { pane } = preview;
    await preview.to("plan", "read");
    await pane.getByLabel("选择方案文件").setInputFiles(pdf);
    await pane.getByText("当前方案：云溪县全民阅读实施方案.pdf").waitFor({ timeout: 60_000 });
    expect([await count("任务"), await count("指标")]).toEqual(["3", "4"]);
  }, 90_000);

  it("stays as it is when the next file cannot be read", async () => {
    const { pane } = preview;
    const broken = join(folder, "坏文件.docx");
    writeFileSync(broken, readFileSync(word).subarray(0, 900));
    await pane.getByLabel("选择方案文件").setInputFiles(broken);
    await pane.getByText("未作任何改动").waitFor();
    expect(await count("任务")).toBe("3");
  }, 60_000);

  it("asks no other host for anything, and leaves the console clean", () => {
    expect(preview.foreignRequests).toEqual([]);
    expect(preview.complaints).toEqual([]);
  });
});
