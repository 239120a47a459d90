import { Pane } from "../pane";
import { act } from "react";
import type { Host } from "../../../src/host/node";
import type { Plan } from "../../../src/plan/model";
import { bundledText } from "../../../src/documents/bundled-text";
import { generateMatrix } from "../../../src/excel/generate";
import { commonEnds } from "../../../src/taskpane/matrix/syncing/difference";
import { readPlan } from "../../../src/plan";
import { noCorrections } from "../../../src/plan/corrections";
import { change, locate, readSheet, rowOf, typeInto } from "../../excel/workbook";

const old = readPlan(bundledText);
/** The plan before the bundled text: with another title of one task, a lower target, and a unit under an older name. */
const former = {
  ...old,
  tasks: old.tasks.map((task, index) => (index === 3 ? { ...task, title: `${task.title}（试行）` } : task)),
  indicators: old.indicators.map((indicator, index) =>
    index === 5 ? { ...indicator, value: indicator.value - 1 } : indicator,
  ),
};
const raised = old.indicators[5]!;

async function deleteRow(host: Host, name: string, plan: Plan): Promise<void> {
  const { row } = rowOf(await locate(host, plan), name);
  await change(host, (sheet) => void sheet.getRangeByIndexes(row, 0, 1, 16384).delete("Up"));
}

