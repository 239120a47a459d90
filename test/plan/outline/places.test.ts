import { cleanText } from "../../../src/plan/characters";
import { EDGES, PlaceReader } from "../../../src/plan/outline/places";

describe("what stands before a number", () => {
  it.each([
    ...EDGES.map(({ edge, example }) => [edge, example] as const),
    ...([
      ["answered", "（市教育局负责）|2.建站"],
      ["answered", "（市教育局）|2.建站"],
      ["answered", "（牵头单位：市教育局、有关部门）|2.建站"],
      ["answered", "（牵头单位(部门)：教务处）。|2.建站"],
      ["answered", "（主责：财务科（牵头）、医务科）。|2.建站"],
      ["answered", "（医务科（牵头）、检验科）。|2.建站"],
      ["answered", "（检修车间负责。列第一位者为牵头单位，下同）。|2.建站"],
      ["sentence", "（含改建）。|2.建站"],
      ["labels", "分工为医务科、护理部|2.建站"],
      ["name", "由市民政局、市财政局|2.建站"],
      ["labels", "责任单位：市教育局、市财政局|2.建站"],
      ["blank", "建设泵站 |2.建站"],
      ["word", "建设泵站|2.建站"],
      ["blank", "节水方案 |一、目标"],
    ] as const),
  ])("is %s in %s", (edge, example) => {
    const at = cleanText(example.slice(0, example.indexOf("|"))).text.length;
    expect(new PlaceReader(cleanText(example.replace("|", ""))).placeOf(at).edge).toBe(edge);
  });
});
