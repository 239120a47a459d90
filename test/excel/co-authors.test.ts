import { makeList, noteSent, readForms } from "../../src/excel/assessment";
import { generateMatrix } from "../../src/excel/generate";
import { sentSheetName, shortfallSheetName } from "../../src/excel/sheet-names";
import { previewSync, undoSync } from "../../src/excel/sync";
import { stagingName } from "../../src/excel/write-sheet";
import { readValue } from "../../src/host/cells";
import type { Host } from "../../src/host/node";
import { cellAddress } from "../../src/matrix/address";
import { matrixRows } from "../../src/matrix/rows";
import { matrixSheetName, matrixTableName } from "../../src/matrix/sheet-name";
import type { Plan } from "../../src/plan/model";
import { indicator, plan, task } from "../plans";
import { base, scenarios, typed, work } from "./switch-run";
import { now, syncAs, use, year } from "./sync/workbooks";
import { calculatedOnce, everything, locate, openWorkbook, readSheet, rowOf, typeInto } from "./workbook";

jest.setTimeout(240_000);

/** Finds a cell as a co-author sees it: in the workbook itself, without a request. */
function cellWhere(
  host: Host,
  sheetName: string,
  row: string,
  column: string,
): { row: number; column: number } | undefined {
  const sheet = host.book.findSheet(sheetName);
  if (!sheet) return undefined;
  const text = (at: number, across: number): string => String(readValue(host.book, sheet.id, at, across));
  const [rows, columns] = [
    Array.from({ length: 60 }, (_, index) => index),
    Array.from({ length: 60 }, (_, index) => index),
  ];
  const header = rows.find((at) => columns.some((across) => text(at, across) === column));
  if (header === undefined) return undefined;
  const found = rows.find((at) => at > header && columns.some((across) => text(at, across) === row));
  return found === undefined
    ? undefined
    : { row: found, column: columns.find((across) => text(header, across) === column)! };
}

/** Inserts a row above the one of an indicator, and types into the latter. */
async function disturb(host: Host, value: number): Promise<boolean> {
  const before = cellWhere(host, matrixSheetName, "开展活动", "2024年");
  if (!before) return false;
  await host.remote.insertRows(matrixSheetName, before.row, 1);
  await host.remote.type(cellAddress(before.row + 1, before.column), value, matrixSheetName);
  return true;
}

