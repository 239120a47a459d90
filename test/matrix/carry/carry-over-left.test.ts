import { buildMatrix, titleRows } from "../../../src/matrix/build";
import { carryOver, type CarriedMatrix, type CarryOptions } from "../../../src/matrix/carry/carry-over";
import { doubtBounds } from "../../../src/matrix/doubts";
import { locateMatrix, type SheetReading } from "../../../src/matrix/locate";
import type { CellValue } from "../../../src/matrix/sheet";
import type { Plan } from "../../../src/plan/model";
import { indicator, plan, task } from "../../plans";
import { columnOf, readingOf, typedAt } from "../readings";

/** Sheets with which syncs have not brought in, or not taken out, all that the plan wanted. */

const base = plan();
const sheetOf = (of: Plan): SheetReading => readingOf(buildMatrix(of, { year: 2023 }).sheet);
const carry = (reading: SheetReading, incoming: Plan, from: Plan, options: CarryOptions = {}): CarriedMatrix =>
  carryOver(incoming, locateMatrix(reading, [from, incoming])!, from, options);
const keysIn = ({ sheet }: CarriedMatrix): string[] =>
  sheet.cells.slice(titleRows.header + 1).map(([key]) => String(key).split("|").slice(1, 3).join("|"));
const tasksOf = (rows: readonly { cells: Readonly<Record<string, unknown>> }[]): unknown[] =>
  rows.map(({ cells }) => cells.indicator || cells.task);

const without = (id: string): Plan => plan({ indicators: base.indicators.filter((one) => one.id !== id) });

describe("a row that is not in the sheet", () => {
  it("is new where the plan has it for the first time, and back where somebody had deleted it", () => {
    const fresh = carry(sheetOf(without("i2")), base, without("i2"));
    expect([tasksOf(fresh.fresh), tasksOf(fresh.back)]).toEqual([["培训教师"], []]);
    const back = carry(sheetOf(without("i2")), base, base);
    expect([tasksOf(back.fresh), tasksOf(back.back)]).toEqual([[], ["培训教师"]]);
  });

  it("gets back what the workbook knows was typed in it, and nothing of what the plan fills", () => {
    const typed: Record<string, CellValue> = {
      "actual:2022": 40,
      remark: "含民办",
      "user:联系人": "张三",
      target: "≥1",
      status: "达标",
    };
    const carried = carry(sheetOf(without("i2")), base, base, {
      known: ({ indicator: of }) => (of?.id === "i2" ? typed : {}),
    });
    const [row] = carried.back;
    expect(row!.cells).toMatchObject({ "actual:2022": 40, remark: "含民办", target: "≥50" });
    expect(row!.cells.status).toBeUndefined();
    // A column that the sheet does not have takes nothing back.
    expect(carried.restored).toBe(2);
  });

  it("stays out where a sync has left it out, and is told", () => {
    const carried = carry(sheetOf(without("i2")), base, base, { left: ["t1|i2"] });
    expect(keysIn(carried)).toEqual(["|i0", "t1|i1", "t2|i3", "t3|"]);
    expect([tasksOf(carried.back), carried.leftOut.map(({ identity }) => identity)]).toEqual([[], ["t1|i2"]]);
    expect(carried.unchanged).toBe(true);
  });

  it("is left out no more once somebody has brought it in since", () => {
    const carried = carry(sheetOf(base), base, base, { left: ["t1|i2", "unit:县财政局"] });
    expect(keysIn(carried)).toContain("t1|i2");
    expect([carried.leftOut, carried.unchanged]).toEqual([[], true]);
  });
});

describe("a unit's column that is not in the sheet", () => {
  const more = plan({ units: [...base.units, { name: "县体育局", aliases: [] }] });

  it("comes in and is told by its full name, unless a sync has left it out", () => {
    expect(carry(sheetOf(base), more, base).newColumns).toEqual(["县体育局"]);
    const left = carry(sheetOf(base), more, base, { left: ["unit:县体育局"] });
    expect([left.newColumns, left.columns.some(({ key }) => key === "unit:县体育局"), left.unchanged]).toEqual([
      [],
      false,
      true,
    ]);
  });

  it("goes with a unit that leaves the plan, and is told by its full name", () => {
    expect(carry(sheetOf(more), base, more)).toMatchObject({ goneColumns: ["县体育局"], newColumns: [] });
  });
});

