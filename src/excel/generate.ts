import { asOfName } from "../matrix/as-of";
import { tooManyYears } from "../matrix/body";
import { buildMatrix, type Matrix } from "../matrix/build";
import { matrixSheetName } from "../matrix/sheet-name";
import { carryOver, type CarriedMatrix, type CarryOptions, type RemovedRow } from "../matrix/carry";
import { isEarlierLayout, markColumns, unitKey } from "../matrix/columns";
import { yearName } from "../matrix/formulas";
import type { LocatedMatrix } from "../matrix/locate";
import { parseRowKey, type RowKey } from "../matrix/row-key";
import { cellTextLimit, type SheetData } from "../matrix/sheet";
import { withYears } from "../matrix/years";
import type { Plan } from "../plan/model";
import { sentence, type Sentence } from "../plan/sentence";
import { columnsCalled, planCalled, withUnitsCalled } from "../sync/called";
import { renamedUnits } from "../sync/compare";
import { keptBefore, keptIn, keptStill, nothingKept } from "../sync/kept";
import { adopt, matchingPlans } from "../sync/match";
import { inHeldUnits } from "../sync/held-units";
import { lostFrom } from "../sync/lost";
import { rebuildPlan } from "../sync/rebuild";
import { recordsOf } from "../sync/records";
import { isLastInLog, queueLog, type LoggedRun } from "./change-log";
import { ExcelFailure } from "./failure";
import { isFiltered } from "./filters";
import { loggedOf, type RenamedUnit } from "./generate-log";
import { runWithPauses, pauseWhenDue } from "./pause";
import { withFormats } from "./percents";
import { finishSheet } from "./page-setup";
import { locateIn, readWorkbook, type WorkbookState } from "./read-matrix";
import { queueRemoved, removedRecords } from "./removed-rows";
import { sendParts, writingInExcel, type RequestPart } from "./session";
import { isStored, writeWhole, type Stored, type StoredReading, type StoreWrite } from "./store";
import { bytesOf } from "./sheet-contents";
import { anotherPlanThere, anotherThan } from "./sync/another-plan";
import { recordsOfDeleted } from "./sync/deleted-rows";
import { restoreView } from "./views";
import { replaceParts, sheetParts } from "./write-sheet";

/** What 「生成责任矩阵」 did, for the pane. */
export interface GenerateReport {
  /** A new sheet was made. */
  created: boolean;
  rows: number;
  unitColumns: number;
  /** Typed cells that were kept. */
  kept: number;
  /** Manual changes that were kept. */
  manualChanges: Sentence[];
  /** Rows that went to the sheet 已移出 with what was typed in them. */
  removed: number;
  /** Anything else the user should know. */
  notes: Sentence[];
}

/**
 * Writes the matrix of a plan into the open workbook, or brings the one that is there up to the plan, keeping whatever
 * was typed. First build: three round trips (read, write with reading the store back, print set-up).
 * @param given the plan as read; where it names no years, `withYears` finds some
 * @param year 评估年度 for a first build; what the sheet holds goes before it
 * @param reading the text that the plan was read from, to be carried in the workbook; absent, the one there stays
 * @param options `unlessAnother`: nothing is written over the matrix of a plan that this one is plainly no revision of;
 * `unlessEarlier`: nothing is written over a sheet that is laid out as earlier versions did it; `now`: for 变更记录
 * @throws ExcelFailure
 */
