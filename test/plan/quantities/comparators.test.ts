import { AFTER_NEGATION, COMPARATORS, NEGATIONS } from "../../../src/plan/lexicon/comparators";
import { linesOf } from "./reading";

const words = COMPARATORS.flatMap((row) => row.words.map((word) => [word, row.op, row] as const));

describe("words of comparison", () => {
  it.each(words.filter(([, , row]) => row.side === "before"))("before the number, %s is %s", (word, op) =>
    expect(linesOf(`绿色食品基地${word}20个。`)).toEqual([`${op} 20 个 other`]),
  );
  it.each(words.filter(([, , row]) => row.side === "behind"))("behind the number, %s is %s", (word, op) =>
    expect(linesOf(`秸秆露天焚烧发生率为20%${word}。`)).toEqual([`${op} 20 % other`]),
  );
  it.each(words.flatMap(([word, , row]) => [...(row.notAfter ?? "")].map((before) => before + word)))(
    "%s is another word",
    (word) => expect(linesOf(`新建高铁站${word}20家民宿。`)).toEqual([">= 20 家 other"]),
  );
  it.each(words.filter(([, , row]) => row.reaches))("%s reaches over a verb", (word, op) =>
    expect(linesOf(`志愿者${word}主动联系2次。`)).toEqual([`${op} 2 次 other`]),
  );
  it.each(words.flatMap(([word, , row]) => (row.negated ? NEGATIONS.map((not) => [not + word, row.negated!.op]) : [])))(
    "%s is %s",
    (word, op) => expect(linesOf(`生态廊道宽度${word}20米。`)).toEqual([`${op} 20 米 other`]),
  );
  it.each(AFTER_NEGATION)("a negation reaches over %s", (word) =>
    expect(linesOf(`生态廊道宽度不得${word}低于20米。`)[0]).toMatch(/^>= 20 米/),
  );
  it("each word stands in one row", () =>
    expect(new Set(words.map(([word, , row]) => row.side + word)).size).toBe(words.length));
  it("each row has an id of its own", () =>
    expect(new Set(COMPARATORS.map(({ id }) => id)).size).toBe(COMPARATORS.length));

  it.each([
    ["建成农产品加工厂不少于3家左右", ">="],
    ["农村供水保证率达到95%左右", "~"],
    ["养殖尾水排放强度控制在20%左右", "~"],
    ["养殖尾水排放强度控制在20%以内", "<="],
    ["乡村旅游收入突破20亿元以上", ">"],
    ["力争达到约20家", "~"],
    ["扩大到20家", ">="],
    ["接待支出不超过上年同期的1.2倍", "<="],
    ["收费不高于政府定价标准3元", "<="],
    ["不低于国家标准建设5个驿站", ">="],
    ["单价不超过每人每月130元", "<="],
    ["养老金标准不低于每人每月130元", ">="],
    ["用水定额不超过每亩300立方米", "<="],
    ["突破20项关键技术", ">="],
    ["新能源产值突破20亿元", ">"],
    ["新建粮食烘干中心20家", ">="],
    ["新建粮食烘干中心20余家", ">="],
    ["耕地撂荒率不突破20%", "<="],
    ["打造高铁站附近20家民宿", ">="],
    ["合格率应不低于95%", ">="],
    ["线路间距严禁小于2米", ">="],
    ["抽检不合格率一律不得高于2%", "<="],
    ["空置率≤5%", "<="],
    ["空置率＜5%", "<"],
    ["知晓率＞80%", ">"],
    ["控制率 ≥ 50%", ">="],
    ["骨干人员比例不超过年度招募计划50%", "<="],
    ["骨干人员比例不应超过年度招募计划的50%", "<="],
    ["骨干人员比例不低于年度招募计划50%", ">="],
    ["新增债务控制在当年财力的30%以内", "<="],
    ["不低于当年财力的30%", ">="],
    ["全市不允许多于20家", "<="],
    ["商户数不得再超过20家", "<="],
    ["不良率低于5%", "<"],
    ["达标率不得在30%以下", ">="],
    ["空置率不应在30%以上", "<="],
    ["供热能耗下降到15千克标煤/平方米左右", "~"],
    ["接地电阻小于10欧", "<"],
    ["平均供电煤耗低于300克/千瓦时", "<"],
  ])("%s is %s", (text, op) => expect(linesOf(text)[0]?.split(" ")[0]).toBe(op));

  it.each([
    ["甲、乙事项办理时限分别压缩至5个工作日、3个工作日。", ["<=", "<="]],
    ["失业率、空置率分别为5%、3%以内。", ["<=", "<="]],
    ["合格率、复检率分别不低于95%和90%。", [">=", ">="]],
    ["培训讲解员20名、志愿者30名以内。", [">=", "<="]],
    ["失业率降至5%，参保率达到90%。", ["<=", ">="]],
    ["建设公园3个、驿站5个以上。", [">=", ">="]],
  ])("said once for a list: %s", (text, ops) => expect(linesOf(text).map((line) => line.split(" ")[0])).toEqual(ops));
});
