import { readPlan } from "../../../src/plan";
import { applyCorrections, noCorrections } from "../../../src/plan/corrections";
import { checkMethods } from "../../../src/plan/document/check-methods";
import { bundledPlan } from "../../plans";

describe("the plan's own ways of checking", () => {
  it.each<[string, string[]]>([
    [
      "年底，由县政府办牵头，采取听取汇报、查阅台账、现场核验等方式，对各乡镇任务完成情况进行考核。",
      ["听取汇报", "查阅台账", "现场核验"],
    ],
    ["督查组通过暗访抽查、电话回访、问卷调查等形式开展督导检查，结果全县通报。", ["暗访抽查", "电话回访", "问卷调查"]],
    ["年度考核采取日常监测和年终测评相结合的方式进行。", ["日常监测", "年终测评"]],
    ["运用第三方评估、群众满意度测评等办法，科学评价实施成效。", ["第三方评估", "群众满意度测评"]],
    ["以随机抽样、入户核查等方法组织项目验收。", ["随机抽样", "入户核查"]],
    ["考核方式：查看资料、实地察看、个别访谈。", ["查看资料", "实地察看", "个别访谈"]],
    ["加强督促检查，采用专项督查、定期通报等方式，及时发现并解决问题。", ["专项督查", "定期通报"]],
    ["通过展览、讲座等方式宣传政策，通过座谈访谈、审阅报告等方式对成效作出评估。", ["座谈访谈", "审阅报告"]],
    [
      "各单位以自查自评以及交叉互评等形式完成年度自查。\n第三季度，市里采取实地抽检、自查自评等方式开展中期评估。",
      ["自查自评", "交叉互评", "实地抽检"],
    ],
  ])("are read from %s", (text, expected) => {
    expect(checkMethods(text)).toEqual(expected);
  });

  it.each([
    "通过广播电视、微信公众号、发放资料等方式，广泛宣传考核评价的重要意义。",
    "完善考核评价体系，通过以奖代补、贷款贴息等方式支持企业技术改造。",
    "宣传方式：宣传栏、短视频和宣传车。",
    "支持企业通过并购重组、战略合作等方式做大做强。",
    "采取集中授课、现场教学、座谈交流等形式开展培训。",
    "各单位要认真组织自查，年底前报送评估报告。",
    "通过政府购买服务、公建民营等方式，引入第三方开展绩效评价。",
    "",
  ])("are not seen in %s", (text) => {
    expect(checkMethods(text)).toEqual([]);
  });

  it("are part of the plan, whatever stands between the characters, and stay with corrections", () => {
    const plan = readPlan(
      "青山县全民阅读实施方案\n\n一、重点任务\n（一）建设书屋。建成书屋10个。（责任单位：县教育局）\n二、评估\n通过实地 走访、查验\u200b资料等方式,进行全面评估。",
    );
    expect(plan.checkMethods).toEqual(["实地走访", "查验资料"]);
    expect(applyCorrections(plan, { ...noCorrections, years: [2021, 2024] }).checkMethods).toEqual(plan.checkMethods);
    expect(bundledPlan().checkMethods).toEqual(["实地走访", "专项调研", "查验资料", "座谈交流"]);
    expect(readPlan("青山县全民阅读实施方案\n\n一、建设书屋（责任单位：县教育局）")).not.toHaveProperty("checkMethods");
  });
});
