import { Pane } from "../../pane";
import { act, useState } from "react";
import { noCorrections, type Corrections } from "../../../../src/plan/corrections";
import { unreadOf } from "../../../../src/plan/questions";
import { CheckReading } from "../../../../src/taskpane/plan/check";
import { PlanRead } from "../../../../src/taskpane/plan/read";
import { UnreadNote } from "../../../../src/taskpane/plan/unread";
import { readText } from "../../../../src/taskpane/open-plan/read-text";

const unheard = [
  "云溪县道路整治方案（2024—2027年）",
  "一、重点任务",
  "1.整修村道。到2027年整修村道60公里。此项请县交通局挑头，各乡镇搭手。",
  "2.加固危桥。此项请县水利局挑头，县财政局搭手。",
].join("\n");
const labelled = [
  "云溪县方案（2024—2027年）",
  "1.修路。（蹲点单位：县交通局；帮衬单位：县财政局）",
  "2.架桥。（蹲点单位：县水利局；帮衬单位：县财政局）",
].join("\n");
const doubtful = [
  "云溪县方案（2024—2027年）",
  "1.修路。（牵头单位：县交通局；责任单位：县财政局）",
  "2.植树。按计划植树。责任单位： 。",
  "3.办学。兴办学校。牵头单位： 。",
].join("\n");

let kept: Corrections;

/** The page over a text, which is read again with each correction, as in the pane. */
function Over({ source, page }: { source: string; page: "read" | "check" }) {
  const [corrections, setCorrections] = useState(noCorrections);
  kept = corrections;
  const openPlan = {
    source,
    name: "方案.txt",
    notes: [],
    corrections,
    ...readText(source, corrections),
    isReading: false,
    open: () => undefined,
    correct: setCorrections,
  };
  return page === "read" ? (
    <PlanRead openPlan={openPlan} onCheck={() => undefined} onNext={() => undefined} />
  ) : (
    <CheckReading openPlan={openPlan} onNext={() => undefined} />
  );
}

