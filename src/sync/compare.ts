import { tooManyYears } from "../matrix/body";
import { sourceLine, titleText } from "../matrix/build";
import { heldList, listRow, listsIn, sameList } from "../matrix/choices";
import {
  isMarkColumn,
  actualKey,
  fixedColumns,
  groupKey,
  isEarlierLayout,
  isOfThisLayout,
  markColumn,
  planYears,
  unitKey,
} from "../matrix/columns";
import type { LocatedMatrix } from "../matrix/locate";
import { rowIdentity } from "../matrix/row-key";
import type { Plan } from "../plan/model";
import { runToEnd, type Pausable } from "../plan/pausable";
import { sentence, series, type Sentence } from "../plan/sentence";
import { applyingEdits } from "./apply";
import type { ApplyContext } from "./apply-context";
import { isOpen, withChoice, type Change } from "./change";
import { compareColumns } from "./compare-columns";
import { compareRows } from "./compare-rows";
import { compareYears } from "./compare-years";
import { inOrder, type Edit } from "./edit";
import { inSheetMeasures } from "./sheet-measures";
import {
  outOfPlanAfter,
  outOfPlanCells,
  outOfPlanIn,
  nothingOutOfPlan,
  type OutOfPlan,
  type OutOfPlanItems,
} from "./out-of-plan";
import { adopt, matchingPlans, type DoubtfulPair, type Matching } from "./match";
import { contextOf, plannedOf, type Planned } from "./planned";
import { recoverKeys } from "./recover";
import type { CompareOptions, Sides } from "./sides";

/** The plan with which the sheet was last synced. */
export interface Base {
  plan: Plan;
  /** False where the plan was rebuilt from the sheet; then nobody knows who changed a cell. */
  known: boolean;
}

export interface Comparison {
  changes: Change[];
  /** Edits of hidden keys and of the title block that are made whatever is chosen. */
  upkeep: Edit[];
  /** Notes for the user about the sheet itself. */
  notes: Sentence[];
  /** The incoming plan under the sheet's identities. */
  plan: Plan;
  /** Id as read → id in the sheet. */
  ids: Record<string, string>;
  doubtful: DoubtfulPair[];
  /** What the sheet has beyond the plan it was made from. */
  kept: OutOfPlan;
  /** What to store of rows that stay although the plan lacks them, after the chosen changes and their edits. */
  outOfPlanWith: (
    isChosen: (change: Pick<Change, "id">) => boolean,
    edits: readonly Edit[],
  ) => OutOfPlanItems | undefined;
  /** The sheet, with lost hidden keys recovered. */
  sheet: LocatedMatrix;
  inOrder: boolean;
  context: Omit<ApplyContext, "table">;
}

/**
 * Compares base plan, incoming plan and sheet field by field (docs/design.md, Sync; `verdictOn` decides each cell).
 * Pure; nothing is written.
 */
export const compare = (base: Base, incoming: Plan, held: LocatedMatrix, options?: CompareOptions): Comparison =>
  runToEnd(comparing(base, incoming, held, options));

/** `compare` with pauses. */
export function* comparing(
  base: Base,
  incoming: Plan,
  held: LocatedMatrix,
  options: CompareOptions = {},
): Pausable<Comparison> {
  // A plan that was rebuilt from the sheet has all of its rows, so nothing is out of the plan.
  const kept = outOfPlanIn(base.plan, held, options.kept);
  const matching = yield* matchingPlans(base.plan, incoming, options.decisions, kept);
  yield;
  const { plan: adopted, ids } = adopt(
    incoming,
    {
      ...base.plan,
      tasks: [...base.plan.tasks, ...kept.tasks],
      indicators: [...base.plan.indicators, ...kept.indicators],
    },
    matching,
  );
  const { renamed, joined } = renamedColumns(matching, held);
  const before = withOutOfPlanColumns(plannedOf(base.plan, held.style, renamed), kept, renamed, held);
  yield;
  const recovered = recoverKeys(held, before.rows);
  yield;
  const plan = inSheetMeasures(adopted, recovered.sheet);
  const after = plannedOf(plan, held.style);
  yield;
  const context = contextOf(after);
  const placeOf = ([column]: readonly [string, string]): number => held.columns.get(column) ?? Infinity;
  const columnKeys = [...renamed]
    .sort((one, other) => placeOf(one) - placeOf(other) || 0)
    .map(([column, as]): Edit => ({ do: "columnKey", column, as }));
  const sheet =
    columnKeys.length === 0 ? recovered.sheet : (yield* applyingEdits(recovered.sheet, columnKeys, context)).sheet;
  yield;
  const sides: Sides = {
    before,
    after,
    sheet,
    known: base.known,
    matching,
    joined,
    outOfPlanRows: outOfPlanCells(base.plan, options.kept ?? nothingOutOfPlan, held.style, renamed),
    left: new Set((options.left ?? []).map((key) => renamed.get(key) ?? key)),
  };
  const rows = compareRows(sides, options);
  yield;
  const columns = compareColumns(sides, rows.pairs);
  const changes = [...compareTitle(sides), ...compareYears(sides), ...columns, ...withColumns(rows.changes, columns)];
  const upkeep = [
    ...columnKeys.filter((edit) => edit.do === "columnKey" && held.columns.has(edit.column)),
    ...recovered.edits,
    ...rows.upkeep,
    ...titleEdit(sheet, sourceLine(base.plan), sourceLine(plan)),
    ...methodsEdit(sheet, base.plan, plan),
  ];
  const outOfPlanWith: Comparison["outOfPlanWith"] = (isChosen, edits) => {
    const called = nameAfter(matching, renamed, edits);
    const staying = rows.pairs.filter(({ removal }) => removal !== undefined && !isChosen({ id: removal }));
    return base.known ? outOfPlanAfter(staying, base.plan, options.kept ?? nothingOutOfPlan, called) : undefined;
  };
  return {
    changes,
    upkeep,
    notes: [...recovered.notes, ...notesOf(sheet), ...yearsNote(sheet, plan)],
    plan,
    ids,
    doubtful: matching.doubtful,
    kept,
    outOfPlanWith,
    sheet: recovered.sheet,
    inOrder: rows.inOrder,
    context,
  };
}

