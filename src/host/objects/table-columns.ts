import { intersection } from "../areas";
import { readValue, writeCells } from "../cells";
import type { CellValue } from "../cell-data";
import { HostError, invalidArgument, itemNotFound } from "../errors";
import { nullObject, object, type HostObject, type ObjectType } from "../object-type";
import { isEmpty } from "../table-growth";
import { headersOf, makeHeaders } from "../table-headers";
import { filterRows } from "../table-filter";
import type { HostTable, HostWorkbook, Position } from "../workbook";

/** A column is identified by its header, so that it stays the same when columns are inserted before it. */
interface Column {
  table: HostTable;
  name: string;
}

function indexOf({ table, name }: Column, book: HostWorkbook): number {
  const index = headersOf(table, book).findIndex((header) => header.toLowerCase() === name.toLowerCase());
  if (index < 0) throw itemNotFound(`column ${name}`);
  return index;
}

function part(self: Column, book: HostWorkbook, from: number, rows: number): Position {
  const { sheet, area } = self.table;
  return { sheet, area: { row: area.row + from, rows, column: area.column + indexOf(self, book), columns: 1 } };
}

const whole = (self: Column, book: HostWorkbook): Position => part(self, book, 0, self.table.area.rows);

const tableColumn: ObjectType<Column> = {
  name: "TableColumn",
  properties: {
    id: { get: (self, book) => indexOf(self, book) + 1 },
    index: { get: indexOf },
    name: {
      get: ({ name }) => name,
      set: (self, name: string, book) => {
        writeCells(part(self, book, 0, 1), [[`'${name}`]], book);
        self.name = name;
      },
    },
    values: {
      get: (self, book) => {
        const { sheet, area } = whole(self, book);
        return Array.from({ length: area.rows }, (_, row): CellValue[] => [
          readValue(book, sheet.id, area.row + row, area.column),
        ]);
      },
    },
  },
  objects: { filter: (self) => object("Filter", self) },
  methods: {
    getRange: (self, _args, book) => object("Range", whole(self, book)),
    getHeaderRowRange: (self, _args, book) => object("Range", part(self, book, 0, 1)),
    getDataBodyRange: (self, _args, book) =>
      object("Range", part(self, book, 1, Math.max(1, self.table.area.rows - 1))),
  },
};

const at = (table: HostTable, index: number, book: HostWorkbook): HostObject | undefined => {
  const name = headersOf(table, book)[index];
  return name === undefined ? undefined : object("TableColumn", { table, name });
};

/** Finds a column by header, or by the id that its index gives it. */
function find(table: HostTable, key: string | number, book: HostWorkbook): HostObject | undefined {
  const index = headersOf(table, book).findIndex((header) => header.toLowerCase() === String(key).toLowerCase());
  return index >= 0 ? at(table, index, book) : typeof key === "number" ? at(table, key - 1, book) : undefined;
}

function need(table: HostTable, key: string | number, book: HostWorkbook): HostObject {
  const known = find(table, key, book);
  if (!known) throw itemNotFound(`column ${key}`);
  return known;
}

/** Adds a column at the table's right; without a name it gets a default one. */
function add(
  table: HostTable,
  index: number | null | undefined,
  values: unknown,
  name: string | null | undefined,
  book: HostWorkbook,
): HostObject {
  const { sheet, area } = table;
  book.checkUnprotected(sheet);
  if ((index !== undefined && index !== null && index !== -1) || (values !== undefined && values !== null)) {
    throw new HostError(
      "NotImplemented",
      "The embedded host adds empty columns at a table's right only (TableColumnCollection.add)",
    );
  }
  const added = { ...area, column: area.column + area.columns, columns: 1 };
  const used = book.grid.used(sheet.id, true);
  const right = used && intersection(used, added);
  if (right && !isEmpty(sheet.id, right, book))
    throw new HostError(
      "NotImplemented",
      "The embedded host adds columns only where nothing stands beside the table (TableColumnCollection.add)",
    );
  book.grid.clip(sheet.id, added);
  table.area = { ...area, columns: area.columns + 1 };
  if (name !== undefined && name !== null) writeCells({ sheet, area: { ...added, rows: 1 } }, [[`'${name}`]], book);
  makeHeaders(table, book);
  book.mirror.table(table);
  return at(table, area.columns, book)!;
}

const tableColumnCollection: ObjectType<HostTable> = {
  name: "TableColumnCollection",
  properties: { count: { get: ({ area }) => area.columns } },
  items: (self, book) => headersOf(self, book).map((name) => object("TableColumn", { table: self, name })),
  byId: (self, id, book) => find(self, id, book) ?? need(self, Number(id), book),
  methods: {
    add: (
      self,
      [index, values, name]: [number | null | undefined, unknown, string | null | undefined],
      book: HostWorkbook,
    ) => add(self, index, values, name, book),
    getCount: ({ area }) => area.columns,
    getItem: (self, [key]: [string | number], book: HostWorkbook) => need(self, key, book),
    getItemOrNullObject: (self, [key]: [string | number], book: HostWorkbook) => find(self, key, book) ?? nullObject,
    getItemAt: (self, [index]: [number], book: HostWorkbook) => {
      const known = at(self, index, book);
      if (!known) throw invalidArgument(`a column index of ${index}`);
      return known;
    },
  },
};

/** The `AutoFilter` of a table. */
const autoFilter: ObjectType<HostTable> = {
  name: "AutoFilter",
  properties: {
    enabled: { get: ({ showFilterButton }) => showFilterButton },
    isDataFiltered: {
      get: ({ filters, showFilterButton }, book) => {
        if (!showFilterButton && book.switches.has("autoFilterRefused"))
          throw new HostError("GeneralException", "the table has no filter");
        return (filters?.size ?? 0) > 0;
      },
    },
  },
};

function setFilter(self: Column, shown: string[] | undefined, book: HostWorkbook): void {
  const { table, name } = self;
  book.checkUnprotected(table.sheet);
  indexOf(self, book);
  table.filters ??= new Map();
  if (shown) table.filters.set(name, shown);
  else table.filters.delete(name);
  filterRows(table, book);
}

function applyValues(self: Column, values: unknown, book: HostWorkbook): void {
  if (!Array.isArray(values) || values.some((value) => typeof value !== "string"))
    throw invalidArgument("a values filter takes a list of texts");
  setFilter(self, values as string[], book);
}

const filter: ObjectType<Column> = {
  name: "Filter",
  properties: {
    criteria: {
      get: ({ table, name }, book) => {
        if (table.filtersUnreadable && book.switches.has("filterLoadThrows"))
          throw new HostError("GeneralException", "the filter cannot be read");
        const values = table.filters?.get(name);
        return values ? { filterOn: "Values", values } : null;
      },
    },
  },
  methods: {
    apply: (self, [criteria]: [{ filterOn?: string; values?: unknown[] }], book: HostWorkbook) => {
      if (criteria?.filterOn !== "Values")
        throw new HostError(
          "NotImplemented",
          `The embedded host filters by values (Filter.apply ${criteria?.filterOn})`,
        );
      applyValues(self, criteria.values, book);
      self.table.filtersUnreadable = true;
    },
    applyValuesFilter: (self, [values]: [unknown[]], book: HostWorkbook) => applyValues(self, values, book),
    clear: (self, _args, book) => setFilter(self, undefined, book),
  },
};

export const tableColumnTypes = [tableColumn, tableColumnCollection, filter, autoFilter];

declare module "../object-type" {
  interface Selves {
    TableColumn: Column;
    TableColumnCollection: HostTable;
    Filter: Column;
    AutoFilter: HostTable;
  }
}
