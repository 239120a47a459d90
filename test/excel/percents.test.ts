import { withFormats, withKnownPercents, withPercents } from "../../src/excel/percents";
import type { LocatedMatrix, LocatedRow } from "../../src/matrix/locate";
import type { CellValue } from "../../src/matrix/sheet";

const columns = new Map([
  ["measure", 3],
  ["actual:2022", 5],
  ["actual:2023", 6],
  ["remark", 8],
  ["user:开工日期", 9],
]);

const row = (at: number, cells: Record<string, CellValue>): LocatedRow => ({
  row: at,
  keyText: `k${at}`,
  cells,
  formulas: {},
});
const matrix = (...rows: LocatedRow[]): LocatedMatrix => ({
  headerRow: 4,
  columns,
  headers: new Map(),
  above: [],
  rows,
  style: "short",
});

/** Where one has asked for number formats, and how often; the formats by row and column, else General. */
function excel(formats: Record<string, string>): {
  context: Excel.RequestContext;
  sheet: Excel.Worksheet;
  asked: number[][];
  syncs: () => number;
} {
  const asked: number[][] = [];
  let syncs = 0;
  const sheet = {
    getRangeByIndexes: (top: number, left: number, rows: number, width: number) => {
      asked.push([top, left, rows, width]);
      return {
        load: () => undefined,
        numberFormat: Array.from({ length: rows }, (_, index) => [formats[`${top + index} ${left}`] ?? "General"]),
      };
    },
  };
  return {
    context: { sync: async () => void syncs++ } as unknown as Excel.RequestContext,
    sheet: sheet as unknown as Excel.Worksheet,
    asked,
    syncs: () => syncs,
  };
}

const cellsOf = ({ rows }: LocatedMatrix): Record<string, CellValue>[] => rows.map(({ cells }) => cells);

describe("a number in a row measured in %", () => {
  const inPercent = (value: CellValue): LocatedRow => row(5, { measure: "%", "actual:2023": value });
  const read = async (value: CellValue, format: string): Promise<CellValue> => {
    const { context, sheet } = excel({ "5 6": format });
    return (await withPercents(context, sheet, matrix(inPercent(value)))).rows[0]!.cells["actual:2023"]!;
  };

  it.each([
    [0.92, "0%", 92],
    [0.925, "0.00%", 92.5],
    [-0.03, "0.0%;-0.0%", -3],
    // At most 1000 %: nobody has typed more than that as a percentage.
    [10, "0%", 1000],
    [-10, "0%", -1000],
    [10.5, "0%", 10.5],
    [-10.5, "0%", -10.5],
    // A sign that is only printed multiplies nothing.
    [0.92, `0"%"`, 0.92],
    [0.92, `0\\%`, 0.92],
    [0.92, `"约"0%`, 92],
    [0.92, "General", 0.92],
    ["0.92", "0%", "0.92"],
  ])("%p with the format %s is read as %p", async (value, format, expected) => {
    expect(await read(value, format)).toBe(expected);
  });

  it("keeps beside what it shows what the cell holds", async () => {
    const { context, sheet } = excel({ "5 5": "0%", "5 6": "0%" });
    const { rows } = await withPercents(
      context,
      sheet,
      matrix(row(5, { measure: "%", "actual:2022": 0.8, "actual:2023": 0.9 })),
    );
    expect([rows[0]!.cells, rows[0]!.percents]).toEqual([
      { measure: "%", "actual:2022": 80, "actual:2023": 90 },
      { "actual:2022": 0.8, "actual:2023": 0.9 },
    ]);
  });

  it("is looked up by its row, however far the first one with such a number is from the last", async () => {
    const { context, sheet, asked, syncs } = excel({ "7 6": "0%", "12 6": "0%" });
    const { rows } = await withPercents(
      context,
      sheet,
      matrix(
        row(5, { measure: "人", "actual:2023": 0.5 }),
        row(12, { measure: "%", "actual:2023": 0.4 }),
        row(7, { measure: "%", "actual:2023": 0.3 }),
        row(9, { measure: "%", "actual:2023": 0.2 }),
      ),
    );
    expect(rows.map(({ cells }) => cells["actual:2023"])).toEqual([0.5, 40, 30, 0.2]);
    expect(asked).toEqual([[7, 6, 6, 1]]);
    expect(syncs()).toBe(1);
  });

  it("is what it is in a column of one's own, whatever its format", async () => {
    const { context, sheet } = excel({ "5 6": "0%", "5 9": "0%" });
    const held = matrix(row(5, { measure: "%", "actual:2023": 0.9, "user:开工日期": 0.5 }));
    expect(cellsOf(await withPercents(context, sheet, held))).toEqual([
      { measure: "%", "actual:2023": 90, "user:开工日期": 0.5 },
    ]);
  });

  it("is not asked for where none could be a fraction", async () => {
    const { context, sheet, syncs } = excel({});
    const held = matrix(
      row(5, { measure: "%", "actual:2022": 0, "actual:2023": 92 }),
      row(6, { measure: "人", "actual:2023": 0.5, "user:开工日期": 0.5 }),
    );
    expect(await withPercents(context, sheet, held)).toBe(held);
    expect(syncs()).toBe(0);
    // Nothing can be asked of a sheet that is not there.
    expect(await withPercents(context, undefined, matrix(inPercent(0.9)))).toEqual(matrix(inPercent(0.9)));
  });
});

