import { readPlan } from "../../../src/plan";

const places = (source: string): string[] =>
  readPlan(source)
    .findings.filter((f) => f.rule === "doubled-character")
    .map((f) => source.slice(...f.span));

describe("doubled-character", () => {
  it("finds a character typed twice where the word stands elsewhere", () =>
    expect(places("某县方案\n1.实施科科普基础设施工程。\n2.完善科普基础设施。（县科协负责）")).toEqual(["科科"]));
  it("lets two words that meet be", () =>
    expect(places("某县方案\n1.改进工作作风建设。\n2.召开工作会议，加强作风建设。（县委办负责）")).toEqual([]));
  it("lets words such as 人人 be", () => expect(places("某县方案\n1.人人参与环境整治。（县住建局负责）")).toEqual([]));
});
