import { cleanText } from "../../../src/plan/characters";
import { EDGES, PlaceReader } from "../../../src/plan/outline/places";

describe("what stands before a number", () => {
  it.each([...EDGES.map(({ edge, example }) => [edge, example] as const), ...([["answered", "（市教育局负责）|2.建站"], ["answered", "（市教育局）|2.建站"], ["answered", "（牵头单位：市教育局、有关部门）|2.建站"], ["name", "由市民政局、市财政局|2.建站"], ["labels", "责任单位：市教育局、市财政局|2.建站"], ["blank", "建设泵站 |2.建站"], ["word", "建设泵站|2.建站"], ["blank", "节水方案 |一、目标"]] as const)])("is %s in %s", (edge, example) => {
    const at = cleanText(example.slice(0, example.indexOf("|"))).text.length;
    expect(new PlaceReader(cleanText(example.replace("|", ""))).placeOf(at).edge).toBe(edge);
  });
});
