import type { CarriedMatrix, CarryOptions } from "../matrix/carry/carry-over";
import { markColumns, unitKey } from "../matrix/columns";
import type { LocatedMatrix } from "../matrix/locate";
import { withYears } from "../matrix/years";
import type { Plan } from "../plan/model";
import { renameColumnKeys, renameUnitsOfPlan, renameUnitsOfTask } from "../sync/rename-units";
import { renamedUnits } from "../sync/compare";
import { inSheetMeasures } from "../sync/sheet-measures";
import { nothingOutOfPlan, outOfPlanCells, outOfPlanIn } from "../sync/out-of-plan";
import { lostFrom } from "../sync/lost";
import { adopt, matchingPlans } from "../sync/match";
import { recordsOf } from "../sync/records";
import type { RenamedUnit } from "./generate-log";
import { runWithPauses } from "./pause";
import { withFormats } from "./percents";
import { locateIn, type WorkbookState } from "./read-matrix";
import { removedRecords } from "./removed-rows";
import type { Stored } from "./store";
import { recordsOfDeleted } from "./sync/deleted-rows";

/** What generating goes by: the plan at hand under known identities, and the matrix that the workbook holds already. */
export interface MatrixBefore {
  /** The plan to be written: its tasks and indicators under the ids that the sheet knows them by. */
  plan: Plan;
  /** Ids that the reading gave → ids that the sheet has kept. */
  ids: Record<string, string>;
  /** Names of units in the sheet → their names in the plan at hand; for those that differ. */
  renamed: ReadonlyMap<string, string>;
  /** As the sheet holds it. */
  located: LocatedMatrix | undefined;
  /** The same with units under their names in the plan at hand. */
  inUse: LocatedMatrix | undefined;
  stored: Stored | undefined;
  /** The stored plan, with units under their names in the plan at hand. */
  base: Plan | undefined;
  /** Rows and unit columns that the user has left out of the sheet: identities and column keys. */
  leftOut: readonly string[];
}

/** @param given the plan as read; one round trip more where number formats of typed cells must be known */
export async function readBefore(
  context: Excel.RequestContext,
  state: WorkbookState,
  given: Plan,
  year: number | undefined,
): Promise<MatrixBefore> {
  const stored = state.store.kind === "read" ? state.store.stored : undefined;
  const read = withYears(given, stored?.plan.years, year);
  const located = await locateIn(state, stored?.plan, read);
  const { plan, ids, renamed } = await withIdentities(read, stored, located);
  const columns = new Map([...renamed].map(([from, to]) => [unitKey(from), unitKey(to)]));
  const base = stored && renameUnitsOfPlan(stored.plan, renamed);
  const inUse =
    located &&
    withHeadersOf(
      renameColumnKeys(await withFormats(context, state.sheet, located), columns),
      columns,
      stored?.plan,
      base,
    );
  return {
    plan: inUse ? inSheetMeasures(plan, inUse) : plan,
    ids,
    renamed,
    located,
    inUse,
    stored,
    base,
    leftOut: (stored?.left ?? []).map(calledBy(columns)),
  };
}

/** What the workbook knows of a matrix in use besides the cells it shows: 已移出, 填报明细 and the journal of syncs. */
export async function knownBefore(
  context: Excel.RequestContext,
  { removed, store }: WorkbookState,
  inUse: LocatedMatrix,
  { stored, base, leftOut, renamed }: Pick<MatrixBefore, "stored" | "base" | "leftOut" | "renamed">,
): Promise<Pick<CarryOptions, "left" | "known" | "saidOf">> {
  const records = removedRecords(removed, inUse);
  if (!stored || !base || store.kind !== "read") return { known: recordsOf(records, []) };
  const { kept = nothingOutOfPlan } = stored;
  const lost = lostFrom(base, inUse, leftOut).rows;
  const reported = lost.length > 0 ? await recordsOfDeleted(context, lost, inUse, store) : [];
  const before = outOfPlanCells(base, {
    ...kept,
    tasks: kept.tasks.map((task) => renameUnitsOfTask(task, calledBy(renamed))),
  });
  return {
    left: leftOut,
    known: recordsOf(records, reported),
    saidOf: (identity) => before.get(identity)?.cells,
  };
}

/** Gives the tasks and indicators of a revised plan the ids that the sheet knows them by. */
async function withIdentities(
  plan: Plan,
  stored: Stored | undefined,
  inUse: LocatedMatrix | undefined,
): Promise<Pick<MatrixBefore, "plan" | "ids" | "renamed">> {
  if (!stored) return { plan, ids: {}, renamed: new Map() };
  const kept = inUse ? outOfPlanIn(stored.plan, inUse, stored.kept) : { ...nothingOutOfPlan, units: [] };
  const matching = await runWithPauses(matchingPlans(stored.plan, plan, undefined, kept));
  const all = {
    ...stored.plan,
    tasks: [...stored.plan.tasks, ...kept.tasks],
    indicators: [...stored.plan.indicators, ...kept.indicators],
  };
  return { ...adopt(plan, all, matching), renamed: inUse ? renamedUnits(matching, inUse) : new Map() };
}

/**
 * Replaces the headers that the plan gave to renamed units by those it gives now. Headers that people have changed
 * stay.
 */
function withHeadersOf(
  inUse: LocatedMatrix,
  columns: ReadonlyMap<string, string>,
  before: Plan | undefined,
  now: Plan | undefined,
): LocatedMatrix {
  if (columns.size === 0 || !before || !now) return inUse;
  const headers = new Map(inUse.headers);
  for (const style of ["full", "short"] as const) {
    const given = new Map(markColumns(now, style).map(({ key, header }) => [key, header]));
    for (const { key, header } of markColumns(before, style)) {
      const as = columns.get(key);
      if (as !== undefined && given.has(as) && inUse.headers.get(as) === header) headers.set(as, given.get(as)!);
    }
  }
  return { ...inUse, headers };
}

/** Maps a name, or a column key, to its present one. */
export const calledBy =
  (names: ReadonlyMap<string, string>) =>
  (name: string): string =>
    names.get(name) ?? name;

/** Units whose column goes by another name now; told by their full names, since headers may be short ones. */
export const renamedColumns = (
  { located, renamed }: Pick<MatrixBefore, "located" | "renamed">,
  { columns }: Pick<CarriedMatrix, "columns">,
): RenamedUnit[] =>
  [...renamed].flatMap(([from, to]) =>
    located?.columns.has(unitKey(from)) && columns.some(({ key }) => key === unitKey(to)) ? [{ from, to }] : [],
  );
