import { readPlan } from "../../../src/plan";

const tasks = (...rows: string[]): string[] =>
  readPlan(`青溪县2024年工作任务分解表\n${rows.join("\n")}`).tasks.map(({ path, title, lead, responsible, groups }) =>
    [path, title, lead.join("、"), [...responsible, ...groups].join("、")].join("|"),
  );

describe("a table of tabs", () => {
  it("may have two columns, and chapters without a tab between its rows", () => {
    expect(
      tasks(
        "工作任务\t责任单位",
        "一、设施",
        "1.建路。\t县交通局",
        "2.建桥。\t县水利局",
        "二、服务",
        "3.开班。\t县人社局",
      ),
    ).toEqual(["一/1|建路|县交通局|", "一/2|建桥|县水利局|", "二/3|开班|县人社局|"]);
  });

  it("may have a header of one word for those who lead", () =>
    expect(
      tasks("工作事项\t牵头", "一、设施", "1.建路，年内通车。\t县交通局", "工作事项\t牵头", "2.建桥。\t县水利局"),
    ).toEqual(["一/1|建路，年内通车|县交通局|", "一/2|建桥|县水利局|"]));

  it("has rows that were broken inside of a cell", () => {
    expect(
      tasks("序号\t任务\t责任单位", '1\t"建路：', "（1）改造国道。", '（2）新建县道。"\t县交通局', "2\t建桥\t县水利局"),
    ).toEqual(["1|建路|县交通局|", "2|建桥|县水利局|"]);
  });

  it("ends at a heading before the header of another", () => {
    const head = "序号\t任务\t牵头单位\t配合单位";
    expect(
      tasks("（一）民生", head, "1\t建学校\t市教育局\t市财政局", "（二）交通", head, "1\t建公路\t市交通局\t市财政局"),
    ).toEqual(["(一)/1|建学校|市教育局|市财政局", "(二)/1|建公路|市交通局|市财政局"]);
  });

  it("names nobody who leads where the cell for the lead is empty", () => {
    expect(tasks("序号\t任务\t牵头单位\t责任单位", "1\t建路\t县交通局\t县财政局", "2\t建桥\t\t县水利局")).toEqual([
      "1|建路|县交通局|县财政局",
      "2|建桥||县水利局",
    ]);
  });

  it("has names parted by blanks in a cell", () => {
    expect(tasks("序号\t任务\t牵头单位\t责任单位", "1\t建路\t县交通局\t县财政局 县水利局 各县（市、区）政府")).toEqual([
      "1|建路|县交通局|县财政局、县水利局、各县（市、区）政府",
    ]);
  });

  it("asks what units do under a header whose stem does not say", () => {
    const { tasks: read, findings } = readPlan(
      "青溪县2024年项目表\n序号\t项目\t包联单位\t时限\n1\t体育馆\t县教体局\t10月底",
    );
    expect(read.map(({ lead, responsible }) => [...lead, ...responsible])).toEqual([["县教体局"]]);
    expect(findings.filter(({ about }) => about === "reading").map(({ rule }) => rule)).toEqual(["label-unknown"]);
  });

  it("has a row reported that names units and no task", () => {
    const { findings } = readPlan("青溪县2024年任务表\n序号\t任务\t责任单位\n1\t建路\t县交通局\n2\t\t县水利局");
    expect(findings.filter(({ about }) => about === "reading").map(({ rule }) => rule)).toEqual(["table-row-doubtful"]);
  });
});

describe("a table of blanks", () => {
  it("is read below a line of headers", () => {
    expect(
      tasks(
        "序号  工作任务  责任单位  完成时限",
        "1  改造公路10公里  县交通局  10月底前",
        "2  新建公厕3座  县城管局、县住建局  9月底前",
      ),
    ).toEqual(["1|改造公路10公里|县交通局|", "2|新建公厕3座|县城管局|县住建局"]);
  });

  it("is not seen where a bracket opens in one cell and closes in another", () => {
    expect(
      tasks(
        "一、建路（主要责任科室 办公室  协助科室 财务科、各科室）",
        "二、建桥（主要责任科室 财务科  协助科室 办公室）",
      ),
    ).toEqual(["一|建路|办公室|财务科、各科室", "二|建桥|财务科|办公室"]);
  });

  it("is not seen where no line has headers", () => expect(tasks("1  改造公路10公里  县交通局  10月底前")).toEqual([]));
});
