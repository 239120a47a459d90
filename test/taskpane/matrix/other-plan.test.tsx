import { Pane } from "../pane";
import { generateMatrix } from "../../../src/excel/generate";
import { loadPlan, readPlanSource } from "../../../src/excel/store";
import { removedSheetName } from "../../../src/excel/sheet-names";
import { openHost } from "../../../src/host/node";
import { noCorrections } from "../../../src/plan/corrections";
import { readPlan } from "../../../src/plan";
import { readSheet, typeInto } from "../../excel/workbook";

const county =
  "云溪县城市书房建设方案（2024—2027年）\n一、重点任务\n1.建设城市书房。到2027年建成城市书房6个。（牵头单位：县文化和旅游局）\n2.配送图书。每年配送图书5万册。（牵头单位：县教育局）\n";
const own = readPlan(county);

describe("another plan than the sheet follows", () => {
  let pane: Pane;
  /** The workbook of somebody's own plan, in which people have worked, while the example is open in the pane. */
  beforeEach(async () => {
    localStorage.clear();
    pane = new Pane();
    await generateMatrix(own, 2024, { source: county, name: "书房.docx", corrections: noCorrections });
    await typeInto(pane.host, "配送图书", "actual:2024", 3, own);
    await pane.openEmpty();
    // As if somebody had opened a wrong file.
    await pane.toPage("plan", "read");
    await pane.shown("云溪县城市书房建设方案");
    await pane.click("粘贴文字");
    await pane.paste(other);
    await pane.shown("松河市排水防涝行动方案");
  });
  afterEach(() => pane.close());
  const other =
    "松河市排水防涝行动方案（2024—2026年）\n一、重点任务\n1.改造老旧管网。完成改造40公里。（牵头单位：市水务局）\n2.疏浚河道。汛前完成河道清淤。（牵头单位：市水务局）\n";

  it.each(["generate", "sync"] as const)(
    "is said to be one on the part %s of 矩阵, with no list of changes, and nothing is written",
    async (part) => {
      const before = await readSheet(pane.host);
      await pane.toPage("matrix", part);
      await pane.shown("打开的是另一份方案");
      expect(pane.text).toMatch(
        /表格依据云溪县城市书房建设方案（2024—2027年）现在打开松河市排水防涝行动方案（2024—2026年）/,
      );
      for (const label of [/^生成责任矩阵/, /^重新生成/, /^同步 \d+ 项/]) expect(pane.button(label)).toBeUndefined();
      expect(await readSheet(pane.host)).toEqual(before);
      await pane.toPage("home");
      await pane.shown("打开的是另一份方案，不是这张表的修订稿");
    },
  );

  it("goes into a workbook of its own, where the pane finds it", async () => {
    const before = await readSheet(pane.host);
    await pane.toPage("matrix", "generate");
    await pane.shown("打开的是另一份方案");
    await pane.click("新建工作簿");
    await pane.shown("已在新窗口打开一个工作簿");
    expect(await readSheet(pane.host)).toEqual(before);
    const [made] = pane.host.book.created;
    expect(made!.isOpen).toBe(true);
    const second = await openHost({ file: made!.file });
    const first = { Excel: globalThis.Excel, Office: globalThis.Office };
    Object.assign(globalThis, { Excel: second.Excel, Office: second.Office });
    try {
      expect(second.leftOut).toEqual([]);
      expect(await readPlanSource()).toEqual({ source: other, name: "粘贴的文字", corrections: noCorrections });
      await generateMatrix((await loadPlan())!, 2024);
      expect((await readSheet(second))!.values.flat()).toContain("疏浚河道");
    } finally {
      Object.assign(globalThis, first);
      second.dispose();
    }
  });

  it("becomes a list of changes where somebody says that it is a revision, on both parts, and what was typed goes to 已移出", async () => {
    await pane.toPage("matrix", "generate");
    await pane.shown("打开的是另一份方案");
    await pane.click("当作修订稿");
    await pane.shown("处不同");
    expect(pane.place).toEqual(["tab-matrix", "part-sync"]);
    await pane.toPage("home");
    await pane.toPage("matrix", "generate");
    await pane.shown("本工作簿已有责任矩阵");
    await pane.toPage("matrix", "sync");
    await pane.click(await pane.until(() => pane.button(/^同步 \d+ 项/)));
    await pane.shown("改动");
    await pane.until(() => pane.text.includes("已同步"));
    expect((await readSheet(pane.host, removedSheetName))!.values.flat()).toContain(3);
  }, 60_000);

  it("is left for the sheet's own plan by who had the wrong file", async () => {
    await pane.toPage("matrix", "sync");
    await pane.shown("打开的是另一份方案");
    await pane.click("不用它，回到表格依据的方案");
    await pane.shown("已同步");
    expect(pane.text).toContain("打开的方案就是它：书房.docx");
  });
});
