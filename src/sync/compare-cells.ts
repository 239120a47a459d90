import { promisedCell, verdictOn, type CellVerdict } from "../matrix/cell-verdict";
import { fixedColumns, isMarkColumn, spokenName } from "../matrix/columns";
import { shownIn } from "../matrix/due";
import { isFilled } from "../matrix/ownership";
import type { CellValue } from "../matrix/sheet";
import { sentence, series, type Words } from "../plan/sentence";
import type { Change } from "./change";
import { compareFormulas } from "./compare-formulas";
import type { Sides } from "./sides";
import type { RowPair } from "./row-pair";
import { placeOfRow, quoted, roleChange } from "./describe";
import type { Edit } from "./edit";

const planColumns = fixedColumns.filter(({ kind }) => kind === "plan").map(({ key }) => key);
const headers = new Map(fixedColumns.map(({ key, header }) => [key, header]));
/** Columns whose cells repeat in all rows of a task. */
const repeatedColumns = ["number", "section", "task", "deadline", "due", "persons"];
/** Columns that change together and are listed as one change. */
const together: Readonly<Record<string, string>> = {
  indicator: "indicator",
  period: "indicator",
  target: "indicator",
  measure: "indicator",
  deadline: "deadline",
  due: "deadline",
};

interface Difference {
  pair: RowPair;
  column: string;
  base: CellValue | undefined;
  incoming: CellValue;
  held: CellValue;
  verdict: Exclude<CellVerdict, "same">;
}

/** Compares the plan's cells in rows that both sheet and plan have. */
export function compareCells(sides: Sides, pairs: readonly RowPair[]): Change[] {
  const marks = sides.after.columns.filter(({ kind }) => kind === "unit").map(({ key }) => key);
  const known = new Set(sides.before.columns.map(({ key }) => key));
  const columns = [...planColumns, ...marks].filter((key) => sides.sheet.columns.has(key));
  const sorted = [...pairs].sort((a, b) => a.held.row - b.held.row);
  const differences = sorted.flatMap((pair, index) => {
    const { incoming } = pair;
    if (!incoming) return [];
    return columns.flatMap((column): Difference[] => {
      const held = pair.held.cells[column] ?? "";
      const base = baseCell(sides, pair, column, known);
      if (held === "" && repeatedColumns.includes(column) && isEmptied(sorted, index, column, base)) return [];
      const planned = incoming.cells[column] ?? "";
      const verdict = verdictOn({ base, held, incoming: planned });
      return verdict === "same" ? [] : [{ pair, column, base, incoming: planned, held, verdict }];
    });
  });
  return [...grouped(sides, differences), ...rewordedInside(sides, pairs), ...compareFormulas(sides, pairs)];
}

/**
 * Whether somebody has emptied a cell that repeats the one above, as people do when they merge cells. Where the base
 * plan had nothing for the cell, it was empty anyway.
 */
function isEmptied(rows: readonly RowPair[], index: number, column: string, base: CellValue | undefined): boolean {
  if (!continues(rows[index]!, rows[index - 1])) return false;
  if (base !== undefined) return isFilled(base);
  return isFilled(rows[index - 1]!.held.cells[column]) || isEmptied(rows, index - 1, column, base);
}

/** Whether the row directly above belongs to the same task. */
const continues = ({ held }: RowPair, above: RowPair | undefined): boolean =>
  above !== undefined &&
  held.key?.taskId !== undefined &&
  above.held.key?.taskId === held.key.taskId &&
  above.held.row === held.row - 1;

/** What the plan said when the sheet was last synced; undefined where nobody knows. */
function baseCell(
  { known, before }: Sides,
  { base, held }: RowPair,
  column: string,
  columns: ReadonlySet<string>,
): CellValue | undefined {
  if (known && base) return base.cells[column] ?? (columns.has(column) ? "" : undefined);
  return promisedCell(held.key, column, before.plan.years[1]);
}

const edit = ({ pair, column, held, incoming }: Difference): Edit => ({
  do: "set",
  row: pair.incoming!.identity,
  column,
  before: held,
  after: incoming,
});

/** Groups differences into changes: the same field of a task in all its rows, and the fields of an indicator. */
function grouped(sides: Sides, differences: readonly Difference[]): Change[] {
  const groups = new Map<string, Difference[]>();
  for (const difference of differences) {
    const id = idOf(difference);
    groups.set(id, [...(groups.get(id) ?? []), difference]);
  }
  return [...groups].map(([id, all]) => ({ id, ...described(sides, all), edits: all.map(edit) }));
}

function subjectOf({ pair, column }: Difference): string {
  const { task, indicator } = pair.incoming!;
  const ofIndicator = !task || together[column] === "indicator";
  return ofIndicator ? (indicator?.id ?? pair.identity) : task.id;
}