/** The edits of the chosen changes, in the order in which they are to be applied. */
export function chosenEdits(
  { changes, upkeep }: Pick<Comparison, "changes" | "upkeep">,
  isChosen: (change: Change) => boolean,
): Edit[] {
  return inOrder([
    ...upkeep,
    ...withChoice(changes, isChosen)
      .filter(isChosen)
      .flatMap(({ edits }) => edits),
  ]);
}

/**
 * Identities of rows, and keys of unit columns, that are in the plan but not in the sheet once the chosen changes are
 * made.
 */
export const leftOut = (changes: readonly Change[], isChosen: (change: Change) => boolean): string[] =>
  changes
    .filter((change) => !isChosen(change))
    .flatMap(({ edits }) => edits)
    .flatMap((edit) =>
      edit.do === "addRow" ? [edit.row] : edit.do === "addColumn" && isMarkColumn(edit.column) ? [edit.column] : [],
    );

/** Whether sheet and plan agree: there is nothing to do and nothing hidden to update. */
export const isInStep = ({ changes, upkeep }: Pick<Comparison, "changes" | "upkeep">): boolean =>
  upkeep.length === 0 &&
  !withChoice(changes, (change) => change.default).some((change) => change.default || isOpen(change));

/** Units that are renamed in a sheet: former name → new name. */
export function renamedUnits(matching: Matching, held: LocatedMatrix): Map<string, string> {
  const { renamed } = renamedColumns(matching, held);
  return new Map(
    [...matching.units].flatMap(([to, from]) => (renamed.has(unitKey(from)) ? [[from, to] as const] : [])),
  );
}

/** Columns that get another key; where the sheet already has a column with that key, they are joined. */
function renamedColumns(
  { units, groups }: Matching,
  { columns }: LocatedMatrix,
): { renamed: Map<string, string>; joined: Map<string, string[]> } {
  const pairs = [
    ...[...units].map(([incoming, base]) => [unitKey(base), unitKey(incoming)] as const),
    ...[...groups].map(([incoming, base]) => [groupKey(base), groupKey(incoming)] as const),
  ].filter(([from, to]) => from !== to);
  const freed = new Set(pairs.map(([from]) => from));
  const isTaken = ([from, to]: (typeof pairs)[number]): boolean =>
    columns.has(from) && columns.has(to) && !freed.has(to);
  const joined = new Map<string, string[]>();
  for (const [from, to] of pairs.filter(isTaken)) joined.set(to, [...(joined.get(to) ?? []), from]);
  return { renamed: new Map(pairs.filter((pair) => !isTaken(pair))), joined };
}

/**
 * A column that was left may belong to a unit that the plan now names in another form; it then counts as having been
 * there before.
 */
function withOutOfPlanColumns(
  before: Planned,
  { units }: OutOfPlan,
  renamed: ReadonlyMap<string, string>,
  { headers }: LocatedMatrix,
): Planned {
  const columns = units.flatMap(({ name }) => {
    const [key, header] = [renamed.get(unitKey(name)), headers.get(unitKey(name))];
    return key === undefined || header === undefined ? [] : [{ ...markColumn(key, header), name }];
  });
  return columns.length === 0 ? before : { ...before, columns: [...before.columns, ...columns] };
}

