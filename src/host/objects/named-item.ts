import { parseAddress } from "../areas";
import { invalidArgument, itemExists, itemNotFound } from "../errors";
import { nullObject, object, type HostObject, type ObjectType } from "../object-type";
import type { HostName, HostSheet, HostWorkbook, Position } from "../workbook";

interface Scope {
  sheet?: HostSheet;
}

const refersTo = (name: HostName, book: HostWorkbook): string => `=${book.referenceOf(name)}`;

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
    getRange: ({ target, lost }) => {
      if (lost) throw itemNotFound("the range of the name");
      return object("Range", target);
    },
    getRangeOrNullObject: ({ target, lost }) => (lost ? nullObject : object("Range", target)),
    delete: (self, _args, book) => {
      book.names.splice(book.names.indexOf(self), 1);
      book.grid.removeName(self.name);
    },
  },
};

function add(name: string, target: HostObject | string, comment: string, book: HostWorkbook): HostObject {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name))
    throw invalidArgument(`name ${name}`);
  if (book.names.some((known) => known.name.toLowerCase() === name.toLowerCase())) throw itemExists(name);
  const position: Position =
    typeof target === "string"
      ? { sheet: sheetOf(target, book), area: parseAddress(target.replace(/^.*!|^=/, "")) }
      : (target.self as Position);
  const item: HostName = {
    name,
    target: { sheet: position.sheet, area: { ...position.area } },
    visible: true,
    comment,
  };
  book.names.push(item);
  book.grid.defineName(name, book.referenceOf(item));
  return object("NamedItem", item);
}

/** The sheet of a reference; the active sheet if the reference names none. */
function sheetOf(reference: string, book: HostWorkbook): HostSheet {
  if (!reference.includes("!")) return book.activeSheet;
  const name = reference
    .replace(/^=|![^!]*$/g, "")
    .replace(/^'|'$/g, "")
    .replace(/''/g, "'");
  const sheet = book.findSheet(name);
  if (!sheet) throw invalidArgument(`the reference ${reference}`);
  return sheet;
}

const find = (name: string, book: HostWorkbook): HostName | undefined =>
  book.names.find((known) => known.name.toLowerCase() === name.toLowerCase());

function need(name: string, book: HostWorkbook): HostObject {
  const known = find(name, book);
  if (!known) throw itemNotFound(`name ${name}`);
  return object("NamedItem", known);
}

const namedItemCollection: ObjectType<Scope> = {
  name: "NamedItemCollection",
  items: ({ sheet }, book) => (sheet ? [] : book.names.map((one) => object("NamedItem", one))),
  byId: (_self, id, book) => need(id, book),
  methods: {
    add: (_self, [name, target, comment]: [string, HostObject | string, string?], book: HostWorkbook) =>
      add(name, target, comment ?? "", book),
    getItem: (_self, [name]: [string], book: HostWorkbook) => need(name, book),
    getItemOrNullObject: (_self, [name]: [string], book: HostWorkbook) => {
      const known = find(name, book);
      return known ? object("NamedItem", known) : nullObject;
    },
    getCount: (_self, _args, book) => book.names.length,
  },
};

export const namedItemTypes = [namedItem, namedItemCollection];

declare module "../object-type" {
  interface Selves {
    NamedItem: HostName;
    NamedItemCollection: Scope;
  }
}
