import { readPlan } from "../../../src/plan";
import { markedTask, titleOfWords, withMark, withoutMark } from "../../../src/plan/by-hand/mark-passage";
import { withName } from "../../../src/plan/by-hand/assign-name";
import { withoutUnit } from "../../../src/plan/by-hand/taught";
import { passageAt, placesIn } from "../../../src/plan/by-hand/place-in-plan";
import { noCorrections, type Corrections } from "../../../src/plan/corrections";
import { questionsOf } from "../../../src/plan/questions";
import { readCorrected } from "../../../src/plan/read-corrected";
import type { Span } from "../../../src/plan/model";

const unread = [
  "云溪县道路整治方案（2024—2027年）",
  "一、重点任务",
  "（一）农村道路",
  "1.整修村道。到2027年整修村道60公里。此项请县交通局挑头，各乡镇搭手。",
  "2.加固危桥。三年内加固危桥12座。此项请县水利局挑头。",
  "二、其他",
  "说明文字。",
].join("\n");
const at = (words: string, source = unread): Span => [source.indexOf(words), source.indexOf(words) + words.length];
const line = (start: string, source = unread): Span => [
  source.indexOf(start),
  source.indexOf("\n", source.indexOf(start)),
];
const nobody = { lead: [], responsible: [], groups: [] };
const mark = (
  span: Span,
  units: Partial<Parameters<typeof markedTask>[2]>,
  before: Corrections = noCorrections,
  source = unread,
): Corrections =>
  withMark(
    before,
    markedTask(source, span, { title: titleOfWords(source.slice(...span)), ...nobody, ...units }, before.marked),
    readCorrected(source, before).tasks,
  );

describe("a passage that was marked", () => {
  const corrections = mark(line("1.整修村道"), { lead: ["县交通局"], groups: ["各乡镇"] });
  const plan = readCorrected(unread, corrections);

  it("is a task where nothing was read", () => {
    expect(readPlan(unread).tasks).toEqual([]);
    expect(plan.tasks).toEqual([
      {
        id: corrections.marked[0]!.id,
        path: "一/(一)/1",
        section: ["重点任务", "农村道路"],
        title: "整修村道",
        text: "到2027年整修村道60公里。此项请县交通局挑头，各乡镇搭手。",
        lead: ["县交通局"],
        responsible: [],
        groups: ["各乡镇"],
        leadBasis: "stated",
        evidence: [{ notation: "by-hand", span: line("1.整修村道") }],
        span: line("1.整修村道"),
      },
    ]);
  });

  it("brings its units, its groups and its numbers along", () => {
    expect([plan.units, plan.groups]).toEqual([[{ name: "县交通局", aliases: [] }], [{ name: "各乡镇" }]]);
    const length = plan.indicators.find(({ value }) => value === 60)!;
    expect([length.taskId, length.section]).toEqual([plan.tasks[0]!.id, undefined]);
    expect(plan.indicators.filter(({ taskId }) => taskId === undefined).map(({ value }) => value)).toEqual([12]);
  });

  it("asks nothing more about who leads", () => {
    const without = mark(line("1.整修村道"), { responsible: ["县交通局"] });
    expect(questionsOf(readCorrected(unread, without), without).filter(({ kind }) => kind === "noLead")).toEqual([]);
  });

  it("is marked anew where it is marked twice, and gone when it is taken back", () => {
    const again = mark(line("1.整修村道"), { lead: ["县财政局"] }, corrections);
    expect(readCorrected(unread, again).tasks.map(({ lead }) => lead)).toEqual([["县财政局"]]);
    expect(readCorrected(unread, withoutMark(again, again.marked[0]!.id)).tasks).toEqual([]);
  });

  it("goes by the name that a unit was given since", () => {
    const renamed = readCorrected(unread, {
      ...corrections,
      units: { same: [["县交通运输局", "县交通局"]], apart: [], renamed: { 县交通运输局: "县交运局" } },
    });
    expect([renamed.tasks[0]!.lead, renamed.units.map(({ name }) => name)]).toEqual([["县交运局"], ["县交运局"]]);
  });

  it("keeps to the order of the text, and is told from another with the same words", () => {
    const source = "方案\n照旧办理。\n照旧办理。";
    const both = mark([9, 13], {}, mark([3, 7], {}, noCorrections, source), source);
    expect(new Set(both.marked.map(({ id }) => id)).size).toBe(2);
    expect(readCorrected(source, both).tasks.map(({ span }) => span[0])).toEqual([3, 9]);
  });
});

