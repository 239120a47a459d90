import fc from "fast-check";
import { buildMatrix, titleRows } from "../../src/matrix/build";
import { isMarkColumn, type HeaderStyle } from "../../src/matrix/columns";
import { locateMatrix, type LocatedMatrix } from "../../src/matrix/locate";
import { orientationOn, printedSize } from "../../src/matrix/paper";
import {
  columnChoices,
  freshlyHidden,
  headerSteps,
  ownFilters,
  restoreSteps,
  sectionChoices,
  unitChoices,
  viewOf,
  viewSteps,
  type Shown,
  type ViewChange,
  type ViewSteps,
} from "../../src/matrix/views";
import type { Plan } from "../../src/plan/model";
import { anyPlan, bundledPlan, plan, task } from "../plans";
import { runs } from "../runs";

function held(of: Plan, year = 2023, style: HeaderStyle = "short"): LocatedMatrix {
  const { sheet } = buildMatrix(of, { year, style });
  return locateMatrix({ top: 0, left: 0, values: sheet.cells, formulas: sheet.cells }, [of])!;
}

const untouched: Shown = { filters: new Map(), hidden: new Set(["key"]) };

/** The view of a sheet that was just made. */
const fresh = (sheet: LocatedMatrix): Shown => ({ filters: new Map(), hidden: new Set(freshlyHidden(sheet)) });

/** The sheet after the steps. */
function after({ filters, hidden }: Shown, steps: ViewSteps): Shown {
  const shown = { filters: new Map(filters), hidden: new Set(hidden) };
  for (const { key, values } of steps.filters) {
    if (values) shown.filters.set(key, values);
    else shown.filters.delete(key);
  }
  for (const one of steps.columns) {
    if (one.hidden) shown.hidden.add(one.key);
    else shown.hidden.delete(one.key);
  }
  return shown;
}

const rowsIn = ({ rows }: LocatedMatrix, { filters }: Shown): unknown[] =>
  rows
    .filter(({ cells }) =>
      [...filters].every(([key, texts]) => texts === "other" || texts.includes(String(cells[key]))),
    )
    .map(({ keyText }) => keyText);

