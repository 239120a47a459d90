import { readPlanWithTrace } from "../../src/plan";
import { explain } from "../../src/plan/explain";

const source = [
  "青溪县全民阅读实施方案（2021—2025年）",
  "一、重点任务",
  "（一）建设书屋。建设书屋20个，现有书屋5个。（牵头单位：县文旅局，责任单位：县教育局；责任人：王某；完成时限：2024年底）",
  "（二）加强宣传。建立由县委宣传部牵头的工作机制。（对接管理：县教育局）",
].join("\n");

describe("explaining a reading", () => {
  const { plan, refused } = readPlanWithTrace(source);
  const lines = explain(source, plan, refused);
  const after = (words: string): string[] => lines.slice(lines.findIndex((line) => line.includes(words)) + 1);

  it("tells of each task what was taken, and by which notation", () => {
    const own = after("一/(一)　建设书屋").join("\n");
    for (const words of [
      "牵头：县文旅局",
      "责任：县教育局",
      "完成时限：2024年底（2024）",
      "人员：责任人王某",
      "（label）「牵头单位：县文旅局」",
      "指标：建设书屋 >=20个",
    ])
      expect(own).toContain(words);
  });

  it("tells what is known to be something else, by the row that says so", () => {
    expect(lines.join("\n")).toMatch(/另作他解（background）：「5个」/);
    expect(lines.join("\n")).toMatch(/另作他解（led-body）：「建立由县委宣传部牵头的工作机制」/);
  });

  it("tells what was left, and why, once", () => {
    expect(lines.filter((line) => line.includes("没有读懂（label-unknown）：「对接管理：县教育局」"))).toHaveLength(1);
  });

  it("says that no title was read where there is none", () =>
    expect(explain("", readPlanWithTrace("").plan, [])[0]).toContain("没有读出标题"));
});
