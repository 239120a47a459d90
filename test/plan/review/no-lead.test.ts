import { readPlan } from "../../../src/plan";

const count = (source: string): number => readPlan(source).findings.filter((f) => f.rule === "no-lead").length;

describe("no-lead", () => {
  it("is found in its place", () => {
    const source = "某县方案\n1.修路。（县交通局、县财政局负责）";
    expect(count(source)).toBe(1);
    for (const { span } of readPlan(source).findings) expect(source.slice(...span)).not.toBe("");
  });

  it("is not found where all is well", () => expect(count("某县方案\n1.修路。（县交通局牵头，县财政局配合）")).toBe(0));
});