export function generateMatrix(
  given: Plan,
  year?: number,
  reading?: StoredReading,
  { unlessAnother = false, unlessEarlier = false, now = new Date() } = {},
): Promise<GenerateReport> {
  return writingInExcel(async (context) => {
    const state = await readWorkbook(context, yearName);
    const stored = state.store.kind === "read" ? state.store.stored : undefined;
    const read = withYears(given, stored?.plan.years, year);
    const located = await locateIn(state, stored?.plan, read);
    const { plan: identified, ids, renamed } = await withIdentities(read, stored, located);
    const columns = new Map([...renamed].map(([from, to]) => [unitKey(from), unitKey(to)]));
    const base = stored && planCalled(stored.plan, renamed);
    const inUse =
      located &&
      withHeadersOf(
        columnsCalled(await withFormats(context, state.sheet, located), columns),
        columns,
        stored?.plan,
        base,
      );
    const leftBefore = stored?.left?.map(calledBy(columns));
    const plan = inUse ? inHeldUnits(identified, inUse) : identified;
    if (state.reading && !inUse) refuseForeignSheet(state);
    if (inUse && unlessAnother) await refuseAnother(inUse, stored?.plan, given);
    const wasEarlier = inUse !== undefined && isEarlierLayout(inUse.columns);
    if (wasEarlier && unlessEarlier) throw new ExcelFailure("EarlierLayout", {});
    // Members come from the text or the user: whoever named them wants to see them.
    const expandGroups = plan.groups.filter(({ members }) => members && members.length > 0).map(({ name }) => name);
    const options = { expandGroups, ...(year === undefined ? {} : { year }) };
    const carried = inUse
      ? carryOver(plan, inUse, base, {
          ...options,
          ...(await knownBefore(context, state, {
            inUse,
            stored: stored && { ...stored, plan: base!, ...(leftBefore ? { left: leftBefore } : {}) },
            renamed,
          })),
        })
      : undefined;
    await pauseWhenDue();
    const matrix = carried ?? buildMatrix(plan, options);
    await pauseWhenDue();
    const kept = reading ?? stored?.reading;
    const left = leftBefore?.filter((one) => !present(matrix).has(one));
    const rowsKept = stored?.kept && carried && keptStill(stored.kept, keysOf(carried.stayed.rows), calledBy(renamed));
    const next: Stored = {
      plan,
      ...(kept ? { reading: kept } : {}),
      ...(Object.keys(ids).length > 0 ? { ids } : {}),
      ...(rowsKept ? { kept: rowsKept } : {}),
      ...(left && left.length > 0 ? { left } : {}),
      ...(stored?.settings ? { settings: stored.settings } : {}),
    };
    const otherwise = located ? renamedIn(located, matrix, renamed) : [];
    const sheetIsCurrent =
      carried?.unchanged === true &&
      otherwise.length === 0 &&
      state.table !== undefined &&
      state.hasYearName &&
      state.hasAsOf &&
      !state.staging;
    const log =
      carried && !sheetIsCurrent ? await logOf(context, state, { plan, carried, renamed: otherwise, now }) : [];
    if (!sheetIsCurrent || !isStored(state.store, state.parts, next))
      await write(context, state, sheetIsCurrent ? undefined : matrix.sheet, { carried, inUse, next, log });
    // Made anew, a sheet shows everything: also where it is as it would be made.
    const { isShown, isPageBare } =
      inUse && sheetIsCurrent ? await restoreView(context, state, inUse) : { isShown: false, isPageBare: false };
    if (isPageBare) await finishSheet(context, state.sheet!, matrix.sheet.page, () => showYear(context, state, false));
    const done = report(
      wasEarlier,
      given,
      plan,
      matrix,
      carried,
      matrix.rows.length + (carried?.stayed.rows.length ?? 0),
    );
    return isShown ? { ...done, notes: [...done.notes, sentence("筛选和隐藏的行、列已恢复显示。")] } : done;
  });
}

function refuseForeignSheet(state: WorkbookState): never {
  throw new ExcelFailure("ForeignSheet.matrix", { sheet: state.sheetName! });
}

async function refuseAnother(inUse: LocatedMatrix, followed: Plan | undefined, given: Plan): Promise<void> {
  const another = await anotherThan(
    followed ? { plan: followed, known: true } : { plan: rebuildPlan(inUse, given), known: false },
    given,
  );
  if (another) throw anotherPlanThere(another);
}

/** A sheet in use and what is stored of it, units under the names that they have now. */
interface Before {
  inUse: LocatedMatrix;
  stored: Stored | undefined;
  renamed: ReadonlyMap<string, string>;
}

