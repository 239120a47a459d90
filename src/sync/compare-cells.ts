import { rowFormulas } from "../matrix/body";
import { fixedColumns, spokenName } from "../matrix/columns";
import { dayText } from "../matrix/due";
import { isFormerStatus } from "../matrix/formulas";
import { isFilled } from "../matrix/ownership";
import { formatPeriod, formatTarget } from "../matrix/target-text";
import type { CellValue } from "../matrix/sheet";
import { sentence, series } from "../plan/sentence";
import type { Change } from "./change";
import type { Sides } from "./sides";
import type { RowPair } from "./row-pair";
import { placeOfRow, quoted, roleChange } from "./describe";
import type { Edit } from "./edit";

const planColumns = fixedColumns.filter(({ kind }) => kind === "plan").map(({ key }) => key);
const calculated = fixedColumns.filter(({ kind }) => kind === "formula").map(({ key }) => key);
const headers = new Map(fixedColumns.map(({ key, header }) => [key, header]));
/** In these columns rows of one task repeat each other. */
const repeatedColumns = ["number", "section", "task", "deadline", "due", "persons"];
/** Columns that change together and are one thing to the user. */
const together: Readonly<Record<string, string>> = {
  indicator: "indicator",
  period: "indicator",
  target: "indicator",
  measure: "indicator",
  deadline: "deadline",
  due: "deadline",
};

const same = (a: CellValue, b: CellValue): boolean => String(a).trim() === String(b).trim();

/** Who has changed a cell since the last sync. */
type Verdict = "none" | "take" | "manual" | "conflict";

function verdict(base: CellValue | undefined, incoming: CellValue, held: CellValue): Verdict {
  if (same(held, incoming)) return "none";
  // Nothing is overwritten by filling what is empty.
  if (base === undefined) return isFilled(held) ? "conflict" : "take";
  if (same(held, base)) return "take";
  return same(incoming, base) ? "manual" : "conflict";
}

interface Difference {
  pair: RowPair;
  column: string;
  base: CellValue | undefined;
  incoming: CellValue;
  held: CellValue;
  verdict: Exclude<Verdict, "none">;
}

/** Cells of rows that sheet and plan both have. */
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
      const judged = verdict(base, planned, held);
      return judged === "none" ? [] : [{ pair, column, base, incoming: planned, held, verdict: judged }];
    });
  });
  return [...grouped(sides, differences), ...rewordedInside(sides, pairs), ...formulaChanges(sides, pairs)];
}

/**
 * Below a row of the same task people empty or merge what repeats; a cell for which the plan said nothing was empty
 * before.
 */
function isEmptied(rows: readonly RowPair[], index: number, column: string, base: CellValue | undefined): boolean {
  if (!continues(rows[index]!, rows[index - 1])) return false;
  if (base !== undefined) return isFilled(base);
  return isFilled(rows[index - 1]!.held.cells[column]) || isEmptied(rows, index - 1, column, base);
}

/** The row above is one of the same task. */
const continues = ({ held }: RowPair, above: RowPair | undefined): boolean =>
  above !== undefined &&
  held.key?.taskId !== undefined &&
  above.held.key?.taskId === held.key.taskId &&
  above.held.row === held.row - 1;

/** What the plan said when the sheet was last brought in step; undefined where nobody knows. */
function baseCell(
  { known, before }: Sides,
  { base, held }: RowPair,
  column: string,
  columns: ReadonlySet<string>,
): CellValue | undefined {
  if (known && base) return base.cells[column] ?? (columns.has(column) ? "" : undefined);
  const promised = held.key?.promised;
  if (promised && column === "target") return formatTarget(promised);
  if (promised && column === "period") return formatPeriod(promised, before.plan.years[1]);
  return undefined;
}

const edit = ({ pair, column, held, incoming }: Difference): Edit => ({
  do: "set",
  row: pair.incoming!.identity,
  column,
  before: held,
  after: incoming,
});

/**
 * Differences that are one thing to the user: the same field of a task in all its rows, an indicator's fields together.
 */
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

