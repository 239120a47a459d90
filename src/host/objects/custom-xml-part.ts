import { invalidArgument, itemNotFound } from "../errors";
import { nullObject, object, type HostObject, type ObjectType } from "../object-type";
import type { HostWorkbook, HostXmlPart } from "../workbook";

interface Scope {
  namespace?: string;
}

/** The namespace of the root element. */
export function namespaceOf(xml: string): string {
  const root = /<(?![?!])([\w.-]+:)?[\w.-]+([^>]*)>/.exec(xml);
  const prefix = root?.[1]?.slice(0, -1);
  return new RegExp(`\\bxmlns${prefix ? `:${prefix}` : ""}\\s*=\\s*["']([^"']*)["']`).exec(root?.[2] ?? "")?.[1] ?? "";
}

/** Excel refuses XML that is not well-formed; the host checks what a damaged string would break: one root, closed. */
function check(xml: string): string {
  const root = /^\s*(?:<\?[^>]*\?>\s*)?<([\w.:-]+)[^>]*?(\/?)>/.exec(xml);
  if (!root || (!root[2] && !xml.trimEnd().endsWith(`</${root[1]}>`))) throw invalidArgument("XML that is not well-formed");
  return xml;
}

const customXmlPart: ObjectType<HostXmlPart> = {
  name: "CustomXmlPart",
  identity: (self) => self.id,
  properties: {
    id: { get: (self) => self.id },
    namespaceUri: { get: (self) => namespaceOf(self.xml) },
  },
  methods: {
    getXml: (self) => self.xml,
    setXml: (self, [xml]: [string]) => void (self.xml = check(xml)),
    delete: (self, _args, book) => {
      const index = book.xmlParts.indexOf(self);
      if (index < 0) throw itemNotFound("the custom XML part");
      book.xmlParts.splice(index, 1);
    },
  },
};

const within = ({ namespace }: Scope, book: HostWorkbook): HostXmlPart[] =>
  book.xmlParts.filter(({ xml }) => namespace === undefined || namespaceOf(xml) === namespace);

const find = (self: Scope, id: string, book: HostWorkbook): HostObject | undefined => {
  const part = within(self, book).find((one) => one.id === id);
  return part && object("CustomXmlPart", part);
};

function need(self: Scope, id: string, book: HostWorkbook): HostObject {
  const part = find(self, id, book);
  if (!part) throw itemNotFound(`custom XML part ${id}`);
  return part;
}

const customXmlPartCollection: ObjectType<Scope> = {
  name: "CustomXmlPartCollection",
  items: (self, book) => within(self, book).map((part) => object("CustomXmlPart", part)),
  byId: need,
  methods: {
    add: (_self, [xml]: [string], book: HostWorkbook) => {
      const part = { id: book.newId("xml"), xml: check(xml) };
      book.xmlParts.push(part);
      return object("CustomXmlPart", part);
    },
    getByNamespace: (_self, [namespace]: [string]) => object("CustomXmlPartScopedCollection", { namespace }),
    getItem: (self, [id]: [string], book: HostWorkbook) => need(self, id, book),
    getItemOrNullObject: (self, [id]: [string], book: HostWorkbook) => find(self, id, book) ?? nullObject,
    getOnlyItemOrNullObject: (self, _args, book) => {
      const parts = within(self, book);
      return parts.length === 1 ? object("CustomXmlPart", parts[0]!) : nullObject;
    },
    getCount: (self, _args, book) => within(self, book).length,
  },
};

const customXmlPartScopedCollection: ObjectType<Scope> = { ...customXmlPartCollection, name: "CustomXmlPartScopedCollection" };

export const customXmlPartTypes = [customXmlPart, customXmlPartCollection, customXmlPartScopedCollection];

declare module "../object-type" {
  interface Selves {
    CustomXmlPart: HostXmlPart;
    CustomXmlPartCollection: Scope;
    CustomXmlPartScopedCollection: Scope;
  }
}
