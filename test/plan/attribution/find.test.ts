import { findAttributions, type Attribution } from "../../../src/plan/attribution/find";
import { cleanText } from "../../../src/plan/characters";

function findIn(source: string): Attribution[] {
  const clean = cleanText(source);
  return findAttributions(clean, 0, clean.text.length).attributions;
}

function found(source: string): [words: string, form: string][] {
  const clean = cleanText(source);
  return findIn(source).map((a) => [clean.text.slice(a.start, a.end), a.form]);
}

describe("findAttributions", () => {
  it("finds brackets of every kind, with the mark that closes nothing else", () => {
    expect(
      found("甲。（市水务局负责）乙。【责任单位：市水务局】丙。〔市水务局牵头〕丁。[责任单位：市水务局]").map(
        ([words]) => words,
      ),
    ).toEqual(["(市水务局负责)", "【责任单位:市水务局】", "〔市水务局牵头〕", "[责任单位:市水务局]"]);
  });

  it("finds a bracket closed another way, and one that is never closed", () => {
    expect(found("甲。（责任单位：市水务局】").map(([words]) => words)).toEqual(["(责任单位:市水务局】"]);
    expect(found("甲。（责任单位：市水务局、市财政局\n乙").map(([words]) => words)).toEqual([
      "(责任单位:市水务局、市财政局",
    ]);
  });

  it("joins attributions with nothing between them", () => {
    expect(found("甲。（市水务局牵头）（各区配合）乙。（市财政局负责）").map(([words]) => words)).toEqual([
      "(市水务局牵头)(各区配合)",
      "(市财政局负责)",
    ]);
  });

  it("keeps brackets inside names", () => {
    expect(found("甲。（责任单位：各县（市、区）、市交通委（市道运局））")[0]?.[0]).toBe(
      "(责任单位:各县(市、区)、市交通委(市道运局))",
    );
    expect(found("甲。责任单位：市交通委（市道运局）、市公安局")).toEqual([
      ["责任单位:市交通委(市道运局)、市公安局", "run"],
    ]);
  });

  it("takes labelled lines that follow each other as one attribution", () => {
    expect(found("甲\n牵头单位：市水务局\n责任单位：市财政局\n完成时限：2024年底\n乙")).toEqual([
      ["牵头单位:市水务局\n责任单位:市财政局\n完成时限:2024年底", "line"],
    ]);
  });

  it("goes on in the next line after an open separator", () => {
    expect(found("甲\n责任单位：市水务局、\n市财政局\n乙")).toEqual([["责任单位:市水务局、\n市财政局", "line"]]);
  });

  it("takes a bracket with a mark for who leads, and with words about time, but not with words of another kind", () => {
    const bracket = (more: string): [string, string][] => found(`建成平台。（市水务局（牵头）、市财政局${more}）`);
    expect(bracket("")).toHaveLength(1);
    expect(bracket("，年底前完成")).toHaveLength(1);
    expect(bracket("，年底前完成，春暖花开")).toEqual([]);
  });

  it("takes bare brackets of units at the end of an item only", () => {
    expect(found("建成平台。（市水务局、市财政局）")).toEqual([["(市水务局、市财政局)", "bareBracket"]]);
    expect(found("建成平台。（2分，市水务局、市财政局）").map(([words]) => words)).toEqual([
      "(2分，市水务局、市财政局)",
    ]);
    expect(found("建成平台。（市水务局、市科技馆、青阳职业技术学院、各高校）").map(([words]) => words)).toEqual([
      "(市水务局、市科技馆、青阳职业技术学院、各高校)",
    ]);
    expect(found("建成平台（市水务局、市科技馆、青阳职业技术学院、各高校）")).toEqual([]);
    expect(found("由管理机构（市水务局、市财政局）组织建设平台")).toEqual([]);
    expect(found("建成平台。（医务科、检验科）加强管理。")).toEqual([["(医务科、检验科)", "bareBracket"]]);
    expect(found("建设场馆（含科技馆、少年宫）。")).toEqual([]);
    expect(found("覆盖全部区域（市、县、区）。")).toEqual([]);
  });

  it("takes a last sentence that only says who leads and who helps", () => {
    expect(found("建成平台。由市水务局牵头，市财政局配合。")).toEqual([["由市水务局牵头，市财政局配合。", "sentence"]]);
    expect(found("建成平台。\n市水务局统筹推进，市财政局具体落实。")).toEqual([
      ["市水务局统筹推进，市财政局具体落实。", "sentence"],
    ]);
  });

  it("takes a sentence that begins with who leads, whatever it goes on with", () => {
    expect(found("建成平台。由市水务局牵头建设二期，市财政局配合。")).toEqual([["由市水务局牵头", "prose"]]);
    expect(found("建成平台。市水务局牵头，市财政局配合，3月底前完成试点。")).toEqual([
      ["市水务局牵头，市财政局配合，", "prose"],
    ]);
    expect(found("建成平台。6月底前，由市水务局会同市财政局牵头制定办法。")).toEqual([
      ["由市水务局会同市财政局牵头", "prose"],
    ]);
    expect(found("建成平台。由市水务局负责，市财政局参与，建立台账。")).toEqual([
      ["由市水务局负责，市财政局参与，", "prose"],
    ]);
    expect(found("建成平台。由市水务局（市财政局配合）牵头，6月底前完成。")).toEqual([
      ["由市水务局(市财政局配合)牵头，", "prose"],
    ]);
    expect(found("医疗组：市卫生健康委牵头，市应急局参加。负责救治。")).toEqual([
      ["市卫生健康委牵头，市应急局参加", "prose"],
    ]);
  });

  it.each([
    "建立由市水务局牵头、市财政局参与的协调机制。",
    "成立市水务局牵头的工作专班。",
    "领导小组办公室设在市水务局，由市水务局牵头日常工作。",
    "市水务局作为牵头单位，要加强统筹。",
    "市水务局、市财政局为领导小组成员单位，定期会商。",
    "市水务局：负责编制规划。",
    "市水务局负责编制规划。",
  ])("leaves a sentence alone that speaks of something else: %s", (words) =>
    expect(found(`加强领导。${words}资金优先保障。`)).toEqual([]),
  );

  it("takes a blank for the colon of a label", () => {
    expect(found("建成平台。\n牵头单位 市水务局　　配合单位 市财政局\n乙").map(([words]) => words)).toEqual([
      "牵头单位市水务局配合单位市财政局",
    ]);
    expect(found("建成平台。\n主责 医务科、检验科  协同 护理部\n乙")).toEqual([
      ["主责医务科、检验科协同护理部", "line"],
    ]);
  });

  it("parts names at blanks, whatever stands behind the last of them", () => {
    const names = (source: string): string[] =>
      findIn(source).flatMap(({ parsed }) => parsed.entries.map(({ name }) => name));
    expect(names("甲。（负责人：李某、赵某；配合单位：石门乡 县林业站 各村（社区））")).toEqual([
      "石门乡",
      "县林业站",
      "各村(社区)",
    ]);
    expect(names("甲。责任人：李某、赵某牵头单位为市工商联 市审计局配合单位为市教育局")).toEqual([
      "市工商联",
      "市审计局",
      "市教育局",
    ]);
    expect(names("甲。归口部门：财政部 中国科学院配合部门：教育部、商务部")).toEqual([
      "财政部",
      "中国科学院",
      "教育部",
      "商务部",
    ]);
  });

  it("leaves nothing over of a label in a bracket behind 项目, and of a number behind a title", () => {
    const leftOvers = (source: string): string[] =>
      findAttributions(cleanText(source), 0, cleanText(source).text.length).leftOvers.map(({ rule }) => rule);
    expect(leftOvers("推进扩建项目（负责机构：市水务局、市财政局）")).toEqual([]);
    expect(leftOvers("规范物业服务：举办9场招聘会。")).toEqual([]);
    expect(leftOvers("工作归口：市水务局、市财政局。")).toEqual(["label-unknown"]);
  });

  it("begins a list anew at a label with 为 in the next line", () =>
    expect(
      findIn("甲。\n责任领导：王某\n牵头为市民政局、审计局\n参与为市财政局").flatMap(({ parsed }) =>
        parsed.entries.map(({ name, role }) => `${role} ${name}`),
      ),
    ).toEqual(["lead 市民政局", "lead 审计局", "support 市财政局"]));

  it("ends a list with 各成员单位 before the next label", () =>
    expect(
      findIn("甲。\n责任单位：县水利局、各成员单位\n完成时限：2024年底").flatMap(({ parsed }) =>
        parsed.entries.map(({ name }) => name),
      ),
    ).toEqual(["县水利局", "各成员单位"]));

  it("takes a last sentence that names several units and says that they answer", () => {
    expect(found("建成平台。市水务局、市财政局按职责分工负责。")).toEqual([
      ["市水务局、市财政局按职责分工负责。", "sentence"],
    ]);
    expect(found("建成平台。各部门按职责分工负责。")).toEqual([]);
    expect(found("建成平台。日常工作由市水务局、市财政局负责。")).toEqual([]);
    expect(found("建成平台。\n日常工作由市水务局、市财政局负责。")).toEqual([]);
    expect(found("建成平台。市水务局负责。")).toEqual([]);
  });

  it("takes a last sentence of labels with a verb for their colon", () => {
    expect(found("建成平台。牵头单位为市水务局，配合单位为市财政局、市公安局。")).toEqual([
      ["牵头单位为市水务局，配合单位为市财政局、市公安局。", "run"],
    ]);
    expect(found("建成平台。牵头单位为主要责任人。")).toEqual([]);
    expect(found("建成平台。牵头为医务科，配合为检验科、护理部")).toEqual([
      ["牵头为医务科，配合为检验科、护理部", "run"],
    ]);
    expect(found("建成平台。责任人：王某；分工为医务科、检验科").map(([words]) => words)).toEqual([
      "责任人:王某；分工为医务科、检验科",
    ]);
    expect(found("建成平台。责任为重，分工为先。")).toEqual([]);
  });

  it("takes a last list in which one unit is marked as the lead", () => {
    expect(found("建成平台。市水务局（牵头）、市财政局、市公安局")).toEqual([
      ["市水务局(牵头)、市财政局、市公安局", "sentence"],
    ]);
    expect(found("建成平台。市水务局、市财政局、市公安局")).toEqual([]);
    expect(found("建成平台。成员包括市水务局（牵头）、市财政局、市公安局。")).toEqual([]);
    expect(found("建成平台。参加单位有市水务局（牵头）、市财政局")).toEqual([]);
  });

  it("takes a person or a date before the units along", () => {
    expect(found("建成平台。责任领导：王某，牵头单位：市水务局，责任单位：市财政局").map(([words]) => words)).toEqual([
      "责任领导:王某，牵头单位:市水务局，责任单位:市财政局",
    ]);
    expect(found("建成平台。\n完成时限：2024年底 责任单位：市水务局").map(([words]) => words)).toEqual([
      "完成时限:2024年底责任单位:市水务局",
    ]);
    expect(found("建成平台。联系人：王某。\n责任单位：市水务局").map(([words]) => words)).toEqual([
      "责任单位:市水务局",
    ]);
    expect(found("建成平台。\n责任领导：王某。牵头单位为市水务局。责任单位为市财政局")).toEqual([
      ["责任领导:王某。牵头单位为市水务局。责任单位为市财政局", "line"],
    ]);
    expect(found("建成平台：牵头为检修车间，配合为一车间").map(([words]) => words)).toEqual([
      "牵头为检修车间，配合为一车间",
    ]);
    expect(found("建成平台。\n责任领导：王某。牵头单位：市水务局。责任单位：市财政局")).toEqual([
      ["责任领导:王某。牵头单位:市水务局。责任单位:市财政局", "line"],
    ]);
  });

  it("takes the number of a field along", () => {
    expect(
      found("建成平台。\n（2）责任分工：市水务局牵头，市财政局配合。\n（3）时间安排：年底前。").map(([words]) => words),
    ).toEqual(["(2)责任分工:市水务局牵头，市财政局配合。"]);
  });

  it.each(["各责任单位：要高度重视", "压实责任：落实到人", "明确责任单位。市水务局很重要", "联系人：张某"])(
    "sees none in %s",
    (source) => expect(found(source)).toEqual([]),
  );
});