describe("number formats for what writes the rows again", () => {
  it("are kept of dates in one's own columns, and of percentages", async () => {
    const { context, sheet } = excel({ "5 9": "yyyy/m/d", "6 6": "0%", "7 9": "0%" });
    const held = matrix(
      row(5, { measure: "人", "actual:2023": 3, "user:开工日期": 45000 }),
      row(6, { measure: "%", "actual:2023": 0.9, "user:开工日期": 12 }),
      row(7, { measure: "%", "actual:2023": 90, "user:开工日期": 0.5, remark: "45000" }),
      row(8, { measure: "人", remark: 7 }),
    );
    const { rows } = await withFormats(context, sheet, held);
    expect(rows.map(({ formats }) => formats)).toEqual([
      { "user:开工日期": "yyyy/m/d" },
      { "actual:2023": "0%" },
      { "user:开工日期": "0%" },
      undefined,
    ]);
    expect(rows.map(({ percents }) => percents)).toEqual([undefined, { "actual:2023": 0.9 }, undefined, undefined]);
    expect(cellsOf({ ...held, rows })).toEqual([
      { measure: "人", "actual:2023": 3, "user:开工日期": 45000 },
      { measure: "%", "actual:2023": 90, "user:开工日期": 12 },
      // One's own column holds what it holds.
      { measure: "%", "actual:2023": 90, "user:开工日期": 0.5, remark: "45000" },
      { measure: "人", remark: 7 },
    ]);
  });

  it("of a year's number that is no percentage say nothing of its value", async () => {
    const { context, sheet } = excel({ "5 6": "0.00" });
    const { rows } = await withFormats(context, sheet, matrix(row(5, { measure: "%", "actual:2023": 0.9 })));
    expect([rows[0]!.cells["actual:2023"], rows[0]!.formats, rows[0]!.percents]).toEqual([
      0.9,
      { "actual:2023": "0.00" },
      undefined,
    ]);
  });

  it("are none, and not asked for, where only texts and plain numbers of the years are typed", async () => {
    const { context, sheet, syncs } = excel({});
    const held = matrix(row(5, { measure: "人", "actual:2023": 3, remark: "好", "user:开工日期": "三月" }));
    expect(await withFormats(context, sheet, held)).toBe(held);
    expect(syncs()).toBe(0);
  });
});

it("percentages that are known go to the same rows when these are located again", () => {
  const known = [{ ...row(6, { measure: "%", "actual:2023": 90 }), percents: { "actual:2023": 0.9 } }, row(7, {})];
  const again = matrix(row(6, { measure: "%", "actual:2023": 0.9 }), row(7, { measure: "%", "actual:2023": 0.5 }));
  const { rows } = withKnownPercents(again, { rows: known });
  expect(rows.map(({ cells, percents }) => [cells["actual:2023"], percents])).toEqual([
    [90, { "actual:2023": 0.9 }],
    [0.5, undefined],
  ]);
  expect(withKnownPercents(again, { rows: [row(6, {})] })).toBe(again);
});
