import { unzipSync, Zip, ZipDeflate } from "fflate";
import { WorkbookFileError } from "./errors";
import { attributesIn, attributesXml, elements, XmlPart } from "./xml";

export interface Relation {
  id: string;
  /** The last segment of its type, such as `worksheet` or `table`: equal in the transitional and the strict format. */
  type: string;
  /** The part's path, or the address of something outside the package. */
  target: string;
  isExternal: boolean;
}

/** The largest unpacked sizes, in bytes: far above any workbook of an office, far below what stops a laptop. */
const limits = { part: 200 * 1024 * 1024, all: 700 * 1024 * 1024 };

/** How many bytes are packed between two pauses. */
const packedAtOnce = 128 * 1024;

const typesPath = "[Content_Types].xml";
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packageNamespace = "http://schemas.openxmlformats.org/package/2006";

/** The parts of an Open Packaging Conventions file, by path. Parts that are not set keep their bytes. */
export class WorkbookPackage {
  /** The paths as written in the file, by their normalized form (`asked`). */
  private readonly paths = new Map<string, string>();
  private readonly texts = new Map<string, string>();
  private readonly changed = new Set<string>();

  private constructor(private readonly parts: Map<string, Uint8Array>) {
    for (const path of parts.keys()) this.paths.set(asked(path), path);
  }

  /** @throws WorkbookFileError for bytes that are no package, or too large */
  static open(bytes: Uint8Array): WorkbookPackage {
    checkSignature(bytes);
    let all = 0;
    try {
      const parts = unzipSync(bytes, {
        filter: ({ originalSize }) => {
          all += originalSize;
          if (originalSize > limits.part || all > limits.all) throw new WorkbookFileError("tooLarge");
          return true;
        },
      });
      return new WorkbookPackage(new Map(Object.entries(parts)));
    } catch (error) {
      if (error instanceof WorkbookFileError) throw error;
      throw new WorkbookFileError("damaged", String(error), { cause: error });
    }
  }

  static of(texts: Readonly<Record<string, string>>): WorkbookPackage {
    return new WorkbookPackage(new Map(Object.entries(texts).map(([path, text]) => [path, encoded(text)])));
  }

  /** A copy that can be changed independently. */
  copy(): WorkbookPackage {
    return new WorkbookPackage(new Map(this.parts));
  }

  has(path: string): boolean {
    return this.paths.has(asked(path));
  }

  get all(): string[] {
    return [...this.parts.keys()];
  }

  /** A part's text; undefined if there is no such part. */
  text(path: string): string | undefined {
    const known = this.paths.get(asked(path));
    if (known === undefined) return undefined;
    let text = this.texts.get(known);
    if (text === undefined) this.texts.set(known, (text = decoded(this.parts.get(known)!)));
    return text;
  }

  /** Sets a part's text; equal text leaves the part unchanged. */
  set(path: string, text: string): void {
    if (this.text(path) === text) return;
    const known = this.paths.get(asked(path)) ?? path;
    this.paths.set(asked(path), known);
    this.parts.set(known, encoded(text));
    this.texts.set(known, text);
    this.changed.add(known);
  }

  remove(path: string): void {
    const known = this.paths.get(asked(path));
    if (known === undefined) return;
    this.paths.delete(asked(path));
    this.parts.delete(known);
    this.texts.delete(known);
    this.changed.add(known);
  }

  get isChanged(): boolean {
    return this.changed.size > 0;
  }

  /** A path that is not in use: `xl/worksheets/sheet3.xml` for `xl/worksheets/sheet#.xml`. */
  freePath(pattern: string): string {
    for (let number = 1; ; number++) {
      const path = pattern.replace("#", String(number));
      if (!this.has(path)) return path;
    }
  }

