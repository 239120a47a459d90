import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPlan } from "../../src/plan";
import { noCorrections } from "../../src/plan/corrections";
import { readCorrected } from "../../src/plan/read-corrected";
import type { Task } from "../../src/plan/model";
import { leftOver } from "../../src/plan/finding";
import { certaintyOf, questionSets, questionsOf, unreadOf } from "../../src/plan/questions";
import { inChinese, sentence } from "../../src/plan/sentence";

const asked = (source: string) => questionsOf(readPlan(source), noCorrections).map(({ kind }) => kind);

describe("questionsOf", () => {
  it("asks about a lead by convention and about none", () =>
    expect(
      asked("青山县方案（2021—2025年）\n1.修路。（责任单位：县交通局、县财政局）\n2.架桥。（县交通局、县财政局负责）"),
    ).toEqual(["leadByConvention", "noLead"]));

  it("asks whether two names are one unit", () =>
    expect(asked("青山县方案（2021—2025年）\n1.修路。（县教育局牵头，县教育体育局配合）")).toEqual(["unitPair"]));

  it("asks about the period of a number without one, and about a number left alone", () =>
    expect(
      asked(
        "青山县方案（2021—2025年）\n1.育商。培育网商80家。主城区共享36个停车场的泊位信息。（县商务局牵头，县财政局配合）",
      ).sort(),
    ).toEqual(["leftAlone", "period"]));

  it("asks for the years of a plan without any", () =>
    expect(asked("青山县方案\n1.修路。（县交通局牵头，县财政局配合）")).toEqual(["years"]));

  it("asks nothing where all is written", () =>
    expect(
      asked("青山县方案（2021—2025年）\n1.修路。每年修路5公里以上。（牵头单位：县交通局；责任单位：县财政局）"),
    ).toEqual([]));

  it("does not ask again what is settled or corrected", () => {
    const source =
      "青山县方案（2021—2025年）\n1.修路。（责任单位：县交通局、县财政局）\n2.架桥。（县交通局、县财政局负责）";
    const plan = readPlan(source);
    const [first, second] = questionsOf(plan, noCorrections);
    const corrections = {
      ...noCorrections,
      settled: [first!.id],
      tasks: { [second!.taskId!]: { lead: ["县交通局"] } },
    };
    expect(questionsOf(readCorrected(source, corrections), corrections)).toEqual([]);
  });
});

describe("questions about a label", () => {
  const source =
    "青山县方案（2021—2025年）\n1.修路。（挂点单位：县交通局、县财政局）\n2.架桥。（挂点单位：县水利局；帮衬单位：县财政局）\n3.植树。（县林业局、县财政局负责）";
  const plan = readPlan(source);

  it("are asked once for each label, before everything else, and under the same id again", () => {
    const questions = questionsOf(plan, noCorrections, source);
    expect(questions.map(({ id, message }) => [id, inChinese(message)]).slice(0, 2)).toEqual([
      ["label 挂点单位", "“挂点单位：”后面的单位是？"],
      ["label 帮衬单位", "“帮衬单位：”后面的单位是？"],
    ]);
    // Tasks with such a label get no question about the lead, because the label may tell it.
    expect(questions.slice(2).map(({ kind, taskId }) => [kind, taskId])).toEqual([["noLead", plan.tasks[2]!.id]]);
  });

  it("are asked no more once they are answered, and what the label does not answer is", () => {
    const corrections = {
      ...noCorrections,
      reading: { labels: { 挂点单位: "responsible", 帮衬单位: "responsible" } as const, notUnits: [], forms: [] },
    };
    const kinds = questionsOf(readCorrected(source, corrections), corrections, source).map(({ kind }) => kind);
    expect(kinds).not.toContain("unknownLabel");
    expect(kinds.length).toBeGreaterThan(1);
  });
});

describe("questionSets", () => {
  const source = `青山县方案（2021—2025年）\n${Array.from({ length: 5 }, (_, index) => `${index + 1}.任务${index}。（县交通局、县水利局负责）`).join("\n")}\n6.修路。（责任单位：县交通局、县水利局）\n7.办学。（县教育局牵头，县教育体育局配合）`;
  const questions = questionsOf(readPlan(source), noCorrections, source);

  it("asks questions of one kind once, with their count, in the order of the first of them", () => {
    const sets = questionSets(questions);
    expect(sets.map(({ id, message, questions: of }) => [id, message && inChinese(message), of.length])).toEqual([
      ["pair 县教育局 县教育体育局", undefined, 1],
      ["noLead", "5 项任务没有牵头单位，所列单位都作为责任单位，对吗？", 5],
      ["leadByConvention", undefined, 1],
    ]);
    expect(sets.flatMap(({ questions: of }) => of).length).toBe(questions.length);
  });

  it("leaves those that are settled one by one out, under the same id as long as one is open", () => {
    const settled = questions.filter(({ kind }) => kind === "noLead").map(({ id }) => id);
    const left = (count: number) =>
      questionSets(questionsOf(readPlan(source), { settled: settled.slice(0, count) }, source)).find(
        ({ id }) => id === "noLead",
      )?.questions.length;
    expect([left(2), left(4), left(5)]).toEqual([3, 1, undefined]);
  });
});

describe("unreadOf", () => {
  const place = (rule: string, start: number) =>
    leftOver(rule, "warning", sentence("“{{words}}”处像是写了单位，没有读出，请核对。", { words: "甲" }), [
      start,
      start + 2,
    ]);
  const findings = [
    place("attribution-not-read", 5),
    place("label-unknown", 9),
    { ...place("numbering", 20), about: undefined },
    place("table-not-read", 30),
  ] as Parameters<typeof unreadOf>[0]["findings"];

  it("is what the reading left over and nobody has settled, without what is asked", () => {
    expect(unreadOf({ findings }, noCorrections).map(({ id }) => id)).toEqual([
      "unread attribution-not-read 5",
      "unread table-not-read 30",
    ]);
    expect(unreadOf({ findings }, { settled: ["unread table-not-read 30"] }).map(({ id }) => id)).toEqual([
      "unread attribution-not-read 5",
    ]);
  });
});

describe("certaintyOf", () => {
  const folder = join(__dirname, "fixtures");
  const fixtures = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => name.slice(0, -4))
    .filter((name) => existsSync(join(folder, `${name}.json`)));

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
        if (
          wanted &&
          JSON.stringify([wanted.lead, wanted.responsible, wanted.groups]) ===
            JSON.stringify([task.lead, task.responsible, task.groups])
        )
          right++;
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
