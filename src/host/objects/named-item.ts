import { formatAddress, parseAddress, quotedSheetName } from "../areas";
import { invalidArgument, itemExists, itemNotFound } from "../errors";
import { nullObject, object, type HostObject, type ObjectType } from "../object-type";
import type { HostName, HostSheet, HostWorkbook, Position } from "../workbook";
import { range } from "./range";

interface Scope {
  sheet?: HostSheet;
}

const refersTo = ({ target }: HostName, book: HostWorkbook): string =>
  `=${quotedSheetName(book.sheetName(target.sheet))}!${formatAddress(target.area, true)}`;

const namedItem: ObjectType<HostName> = {
  name: "NamedItem",
  identity: (self) => self.name,
  properties: {
    name: { get: (self) => self.name },
    visible: { get: (self) => self.visible, set: (self, on: boolean) => void (self.visible = on) },
    comment: { get: (self) => self.comment, set: (self, text: string) => void (self.comment = text) },
    formula: { get: refersTo },
    type: { get: () => "Range" },
    scope: { get: () => "Workbook" },
    value: { get: (self, book) => refersTo(self, book).slice(1) },
  },
  methods: {
    getRange: ({ target }) => object(range, target),
    getRangeOrNullObject: ({ target }, _args, book) => (book.grid.sheet(target.sheet.id) ? object(range, target) : nullObject),
    delete: (self, _args, book) => {
      book.names.splice(book.names.indexOf(self), 1);
      book.grid.workbook.deleteDefinedName(self.name);
      book.grid.touch();
    },
  },
};

function add(name: string, target: HostObject | string, comment: string, book: HostWorkbook): HostObject {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name)) throw invalidArgument(`name ${name}`);
  if (book.names.some((known) => known.name.toLowerCase() === name.toLowerCase())) throw itemExists(name);
  const position: Position =
    typeof target === "string"
      ? { sheet: book.findSheet(target.replace(/^=|!.*$/g, "").replace(/^'|'$/g, "")) ?? book.activeSheet, area: parseAddress(target.replace(/^.*!/, "")) }
      : (target.self as Position);
  const item: HostName = { name, target: { sheet: position.sheet, area: { ...position.area } }, visible: true, comment };
  book.names.push(item);
  book.grid.workbook.insertDefinedName(name, refersTo(item, book).slice(1));
  book.grid.touch();
  return object(namedItem, item);
}

const find = (name: string, book: HostWorkbook): HostName | undefined => book.names.find((known) => known.name.toLowerCase() === name.toLowerCase());

function need(name: string, book: HostWorkbook): HostObject {
  const known = find(name, book);
  if (!known) throw itemNotFound(`name ${name}`);
  return object(namedItem, known);
}

export const namedItemCollection: ObjectType<Scope> = {
  name: "NamedItemCollection",
  items: ({ sheet }, book) => (sheet ? [] : book.names.map((one) => object(namedItem, one))),
  byId: (_self, id, book) => need(id, book),
  methods: {
    add: (_self, [name, target, comment]: [string, HostObject | string, string?], book: HostWorkbook) => add(name, target, comment ?? "", book),
    getItem: (_self, [name]: [string], book: HostWorkbook) => need(name, book),
    getItemOrNullObject: (_self, [name]: [string], book: HostWorkbook) => {
      const known = find(name, book);
      return known ? object(namedItem, known) : nullObject;
    },
    getCount: (_self, _args, book) => book.names.length,
  },
};
