import { operationParts } from "../../src/excel/operations";
import type { CellValue } from "../../src/matrix/sheet";
import type { Operation } from "../../src/sync/operation";
import { excelApi, noted } from "./queued";

beforeEach(() => excelApi(17));

/** What the steps queue; without a table where `isPlain`. */
function queued(steps: readonly Operation[], isPlain = false): string[] {
  const { sheet, table, notes } = noted();
  for (const { queue } of operationParts({ sheet, ...(isPlain ? {} : { table }) }, steps)) queue();
  return notes;
}

/** How many steps go into each part, by what they queue. */
function partsOf(steps: readonly Operation[]): number[] {
  const { sheet, table, notes } = noted();
  return operationParts({ sheet, table }, steps).map(({ queue }) => {
    const before = notes.length;
    queue();
    return notes.length - before;
  });
}

const gone = (count: number): Operation[] => Array.from({ length: count }, (_, row) => ({ op: "deleteRow", row }));
const column = (rows: number): CellValue[][] => Array.from({ length: rows }, (_, index) => [index]);
const validation = {
  area: { row: 1, column: 2, rows: 1, columns: 1 },
  rule: { kind: "custom", formula: "=TRUE" },
} as const;
const alert = { style: "stop", title: "题", message: "话" } as const;

describe("a step", () => {
  it.each<[string, Operation, string[]]>([
    ["a row comes", { op: "insertRow", row: 4 }, [`[4 0 1 16384].insert("Down")`]],
    ["a row goes", { op: "deleteRow", row: 4 }, [`[4 0 1 16384].delete("Up")`]],
    ["a column comes", { op: "insertColumn", column: 3 }, [`[0 3 1048576 1].insert("Right")`]],
    ["a column goes", { op: "deleteColumn", column: 3 }, [`[0 3 1048576 1].delete("Left")`]],
    ["a column comes at the end", { op: "appendColumn", column: 9 }, ["table.columns.add()"]],
    [
      "a row comes at the end",
      { op: "appendRow", row: 8, columns: 2 },
      [`[8 0 1 16384].insert("Down")`, "table.resize(table.getRange().getResizedRange(1, 0))"],
    ],
    ["cells move", { op: "moveRow", from: 5, to: 7, column: 1, columns: 3 }, ["[5 1 1 3].moveTo([7 1 1 3])"]],
    [
      "cells are written, one of them left as it is",
      { op: "write", row: 2, column: 1, values: [["任务", null, 3]] },
      [`[2 1 1 3].values = [["任务",null,3]]`],
    ],
    [
      "a formula is written",
      { op: "formula", row: 2, rows: 1, column: 4, formula: "=A3" },
      [`[2 4 1 1].formulas = [["=A3"]]`],
    ],
    [
      "a formula is filled down",
      { op: "formula", row: 2, rows: 2, column: 4, formula: "=A3" },
      [`[2 4 1 1].formulas = [["=A3"]]`, `[3 4 1 1].copyFrom([2 4 1 1], "Formulas")`],
    ],
    ["a typed text is kept", { op: "keep", row: 2, column: 4, value: "=1" }, [`[2 4 1 1].formulas = [["'=1"]]`]],
    [
      "one's own formula is kept",
      { op: "keep", row: 2, column: 4, formula: "=B3" },
      [`[2 4 1 1].formulas = [["=B3"]]`],
    ],
    [
      "a column is kept",
      { op: "column", row: 2, column: 4, cells: [{ formula: "=B3" }, null, { value: "=1" }] },
      [`[2 4 3 1].formulas = [["=B3"],[null],["'=1"]]`],
    ],
  ])("%s", (_, step, expected) => {
    expect(queued([step])).toEqual(expected);
  });

  it("at the end is none of the sheet's where the table was turned into plain cells", () => {
    expect(
      queued(
        [
          { op: "appendRow", row: 8, columns: 2 },
          { op: "appendColumn", column: 9 },
        ],
        true,
      ),
    ).toEqual([]);
  });

  it("at the end is the table's own where Excel cannot resize it", () => {
    excelApi(12);
    expect(queued([{ op: "appendRow", row: 8, columns: 2 }])).toEqual([`table.rows.add(, [["",""]])`]);
  });

  it("dresses new cells: rules that a broken-off run may have added go first", () => {
    const area = { row: 1, column: 2, rows: 1, columns: 1 };
    const dress: Operation = {
      op: "dress",
      styles: [{ area, style: { bold: true } }],
      formats: [
        { area, formula: "=A1" },
        { area, formula: "=A2" },
      ],
      validations: [],
      width: { column: 2, points: 40, hidden: false },
    };
    const sized = ["[0 2 1 1].format.columnWidth = 40"];
    const start = [
      "[1 2 1 1].format.font.bold = true",
      "[1 2 1 1].conditionalFormats.clearAll()",
      "[1 2 1 1].conditionalFormats.clearAll()",
      `[1 2 1 1].conditionalFormats.add("Custom")`,
      `[1 2 1 1].conditionalFormats.add("Custom").custom.rule.formula = "=A2"`,
      `[1 2 1 1].conditionalFormats.add("Custom")`,
      `[1 2 1 1].conditionalFormats.add("Custom").custom.rule.formula = "=A1"`,
    ];
    expect(queued([dress])).toEqual([...start, ...sized]);
    expect(queued([{ ...dress, width: { column: 2, points: 40, hidden: true }, fit: { row: 3, rows: 5 } }])).toEqual([
      ...start,
      ...sized,
      "[0 2 1 1].columnHidden = true",
      "[3 0 5 1].format.autofitRows()",
    ]);
    const { width, ...plain } = dress;
    expect([width?.column, queued([plain])]).toEqual([2, start]);
  });
});

