import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { describeWith } from "../tools/programs";
import { Examination, long } from "./examination";
import { filled } from "./year-forms";

/**
 * A plan that leaves open whatever can be left open: its years, who leads, by when, and whether two names are one unit.
 */
const doubtful = [
  "云溪县全民阅读实施方案",
  "为推进全民阅读，结合我县实际，制定本方案。",
  "一、重点任务",
  "1.办好读书月。每年举办读书活动10场以上，覆盖所有乡镇。（牵头单位：县文化和旅游局；责任单位：县教育局、各乡镇）",
  "2.建设城市书房。建成城市书房6个，藏书总量达到12万册。（责任单位：县住房和城乡建设局、县财政局）",
  "3.培养阅读推广人。每年培训阅读推广人30名。（县教育局牵头，县教育体育局配合）",
  "4.开展阅读进校园。每年举办校园阅读活动4次。（责任单位：各乡镇）",
  "5.完善阅读设施。更新阅读设施80台（套）。",
  "二、保障措施",
  "（一）加强组织领导。建立联席会议制度，定期研究解决工作中的问题。",
].join("\n");

/** A year later: a target is raised, a task is reworded, one is dropped and one is new. */
const edits: [from: string | RegExp, to: string][] = [
  ["云溪县全民阅读实施方案", "云溪县全民阅读实施方案（2024—2027年）"],
  ["读书活动10场", "读书活动15场"],
  ["培养阅读推广人。每年培训阅读推广人30名", "培育阅读推广骨干。每年培训阅读推广人40名"],
  [
    "4.开展阅读进校园。每年举办校园阅读活动4次。（责任单位：各乡镇）",
    "4.举办全民阅读大会。每年举办全民阅读大会1次。（牵头单位：县文化和旅游局）",
  ],
];
const revised = edits.reduce((text, [from, to]) => text.replace(from, to), doubtful);

