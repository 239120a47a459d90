import { cleanText } from "../../../src/plan/characters";
import { pathOf, readOutline } from "../../../src/plan/outline/outline";

function paths(source: string): string[] {
  const outline = readOutline(cleanText(source), new Set());
  return outline.items.filter((item) => item.marker).map(pathOf);
}

describe("readOutline", () => {
  it.each([
    ["一、甲", "一"],
    ["（二）甲", "(二)"],
    ["（三)甲", "(三)"],
    ["四）甲", "四)"],
    ["5.甲", "5"],
    ["6．甲", "6"],
    ["7﹒甲", "7"],
    ["8、甲", "8"],
    ["（9）甲", "(9)"],
    ["10）甲", "10)"],
    ["⑪甲", "⑪"],
    ["第十二条 甲", "第十二条"],
    ["第三章 甲", "第三章"],
    ["第四部分 甲", "第四部分"],
    ["任务五：甲", "任务五"],
    ["项目二：甲", "项目二"],
    ["实事3：甲", "实事3"],
    ["（二十一）、甲", "(二十一)"],
    ["１２．甲", "12"],
    ["3.2024年底前完成", "3"],
  ])("reads the number of %s", (line, path) => expect(paths(line)).toEqual([path]));

  it.each(["2025年目标", "3.5万亩", "12345热线", "一、二、三产业融合", "1、2号楼", "第一时间处置", "120、119"])(
    "sees no number in %s",
    (line) => expect(paths(line)).toEqual([]),
  );

  it("nests styles in the order in which they appear", () => {
    expect(paths("一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n②己\n2.庚\n（二）辛\n二、壬")).toEqual([
      "一",
      "一/(一)",
      "一/(一)/1",
      "一/(一)/1/(1)",
      "一/(一)/1/(1)/①",
      "一/(一)/1/(1)/②",
      "一/(一)/2",
      "一/(二)",
      "二",
    ]);
  });

  it("lets numbers run on through chapters", () => {
    expect(paths("一、甲\n（一）乙\n1.丙\n（二）丁\n2.戊\n二、己\n3.庚")).toEqual([
      "一",
      "一/(一)",
      "一/(一)/1",
      "一/(二)",
      "一/(二)/2",
      "二",
      "二/3",
    ]);
  });

  it("opens a new level when a style starts again beneath another", () => {
    expect(paths("1.甲\n2.乙\n（一）丙\n1.丁\n（二）戊\n3.己")).toEqual([
      "1",
      "2",
      "2/(一)",
      "2/(一)/1",
      "2/(二)",
      "3",
    ]);
  });

  it("finds the items of a plan on one line", () => {
    const body = "坚持因地制宜，统筹推进各项工作。";
    expect(
      paths(`某市方案一、总体要求（一）思路。${body}（二）目标。${body}二、任务（一）扩面。${body}（二）提质。${body}`),
    ).toEqual(["一", "一/(一)", "一/(二)", "二", "二/(一)", "二/(二)"]);
  });

  it("lets numbers run on through chapters on one line too", () => {
    const body = "坚持因地制宜，统筹推进各项工作。";
    expect(
      paths(
        `某市方案一、总体要求（一）目标。${body}二、任务（二）扩面。${body}（三）提质。${body}三、保障（四）领导。${body}`,
      ),
    ).toEqual(["一", "一/(一)", "二", "二/(二)", "二/(三)", "三", "三/(四)"]);
  });

  it("takes headings without numbers beneath a chapter for parts of it, side by side", () => {
    expect(
      paths(
        "一、健康\n主要目标：\n1.甲。\n2.乙。\n策略措施：\n（1）丙。\n（2）丁。\n二、教育\n主要目标\n1.戊。\n策略措施\n（1）己。",
      ),
    ).toEqual(["一", "一/1", "一/2", "一/(1)", "一/(2)", "二", "二/1", "二/(1)"]);
    // Within items these words do not divide the text: there they occur several times, or the series continues after
    // them.
    expect(
      paths(
        "一、甲\n工作目标\n到2027年。\n重点任务\n1.乙。实施计划。\n主要举措：\n（1）丙。\n（2）丁。\n2.戊。\n主要举措：\n（1）己。",
      ),
    ).toEqual(["一", "一/1", "一/1/(1)", "一/1/(2)", "一/2", "一/2/(1)"]);
    expect(paths("一、甲\n主要任务：\n（一）乙\n1.丙。\n工作要求：\n（1）丁。\n（二）戊。")).toEqual([
      "一",
      "一/(一)",
      "一/(一)/1",
      "一/(一)/1/(1)",
      "一/(二)",
    ]);
    // Below a single item they do not divide the text either.
    expect(paths("一、任务\n1.修路。分两期。\n建设内容：\n（1）甲。\n（2）乙。\n2.建桥。")).toEqual([
      "一",
      "一/1",
      "一/1/(1)",
      "一/1/(2)",
      "一/2",
    ]);
  });

  it("leaves lists inside a sentence alone", () => {
    expect(paths("一、甲\n（一）乙。要做到：1.统一；2.规范；3.整洁。\n（二）丙")).toEqual(["一", "一/(一)", "一/(二)"]);
  });

  it("goes on with a series after a run of units, without a line break", () => {
    expect(paths("（一）甲。责任单位：市教育局、市财政局（二）乙。责任单位：市民政局（三）丙")).toEqual([
      "(一)",
      "(二)",
      "(三)",
    ]);
  });

  it("closes a box at the next number of the items beside it", () => {
    expect(paths("（一）甲\n1.乙\n专栏1 重点工程\n（1）丙\n（2）丁\n2.戊")).toEqual([
      "(一)",
      "(一)/1",
      "(一)/1/专栏1",
      "(一)/1/专栏1/(1)",
      "(一)/1/专栏1/(2)",
      "(一)/2",
    ]);
  });

  it("takes no item from a table of contents", () => {
    expect(paths("目录\n一、总体要求……1\n二、任务......12\n一、总体要求\n正文")).toEqual(["一"]);
  });

  it("starts anew at an annex", () => {
    expect(paths("一、甲\n（一）乙\n附件\n（一）丙\n1.丁")).toEqual(["一", "一/(一)", "(一)", "(一)/1"]);
  });

  it("reads 1.1 under item 1 only", () => {
    expect(paths("1.甲\n1.1 乙\n1.2 丙\n2.甲\n3.5万人参加")).toEqual(["1", "1/1.1", "1/1.2", "2"]);
    expect(
      paths(
        "1.甲\n1.1 乙\n2.甲\n2.1 乙\n2.2 丙。（责任单位：市教育局）\n2.3 推进管理：净宽大于1.5米，浓度下降到10毫克/立方米。",
      ),
    ).toEqual(["1", "1/1.1", "2", "2/2.1", "2/2.2", "2/2.3"]);
  });
});
