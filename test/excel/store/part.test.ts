import { checksum } from "../../../src/excel/store/checksum";
import { formattingPart, isSamePart, parsingPart, type XmlPart } from "../../../src/excel/store/part";
import { runToEnd } from "../../../src/plan/pausable";

const format = (text: string, attributes?: Record<string, string>): string =>
  runToEnd(formattingPart("note", "urn:note", text, attributes));
const parse = (xml: string): XmlPart | string => runToEnd(parsingPart("note", xml));
const marked = (version: string, body: string, sum = checksum(body)): string =>
  `<note xmlns="urn:note" version="${version}" checksum="${sum}">${body}</note>`;

describe("a part of the workbook", () => {
  it.each([0, 1, 0xffff, 0x10000, 0x10001, 0x20000, 0x30000])("gives back a text of %i bytes", (length) => {
    // Not the same all over, so that a piece that is missing or there twice is noticed.
    const text = Array.from({ length }, (_, index) =>
      String.fromCharCode(33 + ((index * index + (index >> 7)) % 90)),
    ).join("");
    expect(parse(format(text))).toMatchObject({ text });
  });

  it("pauses while a long text is deflated and inflated", () => {
    let state = 1;
    const noise = Array.from({ length: 400_000 }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return String.fromCharCode(33 + ((state >>> 16) % 90));
    }).join("");
    const pauses = (work: Iterator<unknown, unknown>): number => {
      let count = 0;
      while (!work.next().done) count++;
      return count;
    };
    expect(pauses(formattingPart("note", "urn:note", noise))).toBeGreaterThan(6);
    expect(pauses(parsingPart("note", format(noise)))).toBeGreaterThan(6);
    expect(pauses(formattingPart("note", "urn:note", "短"))).toBeLessThan(4);
  });

  it("has its attributes, whatever prefix and quotes a writer gives them", () => {
    const xml = format("文", { of: "ab" });
    expect(parse(xml)).toMatchObject({ version: 2, text: "文", attributes: { of: "ab" } });
    expect(parse(`<?xml version="1.0"?>${xml.replace(/"/g, "'").replace(/note/g, "x:note")}`)).toMatchObject({
      text: "文",
    });
    expect(parse(xml.replace(/>(.{8})/, ">\n  $1\n"))).toMatchObject({ text: "文" });
  });

  it.each([
    ["another part", "<other></other>", "not a note"],
    ["no element", "文", "not a note"],
    ["an end before its beginning", `</note><note version="2">`, "not a note"],
    ["no version", `<note checksum="${checksum("")}"></note>`, "no version"],
    ["no number as its version", marked("x", ""), "no version"],
    ["version 0", marked("0", ""), "no version"],
    ["a later version", marked("3", ""), "version 3 is newer than 2"],
    ["another sum", marked("2", "AAAA", "0"), "checksum"],
    ["another sum in the first version", marked("1", "{}", "0"), "checksum"],
    ["something that was not deflated", marked("2", "////"), "not deflated"],
  ])("says what is wrong with %s", (_, xml, said) => {
    expect(parse(xml)).toBe(said);
  });

  it("of the first version is its text, with its spaces", () => {
    expect(parse(marked("1", `{"a": "b  c"}`))).toMatchObject({ version: 1, text: `{"a": "b  c"}` });
  });

  it("is the same however it was written, and another with another text or attribute", () => {
    const xml = format("文", { of: "ab", by: "c" });
    for (const same of [
      xml,
      `<?xml version="1.0"?>\n${xml}`,
      xml.replace(/"/g, "'"),
      xml.replace(`of="ab" by="c"`, `by="c" of="ab"`),
      xml.replace(/>(.{4})/, ">\n$1 "),
      xml.replace(`xmlns="urn:note"`, `xmlns:p="urn:note"`),
    ])
      expect(isSamePart(same, xml)).toBe(true);
    for (const other of [
      format("字", { of: "ab", by: "c" }),
      format("文", { of: "ac", by: "c" }),
      format("文", { of: "ab" }),
      "文",
      "",
    ])
      expect(isSamePart(other, xml)).toBe(false);
  });
});