describe("a view of the matrix", () => {
  const sheet = held(plan());

  it("is that of a sheet just made where nobody has chosen anything: of the years the assessed one, no columns that hold nothing", () => {
    const now = fresh(sheet);
    expect(viewOf(sheet, now)).toMatchObject({
      years: "assessed",
      short: false,
      purpose: "both",
      headers: "short",
      columns: { indicator: true, deadline: false, persons: false },
    });
    expect(ownFilters(sheet, now)).toEqual([]);
    expect(restoreSteps(sheet, now)).toEqual({ filters: [], columns: [] });
  });

  it("of a sheet of the earlier layout is all of it, its keys aside", () => {
    const columns = new Map(
      [...sheet.columns].filter(([key]) => !["deadline", "due", "persons", "progress"].includes(key)),
    );
    expect([...freshlyHidden({ ...sheet, columns })]).toEqual(["key"]);
  });

  it("for a meeting hides what is filled in, for filling in the marks, and shows both again", () => {
    const meeting = after(fresh(sheet), viewSteps(sheet, fresh(sheet), { purpose: "meeting" }));
    expect(
      ["actual:2023", "progress", "method", "evidence", "remark"].filter((key) => !meeting.hidden.has(key)),
    ).toEqual([]);
    expect([...meeting.hidden].filter(isMarkColumn)).toEqual([]);
    expect(viewOf(sheet, meeting).purpose).toBe("meeting");
    const entry = after(meeting, viewSteps(sheet, meeting, { purpose: "entry" }));
    expect([...sheet.columns.keys()].filter((key) => isMarkColumn(key) && !entry.hidden.has(key))).toEqual([]);
    expect(["actual:2023", "progress"].filter((key) => entry.hidden.has(key))).toEqual([]);
    expect(viewOf(sheet, entry).purpose).toBe("entry");
    const both = after(entry, viewSteps(sheet, entry, { purpose: "both" }));
    expect(both).toEqual(fresh(sheet));
  });

  it("shows and hides a column of its own, and says so", () => {
    const shown = after(
      fresh(sheet),
      viewSteps(sheet, fresh(sheet), { columns: { deadline: true, indicator: false } }),
    );
    expect(viewOf(sheet, shown).columns).toMatchObject({ deadline: true, indicator: false });
    expect(columnChoices(sheet).map(({ name }) => name)).toEqual(
      "板块 指标 口径 目标 计量单位 完成时限 时限日 责任人 当前值 完成率".split(" "),
    );
  });

  it("does nothing about a column or a section that the sheet does not have", () => {
    expect(viewSteps(sheet, untouched, { columns: { "user:无": false }, section: "没有这一节" })).toEqual({
      filters: [],
      columns: [],
    });
    const bare = { ...sheet, columns: new Map([...sheet.columns].filter(([key]) => key !== "status")) };
    expect(viewSteps(bare, untouched, { short: true }).filters).toEqual([]);
  });

  it("gives full names to the headers for a print, in letters that fit, and short ones again; what somebody has written stays", () => {
    const steps = headerSteps(sheet, untouched, plan(), "full");
    expect([...steps.headers!.names]).toEqual([
      ["unit:县教育局", "县教育局"],
      ["unit:县财政局", "县财政局"],
      ["unit:县文化和旅游局", "县文化和旅游局"],
    ]);
    expect(steps.headerHeight).toBeGreaterThanOrEqual(buildMatrix(plan()).sheet.rowHeights[titleRows.header]!);
    const full = held(plan(), 2023, "full");
    const back = headerSteps(
      { ...full, headers: new Map([...full.headers, ["unit:县财政局", "财政"]]) },
      untouched,
      plan(),
      "short",
    );
    expect([...back.headers!.names]).toEqual([
      ["unit:县教育局", "教育局"],
      ["unit:县文化和旅游局", "文旅局"],
    ]);
    // A form of the name that the rules gave among other units does not count as a name that somebody gave.
    const among = {
      ...sheet,
      headers: new Map([...sheet.headers, ["unit:县教育局", "县教育局"], ["unit:县文化和旅游局", "县文旅局"]]),
    };
    expect(headerSteps(among, untouched, plan(), "full").headers!.names.get("unit:县文化和旅游局")).toBe(
      "县文化和旅游局",
    );
  });

  it("offers the outermost sections, and those below one that has several", () => {
    const many = held(
      plan({
        tasks: [
          task("t1", { section: ["行动", "甲"] }),
          task("t2", { section: ["行动", "乙"] }),
          task("t3", { section: ["保障", "丙"] }),
        ],
        indicators: [],
      }),
    );
    expect(sectionChoices(many).map(({ name, values }) => [name, values.length])).toEqual([
      ["行动", 2],
      ["行动 / 甲", 1],
      ["行动 / 乙", 1],
      ["保障", 1],
    ]);
    expect(rowsIn(many, after(untouched, viewSteps(many, untouched, { section: "保障" })))).toHaveLength(1);
  });

  it("of one section holds just the rows of that section", () => {
    const shown = after(untouched, viewSteps(sheet, untouched, { section: "重点任务" }));
    expect(rowsIn(sheet, shown)).toEqual(
      sheet.rows.filter(({ cells }) => cells.section === "重点任务").map(({ keyText }) => keyText),
    );
    expect(viewOf(sheet, shown).section).toBe("重点任务");
  });

  it("of one unit holds just the rows in which its column says something, and no other unit's column", () => {
    const noted = {
      ...sheet,
      rows: sheet.rows.map((row, index) =>
        index === 0 ? { ...row, cells: { ...row.cells, "unit:县财政局": "协助" } } : row,
      ),
    };
    const shown = after(untouched, viewSteps(noted, untouched, { unit: "unit:县财政局" }));
    expect(rowsIn(noted, shown)).toEqual(
      noted.rows.filter(({ cells }) => cells["unit:县财政局"] !== "").map(({ keyText }) => keyText),
    );
    expect(rowsIn(noted, shown)).toContain(noted.rows[0]!.keyText);
    expect([...shown.hidden].sort()).toEqual(["key", "unit:县教育局", "unit:县文化和旅游局"].sort());
    expect(viewOf(noted, shown)).toMatchObject({ years: "all", unit: "unit:县财政局", short: false });
  });

  it("of one unit has a header no higher than the names in view need", () => {
    const named = held(plan(), 2023, "full");
    const all = buildMatrix(plan(), { style: "full" }).sheet.rowHeights[titleRows.header]!;
    const steps = viewSteps(named, untouched, { unit: "unit:县财政局" });
    expect(steps.headerHeight).toBeLessThan(all);
    expect(viewSteps(named, after(untouched, steps), { unit: null }).headerHeight).toBe(all);
  });

  it("of a group hides all units", () => {
    const shown = after(untouched, viewSteps(sheet, untouched, { unit: "group:各成员单位" }));
    expect([...shown.hidden].filter(isMarkColumn)).toHaveLength(3);
    expect(viewOf(sheet, shown).unit).toBe("group:各成员单位");
  });

  it("of what falls short lets through the statuses with the mark, and of the assessed year that year's column", () => {
    const shown = after(untouched, viewSteps(sheet, untouched, { short: true, years: "assessed" }));
    expect(shown.filters.get("status")).toEqual(["▲滞后", "▲未达标", "▲逾期"]);
    expect(
      ["actual:2021", "actual:2022", "actual:2023", "actual:2024", "actual:2025"].filter(
        (key) => !shown.hidden.has(key),
      ),
    ).toEqual(["actual:2023"]);
  });

  it("leaves filters and hidden columns of somebody's own alone, tells of them, and only 恢复原样 ends them", () => {
    const own: Shown = {
      filters: new Map<string, string[] | "other">([
        ["indicator", ["培训教师"]],
        ["status", "other"],
      ]),
      hidden: new Set(["key", "remark", "actual:2021"]),
    };
    expect(viewOf(sheet, own)).toMatchObject({ years: "mixed", short: false });
    expect(ownFilters(sheet, own)).toEqual(["指标", "状态"]);
    const shown = after(own, viewSteps(sheet, own, { section: "重点任务", unit: "unit:县教育局" }));
    const back = after(shown, viewSteps(sheet, shown, { section: null, unit: null }));
    expect(back).toEqual(own);
    expect(after(own, restoreSteps(sheet, own))).toEqual(fresh(sheet));
  });

  const choice = (of: LocatedMatrix): fc.Arbitrary<ViewChange> =>
    fc.record(
      {
        years: fc.constantFrom("all" as const, "assessed" as const, "none" as const),
        section: fc.constantFrom(null, ...sectionChoices(of).map(({ name }) => name)),
        unit: fc.constantFrom(null, ...unitChoices(of).map(({ key }) => key)),
        short: fc.boolean(),
      },
      { requiredKeys: [] },
    );

  it("says what was chosen last of each kind, whatever was chosen before, and is gone when it is restored", () => {
    fc.assert(
      fc.property(
        anyPlan.chain((of) => fc.tuple(fc.constant(of), fc.array(choice(held(of)), { maxLength: 6 }))),
        ([of, changes]) => {
          const on = held(of, of.years[0]);
          let shown = fresh(on);
          for (const change of changes) {
            shown = after(shown, viewSteps(on, shown, change));
            // If it is asked for again, there is nothing to do.
            expect(viewSteps(on, shown, change)).toEqual({ filters: [], columns: [] });
          }
          const last = Object.assign({}, ...changes) as ViewChange;
          const view = viewOf(on, shown);
          expect([view.section ?? null, view.unit ?? null, view.short]).toEqual([
            last.section ?? null,
            last.unit ?? null,
            last.short ?? false,
          ]);
          // If a plan has one year, that year is all of them.
          if (of.years[0] !== of.years[1]) expect(view.years).toBe(last.years ?? "assessed");
          expect(ownFilters(on, shown)).toEqual([]);
          expect(after(shown, restoreSteps(on, shown))).toEqual(fresh(on));
        },
      ),
      { seed: 20261126, numRuns: runs(150) },
    );
  });

  it("offers every unit and group of the bundled plan, under its own name", () => {
    expect(unitChoices(held(bundledPlan()))).toHaveLength(37);
  });
});

describe("paper for what is shown", () => {
  it("is A3 across, and A4 upright where all columns fit in full", () => {
    expect([orientationOn("a3", 300), orientationOn("a4", 539), orientationOn("a4", 540)]).toEqual([
      "landscape",
      "portrait",
      "landscape",
    ]);
  });

  it("prints letters in full where there is room, and smaller the more columns there are", () => {
    expect([printedSize("a4", 500), printedSize("a3", 1135)]).toEqual([10, 10]);
    expect(printedSize("a3", 2270)).toBeCloseTo(5);
    expect(printedSize("a4", 1572)).toBeCloseTo(5);
  });
});