describeWith(["Chromium"], "the pane for everybody, with work under way", () => {
  const folder = mkdtempSync(join(tmpdir(), "access-"));
  let all: Examination;

  beforeAll(async () => {
    all = await Examination.open();
  }, 400_000);

  afterAll(async () => {
    await all?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const paste = async (text: string): Promise<void> => {
    await all.to("方案", "读取结果");
    await all.keyboard.press("button 粘贴文字");
    await all.keyboard.reach("textarea 方案全文");
    await all.preview.page.keyboard.insertText(text);
    await all.keyboard.press("button 读取粘贴的文字");
    await all.shows("当前方案：粘贴的文字");
  };
  /** Moves the focus as F6 does in Excel's window: out of the pane, and back to where it was. */
  const toSheet = (): Promise<void> => all.preview.page.locator("[id^=univer-sheet-main-canvas]").focus();
  const back = (): Promise<void> => all.pane.evaluate(() => window.focus());
  /** As somebody types it into the sheet. */
  const typeNumber = (indicator: string, number: number): Promise<void> =>
    all.preview.page.evaluate(
      ([name, value]) => {
        const sheet = window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook().getSheetByName("责任矩阵");
        const values: unknown[][] = sheet.getDataRange().getValues();
        const headers = values.find((line) => line.includes("任务") && line.includes("状态"))!;
        sheet
          .getRange(
            values.findIndex((line) => line.includes(name)),
            headers.indexOf("2025年"),
          )
          .setValue(value);
      },
      [indicator, number] as const,
    );
  /** Excel refuses every request, whoever sends it, as while a cell is being edited. */
  const inCellEdit = (isEditing: boolean): Promise<void> =>
    all.preview.page.evaluate((now) => void (window.responsibilityMatrixHost.book.inCellEdit = now), isEditing);

  it("asks what the plan leaves open, and has it set right beneath the question", async () => {
    await paste(doubtful);
    expect(await all.hasFocus()).toBe(true);
    await all.to("方案", "核对");
    await all.shows("文中没有写明方案的起止年份");
    expect(await all.pane.locator("main").innerText()).toMatch(
      /是同一个单位吗？[^]*未写明牵头单位[^]*没有写明是每年、累计还是到哪一年[^]*没有牵头单位/,
    );
    expect(await all.faults()).toEqual([]);
    await all.keyboard.press("button 看原文并修改");
    expect(await all.keyboard.focused()).toMatch(/^section 建设城市书房/);
    expect(await all.faults()).toEqual([]);
  });

  it("keeps the focus where a question was when it is settled", async () => {
    /** Answers a question; the plan is read again after each answer. */
    const answer = async (button: string): Promise<void> => {
      const open = Number(/\d+/.exec(await all.pane.locator("#part-check").innerText())![0]);
      await all.keyboard.press(button);
      await all.shows(open > 1 ? `核对（${open - 1}）` : "没有需要确认的地方。");
      expect(await all.hasFocus()).toBe(true);
    };
    // The task that was unfolded below the question is in the list now.
    await answer("button 对");
    expect(await all.keyboard.focused()).toMatch(/^section 建设城市书房/);
    // The next question has taken the place of that one.
    await answer("button 是两个单位");
    expect(await all.keyboard.focused()).toMatch(/^button /);
    await all.keyboard.reach("input 起始年份");
    await all.preview.page.keyboard.insertText("2024");
    await all.keyboard.reach("input 结束年份");
    await all.preview.page.keyboard.insertText("2027");
    expect(await all.faults()).toEqual([]);
    await answer("button 确定");
    // Two numbers without a year are asked about together; here each is answered by itself.
    await all.keyboard.press("button 逐项看");
    expect(await all.faults()).toEqual([]);
    while ((await all.pane.getByRole("button", { name: "对", exact: true }).count()) > 0) await answer("button 对");
    expect(await all.faults()).toEqual([]);
  });

  it("lets the changes of a sync be chosen one by one", async () => {
    await all.to("矩阵", "生成");
    await all.keyboard.press("button 生成责任矩阵");
    await all.shows("已生成责任矩阵");
    await all.type(["≥12"], "目标");
    await paste(revised);
    await all.to("矩阵", "同步");
    await all.shows(/\d+ 处不同/);
    expect(await all.faults()).toEqual([]);
    expect(await all.pane.locator("main section [aria-expanded=false]").count()).toBe(0);
    const chosen = async (): Promise<number> =>
      Number(/\d+/.exec(await all.pane.getByRole("button", { name: /^同步 \d+ 项$/ }).innerText())![0]);
    const before = await chosen();
    await all.keyboard.press("input 保留表中内容", "ArrowDown");
    expect(await chosen()).toBe(before + 1);
    await all.keyboard.press(/^input 任务：全选/, "Space");
    await all.shows(/^\d+ 项不改，保留表中内容$/);
    expect(await all.faults()).toEqual([]);
    await all.keyboard.press(/^input 任务：全选/, "Space");
  });

  it("tells what a sync has changed, and takes it back", async () => {
    await all.keyboard.press(/^button 同步 \d+ 项$/);
    await all.shows("每一处都记在“变更记录”");
    expect(await all.hasFocus()).toBe(true);
    expect(await all.faults()).toEqual([]);
    await all.keyboard.press(/^button 以前的同步/);
    await all.keyboard.press("button 撤销这次同步");
    expect(await all.keyboard.focused()).toBe("button 确定撤销");
    expect(await all.faults()).toEqual([]);
    await all.keyboard.press("button 不撤销");
    expect(await all.keyboard.focused()).toBe("button 撤销这次同步");
    await all.keyboard.press("button 撤销");
    await all.shows("已撤销");
    expect(await all.keyboard.focused()).toMatch(/^group 已撤销/);
    expect(await all.faults()).toEqual([]);
  });

  it("lists the files that came back, and why some are refused", async () => {
    await all.to("填报", "下发");
    await all.shows(/^\d+ 年已交/);
    await all.keyboard.reach("button 下载全部填报表（.zip）");
    const [download] = await Promise.all([all.preview.page.waitForEvent("download", long), all.keyboard.key("Enter")]);
    await all.shows(/^已生成 \d+ 份/);
    const forms = unzipSync(new Uint8Array(readFileSync(await download.path())));
    const save = (name: string, bytes: Uint8Array | string): string => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const named = (unit: string): string => Object.keys(forms).find((name) => name.includes(unit))!;
    const files = [
      save("文旅局.xlsx", await filled(forms[named("县文化和旅游局")]!, { 举办读书活动: "１２" })),
      save("住建局.xlsx", await filled(forms[named("县住房和城乡建设局")]!, { 建成城市书房: "约2", 藏书总量: 90000 })),
      save("空表.xlsx", forms[named("县教育局")]!),
      save("照片.xlsx", "不是表格"),
    ];
    await all.to("填报", "回收");
    await all.shows("选择文件…");
    await all.pane.getByLabel("交回的填报表").setInputFiles(files);
    await all.shows("没有采用的文件（2）");
    expect(await all.faults()).toEqual([]);
    await all.keyboard.press(/^input .*填的是“１２”/, "Space");
    await all.keyboard.press(/^button 收入 \d+ 份$/);
    await all.shows("已收入 2 份");
    expect(await all.keyboard.focused()).toMatch(/^group 已收入 2 份/);
    expect(await all.faults()).toEqual([]);
  });

  it("keeps the focus inside what is unfolded, while the page is read again", async () => {
    await all.to("填报", "下发");
    await all.shows(/^\d+ 年已交/);
    await all.keyboard.press(/^summary 由各单位分别填报/);
    await all.keyboard.reach(/^input .*建成城市书房/);
    const box = await all.keyboard.focused();
    await all.keyboard.key("Space");
    await all.shows("再合计的指标（1）");
    expect(await all.keyboard.focused()).toBe(box);
    expect(await all.faults()).toEqual([]);
    await all.to("检查", "概况");
    await all.shows("按板块");
    await all.keyboard.press("summary 状态是什么意思");
    expect(await all.faults()).toEqual([]);
  });

  it("has the focus where it was, or next to it, when the user comes back from a cell", async () => {
    await all.type([1, 1, 1, 1, 1, 1], "2025年");
    await all.to("检查", "未完成");
    await all.shows(/未达标 \d+ 项/);
    const rows = all.pane.locator("main li button");
    const names = (): Promise<string[]> =>
      rows.evaluateAll((buttons) => buttons.map((button) => `button ${(button as HTMLElement).innerText.trim()}`));
    const row = (await names())[1]!;
    await all.keyboard.press(row);
    await all.preview.page.waitForFunction(
      () =>
        String(window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook().getActiveSheet().getSheetName()) ===
        "责任矩阵",
    );
    await toSheet();
    await back();
    expect(await all.keyboard.focused()).toBe(row);
    // Meanwhile another unit's number is entered: the row above is done and gone, this one is still there.
    const next = (await names())[2]!;
    await toSheet();
    await typeNumber("培训阅读推广人", 50);
    await all.shows(/未达标 2 项/);
    expect(await all.hasFocus()).toBe(false);
    await back();
    expect(await all.keyboard.focused()).toBe(row);
    // This row's number is entered too: the next row takes its place.
    await toSheet();
    await typeNumber("举办读书活动", 20);
    await all.shows(/未达标 1 项/);
    await back();
    expect(await all.keyboard.focused()).toBe(next);
    expect(await all.faults()).toEqual([]);
  });

  it("says on every page what Excel refused, and takes the focus along when it is tried again", async () => {
    /** Starts something that Excel refuses, and tries again once Excel would accept it. */
    const refused = async (begin: () => Promise<void>, shown: string | RegExp): Promise<void> => {
      await inCellEdit(true);
      await begin();
      await all.shows("没有完成");
      expect(await all.faults()).toEqual([]);
      // Entering the pane makes it read again, a moment later: that is refused too.
      await all.preview.page.waitForTimeout(800);
      await inCellEdit(false);
      await all.keyboard.press("button 重试");
      await all.shows(shown);
      expect(await all.hasFocus()).toBe(true);
    };
    await refused(() => all.to("首页"), /自查评估$/);
    await refused(() => all.to("矩阵"), "表格依据");
    await refused(() => all.keyboard.press("button 刷新"), "表格依据");
    await refused(() => all.to("矩阵", "显示"), "年度列");
    await refused(() => all.to("填报", "下发"), /^\d+ 年已交/);
    await refused(() => all.to("检查"), "按板块");
    await refused(() => all.to("报告"), "自查评估报告");
    await refused(() => all.keyboard.press("button 生成未达标清单"), /“未达标清单”工作表已生成/);
  });

  it("leaves the console clean", () => {
    expect(all.preview.complaints).toEqual([]);
  });
});
