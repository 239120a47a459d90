import fc from "fast-check";
import type { LocatedMatrix } from "../../src/matrix/locate";
import type { CellValue } from "../../src/matrix/sheet";
import { anyPlan } from "../plans";
import { sheetOf } from "./sheets";

/** What people do to a sheet: they type into rows, sort, and write rows of their own. */
export const anyWork = fc.record({
  order: fc.array(fc.nat(), { maxLength: 8 }),
  typed: fc.array(
    fc.tuple(
      fc.nat(),
      fc.constantFrom("actual:2021", "remark", "evidence", "task", "target", "unit:县教育局"),
      fc.constantFrom<CellValue>(5, "说明", "○", "≥9"),
    ),
    { maxLength: 6 },
  ),
  own: fc.array(fc.constantFrom("我们的行", "小计"), { maxLength: 2 }),
});

type Work = typeof anyWork extends fc.Arbitrary<infer T> ? T : never;

export function worked(sheet: LocatedMatrix, { order, typed, own }: Work): void {
  for (const [at, column, value] of typed) {
    const row = sheet.rows[at % Math.max(1, sheet.rows.length)];
    if (row && sheet.columns.has(column)) row.cells[column] = value;
  }
  for (const text of own) {
    const row = Math.max(sheet.headerRow, ...sheet.rows.map((one) => one.row)) + 1;
    sheet.rows.push({ row, keyText: "", cells: { task: text }, formulas: {} });
  }
  const places = sheet.rows.map(({ row }) => row);
  for (const [at, to] of order.entries()) {
    const [row] = sheet.rows.splice(to % Math.max(1, sheet.rows.length), 1);
    if (row) sheet.rows.splice(at % (sheet.rows.length + 1), 0, row);
  }
  sheet.rows.forEach((row, index) => (row.row = places[index]!));
}

/** Two plans, and a sheet of the first that people have worked on. */
export const anyState = fc
  .tuple(anyPlan, anyPlan, anyWork)
  .map(([base, incoming, work]) => ({ base, incoming, sheet: sheetOf(base, (sheet) => worked(sheet, work)) }));
