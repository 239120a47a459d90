import { readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { describeWith } from "../tools/programs";
import { root } from "./build-preview";
import { openPreview, type PreviewPage } from "./preview-page";

const images = join(root, "docs", "images");

describeWith(["Chromium"], "the main story in the preview", () => {
  let preview: PreviewPage;

  beforeAll(async () => {
    preview = await openPreview();
  }, 400_000);

  afterAll(() => preview?.close());

  /** The address of a cell found by the text in its row and the header of its column. */
  async function cellOf(rowText: string, header: string): Promise<{ address: string; row: number; column: number }> {
    return preview.page.evaluate(
      ([text, head]) => {
        const sheet = window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook().getSheetByName("责任矩阵");
        const values: unknown[][] = sheet.getDataRange().getValues();
        const headerRow = values.findIndex((row) => row.includes("任务") && row.includes("状态"));
        const column = values[headerRow]!.indexOf(head);
        const row = values.findIndex((cells, index) => index > headerRow && cells.includes(text));
        return { address: sheet.getRange(row, column).getA1Notation(), row, column };
      },
      [rowText, header] as const,
    );
  }

  const valueOf = async (rowText: string, header: string): Promise<unknown> => {
    const { row, column } = await cellOf(rowText, header);
    return preview.page.evaluate(
      ([r, c]) =>
        window.responsibilityMatrixHost.book.grid.univer
          .getActiveWorkbook()
          .getSheetByName("责任矩阵")
          .getRange(r, c)
          .getValue(),
      [row, column] as const,
    );
  };

  /** Selects a cell and types a number into it, as a person does: checks whether it arrived, and types again if not. */
  async function type(address: string, text: string): Promise<void> {
    const { page } = preview;
    const held = (): Promise<unknown> =>
      page.evaluate(
        (where) =>
          window.responsibilityMatrixHost.book.grid.univer
            .getActiveWorkbook()
            .getSheetByName("责任矩阵")
            .getRange(where)
            .getValue(),
        address,
      );
    for (let attempt = 0; attempt < 6; attempt++) {
      await page.evaluate((where) => {
        const sheet = window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook().getSheetByName("责任矩阵");
        sheet.activate();
        sheet.scrollToCell(
          Math.max(0, sheet.getRange(where).getRow()),
          Math.max(0, sheet.getRange(where).getColumn() - 6),
        );
        sheet.getRange(where).activate();
      }, address);
      // The grid scrolls, and accepts keys, a moment later.
      await page.waitForTimeout(300 * (attempt + 1));
      const chosen = await page.evaluate(() => {
        // The last click may have been in the pane: keys go to the grid only if this field of it has the focus.
        document.querySelector<HTMLElement>('[data-u-comp="editor"][id*="DOCS_NORMAL"]')?.focus();
        return window.responsibilityMatrixHost.book.grid.univer
          .getActiveWorkbook()
          .getActiveRange()
          ?.getA1Notation() as string | undefined;
      });
      if (chosen !== address) continue;
      await page.keyboard.type(text, { delay: 40 });
      await page.keyboard.press("Enter");
      for (let look = 0; look < 20; look++) {
        if ((await held()) === Number(text)) break;
        await page.waitForTimeout(150);
      }
      // The preview's grid may check a validation while it still calculates what was typed before, and then refuses
      // correct entries.
      await page.waitForTimeout(600);
      const refused = page.getByRole("dialog").getByRole("button");
      if (await refused.count()) await refused.first().click();
      else if ((await held()) === Number(text)) return;
    }
    throw new Error(`${address} does not hold ${text} but ${String(await held())}`);
  }

  async function eventually(check: () => Promise<unknown>, wanted: unknown): Promise<void> {
    const end = Date.now() + 15_000;
    let last: unknown;
    do {
      last = await check();
      if (last === wanted) return;
      await new Promise((resolve) => setTimeout(resolve, 150));
    } while (Date.now() < end);
    expect(last).toEqual(wanted);
  }

  const school = "命名科技教育示范学校";
  let yearCell = "";

  it("begins where the user stands in the year", async () => {
    const { page, pane } = preview;
    await pane.getByRole("button", { name: "去生成" }).waitFor({ timeout: 30_000 });
    await page.screenshot({ path: join(images, "home.png") });
  }, 60_000);

  it("shows what was read of the bundled plan", async () => {
    const { page, pane } = preview;
    await preview.to("plan", "read");
    for (const [label, count] of [
      ["任务", "34"],
      ["单位", "36"],
      ["指标", "27"],
    ] as const) {
      await expect(pane.locator("dl div", { hasText: label }).locator("dd").first().textContent()).resolves.toBe(count);
    }
    await page.screenshot({ path: join(images, "plan.png") });
  }, 60_000);

  it("generates 34 tasks and 37 columns of marks", async () => {
    const { page, pane } = preview;
    await preview.to("matrix", "generate");
    await pane.getByRole("button", { name: "生成责任矩阵" }).click();
    await pane.getByText("已生成责任矩阵").waitFor({ timeout: 60_000 });
    const seen = await page.evaluate(() => {
      const sheet = window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook().getSheetByName("责任矩阵");
      const values: unknown[][] = sheet.getDataRange().getValues();
      const header = values.findIndex((row) => row.includes("任务") && row.includes("状态"));
      const isUnit = values[header - 1]!.map((mark) => /^#(?:unit|group):/.test(String(mark)));
      const numbers = new Set(
        values
          .slice(header + 1)
          .map((row) => row[1])
          .filter(Boolean),
      );
      const marked = values[header]!.filter(
        (name, index) =>
          name && isUnit[index] && values.slice(header + 1).some((row) => ["●", "○"].includes(String(row[index]))),
      );
      return { tasks: numbers.size, marked: marked.length };
    });
    expect(seen).toEqual({ tasks: 34, marked: 37 });
    await page.waitForTimeout(1500);
    await page.screenshot({ path: join(images, "matrix.png") });
  }, 120_000);

  it("judges what is typed by the chosen year: 推进中 in 2023, 未达标 in 2025", async () => {
    const { page } = preview;
    yearCell = await page.evaluate(() => {
      const [name] = window.responsibilityMatrixHost.book.names;
      const { row, column } = name!.target.area;
      return window.responsibilityMatrixHost.book.grid.univer
        .getActiveWorkbook()
        .getSheetByName("责任矩阵")
        .getRange(row, column)
        .getA1Notation();
    });
    await type(yearCell, "2023");
    // A fresh sheet shows the column of its own 评估年度 alone.
    await preview.to("matrix", "views");
    await preview.pane.getByLabel("年度列").selectOption("all");
    await preview.pane.getByText("列和刚生成时一样").waitFor({ state: "hidden", timeout: 30_000 });
    await type((await cellOf(school, "2023年")).address, "3");
    await eventually(() => valueOf(school, "状态"), "推进中");
    await type(yearCell, "2025");
    await eventually(() => valueOf(school, "状态"), "▲未达标");
  }, 90_000);

  it("lists the shortfall in the pane and jumps to its cell", async () => {
    const { page, pane } = preview;
    await preview.to("check", "shortfalls");
    const item = pane.getByRole("button", { name: new RegExp(school) });
    await item.waitFor({ timeout: 30_000 });
    expect(await item.textContent()).toContain("差 2 所");
    await page.waitForTimeout(800);
    await page.screenshot({ path: join(images, "shortfalls.png") });
    await item.click();
    const { address } = await cellOf(school, "2025年");
    await eventually(
      () =>
        page.evaluate(() =>
          window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook().getActiveRange().getA1Notation(),
        ),
      address,
    );
  }, 90_000);

  it("turns to 达标 when the number is there, and the list follows by itself", async () => {
    const { page, pane } = preview;
    await type((await cellOf(school, "2025年")).address, "5");
    await eventually(() => valueOf(school, "状态"), "达标");
    await pane.getByText("没有未达标或滞后的指标，也没有逾期的任务。").waitFor({ timeout: 30_000 });
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(images, "reached.png") });
  }, 90_000);

  it("runs the ribbon's 检查未达标 with a notice where nothing falls short", async () => {
    const { page } = preview;
    await page.getByRole("button", { name: "检查未达标" }).click();
    const notice = page.frameLocator("#dialog-frame").getByRole("alert");
    await notice.waitFor({ timeout: 30_000 });
    expect(await notice.textContent()).toContain("没有未达标");
    await page.getByRole("button", { name: "关闭", exact: true }).click();
  }, 60_000);

  it("saves a workbook that holds what was typed and calculated", async () => {
    const { page } = preview;
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "保存", exact: true }).click(),
    ]);
    const file = new ExcelJS.Workbook();
    await file.xlsx.load(readFileSync(await download.path()) as unknown as ArrayBuffer);
    const sheet = file.getWorksheet("责任矩阵")!;
    const { row } = await cellOf(school, "状态");
    const saved = sheet.getRow(row + 1);
    const column = async (header: string): Promise<number> => (await cellOf(school, header)).column + 1;
    expect(saved.getCell(await column("2023年")).value).toBe(3);
    expect(saved.getCell(await column("2025年")).value).toBe(5);
    expect(saved.getCell(await column("状态")).result).toBe("达标");
    expect(sheet.getCell(yearCell).value).toBe(2025);
  }, 120_000);

  it("asked no other host for anything and left the console clean", () => {
    expect(preview.foreignRequests).toEqual([]);
    expect(preview.complaints).toEqual([]);
  });
});
