import type { Plan } from "../plan/model";
import { leftColumns } from "./columns";
import { qualityWords } from "./limits";
import type { Area, CellValue } from "./sheet";

/**
 * The items of the table's drop-downs, kept in hidden rows above it: a list in a validation must be a range, since the
 * items of an inline list are split by the locale's separator. Each row starts with a mark in the hidden key column;
 * the items follow to the right, over columns that no sync adds or removes.
 */
export type ListName = "methods" | "words";
export type Lists = Partial<Record<ListName, Area>>;

export const listNames = ["methods", "words"] as const satisfies readonly ListName[];

const marks: Record<ListName, string> = { methods: "#list:methods", words: "#list:words" };

/** Offered where the plan names no 评估方式. */
const generalMethods = ["实地走访", "查验资料", "座谈交流", "专项调研", "问卷调查"] as const;

/**
 * A list's row, from the key column on. Items beyond the available columns are left out; people can still type them.
 */
export function listRow(name: ListName, { checkMethods }: Pick<Plan, "checkMethods">): string[] {
  const items = name === "words" ? qualityWords : (checkMethods ?? generalMethods);
  return [marks[name], ...items.slice(0, leftColumns)];
}

/** Finds the lists among the filled cells above the table's header; none in a sheet of an earlier layout. */
export function listsIn(above: readonly { row: number; column: number; value: CellValue }[]): Lists {
  const found: Lists = {};
  for (const name of listNames) {
    const mark = above.find(({ value }) => value === marks[name]);
    const items = mark
      ? above.filter(({ row, column }) => row === mark.row && column > mark.column).map(({ column }) => column)
      : [];
    if (mark && items.length > 0)
      found[name] = {
        row: mark.row,
        column: Math.min(...items),
        rows: 1,
        columns: Math.max(...items) - Math.min(...items) + 1,
      };
  }
  return found;
}

/** A list's mark and items, from left to right; undefined where the sheet has no such list. */
export function heldList(
  name: ListName,
  above: readonly { row: number; column: number; value: CellValue }[],
): { row: number; column: number; texts: string[] } | undefined {
  const mark = above.find(({ value }) => value === marks[name]);
  if (!mark) return undefined;
  const cells = above.filter(({ row }) => row === mark.row).sort((a, b) => a.column - b.column);
  return { row: mark.row, column: mark.column, texts: cells.map(({ value }) => String(value)) };
}

export const sameList = (a: readonly string[] | undefined, b: readonly string[]): boolean =>
  a !== undefined && JSON.stringify(a) === JSON.stringify(b);

/** Whether the sheet's lists are exactly those that `plan` would give it. */
export const hasLists = (
  above: readonly { row: number; column: number; value: CellValue }[],
  plan: Pick<Plan, "checkMethods">,
): boolean => listNames.every((name) => sameList(heldList(name, above)?.texts, listRow(name, plan)));
