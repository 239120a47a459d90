import type { MatrixColumn } from "../matrix/columns";
import { isFilled } from "../matrix/ownership";
import type { CellValue } from "../matrix/sheet";
import { sentence, series } from "../plan/sentence";
import type { Change } from "./change";
import type { Sides } from "./compare";
import type { RowPair } from "./compare-rows";
import type { Edit, RowCells } from "./edit";

const unitColumns = (columns: readonly MatrixColumn[]): MatrixColumn[] => columns.filter(({ kind }) => kind === "unit");
const nameOf = (key: string): string => key.replace(/^(?:unit|group):/, "");

/** Units and groups: their columns and headers. Marks in columns that stay are compared row by row. */
export function compareColumns(sides: Sides, pairs: readonly RowPair[]): Change[] {
  const before = new Map(unitColumns(sides.before.columns).map((column) => [column.key, column]));
  const after = new Map(unitColumns(sides.after.columns).map((column) => [column.key, column]));
  const changes: Change[] = [];
  const gone = new Set([...before.keys()].filter((key) => !after.has(key) && sides.sheet.columns.has(key)));
  for (const [key, column] of after) {
    const former = before.get(key);
    const mergedIn = (sides.matching.merged.get(nameOf(key)) ?? []).map((name) => `unit:${name}`).filter((other) => gone.has(other));
    for (const other of mergedIn) gone.delete(other);
    if (!sides.sheet.columns.has(key)) changes.push(missing(sides, column, former !== undefined));
    else if (former) changes.push(...renamed(sides, column, former, mergedIn, pairs));
  }
  for (const key of gone) changes.push(removed(sides, before.get(key)!, pairs));
  return changes;
}

/** A unit that the sheet has no column for: new in the plan, or its column was deleted by hand. */
function missing({ after, matching }: Sides, { key, header }: MatrixColumn, wasThere: boolean): Change {
  const cells: Record<string, CellValue> = Object.fromEntries(after.rows.flatMap(({ identity, cells: planned }) => (isFilled(planned[key]) ? [[identity, planned[key]!]] : [])));
  const edits: Edit[] = [{ do: "addColumn", column: key, header, cells }];
  const shown = { place: header, before: "", after: header, edits };
  if (wasThere) {
    return { id: `column:${key}`, kind: "manual", description: sentence("“{{header}}”列已被手工删除，保持删除；勾选可补回这一列", { header }), ...shown, default: false };
  }
  const from = [...matching.split].find(([, parts]) => parts.includes(nameOf(key)))?.[0];
  const count = Object.keys(cells).length;
  if (from !== undefined) return { id: `column:${key}`, kind: "unitSplit", description: sentence("“{{from}}”拆分，增设“{{header}}”列（{{count}} 行有分工）", { from, header, count }), ...shown, before: from, default: true };
  return { id: `column:${key}`, kind: "unitAdded", description: sentence("新增单位“{{header}}”列（{{count}} 行有分工）", { header, count }), ...shown, default: true };
}

function renamed(sides: Sides, { key, header }: MatrixColumn, former: MatrixColumn, mergedIn: readonly string[], pairs: readonly RowPair[]): Change[] {
  const shown = sides.sheet.headers.get(key)!;
  const edits: Edit[] = shown === header ? [] : [{ do: "header", column: key, before: shown, after: header }];
  const leaving = mergedIn.flatMap((other) => removalOf(sides, other, pairs).edits);
  const manual = shown !== former.header;
  if (mergedIn.length > 0) {
    const merged = [former.header, ...mergedIn.map((other) => sides.sheet.headers.get(other)!)];
    return [
      {
        id: `column:${key}`,
        kind: "unitMerged",
        description: sentence("{{names}} 合并为“{{header}}”{{kept}}", { names: series(merged), header, kept: leaving.length > mergedIn.length ? sentence("；有手写内容的列保留") : "" }),
        place: header,
        before: merged.join("、"),
        after: header,
        default: true,
        edits: [...(manual ? [] : edits), ...leaving],
      },
    ];
  }
  if (edits.length === 0) return [];
  const change = { id: `column:${key}`, place: header, before: shown, after: header, edits };
  if (!manual || !sides.known) {
    return [{ ...change, kind: "unitRenamed", description: sentence("单位更名：“{{before}}”改为“{{after}}”", { before: shown, after: header }), default: !manual }];
  }
  if (former.header === header) return [{ ...change, kind: "manual", description: sentence("列名“{{header}}”被手工改为“{{shown}}”，保留", { header, shown }), default: false }];
  return [{ ...change, kind: "conflict", description: sentence("单位在方案中由“{{former}}”更名为“{{header}}”，表中列名被手工改为“{{shown}}”", { former: former.header, header, shown }), default: false }];
}

function removed(sides: Sides, { key, header }: MatrixColumn, pairs: readonly RowPair[]): Change {
  const { edits, keeps } = removalOf(sides, key, pairs);
  return {
    id: `column:${key}`,
    kind: "unitRemoved",
    description: keeps ? sentence("单位“{{header}}”已不在方案中；该列有手写内容，列保留，只去掉原来的分工标记", { header }) : sentence("单位“{{header}}”已不在方案中，移去该列", { header }),
    place: header,
    before: header,
    after: keeps ? header : "",
    default: true,
    edits,
  };
}

/** A column with anything in it that the plan did not put there stays; only the plan's own marks leave it. */
function removalOf({ sheet }: Sides, key: string, pairs: readonly RowPair[]): { edits: Edit[]; keeps: boolean } {
  const planned = new Map<unknown, RowCells>(pairs.map(({ held, base }) => [held, base?.cells ?? {}]));
  const foreign = sheet.rows.some((row) => isFilled(row.cells[key]) && row.cells[key] !== planned.get(row)?.[key]);
  if (!foreign) return { edits: [{ do: "removeColumn", column: key }], keeps: false };
  const edits = pairs.flatMap(({ held, base, incoming, identity }): Edit[] =>
    isFilled(held.cells[key]) && held.cells[key] === base?.cells[key] ? [{ do: "set", row: incoming?.identity ?? identity, column: key, before: held.cells[key]!, after: "" }] : [],
  );
  return { edits, keeps: true };
}
