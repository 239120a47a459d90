import fc from "fast-check";
import { parseAttribution } from "../../../src/plan/attribution/parse";
import { settleRoles } from "../../../src/plan/attribution/roles";

function read(content: string, firstLeads = false): string {
  const parsed = parseAttribution(content);
  const roles = settleRoles(parsed, firstLeads || parsed.firstLeads);
  const names = (indices: number[]): string => indices.map((k) => parsed.entries[k]!.name).join("+");
  return `${names(roles.lead)}|${names(roles.responsible)}|${names(roles.groups)}|${roles.leadBasis}`;
}

describe("an attribution", () => {
  it.each([
    ["牵头单位:市水务局，责任单位:市财政局、市园林局", "市水务局|市财政局+市园林局||stated"],
    ["牵头单位:市水务局；配合单位:各区", "市水务局||各区|stated"],
    ["市水务局牵头，市财政局配合", "市水务局|市财政局||stated"],
    ["市水务局、市园林局牵头负责", "市水务局+市园林局|||stated"],
    ["市水务局牵头，市财政局、市园林局等按职责分工负责", "市水务局|市财政局+市园林局||stated"],
    ["责任单位:市水务局牵头，市财政局", "市水务局|市财政局||stated"],
    ["责任单位:市水务局（牵头）、市财政局".replace(/（/, "(").replace(/）/, ")"), "市水务局|市财政局||stated"],
    ["市水务局〔列首位单位为牵头单位，下同〕、市财政局，各区按职责分工负责", "市水务局|市财政局|各区|firstByRule"],
    ["市水务局、市财政局，各县(市、区)党委、政府", "|市水务局+市财政局|各县(市、区)党委、政府|none"],
    ["市级责任单位:市水务局；县级责任单位:各县区水务局", "市水务局||各县区水务局|firstByConvention"],
    ["市水务局、经开区管委会(以下统称管委会)按职责分工负责", "|市水务局+经开区管委会||none"],
    ["市水务局、市财政局〔列首位的为牵头单位，下同〕负责", "市水务局|市财政局||firstByRule"],
    ["市水务局〔排第一位的为牵头部门，下同〕牵头，市财政局配合", "市水务局|市财政局||stated"],
    ["省水利厅、财政厅，青阳、云河、石台县政府等负责", "|省水利厅+财政厅+青阳县政府+云河县政府+石台县政府||none"],
    ["责任单位:市水务局，市财政局配合", "市水务局|市财政局||stated"],
    ["市水务局、市财政局，各区配合", "市水务局+市财政局||各区|stated"],
    ["市水务局总牵头，市财政局、市园林局分别负责", "市水务局|市财政局+市园林局||stated"],
    ["责任单位:市财政局、★市水务局、市园林局", "市水务局|市财政局+市园林局||stated"],
    ["责任单位:市水务局*、市财政局", "市水务局|市财政局||stated"],
    ["市直有关部门、单位，中央、省驻青单位负责", "||市直有关部门、单位+中央、省驻青单位|none"],
    [
      "市水务局、市财政局等市节水型社会建设领导小组成员单位，各区负责",
      "|市水务局+市财政局|市节水型社会建设领导小组成员单位+各区|none",
    ],
    ["牵头单位为市水务局，配合单位为市财政局、市公安局", "市水务局|市财政局+市公安局||stated"],
    ["2025年底前完成，市水务局牵头", "市水务局|||stated"],
    ["0.5分，责任单位:市水务局", "市水务局|||stated"],
    ["持续优化，市水务局、市财政局负责", "|市水务局+市财政局||none"],
    ["市水务局会同市财政局等有关部门负责", "市水务局|市财政局|有关部门|stated"],
    ["市水务局牵头市财政局配合", "市水务局|市财政局||stated"],
    ["牵头单位:市水务局责任单位:市财政局", "市水务局|市财政局||stated"],
    ["责任单位:市水务局；配合单位:市财政局", "市水务局|市财政局||stated"],
    ["责任单位:市水务局、市财政局，各区", "市水务局|市财政局|各区|firstByConvention"],
    ["责任单位:市水务局", "市水务局|||stated"],
    ["市水务局负责", "市水务局|||stated"],
    ["市水务局、市财政局负责", "|市水务局+市财政局||none"],
    ["市水务局及各地区按职责分工负责", "|市水务局|各地区|none"],
    ["市水务局等和各有关省级人民政府负责", "|市水务局|各有关省级人民政府|none"],
    ["各地区、各部门负责", "||各地区+各部门|none"],
    ["市水务局、市财政局等负责。列第一位者为牵头单位，下同", "市水务局|市财政局||firstByRule"],
    ["牵头领导:周某；牵头单位:市水务局；完成时限:2024年6月", "市水务局|||stated"],
    ["完成时限:2024年6月，市水务局牵头", "市水务局|||stated"],
    ["财政部、共青团中央、全国妇联负责", "|财政部+共青团中央+全国妇联||none"],
    ["由市审计局牵头，会同市财政、民政局、市科协落实", "市审计局|市财政局+民政局+市科协||stated"],
    ["市审计局会同市住房和城乡建设、水务局负责", "市审计局|市住房和城乡建设局+水务局||stated"],
    ["责任单位:★市财政、民政局、市科协", "市财政局|民政局+市科协||stated"],
    ["市水务局为主，市财政局为辅", "市水务局|市财政局||stated"],
    ["以市水务局为主，市财政局配合", "市水务局|市财政局||stated"],
    ["市水务局主责，市财政局协责", "市水务局|市财政局||stated"],
    ["市水务局是牵头单位，市财政局、市公安局是配合单位", "市水务局|市财政局+市公安局||stated"],
    ["由市水务局作为牵头部门，各区为责任主体", "市水务局||各区|stated"],
    ["市水务局为第一责任单位，市财政局为第二责任单位", "市水务局|市财政局||stated"],
    ["市水务局〔主〕、市财政局〔协〕", "市水务局|市财政局||stated"],
    ["责任单位:市水务局(市财政局配合)", "市水务局|市财政局||stated"],
    ["责任单位:市水务局(配合单位:市财政局)", "市水务局|市财政局||stated"],
    ["市水务局(市财政局、市公安局协助)负责", "市水务局|市财政局+市公安局||stated"],
    ["责任单位:市水务局、市公安局(市财政局牵头)", "市财政局|市水务局+市公安局||stated"],
    ["责任单位:市水务局、市财政局，市政府办督办", "市水务局|市财政局||firstByConvention"],
    ["市水务局牵头，市审计局监督，市财政局配合", "市水务局|市财政局||stated"],
    ["责任单位:市交通委(市道运局)", "市交通委(市道运局)|||stated"],
    ["省自然资源、科技厅牵头省科学院、团省委等单位参加", "省自然资源厅+科技厅|省科学院+团省委||stated"],
    ["省水利厅会同各市、县人民政府负责", "省水利厅||各市、县人民政府|stated"],
    ["财务处牵头人事处、图书馆密切配合", "财务处|人事处+图书馆||stated"],
    ["主责为市民政局，协办为市财政、水务局、有关部门", "市民政局|市财政局+水务局|有关部门|stated"],
    ["主责为市民政局协办为市财政局", "市民政局|市财政局||stated"],
  ])("%s", (content, expected) => expect(read(content)).toBe(expected));

  it("lets the plan's rule decide where no lead is stated", () => {
    expect(read("市水务局、市财政局负责", true)).toBe("市水务局|市财政局||firstByRule");
    expect(read("市水务局牵头，市财政局配合", true)).toBe("市水务局|市财政局||stated");
  });

  it.each([
    "文化和旅游部",
    "市住房和城乡建设局",
    "中央和国家机关工委",
    "市交通委(市道运局)",
    "市工业和信息化局",
    "省发展和改革委员会",
    "市林业和草原局",
    "县人力资源和社会保障局",
    "各市、州、县人民政府",
    "各区、县级市",
    "各县(市、区)人民政府",
    "各省、自治区、直辖市人民政府",
    "各省、自治区、直辖市和新疆生产建设兵团",
    "各有关部门和单位",
    "市推进专班牵头单位",
    "各镇和街道",
    "各乡镇人民政府、街道办事处",
  ])("never splits %s", (name) => {
    expect(parseAttribution(`市水务局、${name}负责`).entries.map((e) => e.name)).toEqual(["市水务局", name]);
    expect(parseAttribution(`责任单位:${name}`).entries.map((e) => e.name)).toEqual([name]);
  });

  it.each(["、", "，", "；", "和", "及", "以及", "与"])("parts two units at %s", (separator) => {
    expect(parseAttribution(`市文化和旅游局${separator}市住房和城乡建设局负责`).entries.map((e) => e.name)).toEqual([
      "市文化和旅游局",
      "市住房和城乡建设局",
    ]);
  });

  it.each(["等", "等部门", "等单位", "等市级部门", "等部门和单位", "等三家单位"])(
    "takes %s off the last name",
    (open) => {
      expect(parseAttribution(`市水务局、市财政局${open}负责`).entries.map((e) => e.name)).toEqual([
        "市水务局",
        "市财政局",
      ]);
      expect(parseAttribution(`责任单位:市水务局、市财政局${open}`).entries.map((e) => e.name)).toEqual([
        "市水务局",
        "市财政局",
      ]);
    },
  );

  it.each(["有关部门", "相关市级部门", "国务院相关部门", "有关单位"])(
    "keeps %s behind 等: the others are named as a kind",
    (others) => {
      expect(parseAttribution(`市水务局、市财政局等${others}负责`).entries.map((e) => [e.name, e.isGroup])).toEqual([
        ["市水务局", false],
        ["市财政局", false],
        [others, true],
      ]);
    },
  );

  it.each([
    "0.5分",
    "含科技馆、少年宫",
    "由专人负责",
    "领导干部带头参加",
    "党委领导、政府负责、社会协同",
    "2025年底前完成",
    "以下简称市专班",
    "2021—2025年",
  ])("sees nobody in (%s)", (content) => {
    const parsed = parseAttribution(content);
    expect(parsed.entries.filter((e) => e.plausible && e.role !== "bare")).toEqual([]);
    expect(parsed.hasLabel).toBe(false);
  });

  it("reads any list of units between separators as printed", () => {
    const unit = fc.constantFrom(
      "市水务局",
      "市文化和旅游局",
      "县委宣传部",
      "平川海关",
      "市交通委(市道运局)",
      "市总工会",
    );
    const separator = fc.constantFrom("、", "，", "；", "及");
    fc.assert(
      fc.property(fc.array(fc.tuple(unit, separator), { minLength: 1, maxLength: 8 }), (parts) => {
        const list = parts.map(([name, mark], k) => name + (k < parts.length - 1 ? mark : "")).join("");
        expect(parseAttribution(`责任单位:${list}`).entries.map((e) => e.name)).toEqual(parts.map(([name]) => name));
      }),
    );
  });
});
