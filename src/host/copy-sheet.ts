import { invalidArgument } from "./errors";
import type { HostSheet, HostWorkbook } from "./workbook";

const nameLimit = 31;

/**
 * Copies a sheet with all of its host state; copied tables get names of their own. Names of the workbook still refer to
 * the original.
 */
export async function copySheet(
  sheet: HostSheet,
  position: string,
  relativeTo: HostSheet | undefined,
  book: HostWorkbook,
): Promise<HostSheet> {
  const place = placeOf(position, relativeTo, book);
  const { workbook } = book.grid;
  const active = workbook.getActiveSheet();
  const name = freeName(book.sheetName(sheet), book);
  const made = book.grid.quietly(() => {
    const copied = workbook.duplicateSheet(book.grid.sheet(sheet.id));
    copied.setName(name);
    return copied;
  });
  await workbook.moveSheet(made, place);
  workbook.setActiveSheet(active);
  if (made.isSheetHidden()) made.showSheet();
  const copy = book.sheet(made.getSheetId() as string);
  copy.page = structuredClone(sheet.page);
  copy.unlocked = sheet.unlocked.map((area) => ({ ...area }));
  copy.tabColor = sheet.tabColor;
  if (sheet.protection) copy.protection = structuredClone(sheet.protection);
  for (const format of book.conditionalFormats.filter((one) => one.sheet === sheet)) {
    book.conditionalFormats.push({
      ...structuredClone({ ...format, sheet: undefined }),
      sheet: copy,
      id: book.newId("cf"),
    });
  }
  for (const one of book.validations.filter((validation) => validation.sheet === sheet)) {
    book.validations.push({ ...structuredClone({ ...one, sheet: undefined }), sheet: copy });
  }
  for (const table of book.tables.filter((one) => one.sheet === sheet)) {
    const added = {
      ...structuredClone({ ...table, sheet: undefined }),
      sheet: copy,
      id: book.newId("table"),
      name: freeTableName(table.name, book),
    };
    book.tables.push(added);
    book.mirror.table(added);
  }
  book.mirror.conditionalFormats(copy);
  book.mirror.validations(copy);
  book.grid.touch();
  return copy;
}

function placeOf(position: string, relativeTo: HostSheet | undefined, book: HostWorkbook): number {
  const index = relativeTo ? book.allSheets.indexOf(relativeTo) : -1;
  if ((position === "Before" || position === "After") && index < 0)
    throw invalidArgument(`a worksheet is needed for the position ${position}`);
  if (position === "Before") return index;
  if (position === "After") return index + 1;
  if (position === "Beginning") return 0;
  if (position === "End" || position === "None") return book.allSheets.length;
  throw invalidArgument(`position ${position}`);
}

function freeName(name: string, book: HostWorkbook): string {
  const base = name.replace(/ \(\d+\)$/, "");
  for (let number = 2; ; number++) {
    const suffix = ` (${number})`;
    const chosen = base.slice(0, nameLimit - suffix.length) + suffix;
    if (!book.findSheet(chosen)) return chosen;
  }
}

/** A free table name: a number is appended, as Excel does. */
function freeTableName(name: string, book: HostWorkbook): string {
  const taken = new Set([...book.tables, ...book.names].map((one) => one.name.toLowerCase()));
  let number = book.tables.length + 1;
  while (taken.has(`${name}${number}`.toLowerCase())) number++;
  return `${name}${number}`;
}
