import type { HostSheet, HostWorkbook } from "./workbook";

/** The host state of a sheet. */
type SheetState = Pick<HostSheet, "unlocked" | "page" | "protection" | "tabColor" | "lineChanges">;

/**
 * Saves the host state: tables, names, rules, and the state of each sheet.
 * @returns a function that restores all of it, in the same objects
 */
export function takeHostState(book: HostWorkbook): () => void {
  const lists = [book.tables, book.conditionalFormats, book.validations, book.names] as {
    target?: object;
    sheet?: HostSheet;
  }[][];
  const copies = lists.map((list) => list.map((item) => [item, copyOf(item)] as const));
  const sheets = book.recordedSheets.map((sheet): [HostSheet, SheetState] => [
    sheet,
    copyOf({
      unlocked: sheet.unlocked,
      page: sheet.page,
      protection: sheet.protection,
      tabColor: sheet.tabColor,
      lineChanges: sheet.lineChanges,
    }),
  ]);
  return () => {
    lists.forEach((list, index) =>
      list.splice(0, list.length, ...copies[index]!.map(([item, before]) => Object.assign(item, before))),
    );
    for (const [sheet, before] of sheets) book.keepSheet(Object.assign(sheet, before));
    for (const name of book.names) book.grid.defineName(name.name, book.referenceOf(name));
  };
}

/** A copy of everything that is changed in place; sheets stay the same objects. */
function copyOf<T>(value: T): T {
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, copyOf<unknown>(item)])) as T;
  if (value instanceof Set) return new Set(value) as T;
  if (Array.isArray(value)) return value.map((item) => copyOf<unknown>(item)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === "sheet" ? item : copyOf<unknown>(item)]),
  ) as T;
}
