import { readPlan } from "../../../src/plan";

const count = (source: string): number => readPlan(source).findings.filter((f) => f.rule === "stray-separator").length;

describe("stray-separator", () => {
  it("is found in its place", () => {
    const source = "某县方案\n1.修路、、架桥。（责任单位：县交通局、）";
    expect(count(source)).toBe(2);
    for (const { span } of readPlan(source).findings) expect(source.slice(...span)).not.toBe("");
  });

  it("is not found where all is well", () => expect(count("某县方案\n1.修路、架桥。（责任单位：县交通局）")).toBe(0));
});
