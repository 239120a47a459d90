import type { Indicator, Plan } from "../../plan/model";
import { buildMatrix, listAreas, titleRows, type Matrix, type MatrixOptions } from "../build";
import { hasLists } from "../choices";
import { actualYear, isEarlierLayout, isMarkColumn, spokenName, type MatrixColumn } from "../columns";
import type { LocatedMatrix, LocatedRow } from "../locate";
import { identitiesOf } from "../located-rows";
import { isFilled, isTyped, isTypedColumn, isUsed } from "../ownership";
import { matrixRows, type MatrixRow } from "../rows";
import type { CellValue, SheetData } from "../sheet";
import { matrixSheetName } from "../sheet-name";
import { askedRow, bodyValidations } from "../validations";
import { columnsOutOfPlan, headersByHand, withUserColumns } from "./carried-columns";
import { carriedFormats, carriedFormulas, clearedFormats, percentRows, type FlattenedFormula } from "./carried-formats";
import { mergeRow, type KeptCell, type MergeContext, type SaidBefore } from "./merge-row";
import { pairRows, type RowPairs } from "./row-pairs";
import { holdsAlready, sheetWithRows } from "./sheet-with-rows";

/** A row of the sheet, by column key. */
export interface RemovedRow {
  cells: Record<string, CellValue>;
}

export interface CarriedMatrix extends Matrix {
  /** How many typed cells were taken over. */
  kept: number;
  /** Cells that stay as the sheet has them although the plan says something else. */
  keptCells: KeptCell[];
  /** Formulas of the user's of which only the value could be taken over. */
  flattened: FlattenedFormula[];
  /** Rows whose task or indicator is no longer in the plan, with what was typed in them. */
  removed: RemovedRow[];
  /** Rows that left the plan and in which nothing was typed. */
  dropped: RemovedRow[];
  /** Rows and unit columns that are not in the plan, and stay because a sync has left them. */
  stayed: { rows: RemovedRow[]; columns: MatrixColumn[] };
  /** Rows of the plan that are left out, as they were in a sync. */
  leftOut: MatrixRow[];
  /** Rows that had been deleted, and are there again. */
  back: RemovedRow[];
  /** Rows, and full names of unit columns, that are new. */
  fresh: RemovedRow[];
  newColumns: string[];
  /** How many typed cells were restored into rows that were not in the sheet. */
  restored: number;
  /** Full names of the unit columns that go. */
  goneColumns: string[];
  /** True when the sheet already holds all of this, whatever the order of its rows and columns. */
  unchanged: boolean;
}

export interface CarryOptions extends Omit<MatrixOptions, "without" | "headers" | "style" | "month"> {
  /** What earlier syncs have left out of the sheet: identities of rows, keys of unit columns. */
  left?: readonly string[];
  /** What the plan last said, by column key, of a row that syncs have kept without it; undefined where nobody knows. */
  saidOf?: (identity: string) => SaidBefore;
  /** What the workbook knows of a row that is not in the sheet, by column key. */
  known?: (row: MatrixRow) => Readonly<Record<string, CellValue>>;
  /** The name of the matrix's sheet, which formulas may speak of. */
  sheetName?: string;
}

/**
 * The matrix of `plan` for a sheet that is in use: everything typed stays with its row (docs/design.md, Sync). Rows are
 * found by key, so order, filters and moved columns do not matter. The user's own columns come right of ours, their own
 * rows and copies of ours at the end. What earlier syncs have kept or left out stays so.
 * @param base the plan that the sheet was made from; undefined where it is lost: then the hidden keys tell what the plan
 * said of 目标 and 口径, and in all other columns whatever differs from the plan stays and is told
 */
