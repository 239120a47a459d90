import {
  breakdown,
  countToCheck,
  elsewhere,
  extentOf,
  grouped,
  nobody,
  reachedOf,
  shortOf,
  shortText,
  sumOf,
  tally,
  topSection,
  type Counted,
} from "../../src/assessment/breakdown";
import { formatRowKey } from "../../src/matrix/row-key";
import { inChinese } from "../../src/plan/sentence";

const number = (status: Counted["status"]): Counted => ({ status, target: "≥5" });
const task = (status: Counted["status"]): Counted => ({ status, target: " " });

describe("the counts of a plan's rows", () => {
  const counted = tally([number("reached"), number("missed"), number("underWay"), task("underWay"), task("done")]);

  it("are by status, of numbers and of tasks apart and of both together", () => {
    expect(counted.counts).toMatchObject({ reached: 1, missed: 1, underWay: 2, done: 1, overdue: 0 });
    expect(counted.numbers).toMatchObject({ reached: 1, missed: 1, underWay: 1, done: 0 });
    expect(counted.tasks).toMatchObject({ underWay: 1, done: 1, reached: 0 });
    expect([counted.counts, counted.numbers, counted.tasks].map(sumOf)).toEqual([5, 3, 2]);
  });

  it("give the share of targets that are met, of all numbers and of those that were reported", () => {
    const { ofPromised, ofReported, ...numbers } = reachedOf(
      tally([number("reached"), number("missed"), number("notReported"), number("unreadable"), task("notReported")]),
    );
    expect(numbers).toEqual({ promised: 4, reported: 2, reached: 1 });
    expect([ofPromised, ofReported]).toEqual([0.25, 0.5]);
  });

  it("give no share of nothing", () => {
    expect(reachedOf(tally([task("done")]))).toEqual({ promised: 0, reported: 0, reached: 0 });
    expect(reachedOf(tally([number("notReported")]))).toEqual({ promised: 1, reported: 0, reached: 0, ofPromised: 0 });
  });

  it("count what falls short: numbers below their targets or their pace, and tasks that are overdue", () => {
    const rows = [number("missed"), number("behind"), task("overdue"), number("onPace"), task("notStarted")];
    expect(shortOf(tally(rows))).toBe(3);
  });

  it.each([
    [[number("missed"), number("missed")], "未达标 2 项"],
    [[number("behind")], "滞后 1 项"],
    [[task("overdue")], "逾期 1 项"],
    [[number("missed"), task("overdue"), task("overdue")], "未达标 1 项、逾期 2 项，共 3 项未完成"],
    [[number("missed"), number("behind"), task("overdue")], "未达标 1 项、滞后 1 项、逾期 1 项，共 3 项未完成"],
  ])("say it in words: %j is “%s”", (rows, words) => {
    expect(inChinese(shortText(tally(rows))!)).toBe(words);
  });

  it("say nothing where nothing falls short", () => {
    expect(shortText(tally([number("reached"), task("underWay")]))).toBeUndefined();
  });
});

describe("the size of a list", () => {
  it("is its rows, its tasks, each once, and its numbers; a goal of the whole plan is no task", () => {
    expect(
      extentOf([
        { key: formatRowKey({ taskId: "t1", indicatorId: "i1" }), target: "≥5" },
        { key: formatRowKey({ taskId: "t1", indicatorId: "i2" }), target: 7 },
        { key: formatRowKey({ taskId: "t2" }), target: " " },
        { key: formatRowKey({ indicatorId: "i0" }), target: "≥80" },
        { key: "", target: "" },
      ]),
    ).toEqual({ rows: 5, tasks: 2, indicators: 3 });
  });

  it("counts every cell that is to be checked", () => {
    expect(countToCheck([{ toCheck: [1, 2] }, { toCheck: [] }, { toCheck: [3] }])).toBe(3);
  });
});

describe("rows by section and by lead", () => {
  const row = (section: string, leads: string[], one: Counted = number("reached")) => ({ ...one, section, leads });

  it("stand under the outermost heading, or under one for rows without any", () => {
    expect(["提升行动 / 青少年", " 提升行动 ", "", " / 甲"].map(topSection)).toEqual([
      "提升行动",
      "提升行动",
      elsewhere,
      elsewhere,
    ]);
  });

  it("stand under each of their names once, in the order in which the names first occur", () => {
    const groups = grouped(["乙甲", "甲", "甲甲"], (text) => [...text]);
    expect([...groups]).toEqual([
      ["乙", ["乙甲"]],
      ["甲", ["乙甲", "甲", "甲甲"]],
    ]);
  });

  it("are counted for each section in the order of the sheet", () => {
    const rows = [row("乙", []), row("甲", []), row("乙", [], task("done"))];
    expect(breakdown(rows, "section").map(({ name, rows: count, counts }) => [name, count, counts.done])).toEqual([
      ["乙", 2, 1],
      ["甲", 1, 0],
    ]);
  });

  it("are counted for each of several leads; those that nobody leads come last", () => {
    const rows = [row("", []), row("", ["财政局", "教育局"]), row("", ["教育局"])];
    expect(breakdown(rows, "lead").map(({ name, rows: count }) => [name, count])).toEqual([
      ["财政局", 1],
      ["教育局", 2],
      [nobody, 1],
    ]);
  });
});
