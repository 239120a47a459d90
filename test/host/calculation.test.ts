import { RegisterOtherFormulaService } from "@univerjs/engine-formula";
import type { Host } from "../../src/host/node";
import { hostForTest, onSheet, read, write } from "./open";

const count = 1_500;

/** A1 holds a year and has a name; B1:B1500 add their row numbers to it. All is written in one request. */
async function manyFormulas(year: number): Promise<Host> {
  const host = hostForTest();
  await onSheet(host, async (sheet, context) => {
    sheet.getRange("A1").values = [[year]];
    context.workbook.names.add("评估年度", sheet.getRange("A1"));
    sheet.getRange("B1").formulas = [["=评估年度+ROW()"]];
    sheet.getRange(`B2:B${count}`).copyFrom("B1", "Formulas");
    await context.sync();
  });
  return host;
}

const sums = (base: number): number[][] => Array.from({ length: count }, (_, row) => [base + row + 1]);
const results = (host: Host): Promise<unknown[][]> => read(host, `B1:B${count}`);

/** What the workbook shows at this moment, without a request that would calculate it. */
const shown = ({ book }: Host): unknown[][] =>
  sums(0).map((_, row) => [book.grid.cell(book.activeSheet.id, row, 1)?.v]);

describe("formulas of the embedded host", () => {
  it("show their results when the request is answered that made the name they use", async () => {
    const host = await manyFormulas(5);
    expect(shown(host)).toEqual(sums(5));
  }, 30_000);

  it("follow the named cell, whether a person or the add-in changes it", async () => {
    const host = await manyFormulas(5);
    await host.type("A1", 100);
    expect(shown(host)).toEqual(sums(100));
    await write(host, "A1", [[200]]);
    expect(await results(host)).toEqual(sums(200));
  }, 30_000);

  it("are calculated in the midst of a request, before a load that comes after the write", async () => {
    const host = await manyFormulas(5);
    const seen = await onSheet(host, async (sheet, context) => {
      const last = sheet.getRange(`B${count}`);
      sheet.getRange("A1").values = [[1]];
      last.load("values");
      sheet.getRange("A1").values = [[2]];
      await context.sync();
      return last.values;
    });
    expect(seen).toEqual([[1 + count]]);
    expect(shown(host)).toEqual(sums(2));
  }, 30_000);

  it("show their results to everybody who waits for a calculation, also to who asks while it runs", async () => {
    const host = await manyFormulas(5);
    host.book.grid.isManual = true;
    await write(host, "A1", [[7]]);
    host.book.grid.isManual = false;
    void host.book.grid.calculated();
    await host.book.grid.calculated();
    expect(shown(host)).toEqual(sums(7));
  }, 30_000);

  it("are right although Univer stops the calculation to begin one of its own", async () => {
    const host = await manyFormulas(5);
    const { univer } = host.book.grid;
    const ends: number[] = [];
    let begun = 0;
    univer.getFormula().calculationEnd((state: number) => void ends.push(state));
    // The first calculations are stopped as soon as they run.
    univer.getFormula().calculationStart(() => {
      if (begun++ < 2) univer.getFormula().stopCalculation();
    });
    await write(host, "A1", [[300]]);
    const stopped = 1;
    expect(ends.slice(0, 2)).toEqual([stopped, stopped]);
    expect(shown(host)).toEqual(sums(300));
  }, 30_000);

  it("look at a name's new cell when the name is given anew", async () => {
    const host = await manyFormulas(5);
    await onSheet(host, async (sheet, context) => {
      sheet.getRange("C1").values = [[1_000]];
      context.workbook.names.getItem("评估年度").delete();
      context.workbook.names.add("评估年度", sheet.getRange("C1"));
      await context.sync();
    });
    expect(shown(host)).toEqual(sums(1_000));
  }, 30_000);

  it("look at their own workbook's name where two workbooks are open", async () => {
    const [one, other] = [hostForTest(), hostForTest()];
    const name = (host: Host, address: string): Promise<unknown> =>
      onSheet(host, async (sheet, context) => {
        sheet.getRange("A1:A2").values = [[1], [2]];
        context.workbook.names.add("评估年度", sheet.getRange(address));
        sheet.getRange("B1").formulas = [["=评估年度*10"]];
        await context.sync();
      });
    await name(one, "A1");
    await name(other, "A2");
    expect([await read(one, "B1"), await read(other, "B1")]).toEqual([[[10]], [[20]]]);
    await write(one, "A1", [[3]]);
    expect([await read(one, "B1"), await read(other, "B1")]).toEqual([[[30]], [[20]]]);
  });
});

/**
 * Rows with a number in A, twice that in B and one more in C. The workbook is shown, and a plug-in's rule over the rows
 * reads C10.
 */
async function shownWithRule(): Promise<Host> {
  const host = hostForTest();
  const { grid, activeSheet } = host.book;
  grid.isShown = true;
  const rows = Array.from({ length: 12 }, (_, row) => [row + 1, `=A${row + 1}*2`, `=B${row + 1}+1`]);
  await onSheet(host, async (sheet, context) => {
    sheet.getRange("A1:C12").formulas = rows;
    await context.sync();
  });
  const others = grid.univer._injector.get(RegisterOtherFormulaService) as RegisterOtherFormulaService;
  others.registerFormulaWithRange(grid.workbook.getId(), activeSheet.id, "=$C$10>0", [
    { startRow: 0, endRow: 11, startColumn: 0, endColumn: 3 },
  ]);
  return host;
}

/** Types into the page's own grid, past Office.js and the host. */
const typed = ({ book }: Host, address: string, value: number): void =>
  book.grid.univer.getActiveWorkbook().getActiveSheet().getRange(address).setValue(value);
const rowTen = ({ book }: Host): unknown[] =>
  [0, 1, 2].map((column) => book.grid.cell(book.activeSheet.id, 9, column)?.v);
const settled = ({ book }: Host): Promise<void> => book.inTurn(() => Promise.resolve());

describe("formulas of a workbook that a page shows", () => {
  it("are never stale after the add-in has written, whatever rules of Univer's plug-ins look at them", async () => {
    const host = await shownWithRule();
    await write(host, "A10", [[50]]);
    expect(rowTen(host)).toEqual([50, 100, 101]);
    await onSheet(host, async (sheet, context) => {
      sheet.getRange("3:4").insert("Down");
      sheet.getRange("A10").values = [[7]];
      await context.sync();
    });
    expect(rowTen(host)).toEqual([7, 14, 15]);
  });

  it("are never stale after a person has typed, and whoever asks next sees them so", async () => {
    const host = await shownWithRule();
    for (const value of [50, 60, 70]) {
      typed(host, "A10", value);
      expect(await read(host, "A10:C10")).toEqual([[value, value * 2, value * 2 + 1]]);
    }
    typed(host, "A10", 80);
    typed(host, "A9", 1);
    await settled(host);
    expect(rowTen(host)).toEqual([80, 160, 161]);
  });
});
