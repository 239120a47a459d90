import { hostForTest, onSheet, write } from "./open";

/** Events reach the add-in after the answer. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe("change events of the embedded host", () => {
  it("tell a sheet and all sheets of what a person types and of what an add-in writes", async () => {
    const host = hostForTest();
    const heard: string[] = [];
    await onSheet(host, async (sheet, context) => {
      sheet.onChanged.add(async ({ address }) => void heard.push(`sheet ${address}`));
      context.workbook.worksheets.onChanged.add(async ({ address }) => void heard.push(`all ${address}`));
      await context.sync();
    });
    await host.type("C4", 3);
    await settled();
    expect(heard.sort()).toEqual(["all C4", "sheet C4"]);
    heard.length = 0;
    await write(host, "A1:B2", [
      [1, 2],
      [3, 4],
    ]);
    await settled();
    expect(heard.sort()).toEqual(["all A1:B2", "sheet A1:B2"]);
  });

  it("end when the handler is removed", async () => {
    const host = hostForTest();
    let heard = 0;
    const handler = await onSheet(host, async (sheet, context) => {
      const added = sheet.onChanged.add(async () => void heard++);
      await context.sync();
      return added;
    });
    await host.type("C4", 3);
    await settled();
    expect(heard).toBe(1);
    handler.remove();
    await handler.context.sync();
    await host.type("C4", 4);
    await settled();
    expect(heard).toBe(1);
  });

  it("tell which sheet changed, and how", async () => {
    const host = hostForTest();
    const heard: [string, string, string][] = [];
    const other = await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("第二");
      sheet.load("id");
      context.workbook.worksheets.onChanged.add(
        async ({ worksheetId, changeType, address }) => void heard.push([worksheetId, changeType, address]),
      );
      await context.sync();
      return sheet.id;
    });
    await host.type("第二!B2", 3);
    await settled();
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("第二").getRange("1:2").insert("Down");
      context.workbook.worksheets.getItem("第二").getRange("B:B").delete("Left");
      await context.sync();
    });
    await settled();
    expect(heard).toEqual([
      [other, "RangeEdited", "B2"],
      [other, "RowInserted", "1:2"],
      [other, "ColumnDeleted", "B:B"],
    ]);
  });

  it("tell a sheet nothing of what happens on another", async () => {
    const host = hostForTest();
    let heard = 0;
    await onSheet(host, async (sheet, context) => {
      context.workbook.worksheets.add("第二");
      sheet.onChanged.add(async () => void heard++);
      await context.sync();
    });
    await host.type("第二!B2", 3);
    await settled();
    expect(heard).toBe(0);
    await host.type("Sheet1!B2", 3);
    await settled();
    expect(heard).toBe(1);
  });

  it("tell of nothing where only formats change", async () => {
    const host = hostForTest();
    let heard = 0;
    await onSheet(host, async (sheet, context) => {
      sheet.onChanged.add(async () => void heard++);
      sheet.getRange("A1").format.fill.color = "#FF0000";
      await context.sync();
    });
    await settled();
    expect(heard).toBe(0);
  });
});