  /** The relations of a part, or of the package for `""`. */
  relations(path: string): Relation[] {
    return elements(this.text(relationsPath(path)) ?? "", "Relationship").map(({ attributes }) => {
      const isExternal = attributes.TargetMode === "External";
      const target = attributes.Target ?? "";
      return {
        id: attributes.Id ?? "",
        type: (attributes.Type ?? "").replace(/^.*\//, ""),
        isExternal,
        target: isExternal ? target : resolved(target, path),
      };
    });
  }

  /** @returns the new relation's id */
  relate(path: string, type: string, target: string): string {
    const taken = new Set(this.relations(path).map(({ id }) => id.toLowerCase()));
    let number = taken.size + 1;
    while (taken.has(`rid${number}`)) number++;
    const at = relationsPath(path);
    const part = new XmlPart(
      this.text(at) ?? `${xmlDeclaration}<Relationships xmlns="${packageNamespace}/relationships"></Relationships>`,
      ["Relationship"],
    );
    const own = `<Relationship${attributesXml({ Id: `rId${number}`, Type: type, Target: relative(target, path) })}/>`;
    this.appendTo(at, part, own);
    return `rId${number}`;
  }

  unrelate(path: string, id: string): void {
    this.dropChildren(relationsPath(path), "Relationship", ({ Id }) => Id === id);
  }

  /** Sets a part's content type, unless it has one of its own. */
  setType(path: string, type: string): void {
    const part = new XmlPart(this.text(typesPath)!, ["Default", "Override"]);
    if (part.all("Override").some((xml) => asked(attributesIn(xml).PartName ?? "") === asked(path))) return;
    this.appendTo(typesPath, part, `<Override${attributesXml({ PartName: `/${path}`, ContentType: type })}/>`);
  }

  /** Sets the default content type of an extension, unless it has one. */
  ensureDefault(extension: string, type: string): void {
    const text = this.text(typesPath)!;
    if (elements(text, "Default").some(({ attributes }) => attributes.Extension?.toLowerCase() === extension)) return;
    this.appendTo(
      typesPath,
      new XmlPart(text, ["Default", "Override"]),
      `<Default${attributesXml({ Extension: extension, ContentType: type })}/>`,
    );
  }

  typeOf(path: string): string | undefined {
    const types = this.text(typesPath) ?? "";
    const own = elements(types, "Override").find(({ attributes }) => asked(attributes.PartName ?? "") === asked(path));
    const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase();
    return (
      own ?? elements(types, "Default").find(({ attributes }) => attributes.Extension?.toLowerCase() === extension)
    )?.attributes.ContentType;
  }

  /** Removes a part, and all parts that can be reached only through it. */
  removeWithBelongings(path: string): void {
    const before = this.reachableFrom("");
    this.remove(path);
    this.remove(relationsPath(path));
    this.dropChildren(typesPath, "Override", ({ PartName = "" }) => asked(PartName) === asked(path));
    const after = this.reachableFrom("");
    for (const other of before) {
      if (after.has(other) || !this.has(other)) continue;
      this.remove(other);
      this.remove(relationsPath(other));
      this.dropChildren(typesPath, "Override", ({ PartName = "" }) => asked(PartName) === other);
    }
  }

  /** Paths of all parts that a part (`""`: the package) points at, directly or through others; not its own. */
  reachableFrom(start: string): Set<string> {
    const found = new Set<string>();
    const visit = (path: string): void => {
      for (const { target, isExternal } of this.relations(path)) {
        if (isExternal || !this.has(target) || found.has(asked(target))) continue;
        found.add(asked(target));
        visit(target);
      }
    };
    visit(start);
    found.delete(asked(start));
    return found;
  }

  private appendTo(path: string, part: XmlPart, xml: string): void {
    const name = /^<(\w+)/.exec(xml)![1]!;
    const own = part.prefix === "" ? xml : xml.replace(/^</, `<${part.prefix}`);
    part.setRaw(name, part.all(name).join("") + own);
    this.set(path, part.toString());
  }

  private dropChildren(path: string, name: string, isGone: (attributes: Record<string, string>) => boolean): void {
    const text = this.text(path);
    if (text === undefined) return;
    const part = new XmlPart(text, [name]);
    part.setRaw(
      name,
      part
        .all(name)
        .filter((xml) => !isGone(attributesIn(xml)))
        .join(""),
    );
    this.set(path, part.toString());
  }

  /**
   * The bytes of the file. Equal parts give equal bytes.
   * @param pauseForPage awaited between chunks
   */
  async toBytes(pauseForPage: () => Promise<void> | undefined): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    const zip = new Zip((error, piece) => {
      if (error) throw error;
      pieces.push(piece);
    });
    for (const [path, bytes] of this.parts) {
      const file = new ZipDeflate(path, { level: /\.(?:png|jpe?g|gif|zip)$/i.test(path) ? 0 : 6 });
      file.mtime = new Date(1980, 0, 1);
      zip.add(file);
      for (let at = 0; at === 0 || at < bytes.length; at += packedAtOnce) {
        file.push(bytes.subarray(at, at + packedAtOnce), at + packedAtOnce >= bytes.length);
        await pauseForPage();
      }
    }
    zip.end();
    return new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer());
  }
}

const asked = (path: string): string => path.replace(/\\/g, "/").replace(/^\//, "").toLowerCase();

function relationsPath(path: string): string {
  const slash = path.lastIndexOf("/");
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
}

function resolved(target: string, from: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const parts = from.split("/").slice(0, -1);
  for (const part of target.split(/[\\/]/)) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** A part's path relative to the part that refers to it: some readers accept no other form. */
function relative(target: string, from: string): string {
  const [to, own] = [target.split("/"), from.split("/").slice(0, -1)];
  let same = 0;
  while (same < own.length && same < to.length - 1 && own[same] === to[same]) same++;
  return [...own.slice(same).map(() => ".."), ...to.slice(same)].join("/");
}

/** The signature of compound files, in which old and encrypted workbooks are stored. */
const compound = [0xd0, 0xcf, 0x11, 0xe0];

function checkSignature(bytes: Uint8Array): void {
  if (compound.every((byte, index) => bytes[index] === byte)) {
    throw new WorkbookFileError(
      containsName(bytes, "EncryptedPackage")
        ? "password"
        : containsName(bytes, "Workbook") || containsName(bytes, "Book")
          ? "xls"
          : "otherFormat",
    );
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new WorkbookFileError("notWorkbook");
}

/** Whether the directory of a compound file has an entry of this name, which is encoded as UTF-16. */
function containsName(bytes: Uint8Array, name: string): boolean {
  const wanted = [...`${name}\0`].flatMap((char) => [char.charCodeAt(0), 0]);
  // Directory entries are 128 bytes long, and aligned.
  for (let at = 0; at + wanted.length <= bytes.length; at += 128)
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

function decoded(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

const encoded = (text: string): Uint8Array =>
  new TextEncoder().encode(text.replace(/^(<\?xml[^>]*encoding=["'])utf-16(?:le|be)?/i, "$1UTF-8"));
