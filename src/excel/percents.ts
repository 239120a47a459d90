import { actualYear } from "../matrix/columns";
import type { LocatedMatrix, LocatedRow } from "../matrix/locate";
import { shownPercent } from "../assessment/entry";

/** A cell that shows 1000 % and more is not one that somebody has typed as a percentage. */
const largestHeld = 10;

/** Whether a number format shows a number times a hundred: `0%`, `0.00%`; not `0"%"`. */
const isPercentFormat = (format: string): boolean => format.replace(/"[^"]*"|\\./g, "").includes("%");

interface Candidate {
  row: LocatedRow;
  key: string;
}

/**
 * The matrix with what its cells show: a number that a row of percentages shows as 92% is 92, although the cell holds 0.92.
 * One more round trip, and only where a row of percentages holds a number that could be meant so.
 */
export async function withPercents(context: Excel.RequestContext, sheet: Excel.Worksheet | undefined, held: LocatedMatrix): Promise<LocatedMatrix> {
  const years = [...held.columns].filter(([key]) => actualYear(key) !== undefined);
  const candidates = held.rows.flatMap((row) => (row.cells.measure === "%" ? years.flatMap(([key]): Candidate[] => (isCandidate(row.cells[key]) ? [{ row, key }] : [])) : []));
  if (!sheet || candidates.length === 0) return held;
  const first = Math.min(...candidates.map(({ row }) => row.row));
  const last = Math.max(...candidates.map(({ row }) => row.row));
  const formats = new Map(
    [...new Set(candidates.map(({ key }) => key))].map((key) => {
      const range = sheet.getRangeByIndexes(first, held.columns.get(key)!, last - first + 1, 1);
      range.load("numberFormat");
      return [key, range];
    }),
  );
  await context.sync();
  const percents = new Map<LocatedRow, Record<string, number>>();
  for (const { row, key } of candidates) {
    if (!isPercentFormat(String(formats.get(key)!.numberFormat[row.row - first]![0]))) continue;
    percents.set(row, { ...percents.get(row), [key]: row.cells[key] as number });
  }
  return percents.size === 0 ? held : { ...held, rows: held.rows.map((row) => shown(row, percents.get(row))) };
}

const isCandidate = (value: unknown): boolean => typeof value === "number" && value !== 0 && Math.abs(value) <= largestHeld;

function shown(row: LocatedRow, percents: Record<string, number> | undefined): LocatedRow {
  if (!percents) return row;
  const cells = Object.fromEntries(Object.entries(percents).map(([key, value]) => [key, shownPercent(value)]));
  return { ...row, cells: { ...row.cells, ...cells }, percents };
}