/** What the workbook knows of a sheet in use, beside what it shows. */
async function knownBefore(
  context: Excel.RequestContext,
  { removed, store }: WorkbookState,
  { inUse, stored, renamed }: Before,
): Promise<Pick<CarryOptions, "left" | "known" | "saidOf">> {
  const records = removedRecords(removed, inUse);
  if (!stored || store.kind !== "read") return { known: recordsOf(records, []) };
  const { left = [], plan, kept = nothingKept } = stored;
  const lost = lostFrom(plan, inUse, left).rows;
  const reported = lost.length > 0 ? await recordsOfDeleted(context, lost, inUse, store) : [];
  const before = keptBefore(plan, {
    ...kept,
    tasks: kept.tasks.map((task) => withUnitsCalled(task, calledBy(renamed))),
  });
  return { left, known: recordsOf(records, reported), saidOf: (identity) => before.get(identity)?.cells };
}

/** Rows and columns that the sheet has then. */
const present = ({ rows, columns }: Pick<CarriedMatrix, "rows" | "columns">): ReadonlySet<string> =>
  new Set([...rows.map(({ identity }) => identity), ...columns.map(({ key }) => key)]);

/**
 * 变更记录 tells what comes, goes and is kept. What it told last is not told twice: where a run broke off, it stands there
 * already.
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

/** @param data absent where only the store is to be written */
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

/** A new sheet opens at the cell that decides what is judged; one in use is left where its user was. */
function showYear(context: Excel.RequestContext, { sheet }: WorkbookState, fresh: boolean): void {
  sheet!.activate();
  if (fresh) context.workbook.names.getItem(yearName).getRange().select();
}

/** The store is read back: custom XML was reported lost on Mac (office-js issue 6091). */
function verifyStore(store: readonly StoreWrite[]): void {
  if (store.every(({ isConfirmed: isHeld }) => isHeld())) return;
  throw new ExcelFailure("StoreLost.generate", {});
}

interface Identified {
  plan: Plan;
  ids: Record<string, string>;
  /** Units of the sheet that go by another name now, by the one that they had. */
  renamed: ReadonlyMap<string, string>;
}

/** A revised plan under the identities that the sheet knows its tasks and indicators by. */
async function withIdentities(
  plan: Plan,
  stored: Stored | undefined,
  inUse: LocatedMatrix | undefined,
): Promise<Identified> {
  if (!stored) return { plan, ids: {}, renamed: new Map() };
  const kept = inUse ? keptIn(stored.plan, inUse, stored.kept) : { ...nothingKept, units: [] };
  const matching = await runWithPauses(matchingPlans(stored.plan, plan, undefined, kept));
  const all = {
    ...stored.plan,
    tasks: [...stored.plan.tasks, ...kept.tasks],
    indicators: [...stored.plan.indicators, ...kept.indicators],
  };
  return { ...adopt(plan, all, matching), renamed: inUse ? renamedUnits(matching, inUse) : new Map() };
}

/**
 * Headers that the plan itself gave to units under their former names, as it gives them now: what people have written
 * there is another matter.
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

const calledBy =
  (names: ReadonlyMap<string, string>) =>
  (name: string): string =>
    names.get(name) ?? name;

/** Units of the sheet that go by another name now; by their names, since headers may be short ones. */
const renamedIn = (
  inUse: LocatedMatrix,
  { columns }: Pick<CarriedMatrix, "columns">,
  renamed: ReadonlyMap<string, string>,
): RenamedUnit[] =>
  [...renamed].flatMap(([from, to]) =>
    inUse.columns.has(unitKey(from)) && columns.some(({ key }) => key === unitKey(to)) ? [{ from, to }] : [],
  );

const keysOf = (rows: readonly RemovedRow[]): RowKey[] =>
  rows.flatMap(({ cells }) => parseRowKey(String(cells.key)) ?? []);

