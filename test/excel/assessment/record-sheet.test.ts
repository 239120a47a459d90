import {
  queueRecordSheet,
  recordParts,
  recordSheetFound,
  type RecordCells,
  type RecordChanges,
  type RecordSheet,
  type RecordSpec,
} from "../../../src/excel/assessment/record-sheet";
import { firstSync, runWithCare } from "../../../src/excel/first-request";
import type { CellValue } from "../../../src/matrix/sheet";
import { excelApi, noted } from "../queued";

beforeEach(() => excelApi(17));

const spec: RecordSpec = {
  sheet: "记录",
  table: "记录表",
  columns: [
    { header: "键", width: 20, isHidden: true },
    { header: "年度", width: 40 },
    { header: "单位", width: 200 },
    { header: "截至月份", width: 41, before: 12 },
    { header: "进展情况", width: 201, before: "" },
  ],
};

/** Headers 键, 年度, own, 单位 from column C, in row 3; lines in rows 4 to 6, the last one a user's own. */
const found: Omit<RecordSheet, "sheet" | "table"> = {
  columns: new Map([
    ["键", 2],
    ["年度", 3],
    ["我的列", 4],
    ["单位", 5],
  ]),
  left: 2,
  width: 4,
  top: 2,
  end: 6,
  rows: [
    { row: 3, cells: { 键: "a", 年度: 2023, 单位: "甲" } },
    { row: 4, cells: { 键: "b", 年度: 2023, 单位: "乙" } },
    { row: 5, cells: { 键: "", 年度: "", 单位: "合计" } },
  ],
};

/** What each part queues. */
function queued(
  changes: Partial<RecordChanges>,
  {
    there = found,
    withTable = true,
    withSheet = true,
  }: { there?: typeof found; withTable?: boolean; withSheet?: boolean } = {},
): string[][] {
  const { context, sheet, table, notes } = noted();
  const records = { ...there, ...(withTable ? { table } : {}), ...(withSheet ? { sheet } : {}) };
  return recordParts(context, records, spec, { updated: [], added: [], ...changes }).map(({ queue, bytes }) => {
    expect(bytes).toBeGreaterThan(0);
    const before = notes.length;
    queue();
    return notes.slice(before);
  });
}

const line = (key: string, more: RecordCells = {}): RecordCells => ({ 键: key, 年度: 2024, 单位: "丙", ...more });

describe("lines of a sheet that grows", () => {
  it("are none to write where nothing changed, whatever it is sorted by", () => {
    expect(queued({ sortBy: ["年度"] })).toEqual([]);
  });

  it("are changed in the given cells alone, those side by side in one block", () => {
    expect(queued({ updated: [{ row: 4, cells: { 单位: "=乙", 年度: 2024, 键: "b", 没有的列: 1 } }] })).toEqual([
      [`[4 2 1 2].values = [["'b",2024]]`, `[4 5 1 1].values = [["'=乙"]]`],
    ]);
  });

  it("come right below the table, which is made larger; one's own columns are left alone", () => {
    expect(queued({ added: [line("c"), line("d")], sortBy: ["单位", "没有的列", "键"] })).toEqual([
      [`[6 2 2 4].values = [["'c",2024,null,"丙"],["'d",2024,null,"丙"]]`, "table.resize([2 2 6 4])"],
      [`table.sort.apply([{"key":3,"ascending":true},{"key":0,"ascending":true}])`],
    ]);
    expect(queued({ added: [line("c")] }, { withTable: false })).toEqual([
      [`[6 2 1 4].values = [["'c",2024,null,"丙"]]`],
    ]);
  });

  it("are the table's own new rows where Excel cannot resize it", () => {
    excelApi(12);
    expect(queued({ added: [line("c")] })).toEqual([[`table.rows.add(, [["'c",2024,null,"丙"]])`]]);
  });

  it("go in parts of 200, none of them lost or over another", () => {
    const added = Array.from({ length: 401 }, (_, index) => line(`n${index}`));
    const parts = queued({ added });
    expect(parts.map(([first]) => first!.slice(0, first!.indexOf(".")))).toEqual([
      "[6 2 200 4]",
      "[206 2 200 4]",
      "[406 2 1 4]",
    ]);
    expect(parts.at(-1)!.at(-1)).toBe("table.resize([2 2 405 4])");
    const updated = Array.from({ length: 201 }, (_, index) => ({ row: 3 + index, cells: { 年度: index } }));
    const changed = queued({ updated });
    expect(changed.map(({ length }) => length)).toEqual([200, 1]);
    expect(changed.flat()).toEqual(updated.map(({ row, cells }) => `[${row} 3 1 1].values = [[${cells.年度}]]`));
  });
});

