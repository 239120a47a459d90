import { chaseSections, chasing, isReportedBy, type Chase, type ChaseInput } from "../../src/assessment/chase";
import { merged, nothing, type Detail } from "../../src/assessment/details";
import type { Dropped } from "../../src/assessment/dropped";
import { rowIdentity } from "../../src/matrix/row-key";
import { runToEnd } from "../../src/plan/pausable";
import { readEntry } from "../../src/assessment/entry";
import { inChinese, type Sentence } from "../../src/plan/sentence";
import { plan, task } from "../plans";
import { rowNamed, sheetOf } from "../sync/sheets";

const year = 2023;
const two = plan({
  tasks: [task("t1", { lead: ["县教育局", "县财政局"], responsible: [] }), ...plan().tasks.slice(1)],
});
const held = sheetOf(two);

function detail(unit: string, name: string, value: number | "", unread = "", more: Partial<Detail> = {}): Detail {
  const reported = <T>(content: T | ""): { content: T | ""; file: string; saved: string } =>
    content === "" ? nothing : { content, file: "a.xlsx", saved: "" };
  return {
    unit,
    year,
    month: 12,
    identity: rowIdentity(rowNamed(held, name).key!),
    value: reported(value),
    unread: reported(unread),
    evidence: nothing,
    progress: nothing,
    explanation: nothing,
    ...more,
  };
}

const chase = (details: readonly Detail[], more: Partial<ChaseInput> = {}): Chase =>
  runToEnd(chasing({ plan: two, held, year, totals: new Set(), details: merged(details), dropped: [], ...more }));
const typed = (name: string, value: number | string): typeof held =>
  sheetOf(two, (sheet) => void (rowNamed(sheet, name).cells[`actual:${year}`] = value));

describe("what is still to be asked for", () => {
  it("are the units that have said nothing, until a number is typed for them", () => {
    expect(chase([]).missing).toEqual(["县教育局", "县财政局", "县文化和旅游局"]);
    expect(chase([detail("县教育局", "培训教师", 42)]).missing).toEqual(["县财政局", "县文化和旅游局"]);
    expect(chase([detail("县教育局", "培训教师", 42)], { held: typed("开展活动", 30) }).missing).toEqual(["县财政局"]);
    // What another unit has reported does not count as their report.
    expect(chase([detail("县教育局", "培训教师", 42)], { held: typed("培训教师", 42) }).missing).toEqual([
      "县财政局",
      "县文化和旅游局",
    ]);
  });

  it("are entries that nobody could read; their unit is not one that has reported, until somebody has put them right", () => {
    const details = [detail("县文化和旅游局", "开展活动", "", "约310")];
    const open = chase(details);
    expect(open.unread.map(({ unit, entry, reason }) => [unit, entry, inChinese(reason)])).toEqual([
      ["县文化和旅游局", "约310", "是约数，请填准确的数"],
    ]);
    expect([isReportedBy("县文化和旅游局", open), open.missing.includes("县文化和旅游局")]).toEqual([false, false]);
    const settled = chase(details, { held: typed("开展活动", 310) });
    expect([settled.unread, isReportedBy("县文化和旅游局", settled)]).toEqual([[], true]);
    // What one unit wrote does not count against another.
    const heard = chase([detail("县文化和旅游局", "开展活动", "", "约三十"), detail("县教育局", "培训教师", 42)]);
    expect(["县文化和旅游局", "县教育局"].map((unit) => isReportedBy(unit, heard))).toEqual([false, true]);
    // 0.85 under a target of 80 % may mean 85 %, so it is questioned, for the same reason as when it came in.
    const percent = plan({
      indicators: plan().indicators.map((one) =>
        one.id === "i3" ? { ...one, value: 80, unit: "%", period: "perYear" } : one,
      ),
    });
    const asked = chase([detail("县文化和旅游局", "开展活动", "", "0.85")], {
      plan: percent,
      held: sheetOf(percent),
    }).unread.map(({ reason }) => inChinese(reason));
    expect(asked).toEqual([
      inChinese(
        (readEntry(0.85, { indicator: "开展活动", target: "≥80", measure: "%" }) as { reason: Sentence }).reason,
      ),
    ]);
    // An earlier number stays in the matrix, and the text still has to be asked about.
    expect(
      chase([detail("县文化和旅游局", "开展活动", 300, "约310")], { held: typed("开展活动", 300) }).unread,
    ).toHaveLength(1);
  });

  it("are rows on which units differ, until somebody has settled them in the matrix", () => {
    const details = [detail("县教育局", "培训教师", 42), detail("县财政局", "培训教师", 40)];
    expect(chase(details).conflicts.map(({ place, note }) => [place, inChinese(note)])).toEqual([
      ["一(一)1 任务t1 · 培训教师", "县教育局填 42，县财政局填 40"],
    ]);
    expect(chase(details, { held: typed("培训教师", 41) }).conflicts).toEqual([]);
  });

  it("are rows that belong nowhere, of the year", () => {
    const dropped: Dropped = {
      unit: "县教育局",
      year,
      month: 12,
      reason: "added",
      printed: { number: "9", task: "自己加的任务", indicator: "" },
      entry: "9",
      evidence: "",
      progress: "",
      explanation: "",
      file: "a.xlsx",
      saved: "",
    };
    expect(chase([], { dropped: [dropped, { ...dropped, year: year - 1 }] }).dropped).toEqual([dropped]);
  });

  it("are things that a unit was asked and has left out", () => {
    expect(chase([detail("县教育局", "培训教师", 42)]).partial).toEqual([
      {
        unit: "县教育局",
        places: ["一(一)1 任务t1 · 建成示范学校", "一(一)1 任务t1 · 培训教师", "一(一)3 任务t3"].filter(
          (place) => !place.includes("培训教师"),
        ),
      },
    ]);
  });

  it("are told part by part, and parts with nothing in them are not", () => {
    const told = chaseSections(
      chase([
        detail("县教育局", "培训教师", 42),
        detail("县财政局", "培训教师", 40),
        detail("县文化和旅游局", "开展活动", "", "约310"),
      ]),
    );
    expect(told.map(({ title, lines }) => [inChinese(title), ...lines.map(inChinese)])).toEqual([
      ["交来但没有认出的数（1）", "县文化和旅游局：一(一)2 任务t2 · 开展活动填“约310”，是约数，请填准确的数"],
      ["几个单位填的不同（1）", "一(一)1 任务t1 · 培训教师：县教育局填 42，县财政局填 40"],
      [
        "没有填全的单位（2）",
        "县教育局：还有 2 项没有填：一(一)1 任务t1 · 建成示范学校；一(一)3 任务t3",
        "县财政局：还有 1 项没有填：一(一)1 任务t1 · 建成示范学校",
      ],
    ]);
    expect(
      chaseSections({ year, month: 12, missing: [], unread: [], conflicts: [], dropped: [], partial: [] }),
    ).toEqual([]);
  });
});
