import { spokenName } from "../matrix/columns";
import { isTyped } from "../matrix/ownership";
import { identityOf, rowsByIdentity } from "../matrix/located-rows";
import type { MatrixRow } from "../matrix/rows";
import type { CellValue } from "../matrix/sheet";
import { sentence, series, type Sentence, type Spoken } from "../plan/sentence";
import type { Change } from "./change";
import { compareCells } from "./compare-cells";
import { placeOfRow, textOfRow } from "./describe";
import type { Edit } from "./edit";
import { outOfOrder } from "./out-of-order";
import { recordsOf } from "./records";
import type { RowPair } from "./row-pair";
import type { CompareOptions, Sides } from "./sides";

export interface RowComparison {
  pairs: RowPair[];
  changes: Change[];
  upkeep: Edit[];
  /** Whether the rows are in the base plan's order; people may have sorted them. */
  inOrder: boolean;
}

export function compareRows(sides: Sides, options: CompareOptions): RowComparison {
  const pairs = pairUp(sides);
  const inOrder = options.wasInOrder ?? isInOrder(sides, pairs);
  return {
    pairs,
    changes: [
      ...compareCells(sides, pairs),
      ...added(sides, pairs, options),
      ...removed(sides, pairs),
      ...moved(sides, pairs, inOrder && options.canMove !== false),
    ],
    upkeep: keysInStep(pairs),
    inOrder,
  };
}

/**
 * Pairs rows by identity. Failing that, an indicator that moved to another task keeps its row, and the row of a task
 * without indicators becomes that of the first indicator it gets.
 */
function pairUp({ before, after, sheet, outOfPlanRows }: Sides): RowPair[] {
  const held = rowsByIdentity(sheet.rows);
  const free = after.rows.filter(({ identity }) => !held.has(identity));
  const byIndicator = new Map(free.flatMap((row) => (row.indicator ? [[row.indicator.id, row]] : [])));
  const taken = new Set<MatrixRow>();
  const take = (row: MatrixRow | undefined): MatrixRow | undefined => {
    if (!row || taken.has(row)) return undefined;
    taken.add(row);
    return row;
  };
  const pairs = [...held].map(([identity, row]): RowPair => {
    const base = before.byIdentity.get(identity);
    const incoming =
      after.byIdentity.get(identity) ??
      take(row.key?.indicatorId === undefined ? undefined : byIndicator.get(row.key.indicatorId));
    return { held: row, identity, ...(base ? { base } : {}), ...(incoming ? { incoming } : {}) };
  });
  const firstOfTask = new Map<string, MatrixRow>();
  for (const row of free)
    if (row.task && row.indicator && !taken.has(row) && !firstOfTask.has(row.task.id))
      firstOfTask.set(row.task.id, row);
  const tasks = new Set(after.plan.tasks.map(({ id }) => id));
  // A row that was left in the sheet and is back in the plan: its base is what the plan last said of it.
  const comingBack = (pair: RowPair): RowPair => {
    const base = pair.base ?? outOfPlanRows.get(pair.identity);
    return base ? { ...pair, base } : pair;
  };
  return pairs.map((pair) => {
    if (pair.incoming) return comingBack(pair);
    const { taskId, indicatorId } = pair.held.key!;
    const incoming = indicatorId === undefined ? take(firstOfTask.get(taskId!)) : undefined;
    // All rows of a task that left the plan are one change; a row that an earlier sync left is a change of its own.
    return incoming
      ? comingBack({ ...pair, incoming })
      : {
          ...pair,
          removal: `${pair.base ? "remove" : "kept"}:${taskId !== undefined && !tasks.has(taskId) ? taskId : pair.identity}`,
        };
  });
}

/** Brings hidden keys up to date with the plan, whatever the user decides about the cells, and restores lost ones. */
const keysInStep = (pairs: readonly RowPair[]): Edit[] =>
  pairs.flatMap(({ held, identity, incoming, base }): Edit[] => {
    const wanted = incoming ?? (held.keyText === "" ? base : undefined);
    return wanted && held.keyText !== wanted.key
      ? [{ do: "key", row: identity, as: wanted.identity, before: held.keyText, after: wanted.key }]
      : [];
  });

/** Why a row of the plan is missing in the sheet: it is new, the user has left it out, or it was deleted. */
type Absence = "new" | "left" | "lost";
/** Prefixes of the ids of these changes. */
const absenceIds: Record<Absence, string> = { new: "add", left: "left", lost: "back" };

