import { AFTER, BEFORE } from "../../../src/plan/quantities/comparators";
import { linesOf } from "./reading";

const before = Object.entries(BEFORE).flatMap(([op, words]) => words.map((word) => [word, op] as const));
const after = Object.entries(AFTER).flatMap(([op, words]) => words.map((word) => [word, op] as const));

describe("words of comparison", () => {
  it.each(before)("before the number, %s is %s", (word, op) => expect(linesOf(`绿色食品基地${word}20个。`)).toEqual([`${op} 20 个 other`]));

  it.each(after)("after the number, %s is %s", (word, op) => expect(linesOf(`秸秆露天焚烧发生率为20%${word}。`)).toEqual([`${op} 20 % other`]));

  it.each([
    ["建成农产品加工厂不少于3家左右", ">="],
    ["农村供水保证率达到95%左右", "~"],
    ["养殖尾水排放强度控制在20%左右", "~"],
    ["养殖尾水排放强度控制在20%以内", "<="],
    ["乡村旅游收入突破20亿元以上", ">"],
    ["力争达到约20家", "~"],
    ["扩大到20家", ">="],
    ["新建粮食烘干中心20家", ">="],
    ["新建粮食烘干中心20余家", ">="],
    ["耕地撂荒率不突破20%", "<="],
    ["打造高铁站附近20家民宿", ">="],
  ])("%s is %s", (text, op) => expect(linesOf(text)[0]?.split(" ")[0]).toBe(op));
});
