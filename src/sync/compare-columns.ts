import { isMarkColumn, nameOfMark, spokenName, unitKey, type MatrixColumn } from "../matrix/columns";
import type { LocatedRow } from "../matrix/locate";
import { isFilled, isNote } from "../matrix/ownership";
import { marks } from "../matrix/rows";
import { rowIdentity } from "../matrix/row-key";
import type { CellValue } from "../matrix/sheet";
import { sentence, series } from "../plan/sentence";
import type { Change } from "./change";
import type { Sides } from "./sides";
import type { RowPair } from "./row-pair";
import type { Edit } from "./edit";

const unitColumns = (columns: readonly MatrixColumn[]): MatrixColumn[] => columns.filter(({ kind }) => kind === "unit");

/** The name of a plan's column in sentences: its full name, unless the sheet's headers are full names. */
const spokenOf = ({ sheet }: Pick<Sides, "sheet">, { header, name }: MatrixColumn): string =>
  sheet.style === "short" && name !== undefined ? name : header;

/** Compares the columns and headers of units and groups. `compareCells` compares the marks in columns that stay. */
export function compareColumns(sides: Sides, pairs: readonly RowPair[]): Change[] {
  const before = new Map(unitColumns(sides.before.columns).map((column) => [column.key, column]));
  const after = new Map(unitColumns(sides.after.columns).map((column) => [column.key, column]));
  const changes: Change[] = [];
  const gone = new Set([...before.keys()].filter((key) => !after.has(key) && sides.sheet.columns.has(key)));
  for (const [key, column] of after) {
    const former = before.get(key);
    const intoOne = [
      ...(sides.matching.merged.get(nameOfMark(key)) ?? []).map((name) => unitKey(name)),
      ...(sides.joined.get(key) ?? []),
    ].filter((other) => gone.has(other));
    for (const other of intoOne) gone.delete(other);
    if (!sides.sheet.columns.has(key)) changes.push(missing(sides, column, former !== undefined));
    else if (intoOne.length > 0) changes.push(merged(sides, column, former, intoOne, pairs));
    else if (former) changes.push(...renamed(sides, column, former));
  }
  for (const key of gone) changes.push(removed(sides, key, pairs));
  const known = (key: string): boolean => before.has(key) || after.has(key);
  for (const key of sides.known ? sides.sheet.columns.keys() : [])
    if (isMarkColumn(key) && !known(key)) changes.push(...unknown(sides, key, pairs));
  return changes;
}

/**
 * A unit without a column in the sheet: it is new in the plan, was left out before, or its column was deleted by hand.
 */
function missing(sides: Sides, column: MatrixColumn, wasThere: boolean): Change {
  const { after, matching, left } = sides;
  const { key } = column;
  const header = spokenOf(sides, column);
  const cells: Record<string, CellValue> = Object.fromEntries(
    after.rows.flatMap(({ identity, cells: planned }) => (isFilled(planned[key]) ? [[identity, planned[key]!]] : [])),
  );
  const edits: Edit[] = [{ do: "addColumn", column: key, header: column.header, cells }];
  const shown = { id: `column:${key}`, place: header, before: "", after: header, edits };
  if (wasThere) {
    return left.has(key)
      ? {
          ...shown,
          kind: "manual",
          description: sentence("“{{header}}”列按您的选择没有列入；勾选可补上这一列", { header }),
          default: false,
        }
      : {
          ...shown,
          kind: "lost",
          description: sentence("“{{header}}”列已不在表中，可能是误删；补回时按方案填上分工标记", { header }),
          default: false,
        };
  }
  const from = [...matching.split].find(([, parts]) => parts.includes(nameOfMark(key)))?.[0];
  const count = Object.keys(cells).length;
  if (from !== undefined)
    return {
      ...shown,
      kind: "unitSplit",
      description: sentence("“{{from}}”拆分，增设“{{header}}”列（{{count}} 行有分工）", { from, header, count }),
      before: from,
      default: true,
    };
  return {
    ...shown,
    kind: "unitAdded",
    description: sentence("新增单位“{{header}}”列（{{count}} 行有分工）", { header, count }),
    default: true,
  };
}

/**
 * Units that were merged: the additional columns go, and marks of rows that the plan does not write move to the
 * remaining column.
 */
