import { reportersOf } from "../../assessment/answering";
import type { Detail } from "../../assessment/details";
import type { Dropped } from "../../assessment/dropped";
import { knownAliases, presentNames, type PresentNames, type UnitChange } from "../../assessment/present-names";
import { yearName } from "../../matrix/formulas";
import type { LocatedMatrix } from "../../matrix/locate";
import type { Plan } from "../../plan/model";
import { rebuildPlan, unknownPlan } from "../../sync/rebuild";
import { ExcelFailure } from "../failure";
import { pauseWhenDue } from "../pause";
import { withPercents } from "../percents";
import { locateIn, readWorkbook, type WorkbookState } from "../read-matrix";
import { detailsIn, detailsSpec, droppedIn } from "./details-sheet";
import { recordSheetFound, queueRecordSheet, type RecordSheet } from "./record-sheet";
import { sentSpec } from "./sent-sheet";
import { changesInJournal, changesInLog, knowsAll } from "./unit-changes";

/** What the assessment works from: the matrix, its plan, what was reported and what was sent out. */
export interface AssessmentData {
  state: WorkbookState;
  matrix: LocatedMatrix;
  plan: Plan;
  totals: ReadonlySet<string>;
  /** Under the units' present names. */
  details: Detail[];
  /** Reported rows that belong to no row of the matrix. */
  dropped: Dropped[];
  detailRecords: RecordSheet;
  sentRecords: RecordSheet;
  unitChanges: readonly UnitChange[];
  present: PresentNames;
}

/**
 * Reads all of it. One round trip, one more if a unit is named that the matrix does not have. If the stored plan is
 * lost, it is rebuilt from the sheet.
 * @param named units that have returned forms
 * @throws ExcelFailure `NoMatrix`
 */
export async function readAssessmentData(
  context: Excel.RequestContext,
  named: readonly string[] = [],
): Promise<AssessmentData> {
  const queuedDetails = queueRecordSheet(context, detailsSpec);
  const queuedSent = queueRecordSheet(context, sentSpec);
  const state = await readWorkbook(context, yearName);
  const stored = state.store.kind === "read" ? state.store.stored : undefined;
  const first = await locateIn(state, stored?.plan);
  if (!first) throw new ExcelFailure("NoMatrix", {});
  const plan = stored?.plan ?? titled(rebuildPlan(first, unknownPlan), first);
  const matrix = await withPercents(context, state.sheet, stored ? first : (await locateIn(state, plan))!);
  await pauseWhenDue();
  const detailRecords = await recordSheetFound(context, detailsSpec, queuedDetails);
  const sentRecords = await recordSheetFound(context, sentSpec, queuedSent);
  const units = reportersOf(plan, matrix).map(({ name }) => name);
  const journal = state.store.kind === "read" ? changesInJournal(state.store.journal, matrix) : [];
  const known = [...knownAliases(plan, stored?.reading?.corrections.units), ...journal];
  const met = [...named, ...namesIn(detailRecords), ...namesIn(sentRecords)];
  const unitChanges = knowsAll(met, units, known)
    ? known
    : [...known, ...(await changesInLog(context, state.log, matrix))];
  const present = presentNames(units, unitChanges);
  return {
    ...{ state, matrix, plan, detailRecords, sentRecords, unitChanges, present },
    totals: new Set(stored?.settings?.totals ?? []),
    details: detailsIn(detailRecords, present).map(({ detail }) => detail),
    dropped: droppedIn(detailRecords, present),
  };
}

const namesIn = ({ rows }: RecordSheet): Set<string> =>
  new Set(rows.map(({ cells }) => String(cells["单位"] ?? "")).filter(Boolean));

/** Takes the plan's title from the sheet's title. */
function titled(plan: Plan, { above }: LocatedMatrix): Plan {
  const title = above.map(({ value }) => /^(.+)责任矩阵$/s.exec(String(value))?.[1]).find((text) => text !== undefined);
  return { ...plan, title: title ?? plan.title };
}
