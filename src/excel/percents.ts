import { actualYear } from "../matrix/columns";
import { isTypedColumn } from "../matrix/ownership";
import type { LocatedMatrix, LocatedRow } from "../matrix/locate";
import { shownPercent } from "../assessment/entry";

/** A larger value would show as more than 1000 %: nobody has typed that as a percentage. */
const largestFraction = 10;

/** Whether a number format multiplies by a hundred: `0%`, `0.00%`; not `0"%"`. */
const isPercentFormat = (format: string): boolean => format.replace(/"[^"]*"|\\./g, "").includes("%");

interface Candidate {
  row: LocatedRow;
  key: string;
}

/**
 * The matrix with percentages as shown: a cell that holds 0.92 and shows 92% becomes 92 in rows measured in %. One
 * round trip, only if such a row holds a number that could be meant so.
 */
export async function withPercents(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet | undefined,
  matrix: LocatedMatrix,
): Promise<LocatedMatrix> {
  const candidates = percentCandidates(matrix);
  const formats = await formatsOf(context, sheet, matrix, candidates);
  const percents = new Map<LocatedRow, Record<string, number>>();
  for (const { row, key } of candidates) {
    if (isPercentFormat(formats(row, key)))
      percents.set(row, { ...percents.get(row), [key]: row.cells[key] as number });
  }
  return percents.size === 0 ? matrix : { ...matrix, rows: matrix.rows.map((row) => shown(row, percents.get(row))) };
}

/**
 * The same, and with the number formats of typed cells whose numbers would read differently without them: percentages,
 * and dates in users' own columns. For code that writes the rows again.
 */
export async function withFormats(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet | undefined,
  matrix: LocatedMatrix,
): Promise<LocatedMatrix> {
  const own = [...matrix.columns.keys()].filter((key) => isTypedColumn(key) && actualYear(key) === undefined);
  const candidates = [
    ...percentCandidates(matrix),
    ...matrix.rows.flatMap((row) =>
      own.flatMap((key): Candidate[] => (typeof row.cells[key] === "number" ? [{ row, key }] : [])),
    ),
  ];
  const formats = await formatsOf(context, sheet, matrix, candidates);
  const found = new Map<LocatedRow, Record<string, string>>();
  for (const { row, key } of candidates)
    if (formats(row, key) !== plainFormat) found.set(row, { ...found.get(row), [key]: formats(row, key) });
  if (found.size === 0) return matrix;
  const isPercent = ({ cells }: LocatedRow, key: string, format: string): boolean =>
    cells.measure === "%" && actualYear(key) !== undefined && isPercentFormat(format);
  const percentsOf = (row: LocatedRow): [string, number][] =>
    Object.entries(found.get(row) ?? {}).flatMap(([key, format]) =>
      isPercent(row, key, format) ? [[key, row.cells[key] as number]] : [],
    );
  return {
    ...matrix,
    rows: matrix.rows.map((row) => {
      const percents = percentsOf(row);
      const formatted = found.has(row) ? { ...row, formats: found.get(row)! } : row;
      return percents.length === 0
        ? formatted
        : { ...shown(row, Object.fromEntries(percents)), formats: found.get(row)! };
    }),
  };
}

/** Applies percentages that are already known to the same cells, located again. */
export function withKnownPercents(matrix: LocatedMatrix, known: Pick<LocatedMatrix, "rows">): LocatedMatrix {
  const percents = new Map(known.rows.flatMap(({ row, percents: own }) => (own ? [[row, own] as const] : [])));
  return percents.size === 0
    ? matrix
    : { ...matrix, rows: matrix.rows.map((row) => shown(row, percents.get(row.row))) };
}

const plainFormat = "General";

/** Numbers in the year columns of rows measured in % that may be fractions of 1. */
function percentCandidates({ columns, rows }: LocatedMatrix): Candidate[] {
  const years = [...columns.keys()].filter((key) => actualYear(key) !== undefined);
  return rows.flatMap((row) =>
    row.cells.measure === "%"
      ? years.flatMap((key): Candidate[] => (isCandidate(row.cells[key]) ? [{ row, key }] : []))
      : [],
  );
}

/** One round trip, none without candidates. */
async function formatsOf(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet | undefined,
  matrix: LocatedMatrix,
  candidates: readonly Candidate[],
): Promise<(row: LocatedRow, key: string) => string> {
  if (!sheet || candidates.length === 0) return () => plainFormat;
  const first = Math.min(...candidates.map(({ row }) => row.row));
  const last = Math.max(...candidates.map(({ row }) => row.row));
  const ranges = new Map(
    [...new Set(candidates.map(({ key }) => key))].map((key) => {
      const range = sheet.getRangeByIndexes(first, matrix.columns.get(key)!, last - first + 1, 1);
      range.load("numberFormat");
      return [key, range];
    }),
  );
  await context.sync();
  return (row, key) => String(ranges.get(key)!.numberFormat[row.row - first]![0]);
}

const isCandidate = (value: unknown): boolean =>
  typeof value === "number" && value !== 0 && Math.abs(value) <= largestFraction;

function shown(row: LocatedRow, percents: Record<string, number> | undefined): LocatedRow {
  if (!percents) return row;
  const cells = Object.fromEntries(Object.entries(percents).map(([key, value]) => [key, shownPercent(value)]));
  return { ...row, cells: { ...row.cells, ...cells }, percents };
}
