import { Pane } from "../pane";
import { act } from "react";
import { readForms } from "../../../src/excel/assessment";
import { generateMatrix } from "../../../src/excel/generate";
import { ReportingPage } from "../../../src/taskpane/pages/reporting";
import { filledFile, type Filling } from "../../excel/assessment/returned";
import { plan } from "../../plans";
import { typeInto } from "../../excel/workbook";

const year = 2023;

describe("回收填报表 on the page 填报", () => {
  let pane: Pane;
  const copied: string[] = [];

  beforeEach(async () => {
    pane = new Pane();
    copied.length = 0;
    Object.assign(navigator, { clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) } });
    await generateMatrix(plan(), year);
    await show();
  });
  afterEach(() => pane.close());

  async function show(): Promise<void> {
    await pane.show(<ReportingPage part="collect" onGo={() => undefined} />);
    await pane.shown("选择文件…");
  }

  /** Chooses files with the page's file picker, all at once. */
  async function choose(...files: readonly object[]): Promise<void> {
    const input = pane.element.querySelector<HTMLInputElement>('input[type="file"]')!;
    Object.defineProperty(input, "files", { configurable: true, value: files });
    await act(async () => void input.dispatchEvent(new window.Event("change", { bubbles: true })));
  }

  /** Drops a filled-in form of a unit on the page, and collects it. */
  async function take(unit: string, filling: Filling): Promise<void> {
    const form = (await readForms({ year, made: "2023-12-01T00:00:00.000Z", deadline: "" })).find(
      ({ name }) => name === unit,
    )!;
    const bytes = await filledFile(form, filling, (sheet) => {
      sheet.getRow(sheet.rowCount - 1).getCell(3).value = "自己加的任务";
    });
    const file = Object.assign(new Blob([bytes.buffer as ArrayBuffer]), {
      name: `${unit}.xlsx`,
      lastModified: Date.UTC(2023, 11, 5),
      arrayBuffer: () => Promise.resolve(bytes.buffer),
    });
    await choose(file);
    await pane.shown("收入 1 份");
  }

  it("says of several files that are not taken why, and once for all that the others go on", async () => {
    const damaged = (name: string): object =>
      Object.assign(new Blob(["不是表格"]), {
        name,
        lastModified: Date.UTC(2023, 11, 5),
        arrayBuffer: () => Promise.resolve(new TextEncoder().encode("不是表格").buffer),
      });
    await choose(damaged("一.xlsx"), damaged("二.xlsx"));
    await pane.shown("没有采用的文件（2）");
    const text = pane.element.querySelector("section[aria-label=没有采用的文件]")!.textContent;
    expect(text.match(/文件已损坏或不完整/g)).toHaveLength(2);
    expect(text.match(/其他文件照常处理/g)).toHaveLength(1);
  });

  it("shows before it is taken what will not be written, and afterwards what is still to be asked for, whenever the page is opened", async () => {
    await take("县教育局", { 培训教师: { entry: "约310" }, 建成示范学校: { entry: 6 } });
    for (const told of ["填的是“约310”", "自己加的任务：没有填内容", "是填报单位自己加的行，责任矩阵中没有"])
      expect(pane.text).toContain(told);
    await pane.click("收入 1 份");
    await pane.shown("已收入 1 份");
    const list = (): string => pane.element.querySelector("section[aria-label=还要追的]")?.textContent ?? "";
    for (const told of [
      "未交的单位（1）县文化和旅游局",
      "县教育局：一(一)1 任务t1 · 培训教师填“约310”，是约数",
      "没有收入责任矩阵的行（1）",
      "没有填全的单位（1）县教育局：还有 1 项没有填：一(一)3 任务t3",
    ])
      expect(list()).toContain(told);
    await pane.shown("2023 年已交 0 / 2 个单位，另有 1 个交来的数没有认出");
    await pane.click("复制");
    await pane.shown("已复制");
    expect(copied[0]!.split("\n").slice(0, 5)).toEqual([
      "2023 年填报还要追的",
      "未交的单位（1）",
      "县文化和旅游局",
      "交来但没有认出的数（1）",
      "县教育局：一(一)1 任务t1 · 培训教师填“约310”，是约数，请填准确的数",
    ]);
    await pane.show(<p>别的页面</p>);
    await show();
    expect(list()).toContain("培训教师填“约310”");
    await typeInto(pane.host, "培训教师", `actual:${year}`, 310);
    await pane.click("刷新");
    await pane.shown("2023 年已交 1 / 2 个单位");
    expect(list()).not.toContain("约310");
  }, 60_000);
});
