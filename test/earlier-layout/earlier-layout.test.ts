import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readForm } from "../../src/documents/forms/read";
import { cellId, cellsOf, noChoice, previewCollect, readYearResults, takeIn } from "../../src/excel/assessment";
import { generateMatrix } from "../../src/excel/generate";
import { loadPlan } from "../../src/excel/store";
import { previewSync } from "../../src/excel/sync";
import { openHost, type Host } from "../../src/host/node";
import { isEarlierLayout } from "../../src/matrix/columns";
import type { LocatedMatrix } from "../../src/matrix/locate";
import { rowIdentity } from "../../src/matrix/row-key";
import type { CellValue } from "../../src/matrix/sheet";
import type { Plan } from "../../src/plan/model";
import { locate } from "../excel/workbook";
import { sync } from "../excel/sync/workbooks";

jest.setTimeout(240_000);

/**
 * A workbook as written by the version before deadlines and 简称: the bundled plan, two years filled in, a column and a
 * note of the user's own, a changed target, forms sent and three of them collected. Also a form of that version, filled
 * in.
 */
const workbook = new Uint8Array(readFileSync(join(__dirname, "matrix.xlsx")));
const form = (): ReturnType<typeof readForm> =>
  readForm(
    "旗工信和科技局.xlsx",
    new Uint8Array(readFileSync(join(__dirname, "form.xlsx"))),
    "2023-12-08T01:00:00.000Z",
  );

let host: Host;
let plan: Plan;
beforeEach(async () => {
  host = await openHost({ file: workbook });
  Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
  plan = (await loadPlan())!;
});
afterEach(() => host.dispose());

const typedKeys = [
  "actual:2021",
  "actual:2022",
  "actual:2023",
  "evidence",
  "method",
  "remark",
  "user:分管领导",
  "unit:旗财政局",
  "target",
] as const;

/** What people have typed, by row; a sheet of either layout must still hold it. */
const typedIn = ({ rows }: LocatedMatrix): Map<string, Record<string, CellValue>> =>
  new Map(
    rows.flatMap(({ key, cells }) =>
      key ? [[rowIdentity(key), Object.fromEntries(typedKeys.map((name) => [name, cells[name] ?? ""]))] as const] : [],
    ),
  );

describe("a sheet of the earlier layout", () => {
  it("is known as such, with full names in its headers", async () => {
    const held = await locate(host, plan);
    expect([isEarlierLayout(held.columns), held.style, held.month, held.rows.length]).toEqual([
      true,
      "full",
      undefined,
      48,
    ]);
  });

  it("goes on syncing in its own order: only its formulas follow the rules of now, and nothing the second time", async () => {
    const before = await locate(host, plan);
    const { changes, notes } = (await previewSync(plan))!;
    expect(changes.filter(({ default: taken }) => taken).map(({ kind }) => kind)).toEqual(["repaired"]);
    expect(notes.map(String).join()).toBeDefined();
    await sync(plan);
    const after = await locate(host, plan);
    expect([...after.headers]).toEqual([...before.headers]);
    expect(typedIn(after)).toEqual(typedIn(before));
    expect((await previewSync(plan))!.changes.filter(({ default: taken }) => taken)).toEqual([]);
  });

  it("takes a new unit in under its full name, among the units", async () => {
    const [first, ...rest] = plan.tasks;
    const revised: Plan = {
      ...plan,
      units: [{ name: "旗体育局", aliases: [] }, ...plan.units],
      tasks: [{ ...first!, responsible: [...first!.responsible, "旗体育局"] }, ...rest],
    };
    await sync(revised);
    const { headers, columns } = await locate(host, revised);
    expect(headers.get("unit:旗体育局")).toBe("旗体育局");
    expect(columns.get("unit:旗体育局")).toBe(columns.get("unit:旗教育体育局")! - 1);
  });

  it("goes on collecting: a form of that time is taken in", async () => {
    const given = [form()];
    const preview = await previewCollect(given, 2023);
    expect(preview.collection.refused).toEqual([]);
    await takeIn(given, 2023, noChoice, new Map(cellsOf(preview, noChoice).map((cell) => [cellId(cell), cell.before])));
    const { rows } = await locate(host, plan);
    expect(rows.find(({ cells }) => cells.indicator === "打造“地方产业+科普”基地")!.cells["actual:2023"]).toBe(1);
    expect(rows.find(({ cells }) => cells.task === "实施科技资源科普化专项行动")!.cells["actual:2023"]).toBe("推进中");
  });

  it("is assessed by whole years, and sheet and rules agree once it was synced", async () => {
    await sync(plan);
    const { rows } = await locate(host, plan);
    const results = await readYearResults();
    expect(results.month).toBe(12);
    const shown = rows.map(({ cells }) => String(cells.status).replace("▲", ""));
    expect(new Set(shown).size).toBeGreaterThan(3);
    const { statuses } = await import("../../src/matrix/statuses");
    expect(results.rows.map(({ status }) => statuses[status].name)).toEqual(shown);
  });

  it("is not laid out anew by the ribbon's button, which would do so unasked", async () => {
    await expect(generateMatrix(plan, 2023, undefined, { unlessEarlier: true })).rejects.toMatchObject({
      code: "EarlierLayout",
    });
    expect(isEarlierLayout((await locate(host, plan)).columns)).toBe(true);
  });

  it("takes the new layout with everything that was typed, and goes on from there", async () => {
    const before = await locate(host, plan);
    const report = await generateMatrix(plan, 2023);
    const after = await locate(host, plan);
    expect([isEarlierLayout(after.columns), after.style, after.month]).toEqual([false, "short", 12]);
    expect(typedIn(after)).toEqual(typedIn(before));
    expect(after.headers.get("user:分管领导")).toBe("分管领导");
    expect(report.notes.some((note) => JSON.stringify(note).includes("新版式"))).toBe(true);
    expect((await previewSync(plan))!.changes.filter(({ default: taken }) => taken)).toEqual([]);
    const preview = await previewCollect([form()], 2023);
    expect(preview.collection.refused).toEqual([]);
    const titles = after.above.map(({ value }) => value);
    expect(titles).toEqual(expect.arrayContaining(["截至12月", 2023]));
    expect(titles.filter((value) => String(value).startsWith("图例"))).toEqual([]);
  });
});
