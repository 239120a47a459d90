import type { LocatedRow } from "../matrix/locate";
import { isTyped } from "../matrix/ownership";
import { rowIdentity } from "../matrix/row-key";
import type { MatrixRow } from "../matrix/rows";
import type { CellValue } from "../matrix/sheet";
import { lettersOf } from "../plan/identity";
import { sentence, series, type Sentence } from "../plan/sentence";
import type { Change } from "./change";
import type { CompareOptions, Sides } from "./compare";
import { compareCells } from "./compare-cells";
import { placeOfRow } from "./describe";
import type { Edit } from "./edit";
import { outOfOrder } from "./order";

/** A row of the sheet beside what the two plans say of it. */
export interface RowPair {
  held: LocatedRow;
  /** The identity that the sheet's key gives it. */
  identity: string;
  /** Absent: the plan that the sheet was made from does not know it. */
  base?: MatrixRow;
  /** Absent: the row is not in the plan that is coming. */
  incoming?: MatrixRow;
}

/** A row in 已移出. */
export interface RemovedRecord {
  identity?: string;
  /** By column key where the sheet has the column, else by header. */
  cells: Readonly<Record<string, CellValue>>;
}

export interface RowComparison {
  pairs: RowPair[];
  changes: Change[];
  upkeep: Edit[];
  /** Whether the sheet stands in the order of the plan that it was made from; people may have sorted it. */
  inOrder: boolean;
}

export function compareRows(sides: Sides, options: CompareOptions): RowComparison {
  const pairs = pairUp(sides);
  const inOrder = options.wasInOrder ?? isInOrder(sides, pairs);
  return {
    pairs,
    changes: [...compareCells(sides, pairs), ...added(sides, pairs, options.removed ?? []), ...removed(sides, pairs), ...moved(sides, pairs, inOrder && options.canMove !== false)],
    upkeep: keysInStep(pairs),
    inOrder,
  };
}

/**
 * Rows are paired by identity; else an indicator that went to another task keeps its row, and a task's row without an
 * indicator becomes that of the first one it is given.
 */
function pairUp({ before, after, sheet }: Sides): RowPair[] {
  const held = new Map<string, LocatedRow>();
  for (const row of sheet.rows) {
    const identity = row.key && rowIdentity(row.key);
    if (identity !== undefined && !held.has(identity)) held.set(identity, row);
  }
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
    const incoming = after.byIdentity.get(identity) ?? take(row.key?.indicatorId === undefined ? undefined : byIndicator.get(row.key.indicatorId));
    return { held: row, identity, ...(base ? { base } : {}), ...(incoming ? { incoming } : {}) };
  });
  const firstOfTask = new Map<string, MatrixRow>();
  for (const row of free) if (row.task && row.indicator && !taken.has(row) && !firstOfTask.has(row.task.id)) firstOfTask.set(row.task.id, row);
  return pairs.map((pair) => {
    if (pair.incoming || pair.held.key?.indicatorId !== undefined) return pair;
    const incoming = take(firstOfTask.get(pair.held.key!.taskId!));
    return incoming ? { ...pair, incoming } : pair;
  });
}

/** Hidden keys say what the plan promises now, whatever the user makes of the cells; a lost one is put back. */
const keysInStep = (pairs: readonly RowPair[]): Edit[] =>
  pairs.flatMap(({ held, identity, incoming, base }): Edit[] => {
    const wanted = incoming ?? (held.keyText === "" ? base : undefined);
    return wanted && held.keyText !== wanted.key ? [{ do: "key", row: identity, as: wanted.identity, before: held.keyText, after: wanted.key }] : [];
  });

function added({ before, after, sheet }: Sides, pairs: readonly RowPair[], removedBefore: readonly RemovedRecord[]): Change[] {
  const present = new Set(pairs.map(({ incoming }) => incoming));
  const missing = after.rows.filter((row) => !present.has(row));
  const tasksHere = new Set(pairs.flatMap(({ incoming }) => (incoming?.task ? [incoming.task.id] : [])));
  const byTask = new Map<string, MatrixRow[]>();
  for (const row of missing) {
    const subject = row.task && !tasksHere.has(row.task.id) ? row.task.id : row.identity;
    byTask.set(subject, [...(byTask.get(subject) ?? []), row]);
  }
  const records = recordsOf(removedBefore);
  return [...byTask].map(([of, rows]): Change => {
    const first = rows[0]!;
    const whole = first.task !== undefined && of === first.task.id;
    let restored = 0;
    const edits = rows.map((row): Edit => {
      const typed = Object.entries(records(row)).filter(([column, value]) => sheet.columns.has(column) && isTyped(column, value));
      restored += typed.length;
      return { do: "addRow", row: row.identity, keyText: row.key, cells: { ...row.cells, ...Object.fromEntries(typed) } };
    });
    const wasThere = rows.some(({ identity }) => before.byIdentity.has(identity));
    const subject = whole || !first.indicator ? taskNamed(first.task?.title ?? "") : indicatorNamed(first.indicator.name);
    const back = restored > 0 ? sentence("，并恢复以前填报的 {{count}} 处内容", { count: restored }) : "";
    const lines = rows.length > 1 ? sentence("（{{count}} 行）", { count: rows.length }) : "";
    return {
      id: `add:${of}`,
      kind: wasThere ? "manual" : whole || !first.indicator ? "taskAdded" : "indicatorAdded",
      description: wasThere ? sentence("{{subject}}的行已被手工删除，保持删除；勾选可补回{{back}}", { subject, back }) : sentence("新增{{subject}}{{lines}}{{back}}", { subject, lines, back }),
      place: placeOfRow(first),
      before: "",
      after: rows.map(textOf).join("\n"),
      default: !wasThere,
      edits,
    };
  });
}