function merged(
  sides: Sides,
  column: MatrixColumn,
  former: MatrixColumn | undefined,
  others: readonly string[],
  pairs: readonly RowPair[],
): Change {
  const { sheet } = sides;
  const { headers } = sheet;
  const { key } = column;
  const header = spokenOf(sides, column);
  const shown = headers.get(key)!;
  const leaving = others.map((other) => leavingColumn(sides, other, pairs));
  const isManual = shown !== former?.header;
  const names = [
    former ? spokenOf(sides, former) : spokenName(sheet, key),
    ...others.map((other) => spokenName(sheet, other)),
  ];
  const keeps = leaving.some(({ isNeeded, hasNotes }) => isNeeded || hasNotes);
  return {
    id: `column:${key}`,
    kind: "unitMerged",
    description: sentence("{{names}} 合并为“{{header}}”{{kept}}", {
      names: series(names),
      header,
      kept: keeps ? sentence("；有手写内容的列保留") : "",
    }),
    place: header,
    before: names.join("、"),
    after: header,
    default: true,
    edits: [
      ...(!former || isManual || shown === column.header
        ? []
        : [{ do: "header", column: key, before: shown, after: column.header } satisfies Edit]),
      ...leaving.flatMap(({ isNeeded, hasNotes, clearing, removing }) => (isNeeded || hasNotes ? clearing : removing)),
      ...others.flatMap((other) => goingOver(sides, other, key, pairs)),
    ],
  };
}

const strength: readonly unknown[] = [marks.expanded, marks.responsible, marks.lead];

/** Moves marks of rows that the plan does not have, since no plan will write them there. */
function goingOver({ sheet }: Sides, from: string, to: string, pairs: readonly RowPair[]): Edit[] {
  return pairs.flatMap(({ held, incoming, identity }): Edit[] => {
    const [mark, there] = [held.cells[from] ?? "", held.cells[to] ?? ""];
    const isStronger =
      strength.includes(mark) &&
      (!isFilled(there) || (strength.includes(there) && strength.indexOf(there) < strength.indexOf(mark)));
    return !incoming && sheet.columns.has(to) && isStronger
      ? [{ do: "set", row: identity, column: to, before: there, after: mark }]
      : [];
  });
}

function renamed(sides: Sides, column: MatrixColumn, former: MatrixColumn): Change[] {
  const { key, header } = column;
  const shown = sides.sheet.headers.get(key)!;
  const isManual = shown !== former.header;
  const change = {
    id: `column:${key}`,
    place: spokenOf(sides, column),
    before: shown,
    after: header,
    edits: [{ do: "header", column: key, before: shown, after: header } satisfies Edit],
  };
  if (sides.sheet.style === "short" && former.name !== column.name)
    return [renamedBehindShortName(sides, column, former)];
  if (shown === header) return [];
  if (!isManual || !sides.known) {
    const words =
      former.name === column.name
        ? sentence("“{{name}}”的表头由“{{before}}”改为“{{after}}”", {
            name: column.name!,
            before: shown,
            after: header,
          })
        : sentence("单位更名：“{{before}}”改为“{{after}}”", { before: shown, after: header });
    return [{ ...change, kind: "unitRenamed", description: words, default: !isManual }];
  }
  if (former.header === header)
    return [
      {
        ...change,
        kind: "manual",
        description: sentence("列名“{{header}}”被手工改为“{{shown}}”，保留", { header, shown }),
        default: false,
      },
    ];
  return [
    {
      ...change,
      kind: "conflict",
      description: sentence("单位在方案中由“{{former}}”更名为“{{header}}”，表中列名被手工改为“{{shown}}”", {
        former: former.header,
        header,
        shown,
      }),
      default: false,
    },
  ];
}

/** A renamed unit; its 简称 may be unchanged, or written by hand. */
function renamedBehindShortName({ sheet }: Sides, { key, header, name }: MatrixColumn, former: MatrixColumn): Change {
  const shown = sheet.headers.get(key)!;
  const stays = shown === header || shown !== former.header;
  const [before, after] = [former.name!, name!];
  return {
    id: `column:${key}`,
    kind: "unitRenamed",
    description: stays
      ? sentence("单位更名：“{{before}}”改为“{{after}}”，表头仍为“{{shown}}”", { before, after, shown })
      : sentence("单位更名：“{{before}}”改为“{{after}}”", { before, after }),
    place: name!,
    before,
    after,
    default: true,
    edits: stays ? [] : [{ do: "header", column: key, before: shown, after: header }],
  };
}

