import { act } from "react";
import { Pane } from "../pane";

describe("显示 on the page 矩阵", () => {
  let pane: Pane;
  beforeEach(async () => {
    pane = new Pane();
    await pane.open();
  });
  afterEach(() => pane.close());

  async function generated(): Promise<void> {
    await pane.toPage("matrix", "generate");
    await pane.click("生成责任矩阵");
    await pane.shown("已生成责任矩阵");
  }

  const list = (label: string): HTMLSelectElement => {
    const found = pane.all("label").find(({ textContent }) => textContent === label) as HTMLLabelElement;
    return pane.element.querySelector<HTMLSelectElement>(`[id="${found.htmlFor}"]`)!;
  };

  async function choose(label: string, text: string | RegExp): Promise<void> {
    const select = await pane.until(() => !list(label).disabled && list(label));
    const option = [...select.options].find((one) => (typeof text === "string" ? one.text === text : text.test(one.text)))!;
    await act(async () => {
      select.value = option.value;
      select.dispatchEvent(new select.ownerDocument.defaultView!.Event("change", { bubbles: true }));
    });
    await pane.until(() => !list(label).disabled);
  }

  it("leads to 生成 where the workbook holds no matrix yet", async () => {
    await pane.toPage("matrix", "views");
    await pane.shown("本工作簿还没有责任矩阵。");
    await pane.click("去生成");
    expect(pane.place).toEqual(["tab-matrix", "part-generate"]);
  });

  it("shows one unit in one section and a single year, says how much is in view, and all of it again", async () => {
    await generated();
    await pane.toPage("matrix", "views");
    await pane.shown("现在显示全部 48 行。");
    await choose("单位", "旗农牧局");
    await choose("年度列", /^只看评估年度/);
    await choose("板块", "提升行动 / 农牧民科学素质提升行动");
    const [, rows] = await pane.until(() => /现在显示 (\d+) \/ 48 行，隐藏了 39 列/.exec(pane.text) ?? undefined);
    expect(Number(rows)).toBeGreaterThan(3);
    expect([list("单位").selectedOptions[0]!.text, list("板块").selectedOptions[0]!.text]).toEqual(["旗农牧局", "提升行动 / 农牧民科学素质提升行动"]);
    await pane.click("恢复全部显示");
    await pane.shown("现在显示全部 48 行。");
    expect([list("单位").value, list("板块").value, list("年度列").value]).toEqual(["", "", "all"]);
  }, 120_000);

  it("reads the sheet when it is opened again, and tells of a filter of somebody's own", async () => {
    await generated();
    await pane.host.Excel.run(async (context) => {
      context.workbook.tables.getItem("责任矩阵表").columns.getItem("口径").filter.applyValuesFilter(["每年"]);
      await context.sync();
    });
    await pane.toPage("matrix", "views");
    await pane.shown("您自己在“口径”列设的筛选照旧。");
    await pane.host.Excel.run(async (context) => {
      context.workbook.tables.getItem("责任矩阵表").clearFilters();
      await context.sync();
    });
    await pane.click("刷新");
    await pane.shown("现在显示全部 48 行。");
  }, 120_000);

  it("sets the paper, and says when the letters become too small", async () => {
    await generated();
    await pane.toPage("matrix", "views");
    await pane.shown("现在显示全部");
    expect(pane.text).not.toContain("字偏小");
    await choose("纸张", /^A4/);
    await pane.shown("字偏小");
    expect(pane.host.book.activeSheet.page.paperSize).toBe("A4");
  }, 120_000);

  it("makes 单位对照 for a meeting and goes there", async () => {
    await generated();
    await pane.toPage("matrix", "views");
    await pane.shown("现在显示全部");
    await pane.click("转置（单位对照）");
    await pane.until(() => pane.host.book.sheetName(pane.host.book.activeSheet) === "单位对照");
  }, 120_000);

  it("says in Chinese what stood in the way, and does it when tried again", async () => {
    await generated();
    await pane.toPage("matrix", "views");
    await pane.shown("现在显示全部");
    await pane.host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("责任矩阵").protection.protect();
      await context.sync();
    });
    await choose("年度列", "不显示");
    await pane.shown("工作表受保护，不能写入。");
    expect(list("年度列").value).toBe("all");
    await pane.host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("责任矩阵").protection.unprotect();
      await context.sync();
    });
    await pane.click("重试");
    await pane.shown("隐藏了 5 列");
    expect(pane.all("[role=alert]")).toEqual([]);
  }, 120_000);
});
