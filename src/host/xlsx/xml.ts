import { WorkbookFileError } from "./errors";

/**
 * Reads and patches XML as text, without building a tree, so that everything that is not patched is carried over
 * unchanged. Names are compared without their prefix, since some programs write `x:row` for `row`.
 */

/** A tag in a text. `end` is the place after its `>`. */
export interface Tag {
  name: string;
  start: number;
  end: number;
  kind: "open" | "close" | "empty";
}

const lt = 60;
const gt = 62;
const slash = 47;
const colon = 58;
const doubleQuote = 34;
const singleQuote = 39;

const damaged = (what: string): WorkbookFileError => new WorkbookFileError("damaged", what);

/**
 * The next tag at or after `from`. Comments, processing instructions and CDATA sections are skipped.
 * @throws WorkbookFileError `damaged` for XML that ends within a tag, and for a document type, which no workbook has
 */
export function nextTag(xml: string, from: number): Tag | undefined {
  let start = xml.indexOf("<", from);
  while (start >= 0 && isDeclaration(xml.charCodeAt(start + 1))) start = xml.indexOf("<", declarationEnd(xml, start));
  return start < 0 ? undefined : tagAt(xml, start);
}

/** Whether the character after a `<` is `!` or `?`. */
const isDeclaration = (code: number): boolean => code === 33 || code === 63;

/** The place after a comment, processing instruction or CDATA section that begins at `start`. */
function declarationEnd(xml: string, start: number): number {
  const delimiters = [
    ["<?", "?>"],
    ["<!--", "-->"],
    ["<![CDATA[", "]]>"],
  ] as const;
  const mark = delimiters.find(([open]) => xml.startsWith(open, start))?.[1];
  if (!mark) throw damaged("a document type");
  const end = xml.indexOf(mark, start);
  if (end < 0) throw damaged("XML that ends early");
  return end + mark.length;
}

/** The tag whose `<` is at `start`. */
function tagAt(xml: string, start: number): Tag {
  const isClose = xml.charCodeAt(start + 1) === slash;
  let at = start + (isClose ? 2 : 1);
  let nameStart = at;
  let nameEnd = -1;
  for (; ; at++) {
    const code = xml.charCodeAt(at);
    if (code === gt) break;
    if (code === doubleQuote || code === singleQuote) {
      at = xml.indexOf(code === doubleQuote ? '"' : "'", at + 1);
      if (at < 0) throw damaged("an attribute without its end");
    } else if (code === lt || Number.isNaN(code)) throw damaged("a tag without its end");
    else if (nameEnd < 0) {
      if (code === colon) nameStart = at + 1;
      else if (code === slash || code <= 32) nameEnd = at;
    }
  }
  const isEmpty = !isClose && xml.charCodeAt(at - 1) === slash;
  return {
    name: xml.slice(nameStart, nameEnd < 0 ? at : nameEnd),
    start,
    end: at + 1,
    kind: isClose ? "close" : isEmpty ? "empty" : "open",
  };
}

/** The place after the element that begins with this tag. */
export function elementEnd(xml: string, tag: Tag): number {
  if (tag.kind === "empty") return tag.end;
  // A shortcut: sheetData holds nearly all of a sheet's tags, and never another sheetData.
  if (tag.name === "sheetData") {
    const close = new RegExp(`</(?:[\\w.-]+:)?sheetData\\s*>`, "g");
    close.lastIndex = tag.end;
    const found = close.exec(xml);
    if (!found) throw damaged("sheetData without its end");
    return close.lastIndex;
  }
  let depth = 1;
  let at = tag.end;
  while (depth > 0) {
    const next = nextTag(xml, at);
    if (!next) throw damaged(`${tag.name} without its end`);
    depth += next.kind === "open" ? 1 : next.kind === "close" ? -1 : 0;
    at = next.end;
    if (depth === 0 && next.name !== tag.name) throw damaged(`${tag.name} ended by ${next.name}`);
  }
  return at;
}

export interface Child {
  name: string;
  xml: string;
}

/** The direct children of the element that the text consists of. */
export function childrenOf(xml: string): Child[] {
  const root = nextTag(xml, 0);
  const found: Child[] = [];
  if (!root || root.kind === "empty") return found;
  for (let at = root.end; ;) {
    const tag = nextTag(xml, at);
    if (!tag || tag.kind === "close") return found;
    at = elementEnd(xml, tag);
    found.push({ name: tag.name, xml: xml.slice(tag.start, at) });
  }
}

