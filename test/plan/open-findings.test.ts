import { readPlan } from "../../src/plan";
import { noCorrections, type Corrections } from "../../src/plan/corrections";
import { questionsOf } from "../../src/plan/questions";
import { readCorrected } from "../../src/plan/read-corrected";

const source = [
  "青山县方案",
  "1.办书展。办书展办书展。（责任单位：县文旅局、县教育局）",
  "2.建书屋。建书屋20左右。（牵头单位：县工商联、县科技局；责任单位：县教育体育局）",
  "3.评先进，，评先进。（县文旅局、县工商业联合会负责）",
  "4.育商。主城区共享36个停车场的泊位信息。（对接管理：县教育局）",
].join("\n");
const plan = readPlan(source);
const read = (change: Partial<Corrections>) => readCorrected(source, { ...noCorrections, ...change });
const told = (change: Partial<Corrections>): [string, string][] =>
  read(change).findings.map(({ rule, message }) => [rule, message]);
const rules = (change: Partial<Corrections>): string[] => told(change).map(([rule]) => rule);
const without = (...gone: string[]): string[] =>
  plan.findings.map(({ rule }) => rule).filter((rule) => !gone.includes(rule));
const units = { same: [], apart: [], renamed: {} };
const taskCalled = (title: string) => plan.tasks.find((task) => task.title === title)!;

describe("校核 beside what a person has set right", () => {
  it("begins with all that is told of the text and asked of the reading", () =>
    expect(new Set(rules({}))).toEqual(
      new Set([
        "years-unknown",
        "lead-by-convention",
        "several-leads",
        "missing-measure-word",
        "quantity-without-period",
        "stray-separator",
        "inconsistent-unit-name",
        "no-lead",
        "doubtful-unit",
        "quantity-left-alone",
        "label-unknown",
      ]),
    ));

  it("says nothing of a name that a person has given, or of units that they have joined", () => {
    expect(told({ units: { ...units, renamed: { 县文旅局: "县文化体育局", 县工商业联合会: "县总商会" } } })).toEqual(
      plan.findings.map(({ rule, message }) => [rule, message]),
    );
    const joined = rules({ units: { ...units, same: [["县文旅局", "县科技局"]] } });
    expect(joined.filter((rule) => rule === "inconsistent-unit-name")).toHaveLength(1);
  });

  it("says no more that two names are one unit where a person has parted them", () =>
    expect(rules({ units: { ...units, apart: ["县工商联"] } })).not.toContain("inconsistent-unit-name"));

  it.each<[string, Partial<Corrections>, string[]]>([
    ["who leads by convention was confirmed", { settled: [`lead ${taskCalled("办书展").id}`] }, ["lead-by-convention"]],
    [
      "the lead was named",
      { tasks: { [taskCalled("办书展").id]: { lead: ["县教育局"] }, [plan.tasks[2]!.id]: { lead: ["县文旅局"] } } },
      ["lead-by-convention", "no-lead"],
    ],
    [
      "one of several leads was chosen",
      { tasks: { [taskCalled("建书屋").id]: { lead: ["县科技局"] } } },
      ["several-leads"],
    ],
    [
      "the period and the measure word were set",
      { indicators: { [plan.indicators[0]!.id]: { period: "perYear", unit: "个" } } },
      ["quantity-without-period", "missing-measure-word"],
    ],
    [
      "the number is no target",
      { indicators: { [plan.indicators[0]!.id]: null } },
      ["quantity-without-period", "missing-measure-word"],
    ],
    ["two units were told apart", { settled: ["pair 县教育局 县教育体育局"] }, ["doubtful-unit"]],
    ["two units were joined", { units: { ...units, same: [["县教育体育局", "县教育局"]] } }, ["doubtful-unit"]],
    ["the years were set", { years: [2021, 2025] }, ["years-unknown"]],
    ["a number was left alone", { settled: [`left ${source.indexOf("36个")}`] }, ["quantity-left-alone"]],
    [
      "a label was told",
      { reading: { labels: { 对接管理: "responsible" }, notUnits: [], forms: [] } },
      ["label-unknown"],
    ],
  ])("asks no more where %s, and says all the rest", (_, change, gone) => {
    const left = rules(change);
    for (const rule of gone) expect(left).not.toContain(rule);
    expect(left.filter((rule) => !gone.includes(rule))).toEqual(without(...gone));
  });

  it("leaves out what was looked at in the text and needs no reading", () => {
    const text = "青山县方案（2021—2025年）\n1.修路。（责任单位：县教育局、县林）";
    const [left] = readPlan(text).findings.filter(({ about }) => about === "reading");
    const settled = readCorrected(text, { ...noCorrections, settled: [`unread ${left!.rule} ${left!.span[0]}`] });
    expect([left!.rule, settled.findings.filter(({ about }) => about === "reading")]).toEqual(["name-doubtful", []]);
    const task = settled.tasks[0]!.id;
    expect(
      readCorrected(text, { ...noCorrections, tasks: { [task]: { responsible: ["县林业局"] } } }).findings.filter(
        ({ about }) => about === "reading",
      ),
    ).toEqual([]);
  });

  it("never brings what the text read without corrections does not bring, and never asks what 核对 does not", () => {
    const corrections = { ...noCorrections, settled: questionsOf(plan, noCorrections, source).map(({ id }) => id) };
    const known = new Set(plan.findings.map(({ message }) => message));
    const left = readCorrected(source, corrections).findings;
    for (const { message } of left) expect(known).toContain(message);
    expect(
      left
        .map(({ rule }) => rule)
        .filter((rule) =>
          ["lead-by-convention", "no-lead", "quantity-without-period", "doubtful-unit", "quantity-left-alone"].includes(
            rule,
          ),
        ),
    ).toEqual([]);
  });
});
