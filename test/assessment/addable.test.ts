import { notAdded, whyNotAdded } from "../../src/assessment/addable";
import { inChinese } from "../../src/plan/sentence";

const asked = { target: "≥5" };

describe("a number of which every unit reports a part", () => {
  it.each(notAdded.map((row) => [row.id, row] as const))(
    "is not one of the kind %s, and one much like it is",
    (_, { example, added, reason }) => {
      const told = whyNotAdded({ ...asked, ...example });
      expect(told && inChinese(told)).toBe(inChinese(reason));
      expect(whyNotAdded({ ...asked, ...added })).toBeUndefined();
    },
  );

  it.each([
    ["各级财政投入", "万元", "到2025年"],
    ["粮食总产量", "吨", "每年"],
    ["植树造林", "万亩", "累计"],
    ["新建农家书屋", "", "到2025年"],
    ["服务群众", "万人次", "每年"],
    ["年均举办展览", "场", "每年"],
    ["每两年举办科技节", "次", "其他"],
  ])("is one of %s (%s, %s)", (indicator, measure, period) =>
    expect(whyNotAdded({ ...asked, indicator, measure, period })).toBeUndefined(),
  );

  it.each([
    ["每所学校配备科技辅导员", "名", "到2025年"],
    ["每万人口发明专利", "件", "到2025年"],
    ["婴儿死亡", "‰", "每年"],
    ["常住人口", "万人", "到2025年"],
    ["地区生产总值", "亿元", "到2025年"],
    ["规模以上工业", "万元", "其他"],
    ["粮食综合生产能力", "万吨", "到2025年"],
    ["单位产品能耗", "千克标煤/吨", "每年"],
  ])("is not one of %s (%s, %s)", (indicator, measure, period) =>
    expect(whyNotAdded({ ...asked, indicator, measure, period })).toBeDefined(),
  );
});
