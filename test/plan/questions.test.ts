import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPlan } from "../../src/plan";
import { noCorrections } from "../../src/plan/corrections";
import { readCorrected } from "../../src/plan/read-corrected";
import type { Task } from "../../src/plan/model";
import { certaintyOf, questionsOf } from "../../src/plan/questions";

const asked = (source: string) => questionsOf(readPlan(source), noCorrections).map(({ kind }) => kind);

describe("questionsOf", () => {
  it("asks about a lead by convention and about none", () =>
    expect(asked("青山县方案（2021—2025年）\n1.修路。（责任单位：县交通局、县财政局）\n2.架桥。（县交通局、县财政局负责）")).toEqual(["leadByConvention", "noLead"]));

  it("asks whether two names are one unit", () =>
    expect(asked("青山县方案（2021—2025年）\n1.修路。（县教育局牵头，县教育体育局配合）")).toEqual(["unitPair"]));

  it("asks about the period of a number without one, and about a number left alone", () =>
    expect(asked("青山县方案（2021—2025年）\n1.育商。培育网商80家。主城区共享36个停车场的泊位信息。（县商务局牵头，县财政局配合）").sort()).toEqual(["leftAlone", "period"]));

  it("asks for the years of a plan without any", () => expect(asked("青山县方案\n1.修路。（县交通局牵头，县财政局配合）")).toEqual(["years"]));

  it("asks nothing where all is written", () =>
    expect(asked("青山县方案（2021—2025年）\n1.修路。每年修路5公里以上。（牵头单位：县交通局；责任单位：县财政局）")).toEqual([]));

  it("does not ask again what is settled or corrected", () => {
    const source = "青山县方案（2021—2025年）\n1.修路。（责任单位：县交通局、县财政局）\n2.架桥。（县交通局、县财政局负责）";
    const plan = readPlan(source);
    const [first, second] = questionsOf(plan, noCorrections);
    const corrections = { ...noCorrections, settled: [first!.id], tasks: { [second!.taskId!]: { lead: ["县交通局"] } } };
    expect(questionsOf(readCorrected(source, corrections), corrections)).toEqual([]);
  });
});

describe("certaintyOf", () => {
  const folder = join(__dirname, "fixtures");
  const fixtures = readdirSync(folder).filter((name) => name.endsWith(".txt")).map((name) => name.slice(0, -4));

  it("is right in at least 99 % of the tasks that it calls sure, over all fixtures", () => {
    let sure = 0;
    let right = 0;
    for (const name of fixtures) {
      const plan = readPlan(readFileSync(join(folder, `${name}.txt`), "utf8"));
      const golden = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as { tasks: Task[] };
      const open = new Set(questionsOf(plan, noCorrections).map(({ taskId }) => taskId));
      for (const task of plan.tasks.filter(({ id }) => !open.has(id))) {
        sure++;
        const wanted = golden.tasks.find(({ path, title }) => path === task.path && title === task.title);
        if (wanted && JSON.stringify([wanted.lead, wanted.responsible, wanted.groups]) === JSON.stringify([task.lead, task.responsible, task.groups])) right++;
      }
    }
    process.stderr.write(`sure readings of the fixtures: ${right} of ${sure} right\n`);
    expect(sure).toBeGreaterThan(30);
    expect(right / sure).toBeGreaterThanOrEqual(0.99);
  });

  it("never calls a lead by convention sure", () => {
    const plan = readPlan("青山县方案（2021—2025年）\n1.修路。（责任单位：县交通局、县财政局）");
    expect(certaintyOf(plan, questionsOf(plan, noCorrections))).toEqual({ sure: 0, toConfirm: 1, notUnderstood: 0 });
  });

  it("counts places that look like units and were not read", () => {
    const plan = readPlan("青山县方案（2021—2025年）\n1.修路。牵头单位： 。（县交通局牵头，县财政局配合）\n责任单位：");
    expect(certaintyOf(plan, questionsOf(plan, noCorrections)).notUnderstood).toBeGreaterThan(0);
  });
});
