import { readValue, writeCells } from "../cells";
import type { CellValue } from "../cell-data";
import { HostError, invalidArgument } from "../errors";
import { checkRowsUnfiltered } from "../check-unfiltered";
import { object, type HostObject, type ObjectType } from "../object-type";
import { appendRows, bodyRows, checkRoomBelow } from "../table-growth";
import type { HostTable, HostWorkbook, Position } from "../workbook";

interface Row {
  table: HostTable;
  /** Zero-based, below the header. */
  index: number;
}

const rangeOf = ({ table, index }: Row): Position => ({
  sheet: table.sheet,
  area: { ...table.area, row: table.area.row + 1 + index, rows: 1 },
});

const tableRow: ObjectType<Row> = {
  name: "TableRow",
  properties: {
    index: { get: ({ index }) => index },
    values: {
      get: (self, book) => [
        Array.from({ length: self.table.area.columns }, (_, column): CellValue =>
          readValue(book, self.table.sheet.id, rangeOf(self).area.row, self.table.area.column + column),
        ),
      ],
      set: (self, values: unknown[][], book) => writeCells(rangeOf(self), values, book),
    },
  },
  methods: {
    getRange: (self) => object("Range", rangeOf(self)),
  },
};

/** One row for each of `values`; a single list is one row. */
function add(table: HostTable, index: number | null | undefined, given: unknown, book: HostWorkbook): HostObject {
  const { sheet, area } = table;
  if (book.switches.has("rowsAddRefused"))
    throw new HostError("InvalidOperation", "Table.rows.add conflicts with what others write");
  const values = given === null || given === undefined ? [Array.from({ length: area.columns }, () => null)] : given;
  if (!Array.isArray(values) || values.length === 0) throw invalidArgument("rows of a table are an array of rows");
  const rows = (values.some((row) => !Array.isArray(row)) ? [values] : values) as unknown[][];
  if (rows.some((row) => row.length !== area.columns))
    throw invalidArgument(`each row of the table ${table.name} has ${area.columns} values`);
  book.checkUnprotected(sheet);
  checkRowsUnfiltered(sheet, area, book);
  const count = bodyRows(table, book);
  const at = index ?? -1;
  if (!Number.isInteger(at) || at < -1 || at > count) throw invalidArgument(`a row index of ${at}`);
  checkRoomBelow(table, at === -1 || at === count, rows.length, book);
  const added = appendRows(table, rows.length, book);
  writeCells({ sheet, area: added }, rows, book);
  return object("TableRow", { table, index: count });
}

const tableRowCollection: ObjectType<HostTable> = {
  name: "TableRowCollection",
  properties: { count: { get: bodyRows } },
  items: (self, book) =>
    Array.from({ length: bodyRows(self, book) }, (_, index) => object("TableRow", { table: self, index })),
  methods: {
    add: (self, [index, values]: [number | null | undefined, unknown], book: HostWorkbook) =>
      add(self, index, values, book),
    getCount: (self, _args, book) => bodyRows(self, book),
    getItemAt: (table, [index]: [number], book: HostWorkbook) => {
      if (!(index >= 0 && index < bodyRows(table, book))) throw invalidArgument(`a row index of ${index}`);
      return object("TableRow", { table, index });
    },
  },
};

export const tableRowTypes = [tableRow, tableRowCollection];

declare module "../object-type" {
  interface Selves {
    TableRow: Row;
    TableRowCollection: HostTable;
  }
}