describe("a passage within a task as read", () => {
  const source = [
    "云溪县方案（2024—2027年）",
    "一、重点任务",
    "1.修路。修路20公里，另架桥3座。（责任单位：县交通局、县水利局）",
    "2.植树。植树5万株。（责任单位：县林业局）",
  ].join("\n");
  const [road] = readPlan(source).tasks as [ReturnType<typeof readPlan>["tasks"][0]];

  it("sets that task right instead of doubling it", () => {
    const { tasks } = readCorrected(
      source,
      mark(
        at("修路20公里", source),
        { title: "修好路", lead: ["县水利局"], responsible: ["县交通局"] },
        noCorrections,
        source,
      ),
    );
    expect(tasks.map(({ id, title, lead, leadBasis }) => [id, title, lead, leadBasis])[0]).toEqual([
      road.id,
      "修好路",
      ["县水利局"],
      "stated",
    ]);
    expect(tasks).toHaveLength(2);
  });

  it("is one of those that the task is divided into, where there are several; no number is lost", () => {
    const first = mark(at("修路20公里，", source), { lead: ["县交通局"] }, noCorrections, source);
    const both = mark(at("另架桥3座", source), { lead: ["县水利局"] }, first, source);
    const plan = readCorrected(source, both);
    expect(plan.tasks.map(({ path, lead }) => [path, lead])).toEqual([
      ["一/1", ["县交通局"]],
      ["一/1", ["县水利局"]],
      ["一/2", ["县林业局"]],
    ]);
    expect(plan.indicators.filter(({ taskId }) => taskId !== undefined)).toHaveLength(
      readPlan(source).indicators.length,
    );
  });

  it("may hold the task whole", () => {
    const { tasks } = readCorrected(
      source,
      mark([road.span[0] - 1, road.span[1]], { lead: ["县财政局"] }, noCorrections, source),
    );
    expect(tasks.map(({ id, lead }) => [id, lead])[0]).toEqual([road.id, ["县财政局"]]);
  });
});

describe("a name that was chosen", () => {
  it("leads the task that it stands in", () => {
    const source = "方案\n1.修路。（责任单位：县交通局、县水利局）\n2.植树。（责任单位：县林业局）";
    const plan = readPlan(source);
    const { tasks } = readCorrected(source, withName(noCorrections, source, plan, at("县水利局", source), "lead"));
    expect([tasks[0]!.lead, tasks[0]!.responsible]).toEqual([["县交通局", "县水利局"], []]);
  });

  it("makes its item a task where there is none, and joins the others there", () => {
    let corrections = noCorrections;
    for (const [name, role] of [
      ["县交通局", "lead"],
      ["各乡镇", "responsible"],
    ] as const)
      corrections = withName(corrections, unread, readCorrected(unread, corrections), at(name), role);
    expect(readCorrected(unread, corrections).tasks).toMatchObject([
      { title: "整修村道", path: "一/(一)/1", lead: ["县交通局"], responsible: [], groups: ["各乡镇"] },
    ]);
  });

  it("is no unit any more where that is said", () => {
    const corrections = withoutUnit(
      mark(line("1.整修村道"), { lead: ["县交通局"], responsible: ["挑头办"] }),
      "挑头办",
    );
    expect(readCorrected(unread, corrections).tasks[0]!.responsible).toEqual([]);
  });
});

describe("the passage around a place", () => {
  const words = (source: string, text: string): string =>
    source.slice(...passageAt(source, source.indexOf(text))).trim();
  it("is its numbered item", () =>
    expect(words(unread, "县水利局")).toBe("2.加固危桥。三年内加固危桥12座。此项请县水利局挑头。"));
  it("is its paragraph in a text without numbers, with a line of labels the one above", () => {
    const source = "整治方案\n整修村道，方便出行。\n挑头单位：县交通局\n\n加固危桥。";
    expect([words(source, "县交通局"), words(source, "危桥")]).toEqual([
      "整修村道，方便出行。\n挑头单位：县交通局",
      "加固危桥。",
    ]);
  });
  it("is told with the headings above it", () =>
    expect(placesIn(unread)(at("此项请县水利局挑头"))).toEqual({
      path: "一/(一)/2",
      section: ["重点任务", "农村道路", "加固危桥"],
    }));
});
