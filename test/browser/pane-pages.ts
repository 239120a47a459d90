import { readFileSync } from "node:fs";
import type { Locator } from "playwright-core";
import { unzipSync } from "fflate";
import type { PreviewPage } from "./preview-page";

/** Long enough for a page on a busy machine, which has it to itself for only part of the time. */
const long = { timeout: 120_000 };

/** What people do in the pane. If a page, a button or a sentence gets another name, it is changed here. */
export class PanePages {
  constructor(private readonly preview: PreviewPage) {}

  private async downloaded(button: Locator): Promise<{ name: string; bytes: Uint8Array }> {
    const [download] = await Promise.all([this.preview.page.waitForEvent("download", long), button.click()]);
    return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
  }

  async generate(): Promise<void> {
    const { pane } = this.preview;
    await this.preview.to("matrix", "generate");
    await pane.getByRole("button", { name: "生成责任矩阵" }).click();
    await pane.getByText("已生成责任矩阵").waitFor(long);
  }

  /** The page of forms, for a year. */
  async toForms(year: number): Promise<void> {
    const { pane } = this.preview;
    await this.preview.to("reporting", "send");
    await pane.getByLabel("评估年度").waitFor(long);
    await pane.getByLabel("评估年度").selectOption(String(year));
    await pane.getByText(new RegExp(`^${year} 年已交`)).waitFor(long);
  }

  /** Has every unit report its own part of an indicator. */
  async addUp(indicator: string): Promise<void> {
    const { pane } = this.preview;
    const settings = pane.locator("details", { hasText: "再合计的指标" });
    await settings.locator("summary").click();
    await settings.getByRole("checkbox", { name: new RegExp(indicator) }).click();
    await settings.locator("summary", { hasText: "（1）" }).waitFor(long);
  }

  /** All units' forms, by file name. */
  async forms(deadline: string): Promise<Record<string, Uint8Array>> {
    const { pane } = this.preview;
    await pane.getByLabel("报送截止（印在表头，可不填）").fill(deadline);
    const { bytes } = await this.downloaded(pane.getByRole("button", { name: "下载全部填报表（.zip）" }));
    const files = unzipSync(bytes);
    await pane.getByText(`已生成 ${Object.keys(files).length} 份`).waitFor(long);
    return files;
  }

  /** One unit's form as a workbook; the preview hands over the file that Excel would open. */
  async openForm(unit: string): Promise<Uint8Array> {
    const { pane } = this.preview;
    await pane.getByLabel("一个单位的填报表").selectOption(unit);
    const { bytes } = await this.downloaded(pane.getByRole("button", { name: "在 Excel 中打开" }));
    await pane.getByText("已在新窗口打开").waitFor(long);
    return bytes;
  }

  /** Gives returned files to the page, and waits for the list of them. */
  async giveFiles(paths: readonly string[]): Promise<void> {
    const { pane } = this.preview;
    await this.preview.to("reporting", "collect");
    await pane.getByLabel("交回的填报表").setInputFiles([...paths]);
    await pane.getByRole("button", { name: /^收入 \d+ 份$/ }).waitFor(long);
  }

  /** Unfolds every list that is cut short. */
  async expand(): Promise<void> {
    const { pane } = this.preview;
    const more = pane.getByRole("button", { name: /^显示全部 \d+ 条$/ });
    while ((await more.count()) > 0) await more.first().click();
  }

  /** Each file that is not taken, with the reason that is shown. */
  async refused(): Promise<string[]> {
    return this.preview.pane.getByRole("region", { name: "没有采用的文件" }).locator("li").allInnerTexts();
  }

  /** What is said about a file that can be taken. */
  async card(file: string): Promise<string> {
    return this.preview.pane
      .locator("li", { hasText: `${file}：` })
      .first()
      .innerText();
  }

  async missing(): Promise<string[]> {
    const text = await this.preview.pane.getByRole("region", { name: "未交单位" }).innerText();
    return text.split("\n").at(-1)!.split("、");
  }

  /** Accepts the number that a text can only mean. */
  async accept(text: string): Promise<void> {
    await this.preview.pane.getByRole("checkbox", { name: new RegExp(`填的是“${text}”`) }).check();
  }

  /** The numbers reported after taking the files in: how many, cells of the matrix, rows of 填报明细. */
  async take(): Promise<[files: number, cells: number, rows: number]> {
    const { pane } = this.preview;
    await pane.getByRole("button", { name: /^收入 \d+ 份$/ }).click();
    const told = pane.getByText(/责任矩阵写入 \d+ 处，“填报明细”更新 \d+ 行/);
    await told.waitFor(long);
    const [, files, cells, rows] = /已收入 (\d+) 份\s*责任矩阵写入 (\d+) 处，“填报明细”更新 (\d+) 行/
      .exec(await told.innerText())!
      .map(Number);
    return [files!, cells!, rows!];
  }

  /** Chooses the sheet's 评估年度 on the page that is open, and waits until the sheet has it. */
  private async toYear(year: number): Promise<void> {
    await this.preview.pane.getByLabel("评估年度").selectOption(String(year));
    await this.preview.page.waitForFunction((wanted) => {
      const { book } = window.responsibilityMatrixHost;
      const { sheet, area } = book.names.find(({ name }) => name === "评估年度")!.target;
      return book.grid.cell(sheet.id, area.row, area.column)?.v === wanted;
    }, year);
  }

  /** What the charts of a year count, by status. */
  async counts(year: number): Promise<Record<string, number>> {
    const { pane } = this.preview;
    await this.preview.to("check", "overview");
    await pane.getByLabel("评估年度").selectOption(String(year));
    await pane.getByRole("heading", { name: `${year} 年完成情况` }).waitFor(long);
    const entries = await pane.getByRole("list", { name: "各状态的行数" }).getByRole("button").allInnerTexts();
    return Object.fromEntries(entries.map((entry) => [entry.replace(/\s*\d+$/, ""), Number(/\d+$/.exec(entry)![0])]));
  }

  /** Makes one of the sheets that can be made again at any time. */
  async makeList(name: "未达标清单" | "单位对照" | "看板", year: number): Promise<void> {
    const { pane } = this.preview;
    await this.preview.to("report");
    await this.toYear(year);
    await pane.getByRole("button", { name: `生成${name}` }).click();
    await pane.getByText(`“${name}”工作表已生成，按 ${year} 年评估。`).waitFor(long);
  }

  /** 自查评估报告 of a year, as a Word file. */
  async report(year: number): Promise<Uint8Array> {
    await this.preview.to("report");
    await this.toYear(year);
    const { bytes } = await this.downloaded(this.preview.pane.getByRole("button", { name: "下载报告（.docx）" }));
    return bytes;
  }

  /** A sheet's rows, as objects by header; the row with all of `headers` is the header. */
  async rows(sheet: string, headers: readonly string[]): Promise<Record<string, unknown>[]> {
    return this.preview.page.evaluate(
      ([name, wanted]) => {
        const values: unknown[][] = window.responsibilityMatrixHost.book.grid.univer
          .getActiveWorkbook()
          .getSheetByName(name)
          .getDataRange()
          .getValues();
        const at = values.findIndex((row) => wanted.every((header) => row.includes(header)));
        const names = values[at]!.map(String);
        return values
          .slice(at + 1)
          .flatMap((row) =>
            row.some((cell) => cell !== null && cell !== undefined && cell !== "")
              ? [Object.fromEntries(names.map((header, column) => [header, row[column] ?? ""]))]
              : [],
          );
      },
      [sheet, headers] as const,
    );
  }
}