describe("a column that sheets of earlier versions lack", () => {
  it("is added as soon as a line needs it; the earlier lines get what held for them, one's own lines nothing", () => {
    const [grown, appended] = queued({ added: [line("c", { 截至月份: 6 })] });
    expect(grown).toEqual([
      `table.columns.add(, , "截至月份")`,
      "[0 6 1 1].format.columnWidth = 41",
      `[3 6 3 1].values = [[12],[12],[""]]`,
    ]);
    expect(appended).toEqual([`[6 2 1 5].values = [["'c",2024,null,"丙",6]]`, "table.resize([2 2 5 5])"]);
  });

  it("is added where only one of several lines needs it", () => {
    const [grown, appended] = queued({ added: [line("c", { 截至月份: 6 }), line("d")] });
    expect([grown![0], appended![0]]).toEqual([
      `table.columns.add(, , "截至月份")`,
      `[6 2 2 5].values = [["'c",2024,null,"丙",6],["'d",2024,null,"丙",null]]`,
    ]);
  });

  it("is not added for what held before", () => {
    expect(queued({ added: [line("c", { 截至月份: 12, 进展情况: "" })] })).toHaveLength(1);
    expect(queued({ updated: [{ row: 4, cells: { 年度: 2024 } }] })).toHaveLength(1);
  });

  it("is added for a line that is changed too, each at its place, and stays empty where nothing held before", () => {
    const parts = queued({ updated: [{ row: 4, cells: { 截至月份: 6, 进展情况: "好" } }] }, { withTable: false });
    expect(parts).toEqual([
      [
        `[2 6 1 1].values = [["截至月份"]]`,
        "[0 6 1 1].format.columnWidth = 41",
        `[3 6 3 1].values = [[12],[12],[""]]`,
        `[2 7 1 1].values = [["进展情况"]]`,
        "[0 7 1 1].format.columnWidth = 201",
      ],
      [`[4 6 1 2].values = [[6,"好"]]`],
    ]);
  });

  it("is filled in pieces that Excel takes at once", () => {
    const rows = Array.from({ length: 1401 }, (_, index) => ({ row: 3 + index, cells: { 键: "a" } }));
    const [grown] = queued({ added: [line("c", { 截至月份: 6 })] }, { there: { ...found, rows, end: 1404 } });
    expect(grown!.slice(2).map((note) => note.slice(0, note.indexOf(".")))).toEqual(["[3 6 1400 1]", "[1403 6 1 1]"]);
  });
});

describe("a sheet that is not there yet", () => {
  const nothing = { columns: new Map<string, number>(), left: 0, width: 0, top: 0, end: 0, rows: [] };
  const added = [line("a"), line("b", { 截至月份: 6 })];

  it("is made with its headers, widths and lines, and its table at the end", () => {
    const sheet = `context.workbook.worksheets.add("记录")`;
    const [begin, rows, end, ...more] = queued(
      { added, sortBy: ["年度"] },
      { there: nothing, withTable: false, withSheet: false },
    );
    expect(more).toEqual([]);
    expect(begin!.slice(0, 2)).toEqual([sheet, `[0 0 1 5].values = [["键","年度","单位","截至月份","进展情况"]]`]);
    expect(begin!.filter((note) => note.includes("getRange"))).toEqual([
      `${sheet}.getRange("A:A").format.columnWidth = 20`,
      `${sheet}.getRange("A:A").columnHidden = true`,
      `${sheet}.getRange("B:B").format.columnWidth = 40`,
      `${sheet}.getRange("C:C").format.columnWidth = 200`,
      `${sheet}.getRange("D:D").format.columnWidth = 41`,
      `${sheet}.getRange("E:E").format.columnWidth = 201`,
    ]);
    expect(begin!.at(-1)).toBe(`${sheet}.freezePanes.freezeRows(1)`);
    expect(rows).toEqual([`[1 0 2 5].values = [["'a",2024,"丙","",""],["'b",2024,"丙",6,""]]`]);
    const table = `${sheet}.tables.add([0 0 3 5], true)`;
    expect(end).toEqual([
      table,
      `${table}.style = "TableStyleLight1"`,
      `${table}.showBandedRows = false`,
      `${table}.name = "记录表"`,
      `${table}.sort.apply([{"key":1,"ascending":true}])`,
    ]);
    expect(queued({ added }, { there: nothing, withTable: false, withSheet: false }).flat().join()).not.toContain(
      "sort",
    );
  });

  it("is begun below what somebody has written there, and its panes stay as they are", () => {
    const [begin, rows, end] = queued({ added }, { there: { ...nothing, end: 4 }, withTable: false });
    expect(begin!.join()).not.toMatch(/worksheets|freeze/);
    expect([begin![0]!.split(".")[0], rows![0]!.split(".")[0], end![0]]).toEqual([
      "[4 0 1 5]",
      "[5 0 2 5]",
      "sheet.tables.add([4 0 3 5], true)",
    ]);
  });

  it("takes its lines in pieces that Excel takes at once", () => {
    const many = Array.from({ length: 561 }, (_, index) => line(`n${index}`));
    const parts = queued({ added: many }, { there: nothing, withTable: false, withSheet: false });
    expect(parts.slice(1, -1).map(([note]) => note!.slice(0, note!.indexOf(".")))).toEqual([
      "[1 0 280 5]",
      "[281 0 280 5]",
      "[561 0 1 5]",
    ]);
  });
});

