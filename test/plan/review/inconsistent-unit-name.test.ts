import { readPlan } from "../../../src/plan";

const count = (source: string): number =>
  readPlan(source).findings.filter((f) => f.rule === "inconsistent-unit-name").length;

describe("inconsistent-unit-name", () => {
  it("is found in its place", () => {
    const source = "某县方案\n1.修路。（县发展和改革局负责）\n2.架桥。（县发改局负责）";
    expect(count(source)).toBe(1);
    for (const { span } of readPlan(source).findings) expect(source.slice(...span)).not.toBe("");
  });

  it("is not found where all is well", () =>
    expect(count("某县方案\n1.修路。（县交通局、财政局负责）\n2.架桥。（县财政局负责）")).toBe(0));
});
