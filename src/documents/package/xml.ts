import { PackageError } from "./package-error";

/**
 * An XML element under its local name. Namespaces are dropped: Office's formats do not need them to tell elements
 * apart.
 */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  /** Character data directly inside the element, concatenated. */
  text: string;
  /**
   * Character data and child elements in document order. Without character data this is the `children` array itself.
   */
  content: (string | XmlElement)[];
}

const MAX_DEPTH = 500;
/**
 * Limit on the elements of one part, far above a document of a thousand pages: a few bytes of XML already create an
 * element object of many bytes.
 */
const MAX_ELEMENTS = 600_000;
/** Shared empty values: most elements have no attributes or no children, and sharing keeps them small. */
const NO_ATTRIBUTES: XmlElement["attributes"] = Object.freeze({});
const NO_CHILDREN = Object.freeze<XmlElement[]>([]) as XmlElement[];

const elementOf = (name: string): XmlElement => ({
  name,
  attributes: NO_ATTRIBUTES,
  children: NO_CHILDREN,
  text: "",
  content: NO_CHILDREN,
});

const PREDEFINED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const NAME_END = /[\s/>=]/;

/**
 * Parses one XML part into a tree. Document types (DTDs) are refused, so entities cannot be defined, let alone
 * expanded: only the five predefined entities and character references are resolved.
 * @returns the document element
 * @throws PackageError `unsafeXml` for a document type or an unknown entity, `corrupt` for XML that is not well formed
 * or nested too deeply, `zipBomb` for more elements than any document has
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const source = decodeXml(bytes);
  const root = elementOf("");
  const open: XmlElement[] = [root];
  let at = 0;
  let elements = 0;
  while (at < source.length) {
    const top = open[open.length - 1]!;
    const tag = source.indexOf("<", at);
    addText(top, unescapeXml(source.slice(at, tag < 0 ? source.length : tag)));
    if (tag < 0) break;
    if (source.startsWith("<!--", tag)) at = after(source, "-->", tag);
    else if (source.startsWith("<![CDATA[", tag)) {
      at = after(source, "]]>", tag);
      addText(top, source.slice(tag + 9, at - 3));
    } else if (source.startsWith("<?", tag)) at = after(source, "?>", tag);
    else if (source[tag + 1] === "!") throw new PackageError("unsafeXml");
    else if (source[tag + 1] === "/") {
      at = after(source, ">", tag);
      if (open.length === 1 || localName(source.slice(tag + 2, at - 1).trim()) !== top.name)
        throw new PackageError("corrupt");
      open.pop();
    } else {
      if (++elements > MAX_ELEMENTS) throw new PackageError("zipBomb");
      at = readTag(source, tag, open);
    }
  }
  const document = root.children[0];
  if (open.length !== 1 || !document) throw new PackageError("corrupt");
  return document;
}

function addText(element: XmlElement, text: string): void {
  if (text === "") return;
  element.text += text;
  if (element.content === element.children) element.content = [...element.children, text];
  else element.content.push(text);
}

function addChild(parent: XmlElement, element: XmlElement): void {
  const isShared = parent.content === parent.children;
  if (parent.children === NO_CHILDREN) parent.children = [element];
  else parent.children.push(element);
  if (isShared) parent.content = parent.children;
  else parent.content.push(element);
}

/** The first child with that name; with several names, the descendant along that path. */
export function child(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  let found = element;
  for (const name of names) found = found?.children.find((each) => each.name === name);
  return found;
}

/** The `val` attribute of the child (or descendant) with that name. */
export function valueOf(element: XmlElement | undefined, ...names: string[]): string | undefined {
  return child(element, ...names)?.attributes.val;
}

/** The value of a toggle property such as `<w:vanish/>`; undefined if it is absent. */
export function isOn(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name);
  return found && !/^(?:0|false|off|none)$/.test(found.attributes.val ?? "1");
}

/**
 * Reads a start tag that begins at `tag`. Adds its element to the innermost open one, and opens it unless it is empty.
 * @returns where the tag ends
 */
function readTag(source: string, tag: number, open: XmlElement[]): number {
  let at = endOfName(source, tag + 1);
  const element = elementOf(localName(source.slice(tag + 1, at)));
  addChild(open[open.length - 1]!, element);
  let attributes: Record<string, string> | undefined;
  for (;;) {
    at = skipBlanks(source, at);
    if (source[at] === ">") {
      if (open.length > MAX_DEPTH) throw new PackageError("corrupt");
      open.push(element);
      return at + 1;
    }
    if (source.startsWith("/>", at)) return at + 2;
    const { name, value, end } = readAttribute(source, at);
    if (!attributes) element.attributes = attributes = {};
    attributes[name] = value;
    at = end;
  }
}

function readAttribute(source: string, start: number): { name: string; value: string; end: number } {
  const nameEnd = endOfName(source, start);
  const name = localName(source.slice(start, nameEnd));
  const equals = skipBlanks(source, nameEnd);
  if (name === "" || source[equals] !== "=") throw new PackageError("corrupt");
  const opening = skipBlanks(source, equals + 1);
  const quote = source[opening];
  const closing = quote === '"' || quote === "'" ? source.indexOf(quote, opening + 1) : -1;
  if (closing < 0) throw new PackageError("corrupt");
  return { name, value: unescapeXml(source.slice(opening + 1, closing)), end: closing + 1 };
}

function endOfName(source: string, from: number): number {
  let at = from;
  while (at < source.length && !NAME_END.test(source[at]!)) at++;
  return at;
}

function skipBlanks(source: string, from: number): number {
  let at = from;
  while (/\s/.test(source[at] ?? "")) at++;
  return at;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  if (found < 0) throw new PackageError("corrupt");
  return found + mark.length;
}

function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w{1,8});/gi, (_, name: string) => {
    if (name[0] !== "#") {
      const known = Object.hasOwn(PREDEFINED, name) ? PREDEFINED[name] : undefined;
      if (known === undefined) throw new PackageError("unsafeXml");
      return known;
    }
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

function decodeXml(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
