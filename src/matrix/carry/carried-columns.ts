import type { Plan } from "../../plan/model";
import {
  actualYear,
  distinctHeader,
  headerOfUserKey,
  isMarkColumn,
  markColumn,
  markColumns,
  nameInKey,
  type MatrixColumn,
} from "../columns";
import type { LocatedMatrix, LocatedRow } from "../locate";
import { isFilled, isNote } from "../ownership";

/** Headers that people have written over units' columns, by column key; empty where the base is lost. */
export function headersByHand(held: LocatedMatrix, base: Plan | undefined): ReadonlyMap<string, string> {
  if (!base) return new Map();
  const ours = new Map<string, Set<string>>();
  for (const style of ["full", "short"] as const)
    for (const { key, header } of markColumns(base, style))
      ours.set(key, (ours.get(key) ?? new Set<string>()).add(header));
  return new Map([...held.headers].filter(([key, header]) => ours.has(key) && !ours.get(key)!.has(header)));
}

/** The rows that decide whether a column out of the plan stays. */
export interface RowsThatStay {
  /** All rows that stay in the sheet. */
  staying: readonly LocatedRow[];
  /** Of these, the rows that are out of the plan. */
  outOfPlan: readonly LocatedRow[];
  /** Whether the plan itself has put the cell's content there. */
  isPlans: (row: LocatedRow, key: string) => boolean;
}

/**
 * Columns of units that the plan does not name and that stay: a row out of the plan has something in them, or a sync
 * has left them.
 * @param columns of the plan's matrix
 */
export function columnsOutOfPlan(
  columns: readonly MatrixColumn[],
  held: LocatedMatrix,
  base: Plan | undefined,
  { staying, outOfPlan, isPlans }: RowsThatStay,
): MatrixColumn[] {
  const known = new Set(columns.map(({ key }) => key));
  const before = new Set(base ? markColumns(base).map(({ key }) => key) : []);
  const taken = new Set(columns.map(({ header }) => header.toLowerCase()));
  const wasLeft = (key: string): boolean =>
    base !== undefined &&
    !before.has(key) &&
    staying.some((row) => isFilled(row.cells[key]) && !isNote(key, row.cells[key]) && !isPlans(row, key));
  return [...held.columns.keys()]
    .filter(
      (key) =>
        isMarkColumn(key) && !known.has(key) && (outOfPlan.some(({ cells }) => isFilled(cells[key])) || wasLeft(key)),
    )
    .map((key) => markColumn(key, distinctHeader(held.headers.get(key)!, taken)));
}

/**
 * Appends the columns of the sheet that are not among `columns`: the user's own, and those of units and years that left
 * the plan but hold something the user typed.
 */
export function withUserColumns(
  columns: MatrixColumn[],
  held: LocatedMatrix,
  staying: readonly LocatedRow[],
): MatrixColumn[] {
  const known = new Set(columns.map(({ key }) => key));
  const others = [...held.columns.keys()].filter((key) => !known.has(key));
  const years = others.filter(
    (key) => actualYear(key) !== undefined && staying.some(({ cells }) => isFilled(cells[key])),
  );
  const noted = others.filter(
    (key) =>
      isMarkColumn(key) &&
      staying.some(({ key: ofPlan, cells }) => (ofPlan ? isNote(key, cells[key]) : isFilled(cells[key]))),
  );
  const own = others.filter((key) => headerOfUserKey(key) !== undefined);
  const taken = new Set(columns.map(({ header }) => header.toLowerCase()));
  const column = (key: string): MatrixColumn => ({
    key,
    header: distinctHeader(nameInKey(key), taken),
    kind: "typed",
    width: 80,
  });
  return [
    ...columns,
    ...years.map((key): MatrixColumn => ({ key, header: `${actualYear(key)}年`, kind: "typed", width: 48 })),
    ...[...noted, ...own].map(column),
  ];
}