/**
 * The names of units after the edits. A unit that was merged into another keeps its name as long as its column stays.
 */
function nameAfter(
  { units, merged }: Matching,
  renamed: ReadonlyMap<string, string>,
  edits: readonly Edit[],
): (name: string) => string {
  const gone = new Set(edits.flatMap((edit) => (edit.do === "removeColumn" ? [edit.column] : [])));
  const pairs = [
    ...[...merged].flatMap(([name, others]) => others.map((other) => [other, name] as const)),
    ...[...units].map(([name, other]) => [other, name] as const),
  ];
  const names = new Map(pairs.filter(([from]) => renamed.has(unitKey(from)) || gone.has(unitKey(from))));
  return (name) => names.get(name) ?? name;
}

/** Tells, for a change that removes rows, which columns stay if it is not taken. */
function withColumns(changes: readonly Change[], columns: readonly Change[]): Change[] {
  const staying = new Map<string, string[]>();
  for (const { needs, otherwise, place } of columns)
    for (const id of otherwise ? (needs ?? []) : []) staying.set(id, [...(staying.get(id) ?? []), String(place)]);
  return changes.map((change) => {
    const headers = staying.get(change.id);
    if (!headers) return change;
    return {
      ...change,
      description: sentence("{{what}}；不勾选则留在原处，{{columns}}列也随它保留", {
        what: change.description,
        columns: series(headers.map((header) => `“${header}”`)),
      }),
    };
  });
}

function titleEdit(sheet: LocatedMatrix, before: string, after: string): Edit[] {
  return before !== after && sheet.above.some(({ value }) => value === before) ? [{ do: "title", before, after }] : [];
}

/** A list that people have changed is left alone. */
function methodsEdit({ above }: LocatedMatrix, base: Plan, incoming: Plan): Edit[] {
  const [before, after] = [listRow("methods", base), listRow("methods", incoming)];
  return !sameList(before, after) && sameList(heldList("methods", above)?.texts, before)
    ? [{ do: "methods", before, after }]
    : [];
}

function compareTitle({ before, after, sheet }: Sides): Change[] {
  const [from, to] = [titleText(before.plan), titleText(after.plan)];
  const edits = titleEdit(sheet, from, to);
  if (edits.length === 0) return [];
  return [
    {
      id: "title",
      kind: "titleChanged",
      description: sentence("表题改为“{{title}}”", { title: to }),
      place: sentence("表题"),
      before: from,
      after: to,
      default: true,
      edits,
    },
  ];
}

/** Warns about the years that the sheet will have once the plan's years are added. */
function yearsNote({ columns, month }: LocatedMatrix, { years }: Plan): Sentence[] {
  const coming = new Map(planYears(years).map((year) => [actualKey(year), columns.size]));
  const note = tooManyYears((key) => columns.get(key) ?? coming.get(key), years, month !== undefined);
  return note ? [note] : [];
}

/** Notes about columns that people have deleted and rows that they have copied. */
function notesOf({ columns, rows, above }: LocatedMatrix): Sentence[] {
  const isOlder = listsIn(above).methods === undefined;
  const isEarlier = isEarlierLayout(columns);
  const missing = fixedColumns
    .filter(
      ({ key }) =>
        key !== "key" && !columns.has(key) && !(isOlder && key === "method") && !(isEarlier && isOfThisLayout(key)),
    )
    .map(({ header }) => `“${header}”`);
  const seen = new Set<string>();
  let copies = 0;
  for (const { key } of rows) {
    if (!key) continue;
    const identity = rowIdentity(key);
    if (seen.has(identity)) copies++;
    seen.add(identity);
  }
  return [
    ...(missing.length > 0
      ? [sentence("表中没有{{columns}}列，可能已被删除；这些列不再更新，其余照常。", { columns: series(missing) })]
      : []),
    ...(isOlder && !columns.has("method")
      ? [sentence("这张表是较早的版式，没有“评估方式”列和下拉列表；填报和同步照常，点“生成责任矩阵”可以补上。")]
      : []),
    ...(isEarlier
      ? [
          sentence(
            "这张表是以前的版式，没有“完成时限”“进展情况”等列和“截至”；同步照常。点“生成责任矩阵”可改为新版式，填过的内容都随行搬过去。",
          ),
        ]
      : []),
    ...(copies > 0
      ? [sentence("有 {{count}} 行是从别的行复制来的，按您自己的行保留，不随方案改动。", { count: copies })]
      : []),
  ];
}
