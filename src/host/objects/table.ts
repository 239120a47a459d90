import { intersection, parseAddress, type Area } from "../areas";
import { HostError, invalidArgument, itemExists, itemNotFound } from "../errors";
import { nullObject, object, type HostObject, type ObjectType } from "../object-type";
import type { HostSheet, HostTable, HostWorkbook, Position } from "../workbook";
import { clearFilters, filterRows } from "../table-filter";
import { appendRows } from "../table-growth";
import { makeHeaders } from "../table-headers";

interface Scope {
  sheet?: HostSheet;
}

const validName = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u;

function rename(table: HostTable, name: string, book: HostWorkbook): void {
  if (!validName.test(name) || name.length > 255) throw invalidArgument(`table name ${name}`);
  const taken =
    book.tables.some((other) => other !== table && other.name.toLowerCase() === name.toLowerCase()) ||
    book.names.some((other) => other.name.toLowerCase() === name.toLowerCase());
  if (taken) throw itemExists(name);
  table.name = name;
}

function add(
  { sheet: within }: Scope,
  address: HostObject | string,
  hasHeaders: boolean,
  book: HostWorkbook,
): HostObject {
  const position: Position =
    typeof address === "string"
      ? { sheet: within ?? book.activeSheet, area: parseAddress(address.replace(/^.*!/, "")) }
      : (address.self as Position);
  const { sheet, area } = position;
  book.checkUnprotected(sheet);
  if (!hasHeaders) throw invalidArgument("the embedded host makes tables with headers only");
  if (book.tables.some((other) => other.sheet === sheet && intersection(other.area, area)))
    throw invalidArgument("a table can't overlap another table");
  if (book.grid.merges(sheet.id).some((merged) => intersection(merged, area)))
    throw new HostError("MergedRangeConflict", "A table can't overlap merged cells");
  makeHeaders({ sheet, area }, book);
  const number = book.tables.length + 1;
  const table: HostTable = {
    id: book.newId("table"),
    name: `表${number}`,
    sheet,
    area: { ...area },
    style: "TableStyleMedium2",
    showFilterButton: true,
    showBandedRows: true,
    showBandedColumns: false,
    highlightFirstColumn: false,
  };
  book.tables.push(table);
  book.mirror.table(table);
  book.tableEvent(table, "added");
  return object("Table", table);
}

const body = ({ area }: HostTable): Area => ({ ...area, row: area.row + 1, rows: Math.max(1, area.rows - 1) });

const tableType: ObjectType<HostTable> = {
  name: "Table",
  identity: (self) => self.id,
  properties: {
    id: { get: (self) => self.id },
    name: { get: (self) => self.name, set: rename },
    style: { get: (self) => self.style, set: (self, style: string) => void (self.style = style) },
    showHeaders: { get: () => true },
    showTotals: { get: () => false },
    showFilterButton: {
      get: (self) => self.showFilterButton,
      set: (self, on: boolean) => void (self.showFilterButton = on),
    },
    showBandedRows: { get: (self) => self.showBandedRows, set: (self, on: boolean) => void (self.showBandedRows = on) },
    showBandedColumns: {
      get: (self) => self.showBandedColumns,
      set: (self, on: boolean) => void (self.showBandedColumns = on),
    },
    highlightFirstColumn: {
      get: (self) => self.highlightFirstColumn,
      set: (self, on: boolean) => void (self.highlightFirstColumn = on),
    },
  },
  objects: {
    worksheet: ({ sheet }) => object("Worksheet", sheet),
    autoFilter: (self) => object("AutoFilter", self),
    columns: (self) => object("TableColumnCollection", self),
    sort: (self) => object("TableSort", self),
    rows: (self) => object("TableRowCollection", self),
  },
  methods: {
    getRange: ({ sheet, area }) => object("Range", { sheet, area }),
    getHeaderRowRange: ({ sheet, area }) => object("Range", { sheet, area: { ...area, rows: 1 } }),
    getDataBodyRange: (self) => object("Range", { sheet: self.sheet, area: body(self) }),
    convertToRange: (self, _args, book) => {
      drop(self, book);
      return object("Range", { sheet: self.sheet, area: self.area });
    },
    delete: (self, _args, book) => {
      book.checkUnprotected(self.sheet);
      drop(self, book);
      book.grid.write(self.sheet.id, self.area, () => ({ value: "" }));
    },
    resize: (self, [target]: [HostObject | string], book: HostWorkbook) => {
      const area = typeof target === "string" ? parseAddress(target) : (target.self as Position).area;
      if (area.row !== self.area.row) throw invalidArgument("a table keeps its header row");
      book.checkUnprotected(self.sheet);
      if (book.tables.some((other) => other !== self && other.sheet === self.sheet && intersection(other.area, area))) {
        throw invalidArgument("a table can't overlap another table");
      }
      makeHeaders({ sheet: self.sheet, area }, book);
      const { rows } = self.area;
      self.area = { ...area, rows: Math.min(rows, area.rows) };
      if (area.rows > rows) appendRows(self, area.rows - rows, book, "where empty");
      book.mirror.table(self);
    },
    clearFilters: (self, _args, book) => clearFilters(self, book),
    reapplyFilters: (self, _args, book) => filterRows(self, book),
  },
};

function drop(self: HostTable, book: HostWorkbook): void {
  const index = book.tables.indexOf(self);
  if (index < 0) throw itemNotFound("the table");
  book.tables.splice(index, 1);
  book.mirror.tableGone(self);
  book.tableEvent(self, "deleted");
}

const inScope = ({ sheet }: Scope, book: HostWorkbook): HostTable[] =>
  book.tables.filter((one) => !sheet || one.sheet === sheet);

function find(scope: Scope, key: string, book: HostWorkbook): HostObject | undefined {
  const wanted = inScope(scope, book).find((one) => one.id === key || one.name.toLowerCase() === key.toLowerCase());
  return wanted && object("Table", wanted);
}

function need(scope: Scope, key: string, book: HostWorkbook): HostObject {
  const known = find(scope, key, book);
  if (!known) throw itemNotFound(`table ${key}`);
  return known;
}

const tableCollection: ObjectType<Scope> = {
  name: "TableCollection",
  properties: { count: { get: (self, book) => inScope(self, book).length } },
  items: (self, book) => inScope(self, book).map((one) => object("Table", one)),
  byId: need,
  methods: {
    add: (self, [address, hasHeaders]: [HostObject | string, boolean], book: HostWorkbook) =>
      add(self, address, hasHeaders, book),
    getItem: (self, [key]: [string], book: HostWorkbook) => need(self, key, book),
    getItemOrNullObject: (self, [key]: [string], book: HostWorkbook) => find(self, key, book) ?? nullObject,
    getCount: (self, _args, book) => inScope(self, book).length,
  },
};

export const tableTypes = [tableType, tableCollection];

declare module "../object-type" {
  interface Selves {
    Table: HostTable;
    TableCollection: Scope;
  }
}