function idOf(difference: Difference): string {
  const { column, held, incoming } = difference;
  const subject = subjectOf(difference);
  if (difference.verdict !== "take") return JSON.stringify([difference.verdict, subject, column, held, incoming]);
  return `cells:${subject}:${together[column] ?? column}`;
}

type Told = Omit<Change, "id" | "edits">;

function described(sides: Sides, all: readonly Difference[]): Told {
  const first = all[0]!;
  if (first.verdict === "keep") return keptByHand(sides, first);
  if (first.verdict === "conflict") return undecided(sides, first);
  return together[first.column] === "indicator" ? indicatorChanged(all) : fieldChanged(sides, all);
}

/** The place, and the cell's text before and after. */
const shownOf = ({ pair, column, held, incoming }: Difference): Pick<Told, "place" | "before" | "after"> => ({
  place: placeOfRow(pair.incoming!),
  before: shownIn(column, held),
  after: shownIn(column, incoming),
});

const quotedIn = (column: string, value: CellValue): Words => quoted(shownIn(column, value));

const keptByHand = ({ sheet }: Sides, difference: Difference): Told => ({
  ...shownOf(difference),
  kind: "manual",
  description: sentence("{{header}}被手工改为{{held}}，保留（方案为{{incoming}}）", {
    header: spokenName(sheet, difference.column),
    held: quotedIn(difference.column, difference.held),
    incoming: quotedIn(difference.column, difference.incoming),
  }),
  default: false,
});

function undecided({ sheet }: Sides, difference: Difference): Told {
  const { column, base } = difference;
  const header = spokenName(sheet, column);
  const [held, incoming] = [quotedIn(column, difference.held), quotedIn(column, difference.incoming)];
  const description =
    base === undefined
      ? sentence("{{header}}：方案为{{incoming}}，表中为{{held}}", { header, incoming, held })
      : sentence("{{header}}：方案由{{base}}改为{{incoming}}，表中为{{held}}", {
          header,
          base: quotedIn(column, base),
          incoming,
          held,
        });
  return { ...shownOf(difference), kind: "conflict", description, default: false };
}

/** A change of one field of a task in all its rows. */
function fieldChanged({ sheet }: Sides, all: readonly Difference[]): Told {
  const first = all[0]!;
  const { column } = first;
  const taken = { ...shownOf(first), default: true };
  const [before, after] = [quotedIn(column, first.held), quotedIn(column, first.incoming)];
  if (isMarkColumn(column)) {
    const description = roleChange(spokenName(sheet, column), first.held, first.incoming);
    return { ...taken, kind: "markChanged", description };
  }
  if (column === "number")
    return {
      ...taken,
      kind: "taskRenumbered",
      description: sentence("序号由{{before}}改为{{after}}", { before, after }),
    };
  if (column === "section")
    return { ...taken, kind: "taskMoved", description: sentence("板块由{{before}}改为{{after}}", { before, after }) };
  if (column === "task")
    return { ...taken, kind: "taskReworded", description: sentence("任务改为{{after}}", { after }) };
  // 时限日 follows 完成时限, so it is only mentioned where the words did not change.
  const told = all.find((one) => one.column === "deadline") ?? first;
  return {
    ...taken,
    kind: column === "persons" ? "personsChanged" : "deadlineChanged",
    description: sentence("{{header}}由{{before}}改为{{after}}", {
      header: headers.get(told.column)!,
      before: quotedIn(told.column, told.held),
      after: quotedIn(told.column, told.incoming),
    }),
  };
}

/** A change of an indicator's name, target, measure or period. */
function indicatorChanged(all: readonly Difference[]): Told {
  const row = all[0]!.pair.incoming!;
  const fields = all.map((one) =>
    sentence("{{header}}由{{before}}改为{{after}}", {
      header: headers.get(one.column)!,
      before: quoted(one.held),
      after: quoted(one.incoming),
    }),
  );
  return {
    kind: "indicatorChanged",
    place: `${placeOfRow(row)} · ${String(row.cells.indicator)}`,
    description: series(fields, "，"),
    before: all.map((one) => String(one.held)).join(" "),
    after: all.map((one) => String(one.incoming)).join(" "),
    default: true,
  };
}

/** The sheet does not contain a task's text, but the user should know that it was rewritten. */
function rewordedInside({ before, known }: Sides, pairs: readonly RowPair[]): Change[] {
  if (!known) return [];
  const former = new Map(before.plan.tasks.map((task) => [task.id, task]));
  const seen = new Set<string>();
  return pairs.flatMap(({ incoming }): Change[] => {
    const task = incoming?.task;
    const old = task && former.get(task.id);
    if (!old || seen.has(task.id) || old.text === task.text) return [];
    seen.add(task.id);
    return [
      {
        id: `text:${task.id}`,
        kind: "taskReworded",
        description: sentence("任务内容有改动（表中只列标题，不受影响）"),
        place: placeOfRow(incoming),
        before: old.text,
        after: task.text,
        default: true,
        edits: [],
      },
    ];
  });
}
