import { Pane } from "../pane";
import { act } from "react";

const text = [
  "青山县全民阅读实施方案（2021—2025年）",
  "一、重点任务",
  "1.办书展。每年举办书展5场以上。（责任单位：县文旅局、县财政局）",
  "2.建书屋。到2025年建成书屋20个。（县教育局牵头，县教育体育局配合）",
  "二、保障措施",
  "（一）加强督查。把工作进展纳入督查，对落后的及时提醒。",
].join("\n");

describe("核对 on the page 方案", () => {
  let pane: Pane;
  beforeEach(async () => {
    localStorage.clear();
    pane = new Pane();
    await pane.open();
    await pane.toPage("plan", "read");
    await pane.click("粘贴文字");
    await fill("textarea", text);
    await pane.click("读取粘贴的文字");
    await pane.until(() => pane.text.includes("青山县全民阅读实施方案"));
  });
  afterEach(() => pane.close());

  /** Types into a field as a person does, and presses Enter. */
  async function fill(selector: string, value: string): Promise<void> {
    const field = pane.element.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector)!;
    const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    await act(async () => {
      Object.getOwnPropertyDescriptor(kind.prototype, "value")!.set!.call(field, value);
      field.dispatchEvent(new window.Event("input", { bubbles: true }));
    });
    await act(async () => void field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })));
  }
  const value = (selector: string): string => pane.element.querySelector<HTMLInputElement>(selector)!.value;
  const counts = (): (string | null)[] => pane.all("dl dd").map(({ textContent }) => textContent);
  const inputOf = (label: string): string =>
    `[id="${pane
      .all("label")
      .find(({ textContent }) => textContent === label)!
      .getAttribute("for")!}"]`;

  it("shows how sure the reading is, and what to confirm first", async () => {
    await pane.click("下一步：核对 2 处待确认");
    expect(counts()).toEqual(["3", "2", "0"]);
    expect(pane.text).toContain("“办书展”未写明牵头单位，按列首位的“县文旅局”牵头，对吗？");
    expect(pane.text).toContain("“县教育局”与“县教育体育局”是同一个单位吗？");
  });

  it("asks no more once a question is answered", async () => {
    await pane.toPage("plan", "check");
    await pane.click("是同一单位");
    await pane.click("对");
    expect(pane.text).toContain("没有需要确认的地方。");
    await pane.toPage("plan", "read");
    expect(counts()[1]).toBe("3");
  });

  it("marks units and quantities in the task's own words, and takes over what is set right", async () => {
    await pane.toPage("plan", "check");
    await pane.click("看原文并修改");
    expect(pane.all("mark").map(({ textContent, title }) => [title, textContent])).toEqual([
      ["指标", "每年举办书展5场以上"],
      ["牵头", "县文旅局"],
      ["责任", "县财政局"],
    ]);
    await fill(inputOf("牵头单位"), "县财政局，县融媒体中心");
    await fill(inputOf("责任单位"), "县文旅局");
    expect(pane.text).not.toContain("“办书展”未写明牵头单位");
    await fill('input[aria-label="目标数"]', "8");
    expect(pane.element.querySelector<HTMLInputElement>('input[aria-label="目标数"]')!.value).toBe("8");
    await pane.toPage("plan", "read");
    await pane.click("任务（2）");
    expect(pane.text).toContain("牵头：县财政局、县融媒体中心；责任：县文旅局");
  });

  it("takes over another title, and shows the goals that belong to no task", async () => {
    await pane.toPage("plan", "read");
    await pane.click("粘贴文字");
    await fill("textarea", text.replace("一、重点任务", "到2025年，全县居民阅读率达到80%。\n一、重点任务"));
    await pane.click("读取粘贴的文字");
    await pane.until(() => pane.text.includes("任务（2）"));
    await pane.toPage("plan", "check");
    expect(pane.text).toContain("方案目标（1）");
    await fill('input[aria-label="目标数"]', "八十五");
    await pane.until(() => value('input[aria-label="目标数"]') === "85");
    await pane.click("看原文并修改");
    await fill('input[aria-label="任务名称"]', "办好书展");
    await pane.toPage("plan", "read");
    await pane.click("任务（2）");
    expect(pane.text).toContain("一·1 办好书展");
  });

  it("says why it does not take a number, keeps what was typed, and changes nothing", async () => {
    await pane.toPage("plan", "check");
    await pane.click("看原文并修改");
    const target = 'input[aria-label="目标数"]';
    await fill(target, "20%");
    expect([value(target), pane.text.includes("这一项的计量单位是“场”，“20%”写的是“%”，没有改。")]).toEqual([
      "20%",
      true,
    ]);
    expect(pane.element.querySelector(target)!.getAttribute("aria-invalid")).toBe("true");
    await fill(target, "-3");
    expect(pane.text).toContain("目标数不能是负数，没有改。");
    await fill(target, "≥１２场");
    await pane.until(() => value(target) === "12");
    expect(pane.text).not.toContain("没有改");
    await fill('input[aria-label="完成年份"]', "25");
    expect(pane.text).toContain("“25”不是年份，没有改。");
    await fill('input[aria-label="任务名称"]', " ");
    expect(pane.text).toContain("任务名称不能空着，没有改。");
    await fill(target, "12—15");
    await pane.until(() => pane.all('input[aria-label="上限"]').length > 0);
    expect(value('input[aria-label="上限"]')).toBe("15");
  });

  it("asks about a unit that nobody knows, where it was typed and among the questions, and takes the one that was meant", async () => {
    await pane.toPage("plan", "check");
    await pane.click("看原文并修改");
    await fill(inputOf("责任单位"), "县财政具、各镇");
    await pane.shown("“县财政具”是您填的，方案里没有这个单位。是新单位，还是“县财政局”？");
    await pane.click("改为“县财政局”");
    await pane.until(() => value(inputOf("责任单位")) === "县财政局、各镇");
    expect(pane.text).not.toContain("是您填的");
    await fill(inputOf("牵头单位"), "各镇");
    expect(pane.text).toContain("“各镇”是集合称谓，不能牵头，没有改。");
    await fill(inputOf("责任单位"), "县文旅局");
    expect(pane.text).toContain("“县文旅局”已经是牵头单位，没有改。");
    await pane.toPage("plan", "read");
    expect(pane.text).toContain("集合称谓 各镇 出现在 1 项任务中");
  });

  it("takes back step by step what was answered and set right", async () => {
    await pane.toPage("plan", "check");
    expect(pane.button("撤销上一步")).toBeUndefined();
    await pane.click("对");
    await pane.until(() => !pane.text.includes("“办书展”未写明牵头单位"));
    await pane.click("是同一单位");
    await pane.until(() => pane.text.includes("没有需要确认的地方。"));
    await pane.click("撤销上一步");
    await pane.shown("“县教育局”与“县教育体育局”是同一个单位吗？");
    expect(pane.text).not.toContain("“办书展”未写明牵头单位");
    await pane.click("撤销上一步");
    await pane.shown("“办书展”未写明牵头单位");
    expect(pane.button("撤销上一步")).toBeUndefined();
  });

  it("brings an indicator back that was taken out", async () => {
    await pane.toPage("plan", "check");
    await pane.click("看原文并修改");
    await pane.click("不是指标，去掉");
    await pane.shown("没有读出指标。");
    await pane.click("撤销上一步");
    await pane.until(() => pane.all('input[aria-label="目标数"]').length > 0);
  });

  it("goes to the names of two units that may be one, and to the title where the years are missing", async () => {
    await pane.toPage("plan", "check");
    await pane.click("看原文");
    expect(pane.text).toContain("第 1 / 2 处");
    expect(pane.all("pre mark[data-current]").map(({ textContent }) => textContent)).toEqual(["县教育局"]);
  });

  it("keeps what was settled when the same text is read again", async () => {
    await pane.toPage("plan", "check");
    await pane.click("是两个单位");
    await pane.show(null);
    await pane.open();
    await pane.toPage("plan", "read");
    await pane.click("粘贴文字");
    await fill("textarea", text);
    await pane.click("读取粘贴的文字");
    await pane.until(() => pane.text.includes("青山县全民阅读实施方案"));
    expect(pane.text).toContain("下一步：核对 1 处待确认");
  });

  it("carries text and corrections in the workbook, and opens with them there", async () => {
    await pane.toPage("plan", "check");
    await pane.click("是两个单位");
    await pane.toPage("matrix", "generate");
    await pane.click("生成责任矩阵");
    await pane.until(() => pane.text.includes("已生成责任矩阵"));
    localStorage.clear();
    await pane.show(null);
    await pane.openEmpty();
    await pane.toPage("plan", "read");
    await pane.until(() => pane.text.includes("青山县全民阅读实施方案"));
    expect(pane.text).toContain("下一步：核对 1 处待确认");
  });

  it("takes a measure into the matrix with the units that the user names", async () => {
    await pane.click("保障措施（1）");
    await pane.click("指定单位，列入矩阵…");
    await fill(inputOf("牵头单位"), "县政府督查室");
    await pane.click("列入矩阵");
    expect(counts()).toEqual(["3", "5", "2"]);
    expect(pane.text).toContain("保障措施（0）");
    await pane.click("手工标注（1）");
    expect(pane.text).toContain("保障措施“加强督查”列入矩阵");
    await pane.click("取消");
    await pane.until(() => pane.text.includes("保障措施（1）"));
    expect(counts()[0]).toBe("2");
  });

  it("says what is wrong with a file, and keeps the plan that is open", async () => {
    const picker = pane.element.querySelector<HTMLInputElement>('input[type="file"]')!;
    const file = new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])], "方案.doc");
    Object.defineProperty(picker, "files", { value: [file], configurable: true });
    await act(async () => void picker.dispatchEvent(new window.Event("change", { bubbles: true })));
    await pane.until(() => pane.text.includes("方案.doc："));
    expect(pane.text).toContain("另存为 .docx");
    expect(pane.text).toContain("未作任何改动");
    expect(pane.text).toContain("青山县全民阅读实施方案");
  });
});
