import { HostError, invalidArgument, itemNotFound } from "../errors";
import { nullObject, object, type HostObject, type ObjectType } from "../object-type";
import type { HostWorkbook, HostXmlPart } from "../workbook";

interface Scope {
  namespace?: string;
}

/** The namespace of the root element. */
function namespaceOf(xml: string): string {
  const root = /<(?![?!])([\w.-]+:)?[\w.-]+([^>]*)>/.exec(xml);
  const prefix = root?.[1]?.slice(0, -1);
  return new RegExp(`\\bxmlns${prefix ? `:${prefix}` : ""}\\s*=\\s*["']([^"']*)["']`).exec(root?.[2] ?? "")?.[1] ?? "";
}

/**
 * Excel refuses XML that is not well-formed. The host checks only what a truncated string would break: one root
 * element, closed.
 */
function check(xml: string, book: HostWorkbook): string {
  if (xml.length > 1_000_000 && book.switches.has("largePartsRefused"))
    throw new HostError("GeneralException", "a custom XML part of more than a million characters");
  const root = /^\s*(?:<\?[^>]*\?>\s*)?<([\w.:-]+)[^>]*?(\/?)>/.exec(xml);
  if (!root || (!root[2] && !xml.trimEnd().endsWith(`</${root[1]}>`)))
    throw invalidArgument("XML that is not well-formed");
  return xml;
}

/** The same XML as another serializer would write it. */
const rewritten = (xml: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>\r\n${xml.replace(/"(\s*)>/, '" >')}\r\n`;

const customXmlPart: ObjectType<HostXmlPart> = {
  name: "CustomXmlPart",
  identity: (self) => self.id,
  properties: {
    id: { get: (self) => self.id },
    namespaceUri: { get: (self) => namespaceOf(self.xml) },
  },
  methods: {
    getXml: (self, _args, book) => (book.switches.has("xmlEquivalent") ? rewritten(self.xml) : self.xml),
    setXml: (self, [xml]: [string], book) => void (self.xml = check(xml, book)),
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

/** The members that both collections have. */
const common = {
  items: (self: Scope, book: HostWorkbook) => within(self, book).map((part) => object("CustomXmlPart", part)),
  byId: need,
  methods: {
    getItem: (self: Scope, [id]: [string], book: HostWorkbook) => need(self, id, book),
    getItemOrNullObject: (self: Scope, [id]: [string], book: HostWorkbook) => find(self, id, book) ?? nullObject,
    getCount: (self: Scope, _args: unknown, book: HostWorkbook) => within(self, book).length,
  },
};

const customXmlPartCollection: ObjectType<Scope> = {
  ...common,
  name: "CustomXmlPartCollection",
  methods: {
    ...common.methods,
    add: (_self, [xml]: [string], book: HostWorkbook) => {
      const part = { id: book.newId("xml"), xml: check(xml, book) };
      book.xmlParts.push(part);
      return object("CustomXmlPart", part);
    },
    getByNamespace: (_self, [namespace]: [string]) => object("CustomXmlPartScopedCollection", { namespace }),
  },
};

/** The only part; undefined if there are none or several. */
function only(self: Scope, book: HostWorkbook): HostObject | undefined {
  const parts = within(self, book);
  return parts.length === 1 ? object("CustomXmlPart", parts[0]!) : undefined;
}

const customXmlPartScopedCollection: ObjectType<Scope> = {
  ...common,
  name: "CustomXmlPartScopedCollection",
  methods: {
    ...common.methods,
    getOnlyItem: (self, _args, book) => {
      const part = only(self, book);
      if (!part) throw itemNotFound(`the only custom XML part of ${self.namespace}`);
      return part;
    },
    getOnlyItemOrNullObject: (self, _args, book) => only(self, book) ?? nullObject,
  },
};

export const customXmlPartTypes = [customXmlPart, customXmlPartCollection, customXmlPartScopedCollection];

declare module "../object-type" {
  interface Selves {
    CustomXmlPart: HostXmlPart;
    CustomXmlPartCollection: Scope;
    CustomXmlPartScopedCollection: Scope;
  }
}