export function carryOver(
  plan: Plan,
  held: LocatedMatrix,
  base: Plan | undefined,
  {
    left = [],
    known = () => ({}),
    saidOf = () => undefined,
    sheetName = matrixSheetName,
    ...options
  }: CarryOptions = {},
): CarriedMatrix {
  const without = stillLeftOut(left, held);
  const matrix = freshMatrix(plan, held, base, { ...options, without });
  const baseCells = new Map(
    (base ? buildMatrix(base, options).rows : []).map(({ identity, cells }) => [identity, cells]),
  );
  const pairs = pairRows(matrix.rows, held.rows, base && new Set(baseCells.keys()));
  const saidBefore = (now: string): SaidBefore => {
    const identity = pairs.identityBefore(now);
    return baseCells.get(identity) ?? saidOf(identity);
  };
  const leaving = new Set(pairs.leaving);
  const staying = held.rows.filter((row) => !leaving.has(row));
  const extra = columnsOutOfPlan(matrix.columns, held, base, {
    staying,
    outOfPlan: pairs.outOfPlan,
    // For a row that is back in the plan, a mark that the plan itself had put there does not keep the column.
    isPlans: (row, key) => {
      const identity = pairs.identityNow(row);
      return identity !== undefined && row.cells[key] === saidBefore(identity)?.[key];
    },
  });
  const columns = withUserColumns([...matrix.columns, ...extra], held, staying);
  const body = bodyOf(matrix.rows, pairs, {
    merging: {
      columns,
      outOfPlanKeys: new Set(extra.map(({ key }) => key)),
      lastYear: base?.years[1] ?? lastYearOf(held) ?? plan.years[1],
    },
    saidBefore,
    known,
    wasPlanned: (identity) => baseCells.has(identity),
  });
  const { sheet, lines, sources, flattened } = layOut(matrix.sheet, columns, body.rows, { plan, held, sheetName });
  return {
    ...{ sheet, columns, rows: matrix.rows, flattened },
    kept: sources.reduce((count, row) => count + (row ? typedIn(row) : 0), 0),
    ...{ keptCells: body.kept, back: body.back, fresh: body.fresh, restored: body.restored },
    removed: pairs.leaving.filter(isUsed).map(({ cells }) => ({ cells })),
    dropped: pairs.leaving.filter((row) => !isUsed(row)).map(({ cells }) => ({ cells })),
    stayed: { rows: pairs.outOfPlan.map(({ cells }) => ({ cells })), columns: extra },
    leftOut: without.size === 0 ? [] : matrixRows(plan, options).filter(({ identity }) => without.has(identity)),
    ...columnChanges(matrix.columns, columns, held),
    unchanged: pairs.leaving.length === 0 && hasLists(held.above, plan) && holdsAlready(held, columns, lines, sources),
  };
}

/** What earlier syncs have left out and nobody has brought in since. */
function stillLeftOut(left: readonly string[], held: LocatedMatrix): ReadonlySet<string> {
  const present = identitiesOf(held.rows);
  return new Set(left.filter((one) => !present.has(one) && !held.columns.has(one)));
}

/** The plan's matrix as a fresh sheet, with the year, month and headers that the sheet has. */
function freshMatrix(plan: Plan, held: LocatedMatrix, base: Plan | undefined, options: MatrixOptions): Matrix {
  const year = held.year ?? options.year;
  return buildMatrix(plan, {
    ...options,
    style: isEarlierLayout(held.columns) ? "short" : held.style,
    headers: headersByHand(held, base),
    ...(year === undefined ? {} : { year }),
    ...(held.month === undefined ? {} : { month: held.month }),
  });
}

/** The last year for which the sheet has a column; undefined where it has none. */
function lastYearOf({ columns }: LocatedMatrix): number | undefined {
  const years = [...columns.keys()].flatMap((key) => actualYear(key) ?? []);
  return years.length === 0 ? undefined : Math.max(...years);
}

/** A row of the new sheet. */
interface BodyRow {
  cells: Readonly<Record<string, CellValue>>;
  indicator?: Indicator | undefined;
  /** The row of the former sheet that it is; undefined for a new one. */
  source?: LocatedRow;
}

interface Body {
  rows: BodyRow[];
  kept: KeptCell[];
  back: RemovedRow[];
  fresh: RemovedRow[];
  restored: number;
}

interface BodySources {
  merging: MergeContext;
  saidBefore: (identity: string) => SaidBefore;
  known: NonNullable<CarryOptions["known"]>;
  /** Whether the plan that the sheet was made from had the row. */
  wasPlanned: (identity: string) => boolean;
}

