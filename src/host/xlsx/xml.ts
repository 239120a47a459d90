import { WorkbookFileError } from "./errors";

/**
 * Reading and patching of XML without a tree: what is not asked for is carried over as the text that it is. Names are
 * compared without their prefix, since some programs write `x:row` for `row`.
 */

/** One tag in a text; `end` is behind its `>`. */
interface Tag {
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

/** The next tag at or behind `from`; comments, instructions and character data are passed over. */
export function nextTag(xml: string, from: number): Tag | undefined {
  let start = xml.indexOf("<", from);
  for (;;) {
    if (start < 0) return undefined;
    const next = xml.charCodeAt(start + 1);
    // `!` and `?`
    if (next !== 33 && next !== 63) break;
    const mark =
      next === 63
        ? "?>"
        : xml.startsWith("<!--", start)
          ? "-->"
          : xml.startsWith("<![CDATA[", start)
            ? "]]>"
            : undefined;
    if (!mark) throw damaged("a document type");
    const end = xml.indexOf(mark, start);
    if (end < 0) throw damaged("XML that ends early");
    start = xml.indexOf("<", end + mark.length);
  }
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

/** Where the element ends whose tag this is. */
export function elementEnd(xml: string, tag: Tag): number {
  if (tag.kind === "empty") return tag.end;
  // Rows and cells are told by what they are called; a quick way past the many of them.
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

/** The elements directly inside the element that this text is. */
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

/** The attributes of the element that this text begins with, by their names without prefix. */
export function attributesOf(xml: string): Attributes {
  const tag = nextTag(xml, 0);
  return tag ? attributesIn(xml.slice(tag.start, tag.end)) : {};
}

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

/** The elements of this name anywhere in the text, which have none of their own name inside. */
export function elements(xml: string, name: string): Element[] {
  const found = xml.matchAll(
    new RegExp(
      `<(?:[\\w.-]+:)?${name}(?=[\\s/>])((?:[^>"']|"[^"]*"|'[^']*')*?)(?:/>|>([^]*?)</(?:[\\w.-]+:)?${name}\\s*>)`,
      "g",
    ),
  );
  return [...found].map(([, attributes, inner]) => ({ attributes: attributesIn(attributes!), inner: inner ?? "" }));
}

/** The text of an element's only child of this name. */
export function childText(xml: string, name: string): string | undefined {
  const [found] = elements(xml, name);
  return found && unescaped(found.inner);
}

export const isOn = (value: string | undefined): boolean => value === "1" || value === "true" || value === "on";

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** XML text as written by hand. */
export function unescaped(text: string): string {
  if (!text.includes("&")) return text.includes("<![CDATA[") ? text.replace(/<!\[CDATA\[([^]*?)\]\]>/g, "$1") : text;
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return entities[name] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** For character data and attributes alike. */
export const escaped = (text: string): string =>
  doubtful.test(text)
    ? written(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;")
    : text;

/** Letters that XML does not take, halves of letters among them: with one of them the whole file counts as damaged. */
const unwritable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const doubtful = new RegExp(`[&<>"]|${unwritable.source}`);

/** As the format writes them: `_x0001_`. */
export const written = (text: string): string =>
  text.replace(unwritable, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);

/** Line breaks in an attribute would be read as spaces. */
const escapedAttribute = (text: string): string =>
  escaped(text).replace(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`);

/** ` name="value"` for each that has a value. */
export function attributesXml(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  let text = "";
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined)
      text += ` ${name}="${typeof value === "boolean" ? (value ? 1 : 0) : typeof value === "number" ? value : escapedAttribute(value)}"`;
  }
  return text;
}

/** The text of an element with some attributes of its tag set, or taken away (undefined); all else stays. */
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

/** Gives the elements of a text written here the prefix that the part's own have. */
export const prefixed = (xml: string, prefix: string): string =>
  prefix === "" ? xml : xml.replace(/<(\/?)([A-Za-z]\w*)(?=[\s/>])/g, `<$1${prefix}$2`);

interface Piece extends Child {
  /** What stands before it, white space mostly. */
  gap: string;
}

/** A part whose root's children are replaced one by one; the others are carried over. */
export class XmlPart {
  readonly prefix: string;
  /** Declaration, and the root's tag. */
  private head: string;
  private readonly pieces: Piece[] = [];
  private readonly tail: string;

  /** @param order in which the schema wants the root's children */
  constructor(
    xml: string,
    private readonly order: readonly string[],
  ) {
    const root = nextTag(xml, 0);
    if (!root) throw damaged("a part without content");
    const written = xml.slice(root.start, root.end);
    this.prefix = /^<([\w.-]+:)/.exec(written)?.[1] ?? "";
    if (root.kind === "empty") {
      this.head = `${xml.slice(0, root.end).replace(/\s*\/>$/, "")}>`;
      this.tail = `</${this.prefix}${root.name}>`;
      return;
    }
    this.head = xml.slice(0, root.end);
    let at = root.end;
    for (;;) {
      const tag = nextTag(xml, at);
      if (!tag) throw damaged(`${root.name} without its end`);
      if (tag.kind === "close") break;
      const end = elementEnd(xml, tag);
      this.pieces.push({ name: tag.name, xml: xml.slice(tag.start, end), gap: xml.slice(at, tag.start) });
      at = end;
    }
    this.tail = xml.slice(at);
  }

  get root(): Attributes {
    return attributesOf(this.head.slice(this.head.lastIndexOf("<")));
  }

  /** Says a namespace that what is put in uses. */
  declare(prefix: string, uri: string): void {
    if (!this.head.includes(`xmlns:${prefix}=`)) this.head = this.head.replace(/>$/, ` xmlns:${prefix}="${uri}">`);
  }

  /** The prefix under which the root knows a namespace that ends so. */
  prefixOf(ending: string): string | undefined {
    return new RegExp(`xmlns:([\\w.-]+)\\s*=\\s*["'][^"']*${ending}["']`).exec(this.head)?.[1];
  }

  get(name: string): string | undefined {
    return this.pieces.find((piece) => piece.name === name)?.xml;
  }

  all(name: string): string[] {
    return this.pieces.filter((piece) => piece.name === name).map(({ xml }) => xml);
  }

  /** Puts elements, written without prefix, where those of this name are or belong; `""` takes them away. */
  set(name: string, xml: string): void {
    this.setRaw(name, prefixed(xml, this.prefix));
  }

  /** The same for text that has its prefixes. */
  setRaw(name: string, xml: string): void {
    const first = this.pieces.findIndex((piece) => piece.name === name);
    for (let index = this.pieces.length - 1; index > first && first >= 0; index--)
      if (this.pieces[index]!.name === name) this.pieces.splice(index, 1);
    if (first >= 0 && xml === "") this.pieces.splice(first, 1);
    else if (first >= 0) this.pieces[first]!.xml = xml;
    else if (xml !== "") this.pieces.splice(this.placeOf(name), 0, { name, xml, gap: "" });
  }

  private placeOf(name: string): number {
    const rank = this.order.indexOf(name);
    const later = this.pieces.findIndex((piece) => this.order.indexOf(piece.name) > rank);
    return later < 0 ? this.pieces.length : later;
  }

  toString(): string {
    return this.head + this.pieces.map(({ gap, xml }) => gap + xml).join("") + this.tail;
  }
}

/** Changes of a text at several places, which do not overlap. */
export class Edits {
  private readonly list: { start: number; end: number; text: string }[] = [];

  /** In the order of their places. */
  replace(start: number, end: number, text: string): void {
    this.list.push({ start, end, text });
  }

  /** Those of another list, whose places are behind these. */
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
