import { hostForTest, onSheet, write } from "./open";

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe("events of the embedded host when tables and sheets come and go", () => {
  it("tell of a new table without its name, and of one that is gone with it", async () => {
    const host = hostForTest();
    const heard: string[] = [];
    await onSheet(host, async (_sheet, context) => {
      const { tables } = context.workbook;
      tables.onAdded.add(
        async (event) => void heard.push(`${event.type} ${"tableName" in event ? "named" : "not named"}`),
      );
      tables.onDeleted.add(async ({ type, tableName }) => void heard.push(`${type} ${tableName}`));
      await context.sync();
    });
    await write(host, "A1:B2", [
      ["甲", "乙"],
      [1, 2],
    ]);
    const name = await onSheet(host, async (sheet, context) => {
      const table = sheet.tables.add("A1:B2", true);
      table.load("name");
      await context.sync();
      return table.name;
    });
    await settled();
    await onSheet(host, async (sheet, context) => {
      sheet.tables.getItem(name).convertToRange();
      await context.sync();
    });
    await settled();
    expect(heard).toEqual(["TableAdded not named", `TableDeleted ${name}`]);
  });

  it("tell which sheet is gone", async () => {
    const host = hostForTest();
    const heard: string[] = [];
    const id = await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("第二");
      sheet.load("id");
      context.workbook.worksheets.onDeleted.add(async ({ worksheetId }) => void heard.push(worksheetId));
      await context.sync();
      return sheet.id;
    });
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("第二").delete();
      await context.sync();
    });
    await settled();
    expect(heard).toEqual([id]);
  });
});