/** All rows of the new sheet: the plan's in its order, rows out of the plan in their places, copies and own rows last. */
function bodyOf(
  planned: readonly MatrixRow[],
  pairs: RowPairs,
  { merging, saidBefore, known, wasPlanned }: BodySources,
): Body {
  const body: Body = { rows: [], kept: [], back: [], fresh: [], restored: 0 };
  const asIs = (shown: LocatedRow): void => {
    const source = withHeldPercents(shown);
    body.rows.push({ cells: source.cells, source });
  };
  const copies: LocatedRow[] = [];
  pairs.outOfPlanBelow("").forEach(asIs);
  for (const row of planned) {
    const [shown, ...others] = pairs.ofPlan.get(row.identity) ?? [];
    copies.push(...others);
    if (shown) {
      const source = withHeldPercents(shown);
      const { cells, kept } = mergeRow(row.cells, source, saidBefore(row.identity), merging);
      body.kept.push(...kept);
      body.rows.push({ cells, indicator: row.indicator, source });
    } else {
      const typed = Object.entries(known(row)).filter(([key, value]) => isTyped(key, value));
      const cells = { ...row.cells, ...Object.fromEntries(typed) };
      body.restored += typed.filter(([key]) => merging.columns.some((column) => column.key === key)).length;
      (wasPlanned(row.identity) ? body.back : body.fresh).push({ cells });
      body.rows.push({ cells, indicator: row.indicator });
    }
    pairs.outOfPlanBelow(row.identity).forEach(asIs);
  }
  [...copies, ...pairs.own].forEach(asIs);
  // An Excel table needs at least one row.
  if (body.rows.length === 0) body.rows.push({ cells: {} });
  return body;
}

/** With the numbers that cells shown as percentages really hold: 0.92 for 92%. */
const withHeldPercents = (row: LocatedRow): LocatedRow =>
  row.percents ? { ...row, cells: { ...row.cells, ...row.percents } } : row;

function layOut(
  fresh: SheetData,
  columns: MatrixColumn[],
  rows: readonly BodyRow[],
  { plan, held, sheetName }: { plan: Plan; held: LocatedMatrix; sheetName: string },
): { sheet: SheetData; lines: CellValue[][]; sources: (LocatedRow | undefined)[]; flattened: FlattenedFormula[] } {
  const lines = rows.map(({ cells }) => columns.map(({ key }) => cells[key] ?? ""));
  const sources = rows.map(({ source }) => source);
  const places = new Map(columns.map(({ key }, index) => [key, index]));
  const asked = rows.map(({ cells, indicator }, index) => askedRow(titleRows.header + 1 + index, cells, indicator));
  const laidOut = sheetWithRows(fresh, columns, lines, (area) =>
    bodyValidations(columns, (key) => places.get(key) ?? -1, area, asked, listAreas(plan)),
  );
  const { formulas, flattened } = carriedFormulas(columns, sources, held, sheetName);
  const sheet = {
    ...laidOut,
    formulas: [...laidOut.formulas, ...formulas],
    styles: [
      ...laidOut.styles,
      ...clearedFormats(held),
      ...percentRows(columns, lines),
      ...carriedFormats(columns, sources),
    ],
  };
  return { sheet, lines, sources, flattened };
}

/** How many typed cells a row has. */
const typedIn = ({ cells }: LocatedRow): number =>
  Object.keys(cells).filter((key) => isTypedColumn(key) && isFilled(cells[key])).length;

function columnChanges(
  planned: readonly MatrixColumn[],
  columns: readonly MatrixColumn[],
  held: LocatedMatrix,
): Pick<CarriedMatrix, "newColumns" | "goneColumns"> {
  const there = new Set(columns.map(({ key }) => key));
  return {
    newColumns: planned
      .filter(({ key, kind }) => kind === "unit" && !held.columns.has(key))
      .map(({ name, header }) => name ?? header),
    goneColumns: [...held.columns.keys()]
      .filter((key) => isMarkColumn(key) && !there.has(key))
      .map((key) => spokenName(held, key)),
  };
}
