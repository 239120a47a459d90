import { hostForTest, read, refusal, write } from "./open";

describe("the embedded host refuses what Excel refuses", () => {
  it("values that do not fit the range", async () => {
    const host = hostForTest();
    expect(await refusal(host, (_, sheet) => void (sheet.getRange("A1:B2").values = [[1, 2]]))).toMatch(
      /^InvalidArgument:/,
    );
    expect(await refusal(host, (_, sheet) => void (sheet.getRange("A1:B2").values = [[1, 2], [3]]))).toMatch(
      /^InvalidArgument:/,
    );
    expect(await read(host, "A1:B2")).toEqual([
      ["", ""],
      ["", ""],
    ]);
  });

  it.each(["a".repeat(32), "a:b", "a\\b", "a/b", "a?b", "a*b", "a[b", "a]b", "'a", ""])(
    "a sheet name like %j",
    async (name) => {
      const host = hostForTest();
      expect(await refusal(host, (_, sheet) => void (sheet.name = name))).toMatch(/^InvalidArgument:/);
    },
  );

  it("a sheet name that is taken, whatever its case", async () => {
    const host = hostForTest();
    expect(await refusal(host, (context) => void context.workbook.worksheets.add("sheet1"))).toMatch(
      /^ItemAlreadyExists:/,
    );
    expect(await refusal(host, (_, sheet) => void (sheet.name = "SHEET1"))).toBe("nothing was refused");
    expect(await refusal(host, (context) => void context.workbook.worksheets.add("a".repeat(31)))).toBe(
      "nothing was refused",
    );
  });

  it("a table whose headers are alike, whatever their case", async () => {
    const host = hostForTest();
    await write(host, "A1:B2", [
      ["Unit", "unit"],
      [1, 2],
    ]);
    expect(await refusal(host, (_, sheet) => void sheet.tables.add("A1:B2", true))).toMatch(/^InvalidArgument:/);
    expect(host.book.tables).toEqual([]);
    await write(host, "B1:C1", [["Task", "unit"]]);
    const grown = await refusal(host, async (context, sheet) => {
      const table = sheet.tables.add("A1:B2", true);
      await context.sync();
      table.resize("A1:C2");
    });
    expect(grown).toMatch(/^InvalidArgument:/);
    expect(host.book.tables[0]!.area.columns).toBe(2);
  });

  it("a header that the table has already", async () => {
    const host = hostForTest();
    await write(host, "A1:B2", [
      ["任务", "单位"],
      [1, 2],
    ]);
    expect(await refusal(host, (_, sheet) => void sheet.tables.add("A1:B2", true))).toBe("nothing was refused");
    expect(await refusal(host, (_, sheet) => void (sheet.getRange("B1").values = [["任务"]]))).toMatch(
      /^InvalidArgument:/,
    );
    expect(await read(host, "A1:B1")).toEqual([["任务", "单位"]]);
  });

  it("a table over another one, and a table's name twice", async () => {
    const host = hostForTest();
    await write(host, "A1:B2", [
      ["任务", "单位"],
      [1, 2],
    ]);
    await refusal(host, (_, sheet) => void (sheet.tables.add("A1:B2", true).name = "表甲"));
    expect(await refusal(host, (_, sheet) => void sheet.tables.add("B2:C3", true))).toMatch(/^InvalidArgument:/);
    expect(await refusal(host, (_, sheet) => void (sheet.tables.add("E1:F2", true).name = "表甲"))).toMatch(
      /^ItemAlreadyExists:/,
    );
    expect(await refusal(host, (context) => context.workbook.tables.getItem("表甲").resize("A1:E2"))).toMatch(
      /^InvalidArgument:/,
    );
    expect(await refusal(host, (context) => context.workbook.tables.getItem("表甲").resize("A1:B3"))).toBe(
      "nothing was refused",
    );
  });

  it("sheets, tables and names that are not there", async () => {
    const host = hostForTest();
    expect(await refusal(host, (context) => void context.workbook.worksheets.getItem("别处").activate())).toMatch(
      /^ItemNotFound:/,
    );
    expect(await refusal(host, (context) => void context.workbook.tables.getItem("别处").delete())).toMatch(
      /^ItemNotFound:/,
    );
    expect(await refusal(host, (context) => void context.workbook.names.getItem("别处").delete())).toMatch(
      /^ItemNotFound:/,
    );
  });

  it("a name that is taken, that looks like a cell, or that refers to a sheet that is not there", async () => {
    const host = hostForTest();
    const add = (name: string, reference: string): Promise<string> =>
      refusal(host, (context) => void context.workbook.names.add(name, reference));
    expect(await add("评估年度", "=Sheet1!$B$2")).toBe("nothing was refused");
    expect(await add("评估年度", "=Sheet1!$B$3")).toMatch(/^ItemAlreadyExists:/);
    expect(await add("AB12", "=Sheet1!$B$2")).toMatch(/^InvalidArgument:/);
    expect(await add("别处", "=别处!$B$2")).toMatch(/^InvalidArgument:/);
  });

  it("a locked cell of a protected sheet, and takes an unlocked one", async () => {
    const host = hostForTest();
    await refusal(host, (_, sheet) => {
      sheet.getRange("B2:B3").format.protection.locked = false;
      sheet.protection.protect();
    });
    expect(await refusal(host, (_, sheet) => void (sheet.getRange("A2").values = [[1]]))).toMatch(/^AccessDenied:/);
    expect(await refusal(host, (_, sheet) => void (sheet.getRange("B2:B3").values = [[1], [2]]))).toBe(
      "nothing was refused",
    );
    expect(await refusal(host, (_, sheet) => void (sheet.getRange("A2:B2").values = [[1, 2]]))).toMatch(
      /^AccessDenied:/,
    );
    expect(await read(host, "A2:B3")).toEqual([
      ["", 1],
      ["", 2],
    ]);
  });

  it("a locked cell within a range that was unlocked before", async () => {
    const host = hostForTest();
    await refusal(host, (_, sheet) => {
      sheet.getRange("A1:C3").format.protection.locked = false;
      sheet.getRange("B2").format.protection.locked = true;
      sheet.protection.protect();
    });
    expect(await refusal(host, (_, sheet) => void (sheet.getRange("B2").values = [[1]]))).toMatch(/^AccessDenied:/);
    expect(await refusal(host, (_, sheet) => void (sheet.getRange("A1:C1").values = [[1, 2, 3]]))).toBe(
      "nothing was refused",
    );
    expect(await refusal(host, (_, sheet) => void (sheet.getRange("C1:C3").values = [[1], [2], [3]]))).toBe(
      "nothing was refused",
    );
  });

  const structural: Record<string, (sheet: Excel.Worksheet) => unknown> = {
    "a fill": (sheet) => (sheet.getRange("B2").format.fill.color = "#FF0000"),
    "new rows": (sheet) => sheet.getRange("1:1").insert("Down"),
    "a table": (sheet) => sheet.tables.add("D1:E2", true),
    "a conditional format": (sheet) => sheet.getRange("B2").conditionalFormats.add("Custom"),
    "taking conditional formats away": (sheet) => sheet.getRange("B2").conditionalFormats.clearAll(),
    "a validation": (sheet) =>
      (sheet.getRange("B2").dataValidation.rule = { decimal: { formula1: 0, operator: "GreaterThan" } }),
    "taking a validation away": (sheet) => sheet.getRange("B2").dataValidation.clear(),
    "unlocking a cell": (sheet) => (sheet.getRange("A2").format.protection.locked = false),
    "clearing a locked cell": (sheet) => sheet.getRange("A2").clear("Contents"),
    "copying onto a locked cell": (sheet) => sheet.getRange("A2").copyFrom("B2"),
  };
  it.each(Object.keys(structural))("%s on a protected sheet, until the protection is taken off", async (what) => {
    const host = hostForTest();
    await refusal(host, (_, sheet) => {
      sheet.getRange("B2").format.protection.locked = false;
      sheet.protection.protect();
    });
    expect(await refusal(host, (_, sheet) => void structural[what]!(sheet))).toMatch(/^AccessDenied:/);
    expect(
      await refusal(host, (_, sheet) => {
        sheet.protection.unprotect();
        structural[what]!(sheet);
      }),
    ).toBe("nothing was refused");
  });

  it("a request over 5 MB", async () => {
    const host = hostForTest();
    const text = "长".repeat(30_000);
    expect(
      await refusal(
        host,
        (_, sheet) => void (sheet.getRange("A1:A60").values = Array.from({ length: 60 }, () => [text])),
      ),
    ).toMatch(/^RequestPayloadSizeLimitExceeded:/);
    expect(await read(host, "A1")).toEqual([[""]]);
  });

  it("anything while a cell is being edited", async () => {
    const host = hostForTest();
    host.book.inCellEdit = true;
    expect(await refusal(host, (_, sheet) => void (sheet.getRange("A1").values = [[1]]))).toMatch(
      /^InvalidOperationInCellEditMode:/,
    );
    host.book.inCellEdit = false;
    expect(await read(host, "A1")).toEqual([[""]]);
  });

  it.each([
    [-1, 0, 1, 1],
    [0, -1, 1, 1],
    [0, 0, 0, 1],
    [1_048_576, 0, 1, 1],
    [0, 16_383, 1, 2],
  ])("a range by the indexes %i, %i, %i, %i", async (...indexes) => {
    const host = hostForTest();
    expect(await refusal(host, (_, sheet) => void sheet.getRangeByIndexes(...indexes).clear())).toMatch(
      /^InvalidArgument:/,
    );
  });

  it("a range outside the sheet", async () => {
    const host = hostForTest();
    expect(await refusal(host, (_, sheet) => void sheet.getCell(-1, 0).clear())).toMatch(/^InvalidArgument:/);
    expect(await refusal(host, (_, sheet) => void sheet.getRange("A1048577").clear())).toMatch(/^InvalidArgument:/);
    expect(await refusal(host, (_, sheet) => void sheet.getRange("A1").getOffsetRange(-1, 0).clear())).toMatch(
      /^InvalidArgument:/,
    );
  });

  it("a property that was not loaded, by Office.js's own rule", async () => {
    const host = hostForTest();
    expect(
      await refusal(host, async (context, sheet) => {
        const range = sheet.getRange("A1");
        await context.sync();
        void range.values;
      }),
    ).toMatch(/^PropertyNotLoaded:/);
  });

  it("what it does not implement, naming the API", async () => {
    const host = hostForTest();
    expect(await refusal(host, (_, sheet) => void sheet.charts.add("ColumnClustered", sheet.getRange("A1")))).toMatch(
      /^ApiNotFound: .*Worksheet\.Charts/i,
    );
    expect(
      await refusal(host, (_, sheet) =>
        sheet.getRange("A1:B1").setColumnProperties([{ format: { fill: { color: "#FF0000" } } }, {}]),
      ),
    ).toMatch(/^ApiNotFound: .*setColumnProperties fill/);
  });

  it("keeps what a request did before the action that failed, as Excel does", async () => {
    const host = hostForTest();
    expect(
      await refusal(host, (_, sheet) => {
        sheet.getRange("A1").values = [[1]];
        sheet.getRange("A2:A3").values = [[1]];
        sheet.getRange("A4").values = [[4]];
      }),
    ).toMatch(/^InvalidArgument:/);
    expect(await read(host, "A1:A4")).toEqual([[1], [""], [""], [""]]);
  });
});
