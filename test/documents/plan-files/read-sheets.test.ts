import { inChinese } from "../../../src/plan/sentence";
import { readPlan } from "../../../src/plan";
import { readPlanFile } from "../../../src/documents/plan-files";
import { tableOf, tablesOf } from "./table-places";
import { workbookFile, type SheetContent } from "./workbook-file";

const HEAD = ["序号", "重点任务", "牵头单位", "责任单位"];
const TASKS: SheetContent["rows"] = [HEAD, [1, "修路", "县交通局", "县财政局"], [2, "架桥", "县水利局", "县审计局"]];
const read = async (sheets: Readonly<Record<string, SheetContent>>) => {
  const { text, notes } = await readPlanFile("分解表.xlsx", await workbookFile(sheets));
  return { text, notes: notes.map(inChinese) };
};

describe("a table of tasks in a workbook", () => {
  it("has its title above, its merged cells and the lines of its cells", async () => {
    const { text, notes } = await read({
      Sheet1: {
        rows: [
          ["青山县2024年重点任务分解表"],
          ["类别", "序号", "重点任务", "责任分工", null],
          [null, null, null, "牵头单位", "责任单位"],
          ["农业", 1, "建农场", "县农业农村局", "县财政局\n县水利局"],
          [null, 2, "育良种", null, "县科协"],
        ],
        merges: ["A1:E1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "A4:A5", "D4:D5"],
      },
    });
    expect(text).toMatch(/^青山县2024年重点任务分解表\n/);
    expect(tableOf(text)).toEqual([
      ["类别", "序号", "重点任务", "责任分工", "<right>"],
      ["<down>", "<down>", "<down>", "牵头单位", "责任单位"],
      ["农业", "1", "建农场", "县农业农村局", "县财政局/县水利局"],
      ["<down>", "2", "育良种", "<down>", "县科协"],
    ]);
    expect(notes).toEqual([]);
    expect(readPlan(text).tasks.map(({ title, lead, responsible }) => [title, lead, responsible])).toEqual([
      ["建农场", ["县农业农村局"], ["县财政局", "县水利局"]],
      ["育良种", ["县农业农村局"], ["县科协"]],
    ]);
  });

  it("shows formulas, links, rich text, days and percentages as the sheet does", async () => {
    const { text } = await read({
      Sheet1: {
        rows: [
          HEAD,
          [
            { formula: "1+1", result: 2 },
            { richText: [{ text: "修" }, { text: "路" }] },
            { text: "县交通局", hyperlink: "http://example.cn" },
            0.9,
          ],
          [true, "架桥", "县水利局", new Date(Date.UTC(2025, 5, 30))],
        ],
        formats: { D2: "0.0%", D3: 'yyyy"年"m"月"d"日"' },
      },
    });
    expect(tableOf(text).slice(1)).toEqual([
      ["2", "修路", "县交通局", "90.0%"],
      ["TRUE", "架桥", "县水利局", "2025年6月30日"],
    ]);
  });

  it("counts days from 1904 where the workbook does", async () => {
    const bytes = await workbookFile(
      { Sheet1: { rows: [HEAD, [1, "修路", "县交通局", 45838 - 1462]], formats: { D2: "yyyy/m/d" } } },
      true,
    );
    expect(tableOf((await readPlanFile("a.xlsx", bytes)).text)[1]).toEqual(["1", "修路", "县交通局", "2025/6/30"]);
  });

  it("takes chapters that run over empty cells as going across, and notes below as lines", async () => {
    const { text } = await read({
      Sheet1: {
        rows: [
          ["附件2"],
          [...HEAD],
          ["一、基础设施"],
          [1, "修路", "县交通局", "县财政局"],
          ["说明：本表由县政府办公室负责解释。"],
          ["填表人：张某"],
        ],
      },
    });
    expect(tableOf(text)).toEqual([
      HEAD,
      ["一、基础设施", "<right>", "<right>", "<right>"],
      ["1", "修路", "县交通局", "县财政局"],
    ]);
    expect(text).toMatch(/^附件2\n[^]*\n说明：本表由县政府办公室负责解释。\n填表人：张某$/);
  });

  it("keeps a last task without units in the table", async () => {
    const { text } = await read({
      Sheet1: { rows: [["重点任务", "责任单位"], ["修路", "县交通局"], ["架设跨河大桥"]] },
    });
    expect(tableOf(text)).toEqual([
      ["重点任务", "责任单位"],
      ["修路", "县交通局"],
      ["架设跨河大桥", ""],
    ]);
  });

  it("reads two tables of one sheet apart, with the title between them", async () => {
    const { text } = await read({
      Sheet1: {
        rows: [...TASKS, [], ["附件2　配套任务分解表"], ["序号", "工作任务", "责任单位"], [1, "植树", "县林业局"]],
      },
    });
    expect(tablesOf(text)).toHaveLength(2);
    expect(text).toContain("\n附件2　配套任务分解表\n");
    expect(readPlan(text).tasks.map(({ title }) => title)).toEqual(["修路", "架桥", "植树"]);
  });

  it("leaves out hidden rows and columns, and says how many", async () => {
    const { text, notes } = await read({
      任务: {
        rows: [
          [...HEAD, "内部"],
          [1, "修路", "县交通局", "县财政局", "密"],
          [2, "旧事", "县旧局", "县旧局", "密"],
          [3, "架桥", "县水利局", "县审计局", "密"],
        ],
        hiddenRows: [3],
        hiddenColumns: [5],
      },
    });
    expect(tableOf(text)).toEqual([HEAD, ["1", "修路", "县交通局", "县财政局"], ["3", "架桥", "县水利局", "县审计局"]]);
    expect(notes).toEqual([
      "工作表“任务”有 1 行被隐藏或筛选掉，没有读取。如需读入，请取消隐藏或清除筛选、保存后再打开。",
      "工作表“任务”有 1 列被隐藏，没有读取。如需读入，请取消隐藏、保存后再打开。",
    ]);
  });

  it("sees what is merged over a hidden row", async () => {
    const { text, notes } = await read({
      Sheet1: {
        rows: [HEAD, [null, null, "县交通局", null], [1, "修路", null, "县财政局"], [2, "架桥", null, "县审计局"]],
        merges: ["C2:C4"],
        hiddenRows: [2],
      },
    });
    expect(tableOf(text)).toEqual([HEAD, ["1", "修路", "县交通局", "县财政局"], ["2", "架桥", "<down>", "县审计局"]]);
    expect(notes).toEqual([]);
  });
});

describe("a workbook of several sheets", () => {
  it("is read where the head of a table of tasks stands, and says what was not", async () => {
    const { text, notes } = await read({
      说明: { rows: [["填表说明"], ["请于6月底前报送"]] },
      任务: { rows: TASKS },
      旧任务: { rows: TASKS, state: "hidden" },
      空表: { rows: [] },
    });
    expect(tablesOf(text)).toHaveLength(1);
    expect(text).not.toContain("填表说明");
    expect(notes).toEqual([
      "没有读取的工作表：说明，其中没有“责任单位”“牵头单位”一类的表头。",
      "没有读取隐藏的工作表：旧任务。如需读入，请在 Excel 中取消隐藏、保存后再打开。",
    ]);
  });

  it("is read whole where several look like plans, each under its name where it has no title", async () => {
    const { text, notes } = await read({
      农业专班: { rows: TASKS },
      Sheet2: { rows: TASKS },
      工业: { rows: [["工业任务分解表"], ...TASKS] },
    });
    expect(text.split("\n").filter((line) => !line.includes("\t"))).toEqual(["农业专班", "工业任务分解表"]);
    expect(notes).toEqual(["有 3 个工作表像任务分解表，已按顺序全部读取：农业专班、Sheet2、工业。"]);
  });

  it("is read whole, with a note, where no head is known", async () => {
    const { text, notes } = await read({
      正文: { rows: [["青山县实施方案"], ["一、修路。（县交通局负责）"]] },
      数据: {
        rows: [
          ["甲", 1],
          ["乙", 2],
        ],
      },
    });
    expect(text).toContain("青山县实施方案\n一、修路。（县交通局负责）");
    expect(tableOf(text)).toEqual([
      ["甲", "1"],
      ["乙", "2"],
    ]);
    expect(notes).toEqual(["没有找到“责任单位”“牵头单位”一类的表头，已读取全部工作表：正文、数据。请核对读出的内容。"]);
  });

  it("says which of its sheets can be chosen, and reads those that were, hidden ones too", async () => {
    const file = await workbookFile({
      说明: { rows: [["说明"]] },
      任务: { rows: TASKS },
      旧任务: { rows: TASKS, state: "veryHidden" },
    });
    expect((await readPlanFile("分解表.xlsx", file)).sheets).toEqual([
      { name: "说明", rows: 1, looksLikePlan: false, isRead: false },
      { name: "任务", rows: 3, looksLikePlan: true, isRead: true },
    ]);
    const { text, notes, sheets } = await readPlanFile("分解表.xlsx", file, { sheets: ["旧任务"] });
    expect([tablesOf(text).length, sheets!.some(({ isRead }) => isRead)]).toEqual([1, false]);
    expect(notes.map(inChinese)).toEqual(["按您的选择，读取的工作表：旧任务。", "没有读取的工作表：说明、任务。"]);
    const both = await readPlanFile("分解表.xlsx", file, { sheets: ["说明", "任务"] });
    expect(both.notes.map(inChinese)).toEqual(["按您的选择，读取的工作表：说明、任务。"]);
    const one = await readPlanFile("分解表.xlsx", file, { sheets: ["说明"] });
    expect(one.notes.map(inChinese)).toEqual(["按您的选择，读取的工作表：说明。", "没有读取的工作表：任务。"]);
    await expect(readPlanFile("分解表.xlsx", file, { sheets: ["任务", "没有"] })).rejects.toMatchObject({
      code: "noSheet",
    });
  });

  it("is refused where cells stand so far apart, or hold so much, that no table could", async () => {
    const far = Array.from({ length: 5_000 }, (_, k) => [...new Array<null>(k % 250).fill(null), "甲"]);
    await expect(readPlanFile("a.xlsx", await workbookFile({ a: { rows: far } }))).rejects.toMatchObject({
      code: "zipBomb",
    });
    const much = Array.from({ length: 2_000 }, () => ["甲".repeat(3_000)]);
    await expect(readPlanFile("a.xlsx", await workbookFile({ a: { rows: much } }))).rejects.toMatchObject({
      code: "zipBomb",
    });
  });
});
