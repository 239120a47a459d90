import { asOfName } from "../matrix/as-of";
import { buildMatrix, type Matrix } from "../matrix/build";
import { carryOver, type CarriedMatrix, type RemovedRow } from "../matrix/carry/carry-over";
import { isEarlierLayout } from "../matrix/columns";
import { yearName } from "../matrix/formulas";
import type { LocatedMatrix } from "../matrix/locate";
import { parseRowKey, type RowKey } from "../matrix/row-key";
import { groupsToExpand } from "../matrix/rows";
import type { SheetData } from "../matrix/sheet";
import { matrixSheetName } from "../matrix/sheet-name";
import type { Plan } from "../plan/model";
import { outOfPlanStill } from "../sync/out-of-plan";
import { rebuildPlan } from "../sync/rebuild";
import { isLastInLog, queueLog, type LoggedRun } from "./change-log";
import { ExcelFailure } from "./failure";
import { isFiltered } from "./filters";
import { loggedOf, type RenamedUnit } from "./generate-log";
import { reportOf, type GenerateReport } from "./generate-report";
import { calledBy, knownBefore, readBefore, renamedColumns, type MatrixBefore } from "./matrix-before";
import { finishSheet } from "./page-setup";
import { pauseWhenDue } from "./pause";
import { readWorkbook, type WorkbookState } from "./read-matrix";
import { queueRemoved } from "./removed-rows";
import { sendParts, writingInExcel, type RequestPart } from "./session";
import { bytesOf } from "./sheet-contents";
import { isStored, writeWhole, type Stored, type PlanSource, type StoreWrite } from "./store";
import { anotherPlanThere, anotherThan } from "./sync/another-plan";
import { restoreView } from "./views";
import { replaceParts, sheetParts } from "./write-sheet";

export type { GenerateReport };

/**
 * Writes the matrix of a plan into the open workbook, or updates the existing one to the plan and keeps everything that
 * was typed. A first build takes three round trips: read, write (reading the store back), print set-up.
 * @param given the plan as read; if it names no years, `withYears` chooses them
 * @param year 评估年度 of a first build; the sheet's own has priority
 * @param reading the text that the plan was read from, to be stored in the workbook; if absent, the stored one stays
 * @param options `unlessAnother`: fail where the matrix belongs to another plan, of which this one is clearly no
 * revision; `unlessEarlier`: fail where the sheet has the layout of an earlier version; `now`: the time noted in
 * 变更记录
 * @throws ExcelFailure `ForeignSheet`, `AnotherPlan`, `EarlierLayout`, `PlanTooLarge`, `StoreLost`, or Excel's own
 */
export function generateMatrix(
  given: Plan,
  year?: number,
  reading?: PlanSource,
  { unlessAnother = false, unlessEarlier = false, now = new Date() } = {},
): Promise<GenerateReport> {
  return writingInExcel(async (context) => {
    const state = await readWorkbook(context, yearName);
    const before = await readBefore(context, state, given, year);
    const { inUse, plan } = before;
    if (state.reading && !inUse) throw new ExcelFailure("ForeignSheet.matrix", { sheet: state.sheetName! });
    if (inUse && unlessAnother) await refuseAnother(inUse, before.stored?.plan, given);
    const wasEarlier = inUse !== undefined && isEarlierLayout(inUse.columns);
    if (wasEarlier && unlessEarlier) throw new ExcelFailure("EarlierLayout", {});
    const { matrix, carried } = await layOut(context, state, before, year);
    const next = storedAfter(before, matrix, carried, reading);
    const renamed = renamedColumns(before, matrix);
    const isCurrent = carried?.unchanged === true && renamed.length === 0 && isSheetWhole(state);
    const log = carried && !isCurrent ? await logOf(context, state, { plan, carried, renamed, now }) : [];
    if (!isCurrent || !isStored(state.store, state.parts, next))
      await write(context, state, isCurrent ? undefined : matrix.sheet, { carried, inUse, next, log });
    // A sheet that was made anew shows everything; so does one that would be made just as it is.
    const { isShown, isPageBare } =
      inUse && isCurrent ? await restoreView(context, state, inUse) : { isShown: false, isPageBare: false };
    if (isPageBare) await finishSheet(context, state.sheet!, matrix.sheet.page, () => showYear(context, state, false));
    return reportOf({ given, plan, matrix, carried, wasEarlier, isShown, isWritten: !isCurrent });
  });
}

async function refuseAnother(inUse: LocatedMatrix, followed: Plan | undefined, given: Plan): Promise<void> {
  const another = await anotherThan(
    followed ? { plan: followed, known: true } : { plan: rebuildPlan(inUse, given), known: false },
    given,
  );
  if (another) throw anotherPlanThere(another);
}

/** The matrix as data: a new one, or the one in use brought up to the plan. */
async function layOut(
  context: Excel.RequestContext,
  state: WorkbookState,
  before: MatrixBefore,
  year: number | undefined,
): Promise<{ matrix: Matrix | CarriedMatrix; carried: CarriedMatrix | undefined }> {
  const { plan, inUse, base } = before;
  const options = { expandGroups: groupsToExpand(plan), ...(year === undefined ? {} : { year }) };
  const carried = inUse
    ? carryOver(plan, inUse, base, {
        ...options,
        ...(state.sheetName === undefined ? {} : { sheetName: state.sheetName }),
        ...(await knownBefore(context, state, inUse, before)),
      })
    : undefined;
  await pauseWhenDue();
  const matrix = carried ?? buildMatrix(plan, options);
  await pauseWhenDue();
  return { matrix, carried };
}