describe("a sheet that is there", () => {
  /** As it is found with these values from the given corner on. */
  async function read(
    values: CellValue[][],
    { table = true, top = 0, left = 0 } = {},
    of = spec,
  ): Promise<RecordSheet> {
    const area = { values, rowIndex: top, columnIndex: left, isNullObject: values.length === 0, load: () => undefined };
    const sheet = { isNullObject: false, getUsedRangeOrNullObject: () => area };
    const item = { isNullObject: !table, worksheet: sheet };
    const context = { sync: async () => undefined };
    return recordSheetFound(context as never, of, { table: item, area, sheet } as never);
  }
  const headers = ["键", "年度", "单位", "截至月份", "进展情况"];

  it("is read by its headers, wherever they are, without empty lines", async () => {
    const { rows, columns, ...more } = await read(
      [
        ["填报情况", "", "", "", "", ""],
        [...headers, ""],
        ["a", 2023, "甲", 12, "", ""],
        ["", "", "", "", "", ""],
        ["", "", "", "", "", "批注"],
      ],
      { table: false, top: 3, left: 2 },
    );
    expect([...columns]).toEqual(headers.map((header, index) => [header, 2 + index]));
    expect(rows.map(({ row, cells }) => [row, cells.单位])).toEqual([
      [5, "甲"],
      [7, ""],
    ]);
    expect(more).toMatchObject({ top: 4, end: 8, left: 2, width: 6 });
    expect(more.table).toBeUndefined();
    expect((await read([headers])).table).toBeDefined();
  });

  it("is recognised by half of the headers, and not by fewer", async () => {
    expect((await read([["键", "年度", "单位", "我的", "列"]])).columns.size).toBe(5);
    const other = await read(
      [
        ["键", "年度", "我的", "列", "!"],
        ["a", 2023, "", "", ""],
      ],
      { table: false, top: 3 },
    );
    expect([other.columns.size, other.rows, other.sheet === undefined]).toEqual([0, [], false]);
    // Lines begin below what is there, with a row between.
    expect(other.end).toBe(6);
  });

  it("is recognised by just half of an even number of headers", async () => {
    const four = { ...spec, columns: spec.columns.slice(0, 4) };
    expect((await read([["键", "年度", "我的", "列"]], {}, four)).columns.size).toBe(4);
    expect((await read([["键", "我的", "列", "!"]], {}, four)).columns.size).toBe(0);
  });

  it("is read in blocks of at most 20 000 cells where an Excel has refused the first request", async () => {
    const [rows, columns] = [9_001, 5];
    const values = Array.from({ length: rows }, (_, row): CellValue[] =>
      row === 0 ? headers : [`k${row}`, 2023, "甲", 12, ""],
    );
    const asked: [number, number][] = [];
    const area = {
      rowCount: rows,
      columnCount: columns,
      rowIndex: 0,
      columnIndex: 0,
      load: () => undefined,
      getRow: (first: number) => ({
        getResizedRange: (more: number) => {
          asked.push([first, more + 1]);
          return { load: () => undefined, values: values.slice(first, first + more + 1) };
        },
      }),
    };
    const none = { load: () => undefined, items: [], getItemOrNullObject: () => ({ load: () => undefined }) };
    const table = {
      isNullObject: false,
      showFilterButton: false,
      worksheet: {},
      load: () => undefined,
      getRange: () => area,
    };
    let syncs = 0;
    const context = {
      workbook: {
        worksheets: none,
        tables: { ...none, items: [{ name: "记录表" }], getItemOrNullObject: () => table },
        customXmlParts: none,
      },
      sync: async () => {
        if (++syncs === 1) throw Object.assign(new Error("x"), { code: "ItemNotFound" });
      },
    } as unknown as Excel.RequestContext;
    Object.assign(globalThis, { Excel: { run: (work: (of: Excel.RequestContext) => unknown) => work(context) } });
    const found = await runWithCare(async (of) => {
      const queued = queueRecordSheet(of, spec);
      await firstSync(of);
      return recordSheetFound(of, spec, queued);
    });
    expect(asked).toEqual([
      [0, 4000],
      [4000, 4000],
      [8000, 1001],
    ]);
    expect([found.rows.length, found.rows.at(-1)!.cells["键"]]).toEqual([9000, "k9000"]);
  });

  it("is nothing where there is none, and an empty one is begun at its top", async () => {
    const none = { isNullObject: true };
    const context = { sync: async () => undefined };
    const absent = await recordSheetFound(context as never, spec, { table: none, area: none, sheet: none } as never);
    expect([absent.sheet, absent.end, absent.columns.size]).toEqual([undefined, 0, 0]);
    const empty = await read([], { table: false });
    expect([empty.sheet === undefined, empty.end, empty.columns.size]).toEqual([false, 0, 0]);
  });
});
