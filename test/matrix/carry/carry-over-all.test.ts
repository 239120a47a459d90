import fc from "fast-check";
import { buildMatrix } from "../../../src/matrix/build";
import { carryOver } from "../../../src/matrix/carry/carry-over";
import { locateMatrix, type LocatedMatrix, type SheetReading } from "../../../src/matrix/locate";
import { rowIdentity } from "../../../src/matrix/row-key";
import type { Plan } from "../../../src/plan/model";
import { anyPlan } from "../../plans";
import {
  anyOrder,
  columnIn,
  headerRowOf,
  movedColumns,
  pushedTo,
  readingOf,
  rowsOf,
  sortedRows,
  typedInto,
  withColumn,
  withRow,
} from "../readings";
import { runs } from "../../runs";

const locate = (reading: SheetReading, ...plans: Plan[]): LocatedMatrix => locateMatrix(reading, plans)!;

/**
 * A sheet in which people have worked: they have typed, added columns and rows of their own, shuffled the rows, and
 * moved the table.
 */
const usedSheet = (base: Plan): fc.Arbitrary<{ reading: SheetReading; typed: string[] }> => {
  const { sheet, columns, rows } = buildMatrix(base);
  const taskColumn = columnIn({ columns }, "task");
  const open = columns.flatMap(({ kind }, index) => (kind === "typed" ? [index] : []));
  const place = fc.tuple(fc.nat(Math.max(0, rows.length - 1)), fc.constantFrom(...open));
  return fc
    .record({
      places: fc.uniqueArray(place, { selector: String, maxLength: 12 }),
      // One of these may be a unit of the coming plan, one is a header of the matrix, one is empty.
      headers: fc.uniqueArray(fc.constantFrom("联系人", "县体育局", "备注", ""), { maxLength: 3 }),
      at: fc.nat(12),
      ownRows: fc.nat(2),
      push: fc.tuple(fc.nat(3), fc.nat(3)),
    })
    .chain(({ places, headers, at, ownRows, push }) => {
      const typed: string[] = [];
      const value = (): string => `填${typed.push(`填${typed.length}`) - 1}`;
      const first = headerRowOf(readingOf(sheet)) + 1;
      let reading = typedInto(
        readingOf(sheet),
        rows.length === 0 ? [] : places.map(([row, column]) => [first + row, column, value()] as const),
      );
      for (let own = 0; own < ownRows; own++) {
        const [task, column] = [value(), open[(at + own) % open.length]!];
        reading = withRow(reading, (index) => (index === taskColumn ? task : index === column ? value() : ""));
      }
      for (const header of headers) {
        reading = withColumn(reading, at, header, (row) => (row % 2 || header === "" ? value() : ""));
      }
      const width = reading.values[0]!.length;
      return fc.tuple(anyOrder(rowsOf(reading)), fc.boolean(), anyOrder(width)).map(([order, move, columnOrder]) => {
        const sorted = sortedRows(reading, order);
        return { reading: pushedTo(move ? movedColumns(sorted, columnOrder) : sorted, ...push), typed };
      });
    });
};

const story = fc
  .tuple(anyPlan, anyPlan, fc.boolean())
  .chain(([base, incoming, known]) => usedSheet(base).map((used) => ({ base, incoming, known, ...used })));

describe("whatever was typed, wherever rows and columns have gone", () => {
  it("is in the new sheet or among what was removed, for any two plans, with and without the stored plan", () => {
    fc.assert(
      fc.property(story, ({ base, incoming, known, reading, typed }) => {
        const held = locate(reading, ...(known ? [base] : []), incoming);
        const carried = carryOver(incoming, held, known ? base : undefined);
        const present = new Set([
          ...carried.sheet.cells.flat(),
          ...carried.removed.flatMap(({ cells }) => Object.values(cells)),
        ]);
        expect(typed.filter((value) => !present.has(value))).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });

  it("stays with its task, its indicator and its column", () => {
    fc.assert(
      fc.property(story, ({ base, incoming, reading }) => {
        const held = locate(reading, base, incoming);
        const after = locate(readingOf(carryOver(incoming, held, base).sheet), incoming);
        const identities = new Set(buildMatrix(incoming).rows.map(({ identity }) => identity));
        for (const row of held.rows) {
          if (!row.key || !identities.has(rowIdentity(row.key))) continue;
          const there = after.rows.find(({ key }) => key && rowIdentity(key) === rowIdentity(row.key!))!;
          for (const [key, value] of Object.entries(row.cells)) {
            if (/^actual:|^evidence$|^remark$/.test(key) && value !== "")
              expect([key, there.cells[key]]).toEqual([key, value]);
          }
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it("leaves nothing to do a second time", () => {
    fc.assert(
      fc.property(story, ({ base, incoming, reading }) => {
        const once = carryOver(incoming, locate(reading, base, incoming), base);
        const twice = carryOver(incoming, locate(readingOf(once.sheet), incoming), incoming);
        expect(twice).toMatchObject({ unchanged: true, removed: [] });
      }),
      { numRuns: runs(200) },
    );
  });

  it("is laid out in a sound sheet: rows equally wide, the table over all of them, its headers all different", () => {
    fc.assert(
      fc.property(story, ({ base, incoming, reading }) => {
        const { sheet, columns } = carryOver(incoming, locate(reading, base, incoming), base);
        const { area } = sheet.table!;
        expect(sheet.cells.map((row) => row.length)).toEqual(sheet.cells.map(() => columns.length));
        expect([area.row + area.rows, area.columns]).toEqual([sheet.cells.length, columns.length]);
        expect(area.rows).toBeGreaterThanOrEqual(2);
        expect(new Set(sheet.cells[area.row]!.map((header) => String(header).toLowerCase())).size).toBe(columns.length);
        expect([sheet.columnWidths.length, sheet.rowHeights.length]).toEqual([columns.length, sheet.cells.length]);
        for (const { area: filled } of sheet.filledFormulas) expect(filled.row + filled.rows).toBe(sheet.cells.length);
      }),
      { numRuns: runs(200) },
    );
  });
});