const marksOf = (cells: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(cells)
    .flatMap(([key, value]) => (/^(?:unit|group):/.test(key) && value !== "" ? [`${key} ${String(value)}`] : []))
    .sort();
const planned = new Map(matrixRows(base).map(({ cells }) => [String(cells.indicator || cells.task), marksOf(cells)]));

describe("someone else who puts rows in and types between two requests", () => {
  it.each([0, 1, 2])(
    "after request %d of each use case that writes: nothing typed is lost, and every mark and number is in its row",
    async (request) => {
      const host = openWorkbook();
      use(host);
      await generateMatrix(base, year);
      await work(host);
      let latest: number | undefined;
      let value = 1000.125;
      for (const [name, run] of Object.entries(scenarios)) {
        value++;
        host.book.log.reset();
        let isDisturbed = false;
        host.book.afterRequest(request, async () => {
          isDisturbed = await disturb(host, value);
        });
        const error: unknown = await run(host).then(
          () => undefined,
          (failure: unknown) => failure,
        );
        // Nobody edits while the test itself reads.
        host.book.afterRequest(request, () => undefined);
        if (isDisturbed) latest = value;
        expect([name, error]).toEqual([name, undefined]);
        const there = await everything(host);
        expect([name, typed.filter((one) => !there.has(one))]).toEqual([name, []]);
        const located = await locate(host, base);
        expect([
          name,
          rowOf(located, "开展活动").cells["actual:2024"] || undefined,
          rowOf(located, "培训教师").cells["actual:2022"],
          rowOf(located, "培训教师").cells.remark,
        ]).toEqual([name, latest, 40.25, "含民办学校"]);
        const keyed = located.rows.filter(({ key }) => key);
        expect([name, new Set(keyed.map(({ keyText }) => keyText)).size]).toEqual([name, keyed.length]);
        for (const { cells } of keyed) {
          const wanted = planned.get(String(cells.indicator || cells.task));
          if (wanted) expect([name, cells.indicator, marksOf(cells)]).toEqual([name, cells.indicator, wanted]);
        }
      }
      host.dispose();
    },
  );
});

describe("someone else at work while more is written than fits into one request", () => {
  const many = plan({
    tasks: Array.from({ length: 250 }, (_, index) => task(`t${index + 1}`)),
    indicators: Array.from({ length: 500 }, (_, index) =>
      indicator(`i${index + 1}`, {
        taskId: `t${(index >> 1) + 1}`,
        name: `指标${index + 1}`,
        quote: "到2025年建成示范学校五所，".repeat(15),
      }),
    ),
  });
  const row = (host: Host): { row: number; column: number } => cellWhere(host, matrixSheetName, "指标40", "2024年")!;

  it("puts rows in between two of them: rules, table and numbers come to the rows where they belong", async () => {
    const host = openWorkbook();
    use(host);
    await calculatedOnce(host, async () => {
      await generateMatrix(many, year);
      await host.type(`${matrixSheetName}!${cellAddress(row(host).row, row(host).column)}`, 40.25);
      const requests = host.book.log.syncs;
      expect(requests).toBeGreaterThan(3);
      for (const request of [2]) {
        const changed: Plan = { ...many, title: `${many.title}（${request}）` };
        host.book.log.reset();
        host.book.afterRequest(request, async () => {
          await host.remote.insertRows(matrixSheetName, row(host).row - 10, 2);
          await host.remote.type(cellAddress(row(host).row, row(host).column + 1), 7.125 + request, matrixSheetName);
        });
        await generateMatrix(changed, year);
        host.book.afterRequest(request, () => undefined);
        const located = await locate(host, many);
        const held = rowOf(located, "指标40");
        expect([request, held.cells["actual:2024"], held.cells["actual:2025"]]).toEqual([
          request,
          40.25,
          7.125 + request,
        ]);
        const table = host.book.tables.find(({ name }) => name === matrixTableName)!;
        expect([table.area.row, table.area.row + table.area.rows]).toEqual([
          located.headerRow,
          Math.max(...located.rows.map((one) => one.row)) + 1,
        ]);
        const ruled = host.book.validations.filter(
          ({ prompt, area }) => prompt?.title === "指标40" && area.row === held.row,
        );
        expect(ruled.length).toBeGreaterThan(0);
        expect(host.book.allSheets.map((sheet) => host.book.sheetName(sheet))).not.toContain(stagingName);
      }
    });
    host.dispose();
  });
});

describe("someone else at work in the sheets beside the matrix", () => {
  let host: Host;
  beforeEach(async () => {
    host = openWorkbook();
    use(host);
    await generateMatrix(base, year);
  });
  afterEach(() => host.dispose());

  it("types into a list that is made again: it stays with its row", async () => {
    await typeInto(host, "培训教师", `actual:${year}`, 10);
    await makeList("shortfalls");
    const measures = "整改措施";
    for (const request of [0, 1]) {
      host.book.log.reset();
      host.book.afterRequest(request, async () => {
        const cell = cellWhere(host, shortfallSheetName, "培训教师", measures);
        if (cell) await host.remote.type(cellAddress(cell.row, cell.column), `八月补训${request}`, shortfallSheetName);
      });
      await makeList("shortfalls");
    }
    expect(await everything(host)).toContain("八月补训1");
  });

  it("puts rows into 下发记录 while forms are noted: all lines are there once", async () => {
    const note = async (made: string): Promise<void> =>
      noteSent((await readForms({ year, deadline: "", made })).map((form) => ({ form, file: `${form.name}.xlsx` })));
    await note("2023-01-01T00:00:00.000Z");
    const lines = (await readSheet(host, sentSheetName))!.values.length;
    const forms = await readForms({ year, deadline: "", made: "2023-02-01T00:00:00.000Z" });
    host.book.log.reset();
    host.book.afterRequest(0, async () => {
      await host.remote.insertRows(sentSheetName, 1, 1);
      await host.remote.type("A2", "我们自己的一行", sentSheetName);
    });
    await noteSent(forms.map((form) => ({ form, file: `${form.name}.xlsx` })));
    const values = (await readSheet(host, sentSheetName))!.values;
    expect(values.flat()).toContain("我们自己的一行");
    expect(values.filter((line) => line.some((cell) => String(cell).endsWith(".xlsx")))).toHaveLength(2 * (lines - 1));
  });

  it("goes on all the time: writing stops and says so, and the next press does it", async () => {
    host.book.log.reset();
    for (let request = 0; request < 30; request++)
      host.book.afterRequest(request, () => disturb(host, 2000.5 + request));
    const revised = plan({ title: "青山县全民阅读实施方案（2021—2025年）（修订）" });
    await expect(generateMatrix(revised, year)).rejects.toMatchObject({
      code: "OthersInBetween",
      userMessage: expect.stringMatching(/没有丢失.*再点一次/),
    });
    for (let request = 0; request < 30; request++) host.book.afterRequest(request, () => undefined);
    const latest = rowOf(await locate(host, base), "开展活动").cells["actual:2024"];
    expect(latest).toBeGreaterThan(2000);
    await generateMatrix(revised, year);
    expect(rowOf(await locate(host, revised), "开展活动").cells["actual:2024"]).toBe(latest);
  });

  it("types into a row that an undo takes away: it is not taken away, and it is said", async () => {
    const longer = plan({ tasks: [...base.tasks, task("t9")] });
    await syncAs(longer, (await previewSync(longer))!);
    const { history } = (await previewSync(longer))!;
    host.book.log.reset();
    host.book.afterRequest(0, async () => {
      const cell = cellWhere(host, matrixSheetName, "任务t9", "备注")!;
      await host.remote.type(cellAddress(cell.row, cell.column), "刚刚写的", matrixSheetName);
    });
    await expect(undoSync(history[0]!.id, now())).rejects.toMatchObject({
      code: "LaterEdits",
      userMessage: expect.stringContaining("没有撤销"),
    });
    expect(await everything(host)).toContain("刚刚写的");
  });
});
