import { readPlan } from "../../../src/plan";

const places = (source: string): string[] =>
  readPlan(source)
    .findings.filter((f) => f.rule === "count-claim")
    .map((f) => source.slice(...f.span));

describe("count-claim", () => {
  const headings = "一、实施行动\n（一）读书行动\n1.办展。（县文旅局负责）\n（二）健身行动\n1.办赛。（县体育局负责）";
  it("finds a number that the headings do not bear out", () =>
    expect(places(`某县方案\n实施三项行动。\n${headings}`)).toEqual(["三项行动"]));
  it("is content where they do", () => expect(places(`某县方案\n实施2项行动。\n${headings}`)).toEqual([]));
  it("says nothing of words that no headings carry", () =>
    expect(places(`某县方案\n推进5项重点工程。\n${headings}`)).toEqual([]));
});
