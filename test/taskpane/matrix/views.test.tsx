import { act } from "react";
import { titleRows } from "../../../src/matrix/build";
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
    const option = [...select.options].find((one) =>
      typeof text === "string" ? one.text === text : text.test(one.text),
    )!;
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
    await pane.shown("现在显示全部 48 行，列和刚生成时一样。");
    await choose("单位", "旗农牧局");
    await choose("年度列", /^只看评估年度/);
    await choose("板块", "提升行动 / 农牧民科学素质提升行动");
    const [, rows] = await pane.until(() => /现在显示 (\d+) \/ 48 行，隐藏了 35 列/.exec(pane.text) ?? undefined);
    expect(Number(rows)).toBeGreaterThan(3);
    expect([list("单位").selectedOptions[0]!.text, list("板块").selectedOptions[0]!.text]).toEqual([
      "旗农牧局",
      "提升行动 / 农牧民科学素质提升行动",
    ]);
    await pane.click("恢复原样");
    await pane.shown("现在显示全部 48 行，列和刚生成时一样。");
    expect([list("单位").value, list("板块").value, list("年度列").value]).toEqual(["", "", "assessed"]);
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
    await pane.shown("现在显示全部 48 行，列和刚生成时一样。");
  }, 120_000);

  it("sets the paper, and says when the letters become too small", async () => {
    await generated();
    await pane.toPage("matrix", "views");
    await pane.shown("现在显示全部");
    expect(pane.text).not.toContain("字偏小");
    await choose("年度列", "全部年度");
    await choose("纸张", /^A4/);
    await pane.shown("字偏小");
    expect(pane.host.book.activeSheet.page.paperSize).toBe("A4");
  }, 120_000);

  it("shows the sheet for a meeting, a column that was hidden, and full names in the headers", async () => {
    await generated();
    await pane.toPage("matrix", "views");
    await pane.shown("现在显示全部");
    const shownHeaders = (): string[] => {
      const sheet = pane.host.book.grid.sheet(pane.host.book.activeSheet.id);
      return (sheet.getDataRange().getValues()[titleRows.header] as unknown[]).flatMap((header, column) =>
        sheet.getSheet().getColVisible(column) ? [String(header)] : [],
      );
    };
    expect(shownHeaders()).toEqual(expect.arrayContaining(["2025年", "教体局", "进展情况"]));
    await choose("用途", /^会议/);
    expect(["2025年", "进展情况", "备注"].filter((header) => shownHeaders().includes(header))).toEqual([]);
    expect(shownHeaders()).not.toContain("板块");
    const label = pane.all("[role=group] label").find(({ textContent }) => textContent === "板块") as HTMLLabelElement;
    const box = pane.element.querySelector<HTMLInputElement>(`[id="${label.htmlFor}"]`)!;
    await pane.until(() => !box.disabled);
    await act(async () => box.click());
    await pane.until(() => shownHeaders().includes("板块"));
    await choose("单位表头", /^全称/);
    expect(shownHeaders()).toEqual(expect.arrayContaining(["旗教育体育局", "鄂尔多斯生态环境局达拉特旗分局"]));
    await choose("单位表头", /^简称/);
    expect(shownHeaders()).toEqual(expect.arrayContaining(["教体局", "生态环境分局"]));
    await choose("用途", /^填报/);
    expect(shownHeaders()).not.toContain("教体局");
    expect(shownHeaders()).toContain("2025年");
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
    expect(list("年度列").value).toBe("assessed");
    await pane.host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("责任矩阵").protection.unprotect();
      await context.sync();
    });
    await pane.click("重试");
    await pane.shown("隐藏了 1 列");
    expect(pane.all("[role=alert]")).toEqual([]);
  }, 120_000);
});