describe("a row that a sync has left in the sheet although the plan has it no more", () => {
  const former = plan({ tasks: [...base.tasks, task("t4", { title: "修路", lead: ["县交通局"] })] });
  const withUnit = { ...former, units: [...base.units, { name: "县交通局", aliases: [] }] };
  /** The sheet still has the row and its unit's column; the plan of the sheet has neither. */
  const left = (): SheetReading => typedAt(sheetOf(withUnit), ["修路", "remark", "续建"]);

  it("keeps its place and what is typed in it, and its unit's column stays", () => {
    const carried = carry(left(), base, base);
    expect(tasksOf(carried.stayed.rows)).toEqual(["修路"]);
    expect(carried.stayed.columns.map(({ key }) => key)).toEqual(["unit:县交通局"]);
    expect(keysIn(carried)).toEqual(["|i0", "t1|i1", "t1|i2", "t2|i3", "t3|", "t4|"]);
    expect(carried.sheet.cells.flat()).toEqual(expect.arrayContaining(["续建", "#unit:县交通局"]));
    expect([carried.removed, carried.dropped, carried.goneColumns, carried.keptCells]).toEqual([[], [], [], []]);
    expect(carried.unchanged).toBe(true);
  });

  it("comes back into the plan with what the plan last said of it: what people have changed since is theirs", () => {
    const last = buildMatrix(withUnit).rows.find(({ identity }) => identity === "t4|")!.cells;
    const again = {
      ...withUnit,
      tasks: withUnit.tasks.map((one) => (one.id === "t4" ? { ...one, title: "修路架桥" } : one)),
    };
    const untouched = carry(left(), again, base, { saidOf: (identity) => (identity === "t4|" ? last : undefined) });
    expect([untouched.keptCells, untouched.stayed.rows]).toEqual([[], []]);
    expect(untouched.sheet.cells.flat()).toContain("修路架桥");
    const unknown = carry(left(), again, base);
    expect(unknown.keptCells.map(({ column, kept, why }) => [column, kept, why])).toEqual([
      ["task", "修路", "unknown"],
    ]);
  });

  it("is told as removed or dropped where the plan of the sheet still had it", () => {
    const [used, untouched] = [carry(left(), base, withUnit), carry(sheetOf(withUnit), base, withUnit)];
    expect([tasksOf(used.removed), tasksOf(used.dropped), used.unchanged]).toEqual([["修路"], [], false]);
    expect([tasksOf(untouched.removed), tasksOf(untouched.dropped)]).toEqual([[], ["修路"]]);
  });
});

describe("a sheet whose last row goes", () => {
  it("has one empty row, since a table needs one", () => {
    const nothing = plan({ tasks: [], indicators: [], units: [], groups: [] });
    const { sheet } = carry(sheetOf(base), nothing, base);
    expect(sheet.cells.slice(titleRows.header + 1).map((row) => row.filter((cell) => cell !== ""))).toEqual([[]]);
    expect(sheet.table!.area.rows).toBe(2);
  });
});

describe("numbers shown as percentages", () => {
  const held = () => {
    const reading = typedAt(sheetOf(base), ["居民综合阅读率", "actual:2022", 92]);
    const located = locateMatrix(reading, [base])!;
    const row = located.rows.find(({ cells }) => cells.indicator === "居民综合阅读率")!;
    row.percents = { "actual:2022": 0.92 };
    row.formats = { "actual:2022": "0%" };
    return { located, column: columnOf(reading, "actual:2022"), row: row.row };
  };

  it("are written as the cells hold them, and their formats go with them to their new place", () => {
    const { located, column, row } = held();
    const incoming = plan({
      tasks: base.tasks,
      indicators: [indicator("i9", { span: [1, 5] }), ...base.indicators],
    });
    const { sheet } = carryOver(incoming, located, base);
    const formats = sheet.styles.flatMap(({ area, style }) =>
      style.numberFormat !== undefined && area.column <= column && column < area.column + area.columns
        ? [[area.row, area.rows, style.numberFormat]]
        : [],
    );
    expect(sheet.cells[row + 1]![column]).toBe(0.92);
    // The former place, then rows of percentages, become plain; last comes the number's own format.
    expect(formats).toEqual([
      [row, 1, "General"],
      [row + 1, 1, "General"],
      [row + 1, 1, "0%"],
    ]);
  });
});

describe("what may be typed into a sheet that is laid out anew", () => {
  it("is asked of each row in its own place, and of a large target from ten thousand on", () => {
    const { sheet } = carry(sheetOf(base), base, base);
    const rows = sheet.validations.flatMap(({ area, rule }) =>
      rule.kind === "custom" && area.row > titleRows.header ? [area.row] : [],
    );
    expect(rows).toEqual([1, 2, 3, 4].map((below) => titleRows.header + below));
    const low = (target: string): number => doubtBounds({ target, measure: "吨" }).low;
    expect([low("≥10000"), low("≥9999")]).toEqual([10, 0]);
  });
});