describe("the plan's text, in which a person says what is what", () => {
  let pane: Pane;
  beforeEach(() => {
    pane = new Pane();
  });
  afterEach(() => pane.close());

  const text = (): HTMLElement => pane.all("pre").at(-1)!;
  const key = async (name: string, more: KeyboardEventInit = {}): Promise<void> =>
    act(
      async () =>
        void text().dispatchEvent(
          new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...more }),
        ),
    );
  const tick = async (label: string): Promise<void> =>
    act(async () => pane.all(`input[aria-label="${label}"]`)[0]!.click());
  const heard = (): string =>
    pane
      .all("[aria-live=polite]")
      .map(({ textContent }) => textContent)
      .join("|");
  const heading = (): string | null | undefined => pane.all("h1").at(-1)?.textContent;

  it("is read whole, with nothing of it taken for markup", async () => {
    const source = unheard.replace("整修村道。", "整修<img src=x onerror=stop>村道。");
    await pane.show(<Over source={source} page="read" />);
    await pane.click("在原文中标出任务");
    expect(text().textContent).toBe(source);
    expect(pane.all("img, [onerror]")).toEqual([]);
  });

  it("makes a task of a line that is chosen by keyboard, with the names that are ticked", async () => {
    await pane.show(<Over source={unheard} page="read" />);
    await pane.click("在原文中标出任务");
    for (let line = 0; line < 3; line++) await key("ArrowDown");
    expect(heard()).toContain("已选 38 字：“1.整修村道");
    await pane.click("设为任务");
    await tick("县交通局 牵头");
    await tick("各乡镇 责任");
    await pane.click("确定");
    expect(heard()).toContain("已设为任务“整修村道”。");
    expect(kept.marked).toMatchObject([{ title: "整修村道", lead: ["县交通局"], responsible: [], groups: ["各乡镇"] }]);
    expect(
      pane
        .all("span[title=您标出的任务]")
        .map(({ textContent }) => textContent)
        .join(""),
    ).toBe(unheard.split("\n")[2]);
    await pane.click("撤销");
    expect(kept.marked).toEqual([]);
  });

  it("makes a task of what is drawn over, and lets it go again", async () => {
    await pane.show(<Over source={unheard} page="read" />);
    await pane.click("在原文中标出任务");
    const node = text().querySelector("[data-start]")!.firstChild!;
    const start = unheard.indexOf("2.加固危桥");
    document.getSelection()!.setBaseAndExtent(node, start, node, unheard.length);
    await act(async () => void document.dispatchEvent(new MouseEvent("mouseup", { bubbles: true })));
    await pane.click("设为任务");
    await tick("县水利局 牵头");
    await tick("县水利局 责任");
    await pane.click("取消");
    await pane.click("设为任务");
    await tick("县水利局 牵头");
    await pane.click("确定");
    await pane.click("返回");
    await pane.click("手工标注（1）");
    expect(pane.text).toContain("任务：加固危桥");
    await pane.click(pane.element.querySelector<HTMLElement>('[aria-label="取消：任务：加固危桥"]')!);
    expect(kept.marked).toEqual([]);
  });

  it("takes words for a name: here, or wherever the plan writes so, which is shown before", async () => {
    await pane.show(<Over source={unheard} page="read" />);
    await pane.click("在原文中标出任务");
    for (let line = 0; line < 3; line++) await key("ArrowDown");
    for (let word = 0; word < 9 && !heard().includes("“县交通局”"); word++) await key("ArrowRight");
    await key("ArrowRight", { shiftKey: true });
    expect(heard()).toContain("“县交通局挑”");
    await key("ArrowLeft", { shiftKey: true });
    await key("ArrowRight", { ctrlKey: true });
    expect(heard()).toContain("“交通局”");
    await key("ArrowLeft", { ctrlKey: true });
    await act(async () => pane.all("input[type=checkbox]").at(-1)!.click());
    await pane.click("牵头");
    await pane.shown("写作“请……挑头”的：新增 2 项任务，改动 0 项。");
    expect(pane.text).toContain("牵头：县水利局");
    expect(kept.reading).toBeUndefined();
    await pane.click("确定");
    expect(kept.reading!.forms).toEqual([{ before: "请", after: "挑头", role: "lead" }]);
    await pane.click("返回");
    expect(pane.all("dl dd")[0]!.textContent).toBe("2");
  });

  it("says so where nothing around a name shows a way of writing", async () => {
    await pane.show(<Over source={"云溪县方案\n县财政局"} page="read" />);
    await pane.click("在原文中标出任务");
    await key("ArrowDown");
    await key("ArrowDown");
    await act(async () => pane.all("input[type=checkbox]").at(-1)!.click());
    await pane.click("责任");
    expect(pane.text).toContain("前后文字看不出写法，只能改这一处。");
    await pane.click("不是单位");
    expect(kept.reading!.notUnits).toEqual(["县财政局"]);
  });

  it("asks for an unknown label once, shows all its places, and reads them as answered", async () => {
    await pane.show(<Over source={labelled} page="check" />);
    expect(pane.text).toContain("“蹲点单位：”后面的单位是？方案中有 2 处，回答一次都照这样读。");
    await pane.click("看原文");
    expect(heading()).toBe("“蹲点单位：”后面的单位是？");
    expect(pane.all("mark").at(-1)!.textContent).toBe("蹲点单位：");
    await pane.click("下一处");
    expect(pane.text).toContain("第 2 / 2 处");
    await pane.click("返回");
    await pane.click("牵头");
    await pane.click("不是责任单位");
    expect(kept.reading!.labels).toEqual({ 蹲点单位: "lead", 帮衬单位: "none" });
    expect(pane.text).toContain("没有需要确认的地方。");
  });

  it("leads to each place that was not understood, where it can be settled", async () => {
    const { plan } = readText(doubtful, noCorrections);
    const unread = unreadOf(plan, noCorrections);
    expect(unread.length).toBeGreaterThan(1);
    await pane.show(<Over source={doubtful} page="check" />);
    expect(pane.text).toContain(`读出 ${plan.tasks.length} 项；有 ${unread.length} 处写明了单位但没有读懂。`);
    await pane.click("逐处查看");
    expect(pane.all("mark").at(-1)!.textContent).toBe(doubtful.slice(...unread[0]!.finding.span));
    await pane.click("选中这一段");
    expect(pane.text).toMatch(/已选 \d+ 字/);
    expect(
      pane
        .all("[data-chosen]")
        .map((one) => one.textContent)
        .join(""),
    ).toContain(doubtful.slice(...unread[0]!.finding.span));
    expect(pane.text).toContain("设为任务");
    await pane.click("这里不用读");
    expect(pane.text).toContain(`第 2 / ${unread.length} 处`);
    await pane.click("上一处");
    expect(pane.text).toContain("这一处已处理。");
    expect(kept.settled).toEqual([unread[0]!.id]);
    await pane.click("返回");
    expect(pane.text).toContain(`有 ${unread.length - 1} 处写明了单位但没有读懂。`);
  });

  it("tells before generating what will be missing", async () => {
    const openPlan = { ...readText(doubtful, noCorrections), corrections: noCorrections };
    let gone = 0;
    await pane.show(<UnreadNote openPlan={openPlan} onGo={() => gone++} />);
    expect(pane.text).toContain("不会出现在表中");
    await pane.click("去看");
    expect(gone).toBe(1);
    await pane.show(<UnreadNote openPlan={{ ...readText(labelled, noCorrections), corrections: noCorrections }} />);
    expect(pane.text).toBe("");
  });

  it("says why a task was read as it was, and what was left in it", async () => {
    await pane.show(<Over source={labelled} page="check" />);
    await pane.click(/1 修路/);
    expect(pane.all("ul[aria-label=颜色的意思] li").map(({ textContent }) => textContent)).toEqual(["牵头", "责任"]);
    expect(pane.text).toMatch(/依据：[^。]*标签/);
  });
});
