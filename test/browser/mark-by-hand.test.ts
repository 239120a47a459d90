import { join } from "node:path";
import { describeWith } from "../tools/programs";
import { Examination } from "./examination";
import { root } from "./build-preview";

const images = join(root, "docs", "images");

/** Written in words that no reader knows, although a person understands who answers. */
const unheard = [
  "云溪县乡村道路整治实施方案（2024—2027年）",
  "为改善农村出行条件，结合我县实际，制定本方案。",
  "一、重点任务",
  "1.整修村道。到2027年整修村道60公里。此项请县交通运输局挑头，县财政局、各乡镇搭手。",
  "2.加固危桥。三年内加固危桥12座。此项请县水利局挑头，县财政局搭手。",
  "3.增设路灯。在进村路口增设路灯，保证夜间通行。此项请县住房和城乡建设局挑头，县供电公司搭手。",
  "4.清理占道。清理占用村道堆放的杂物。此项请县公安局挑头，各乡镇搭手。",
].join("\n");

/** Labels with stems that do not tell the role, so the user is asked. */
const labelled = [
  "云溪县乡村道路整治实施方案（2024—2027年）",
  "一、重点任务",
  "1.整修村道。到2027年整修村道60公里。（蹲点单位：县交通运输局；帮衬单位：县财政局）",
  "2.加固危桥。到2027年加固危桥12座。（蹲点单位：县水利局；帮衬单位：县财政局）",
  "3.增设路灯。在进村路口增设路灯，保证夜间通行。（蹲点单位：县住房和城乡建设局；帮衬单位：县供电公司）",
].join("\n");

const unled = [
  "云溪县乡村道路整治实施方案（2024—2027年）",
  "一、重点任务",
  ...["整修村道", "加固危桥", "增设路灯", "清理占道"].map(
    (title, index) => `${index + 1}.${title}。${title}，方便群众出行。（县交通运输局、县财政局按职责分工负责）`,
  ),
].join("\n");

