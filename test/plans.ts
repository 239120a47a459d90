import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { readPlan } from "../src/plan";
import type { Indicator, Op, Period, Plan, Task } from "../src/plan/model";

const seeds = join(__dirname, "..", "seeds");

/** The plan that is bundled with the add-in, as read. */
export const bundledPlan = (): Plan =>
  readPlan(
    readFileSync(
      join(
        seeds,
        readdirSync(seeds).find((name) => name.endsWith(".txt"))!,
      ),
      "utf8",
    ),
  );

/** A small plan for tests; everything can be replaced. Names are invented. */
export function task(id: string, more: Partial<Task> = {}): Task {
  return {
    id,
    path: `一/(一)/${id.replace(/\D/g, "") || "1"}`,
    section: ["重点任务"],
    title: `任务${id}`,
    text: "",
    lead: ["县教育局"],
    responsible: ["县财政局"],
    groups: [],
    leadBasis: "stated",
    evidence: [],
    span: [Number(id.replace(/\D/g, "") || 1) * 100, Number(id.replace(/\D/g, "") || 1) * 100 + 50],
    ...more,
  };
}

export function indicator(id: string, more: Partial<Indicator> = {}): Indicator {
  const at = Number(id.replace(/\D/g, "") || 1);
  return {
    id,
    name: `指标${id}`,
    quote: "",
    op: ">=",
    value: 5,
    unit: "所",
    period: "byDeadline",
    deadline: 2025,
    evidence: [],
    span: [at * 100 + 10, at * 100 + 20],
    ...more,
  };
}

export function plan(more: Partial<Plan> = {}): Plan {
  return {
    title: "青山县全民阅读实施方案（2021—2025年）",
    issuer: "青山县人民政府",
    issued: "2021-05-06",
    years: [2021, 2025],
    units: [
      { name: "县教育局", aliases: [] },
      { name: "县财政局", aliases: [] },
      { name: "县文化和旅游局", aliases: ["县文旅局"] },
    ],
    groups: [{ name: "各成员单位" }],
    tasks: [task("t1"), task("t2", { lead: ["县文化和旅游局"], responsible: [], groups: ["各成员单位"] }), task("t3")],
    indicators: [
      indicator("i0", { section: ["总体目标"], name: "居民综合阅读率", value: 80, unit: "%", span: [10, 20] }),
      indicator("i1", { taskId: "t1", name: "建成示范学校" }),
      indicator("i2", { taskId: "t1", name: "培训教师", period: "perYear", value: 50, unit: "名" }),
      indicator("i3", { taskId: "t2", name: "开展活动", period: "cumulative", value: 100, unit: "场" }),
    ],
    findings: [],
    safeguards: [],
    ...more,
  };
}

export const anyOp: fc.Arbitrary<Op> = fc.constantFrom<Op>(">=", ">", "<=", "<", "~", "range", "=");
export const anyPeriod: fc.Arbitrary<Period> = fc.constantFrom<Period>(
  "perYear",
  "perTerm",
  "cumulative",
  "byDeadline",
  "other",
);

/** So few that two plans have many in common; some are headers of the matrix, or differ only in case. */
const unitNames = [
  "县教育局",
  "县财政局",
  "县文化和旅游局",
  "县体育局",
  "备注",
  "任务",
  "2021年",
  "ABC中心",
  "abc中心",
];
const groupNames = ["各成员单位", "状态", "Abc中心"];
const ids = (mark: string, most: number): fc.Arbitrary<string[]> =>
  fc.subarray(Array.from({ length: most }, (_, index) => `${mark}${index + 1}`));

/** Any plan made from a small stock of tasks, indicators and units, so that two such plans have much in common. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    taskIds: ids("t", 6),
    indicatorIds: ids("i", 8),
    units: fc.shuffledSubarray(unitNames),
    groups: fc.shuffledSubarray(groupNames),
    last: fc.integer({ min: 2021, max: 2025 }),
    picks: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
    op: anyOp,
    period: anyPeriod,
  })
  .map(({ taskIds, indicatorIds, units, groups, last, picks, op, period }) => {
    const chosen = (from: readonly string[], at: number): string[] =>
      from.filter((_, index) => (picks[at]! >> index) % 2 === 1);
    const where = (at: number): string | undefined => [undefined, ...taskIds][picks[at]! % (taskIds.length + 1)];
    return plan({
      years: [2021, last],
      units: units.map((name) => ({ name, aliases: [] })),
      groups: groups.map((name) => ({ name, members: chosen(units, 39) })),
      tasks: taskIds.map((id, at) =>
        task(id, {
          lead: chosen(units, at).slice(0, 1),
          responsible: chosen(units, at).slice(1),
          groups: chosen(groups, at + 6),
        }),
      ),
      indicators: indicatorIds.map((id, at) => {
        const taskId = where(at + 12);
        return indicator(id, {
          op,
          period,
          value: picks[at + 20]! % 1000,
          ...(op === "range" ? { max: 1000 } : {}),
          ...(taskId === undefined ? {} : { taskId }),
        });
      }),
    });
  });