export type Attributes = Record<string, string>;

/** The attributes of the element that the text begins with, by their names without prefix. */
export function attributesOf(xml: string): Attributes {
  const tag = nextTag(xml, 0);
  return tag ? attributesIn(xml.slice(tag.start, tag.end)) : {};
}

/** The attributes of a tag, given as its text. */
export function attributesIn(tag: string): Attributes {
  const found: Attributes = {};
  for (const [, name, double, single] of tag.matchAll(/\s(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    found[name!] ??= unescaped(double ?? single ?? "");
  return found;
}

export interface Element {
  attributes: Attributes;
  inner: string;
}

/** Matches an element that has none of the same name inside: its name with prefix, its attributes, its content. */
const elementPattern = (name: string): RegExp =>
  new RegExp(`<((?:[\\w.-]+:)?${name})(?=[\\s/>])((?:[^>"']|"[^"]*"|'[^']*')*?)(?:/>|>([^]*?)</\\1\\s*>)`, "g");

/** All elements of this name in the text, at any depth. They must not contain an element of the same name. */
export function elements(xml: string, name: string): Element[] {
  return [...xml.matchAll(elementPattern(name))].map(([, , attributes, inner]) => ({
    attributes: attributesIn(attributes!),
    inner: inner ?? "",
  }));
}

/** The text with each element of this name replaced by the result of `change`. */
export const mapElements = (xml: string, name: string, change: (element: string) => string): string =>
  xml.replace(elementPattern(name), (element) => change(element));

/**
 * The text with the formula in each element of these names replaced by the result of `change`.
 * @param names as an alternative of a regular expression: `f`, `formula[12]?`
 * @param change gets the formula as it is written in the XML, escaped, and returns it so
 */
export const mapFormulas = (xml: string, names: string, change: (formula: string) => string): string =>
  xml.replace(
    new RegExp(`(<(?:[\\w.-]+:)?${names}>)([^<]*)(?=<)`, "g"),
    (_, open: string, formula: string) => open + change(formula),
  );

/** The text of the first element of this name in `xml`; undefined if there is none. */
export function childText(xml: string, name: string): string | undefined {
  const [found] = elements(xml, name);
  return found && unescaped(found.inner);
}

export const isOn = (value: string | undefined): boolean => value === "1" || value === "true" || value === "on";

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** The text that XML stands for: entities and CDATA sections resolved. */
export function unescaped(text: string): string {
  if (!text.includes("&")) return text.includes("<![CDATA[") ? text.replace(/<!\[CDATA\[([^]*?)\]\]>/g, "$1") : text;
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return entities[name] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Escapes a text for use in character data and in attributes. */
export const escaped = (text: string): string =>
  doubtful.test(text)
    ? writable(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;")
    : text;

/** Characters that XML forbids, unpaired surrogates included: Excel calls a file with one of them damaged. */
const unwritable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const doubtful = new RegExp(`[&<>"]|${unwritable.source}`);

/** The text with the characters that XML forbids written as the format does: `_x0001_`. */
export const writable = (text: string): string =>
  text.replace(unwritable, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);

/** A reader of XML turns line breaks in an attribute into spaces, so they are escaped as well. */
const escapedAttribute = (text: string): string =>
  escaped(text).replace(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`);

/** ` name="value"` for each entry that is not undefined. */
export function attributesXml(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  let text = "";
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined)
      text += ` ${name}="${typeof value === "boolean" ? (value ? 1 : 0) : typeof value === "number" ? value : escapedAttribute(value)}"`;
  }
  return text;
}

/** The element with some attributes of its tag set, or removed where undefined; everything else is unchanged. */
export function withAttributes(
  xml: string,
  values: Readonly<Record<string, string | number | boolean | undefined>>,
): string {
  const tag = nextTag(xml, 0)!;
  let text = xml.slice(tag.start, tag.end);
  for (const [name, value] of Object.entries(values)) {
    const known = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`);
    const written = attributesXml({ [name]: value });
    text = known.test(text)
      ? text.replace(known, () => written)
      : text.replace(/\s*\/?>$/, (end) => written + end.trim());
  }
  return xml.slice(0, tag.start) + text + xml.slice(tag.end);
}

/** Gives the elements in `xml`, which have no prefix, the prefix that the part's own elements have. */
export const prefixed = (xml: string, prefix: string): string =>
  prefix === "" ? xml : xml.replace(/<(\/?)([A-Za-z]\w*)(?=[\s/>])/g, `<$1${prefix}$2`);

interface RootChild extends Child {
  /** The text between the previous child and this one: mostly white space. */
  gap: string;
}

/** A part of the package whose root's children can be replaced one by one; the others are carried over unchanged. */
export class XmlPart {
  readonly prefix: string;
  /** The XML declaration and the root's start tag. */
  private opening: string;
  private readonly children: RootChild[] = [];
  private readonly closing: string;

  /** @param order the order that the schema requires for the root's children */
  constructor(
    xml: string,
    private readonly order: readonly string[],
  ) {
    const root = nextTag(xml, 0);
    if (!root) throw damaged("a part without content");
    const written = xml.slice(root.start, root.end);
    this.prefix = /^<([\w.-]+:)/.exec(written)?.[1] ?? "";
    if (root.kind === "empty") {
      this.opening = `${xml.slice(0, root.end).replace(/\s*\/>$/, "")}>`;
      this.closing = `</${this.prefix}${root.name}>`;
      return;
    }
    this.opening = xml.slice(0, root.end);
    let at = root.end;
    for (;;) {
      const tag = nextTag(xml, at);
      if (!tag) throw damaged(`${root.name} without its end`);
      if (tag.kind === "close") break;
      const end = elementEnd(xml, tag);
      this.children.push({ name: tag.name, xml: xml.slice(tag.start, end), gap: xml.slice(at, tag.start) });
      at = end;
    }
    this.closing = xml.slice(at);
  }

  get root(): Attributes {
    return attributesOf(this.opening.slice(this.opening.lastIndexOf("<")));
  }

  /** Declares a namespace at the root, unless its prefix is declared already. */
  declare(prefix: string, uri: string): void {
    if (!this.opening.includes(`xmlns:${prefix}=`))
      this.opening = this.opening.replace(/>$/, ` xmlns:${prefix}="${uri}">`);
  }

  /** The prefix that the root declares for the namespace ending in `ending`. */
  prefixOf(ending: string): string | undefined {
    return new RegExp(`xmlns:([\\w.-]+)\\s*=\\s*["'][^"']*${ending}["']`).exec(this.opening)?.[1];
  }

  get(name: string): string | undefined {
    return this.children.find((child) => child.name === name)?.xml;
  }

  all(name: string): string[] {
    return this.children.filter((child) => child.name === name).map(({ xml }) => xml);
  }

  /** Replaces the children of this name by elements written without prefix; `""` removes them. */
  set(name: string, xml: string): void {
    this.setRaw(name, prefixed(xml, this.prefix));
  }

  /** Like `set`, for elements that already have their prefixes. */
  setRaw(name: string, xml: string): void {
    const first = this.children.findIndex((child) => child.name === name);
    for (let index = this.children.length - 1; index > first && first >= 0; index--)
      if (this.children[index]!.name === name) this.children.splice(index, 1);
    if (first >= 0 && xml === "") this.children.splice(first, 1);
    else if (first >= 0) this.children[first]!.xml = xml;
    else if (xml !== "") this.children.splice(this.placeOf(name), 0, { name, xml, gap: "" });
  }

  private placeOf(name: string): number {
    const rank = this.order.indexOf(name);
    const later = this.children.findIndex((child) => this.order.indexOf(child.name) > rank);
    return later < 0 ? this.children.length : later;
  }

  toString(): string {
    return this.opening + this.children.map(({ gap, xml }) => gap + xml).join("") + this.closing;
  }
}

/** Replacements at several places of a text. They must not overlap, and must be added in the order of their places. */
export class Edits {
  private readonly list: { start: number; end: number; text: string }[] = [];

  replace(start: number, end: number, text: string): void {
    this.list.push({ start, end, text });
  }

  /** Adds the replacements of another list, all of which come after those added so far. */
  take(others: Edits): void {
    this.list.push(...others.list);
  }

  get isEmpty(): boolean {
    return this.list.length === 0;
  }

  appliedTo(text: string): string {
    const parts: string[] = [];
    let at = 0;
    for (const { start, end, text: written } of this.list) {
      parts.push(text.slice(at, start), written);
      at = end;
    }
    parts.push(text.slice(at));
    return parts.join("");
  }
}