describe("the page 同步", () => {
  let pane: Pane;

  beforeEach(() => {
    pane = new Pane();
  });
  afterEach(() => pane.close());

  /** A workbook made of the former plan, and the pane with the bundled one. */
  async function opened(): Promise<void> {
    await generateMatrix(former, 2023);
    await pane.open();
    await pane.toPage("matrix", "sync");
    await pane.shown("处不同");
  }

  /** Opens the bundled plan's text beside the plan that the workbook carries. */
  async function openPasted(): Promise<void> {
    await pane.openEmpty();
    await pane.toPage("plan");
    await pane.click(await pane.until(() => pane.button("粘贴文字")));
    await pane.paste(bundledText);
    await pane.shown("当前方案：粘贴的文字");
    await pane.toPage("matrix", "sync");
  }

  const targetInSheet = async (): Promise<unknown> =>
    (await locate(pane.host, old)).rows.find(({ key }) => key?.indicatorId === raised.id)!.cells.target;
  const box = (label: string | RegExp): HTMLInputElement =>
    pane
      .all("input[type=checkbox]")
      .find((one) =>
        typeof label === "string"
          ? one.getAttribute("aria-label")?.startsWith(label)
          : label.test(one.getAttribute("aria-label") ?? ""),
      ) as HTMLInputElement;

  it("leads to 生成 where there is no matrix yet", async () => {
    await pane.open();
    await pane.toPage("matrix", "sync");
    await pane.shown("本工作簿还没有责任矩阵");
    await pane.click("去生成");
    await pane.shown("在本工作簿写入“责任矩阵”工作表");
  });

  it("is where 生成 leads once there is a matrix", async () => {
    await generateMatrix(old, 2023);
    await pane.open();
    await pane.toPage("matrix", "generate");
    await pane.shown("本工作簿已有责任矩阵");
    await pane.click("去同步");
    await pane.shown("已同步");
    expect(pane.text).toContain("没有需要改动的地方");
  });

  it("lists what would change, with before and after, and changes nothing by that", async () => {
    await opened();
    expect(pane.text).toContain("2 处不同");
    expect(pane.text).toContain("任务改为");
    expect(pane.all("del").map(({ textContent }) => textContent)).toContain("（试行）");
    expect(await targetInSheet()).not.toBe(`≥${raised.value}`);
  });

  it("takes what is ticked, leaves what is not, says what was done, and takes it back", async () => {
    await opened();
    await act(async () => box("任务改为").click());
    expect(pane.text).toContain("1 项不改");
    const before = (await readSheet(pane.host))!.values;
    await pane.click("同步 1 项");
    await pane.shown("改动 1 处：指标调整 1");
    expect(await targetInSheet()).toBe(`≥${raised.value}`);
    await pane.shown("手工修改（已保留）");
    await pane.until(() => pane.button("撤销"));
    await pane.click("撤销");
    await pane.shown("已撤销");
    expect((await readSheet(pane.host))!.values).toEqual(before);
    await pane.shown("2 处不同");
  }, 60_000);

  it("keeps a target that was changed by hand too, unless the user takes the plan's", async () => {
    await generateMatrix(former, 2023);
    await typeInto(pane.host, raised.name, "target", "≥777", former);
    await pane.open();
    await pane.toPage("matrix", "sync");
    await pane.shown("需要您决定");
    const radios = pane.all("input[type=radio]") as HTMLInputElement[];
    expect(radios.map(({ checked }) => checked)).toEqual([true, false]);
    await act(async () => radios[1]!.click());
    await pane.click("同步 2 项");
    await pane.shown("改动 2 处");
    expect(await targetInSheet()).toBe(`≥${raised.value}`);
  }, 60_000);

  it("reads again when the sheet is edited, and keeps what the user has unticked", async () => {
    await opened();
    await act(async () => box("任务改为").click());
    await typeInto(pane.host, raised.name, "remark", "刚刚填的", former);
    await pane.host.remote.type("A1", "x", "Sheet1");
    await act(() => new Promise<void>((resolve) => setTimeout(resolve, 900)));
    expect(box("任务改为").checked).toBe(false);
    expect(pane.text).toContain("1 项不改");
  }, 60_000);

  it("says what went wrong, that nothing is lost, and lists anew where the sheet has changed meanwhile", async () => {
    await opened();
    pane.host.book.inCellEdit = true;
    await pane.click("同步 2 项");
    await pane.shown("有单元格正在编辑");
    expect(pane.text).toContain("没有改动");
    pane.host.book.inCellEdit = false;
    await pane.click("重试");
    await pane.until(() => pane.button("同步 2 项"));
  }, 60_000);

  it("asks first about a row that was deleted by hand, and puts it back where somebody says so", async () => {
    await generateMatrix(old, 2023);
    await deleteRow(pane.host, raised.name, old);
    await pane.open();
    await pane.shown("方案里的 1 行（列）在表中已被删除，可以补回");
    await pane.toPage("matrix", "sync");
    await pane.shown("1 处不同");
    expect(pane.all("section")[0]!.getAttribute("aria-label")).toBe("表中缺少的");
    const radios = pane.all("input[type=radio]") as HTMLInputElement[];
    expect(radios.map((radio) => radio.closest("span")!.textContent)).toEqual(["保持删除", "补回"]);
    expect(radios.map(({ checked }) => checked)).toEqual([true, false]);
    await act(async () => radios[1]!.click());
    await pane.click("同步 1 项");
    await pane.shown("改动 1 处：补回 1");
    expect(await targetInSheet()).toBe(`≥${raised.value}`);
  }, 60_000);

  it("notes that a row stays away, and says that nothing in the sheet was changed", async () => {
    await generateMatrix(old, 2023);
    await deleteRow(pane.host, raised.name, old);
    await pane.open();
    await pane.toPage("matrix", "sync");
    await pane.shown("1 处不同");
    await pane.click(
      pane
        .all("button")
        .filter(({ textContent }) => textContent === "同步")
        .at(-1)!,
    );
    await pane.shown("表格没有改动；您选择不列入的 1 处已记下，需要时可以再勾选。");
    await pane.until(() => pane.all("section")[0]?.getAttribute("aria-label") === "手工修改（已保留）");
  }, 60_000);

  it("tells first what leaves the sheet, open however much it is; kept, the list says what stays with it", async () => {
    const more = {
      ...old,
      tasks: [
        ...old.tasks,
        ...Array.from({ length: 9 }, (_, index) => ({
          ...old.tasks[0]!,
          id: `gone${index}`,
          title: `以前的任务${index}`,
          lead: ["旗老龄办"],
          responsible: [],
          span: [90_000 + index, 90_001 + index] as const,
        })),
      ],
      units: [...old.units, { name: "旗老龄办", aliases: [] }],
    };
    await generateMatrix(more, 2023);
    await pane.open();
    await pane.toPage("matrix", "sync");
    await pane.shown("处不同");
    const first = pane.all("section")[0]!;
    expect(first.getAttribute("aria-label")).toBe("要移出表格的");
    expect(first.querySelectorAll("li")).toHaveLength(10);
    expect(pane.text).toContain("单位“旗老龄办”已不在方案中，移去该列");
    await act(async () => box("任务“以前的任务3”").click());
    expect(pane.text).toContain("单位“旗老龄办”已不在方案中；保留的行还用这一列，列保留，只去掉其他行的分工标记");
  }, 60_000);

  it("tells two plans of one title apart by file, date and length", async () => {
    const reading = {
      source: `${bundledText}\n`,
      name: "方案（送审稿）.docx",
      saved: "2021-05-06T01:00:00.000Z",
      corrections: noCorrections,
    };
    await generateMatrix(former, 2023, reading);
    await openPasted();
    await pane.shown("处不同");
    const length = [...bundledText.replace(/\s/g, "")].length;
    expect(pane.text).toContain(
      `方案（送审稿）.docx · ${new Date(reading.saved).toLocaleString("zh-CN", { dateStyle: "medium", timeStyle: "short" })} 保存 · ${length} 字`,
    );
    expect(pane.text).toContain(`粘贴的文字 · ${length} 字`);
  }, 60_000);

  it("says that the open plan is the one that the sheet follows", async () => {
    await generateMatrix(old, 2023, { source: bundledText, name: "实施方案.txt", corrections: noCorrections });
    await pane.openEmpty();
    await pane.toPage("matrix", "sync");
    await pane.shown("打开的方案就是它：实施方案.txt");
  }, 60_000);

  it("lists former syncs, and takes the last one back when asked twice", async () => {
    await opened();
    await pane.click("同步 2 项");
    await pane.shown("改动 2 处");
    await pane.click(await pane.until(() => pane.button(/^以前的同步（1）/)));
    await pane.click("撤销这次同步");
    await pane.click("确定撤销");
    await pane.shown("已撤销");
  }, 60_000);
});

describe("what two texts have in common", () => {
  it("is their beginning and end, of which nothing counts twice", () => {
    expect(commonEnds("开展培训50次", "开展培训80次")).toEqual({ prefix: 4, suffix: 2 });
    expect(commonEnds("aa", "aaa")).toEqual({ prefix: 2, suffix: 0 });
    expect(commonEnds("", "新")).toEqual({ prefix: 0, suffix: 0 });
  });
});