/** The column of a unit that left the plan. */
function removed(sides: Sides, key: string, pairs: readonly RowPair[]): Change {
  const header = spokenName(sides.sheet, key);
  const { isNeeded, hasNotes, needs, clearing, removing } = leavingColumn(sides, key, pairs);
  const change = { id: `column:${key}`, kind: "unitRemoved" as const, place: header, before: header, default: true };
  if (isNeeded || hasNotes) return { ...change, ...cleared(header, clearing) };
  const gone: Change = {
    ...change,
    description: sentence("单位“{{header}}”已不在方案中，移去该列", { header }),
    after: "",
    edits: removing,
  };
  return needs.length === 0 ? gone : { ...gone, needs, otherwise: clearedBeside(header, clearing) };
}

/** The column stays; only the marks that the plan itself has put there go. */
const cleared = (header: string, edits: Edit[]): Pick<Change, "description" | "after" | "edits"> => ({
  description: sentence("单位“{{header}}”已不在方案中；该列有手写内容，列保留，只去掉原来的分工标记", { header }),
  after: header,
  edits,
});

/** The same, where rows that stay need the column. */
const clearedBeside = (header: string, edits: Edit[]): Pick<Change, "description" | "after" | "edits"> => ({
  description: sentence("单位“{{header}}”已不在方案中；保留的行还用这一列，列保留，只去掉其他行的分工标记", { header }),
  after: header,
  edits,
});

/** A column that is in neither plan: an earlier sync has left it, or it stayed for a row. */
function unknown(sides: Sides, key: string, pairs: readonly RowPair[]): Change[] {
  const header = spokenName(sides.sheet, key);
  const { isNeeded, hasNotes, needs, clearing, removing } = leavingColumn(sides, key, pairs);
  const change = { id: `column:${key}`, place: header, before: header, after: "", edits: removing };
  // A row that had been left in the sheet is back in the plan with other units.
  if ((isNeeded || hasNotes) && clearing.length > 0)
    return [{ ...change, kind: "unitRemoved", ...cleared(header, clearing), default: true }];
  if (hasNotes) return [];
  if (isNeeded)
    return [
      {
        ...change,
        kind: "manual",
        description: sentence("单位“{{header}}”不在方案中，按您的选择保留；勾选则移去该列", { header }),
        default: false,
      },
    ];
  return [
    {
      ...change,
      kind: "unitRemoved",
      description: sentence("单位“{{header}}”不在方案中，已没有行用到，移去该列", { header }),
      default: true,
      needs,
      ...(needs.length > 0 && clearing.length > 0 ? { otherwise: clearedBeside(header, clearing) } : {}),
    },
  ];
}

interface LeavingColumn {
  /** Whether rows that stay have marks in it that the plan did not put there. */
  isNeeded: boolean;
  hasNotes: boolean;
  /** Ids of the changes that take out the other rows with content in this column. */
  needs: string[];
  /** The edits for a column that stays: only the plan's own marks go. */
  clearing: Edit[];
  removing: Edit[];
}

function leavingColumn({ sheet }: Sides, key: string, pairs: readonly RowPair[]): LeavingColumn {
  const filled = sheet.rows.filter(({ cells }) => isFilled(cells[key]));
  const owner = ownersIn(pairs);
  const needs = new Set<string>();
  const clearing: Edit[] = [];
  let [isNeeded, hasNotes] = [false, false];
  for (const row of filled) {
    const pair = owner(row);
    if (pair?.removal !== undefined) needs.add(pair.removal);
    else if (pair && row.cells[key] === pair.base?.cells[key])
      clearing.push({ do: "set", row: pair.incoming!.identity, column: key, before: row.cells[key]!, after: "" });
    else if (isNote(key, row.cells[key])) hasNotes = true;
    else isNeeded = true;
  }
  return { isNeeded, hasNotes, needs: [...needs], clearing, removing: [{ do: "removeColumn", column: key }] };
}

/**
 * Finds the pair of a row. A copy that somebody made leaves together with its original, and counts as their own row
 * where the original stays.
 */
function ownersIn(pairs: readonly RowPair[]): (row: LocatedRow) => RowPair | undefined {
  const byRow = new Map(pairs.map((pair) => [pair.held, pair]));
  const leaving = new Map(pairs.filter(({ incoming }) => !incoming).map((pair) => [pair.identity, pair]));
  return (row) => byRow.get(row) ?? (row.key ? leaving.get(rowIdentity(row.key)) : undefined);
}
