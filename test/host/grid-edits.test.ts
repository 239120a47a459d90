import { IUniverInstanceService } from "@univerjs/core";
import { followGridEdits } from "../../src/host/grid-edits";
import type { Host } from "../../src/host/node";
import { hostForTest, onSheet, read, write } from "./open";

/**
 * A table at A1:C4 with a calculated third column, a list for the second column, a rule on the third, and a named cell
 * beside the table.
 */
async function worked(): Promise<Host> {
  const host = hostForTest();
  followGridEdits(host.book);
  await write(host, "A1:B4", [
    ["单位", "数"],
    ["甲", 1],
    ["乙", 2],
    ["丙", 3],
  ]);
  await onSheet(host, async (sheet, context) => {
    sheet.getRange("C1").values = [["加一"]];
    sheet.getRange("C2").formulas = [["=B2+$F$1"]];
    sheet.getRange("C3:C4").copyFrom("C2", "Formulas");
    sheet.getRange("F1").values = [[10]];
    context.workbook.names.add("加数", sheet.getRange("F1"));
    const table = sheet.tables.add("A1:C4", true);
    table.name = "表甲";
    sheet.getRange("B2:B4").dataValidation.rule = { list: { inCellDropDown: true, source: "1,2,3" } };
    const rule = sheet.getRange("C2:C4").conditionalFormats.add("Custom");
    rule.custom.rule.formula = "=$C2>11";
    await context.sync();
  });
  return host;
}

// Univer's directions: up, and left.
const row = (at: number, count = 1): object => ({
  direction: 0,
  range: { startRow: at, endRow: at + count - 1, startColumn: 0, endColumn: 25 },
});
const column = (at: number, count = 1): object => ({
  direction: 3,
  range: { startRow: 0, endRow: 199, startColumn: at, endColumn: at + count - 1 },
});

/** What the menus of the grid run. */
async function hand({ book }: Host, command: string, params: object): Promise<void> {
  await book.grid.univer.executeCommand(command, {
    unitId: book.grid.workbook.getId(),
    subUnitId: book.allSheets[0]!.id,
    ...params,
  });
  await new Promise((resolve) => setTimeout(resolve, 0));
}
async function undo({ book }: Host): Promise<void> {
  const { univer, workbook } = book.grid;
  univer._injector.get(IUniverInstanceService).focusUnit(workbook.getId());
  await univer.executeCommand("univer.command.undo");
  await new Promise((resolve) => setTimeout(resolve, 0));
}

/** What the host keeps beside the grid, as the add-in sees it. */
const beside = (host: Host): Promise<unknown> =>
  onSheet(host, async (sheet, context) => {
    const table = sheet.tables.getItemOrNullObject("表甲").load("name");
    const name = context.workbook.names.getItemOrNullObject("加数").load("formula");
    await context.sync();
    if (table.isNullObject) return "no table";
    const range = table.getRange().load("address");
    await context.sync();
    const areaOf = ({ area }: { area: { row: number; column: number; rows: number; columns: number } }): string =>
      [area.row, area.column, area.rows, area.columns].join(" ");
    return {
      table: range.address,
      name: name.formula,
      list: host.book.validations.map(areaOf),
      rule: host.book.conditionalFormats.map((format) => `${areaOf(format)} ${format.formula}`),
    };
  });

const asMade = { table: "Sheet1!A1:C4", name: "=Sheet1!$F$1", list: ["1 1 3 1"], rule: ["1 2 3 1 =$C2>11"] };

