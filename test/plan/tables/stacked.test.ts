import { readPlan } from "../../../src/plan";

const lines = (...cells: string[]): string => `青溪县2024年工作任务分解表\n${cells.join("\n")}`;
const tasks = (text: string): string[] =>
  readPlan(text).tasks.map(({ path, title, lead, responsible, groups }) =>
    [path, title, lead.join("、"), [...responsible, ...groups].join("、")].join("|"),
  );
const doubts = (text: string): [string, string][] =>
  readPlan(text)
    .findings.filter(({ about }) => about === "reading")
    .map(({ rule, span }) => [rule, text.slice(...span)]);

describe("a table of one cell a line", () => {
  it("has as one cell what stands between its neighbours", () => {
    const text = lines(
      "序号",
      "民生实事",
      "责任单位",
      "完成时限",
      "1",
      "修缮渡口。",
      "县交通局",
      "县财政局",
      "县水利局",
      "10月底前",
      "2",
      "新建公厕。",
      "县城管局",
      "9月底前",
    );
    expect(tasks(text)).toEqual(["1|修缮渡口|县交通局|县财政局、县水利局", "2|新建公厕|县城管局|"]);
    expect(readPlan(text).tasks.map(({ leadBasis }) => leadBasis)).toEqual(["firstByConvention", "stated"]);
  });

  it("goes on with the number above where a row has none", () => {
    const text = lines(
      "序号",
      "工作事项",
      "牵头单位",
      "配合单位",
      "1",
      "扩大队伍。",
      "市卫健委",
      "市财政局",
      "下沉人才。",
      "市人社局",
      "市财政局",
      "2",
      "组建团队。",
      "市卫健委",
      "市医保局",
    );
    expect(tasks(text)).toEqual([
      "1|扩大队伍|市卫健委|市财政局",
      "1|下沉人才|市人社局|市财政局",
      "2|组建团队|市卫健委|市医保局",
    ]);
    expect(doubts(text)).toEqual([]);
  });

  it("takes the units above where a row has none, and asks where the row has a number", () => {
    const head = ["序号", "工作事项", "责任单位", "时限", "1", "编制规划。", "县发改局", "5月底"];
    expect(tasks(lines(...head, "报批规划。", "6月底"))).toEqual(["1|编制规划|县发改局|", "1|报批规划|县发改局|"]);
    expect(doubts(lines(...head, "报批规划。", "6月底"))).toEqual([]);
    expect(tasks(lines(...head, "2", "报批规划。", "6月底"))).toEqual(["1|编制规划|县发改局|", "2|报批规划|县发改局|"]);
    expect(doubts(lines(...head, "2", "报批规划。", "6月底"))).toEqual([
      ["table-row-doubtful", "2\n报批规划。\n6月底"],
    ]);
  });

  it("has names parted by blanks in a cell, whatever the last of them is", () => {
    const text = lines(
      "序号",
      "工作内容",
      "具体举措",
      "统筹推进机构",
      "协同配合机构",
      "资金来源",
      "1",
      "修路",
      "拓宽道路。",
      "县交通局",
      "县政府办公室 各村（社区）",
      "上级专项资金",
      "2",
      "建桥",
      "架设桥梁。",
      "县水利局",
      "县委组织部 各成员单位",
      "自筹",
    );
    expect(tasks(text)).toEqual([
      "1|修路|县交通局|县政府办公室、各村（社区）",
      "2|建桥|县水利局|县委组织部、各成员单位",
    ]);
  });

  it("has an office beside a department of a company, and one of a body", () => {
    const text = (...units: string[]): string =>
      lines(
        "序号",
        "工作任务",
        "责任单位",
        "时限",
        "1",
        "修路。",
        ...units,
        "10月底前",
        "2",
        "建桥。",
        "财务部",
        "9月底前",
      );
    expect(tasks(text("调度控制中心", "办公室"))[0]).toBe("1|修路|调度控制中心|办公室");
    expect(tasks(text("县委网络安全和信息化委员会", "办公室"))[0]).toBe("1|修路|县委网络安全和信息化委员会办公室|");
  });

  it("does not begin with its title", () =>
    expect(
      tasks(
        "2024年民生实事任务清单\n编号\n工作内容\n牵头部门(单位)\n责任部门(单位)\n验收标准\n一、设施\n1\n修路。\n县交通局\n县财政局\n通过验收\n2\n建桥。\n县水利局\n县财政局\n通过验收",
      ),
    ).toEqual(["一/1|修路|县交通局|县财政局", "一/2|建桥|县水利局|县财政局"]));

  it("asks whether a single unit leads that only helps elsewhere", () => {
    const text = lines(
      "工作任务和要求",
      "牵头单位",
      "协办单位",
      "1.修路。",
      "县水利局",
      "县交通局",
      "2.建桥。",
      "县交通局",
    );
    expect(doubts(text)).toEqual([["table-row-doubtful", "2.建桥。\n县交通局"]]);
  });

  it("asks how lines divide among columns of units where nothing tells", () => {
    const text = lines(
      "序号",
      "工作任务",
      "牵头单位",
      "责任单位",
      "1",
      "公布菜价",
      "区物价局",
      "区商务局",
      "2",
      "公布药价",
      "区物价局",
      "区审计局",
      "区卫生局",
    );
    expect(tasks(text)).toEqual(["1|公布菜价|区物价局|区商务局", "2|公布药价|区物价局、区审计局|区卫生局"]);
    expect(doubts(text)).toEqual([["table-row-doubtful", "2\n公布药价\n区物价局\n区审计局\n区卫生局"]]);
  });

  it("divides them by what the same columns hold elsewhere", () => {
    const all = "区直各部门，各街道";
    const text = lines(
      "序号",
      "工作任务",
      "牵头单位",
      "责任单位",
      "1",
      "公布菜价",
      "区物价局",
      all,
      "2",
      "公布药价",
      "区物价局",
      "区卫生局",
      all,
    );
    expect(tasks(text)).toEqual([
      "1|公布菜价|区物价局|区直各部门、各街道",
      "2|公布药价|区物价局、区卫生局|区直各部门、各街道",
    ]);
    expect(doubts(text)).toEqual([]);
  });

  it("says nobody leads where the cell for the lead is an empty line", () => {
    const text = lines(
      "工作任务",
      "工作要求",
      "牵头单位",
      "责任单位",
      "一、公开价格",
      "1.公布菜价。",
      "\u00a0",
      "区直各部门，各街道",
      "2.公布药价。",
      "区物价局",
      "区卫生局",
    );
    expect(tasks(text)).toEqual(["一/1|公布菜价||区直各部门、各街道", "一/2|公布药价|区物价局|区卫生局"]);
  });

  it("ends with what follows the last row: text, a signature, an annex", () => {
    const table = ["序号", "工作任务", "责任单位", "1", "修路。", "县交通局", "2", "建桥。", "县水利局"];
    const want = ["1|修路|县交通局|", "2|建桥|县水利局|"];
    expect(tasks(lines(...table, "青溪县人民政府", "2024年3月1日"))).toEqual(want);
    expect(tasks(lines(...table, "各单位要压实责任，按时报送进展。"))).toEqual(want);
    expect(tasks(lines(...table, "附件2", "通讯录", "县财政局", "县教育局"))).toEqual(want);
    expect(tasks(lines(...table, "分享到:"))).toEqual(want);
  });

  it("ends at a heading before the header of another, which opens a chapter", () => {
    const head = ["序号", "任务", "牵头单位", "配合单位"];
    const text = [
      "青溪市方案",
      "（一）改善民生",
      ...head,
      "1",
      "建学校",
      "市教育局",
      "市财政局",
      "（二）改善交通",
      ...head,
      "1",
      "建公路",
      "市交通局",
      "市财政局",
    ].join("\n");
    expect(tasks(text)).toEqual(["(一)/1|建学校|市教育局|市财政局", "(二)/1|建公路|市交通局|市财政局"]);
    expect(readPlan(text).tasks.map(({ section }) => section)).toEqual([["改善民生"], ["改善交通"]]);
  });

  it("is reported where its headers say who answers and nothing was read", () => {
    const text = lines(
      "序号",
      "工作任务",
      "责任单位",
      "完成时限",
      "加强组织领导，压实责任。",
      "要高度重视，把各项工作做细做实。",
      "要强化督查，确保落实到位。",
    );
    expect(tasks(text)).toEqual([]);
    expect(doubts(text).map(([rule]) => rule)).toEqual(["table-not-read"]);
  });

  it.each([
    ["members", "组长：张三\n副组长：李四\n成员单位\n县财政局\n县教育局\n联系人\n王五"],
    ["a signature", "县财政局\n县教育局\n县水利局\n2024年3月1日"],
    ["addresses", "序号\n姓名\n工作单位\n职务\n联系电话\n1\n张三\n县财政局\n科长\n6231234"],
    ["an empty form", "序号\n项目名称\n责任单位\n填报时间\n1\n2\n3"],
    ["indicators", "指标\n评价标准\n数据来源\n1.覆盖率\n逐年增加。\n统计年报"],
  ])("is not seen in %s", (_name, text) => {
    expect(tasks(`青溪县通知\n${text}`)).toEqual([]);
    expect(doubts(`青溪县通知\n${text}`)).toEqual([]);
  });
});
