import { makeList } from "../../src/excel/assessment";
import { generateMatrix } from "../../src/excel/generate";
import { previewSync } from "../../src/excel/sync";
import { rowFormulas } from "../../src/matrix/body";
import { buildMatrix } from "../../src/matrix/build";
import { isTaken } from "../../src/matrix/formulas";
import { liveCounts } from "../../src/assessment/lists/live-counts";
import { statusKeys } from "../../src/matrix/statuses";
import { nobody } from "../../src/assessment/breakdown";
import { inChinese } from "../../src/plan/sentence";
import type { Plan } from "../../src/plan/model";
import type { Host } from "../../src/host/node";
import { indicator, plan } from "../plans";
import { syncAs } from "./sync/workbooks";
import { everything, locate, openWorkbook, rowOf, typeInto } from "./workbook";

jest.setTimeout(120_000);

let host: Host;
beforeEach(() => {
  host = openWorkbook();
  host.book.switches.add("longFormulasRefused");
});
afterEach(() => host.dispose());

const first = 2021;
const over = (count: number): Plan =>
  plan({
    years: [first, first + count - 1],
    indicators: [
      indicator("i2", { taskId: "t1", name: "培训教师", period: "perYear", value: 50, unit: "名" }),
      indicator("i3", { taskId: "t2", name: "开展活动", period: "cumulative", value: 100, unit: "场" }),
    ],
  });
const tooMany = 90;

describe("a plan of thirty years", () => {
  it("has formulas that Excel takes, in the last row of a long sheet too", () => {
    const { columns, sheet } = buildMatrix(over(30));
    const formulas = rowFormulas(
      (key) => columns.findIndex((column) => column.key === key),
      over(30).years,
      99_998,
      true,
    );
    expect(formulas.map(({ key, formula }) => [key, isTaken(formula)])).toEqual([
      ["current", true],
      ["ratio", true],
      ["status", true],
    ]);
    expect(
      sheet.validations.flatMap(({ rule }) =>
        rule.kind === "custom" && rule.formula.length > 255 ? [rule.formula] : [],
      ),
    ).toEqual([]);
    expect(sheet.conditionalFormats.filter(({ formula }) => formula.length > 255)).toEqual([]);
  });

  it("is generated, judged by its last entries, put on the board, and grows to thirty-one by a sync", async () => {
    await generateMatrix(over(30), first + 29);
    await typeInto(host, "培训教师", `actual:${first + 29}`, 60, over(30));
    await typeInto(host, "开展活动", `actual:${first}`, 40, over(30));
    await typeInto(host, "开展活动", `actual:${first + 29}`, 61, over(30));
    const located = await locate(host, over(30));
    expect(
      ["培训教师", "开展活动"].map((name) => [rowOf(located, name).cells.current, rowOf(located, name).cells.status]),
    ).toEqual([
      [60, "达标"],
      [101, "达标"],
    ]);
    await makeList("dashboard");
    const preview = (await previewSync(over(31)))!;
    expect(preview.notes).toEqual([]);
    await syncAs(over(31), preview);
    expect(rowOf(await locate(host, over(31)), "开展活动").cells.current).toBe(101);
  });
});

describe("a plan of so many years that Excel takes no formula over them", () => {
  it("is generated without those formulas, and it is said why and what to do", async () => {
    const report = await generateMatrix(over(tooMany), first);
    expect(report.notes.map(inChinese)).toEqual([
      expect.stringMatching(/2021 年到 2110 年，年度太多，.*没有写入；其他内容照常.*请核对方案的起止年份/),
    ]);
    const { rows } = await locate(host, over(tooMany));
    expect(rows.map(({ cells, formulas }) => [cells.status, formulas.status])).toEqual(rows.map(() => ["", undefined]));
  });

  it("is synced likewise: years come, what was typed stays, and formulas stay as they are", async () => {
    await generateMatrix(over(5), first);
    await typeInto(host, "培训教师", `actual:${first}`, 60.5);
    const preview = (await previewSync(over(tooMany)))!;
    expect(preview.notes.map(inChinese)).toEqual([expect.stringContaining("年度太多")]);
    await syncAs(over(tooMany), preview);
    expect(await everything(host)).toContain(60.5);
    const row = rowOf(await locate(host, over(tooMany)), "培训教师");
    expect([row.cells[`actual:${first + tooMany - 1}`], row.cells.current, row.cells.status]).toEqual([
      "",
      60.5,
      "达标",
    ]);
  });
});

it("counts on the board nothing by a formula that is too long for a long name of the matrix's sheet", () => {
  const units = (count: number): Map<string, number> =>
    new Map([
      ["key", 0],
      ["status", 1],
      ["section", 2],
      ["target", 3],
      ...Array.from({ length: count }, (_, index) => [`unit:单位${index}`, 700 + index] as const),
    ]);
  const board = (sheet: string, count: number) => liveCounts({ sheet, columns: units(count), hasAsOf: true })!;
  const [plain, quoted] = ["责任矩阵", "'".repeat(31)].map((sheet) => board(sheet, 119));
  expect([plain!.can({ lead: nobody }), quoted!.can({ lead: nobody })]).toEqual([true, false]);
  for (const key of statusKeys) expect(isTaken(plain!.status(key, { lead: nobody }, "numbers"))).toBe(true);
});
