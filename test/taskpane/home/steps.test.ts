import type { Progress } from "../../../src/excel/assessment";
import { attentionOf, nextOf, stepsOf, type PlanSummary } from "../../../src/taskpane/home/steps";

const plan: PlanSummary = { tasks: 34, units: 36, indicators: 27, questions: 0, unread: 0, source: "方案" };
const begun: Progress = {
  plan: "方案",
  year: 2025,
  short: 0,
  toCheck: 0,
  asked: 9,
  sent: 0,
  reported: 0,
  awaited: 0,
  source: "方案",
  lost: 0,
  isUnfinished: false,
};

const next = (open: PlanSummary | undefined, progress?: Progress): string => nextOf(stepsOf(open, progress)).key;

describe("the steps of the year", () => {
  it("begin with what is to be settled about the plan, and go on with the matrix", () => {
    expect(next({ ...plan, questions: 2 })).toBe("plan");
    expect(nextOf(stepsOf({ ...plan, questions: 2 }, undefined))).toMatchObject({
      action: "核对 2 处待确认",
      place: { page: "plan", part: "check" },
    });
    expect(nextOf(stepsOf({ ...plan, tasks: 0, questions: 2 }, undefined))).toMatchObject({
      key: "plan",
      action: "没有读出任务，去看看",
      place: { page: "plan", part: "read" },
    });
    expect(next(plan)).toBe("matrix");
  });

  it("go from the matrix to the forms, from the forms to what came back, to the check, to the report", () => {
    expect(next(plan, begun)).toBe("send");
    expect(next(plan, { ...begun, sent: 8 })).toBe("send");
    expect(next(plan, { ...begun, sent: 9 })).toBe("collect");
    expect(next(plan, { ...begun, sent: 9, reported: 8 })).toBe("collect");
    expect(next(plan, { ...begun, sent: 9, reported: 9, toCheck: 1 })).toBe("check");
    expect(next(plan, { ...begun, sent: 9, reported: 9 })).toBe("report");
  });

  it("begin with opening a plan where none is open, and with the matrix where the workbook has one all the same", () => {
    expect(nextOf(stepsOf(undefined, undefined))).toMatchObject({
      key: "plan",
      action: "打开方案",
      place: { page: "plan", part: "read" },
      detail: "打开、拖入或粘贴一份实施方案",
    });
    expect(next(undefined, begun)).toBe("send");
    expect(stepsOf(undefined, begun)[0]).toMatchObject({ isDone: true, detail: "表格依据：方案" });
  });

  it("hold a matrix for a plan that was settled, whatever is open in the pane", () => {
    expect(
      stepsOf({ ...plan, questions: 3 }, begun)
        .filter(({ isDone }) => isDone)
        .map(({ key }) => key),
    ).toEqual(["plan", "matrix"]);
  });

  it("send nobody anywhere where nobody is asked", () => {
    expect(
      stepsOf(plan, { ...begun, asked: 0 })
        .filter(({ isDone }) => isDone)
        .map(({ key }) => key),
    ).toEqual(["plan", "matrix"]);
  });
});

describe("what needs a look", () => {
  it("is nothing in a year that has just begun", () => {
    expect(attentionOf(plan, begun)).toEqual([]);
    expect(attentionOf(plan, undefined)).toEqual([]);
    expect(attentionOf(undefined, begun)).toEqual([]);
  });

  it("is another plan than the sheet's, and then no sync", () => {
    expect(attentionOf({ ...plan, source: "别的方案" }, begun, true)).toEqual([
      { text: "打开的是另一份方案，不是这张表的修订稿", place: { page: "matrix", part: "generate" }, tone: "doubtful" },
    ]);
  });

  it("is a place that was not understood, with the way there", () => {
    expect(attentionOf({ ...plan, unread: 2 }, undefined)).toEqual([
      {
        text: "方案有 2 处没有读懂，那里的任务、单位或指标不会出现在表中",
        place: { page: "plan", part: "read" },
        tone: "doubtful",
      },
    ]);
  });

  it("is told with its number, the way to it, and how bad it is", () => {
    const found = attentionOf(
      { ...plan, questions: 2, source: "修订稿" },
      { ...begun, short: 3, toCheck: 4, sent: 9, reported: 7, awaited: 2, lost: 2, isUnfinished: true },
    );
    expect(found.map(({ text, place: { page, part }, tone }) => [text, `${page}/${part}`, tone])).toEqual([
      ["上次同步没有做完，点开接着做完", "matrix/sync", "bad"],
      ["打开的方案与表格依据的不是同一份文字，需要时请同步", "matrix/sync", "plain"],
      ["方案里的 2 行（列）在表中已被删除，可以补回", "matrix/sync", "doubtful"],
      ["4 处填的不是数，没有算进去", "check/entries", "doubtful"],
      ["3 项未完成", "check/shortfalls", "bad"],
      ["2 个单位下发后尚未报送", "reporting/collect", "plain"],
      ["方案有 2 处读得没有把握", "plan/check", "doubtful"],
    ]);
  });
});
