import { zipSync, type Zippable } from "fflate";
import { pathFrom, relationshipsOf, xmlPart } from "../../../src/documents/package/parts";
import { ZipPackage } from "../../../src/documents/package/zip-package";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined): string | undefined => bytes && new TextDecoder().decode(bytes);
const MB = 1024 * 1024;
/** Bytes that deflate to about half of their number. */
const noise = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, k) => (Math.imul(k ^ (k >>> 3), 0x9e3779b1) >>> 28) & 15);
/** A package whose record of each part in the directory is changed; `at` counts from the record's start. */
function changed(parts: Zippable, at: number, value: number): Uint8Array {
  const bytes = zipSync(parts);
  const view = new DataView(bytes.buffer);
  for (let k = 0; k + 46 < bytes.length; k++)
    if (view.getUint32(k, true) === 0x02014b50) view.setUint16(k + at, value, true);
  return bytes;
}
const refusing = (code: string) => expect.objectContaining({ name: "PackageError", code });

describe("a package", () => {
  it("gives its parts, stored or deflated, whatever the case of their names", () => {
    const zip = new ZipPackage(
      zipSync({ "Word/document.xml": bytesOf("甲".repeat(50)), plain: [bytesOf("乙"), { level: 0 }] }),
    );
    expect([zip.has("word/Document.xml"), zip.has("word/other.xml")]).toEqual([true, false]);
    expect([textOf(zip.read("WORD/document.xml")), textOf(zip.read("plain")), zip.read("none")]).toEqual([
      "甲".repeat(50),
      "乙",
      undefined,
    ]);
  });

  it("gives parts whose names were written with backslashes", () => {
    expect(textOf(new ZipPackage(zipSync({ "word\\a.xml": bytesOf("甲") })).read("word/a.xml"))).toBe("甲");
  });

  it("gives parts longer than one step of inflating", () => {
    const content = noise(100_000);
    expect(new ZipPackage(zipSync({ a: content })).read("a")).toEqual(content);
  });

  it("is found before a comment of the archive, and behind bytes that are not its own", () => {
    const zip = zipSync({ a: bytesOf("甲") }, { comment: "x".repeat(60_000) });
    expect(textOf(new ZipPackage(zip).read("a"))).toBe("甲");
    const around = new Uint8Array(zip.length + 8);
    around.set(zip, 8);
    expect(textOf(new ZipPackage(around.subarray(8)).read("a"))).toBe("甲");
  });

  it("counts all parts together against its limit", () => {
    const zip = zipSync({ a: [noise(600), { level: 0 }], b: [noise(400), { level: 0 }], c: [noise(1), { level: 0 }] });
    const limited = new ZipPackage(zip, 1000);
    expect([limited.read("a")!.length, limited.read("b")!.length]).toEqual([600, 400]);
    expect(() => limited.read("c")).toThrow(refusing("zipBomb"));
  });

  it("is a bomb where a part of more than a megabyte inflates 250 times, and not below", () => {
    expect(new ZipPackage(zipSync({ a: new Uint8Array(MB) })).read("a")).toHaveLength(MB);
    expect(() => new ZipPackage(zipSync({ a: new Uint8Array(MB + 1) })).read("a")).toThrow(refusing("zipBomb"));
    expect(new ZipPackage(zipSync({ a: noise(MB + 1) })).read("a")).toHaveLength(MB + 1);
  });

  it.each<[what: string, bytes: () => Uint8Array, code: string]>([
    ["a part has a password", () => changed({ a: bytesOf("甲") }, 8, 1), "password"],
    ["a part is packed in another way", () => changed({ a: bytesOf("甲".repeat(50)) }, 10, 9), "corrupt"],
    ["a part is longer than the file", () => changed({ a: [bytesOf("甲"), { level: 0 }] }, 20, 60_000), "corrupt"],
    ["a part is shorter than it says", () => changed({ a: bytesOf("甲".repeat(50)) }, 24, 200), "corrupt"],
    ["a part begins elsewhere", () => changed({ a: bytesOf("甲") }, 42, 1), "corrupt"],
  ])("is refused where %s", (_, bytes, code) => {
    const zip = new ZipPackage(bytes());
    expect(() => zip.read("a")).toThrow(refusing(code));
  });

  it("is refused without a directory, with a cut one, and with more parts than any document has", () => {
    const whole = zipSync({ a: bytesOf("甲"), b: bytesOf("乙") });
    expect(() => new ZipPackage(new Uint8Array(100))).toThrow(refusing("corrupt"));
    expect(() => new ZipPackage(new Uint8Array(5))).toThrow(refusing("corrupt"));
    const end = whole.length - 22;
    const more = whole.slice();
    new DataView(more.buffer).setUint16(end + 10, 3, true);
    expect(() => new ZipPackage(more)).toThrow(refusing("corrupt"));
    new DataView(more.buffer).setUint16(end + 10, 10_001, true);
    expect(() => new ZipPackage(more)).toThrow(refusing("zipBomb"));
  });
});

describe("a part that refers to others", () => {
  it.each([
    ["word/document.xml", "styles.xml", "word/styles.xml"],
    ["word/document.xml", "../docProps/app.xml", "docProps/app.xml"],
    ["word/document.xml", "./a//b.xml", "word/a/b.xml"],
    ["word/document.xml", "/word/styles.xml", "word/styles.xml"],
    ["", "word/document.xml", "word/document.xml"],
    ["a.xml", "../../b.xml", "b.xml"],
  ])("from %j by %j means %j", (part, target, path) => expect(pathFrom(part, target)).toBe(path));

  it("has its relationships beside it, those to elsewhere left out", () => {
    const zip = new ZipPackage(
      zipSync({
        "_rels/.rels": bytesOf('<R><Relationship Id="a" Type="http://x/officeDocument" Target="w/d.xml"/></R>'),
        "w/_rels/d.xml.rels": bytesOf(
          '<R><Relationship Id="s" Type="http://x/styles" Target="s.xml"/><Relationship Id="h" Type="http://x/hyperlink" TargetMode="External" Target="http://y"/><Other Id="o" Type="t" Target="t"/><Relationship/></R>',
        ),
      }),
    );
    expect(relationshipsOf(zip, "")).toEqual([{ id: "a", type: "officeDocument", target: "w/d.xml" }]);
    expect(relationshipsOf(zip, "w/d.xml")).toEqual([
      { id: "s", type: "styles", target: "w/s.xml" },
      { id: "", type: "", target: "w" },
    ]);
    expect(relationshipsOf(zip, "w/none.xml")).toEqual([]);
    expect([xmlPart(zip, "w/_rels/d.xml.rels")?.name, xmlPart(zip, "none.xml")]).toEqual(["R", undefined]);
  });
});
