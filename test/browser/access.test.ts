import { workbookFile } from "../documents/plan-files/workbook-file";
import { describeWith } from "../tools/programs";
import { Examination, long } from "./examination";

describeWith(["Chromium"], "the pane for everybody", () => {
  let all: Examination;

  beforeAll(async () => {
    all = await Examination.open("greeting");
  }, 400_000);

  afterAll(() => all?.close());

  it("greets who is new", async () => {
    expect(await all.faults()).toEqual([]);
    await all.keyboard.press("button 跳过");
    await all.shows("导入方案");
    expect(await all.hasFocus()).toBe(true);
    expect(await all.faults()).toEqual([]);
  });

  it("asks for a plan wherever one is needed, and has the example", async () => {
    await all.to("矩阵", "生成");
    await all.shows("还没有打开方案。打开一份，就能生成它的责任矩阵。");
    expect(await all.faults()).toEqual([]);
    await all.keyboard.press("button 打开方案");
    await all.shows("把方案文件拖到这里");
    expect(await all.hasFocus()).toBe(true);
    await all.keyboard.press("button 粘贴文字");
    expect(await all.faults()).toEqual([]);
    await all.keyboard.press("button 读取粘贴的文字");
    await all.shows(/^粘贴的文字：文件中没有文字/);
    expect(await all.faults()).toEqual([]);
  });

  it("asks which part of the open sheet is meant, and which sheets of a file", async () => {
    await all.preview.page.evaluate(() => {
      const sheet = window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook().getActiveSheet();
      sheet.getRange(0, 0, 3, 2).setValues([
        ["任务", "责任单位"],
        ["修路", "县交通局"],
        ["架桥", "县水利局"],
      ]);
      sheet.getRange("A1:B2").activate();
    });
    await all.keyboard.press("button 从表格读入");
    await all.shows("读哪一部分？");
    expect(await all.faults()).toEqual([]);
    await all.keyboard.press("button 取消");
    expect(await all.hasFocus()).toBe(true);
    const rows = [
      ["任务", "责任单位"],
      ["修路", "县交通局"],
    ];
    const buffer = Buffer.from(
      await workbookFile({ 填表说明: { rows: [["说明"]] }, 上半年重点工作任务分解表: { rows }, 下半年: { rows } }),
    );
    await all.pane.locator("input[type=file]").setInputFiles({ name: "分解表.xlsx", mimeType: "", buffer });
    await all.shows("读哪些工作表？");
    expect(await all.faults()).toEqual([]);
    await all.keyboard.press("button 取消");
    await all.keyboard.press("button 用示例方案");
    await all.shows("当前方案：示例方案");
    expect(await all.hasFocus()).toBe(true);
  });

  it("shows what was read, and a place in the plan's text and back", async () => {
    await all.to("方案", "读取结果");
    await all.keyboard.press("button 粘贴文字");
    for (const name of ["任务", "单位", "保障措施", "校核"]) await all.keyboard.press(new RegExp(`^button ${name}（`));
    await all.keyboard.press("button 修改");
    await all.keyboard.press("button 指定单位，列入矩阵…");
    expect(await all.hasFocus()).toBe(true);
    expect(await all.faults()).toEqual([]);
    await all.keyboard.reach(/^button “/);
    const place = await all.keyboard.focused();
    await all.keyboard.key("Enter");
    await all.shows("返回");
    expect(await all.keyboard.focused()).toMatch(/^h1 /);
    expect(await all.faults()).toEqual([]);
    await all.keyboard.press("button 返回");
    expect(await all.keyboard.focused()).toBe(place);
    await all.keyboard.press(/^button 显示全部/);
    expect(await all.keyboard.focused()).toMatch(/^li /);
  });

  it("lets a reading be set right", async () => {
    await all.to("方案", "核对");
    await all.keyboard.press(/^button 三\(一\)2 /);
    expect(await all.keyboard.focused()).toMatch(/^section /);
    expect(await all.faults()).toEqual([]);
    await all.keyboard.press("button 收起");
    expect(await all.hasFocus()).toBe(true);
  });

  it("says on each page that there is no matrix yet", async () => {
    for (const [page, part] of [["矩阵", "同步"], ["矩阵", "显示"], ["填报", "下发"], ["检查"], ["报告"]] as const) {
      await all.to(page, part);
      await all.shows("本工作簿还没有责任矩阵。");
      expect(await all.faults()).toEqual([]);
    }
  });

  it("makes the matrix, and keeps the focus on the button meanwhile", async () => {
    await all.to("矩阵", "生成");
    expect(await all.faults()).toEqual([]);
    await all.keyboard.press("button 生成责任矩阵");
    expect(await all.keyboard.focused()).toBe("button 生成责任矩阵");
    await all.shows("已生成责任矩阵");
    expect(await all.keyboard.focused()).toBe("button 生成责任矩阵");
    expect(await all.faults()).toEqual([]);
    await all.to("检查");
    await all.shows("按板块");
    await all.to("矩阵", "生成");
    await all.shows("本工作簿已有责任矩阵");
    expect(await all.faults()).toEqual([]);
  });

  it("shows what a sync would change", async () => {
    await all.type([3, "５０", "约2", 60, 5, 1, 100, 2, 40, 95, "1.2万"], "2025年");
    await all.type(["改过的指标"], "指标");
    await all.to("矩阵", "同步");
    await all.shows("表格依据");
    expect(await all.faults()).toEqual([]);
  });

  it("gives the forms out, and waits for them to come back", async () => {
    await all.to("填报", "下发");
    await all.shows(/^\d+ 年已交/);
    await all.keyboard.press(/^summary 由各单位分别填报/);
    expect(await all.faults()).toEqual([]);
    await all.keyboard.reach("button 在 Excel 中打开");
    await Promise.all([all.preview.page.waitForEvent("download", long), all.keyboard.key("Enter")]);
    await all.shows("已在新窗口打开");
    expect(await all.hasFocus()).toBe(true);
    await all.to("填报", "回收");
    await all.shows("选择文件…");
    expect(await all.faults()).toEqual([]);
  });

  it("shows where everything stands, with a way to each cell", async () => {
    await all.to("首页");
    await all.shows("导入方案");
    expect(await all.faults()).toEqual([]);
    await all.to("检查", "概况");
    await all.shows("按板块");
    expect(await all.faults()).toEqual([]);
    await all.keyboard.reach(/^button [^]*\d+ 项[^]*达标/);
    const bar = await all.keyboard.focused();
    await all.keyboard.key("Enter");
    await all.shows("返回概况");
    expect(await all.keyboard.focused()).toMatch(/^h1 /);
    expect(await all.faults()).toEqual([]);
    await all.keyboard.press("button 返回概况");
    expect(await all.keyboard.focused()).toBe(bar);
    for (const part of ["未完成", "待核", "单位"]) {
      await all.to("检查", part);
      expect(await all.faults()).toEqual([]);
    }
    await all.to("检查", "未完成");
    await all.keyboard.reach(/^button [^]*差 /);
    await all.keyboard.key("Enter");
    await all.preview.page.waitForFunction(
      () =>
        String(window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook().getActiveSheet().getSheetName()) ===
        "责任矩阵",
    );
  });

  it("offers the report and the lists", async () => {
    await all.to("报告");
    await all.shows("自查评估报告");
    expect(await all.faults()).toEqual([]);
    await all.keyboard.press("button 生成未达标清单");
    await all.shows("工作表已生成");
    expect(await all.keyboard.focused()).toBe("button 生成未达标清单");
  });

  it("leaves the console clean", () => {
    expect(all.preview.complaints).toEqual([]);
  });
});