function described({ sheet }: Sides, all: readonly Difference[]): Omit<Change, "id" | "edits"> {
  const first = all[0]!;
  const { column, held, incoming } = first;
  const place = placeOfRow(first.pair.incoming!);
  const header = spokenName(sheet, column);
  const shown = { place, before: shownIn(column, held), after: shownIn(column, incoming) };
  const words = { before: quoted(shown.before), after: quoted(shown.after) };
  if (first.verdict === "manual") {
    return {
      ...shown,
      kind: "manual",
      description: sentence("{{header}}被手工改为{{held}}，保留（方案为{{incoming}}）", {
        header,
        held: words.before,
        incoming: words.after,
      }),
      default: false,
    };
  }
  if (first.verdict === "conflict") {
    const description =
      first.base === undefined
        ? sentence("{{header}}：方案为{{incoming}}，表中为{{held}}", {
            header,
            incoming: words.after,
            held: words.before,
          })
        : sentence("{{header}}：方案由{{base}}改为{{incoming}}，表中为{{held}}", {
            header,
            base: quoted(shownIn(column, first.base)),
            incoming: words.after,
            held: words.before,
          });
    return { ...shown, kind: "conflict", description, default: false };
  }
  if (column.startsWith("unit:") || column.startsWith("group:")) {
    return { ...shown, kind: "markChanged", description: roleChange(header, held, incoming), default: true };
  }
  if (column === "number")
    return {
      ...shown,
      kind: "taskRenumbered",
      description: sentence("序号由{{before}}改为{{after}}", { before: words.before, after: words.after }),
      default: true,
    };
  if (column === "section")
    return {
      ...shown,
      kind: "taskMoved",
      description: sentence("板块由{{before}}改为{{after}}", { before: words.before, after: words.after }),
      default: true,
    };
  if (column === "task")
    return {
      ...shown,
      kind: "taskReworded",
      description: sentence("任务改为{{after}}", { after: words.after }),
      default: true,
    };
  const own = kindsOfTheirOwn[column];
  if (own) {
    // The day follows the words of the plan; by itself it is told only where they are the same.
    const told = all.find((one) => one.column === "deadline") ?? first;
    const [from, to] = [quoted(shownIn(told.column, told.held)), quoted(shownIn(told.column, told.incoming))];
    return {
      ...shown,
      kind: own,
      description: sentence("{{header}}由{{before}}改为{{after}}", {
        header: headers.get(told.column)!,
        before: from,
        after: to,
      }),
      default: true,
    };
  }
  const fields = all.map((one) =>
    sentence("{{header}}由{{before}}改为{{after}}", {
      header: headers.get(one.column)!,
      before: quoted(one.held),
      after: quoted(one.incoming),
    }),
  );
  return {
    kind: "indicatorChanged",
    place: `${place} · ${String(first.pair.incoming!.cells.indicator)}`,
    description: series(fields, "，"),
    before: all.map((one) => String(one.held)).join(" "),
    after: all.map((one) => String(one.incoming)).join(" "),
    default: true,
  };
}

const kindsOfTheirOwn: Readonly<Record<string, Change["kind"]>> = {
  deadline: "deadlineChanged",
  due: "deadlineChanged",
  persons: "personsChanged",
};

/** What a cell of the column shows. */
const shownIn = (column: string, value: CellValue): string =>
  column === "due" && typeof value === "number" ? dayText(value) : String(value);

/** A task's text is not in the sheet; that it was rewritten is worth knowing all the same. */
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

/** Formulas that were deleted come back; what was typed over one stays. */
function formulaChanges({ sheet, after }: Sides, pairs: readonly RowPair[]): Change[] {
  const possible = new Set(rowFormulas((key) => sheet.columns.get(key), after.plan.years, 0).map(({ key }) => key));
  const columns = calculated.filter((key) => possible.has(key));
  const lost: Edit[] = [];
  const former: Edit[] = [];
  const changes: Change[] = [];
  for (const { held, incoming } of pairs) {
    if (!incoming) continue;
    const without = columns.filter((key) => held.formulas[key] === undefined);
    const empty = without.filter((key) => !isFilled(held.cells[key]));
    if (empty.length > 0)
      lost.push({ do: "formulas", row: incoming.identity, before: Object.fromEntries(empty.map((key) => [key, ""])) });
    if (isFormerStatus(held.formulas.status ?? "")) {
      former.push({
        do: "formulas",
        row: incoming.identity,
        before: Object.fromEntries(columns.filter((key) => held.formulas[key] !== undefined).map((key) => [key, ""])),
      });
    }
    for (const key of without.filter((one) => isFilled(held.cells[one]))) {
      const typed = held.cells[key]!;
      changes.push({
        id: `formula:${incoming.identity}:${key}`,
        kind: "manual",
        description: sentence("{{header}}的公式被手工改为“{{typed}}”，保留；勾选可恢复公式", {
          header: headers.get(key)!,
          typed: String(typed),
        }),
        place: placeOfRow(incoming),
        before: String(typed),
        after: sentence("公式"),
        default: false,
        edits: [{ do: "formulas", row: incoming.identity, before: { [key]: typed } }],
      });
    }
  }
  if (lost.length > 0) {
    changes.push({
      id: "formulas",
      kind: "repaired",
      description: sentence("补上 {{count}} 行被删除的公式", { count: lost.length }),
      place: sentence("公式列"),
      before: "",
      after: sentence("公式"),
      default: true,
      edits: lost,
    });
  }
  if (former.length > 0) {
    changes.push({
      id: "formulas:former",
      kind: "repaired",
      description: sentence(
        "{{count}} 行的公式换成新的算法：没有量化指标的任务也有状态，疑似填错的数不再下结论，“约”达到目标的 90% 即达标",
        { count: former.length },
      ),
      place: sentence("公式列"),
      before: "",
      after: sentence("公式"),
      default: true,
      edits: former,
    });
  }
  return changes;
}
