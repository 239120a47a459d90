import { join } from "node:path";
import { describeWith } from "../tools/programs";
import { Examination, long } from "./examination";
import { root } from "./preview-page";

const images = join(root, "docs", "images");

/** Written in words that no reader knows: who answers is plain to a person all the same. */
const unheard = [
  "云溪县乡村道路整治实施方案（2024—2027年）",
  "为改善农村出行条件，结合我县实际，制定本方案。",
  "一、重点任务",
  "1.整修村道。到2027年整修村道60公里。此项请县交通运输局挑头，县财政局、各乡镇搭手。",
  "2.加固危桥。三年内加固危桥12座。此项请县水利局挑头，县财政局搭手。",
  "3.增设路灯。在进村路口增设路灯，保证夜间通行。此项请县住房和城乡建设局挑头，县供电公司搭手。",
  "4.清理占道。清理占用村道堆放的杂物。此项请县公安局挑头，各乡镇搭手。",
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
  const picture = (name: string): Promise<unknown> => all.preview.page.screenshot({ path: join(images, `${name}.png`) });
  /** Draws over some words of the text with the mouse. */
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

  it("shows a plan of which nothing was read, and the way to mark it", async () => {
    await paste(unheard);
    await all.shows("没有读出写明单位的任务");
    expect(await all.faults()).toEqual([]);
    await picture("nothing-read");
    await all.keyboard.press("button 在原文中标出任务");
    await all.shows("用鼠标选中文字");
    expect(await all.faults()).toEqual([]);
  });

  it("makes a passage a task that is drawn over with the mouse", async () => {
    await draw("1.整修村道。到2027年整修村道60公里。此项请县交通运输局挑头，县财政局、各乡镇搭手。");
    await all.shows(/^已选 \d+ 字/);
    await all.pane.getByRole("button", { name: "设为任务" }).click();
    expect(await all.pane.getByLabel("任务名称").inputValue()).toBe("整修村道");
    await all.pane.getByLabel("县交通运输局 牵头").check();
    await all.pane.getByLabel("县财政局 责任").check();
    await all.pane.getByLabel("各乡镇 责任").check();
    expect(await all.faults()).toEqual([]);
    await picture("mark-task");
    await all.pane.getByRole("button", { name: "确定" }).click();
    await all.shows("已设为任务“整修村道”。");
  });
});
