import { apiNotFound, invalidArgument } from "../errors";
import type { CellPatch } from "../cell-data";
import { patchesOf } from "../move";
import type { ObjectType } from "../object-type";
import type { HostTable, HostWorkbook } from "../workbook";
import { readValue } from "../cells";
import type { CellValue } from "../cell-data";

interface Field {
  key: number;
  ascending?: boolean;
  [other: string]: unknown;
}

/** Sort order: numbers, texts, booleans; empty cells come last in both directions. */
const rank = (value: CellValue): number => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2);

function compare(a: CellValue, b: CellValue, ascending: boolean): number {
  if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
  const order =
    rank(a) - rank(b) ||
    (typeof a === "string" && typeof b === "string" ? a.localeCompare(b, "zh-CN") : Number(a) - Number(b));
  return ascending ? order : -order;
}

/** Sorts cells with their formats; what belongs to a place (rules, row heights) stays. */
function sort(table: HostTable, fields: Field[], book: HostWorkbook): void {
  const { sheet, area } = table;
  for (const field of fields) {
    for (const name of Object.keys(field))
      if (name !== "key" && name !== "ascending") throw apiNotFound(`TableSort.apply ${name}`);
    if (!(field.key >= 0 && field.key < area.columns)) throw invalidArgument(`sort key ${field.key}`);
  }
  book.checkUnprotected(sheet);
  const body = { ...area, row: area.row + 1, rows: area.rows - 1 };
  if (body.rows < 2) return;
  const cells = patchesOf(sheet, body, book);
  const value = (row: number, { key }: Field): CellValue =>
    readValue(book, sheet.id, body.row + row, body.column + key);
  const order = cells.map((_, row) => row);
  order.sort(
    (a, b) =>
      fields.reduce(
        (found, field) => found || compare(value(a, field), value(b, field), field.ascending !== false),
        0,
      ) || a - b,
  );
  const mover = book.grid.univer.getFormula();
  const sorted = order.map((from, to) =>
    cells[from]!.map((cell): CellPatch =>
      cell.formula ? { ...cell, formula: mover.moveFormulaRefOffset(cell.formula, 0, to - from) as string } : cell,
    ),
  );
  book.grid.write(sheet.id, body, () => ({ style: null }));
  book.grid.write(sheet.id, body, (row, column) => sorted[row]![column]);
  book.changed(sheet, body, "Local");
}

const tableSort: ObjectType<HostTable> = {
  name: "TableSort",
  methods: {
    apply: async (self, [fields, matchCase, method]: [Field[], boolean?, string?], book: HostWorkbook) => {
      if (matchCase || method === "StrokeCount") throw apiNotFound("TableSort.apply matchCase or StrokeCount");
      await book.grid.calculated();
      sort(self, fields, book);
    },
  },
};

export const tableSortTypes = [tableSort];

declare module "../object-type" {
  interface Selves {
    TableSort: HostTable;
  }
}
