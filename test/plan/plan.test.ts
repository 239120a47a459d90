import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { readPlan } from "../../src/plan";

const seeds = join(__dirname, "..", "..", "seeds");
const seed = readFileSync(
  join(
    seeds,
    readdirSync(seeds).find((name) => name.endsWith(".txt"))!,
  ),
  "utf8",
);

describe("the bundled plan", () => {
  const plan = readPlan(seed);

  it("has 34 tasks, all with a stated lead", () => {
    expect(plan.tasks).toHaveLength(34);
    expect(new Set(plan.tasks.map((t) => t.leadBasis))).toEqual(new Set(["stated"]));
  });

  it("has 36 units of 37 printed names and one group", () => {
    expect(plan.units).toHaveLength(36);
    expect(plan.units.find((u) => u.name === "旗工商业联合会")?.aliases).toEqual(["旗工商联"]);
    expect(plan.units.find((u) => u.name === "旗科学技术协会")?.aliases).toEqual(["旗科协"]);
    expect(plan.groups).toEqual([{ name: "各成员单位" }]);
    expect(plan.tasks.filter((t) => t.groups.includes("各成员单位"))).toHaveLength(16);
  });

  it("knows its title, issuer, date and years", () => {
    expect([plan.title, plan.issuer, plan.issued, plan.years]).toEqual([
      "达拉特旗全民科学素质行动规划纲要实施方案（2021—2025年）",
      "达拉特旗人民政府",
      "2023-04-20",
      [2021, 2025],
    ]);
  });

  it("shows stray separators, the mismatched bracket and the inconsistent names", () => {
    const found = plan.findings.map((f) => `${f.rule} ${seed.slice(...f.span)}`);
    expect(found.filter((f) => f === "stray-separator 、")).toHaveLength(2);
    expect(found).toContain("mismatched-bracket (含科技馆、少年宫）");
    expect(found).toEqual(expect.arrayContaining(["inconsistent-unit-name 旗工商联", "inconsistent-unit-name 旗科协"]));
  });

  it("gives every task a section, a title and an id of its own", () => {
    expect(new Set(plan.tasks.map((t) => t.id)).size).toBe(34);
    for (const task of plan.tasks) {
      expect(task.section).toHaveLength(2);
      expect(task.title.length).toBeGreaterThan(3);
      expect(task.text).not.toMatch(/牵头单位|责任单位/);
    }
  });
});

describe("readPlan", () => {
  it("answers any text with a plan whose lists agree with each other and whose spans lie in the text", () => {
    const word = fc.constantFrom(
      "一、",
      "（一）",
      "1.",
      "①",
      "第一条",
      "甲。",
      "建设工程",
      "（市水务局负责）",
      "责任单位：",
      "市水务局、市财政局",
      "牵头单位：县教育局；",
      "\n",
      "\t",
      "|",
      "（",
      "）",
      "“",
      "《",
      "各区、县级市",
      "等",
      "和",
      "按职责分工负责",
      "以下均需各区配合，不再列出",
      "列第一位者为牵头单位",
      "2025年",
      "附件",
      "任务\t牵头单位\t责任单位\n",
      "10%",
      " ",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const source = words.join("");
        const plan = readPlan(source);
        const units = new Set(plan.units.map((u) => u.name));
        const groups = new Set(plan.groups.map((g) => g.name));
        for (const task of plan.tasks) {
          expect(task.lead.length + task.responsible.length + task.groups.length).toBeGreaterThan(0);
          for (const name of [...task.lead, ...task.responsible]) expect(units).toContain(name);
          for (const name of task.groups) expect(groups).toContain(name);
          for (const [start, end] of [task.span, ...(task.segments ?? []).map((s) => s.span)]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(source.length);
          }
        }
        expect(new Set(plan.tasks.map((t) => t.id)).size).toBe(plan.tasks.length);
      }),
      { numRuns: 400 },
    );
  });
});
