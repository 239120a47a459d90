import { goTo, goToMatrix, readStatus } from "../../src/excel/status";
import { watchMatrix } from "../../src/excel/watch";
import { inChinese } from "../../src/plan/sentence";
import type { Host } from "../../src/host/node";
import { cellAddress } from "../../src/matrix/address";
import { yearName } from "../../src/matrix/formulas";
import { matrixSheetName } from "../../src/matrix/sheet-name";
import {
  change,
  columnOf,
  locate,
  openWorkbook,
  rowOf,
  selected,
  sortRows,
  typeInto,
  typeNamed,
  wholeRow,
} from "./workbook";
import { withMatrix } from "./each-test";

jest.setTimeout(60_000);

let host: Host;
withMatrix((opened) => void (host = opened));

const counts = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await readStatus())!.counts.filter(({ count }) => count > 0).map(({ status, count }) => [status, count]),
  );
/** Events and the workbook's own calculation come shortly after the typing. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));
const keyOf = async (name: string): Promise<string> => rowOf(await locate(host), name).keyText;

describe("where the matrix stands", () => {
  it("is unreported at first", async () => {
    expect(await readStatus()).toMatchObject({ year: 2023, shortfalls: [] });
    expect(await counts()).toEqual({ 未报: 5 });
  });

  it("is judged from what is typed, with what falls short, by how much, and who leads", async () => {
    await typeInto(host, "培训教师", "actual:2023", 38);
    await typeInto(host, "开展活动", "actual:2023", 59);
    await typeInto(host, "建成示范学校", "actual:2022", 2);
    await typeInto(host, "居民综合阅读率", "actual:2023", "八成");
    expect(await counts()).toEqual({ 未达标: 1, 滞后: 1, 推进中: 1, 无法识别: 1, 未报: 1 });
    const { shortfalls } = (await readStatus())!;
    expect(
      shortfalls.map(({ indicator, status, gap, actual, target, leads }) => ({
        indicator,
        status,
        gap,
        actual,
        target,
        leads,
      })),
    ).toEqual([
      {
        indicator: "开展活动",
        status: "▲滞后",
        gap: "差 41 场",
        actual: "59 场",
        target: "≥100 场",
        leads: ["县文化和旅游局"],
      },
      {
        indicator: "培训教师",
        status: "▲未达标",
        gap: "差 12 名",
        actual: "38 名",
        target: "≥50 名",
        leads: ["县教育局"],
      },
    ]);
  });

  it("says what the sheet's own formulas say", async () => {
    await typeInto(host, "培训教师", "actual:2023", 38);
    await typeInto(host, "开展活动", "actual:2023", 60);
    await settled();
    const shown = (await locate(host)).rows.map(({ cells }) => String(cells.status).replace("▲", ""));
    const told = (await readStatus())!.counts.flatMap(({ status, count }) =>
      Array.from({ length: count }, () => status),
    );
    expect([...shown].sort()).toEqual([...told].sort());
  });

  it("follows the assessment year", async () => {
    await typeInto(host, "培训教师", "actual:2022", 38);
    expect((await readStatus())!.shortfalls).toEqual([]);
    await typeNamed(host, yearName, 2022);
    expect(await readStatus()).toMatchObject({ year: 2022, shortfalls: [{ indicator: "培训教师" }] });
  });

  it("is judged anew where a status was typed over", async () => {
    await typeInto(host, "培训教师", "actual:2023", 38);
    await typeInto(host, "培训教师", "status", "达标");
    expect((await readStatus())!.shortfalls).toHaveLength(1);
  });

  it("is found without the stored plan", async () => {
    await typeInto(host, "培训教师", "actual:2023", 38);
    const before = await readStatus();
    host.book.xmlParts.length = 0;
    expect(await readStatus()).toEqual(before);
  });

  it("goes by the plan's last year where neither the cell of 评估年度 nor the record is there", async () => {
    await typeInto(host, "培训教师", "actual:2025", 38);
    await typeInto(host, "任务t3", "actual:2025", "推进中");
    await typeNamed(host, yearName, "");
    const wanted = {
      year: 2025,
      shortfalls: [{ indicator: "培训教师", actual: "38 名", target: "≥50 名", status: "▲未达标" }],
    };
    expect(await readStatus()).toMatchObject(wanted);
    host.book.xmlParts.length = 0;
    expect(await readStatus()).toMatchObject(wanted);
  });

  it("shows of a task that is overdue the word that was typed", async () => {
    const located = await locate(host);
    const { row } = rowOf(located, "任务t3");
    await change(host, (sheet) => {
      sheet.getCell(row, columnOf(located, "due")).values = [[45000]];
      sheet.getCell(row, columnOf(located, "actual:2023")).values = [["推进中"]];
    });
    expect((await readStatus())!.shortfalls).toMatchObject([
      { task: "任务t3", indicator: "", actual: "推进中", target: "", status: "▲逾期" },
    ]);
  });

  it("is unknown where there is no matrix", async () => {
    const other = openWorkbook();
    expect(await readStatus()).toBeUndefined();
    other.dispose();
  });
});

describe("going to a row", () => {
  it("selects its cell for the assessment year", async () => {
    await goTo(await keyOf("培训教师"));
    const located = await locate(host);
    expect(selected(host)).toEqual([matrixSheetName, rowOf(located, "培训教师").row, columnOf(located, "actual:2023")]);
  });

  it("finds it after sorting, and after rows and columns came in before it", async () => {
    const key = await keyOf("培训教师");
    const before = await locate(host);
    await sortRows(host, (rows) => [...rows].reverse());
    await change(host, (sheet) => {
      sheet.getRange("1:2").insert("Down");
      sheet.getRange("B:B").insert("Right");
    });
    await goTo(key);
    const [, row, column] = selected(host);
    const located = await locate(host);
    expect([row, column]).toEqual([rowOf(located, "培训教师").row, located.columns.get("actual:2023")]);
    // The cell is found again, where it is now.
    expect([row, column]).toEqual([rowOf(before, "培训教师").row + 2, columnOf(before, "actual:2023") + 1]);
  });

  it("selects its status where the column is not there, or no year is chosen", async () => {
    const key = await keyOf("培训教师");
    const located = await locate(host);
    const status = columnOf(located, "status");
    await goTo(key, "remark");
    expect(selected(host)[2]).toBe(columnOf(located, "remark"));
    await goTo(key, "actual:2031");
    expect(selected(host)[2]).toBe(status);
    await typeNamed(host, yearName, "");
    await goTo(key, "remark");
    await goTo(key);
    expect(selected(host)[2]).toBe(status);
    await change(host, (sheet) => void sheet.getRangeByIndexes(0, status, 1048576, 1).delete("Left"));
    await goTo(key);
    expect(selected(host)[2]).toBe(1);
  });

  it("takes all filters off where Excel does not tell which ones there are, and says so", async () => {
    const key = await keyOf("培训教师");
    const { columns } = await locate(host);
    await host.Excel.run(async (context) => {
      context.workbook.tables.getItem("责任矩阵表").columns.getItem("指标").filter.applyValuesFilter(["开展活动"]);
      context.workbook.worksheets
        .getItem(matrixSheetName)
        .getRangeByIndexes(0, columns.get("remark")!, 1, 1).columnHidden = true;
      await context.sync();
    });
    const go = async (code: string): Promise<string[]> => {
      // Read, look at the cell, ask for the filters.
      host.book.faults.failRequest(host.book.log.syncs + 2, { kind: "refused", code });
      return (await goTo(key, "remark")).map(inChinese);
    };
    await expect(go("Timeout")).rejects.toMatchObject({ code: "Timeout" });
    expect(await go("GeneralException")).toEqual([
      "“备注”这一列原来隐藏着，已显示出来。",
      "这一行原来被筛选隐藏着，已取消全部筛选，显示出来。",
    ]);
    expect([...(host.book.tables.find(({ name }) => name === "责任矩阵表")!.filters ?? [])]).toEqual([]);
    expect(selected(host)[2]).toBe(columns.get("remark"));
    await host.Excel.run(async (context) => {
      const cell = context.workbook.getSelectedRange().load("columnHidden,rowHidden");
      await context.sync();
      expect([cell.columnHidden, cell.rowHidden]).toEqual([false, false]);
    });
  });

  it("says that a row is gone where there is no matrix", async () => {
    const key = await keyOf("培训教师");
    const other = openWorkbook();
    await expect(goTo(key)).rejects.toMatchObject({ code: "RowGone", detail: key });
    other.dispose();
  });

  it("says that a row is gone, and selects nothing", async () => {
    const key = await keyOf("培训教师");
    const { row } = rowOf(await locate(host), "培训教师");
    await change(host, (sheet) => void wholeRow(sheet, row).delete("Up"));
    const before = selected(host);
    await expect(goTo(key)).rejects.toMatchObject({
      code: "RowGone",
      userMessage: expect.stringContaining("不在表中"),
    });
    expect(selected(host)).toEqual(before);
  });

  it("shows the matrix, or says that it is gone", async () => {
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").activate();
      await context.sync();
    });
    await goToMatrix();
    expect(selected(host)[0]).toBe(matrixSheetName);
    await change(host, (sheet) => sheet.delete());
    await expect(goToMatrix()).rejects.toMatchObject({ code: "RowGone" });
  });
});

describe("watching", () => {
  it("tells of what a person types, and no more after it was stopped", async () => {
    let told = 0;
    const stop = await watchMatrix(() => told++);
    await typeInto(host, "培训教师", "actual:2023", 38);
    await settled();
    expect(told).toBe(1);
    await host.type("Sheet1!A1", "别处");
    await settled();
    expect(told).toBe(2);
    await stop();
    await typeInto(host, "培训教师", "actual:2023", 39);
    await settled();
    expect(told).toBe(2);
  });

  it("writes nothing, whatever is typed", async () => {
    await watchMatrix(() => undefined);
    const located = await locate(host);
    const cell = cellAddress(located.rows[0]!.row, columnOf(located, "actual:2023"));
    host.book.log.reset();
    await host.type(`${matrixSheetName}!${cell}`, 1);
    await settled();
    expect(host.book.log.syncs).toBe(0);
  });

  it("can be stopped after the workbook is gone", async () => {
    const stop = await watchMatrix(() => undefined);
    host.book.faults.failRequest(host.book.log.syncs, { kind: "refused", code: "GeneralException" });
    await expect(stop()).resolves.toBeUndefined();
  });
});