const textOf = ({ cells }: { cells: Readonly<Record<string, CellValue>> }): string =>
  [cells.indicator || cells.task, cells.target, cells.measure, cells.period].filter((part) => part !== undefined && part !== "").join(" ");

const taskNamed = (name: string): Sentence => sentence("任务“{{name}}”", { name });
const indicatorNamed = (name: string): Sentence => sentence("指标“{{name}}”", { name });

/** The latest record of a row: by its identity, or by what it says. */
function recordsOf(records: readonly RemovedRecord[]): (row: MatrixRow) => RemovedRecord["cells"] {
  const words = (cells: RemovedRecord["cells"]): string => `${lettersOf(String(cells.task ?? ""))}|${lettersOf(String(cells.indicator ?? ""))}`;
  const byIdentity = new Map(records.flatMap((record) => (record.identity === undefined ? [] : [[record.identity, record]])));
  const byWords = new Map(records.map((record) => [words(record.cells), record]));
  return (row) => (byIdentity.get(row.identity) ?? byWords.get(words(row.cells)))?.cells ?? {};
}

function removed({ after, sheet }: Sides, pairs: readonly RowPair[]): Change[] {
  const leaving = pairs.filter(({ incoming }) => !incoming);
  const tasks = new Set(after.plan.tasks.map(({ id }) => id));
  const bySubject = new Map<string, RowPair[]>();
  for (const pair of leaving) {
    const { taskId } = pair.held.key!;
    const subject = taskId !== undefined && !tasks.has(taskId) ? taskId : pair.identity;
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), pair]);
  }
  const copies = new Map<string, number>();
  for (const { key } of sheet.rows) if (key) copies.set(rowIdentity(key), (copies.get(rowIdentity(key)) ?? 0) + 1);
  return [...bySubject].map(([of, rows]): Change => {
    const { cells, key } = rows[0]!.held;
    const whole = key!.taskId === of;
    const wasThere = rows.some(({ base }) => base);
    const subject = whole || key!.indicatorId === undefined ? taskNamed(String(cells.task)) : indicatorNamed(String(cells.indicator));
    return {
      id: `remove:${of}`,
      kind: !wasThere ? "manual" : whole || key!.indicatorId === undefined ? "taskRemoved" : "indicatorRemoved",
      description: wasThere ? sentence("{{subject}}已不在方案中，连同填报内容移到“已移出”", { subject }) : sentence("{{subject}}不在方案中，按您的选择保留；勾选则移到“已移出”", { subject }),
      place: placeOfRow({ cells }),
      before: rows.map(({ held }) => textOf(held)).join("\n"),
      after: "",
      default: wasThere,
      edits: rows.flatMap(({ identity }) => Array.from({ length: copies.get(identity) ?? 1 }, (): Edit => ({ do: "removeRow", row: identity }))),
    };
  });
}

/** Whether the rows stand as the plan had them; judged by the plan that the sheet was made from. */
function isInOrder({ before, known }: Sides, pairs: readonly RowPair[]): boolean {
  if (!known) return false;
  const ranks = [...pairs].sort((a, b) => a.held.row - b.held.row).flatMap(({ identity }) => before.ranks.get(identity) ?? []);
  return ranks.every((rank, index) => index === 0 || ranks[index - 1]! < rank);
}

/** Rows follow the plan's order, unless people have sorted them their own way. */
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
      description: sentence("{{count}} 行移到方案中的新位置：{{places}}{{more}}", { count: out.length, places: series(titles.slice(0, 3)), more: titles.length > 3 ? sentence(" 等 {{all}} 处", { all: titles.length }) : "" }),
      place: sentence("行的次序"),
      before: "",
      after: titles.join("\n"),
      default: true,
      edits: [{ do: "order" }],
    },
  ];
}
