import { readOpenSheet } from "../../src/documents/plan-files/open-sheet";
import { generateMatrix } from "../../src/excel/generate";
import { offerSource, readSource, type ShownCells } from "../../src/excel/source-sheet";
import { openHost, type Host } from "../../src/host/node";
import { readPlan } from "../../src/plan";
import { inChinese } from "../../src/plan/sentence";
import { tableOf } from "../documents/plan-files/table-places";
import { workbookFile, type SheetContent } from "../documents/plan-files/workbook-file";
import { plan } from "../plans";

const HEAD = ["序号", "重点任务", "牵头单位", "责任单位", "完成时限"];
const ROWS: SheetContent["rows"] = [
  ["青山县2024年重点任务分解表"],
  HEAD,
  [1, "修路", "县交通局", "县财政局\n县水利局", "2024年6月"],
  [2, "架桥", "县水利局", "县审计局", "2024年9月"],
];

let host: Host;
afterEach(() => host.dispose());

async function open(sheets: Readonly<Record<string, SheetContent>>, excelApi?: number): Promise<void> {
  host = await openHost({ file: await workbookFile(sheets), ...(excelApi === undefined ? {} : { excelApi }) });
  Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
}

const select = (address: string, sheet = "任务"): Promise<void> =>
  host.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).activate();
    context.workbook.worksheets.getItem(sheet).getRange(address).select();
    await context.sync();
  });

/** The whole sheet that is in front. */
const readWhole = async (): Promise<ShownCells> => readSource((await offerSource()).sheet!);
const notesOf = (shown: ShownCells): string[] => readOpenSheet(shown).notes.map(inChinese);
const tasksOf = (shown: ShownCells): unknown[] =>
  readPlan(readOpenSheet(shown).text).tasks.map(({ title, lead, responsible }) => [title, lead, responsible]);

