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
