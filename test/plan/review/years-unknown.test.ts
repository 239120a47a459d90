import { readPlan } from "../../../src/plan";

const count = (source: string): number => readPlan(source).findings.filter((f) => f.rule === "years-unknown").length;

describe("years-unknown", () => {
  it("is found in its place", () => {
    const source = "某县方案\n1.修路。";
    expect(count(source)).toBe(1);
    for (const { span } of readPlan(source).findings) expect(source.slice(...span)).not.toBe("");
  });

  it("is not found where all is well", () => expect(count("某县方案\n1.到2025年修路。")).toBe(0));
});
