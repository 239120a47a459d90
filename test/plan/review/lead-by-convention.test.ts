import { readPlan } from "../../../src/plan";

const count = (source: string): number =>
  readPlan(source).findings.filter((f) => f.rule === "lead-by-convention").length;

describe("lead-by-convention", () => {
  it("is found in its place", () => {
    const source = "某县方案\n1.修路。（责任单位：县交通局、县财政局）";
    expect(count(source)).toBe(1);
    for (const { span } of readPlan(source).findings) expect(source.slice(...span)).not.toBe("");
  });

  it("is not found where all is well", () =>
    expect(count("某县方案\n1.修路。（牵头单位：县交通局；责任单位：县财政局）")).toBe(0));
});