describeWith(["Chromium"], "tasks marked by hand in the plan's text", () => {
  let all: Examination;

  beforeAll(async () => {
    all = await Examination.open();
  }, 400_000);

  afterAll(() => all?.close());

  const paste = async (text: string): Promise<void> => {
    await all.to("方案", "读取结果");
    await all.keyboard.press("button 粘贴文字");
    await all.keyboard.reach("textarea 方案全文");
    await all.preview.page.keyboard.insertText(text);
    await all.keyboard.press("button 读取粘贴的文字");
    await all.shows("当前方案：粘贴的文字");
  };
  const picture = (name: string): Promise<unknown> =>
    all.preview.page.screenshot({ path: join(images, `${name}.png`) });
  /** Selects some words of the text with the mouse. */
  const draw = async (words: string): Promise<void> => {
    const [from, to] = await all.pane.evaluate((wanted) => {
      const walker = document.createTreeWalker(document.querySelector("pre")!, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent!.indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        node.parentElement!.scrollIntoView({ block: "center" });
        const boxes = [...range.getClientRects()];
        const [first, last] = [boxes[0]!, boxes.at(-1)!];
        return [
          { x: first.left + 1, y: first.top + first.height / 2 },
          { x: last.right - 1, y: last.top + last.height / 2 },
        ] as const;
      }
      throw new Error(`not in one piece: ${wanted}`);
    }, words);
    const frame = (await all.preview.page.locator("#pane").boundingBox())!;
    const { mouse } = all.preview.page;
    await mouse.move(frame.x + from.x, frame.y + from.y);
    await mouse.down();
    await mouse.move(frame.x + to.x, frame.y + to.y, { steps: 8 });
    await mouse.up();
  };

  const main = (): Promise<string> => all.pane.locator("main").innerText();
  const heard = (): Promise<string> =>
    all.pane
      .locator("[aria-live=polite], [role=status]")
      .allInnerTexts()
      .then((texts) => texts.join("|"));
  /** The marks of a task's row in the sheet, by unit. */
  const marksOf = (title: string): Promise<Record<string, string>> =>
    all.preview.page.evaluate((wanted) => {
      const values: unknown[][] = window.responsibilityMatrixHost.book.grid.univer
        .getActiveWorkbook()
        .getSheetByName("责任矩阵")
        .getDataRange()
        .getValues();
      // The full names of units are in the hidden row above the header.
      const names = values[values.findIndex((row) => row.includes("任务") && row.includes("状态")) - 1]!.map((mark) =>
        String(mark).replace(/^#unit:/, ""),
      );
      const row = values.find((cells) => cells.includes(wanted))!;
      return Object.fromEntries(
        names
          .map((name, column) => [String(name), String(row[column] ?? "")])
          .filter(([, mark]) => mark === "●" || mark === "○"),
      );
    }, title);
  const generate = async (): Promise<void> => {
    await all.to("矩阵", "生成");
    await all.keyboard.press("button 生成责任矩阵");
    await all.shows("已生成责任矩阵");
  };

  it("asks once what an unknown label means, and reads all its places so", async () => {
    await paste(labelled);
    await all.to("方案", "核对");
    await all.shows("“蹲点单位：”后面的单位是？");
    expect(await main()).toContain("方案中有 3 处，回答一次都照这样读。");
    expect(await all.faults()).toEqual([]);
    await all.keyboard.press("button 看原文");
    await all.shows("第 1 / 3 处");
    await all.keyboard.press("button 下一处");
    await all.shows("第 2 / 3 处");
    expect(await all.faults()).toEqual([]);
    await all.keyboard.press("button 返回");
    // The focus is still in the first question; the second question's answers come next.
    await all.keyboard.press("button 责任");
    await all.pane.getByText("“帮衬单位：”后面的单位是？").waitFor({ state: "detached" });
    await all.keyboard.press("button 牵头");
    await all.shows("没有需要确认的地方。");
    expect(await all.hasFocus()).toBe(true);
    await all.keyboard.press(/^button .*加固危桥/);
    await all.shows("按标签");
    expect(await all.faults()).toEqual([]);
    await picture("why");
    await all.to("方案", "读取结果");
    await all.keyboard.press("button 任务（3）");
    await all.shows("牵头：县水利局；责任：县财政局");
  });

  it("asks many questions of one kind as one, to be answered together or one by one", async () => {
    await paste(unled);
    await all.to("方案", "核对");
    await all.shows("4 项任务没有牵头单位，所列单位都作为责任单位，对吗？");
    await all.keyboard.press("button 逐项看");
    await all.shows("“整修村道”没有牵头单位");
    expect(await all.faults()).toEqual([]);
    await all.keyboard.press("button 对");
    await all.shows("3 项任务没有牵头单位");
    expect(await all.hasFocus()).toBe(true);
    await all.keyboard.press("button 全部这样");
    await all.shows("没有需要确认的地方。");
    expect(await all.hasFocus()).toBe(true);
  });

  it("shows a plan of which nothing was read, and the way to mark it", async () => {
    await paste(unheard);
    await all.shows("没有读出写明单位的任务");
    expect(await all.faults()).toEqual([]);
    await all.keyboard.press("button 在原文中标出任务");
    await all.shows("用鼠标选中文字");
    expect(await all.faults()).toEqual([]);
  });

  it("makes a passage a task that is drawn over with the mouse", async () => {
    await draw("1.整修村道。到2027年整修村道60公里。此项请县交通运输局挑头，县财政局、各乡镇搭手。");
    await all.shows(/^已选 \d+ 字/);
    expect(await all.faults()).toEqual([]);
    await all.pane.getByRole("button", { name: "设为任务" }).click();
    expect(await all.pane.getByLabel("任务名称").inputValue()).toBe("整修村道");
    await all.pane.getByLabel("县交通运输局 牵头").check();
    await all.pane.getByLabel("县财政局 责任").check();
    await all.pane.getByLabel("各乡镇 责任").check();
    await picture("mark-task");
    expect(await all.faults()).toEqual([]);
    await all.pane.getByRole("button", { name: "确定" }).click();
    await all.shows("已设为任务“整修村道”。");
    await all.pane.getByRole("button", { name: "撤销" }).click();
    await all.pane.getByText("已设为任务“整修村道”。").waitFor({ state: "detached" });
  });

  it("makes another a task by keyboard alone", async () => {
    await all.keyboard.press("group 方案原文", "ArrowDown");
    for (let line = 0; line < 10 && !(await heard()).includes("2.加固危桥"); line++)
      await all.keyboard.key("ArrowDown");
    await all.keyboard.press("button 设为任务");
    await all.shows("县水利局");
    expect(await all.keyboard.focused()).toMatch(/^input 任务名称/);
    await all.keyboard.press("input 县水利局 牵头", "Space");
    await all.keyboard.press("input 县财政局 责任", "Space");
    await all.keyboard.reach("input 补充单位");
    await all.preview.page.keyboard.insertText("县应急管理局");
    await all.keyboard.press("button 确定");
    await all.shows("已设为任务“加固危桥”。");
    expect(await all.keyboard.focused()).toMatch(/^group 方案原文/);
  });

  it("takes a name for the lead, and shows what all that is written alike would become before it is read so", async () => {
    // Continues from where the last one ended.
    await all.keyboard.key("ArrowDown");
    expect(await heard()).toContain("3.增设路灯");
    for (let word = 0; word < 10 && !(await heard()).includes("“县住房和城乡建设局”"); word++)
      await all.keyboard.key("ArrowRight");
    expect(await all.faults()).toEqual([]);
    await all.keyboard.press("input 同样写法的都这样读", "Space");
    await all.keyboard.press("button 牵头");
    await all.shows("写作“请……挑头”的：新增 3 项任务，改动 0 项。");
    expect(await all.faults()).toEqual([]);
    await all.keyboard.press("button 确定");
    await all.shows("同样写法的都已这样读。");
    await draw("县供电公司");
    await all.shows("已选 5 字：“县供电公司”");
    await all.pane.getByRole("group", { name: "“县供电公司”是" }).getByRole("button", { name: "责任" }).click();
    await all.shows("“县供电公司”已作为责任单位。");
    await draw("县公安局");
    await all.pane.getByRole("button", { name: "不是单位" }).click();
    await all.shows("“县公安局”不再作为单位。");
    await all.pane.getByRole("button", { name: "撤销" }).click();
    await all.keyboard.press("button 返回");
  });

  it("lists what was told, and takes it back", async () => {
    await all.keyboard.press("button 手工标注（2）");
    await all.shows("写作“请……挑头”的是牵头");
    expect(await all.faults()).toEqual([]);
    await all.keyboard.press("button 任务（4）");
  });

  it("makes the matrix of it", async () => {
    await generate();
    expect(await marksOf("加固危桥")).toEqual({ 县水利局: "●", 县财政局: "○", 县应急管理局: "○" });
    expect(await marksOf("增设路灯")).toEqual({ 县住房和城乡建设局: "●", 县供电公司: "○" });
    expect(await marksOf("清理占道")).toEqual({ 县公安局: "●" });
  });

  it("keeps what was marked in a revised text, by its words, and syncs it", async () => {
    await paste(
      unheard.replace("2.加固危桥", "2.疏浚河道。疏浚沿线河道。\n3.加固危桥").replace("危桥12座", "危桥15座"),
    );
    await all.shows("以前标出的 1 项任务已按原话带到这份文字。");
    await all.keyboard.press("button 手工标注（2）");
    await all.to("矩阵", "同步");
    await all.shows(/\d+ 处不同/);
    expect(await main()).not.toMatch(/移出|删去/);
  });

  it("leaves the console clean", () => expect(all.preview.complaints).toEqual([]));
});