describe("a large block of values", () => {
  it.each([
    [1500, 1, ["[3 2 1500 1]"]],
    [1501, 1, ["[3 2 1500 1]", "[1503 2 1 1]"]],
    [3001, 1, ["[3 2 1500 1]", "[1503 2 1500 1]", "[3003 2 1 1]"]],
    [3, 700, ["[3 2 2 700]", "[5 2 1 700]"]],
    // A row is never cut.
    [2, 2000, ["[3 2 1 2000]", "[4 2 1 2000]"]],
  ])("of %i rows and %i columns is written in the blocks %j", (rows, columns, blocks) => {
    const values = column(rows).map(([first]) =>
      Array.from({ length: columns }, (_, index) => (index === 0 ? first! : "")),
    );
    const notes = queued([{ op: "write", row: 3, column: 2, values }]);
    expect(notes.map((note) => note.slice(0, note.indexOf(".")))).toEqual(blocks);
    // All of it, in order.
    expect(
      notes.flatMap((note) => (JSON.parse(note.slice(note.indexOf("=") + 1)) as CellValue[][]).map(([one]) => one)),
    ).toEqual(values.map(([one]) => one));
  });
});

describe("steps in parts", () => {
  it("are a hundred in each", () => {
    expect(partsOf([])).toEqual([]);
    expect(partsOf(gone(100))).toEqual([100]);
    expect(partsOf(gone(201))).toEqual([100, 100, 1]);
  });

  it.each<[string, Operation]>([
    ["formulas", { op: "formula", row: 1, rows: 1, column: 1, formula: "=A1" }],
    ["cells of a column that Excel may fill", { op: "keep", row: 1, column: 1, value: 1 }],
    ["such columns", { op: "column", row: 1, column: 1, cells: [null] }],
  ])("are not cut between %s", (_, one) => {
    expect(partsOf([...gone(99), one, one, one, ...gone(2)])).toEqual([102, 2]);
    expect(partsOf([...gone(99), one, ...gone(2)])).toEqual([100, 2]);
    expect(partsOf([...gone(100), one, one])).toEqual([100, 2]);
  });

  it("are counted with their rules", () => {
    const { sheet } = noted();
    const dressed = (count: number): Operation => ({
      op: "dress",
      styles: [],
      formats: [],
      validations: Array.from({ length: count }, () => ({ ...validation, alert })),
    });
    const bytes = (...steps: Operation[]): number => operationParts({ sheet }, steps)[0]!.bytes;
    const size = (steps: Operation[]): number => new TextEncoder().encode(JSON.stringify(steps)).length;
    for (const steps of [[dressed(0)], [dressed(3)], [dressed(2), dressed(1)], gone(5)]) {
      const rules = steps.reduce((sum, step) => sum + (step.op === "dress" ? step.validations.length : 0), 0);
      expect(bytes(...steps)).toBe(size(steps) + (steps.length + rules) * 700);
    }
  });
});