describe("rows, columns and sheets that a person changes in the grid", () => {
  it("are followed by tables, lists, rules and names, and a table's new row is calculated", async () => {
    const host = await worked();
    expect(await beside(host)).toEqual(asMade);
    await hand(host, "sheet.command.insert-row", row(2));
    expect(await beside(host)).toEqual({
      table: "Sheet1!A1:C5",
      name: "=Sheet1!$F$1",
      list: ["1 1 4 1"],
      rule: ["1 2 4 1 =$C2>11"],
    });
    await write(host, "B3", [[5]]);
    expect(await read(host, "C1:C5")).toEqual([["加一"], [11], [15], [12], [13]]);
    await hand(host, "sheet.command.insert-col", column(0));
    expect(await beside(host)).toEqual({
      table: "Sheet1!B1:D5",
      name: "=Sheet1!$G$1",
      list: ["1 2 4 1"],
      rule: ["1 3 4 1 =$D2>11"],
    });
    await hand(host, "sheet.command.remove-row", row(1, 2));
    expect(await beside(host)).toEqual({
      table: "Sheet1!B1:D3",
      name: "=Sheet1!$G$1",
      list: ["1 2 2 1"],
      rule: ["1 3 2 1 =$D2>11"],
    });
  });

  it("come back as they were when the person takes it back, also at a table's end", async () => {
    const host = await worked();
    await hand(host, "sheet.command.remove-row", row(3));
    expect(await beside(host)).toMatchObject({ table: "Sheet1!A1:C3" });
    await undo(host);
    expect(await beside(host)).toEqual(asMade);
    expect(await read(host, "A1:C4")).toEqual([
      ["单位", "数", "加一"],
      ["甲", 1, 11],
      ["乙", 2, 12],
      ["丙", 3, 13],
    ]);
    await hand(host, "sheet.command.insert-col", column(1));
    await undo(host);
    expect(await beside(host)).toEqual(asMade);
  });

  it("are not taken back past a request that has written, as in Excel; the add-in hears of what is taken back after it", async () => {
    const host = await worked();
    const heard: string[] = [];
    await onSheet(host, async (sheet, context) => {
      sheet.onChanged.add(async ({ changeType, address }) => void heard.push(`${changeType} ${address}`));
      await context.sync();
    });
    await hand(host, "sheet.command.insert-row", row(2));
    await onSheet(host, async (sheet, context) => {
      sheet.getRange("5:5").insert("Down");
      await context.sync();
    });
    expect(await beside(host)).toMatchObject({ table: "Sheet1!A1:C6", list: ["1 1 5 1"] });
    await undo(host);
    expect(await beside(host)).toMatchObject({ table: "Sheet1!A1:C6", list: ["1 1 5 1"] });
    await hand(host, "sheet.command.remove-row", row(1));
    await undo(host);
    expect(await beside(host)).toMatchObject({ table: "Sheet1!A1:C6", list: ["1 1 5 1"] });
    expect(heard.filter((one) => one.startsWith("Row"))).toEqual([
      "RowInserted 3:3",
      "RowInserted 5:5",
      "RowDeleted 2:2",
      "RowInserted 2:2",
    ]);
  });

  it("leave a table its header, which says so, and a row where all others go", async () => {
    const host = await worked();
    const refused: string[] = [];
    host.book.onRefused = (sentence) => refused.push(sentence);
    await hand(host, "sheet.command.remove-row", row(0, 2)).catch(() => undefined);
    expect(refused).toEqual(["表头行不能删除，没有删除任何行。要删任务的行，请只选表头下面的行。"]);
    expect(await beside(host)).toEqual(asMade);
    await hand(host, "sheet.command.remove-row", row(1, 3));
    expect(await beside(host)).toMatchObject({ table: "Sheet1!A1:C2" });
  });

  it("take a deleted sheet's table and names with them, and bring them back with the sheet", async () => {
    const host = await worked();
    await onSheet(host, async (_sheet, context) => {
      context.workbook.worksheets.add("其他");
      await context.sync();
    });
    const { id } = host.book.allSheets[0]!;
    await hand(host, "sheet.command.remove-sheet", { subUnitId: id });
    expect([host.book.tables.length, host.book.names.length, host.book.allSheets.length]).toEqual([0, 0, 1]);
    await undo(host);
    expect(host.book.allSheets.map((sheet) => host.book.sheetName(sheet)).sort()).toEqual(["Sheet1", "其他"].sort());
    expect(await beside(host)).toEqual(asMade);
  });

  it("keep their names when a sheet is called otherwise", async () => {
    const host = await worked();
    await hand(host, "sheet.command.set-worksheet-name", { name: "矩阵" });
    const sheet = host.book.allSheets[0]!;
    expect(host.book.sheetName(sheet)).toBe("矩阵");
    expect(host.book.referenceOf(host.book.names[0]!)).toBe("矩阵!$F$1");
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("矩阵").getRange("F1").values = [[20]];
      context.workbook.worksheets.getItem("矩阵").getRange("G1").formulas = [["=加数*2"]];
      await context.sync();
      const seen = context.workbook.worksheets.getItem("矩阵").getRange("G1").load("values");
      await context.sync();
      expect(seen.values).toEqual([[40]]);
    });
  });

  it("take lists and rules along with a column that is dragged elsewhere", async () => {
    const host = await worked();
    const sheet = host.book.grid.sheet(host.book.allSheets[0]!.id);
    sheet.moveColumns(sheet.getRange("B1:B1"), 3);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(await beside(host)).toMatchObject({ list: ["1 2 3 1"], rule: ["1 1 3 1 =$B2>11"] });
    expect(await read(host, "A1:C2")).toEqual([
      ["单位", "加一", "数"],
      ["甲", 11, 1],
    ]);
  });
});
