import fc from "fast-check";
import { buildMatrix } from "../../src/matrix/build";
import { unitWidth } from "../../src/matrix/columns";
import { firstSight } from "../../src/matrix/first-sight";
import type { Plan } from "../../src/plan/model";
import { anyPlan, bundledPlan, indicator, plan, task } from "../plans";
import { columnIn } from "./readings";
import { runs } from "../runs";

/** The width of a sheet, in points, that a screen of 1366 × 768 shows beside the open pane. */
const screen = 726;
const unitsInView = 13;
/** At most a third of it. */
const widestFrozen = 240;

interface Sight {
  /** Column keys in the order of the sheet. */
  shown: string[];
  /** Points. */
  width: (key: string) => number;
  /** The width of what is shown left of the units, in points. */
  left: number;
  /** The width of what is shown up to the tasks, in points. */
  frozen: number;
}

function sightOf(of: Plan, year = of.years[1]): Sight {
  const { sheet, columns } = buildMatrix(of, { year });
  const shown = columns.filter((_, index) => !sheet.hiddenColumns.includes(index));
  const width = (key: string): number => sheet.columnWidths[columnIn({ columns }, key)]!;
  const sum = (some: readonly { key: string }[]): number => some.reduce((points, { key }) => points + width(key), 0);
  const units = shown.findIndex(({ kind }) => kind === "unit");
  const left = shown.slice(0, units < 0 ? shown.findIndex(({ key }) => key === "progress") : units);
  return {
    shown: shown.map(({ key }) => key),
    width,
    left: sum(left),
    frozen: sum(shown.slice(0, shown.findIndex(({ key }) => key === "task") + 1)),
  };
}

const units = (count: number): Plan["units"] =>
  Array.from({ length: count }, (_, index) => ({ name: `县第${index + 1}局`, aliases: [] }));
const many = (count: number, more: (index: number) => Partial<Plan["tasks"][number]> = () => ({})): Plan["tasks"] =>
  Array.from({ length: count }, (_, index) =>
    task(`t${index + 1}`, { lead: [], responsible: [], groups: [], ...more(index) }),
  );

