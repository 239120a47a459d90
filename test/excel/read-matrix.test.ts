import { readWorkbook, rowsAtFirst, type WorkbookState } from "../../src/excel/read-matrix";
import type { Host } from "../../src/host/node";
import { matrixSheetName } from "../../src/matrix/sheet-name";
import { change, locate, readSheet, rowOf } from "./workbook";
import { withMatrix } from "./each-test";

jest.setTimeout(60_000);

let host: Host;
withMatrix((opened) => void (host = opened));

const read = (): Promise<WorkbookState> => host.Excel.run((context) => readWorkbook(context, "评估年度"));
/** Brings the table's third row to the beginning of the second block. */
const pushDown = async (): Promise<void> => {
  const { row } = rowOf(await locate(host), "培训教师");
  await change(host, (sheet) => void sheet.getRange(`1:${rowsAtFirst - row}`).insert("Down"));
};

describe("the workbook as read", () => {
  it("comes in one round trip", async () => {
    host.book.log.reset();
    await read();
    expect(host.book.log.syncs).toBe(1);
  });

  it("comes in one more for every further block of rows, and nothing is lost where blocks meet", async () => {
    await pushDown();
    host.book.log.reset();
    const { reading } = await read();
    expect(host.book.log.syncs).toBe(2);
    const { values, formulas } = (await readSheet(host, matrixSheetName))!;
    expect({ values: reading!.values, formulas: reading!.formulas }).toEqual({ values, formulas });
    expect(rowOf(await locate(host), "培训教师").row).toBe(rowsAtFirst);
  });

  it("comes in as few more as the answers' size allows", async () => {
    await pushDown();
    await change(host, (sheet) => void (sheet.getCell(rowsAtFirst + 300, 3).values = [["远处"]]));
    host.book.log.reset();
    expect((await read()).reading!.values.flat()).toContain("远处");
    expect(host.book.log.syncs).toBe(2);
    // A row that is a megabyte long lets only two of its kind into an answer.
    await change(host, (sheet) => {
      const long = Array.from({ length: 12 }, () => "长".repeat(30_000));
      sheet.getRangeByIndexes(0, 40, 1, 12).values = [long];
    });
    host.book.log.reset();
    await read();
    expect(host.book.log.syncs).toBeGreaterThan(100);
  });

  it("is that of the copy where the sheet was copied and the first one deleted, and of none of two copies", async () => {
    const copy = (name: string): Promise<void> =>
      change(host, (sheet) => {
        sheet.copy("End").name = name;
      });
    await copy("副本一");
    expect((await read()).sheetName).toBe(matrixSheetName);
    await copy("副本二");
    await change(host, (sheet) => sheet.delete());
    expect((await read()).sheetName).toBeUndefined();
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("副本一").delete();
      await context.sync();
    });
    const { sheetName, table, tables, reading } = await read();
    expect([sheetName, table, tables.length]).toEqual(["副本二", undefined, 1]);
    expect(reading!.values.flat()).toContain("培训教师");
  });

  it("is whole where the sheet begins far below its first row", async () => {
    await change(host, (sheet) => void sheet.getRange(`1:${2 * rowsAtFirst + 5}`).insert("Down"));
    const { values } = (await readSheet(host, matrixSheetName))!;
    expect((await read()).reading!.values).toEqual(values);
  });

  it("is read again where somebody puts rows in between two blocks", async () => {
    await pushDown();
    host.book.log.reset();
    host.book.afterRequest(0, () => host.remote.insertRows(matrixSheetName, 3, 2));
    const { reading } = await read();
    const { values } = (await readSheet(host, matrixSheetName))!;
    expect(reading!.values).toEqual(values);
  });
});
