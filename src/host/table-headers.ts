import { readValue } from "./cells";
import { invalidArgument } from "./errors";
import type { HostTable, HostWorkbook } from "./workbook";

export function headersOf(table: Pick<HostTable, "sheet" | "area">, book: HostWorkbook): string[] {
  return Array.from({ length: table.area.columns }, (_, index) =>
    String(readValue(book, table.sheet.id, table.area.row, table.area.column + index)),
  );
}

/**
 * Makes the header cells of a table texts and fills empty ones.
 * @throws HostError InvalidArgument for repeated names, as when a header is overwritten
 */
export function makeHeaders({ sheet, area }: Pick<HostTable, "sheet" | "area">, book: HostWorkbook): void {
  const given = headersOf({ sheet, area }, book);
  const filled = given.filter((name) => name !== "").map((name) => name.toLowerCase());
  const taken = new Set(filled);
  if (taken.size < filled.length) throw invalidArgument("a table's column names must differ");
  const names = given.map((name, index) => {
    if (name !== "") return name;
    const usual = `${book.switches.has("englishColumnNames") ? "Column" : "列"}${index + 1}`;
    let chosen = usual;
    for (let number = 2; taken.has(chosen.toLowerCase()); number++) chosen = `${usual}_${number}`;
    taken.add(chosen.toLowerCase());
    return chosen;
  });
  book.grid.write(sheet.id, { ...area, rows: 1 }, (_row, column) => ({ value: names[column]!, forceText: true }));
}