function added(
  { before, after, sheet, left }: Sides,
  pairs: readonly RowPair[],
  { removed: removedBefore = [], reported = [] }: CompareOptions,
): Change[] {
  const present = new Set(pairs.map(({ incoming }) => incoming));
  const missing = after.rows.filter((row) => !present.has(row));
  const tasksHere = new Set(pairs.flatMap(({ incoming }) => (incoming?.task ? [incoming.task.id] : [])));
  const absenceOf = ({ identity }: MatrixRow): Absence =>
    !before.byIdentity.has(identity) ? "new" : left.has(identity) ? "left" : "lost";
  const bySubject = new Map<string, { absence: Absence; of: string; rows: MatrixRow[] }>();
  for (const row of missing) {
    const absence = absenceOf(row);
    const of = row.task && !tasksHere.has(row.task.id) ? row.task.id : row.identity;
    const id = `${absenceIds[absence]}:${of}`;
    const known = bySubject.get(id);
    if (known) known.rows.push(row);
    else bySubject.set(id, { absence, of, rows: [row] });
  }
  const records = recordsOf(removedBefore, reported);
  return [...bySubject].map(([id, { absence, of, rows }]): Change => {
    const first = rows[0]!;
    const whole = first.task !== undefined && of === first.task.id;
    const restored: [column: string, value: CellValue][] = [];
    const edits = rows.map((row): Edit => {
      const typed = Object.entries(records(row)).filter(
        ([column, value]) => sheet.columns.has(column) && isTyped(column, value),
      );
      restored.push(...typed);
      return {
        do: "addRow",
        row: row.identity,
        keyText: row.key,
        cells: { ...row.cells, ...Object.fromEntries(typed) },
      };
    });
    const subject =
      whole || !first.indicator ? taskNamed(first.task?.title ?? "") : indicatorNamed(first.indicator.name);
    const lines = rows.length > 1 ? sentence("（{{count}} 行）", { count: rows.length }) : "";
    return {
      id,
      ...(absence === "new"
        ? {
            kind: whole || !first.indicator ? ("taskAdded" as const) : ("indicatorAdded" as const),
            description: newRows(subject, lines, restored.length),
          }
        : absence === "left"
          ? { kind: "manual" as const, description: leftRows(subject, lines, restored.length) }
          : { kind: "lost" as const, description: lostRowsTold(subject, lines, restored.length) }),
      place: placeOfRow(first),
      before: "",
      after: [
        ...rows.map(textOfRow),
        ...(absence === "lost"
          ? restored.map(([column, value]) => `${spokenName(sheet, column)}：${String(value)}`)
          : []),
      ].join("\n"),
      default: absence === "new",
      edits,
    };
  });
}

const restoredToo = (count: number): Spoken =>
  count > 0 ? sentence("，并恢复以前填报的 {{count}} 处内容", { count }) : "";

const newRows = (subject: Sentence, lines: Spoken, restored: number): Sentence =>
  sentence("新增{{subject}}{{lines}}{{back}}", { subject, lines, back: restoredToo(restored) });

const leftRows = (subject: Sentence, lines: Spoken, restored: number): Sentence =>
  sentence("{{subject}}的行{{lines}}按您的选择没有列入；勾选可补上{{back}}", {
    subject,
    lines,
    back: restoredToo(restored),
  });

/** What was typed only into the deleted row is lost, and the user must be told before relying on 补回. */
const lostRowsTold = (subject: Sentence, lines: Spoken, restored: number): Sentence =>
  restored > 0
    ? sentence("{{subject}}的行{{lines}}已不在表中，可能是误删；补回时一并恢复查得到的 {{count}} 处填报内容", {
        subject,
        lines,
        count: restored,
      })
    : sentence("{{subject}}的行{{lines}}已不在表中，可能是误删；没有查到它的填报内容，补回后需要时请重新填", {
        subject,
        lines,
      });

const taskNamed = (name: string): Sentence => sentence("任务“{{name}}”", { name });
const indicatorNamed = (name: string): Sentence => sentence("指标“{{name}}”", { name });

function removed({ sheet }: Sides, pairs: readonly RowPair[]): Change[] {
  const byId = new Map<string, RowPair[]>();
  for (const pair of pairs)
    if (pair.removal !== undefined) byId.set(pair.removal, [...(byId.get(pair.removal) ?? []), pair]);
  const copies = new Map<string | undefined, number>();
  for (const row of sheet.rows) copies.set(identityOf(row), (copies.get(identityOf(row)) ?? 0) + 1);
  return [...byId].map(([id, rows]): Change => {
    const { cells, key } = rows[0]!.held;
    const whole = key!.taskId !== undefined && id.endsWith(`:${key!.taskId}`);
    const wasThere = rows[0]!.base !== undefined;
    const subject =
      whole || key!.indicatorId === undefined ? taskNamed(String(cells.task)) : indicatorNamed(String(cells.indicator));
    return {
      id,
      kind: !wasThere ? "manual" : whole || key!.indicatorId === undefined ? "taskRemoved" : "indicatorRemoved",
      description: wasThere
        ? sentence("{{subject}}已不在方案中，连同填报内容移到“已移出”", { subject })
        : sentence("{{subject}}不在方案中，按您的选择保留；勾选则移到“已移出”", { subject }),
      place: placeOfRow({ cells }),
      before: rows.map(({ held }) => textOfRow(held)).join("\n"),
      after: "",
      default: wasThere,
      edits: rows.flatMap(({ identity }) =>
        Array.from({ length: copies.get(identity) ?? 1 }, (): Edit => ({ do: "removeRow", row: identity })),
      ),
    };
  });
}

/** Whether the rows are in the order of the base plan. */
function isInOrder({ before, known }: Sides, pairs: readonly RowPair[]): boolean {
  if (!known) return false;
  const ranks = [...pairs]
    .sort((a, b) => a.held.row - b.held.row)
    .flatMap(({ identity }) => before.ranks.get(identity) ?? []);
  return ranks.every((rank, index) => index === 0 || ranks[index - 1]! < rank);
}

/** Moves rows into the plan's order, unless people have sorted them. */
function moved({ after }: Sides, pairs: readonly RowPair[], mayMove: boolean): Change[] {
  if (!mayMove) return [];
  const staying = pairs.filter(({ incoming }) => incoming).sort((a, b) => a.held.row - b.held.row);
  const out = outOfOrder(staying, ({ incoming }) => after.ranks.get(incoming!.identity)!);
  if (out.length === 0) return [];
  const titles = [...new Set(out.map(({ incoming }) => placeOfRow(incoming!)))];
  return [
    {
      id: "order",
      kind: "rowsMoved",
      description: sentence("{{count}} 行移到方案中的新位置：{{places}}{{more}}", {
        count: out.length,
        places: series(titles.slice(0, 3)),
        more: titles.length > 3 ? sentence(" 等 {{all}} 处", { all: titles.length }) : "",
      }),
      place: sentence("行的次序"),
      before: "",
      after: titles.join("\n"),
      default: true,
      edits: [{ do: "order" }],
    },
  ];
}
