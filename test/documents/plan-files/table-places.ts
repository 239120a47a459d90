import { fileTablesIn } from "../../../src/plan/layout/file-tables";
import { LINE_IN_CELL } from "../../../src/plan/layout/marks";

/** Every place of the first table of a text: its lines, with `/` between them, or which cell covers it. */
export function tableOf(text: string): string[][] {
  return tablesOf(text)[0]!;
}

/** The same for every table. */
export function tablesOf(text: string): string[][][] {
  return fileTablesIn(text).map(({ rows }) =>
    rows.map((cells) =>
      cells.map(({ start, end, reaches }) =>
        reaches ? `<${reaches}>` : text.slice(start, end).replaceAll(LINE_IN_CELL, "/"),
      ),
    ),
  );
}
