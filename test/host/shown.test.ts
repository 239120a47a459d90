import { openHost, type Host } from "../../src/host/node";
import { saveXlsx } from "../../src/host/xlsx/save";
import { hostForTest, onSheet, read, refusal, write } from "./open";

/** A table at A1:B4, filtered to one of its rows. */
async function filtered(): Promise<Host> {
  const host = hostForTest();
  await write(host, "A1:B4", [
    ["单位", "数"],
    ["甲", 1],
    ["乙", 2],
    ["丙", 3],
  ]);
  await onSheet(host, async (sheet, context) => {
    const table = sheet.tables.add("A1:B4", true);
    table.name = "表甲";
    table.columns.getItem("单位").filter.apply({ filterOn: "Values", values: ["乙"] });
    await context.sync();
  });
  return host;
}

describe("a filtered table of the embedded host", () => {
  it("says that it is, and which rows and columns are in view", async () => {
    const host = await filtered();
    const seen = await onSheet(host, async (sheet, context) => {
      const { autoFilter } = sheet.tables.getItem("表甲");
      autoFilter.load("isDataFiltered");
      sheet.getRange("B:B").columnHidden = true;
      sheet.getRange("A:A").format.columnWidth = 60;
      const rows = sheet.getRange("A1:A4").getRowProperties({ rowHidden: true });
      const columns = sheet
        .getRange("A1:B1")
        .getColumnProperties({ columnHidden: true, format: { columnWidth: true } });
      await context.sync();
      return [
        autoFilter.isDataFiltered,
        rows.value.map(({ rowHidden }) => rowHidden),
        columns.value.map(({ columnHidden }) => columnHidden),
        Math.round(columns.value[0]!.format!.columnWidth!),
      ];
    });
    expect(seen).toEqual([true, [false, true, false, true], [false, true], 60]);
    await onSheet(host, async (sheet, context) => {
      sheet.tables.getItem("表甲").clearFilters();
      await context.sync();
    });
    expect(host.book.tables[0]!.filters?.size ?? 0).toBe(0);
  });

  it("takes one row at a time, and refuses what Excel would put into the wrong rows", async () => {
    const host = await filtered();
    const tries: ((sheet: Excel.Worksheet) => void)[] = [
      (sheet) => void (sheet.getRange("B2:B4").values = [[7], [8], [9]]),
      (sheet) => void sheet.getRange("3:3").delete("Up"),
      (sheet) => void sheet.getRange("3:3").insert("Down"),
      (sheet) => void sheet.getRange("A2:B2").moveTo("A4"),
      (sheet) => void sheet.getRange("B2:B4").copyFrom("D2"),
      (sheet) => void sheet.tables.getItem("表甲").rows.add(undefined, [["丁", 4]]),
    ];
    for (const one of tries) expect(await refusal(host, (_, sheet) => one(sheet))).toMatch(/^FilteredRangeConflict:/);
    expect(await read(host, "A2:B5")).toEqual([
      ["甲", 1],
      ["乙", 2],
      ["丙", 3],
      ["", ""],
    ]);
    expect(await refusal(host, (_, sheet) => void (sheet.getRange("B4").values = [[9]]))).toBe("nothing was refused");
    expect(await refusal(host, (_, sheet) => void (sheet.getRange("D2:D4").values = [[1], [2], [3]]))).toBe(
      "nothing was refused",
    );
    expect(
      await refusal(host, (_, sheet) =>
        sheet.tables.getItem("表甲").columns.getItem("数").filter.apply({ filterOn: "Custom", criterion1: ">1" }),
      ),
    ).toMatch(/^NotImplemented:/);
  });
});

describe("looks for printing", () => {
  it("are kept in a file: lines of a conditional format, text across empty cells", async () => {
    const host = hostForTest();
    await onSheet(host, async (sheet, context) => {
      const { format, rule } = sheet.getRange("A2:B4").conditionalFormats.add("Custom").custom;
      rule.formula = "=$A2<>$A1";
      const line = format.borders.getItem("EdgeTop");
      line.style = "Continuous";
      line.color = "#112233";
      sheet.getRange("A1:C1").format.horizontalAlignment = "CenterAcrossSelection";
      sheet.getRange("A1").values = [["标题"]];
      await context.sync();
    });
    const again = await openHost({ file: await saveXlsx(host.book) });
    expect(again.book.conditionalFormats.map(({ formula, borders }) => [formula, borders])).toEqual([
      ["=$A2<>$A1", { EdgeTop: "#112233" }],
    ]);
    const across = await onSheet(again, async (sheet, context) => {
      const { format } = sheet.getRange("A1");
      format.load("horizontalAlignment");
      await context.sync();
      return format.horizontalAlignment;
    });
    expect(across).toBe("CenterAcrossSelection");
    again.dispose();
    expect(
      await refusal(
        host,
        (_, sheet) =>
          void (sheet.getRange("A2").conditionalFormats.add("Custom").custom.format.borders.getItem("EdgeTop").style =
            "Dash"),
      ),
    ).toMatch(/^NotImplemented:/);
  });
});