/** What the workbook's store holds afterwards. */
function storedAfter(
  { plan, ids, stored, leftOut: leftOutBefore, renamed }: MatrixBefore,
  matrix: Pick<CarriedMatrix, "rows" | "columns">,
  carried: CarriedMatrix | undefined,
  reading: PlanSource | undefined,
): Stored {
  const present = identitiesOf(matrix);
  const leftOut = leftOutBefore.filter((one) => !present.has(one));
  const outOfPlan =
    stored?.kept && carried && outOfPlanStill(stored.kept, keysOf(carried.stayed.rows), calledBy(renamed));
  const source = reading ?? stored?.reading;
  return {
    plan,
    ...(source ? { reading: source } : {}),
    ...(Object.keys(ids).length > 0 ? { ids } : {}),
    ...(outOfPlan ? { kept: outOfPlan } : {}),
    ...(leftOut.length > 0 ? { left: leftOut } : {}),
    ...(stored?.settings ? { settings: stored.settings } : {}),
  };
}

/** Whether everything that generating makes last is there: a run that broke off leaves some of it out. */
const isSheetWhole = ({ table, hasYearName, hasAsOf, staging }: WorkbookState): boolean =>
  table !== undefined && hasYearName && hasAsOf && !staging;

const keysOf = (rows: readonly RemovedRow[]): RowKey[] =>
  rows.flatMap(({ cells }) => parseRowKey(String(cells.key)) ?? []);

/** Identities of the rows, and keys of the columns, that the sheet will have. */
const identitiesOf = ({ rows, columns }: Pick<CarriedMatrix, "rows" | "columns">): ReadonlySet<string> =>
  new Set([...rows.map(({ identity }) => identity), ...columns.map(({ key }) => key)]);

/**
 * Lists in 变更记录 what was added, removed and kept. Nothing is appended where the log already ends with the same
 * lines, written by a run that broke off.
 */
async function logOf(
  context: Excel.RequestContext,
  { log }: WorkbookState,
  { plan, carried, renamed, now }: { plan: Plan; carried: CarriedMatrix; renamed: readonly RenamedUnit[]; now: Date },
): Promise<RequestPart[]> {
  const run: LoggedRun = {
    at: now.toISOString(),
    action: "生成",
    plan: plan.title,
    changes: loggedOf(carried, renamed),
  };
  if (run.changes.length === 0 || (await isLastInLog(context, log, run))) return [];
  return [{ bytes: bytesOf(run.changes) + 4_000, queue: () => queueLog(context, log, run) }];
}

interface Written {
  carried: CarriedMatrix | undefined;
  inUse: LocatedMatrix | undefined;
  next: Stored;
  log: readonly RequestPart[];
}

/** @param data absent if only the store is written */
async function write(
  context: Excel.RequestContext,
  state: WorkbookState,
  data: SheetData | undefined,
  { carried, inUse, next, log }: Written,
): Promise<void> {
  const removed: RequestPart[] = carried?.removed.length ? [removedPart(context, state, carried.removed, inUse!)] : [];
  const parts: RequestPart[] = data ? dataParts(context, state, data) : [];
  await pauseWhenDue();
  const store = await writeWhole(context, state.parts, next);
  await sendParts(context, [...removed, ...log, ...parts, ...store]);
  verifyStore(store);
  if (data) await finishSheet(context, state.sheet!, data.page, () => showYear(context, state, carried === undefined));
}

function dataParts(context: Excel.RequestContext, state: WorkbookState, data: SheetData): RequestPart[] {
  const { reading } = state;
  const sheet = (state.sheet ??= context.workbook.worksheets.add(matrixSheetName));
  if (!reading)
    return [{ bytes: 4_000, queue: () => prepare(context, state, sheet) }, ...sheetParts(context, sheet, data)];
  const rows = reading.top + reading.values.length;
  const columns = reading.left + reading.values[0]!.length;
  const { staging } = state;
  return replaceParts(
    context,
    { sheet, rows, columns, ...(staging ? { staging } : {}), prepare: () => prepare(context, state, sheet) },
    data,
  );
}

/** Selects 评估年度 in a new sheet; in an existing one the user's selection stays. */
function showYear(context: Excel.RequestContext, { sheet }: WorkbookState, fresh: boolean): void {
  sheet!.activate();
  if (fresh) context.workbook.names.getItem(yearName).getRange().select();
}

/**
 * Compares the store as read back with what was written: custom XML parts were reported lost on Mac (office-js issue
 * 6091).
 */
function verifyStore(store: readonly StoreWrite[]): void {
  if (store.every(({ isConfirmed: isHeld }) => isHeld())) return;
  throw new ExcelFailure("StoreLost.generate", {});
}

/** Removes from the sheet whatever the new layout sets up again: tables, names, formats, rules. */
function prepare(context: Excel.RequestContext, state: WorkbookState, sheet: Excel.Worksheet): void {
  for (const table of state.tables) {
    if (isFiltered(table)) table.clearFilters();
    table.convertToRange();
  }
  if (state.hasYearName) context.workbook.names.getItem(yearName).delete();
  if (state.hasAsOf) context.workbook.names.getItem(asOfName).delete();
  const all = sheet.getRange();
  if (state.reading) {
    // Hiding belongs to a position, and another row or column will be at that position.
    all.rowHidden = false;
    all.columnHidden = false;
  }
  all.conditionalFormats.clearAll();
  all.dataValidation.clear();
}

/** Sent before anything is overwritten, so that typed data is in the workbook at every moment. */
function removedPart(
  context: Excel.RequestContext,
  state: WorkbookState,
  removed: readonly RemovedRow[],
  inUse: LocatedMatrix,
): RequestPart {
  const rows = removed.map(({ cells }) => cells);
  return { bytes: bytesOf(rows), queue: () => queueRemoved(context, state.removed, { matrix: inUse, rows }) };
}