describe("a fresh sheet shows at first sight", () => {
  it("number, task, what is promised, 评估年度's column and status, then units and what is filled in", () => {
    const { shown } = sightOf(plan(), 2023);
    const marked = shown.filter((key) => /^(unit|group):/.test(key));
    expect(marked).toHaveLength(4);
    expect(shown.filter((key) => !marked.includes(key))).toEqual([
      "number",
      "section",
      "task",
      "indicator",
      "period",
      "target",
      "measure",
      "actual:2023",
      "status",
      "progress",
      "method",
      "evidence",
      "remark",
    ]);
  });

  it("no columns of numbers where the plan promises none", () => {
    const { shown } = sightOf(plan({ indicators: [] }), 2023);
    expect(shown).toEqual(expect.not.arrayContaining(["indicator"]));
    for (const key of ["indicator", "period", "target", "measure", "current", "ratio", "due"])
      expect(shown).not.toContain(key);
    expect(shown).toEqual(expect.arrayContaining(["number", "task", "actual:2023", "status", "progress"]));
  });

  it("no 板块 where the plan has no sections", () => {
    const flat = plan({
      tasks: plan().tasks.map((one) => ({ ...one, section: [] })),
      indicators: plan().indicators.map(({ section: _none, ...one }) => one),
    });
    expect(sightOf(flat).shown).not.toContain("section");
  });

  it("完成时限 and 责任人 where the plan names any, and never the day behind a deadline", () => {
    const dated = plan({
      tasks: many(3, (index) => (index === 0 ? { deadline: { text: "2023年6月底前", by: "2023-06" } } : {})),
    });
    const named = plan({
      tasks: many(3, (index) => (index === 0 ? { persons: [{ label: "责任人", name: "张三" }] } : {})),
    });
    const seen = (of: Plan): string[] =>
      sightOf(of).shown.filter((key) => ["deadline", "due", "persons"].includes(key));
    expect([seen(plan()), seen(dated), seen(named)]).toEqual([[], ["deadline"], ["persons"]]);
  });

  it("the one year of a plan that has one", () => {
    expect(sightOf(plan({ years: [2024, 2024] })).shown.filter((key) => key.startsWith("actual:"))).toEqual([
      "actual:2024",
    ]);
  });

  it("little of the indicators, and more of the tasks, where few tasks have a number", () => {
    const long = "持续推进基层公共文化服务体系建设并建立健全长效管理机制";
    const few = plan({
      units: units(13),
      groups: [],
      tasks: many(20, () => ({ title: long })),
      indicators: [indicator("i1", { taskId: "t1", name: long })],
    });
    const all = {
      ...few,
      indicators: few.tasks.map(({ id }, index) => indicator(`i${index + 1}`, { taskId: id, name: long })),
    };
    const [sparse, dense] = [sightOf(few), sightOf(all)];
    expect(sparse.width("indicator")).toBeLessThan(dense.width("indicator"));
    expect(sparse.width("task")).toBeGreaterThanOrEqual(dense.width("task"));
  });

  it("the whole names of short tasks, without wasting room on them", () => {
    const short = sightOf(plan({ tasks: many(5, () => ({ title: "修路" })) }));
    const long = sightOf(plan({ tasks: many(5, () => ({ title: "修筑".repeat(12) })) }));
    expect(short.width("task")).toBeLessThan(long.width("task"));
  });

  it("thirteen units beside it all in the bundled plan, and frozen columns that take at most a third", () => {
    for (const year of [2021, 2023, 2025]) {
      const { left, frozen, shown } = sightOf(bundledPlan(), year);
      expect(left + unitsInView * unitWidth).toBeLessThanOrEqual(screen);
      expect(frozen).toBeLessThanOrEqual(widestFrozen);
      expect(shown.filter((key) => key.startsWith("actual:"))).toEqual([`actual:${year}`]);
    }
  });

  it("thirteen units beside it all where every column has long texts", () => {
    const long = "持续推进基层公共文化服务体系建设并建立健全长效管理机制";
    const { left } = sightOf(
      plan({
        units: units(13),
        groups: [],
        tasks: many(12, () => ({
          title: "修路",
          deadline: { text: long },
          persons: [{ label: "责任人", name: long }],
        })),
        indicators: many(12, () => ({})).map(({ id }, index) => indicator(`i${index + 1}`, { taskId: id, name: long })),
      }),
    );
    expect(left + unitsInView * unitWidth).toBeLessThanOrEqual(screen);
  });

  it("thirteen units beside it all for any plan, however long its texts, and whatever it names", () => {
    const text = fc.string({
      unit: fc.constantFrom(..."县教育公共服务体系建设，(2025)年"),
      minLength: 1,
      maxLength: 60,
    });
    const varied = fc
      .record({
        titles: fc.array(text, { minLength: 1, maxLength: 12 }),
        names: fc.array(text, { maxLength: 12 }),
        sections: fc.array(text, { minLength: 1, maxLength: 4 }),
        hasSections: fc.boolean(),
        deadlines: fc.array(text, { maxLength: 3 }),
        persons: fc.array(text, { maxLength: 3 }),
        count: fc.integer({ min: 0, max: 60 }),
        last: fc.integer({ min: 2021, max: 2030 }),
      })
      .map(({ titles, names, sections, hasSections, deadlines, persons, count, last }) =>
        plan({
          years: [2021, last],
          units: units(count),
          groups: [],
          tasks: titles.map((title, index) =>
            task(`t${index + 1}`, {
              title,
              lead: [],
              responsible: [],
              section: hasSections ? [sections[index % sections.length]!] : [],
              ...(deadlines[index] === undefined ? {} : { deadline: { text: deadlines[index] } }),
              ...(persons[index] === undefined ? {} : { persons: [{ label: "责任人", name: persons[index] }] }),
            }),
          ),
          indicators: names
            .slice(0, titles.length)
            .map((name, index) => indicator(`i${index + 1}`, { taskId: `t${index + 1}`, name })),
        }),
      );
    fc.assert(
      fc.property(varied, (of) => {
        const { left, frozen, shown, width } = sightOf(of);
        const seen = Math.min(of.units.length, unitsInView);
        expect(left + seen * unitWidth).toBeLessThanOrEqual(screen);
        expect(frozen).toBeLessThanOrEqual(widestFrozen);
        for (const key of shown) expect([key, width(key) > 0]).toEqual([key, true]);
        // What the plan contains is shown; what else has content can be shown with one click.
        expect(shown).toEqual(
          expect.arrayContaining([
            "number",
            "task",
            "status",
            ...(of.indicators.length > 0 ? ["indicator", "target", "measure"] : []),
          ]),
        );
      }),
      { seed: 20261129, numRuns: runs(300) },
    );
  });

  it("the same whatever the order of columns and rows", () => {
    fc.assert(
      fc.property(anyPlan, (of) => {
        const { columns, rows } = buildMatrix(of);
        const [one, other] = [
          firstSight(columns, rows, of.years[1]),
          firstSight([...columns].reverse(), [...rows].reverse(), of.years[1]),
        ];
        expect([[...other.hidden].sort(), [...other.widths].sort()]).toEqual([
          [...one.hidden].sort(),
          [...one.widths].sort(),
        ]);
      }),
    );
  });
});

