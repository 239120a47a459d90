import { act } from "react";
import { generateMatrix } from "../../../src/excel/generate";
import { readPlan } from "../../../src/plan";
import { Pane } from "../pane";

const text = [
  "青山县全民阅读实施方案（2021—2025年）",
  "一、重点任务",
  "1.办书展。每年举办书展5场以上。（牵头单位：县文化和旅游局；责任单位：县教育局）",
  "2.建书屋。到2025年建成书屋20个。（牵头单位：县教体局；责任单位：县文旅局、各乡镇）",
  "3.评先进。每年评选先进10个。（牵头单位：县教育局；责任单位：县教体局）",
].join("\n");

describe("the units on the page 方案", () => {
  let pane: Pane;
  beforeEach(async () => {
    localStorage.clear();
    pane = new Pane();
  });
  afterEach(() => pane.close());

  async function openUnits(): Promise<void> {
    await pane.openEmpty();
    await pane.toPage("plan");
    await pane.click(await pane.until(() => pane.button("粘贴文字")));
    await pane.paste(text);
    await pane.shown("下一步：");
    await pane.click(/^单位（/);
  }

  const unitNames = (): string[] =>
    pane.all("li").flatMap((item) => item.querySelector("div > span")?.textContent ?? []);
  const edit = async (name: string): Promise<void> =>
    pane.click(
      pane
        .all("li")
        .find((item) => item.querySelector("div > span")?.textContent === name)!
        .querySelector("button")!,
    );
  async function fill(label: string, value: string): Promise<void> {
    const field = pane.element.querySelector<HTMLInputElement | HTMLSelectElement>(`[aria-label="${label}"]`)!;
    const kind = field instanceof HTMLSelectElement ? HTMLSelectElement : HTMLInputElement;
    await act(async () => {
      Object.getOwnPropertyDescriptor(kind.prototype, "value")!.set!.call(field, value);
      field.dispatchEvent(new window.Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
    });
  }

  it("parts a short form from its unit, and says what it is now; the word is taken back from the list of decisions", async () => {
    await openUnits();
    await edit("县文化和旅游局");
    await pane.click("拆开");
    await pane.shown("“县文旅局”已从“县文化和旅游局”拆开，是单独的单位：牵头 0 项、责任 1 项。");
    expect(unitNames()).toEqual(expect.arrayContaining(["县文旅局", "县文化和旅游局"]));
    await pane.click("手工标注（1）");
    expect(pane.text).toContain("“县文旅局”是单独的单位");
    await pane.click("取消");
    await pane.until(() => !unitNames().includes("县文旅局"));
    expect(pane.text).not.toContain("手工标注");
  }, 60_000);

  it("offers to merge where another unit has the name, tells what goes over, and leaves one unit of the name", async () => {
    await generateMatrix(readPlan(text), 2023);
    await openUnits();
    await edit("县教体局");
    await fill("单位名称", "县教育局");
    await pane.click("改名");
    expect(pane.text).toContain("已有单位“县教育局”。两个单位不能用一个名称，可以把“县教体局”并入它：");
    expect(pane.text).toContain(
      "“县教体局”的 2 项任务都记到“县教育局”名下；其中 1 项两家都有，合为一个标记，有一家牵头就算牵头。",
    );
    await pane.shown("责任矩阵里“县教体局”列的 2 处标记并到“县教育局”列，原列移去");
    await pane.click("并入");
    await pane.shown("“县教体局”已并入“县教育局”。");
    expect(unitNames().filter((name) => name.startsWith("县教"))).toEqual(["县教育局"]);
    // In the sheet, the two columns become one.
    await pane.toPage("matrix", "sync");
    await pane.shown("县教育局、县教体局 合并为“县教育局”");
    expect(pane.text).not.toContain("（2）");
    await pane.toPage("plan", "read");
    await pane.click(await pane.until(() => pane.button("手工标注（1）")));
    await pane.shown("“县教体局”并入“县教育局”");
    await pane.click("取消");
    await pane.until(() => pane.button("单位（3）"));
  }, 60_000);

  it("merges by choosing, after saying what it means, and takes it back by parting", async () => {
    await openUnits();
    await edit("县教体局");
    await fill("并入的单位", "县教育局");
    await pane.click("并入");
    expect(pane.text).toContain("把“县教体局”并入“县教育局”：");
    await pane.click("取消");
    await fill("并入的单位", "县教育局");
    await pane.click("并入");
    await pane.click("并入");
    await pane.shown("“县教体局”已并入“县教育局”。");
    await edit("县教育局");
    await pane.click("拆开");
    await pane.shown("“县教体局”已从“县教育局”拆开，是单独的单位：牵头 1 项、责任 1 项。");
    expect(pane.text).not.toContain("手工标注（");
  }, 60_000);

  it("gives a unit no collective name", async () => {
    await openUnits();
    await edit("县教育局");
    await fill("单位名称", "各乡镇");
    expect(pane.text).toContain("“各乡镇”是集合称谓，单位不能用这个名称。");
    expect((pane.button("改名") as HTMLButtonElement).disabled).toBe(true);
  });
});
