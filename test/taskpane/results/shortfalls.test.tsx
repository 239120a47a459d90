import { Pane } from "../pane";
import { act } from "react";
import { yearName } from "../../../src/matrix/formulas";

const indicator = "命名科技教育示范学校";

describe("未完成 on the page 检查", () => {
  let pane: Pane;
  beforeEach(async () => {
    pane = new Pane();
    await pane.open();
  });
  afterEach(() => pane.close());

  /** The cell in the row of `indicator` under `header`. */
  const cellOf = (header: string): Promise<{ address: string; row: number; column: number }> =>
    pane.host.Excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem("责任矩阵").getUsedRange();
      used.load("values");
      await context.sync();
      const { values } = used;
      const head = values.findIndex((cells) => cells.includes("任务") && cells.includes("状态"));
      const cell = used.getCell(
        values.findIndex((cells) => cells.includes(indicator)),
        values[head]!.indexOf(header),
      );
      cell.load("address,rowIndex,columnIndex");
      await context.sync();
      return { address: cell.address, row: cell.rowIndex, column: cell.columnIndex };
    });

  /** A matrix judged in 2025 that holds `actual` for the indicator. */
  async function generated(actual: number): Promise<void> {
    await pane.toPage("matrix", "generate");
    await pane.click("生成责任矩阵");
    await pane.shown("已生成责任矩阵");
    const year = await pane.host.Excel.run(async (context) => {
      const cell = context.workbook.names.getItem(yearName).getRange();
      cell.load("address");
      await context.sync();
      return cell.address;
    });
    await pane.host.type(year, 2025);
    await pane.host.type((await cellOf("2025年")).address, actual);
  }

  const items = (): HTMLElement[] => pane.all("main li button");

  it("leads to 生成 where the workbook holds no matrix yet", async () => {
    await pane.toPage("check");
    await pane.shown("本工作簿还没有责任矩阵。");
    await pane.click("去生成");
    expect(pane.place).toEqual(["tab-matrix", "part-generate"]);
  });

  it("lists what falls short, selects its cell on a click, and follows when a better number is typed", async () => {
    const { book } = pane.host;
    await generated(3);
    await pane.toPage("check", "shortfalls");
    await pane.shown("2025 年未完成");
    expect(items().map(({ textContent }) => textContent)).toEqual([expect.stringContaining(indicator)]);
    expect(items()[0]!.textContent).toContain("差 2 所");
    expect(items()[0]!.textContent).toContain("目标 ≥5所 · 实际 3所");

    const { row, column, address } = await cellOf("2025年");
    book.selection = { sheet: book.activeSheet, area: { row: 0, column: 0, rows: 1, columns: 1 } };
    await pane.click(items()[0]!);
    await pane.until(() => book.selection.area.row === row && book.selection.area.column === column);
    expect(book.sheetName(book.selection.sheet)).toBe("责任矩阵");

    await pane.host.type(address, 5);
    await pane.shown("没有未达标或滞后的指标，也没有逾期的任务。");
    expect(items()).toEqual([]);
  }, 60_000);

  it("says so when the row that is clicked on is gone", async () => {
    await generated(3);
    await pane.toPage("check", "shortfalls");
    await pane.shown("2025 年未完成");
    const [item] = items();
    const { row } = await cellOf("2025年");
    await act(async () => {
      await pane.host.Excel.run(async (context) => {
        context.workbook.worksheets.getItem("责任矩阵").getRangeByIndexes(row, 0, 1, 1).clear();
        await context.sync();
      });
      // This happens before the list has been read again.
      item!.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    });
    const [bar] = await pane.until(() => pane.all("[role=alert]").length > 0 && pane.all("[role=alert]"));
    expect(bar!.textContent).toContain("这一行已不在表中");
  }, 60_000);

  it("shows what Excel refused in place of the list, and the list when tried again", async () => {
    await generated(3);
    const { faults, log } = pane.host.book;
    faults.failRequest(log.syncs, { kind: "refused", code: "AccessDenied" });
    await pane.toPage("check");
    await pane.shown("工作表或工作簿受保护");
    expect(items()).toEqual([]);
    await pane.click("重试");
    await pane.toPage("check", "shortfalls");
    await pane.shown("2025 年未完成");
    expect(items()).toHaveLength(1);
  }, 60_000);
});