describe("where there is little room", () => {
  const long = "各县（市、区）人民政府，市直各有关部门";
  const wide = (count: number, more: Partial<Plan> = {}): Plan =>
    plan({
      units: units(count),
      groups: [],
      indicators: [],
      tasks: many(10, () => ({
        title: "修路",
        deadline: { text: long },
        persons: [{ label: "责任人", name: long }],
      })),
      ...more,
    });

  it("完成时限 and 责任人 are as wide as their texts want, up to what they may take, while there is room", () => {
    const { width } = sightOf(wide(13));
    expect([width("deadline"), width("persons")]).toEqual([76, 76]);
    const brief = wide(13, { tasks: many(10, () => ({ deadline: { text: "年底" }, persons: [] })) });
    expect(sightOf(brief).width("deadline")).toBe(56);
  });

  it("of these two 责任人 gives way first, then 完成时限, each by no more than is wanted and no further than it can", () => {
    const full = (count: number): number[] => {
      const of = wide(count);
      const indicators = of.tasks.map(({ id }, index) => indicator(`i${index + 1}`, { taskId: id, name: "里程" }));
      const { width, shown } = sightOf({ ...of, indicators });
      expect(shown).not.toContain("period");
      return ["persons", "deadline", "task", "indicator"].map(width);
    };
    // Each unit less leaves its 17 points to the others.
    expect([13, 12, 11, 10].map(full)).toEqual([
      [48, 65, 100, 84],
      [54, 76, 100, 84],
      [71, 76, 100, 84],
      [76, 76, 100, 84],
    ]);
  });

  it("口径 and 板块 are only shown where tasks and indicators have all the width that they want", () => {
    const shown = (title: string, section: string, numbers: number): string[] => {
      const of = wide(13, { tasks: many(10, () => ({ title, section: section === "" ? [] : [section] })) });
      const indicators = of.tasks
        .slice(0, numbers)
        .map(({ id }, index) => indicator(`i${index + 1}`, { taskId: id, name: "数" }));
      return sightOf({ ...of, indicators }).shown.filter((key) => ["section", "period"].includes(key));
    };
    const letters = (count: number): string => "任".repeat(count);
    expect([10, 20, 26, 34].map((count) => shown(letters(count), "甲", 10))).toEqual([
      ["section", "period"],
      ["section", "period"],
      ["period"],
      [],
    ]);
    expect([shown(letters(20), "", 0), shown(letters(20), "甲", 0)]).toEqual([[], ["section"]]);
  });

  it("tasks and indicators share what there is, each by what it wants", () => {
    const of = wide(13, { tasks: many(10, () => ({ title: "任".repeat(40) })) });
    const widths = (name: string): number[] => {
      const indicators = of.tasks.map(({ id }, index) => indicator(`i${index + 1}`, { taskId: id, name }));
      const { width } = sightOf({ ...of, indicators });
      return [width("task"), width("indicator")];
    };
    // 297 points for 200 and 160, or for 200 and 112.
    expect([widths("指".repeat(40)), widths("指".repeat(20)), widths("指")]).toEqual([
      [165, 132],
      [190, 106],
      [200, 84],
    ]);
  });
});