describe("the sheet in front as the source of a plan", () => {
  it("is read as it is shown: its merged cells, the lines of its cells, days by their format", async () => {
    await open({
      任务: {
        rows: [...ROWS, [3, "绿化", null, "县林业局", 45838]],
        merges: ["A1:E1", "C4:C5"],
        formats: { E5: "yyyy/m/d" },
      },
    });
    const shown = await readWhole();
    expect(readOpenSheet(shown).text).toMatch(/^青山县2024年重点任务分解表\n/);
    expect(tableOf(readOpenSheet(shown).text)).toEqual([
      HEAD,
      ["1", "修路", "县交通局", "县财政局/县水利局", "2024年6月"],
      ["2", "架桥", "县水利局", "县审计局", "2024年9月"],
      ["3", "绿化", "<down>", "县林业局", "2025/6/30"],
    ]);
    expect(tasksOf(shown)).toEqual([
      ["修路", ["县交通局"], ["县财政局", "县水利局"]],
      ["架桥", ["县水利局"], ["县审计局"]],
      ["绿化", ["县水利局"], ["县林业局"]],
    ]);
    expect(notesOf(shown)).toEqual(["读取了工作表“任务”的 A1:E5，共 5 行；这张表没有改动。"]);
  });

  it("shows a day for which its column is too narrow", async () => {
    await open({
      任务: {
        rows: [...ROWS.slice(0, 3), [2, "架桥", "县水利局", "县审计局", 45838]],
        formats: { E4: 'yyyy"年"m"月"d"日"' },
      },
    });
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("任务").getRange("E:E").format.columnWidth = 30;
      await context.sync();
    });
    expect(
      tableOf(readOpenSheet(await readWhole()).text)
        .at(-1)!
        .at(-1),
    ).toBe("2025年6月30日");
  });

  it("is left as it was, and so is what is selected", async () => {
    await open({ 任务: { rows: ROWS, merges: ["A1:E1"] } });
    await select("B3:C4");
    const before = JSON.stringify(host.book.grid.univer.getActiveWorkbook().save());
    await readWhole();
    expect(JSON.stringify(host.book.grid.univer.getActiveWorkbook().save())).toBe(before);
    expect([host.book.log.cellsWritten, host.book.selection.area]).toEqual([
      0,
      { row: 2, column: 1, rows: 2, columns: 2 },
    ]);
  });

  it("says what is hidden and was not read", async () => {
    await open({ 任务: { rows: ROWS, hiddenRows: [3], hiddenColumns: [4] } });
    const shown = await readWhole();
    expect(tasksOf(shown)).toEqual([["架桥", ["县水利局"], []]]);
    expect(notesOf(shown).slice(1)).toEqual([
      "有 1 行被隐藏或筛选掉，没有读取。如需读入，请取消隐藏或清除筛选，再点“从表格读入”。",
      "有 1 列被隐藏，没有读取。如需读入，请取消隐藏，再点“从表格读入”。",
    ]);
  });

  it("is read where this Excel does not tell of merged cells, which it says", async () => {
    await open({ 任务: { rows: [...ROWS.slice(0, 3), [2, "架桥", null, null]], merges: ["C3:C4", "D3:D4"] } }, 1.12);
    const shown = await readWhole();
    expect(shown.merges).toBeUndefined();
    expect(tasksOf(shown)).toEqual([
      ["修路", ["县交通局"], ["县财政局", "县水利局"]],
      ["架桥", ["县交通局"], ["县财政局", "县水利局"]],
    ]);
    expect(notesOf(shown).at(-1)).toMatch(/^这个 Excel 没有说明哪些单元格是合并的/);
  });

  it("keeps cells together that are merged over more rows than are asked for at once, and those apart that end there", async () => {
    const at = (row: number, from: number, unit: string): string | null => (row === 1 || row === from ? unit : null);
    const tasks = Array.from({ length: 250 }, (_, k) => [
      k + 1,
      `任务${k + 1}`,
      at(k + 1, 241, "县交通局"),
      at(k + 1, 100, "县财政局"),
    ]);
    await open({
      任务: { rows: [HEAD.slice(0, 4), ...tasks], merges: ["C2:C241", "C242:C251", "D2:D100", "D101:D251"] },
    });
    const merge = (firstRow: number, lastRow: number, column: number) => ({
      firstRow,
      lastRow,
      firstColumn: column,
      lastColumn: column,
    });
    expect((await readWhole()).merges).toEqual([
      merge(1, 240, 2),
      merge(241, 250, 2),
      merge(1, 99, 3),
      merge(100, 250, 3),
    ]);
  });

  it("asks nothing to be chosen where one cell, an empty range or the whole is selected", async () => {
    await open({ 任务: { rows: ROWS } });
    for (const address of ["B3", "H20:K30", "A1:E4", "A:Z", "B3:B3"]) {
      await select(address);
      expect({ address, offer: await offerSource() }).toEqual({
        address,
        offer: { sheet: expect.objectContaining({ kind: "sheet", sheet: "任务", address: "A1:E4", rows: 4 }) },
      });
    }
  });

  it("offers the selected range beside the whole, as far as it holds anything", async () => {
    await open({ 说明: { rows: [["说明"]] }, 任务: { rows: [...ROWS, [], ["填表人：张某"]] } });
    await select("A2:H4");
    const { sheet, selection } = await offerSource();
    expect([sheet, selection]).toEqual([
      expect.objectContaining({ address: "A1:E6", rows: 6 }),
      expect.objectContaining({ kind: "selection", address: "A2:E4", rows: 3 }),
    ]);
    // The user has changed to another sheet; what is read is still what was offered.
    await select("A1", "说明");
    const shown = await readSource(selection!);
    expect(tasksOf(shown)).toHaveLength(2);
    expect(notesOf(shown)).toEqual(["读取了工作表“任务”中选中的 A2:E4，共 3 行；这张表没有改动。"]);
  });

  it("keeps such cells together also where the table begins further down and to the right", async () => {
    const before = Array.from({ length: 3 }, () => []);
    const tasks = Array.from({ length: 250 }, (_, k) => [
      null,
      null,
      `任务${k + 1}`,
      k === 0 || k === 199 ? "县交通局" : null,
    ]);
    await open({
      任务: { rows: [...before, [null, null, "任务", "牵头单位"], ...tasks], merges: ["D5:D203", "D204:D254"] },
    });
    const shown = await readWhole();
    expect([shown.row, shown.column]).toEqual([3, 2]);
    expect(shown.merges!.map(({ firstRow, lastRow, firstColumn }) => [firstRow, lastRow, firstColumn])).toEqual([
      [4, 202, 3],
      [203, 253, 3],
    ]);
  });

  it("keeps such cells together also where Excel tells of the part in each block of rows", async () => {
    const tasks = Array.from({ length: 250 }, (_, k) => [
      null,
      null,
      `任务${k + 1}`,
      k === 0 ? "县交通局" : null,
      k === 0 || k === 99 ? "县财政局" : null,
    ]);
    await open({ 任务: { rows: [[], [], [], [null, null, "任务", "牵头单位", "责任单位"], ...tasks] } });
    // Zero-based: one down a whole column, two in the other that meet where a block begins.
    const whole = [
      { column: 3, first: 4, last: 253 },
      { column: 4, first: 4, last: 102 },
      { column: 4, first: 103, last: 253 },
    ];
    let block = 0;
    const told = (): object => {
      const [top, end] = [3 + 100 * block, 3 + 100 * block + 99];
      block++;
      const items = whole.flatMap(({ column, first, last }) => {
        const [from, to] = [Math.max(first, top), Math.min(last, end)];
        return from > to ? [] : [{ rowIndex: from, rowCount: to - from + 1, columnIndex: column, columnCount: 1 }];
      });
      return { load: () => undefined, isNullObject: items.length === 0, areas: { items } };
    };
    const { sheet } = await offerSource();
    const ranges = (host.Excel as unknown as { Range: { prototype: object } }).Range.prototype;
    const spy = jest.spyOn(ranges as { getMergedAreasOrNullObject: () => object }, "getMergedAreasOrNullObject");
    const { merges } = await readSource((spy.mockImplementation(told), sheet!));
    spy.mockRestore();
    expect(merges!.map(({ firstColumn, firstRow, lastRow }) => [firstColumn, firstRow, lastRow])).toEqual([
      [3, 4, 253],
      [4, 4, 102],
      [4, 103, 253],
    ]);
  });

  it("offers the selected range from two cells on", async () => {
    await open({ 任务: { rows: ROWS } });
    for (const [address, rows] of [
      ["B3:B4", 2],
      ["B3:C3", 1],
      ["A2:E4", 3],
      ["A1:D4", 4],
      ["B2:E4", 3],
    ] as const) {
      await select(address);
      expect((await offerSource()).selection).toMatchObject({ address, rows });
    }
  });

  it("says at which place it begins, and shows texts as they are", async () => {
    await open({ 任务: { rows: [[], [null, "任务", "单位"], [null, "修路", 5]] } });
    await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("任务");
      // In a cell with the text format a long text shows as ####.
      sheet.getRange("B3").numberFormat = [["@"]];
      sheet.getRange("B3").values = [["长".repeat(300)]];
      sheet.getRange("C3").numberFormat = [["0.0"]];
      await context.sync();
    });
    expect(await readWhole()).toMatchObject({
      address: "B2:C3",
      row: 1,
      column: 1,
      rows: 2,
      cells: [
        ["任务", "单位"],
        ["长".repeat(300), "5.0"],
      ],
      hiddenRows: [],
      hiddenColumns: [],
    });
  });

  it("counts hidden rows and columns from the sheet's first", async () => {
    await open({
      任务: { rows: [[], [null, "任务", "单位"], [null, "修路", "县交通局"], [null, "架桥", "县水利局"]] },
    });
    await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("任务");
      sheet.getRange("3:3").rowHidden = true;
      sheet.getRange("C:C").columnHidden = true;
      await context.sync();
    });
    expect(await readWhole()).toMatchObject({ hiddenRows: [2], hiddenColumns: [2] });
  });

  it("is read where Excel fails to tell of merged cells, and where there are none", async () => {
    await open({ 任务: { rows: ROWS } });
    const { sheet } = await offerSource();
    const first = host.book.log.syncs;
    expect((await readSource(sheet!)).merges).toEqual([]);
    // The last request of the reading is the one that asks for them.
    const taken = host.book.log.syncs - first;
    host.book.faults.failRequest(host.book.log.syncs + taken - 1, { kind: "refused", code: "GeneralException" });
    expect((await readSource(sheet!)).merges).toBeUndefined();
  });

  it("is offered up to 200 000 cells", async () => {
    await open({ 任务: { rows: ROWS } });
    await host.type("任务!A40000", "？");
    expect(await offerSource()).toMatchObject({ sheet: { address: "A1:E40000", rows: 40_000 } });
    await host.type("任务!A40001", "？");
    await expect(offerSource()).rejects.toMatchObject({ code: "SheetTooLarge" });
    await select("A1:E40001");
    await expect(offerSource()).rejects.toMatchObject({ code: "SheetTooLarge" });
    await select("A2:E40001");
    expect(await offerSource()).toEqual({ selection: expect.objectContaining({ rows: 40_000 }) });
  });

  it("is offered whole where Excel has no answer to what is selected", async () => {
    await open({ 任务: { rows: ROWS } });
    host.book.faults.failRequest(1, { kind: "refused", code: "InvalidSelection" });
    expect(await offerSource()).toMatchObject({ sheet: { address: "A1:E4" } });
  });

  it("is read as large and under the name that it has by then", async () => {
    await open({ 任务: { rows: ROWS } });
    const { sheet } = await offerSource();
    await host.Excel.run(async (context) => {
      const item = context.workbook.worksheets.getItem("任务");
      item.name = "分解表";
      item.getRange("A5:D5").values = [[3, "绿化", "县林业局", "县财政局"]];
      await context.sync();
    });
    expect(notesOf(await readSource(sheet!))).toEqual(["读取了工作表“分解表”的 A1:E5，共 5 行；这张表没有改动。"]);
  });

  it("is refused where it is empty, or is gone by then", async () => {
    await open({ 任务: { rows: ROWS }, 空: { rows: [] } });
    const { sheet } = await offerSource();
    await select("A1", "空");
    await expect(offerSource()).rejects.toMatchObject({
      code: "EmptySheet",
      userMessage: expect.stringMatching(/^工作表“空”是空的.*未作任何改动。请/),
    });
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("任务").delete();
      await context.sync();
    });
    await expect(readSource(sheet!)).rejects.toMatchObject({ code: "ItemNotFound" });
  });

  it("is refused where nothing of it can be seen", async () => {
    await open({ 任务: { rows: ROWS.slice(0, 2), hiddenRows: [1, 2] } });
    const shown = await readWhole();
    expect(() => readOpenSheet(shown)).toThrow(
      "看得见的单元格里没有文字。未作任何改动。请先点开任务分解表所在的工作表，有隐藏的行和列请取消隐藏，再点“从表格读入”。",
    );
  });

  it("is refused where a stray cell makes it too large, but for a range that is selected", async () => {
    await open({ 任务: { rows: ROWS } });
    await host.type("任务!A90000", "？");
    await select("A1");
    await expect(offerSource()).rejects.toMatchObject({
      code: "SheetTooLarge",
      userMessage: expect.stringContaining(
        "用到的范围是 A1:E90000，太大了，没有读取。未作任何改动。请只选中任务分解表",
      ),
    });
    await select("A1:E4");
    const { sheet, selection } = await offerSource();
    expect([sheet, selection?.address]).toEqual([undefined, "A1:E4"]);
    expect(tasksOf(await readSource(selection!))).toHaveLength(2);
  });

  it("is refused where the add-in has made it: the matrix whatever its sheet is called, and all lists by name", async () => {
    await open({ 任务: { rows: ROWS }, 看板: { rows: [["看板"]] }, 变更记录: { rows: [["变更"]] } });
    await generateMatrix(plan(), 2023);
    await select("A1:F9", "责任矩阵");
    await expect(offerSource()).rejects.toMatchObject({
      code: "OwnSheet",
      userMessage: expect.stringMatching(
        /^“责任矩阵”是本工具生成的工作表.*未作任何改动。请先点开写有任务和责任单位的工作表/,
      ),
    });
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("责任矩阵").name = "分工";
      await context.sync();
    });
    for (const name of ["分工", "看板", "变更记录"]) {
      await select("A1", name);
      await expect(offerSource()).rejects.toMatchObject({ code: "OwnSheet", values: { sheet: name } });
    }
    await select("A1");
    expect(await offerSource()).toMatchObject({ sheet: { sheet: "任务" } });
  });
});
