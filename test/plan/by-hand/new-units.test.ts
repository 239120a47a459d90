import { newUnits, withUnitMeant } from "../../../src/plan/by-hand/new-units";
import { noCorrections, type Corrections } from "../../../src/plan/corrections";
import { questionsOf } from "../../../src/plan/questions";
import { readCorrected } from "../../../src/plan/read-corrected";
import { inChinese } from "../../../src/plan/sentence";

const source =
  "青山县方案（2021—2025年）\n成员单位：县融媒体中心。\n1.修路。（牵头单位：县教育局；责任单位：县文化和旅游局）\n2.架桥。（牵头单位：县教育局；责任单位：县财政局）";
const first = readCorrected(source, noCorrections).tasks[0]!.id;
const typing = (lead: string[]): Corrections => ({ ...noCorrections, tasks: { [first]: { lead } } });
const found = (corrections: Corrections) => newUnits(readCorrected(source, corrections), corrections, source);

describe("units that only a person has named", () => {
  it.each<[typed: string, meant: string | undefined]>([
    ["县教育具", "县教育局"],
    ["教育局", "县教育局"],
    ["县文旅委", undefined],
    ["县财局", "县财政局"],
    ["县公安局交警大队", undefined],
  ])("%s is new, and %s may have been meant", (typed, meant) =>
    expect(found(typing([typed]))).toEqual([{ name: typed, ...(meant ? { meant } : {}) }]),
  );

  it.each(["县教育局", "县融媒体中心", "县文旅局"])(
    "%s is none: the plan knows it, prints it, or knows its full name",
    (typed) => expect(found(typing([typed]))).toEqual([]),
  );

  it("may mean, of two that are as like, the one that begins the same", () => {
    const both = "青山县方案（2021—2025年）\n1.修路。（牵头单位：县住建局；责任单位：县卫健局）";
    const task = readCorrected(both, noCorrections).tasks[0]!.id;
    const corrections: Corrections = { ...noCorrections, tasks: { [task]: { lead: ["县卫建局"] } } };
    expect(newUnits(readCorrected(both, corrections), corrections, both)).toEqual([
      { name: "县卫建局", meant: "县卫健局" },
    ]);
  });

  it("are asked about by the name that they were given since", () => {
    const corrections: Corrections = {
      ...typing(["县教育具"]),
      units: { same: [], apart: [], renamed: { 县教育具: "县教育科" } },
    };
    expect(found(corrections)).toEqual([{ name: "县教育科", meant: "县教育局" }]);
    expect(withUnitMeant(corrections, "县教育科", "县教育局").tasks).toEqual({ [first]: { lead: ["县教育局"] } });
  });

  it("are asked about first, once each, until answered, and then are units like any other", () => {
    const corrections = typing(["县教育具"]);
    const [question, ...others] = questionsOf(readCorrected(source, corrections), corrections, source);
    expect([question!.kind, inChinese(question!.message), question!.taskId]).toEqual([
      "newUnit",
      "“县教育具”是您填的，方案里没有这个单位。是新单位，还是“县教育局”？",
      first,
    ]);
    expect(others.map(({ kind }) => kind)).toEqual([]);
    const settled = { ...corrections, settled: [question!.id] };
    expect(questionsOf(readCorrected(source, settled), settled, source)).toEqual([]);
  });

  it("become the unit that was meant wherever they were typed", () => {
    const corrections = {
      ...typing(["县教育具"]),
      safeguards: { m1: { lead: ["县教育具"], responsible: ["县教育具", "县教育局"] } },
    };
    const meant = withUnitMeant(corrections, "县教育具", "县教育局");
    expect(meant).toMatchObject({
      tasks: { [first]: { lead: ["县教育局"] } },
      safeguards: { m1: { lead: ["县教育局"], responsible: ["县教育局"] } },
    });
    expect(found(meant)).toEqual([]);
  });
});