/** Frees the sheet of what the new layout brings again. */
function prepare(context: Excel.RequestContext, state: WorkbookState, sheet: Excel.Worksheet): void {
  for (const table of state.tables) {
    if (isFiltered(table)) table.clearFilters();
    table.convertToRange();
  }
  if (state.hasYearName) context.workbook.names.getItem(yearName).delete();
  if (state.hasAsOf) context.workbook.names.getItem(asOfName).delete();
  const all = sheet.getRange();
  if (state.reading) {
    // What is hidden is hidden by its place, and another row or column comes to stand there.
    all.rowHidden = false;
    all.columnHidden = false;
  }
  all.conditionalFormats.clearAll();
  all.dataValidation.clear();
}

/** Before anything is overwritten, so that nothing typed is missing at any moment. */
function removedPart(
  context: Excel.RequestContext,
  state: WorkbookState,
  removed: readonly RemovedRow[],
  inUse: LocatedMatrix,
): RequestPart {
  const rows = removed.map(({ cells }) => cells);
  return { bytes: bytesOf(rows), queue: () => queueRemoved(context, state.removed, { matrix: inUse, rows }) };
}

function report(
  wasEarlier: boolean,
  given: Plan,
  plan: Plan,
  { sheet: data, columns: laid }: Pick<Matrix, "sheet" | "columns">,
  carried: CarriedMatrix | undefined,
  rows: number,
): GenerateReport {
  const columns = new Map(laid.map(({ key }, index) => [key, index]));
  const cut = data.cells.flat().filter((cell) => typeof cell === "string" && cell.length >= cellTextLimit).length;
  const years = tooManyYears((key) => columns.get(key), plan.years, true);
  const notes = [
    ...(years ? [years] : []),
    ...(wasEarlier
      ? [
          sentence(
            "已改为新版式：单位表头用简称，增加了“完成时限”“责任人”“进展情况”和“截至”。填过的内容都随行搬了过来。",
          ),
        ]
      : []),
    ...(cut > 0 ? [sentence("{{count}} 个单元格的文字超过 32767 字，已截短，末尾以“…”标出。", { count: cut })] : []),
    ...(given.years[0] === 0
      ? [
          sentence("方案没有写明起止年份，年度列按 {{first}}—{{last}} 年设置。", {
            first: plan.years[0],
            last: plan.years[1],
          }),
        ]
      : []),
    ...(carried?.unchanged ? [sentence("工作表与方案一致，没有需要改动的地方。")] : []),
    ...(carried && carried.removed.length > 0
      ? [sentence("{{count}} 行已不在方案中，连同填报内容移到“已移出”工作表。", { count: carried.removed.length })]
      : []),
    ...(carried && carried.back.length > 0
      ? [
          sentence("{{count}} 行曾从表中删除，已按方案补回；不要的行，删除后请到“同步”选“保持删除”。", {
            count: carried.back.length,
          }),
        ]
      : []),
    ...(carried && carried.restored > 0
      ? [sentence("补回的行恢复了以前填报的 {{count}} 处内容。", { count: carried.restored })]
      : []),
    ...(carried && carried.stayed.rows.length > 0
      ? [sentence("{{count}} 行不在方案中，按以前同步时的选择保留。", { count: carried.stayed.rows.length })]
      : []),
    ...(carried && carried.leftOut.length > 0
      ? [
          sentence("{{count}} 行按以前同步时的选择没有列入；要列入，请到“同步”勾选。", {
            count: carried.leftOut.length,
          }),
        ]
      : []),
  ];
  return {
    created: !carried,
    rows,
    unitColumns: plan.units.length + plan.groups.length,
    kept: carried?.kept ?? 0,
    manualChanges: (carried?.manualChanges ?? []).map(({ place, kept, planned }) =>
      sentence("{{place}}：保留“{{kept}}”（方案为“{{planned}}”）", {
        place,
        kept: String(kept),
        planned: String(planned),
      }),
    ),
    removed: carried?.removed.length ?? 0,
    notes,
  };
}
