import { readPlan } from "../../src/plan";

const left = (item: string): [rule: string, words: string][] => {
  const source = `青溪县工作方案（2024年）\n一、任务\n1.建设平台。${item}\n2.开展培训。（县民政局牵头）`;
  return readPlan(source)
    .findings.filter(({ about }) => about === "reading")
    .map(({ rule, span }) => [rule, source.slice(...span)]);
};

describe("the account of who answers", () => {
  it.each([
    ["（责任单位：县教育局、县融媒体中心）"],
    ["（县教育局牵头，各成员单位配合）"],
    ["建立由县教育局牵头的协调机制。"],
    ["各责任单位：要高度重视。"],
    ["（责任单位：各院系、各车间、各镇街）"],
  ])("leaves nothing over of %s", (item) => expect(left(item)).toEqual([]));

  it.each([
    ["（对接管理：县教育局）", "label-unknown", "对接管理：县教育局"],
    ["（责任单位：县教育局、县林）", "name-doubtful", "（责任单位：县教育局、县林）"],
    ["（责任单位：县教育局、各成）", "name-doubtful", "（责任单位：县教育局、各成）"],
    ["（责任单位：县教育局、各）", "name-not-read", "（责任单位：县教育局、各）"],
    ["（包抓单位：县教育局）", "label-unknown", "（包抓单位：县教育局）"],
  ])("tells of %s: %s", (item, rule, words) => expect(left(item)).toEqual([[rule, words]]));

  it("asks of an unknown label once, for all its places", () => {
    expect(
      left("（包抓单位：县教育局）\n3.巡查。（包抓单位：县民政局）").filter(([rule]) => rule === "label-unknown"),
    ).toHaveLength(1);
  });
});
