import { child, isOn, parseXml, valueOf, type XmlElement } from "../../../src/documents/package/xml";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const parsed = (text: string): XmlElement => parseXml(bytesOf(text));
/** The tree as one text: `name{attributes}[content]`. */
const shown = ({ name, attributes, content }: XmlElement): string =>
  `${name}${Object.keys(attributes).length > 0 ? JSON.stringify(attributes) : ""}[${content.map((each) => (typeof each === "string" ? each : shown(each))).join("|")}]`;
const nested = (depth: number): string => "<a>".repeat(depth) + "</a>".repeat(depth);

describe("an XML part", () => {
  it.each<[what: string, xml: string, tree: string]>([
    ["names without their prefixes", '<w:p w:x="1"><w:t>甲</w:t></w:p>', 'p{"x":"1"}[t[甲]]'],
    ["names without a prefix", "<p><t>甲</t></p>", "p[t[甲]]"],
    ["empty elements, with and without a blank", "<p><a/><b /><c></c></p>", "p[a[]|b[]|c[]]"],
    ["text and elements in their order", "<p>甲<b>乙</b>丙<b/>丁</p>", "p[甲|b[乙]|丙|b[]|丁]"],
    ["text only behind the elements", "<p><b/><b/>甲</p>", "p[b[]|b[]|甲]"],
    [
      "either quote, blanks around the sign, a greater-than within",
      "<p a='1' b = \"x>y\"\n/>",
      'p{"a":"1","b":"x>y"}[]',
    ],
    ["an empty attribute", '<p a="" b="2"/>', 'p{"a":"","b":"2"}[]'],
    ["the other quote within an attribute", `<p a="it's" b='"'/>`, `p{"a":"it's","b":"\\""}[]`],
    ["a blank before the end of a closing tag", "<p>甲</p >", "p[甲]"],
    ["text behind the last tag passed over", "<p>甲</p>\n", "p[甲]"],
    [
      "a declaration, comments and instructions passed over",
      '<?xml version="1.0"?><!-- <b> --><p>甲<?x <b>?><!--乙-->丙</p>',
      "p[甲|丙]",
    ],
    ["marked characters as they stand", "<p><![CDATA[a<b>&amp;]]]>丙</p>", "p[a<b>&amp;]|丙]"],
    ["an empty stretch of marked characters", "<p><![CDATA[]]>丙</p>", "p[丙]"],
    [
      "entities and character references",
      "<p a='&lt;&quot;'>&amp;&apos;&#19968;&#x4E8C;&#X4e09;&gt;</p>",
      `p{"a":"<\\""}[&'一二三>]`,
    ],
    ["characters beyond sixteen bits", "<p>&#x20000;&#131072;</p>", "p[𠀀𠀀]"],
    [
      "nothing for references beyond the last character, or to none",
      "<p>甲&#x110000;&#0;乙&#x10ffff;</p>",
      "p[甲乙\u{10ffff}]",
    ],
    ["an ampersand that begins no reference", "<p>a & b &; c&</p>", "p[a & b &; c&]"],
  ])("is read with %s", (_, xml, tree) => expect(shown(parsed(xml))).toBe(tree));

  it("joins the texts of an element, without those of elements within", () => {
    const element = parsed("<p>甲<b>乙</b>丙</p>");
    expect([element.text, element.children.map(({ name }) => name)]).toEqual(["甲丙", ["b"]]);
  });

  it.each<[what: string, encoding: (text: string) => Uint8Array]>([
    ["UTF-8", bytesOf],
    ["UTF-8 with its mark", (text) => bytesOf(`\ufeff${text}`)],
    ["UTF-16, little end first", (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"))],
    ["UTF-16, big end first", (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le").swap16())],
  ])("is decoded by its mark: %s", (_, encoding) => expect(shown(parseXml(encoding("<p>方案</p>")))).toBe("p[方案]"));

  it.each<[what: string, xml: string, code: string]>([
    ["without an element", " 甲 ", "corrupt"],
    ["whose element is not closed", "<a><b></b>", "corrupt"],
    ["that closes another element", "<a><b></a></b>", "corrupt"],
    ["that closes more than it opens", "<a></a></a>", "corrupt"],
    ["that closes what was never opened", "</>", "corrupt"],
    ["that ends within a tag", "<a><b", "corrupt"],
    ["that ends within a closing tag", "<a></a", "corrupt"],
    ["with an attribute without a value", "<a b/>", "corrupt"],
    ["with an attribute without a name", '<a ="1"/>', "corrupt"],
    ["with an attribute without quotes", "<a b=1/>", "corrupt"],
    ["with a quote that stays open", '<a b="1/>', "corrupt"],
    ["with a comment that stays open", "<a><!-- </a>", "corrupt"],
    ["with a document type", "<!DOCTYPE a><a/>", "unsafeXml"],
    ["with an entity of its own", "<a>&own;</a>", "unsafeXml"],
    ["with an entity that every object has", "<a>&valueOf;</a>", "unsafeXml"],
    ["nested more deeply than any document", nested(501), "corrupt"],
    ["with more elements than any document", `<a>${"<b/>".repeat(600_000)}</a>`, "zipBomb"],
  ])("is refused %s", (_, xml, code) =>
    expect(() => parsed(xml)).toThrow(expect.objectContaining({ name: "PackageError", code })),
  );

  it("may be as deep and as long as the limits say", () => {
    expect(parsed(nested(500)).name).toBe("a");
    expect(parsed(`<a>${"<b/>".repeat(599_999)}</a>`).children).toHaveLength(599_999);
  });
});

describe("an element", () => {
  const element = parsed(
    '<r><rPr><vanish/><b val="0"/><i val="true"/><sz val="24"/></rPr><rPr><sz val="9"/></rPr></r>',
  );

  it("is found by its name, or along a path, the first of several", () => {
    expect(child(element, "rPr", "sz")?.attributes).toEqual({ val: "24" });
    expect([child(element, "sz"), child(element, "pPr", "sz"), child(undefined, "rPr")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([valueOf(element, "rPr", "sz"), valueOf(element, "rPr"), valueOf(element, "pPr")]).toEqual([
      "24",
      undefined,
      undefined,
    ]);
  });

  it("is a property that is on, off, or not there", () => {
    const properties = child(element, "rPr");
    expect(["vanish", "b", "i", "u"].map((name) => isOn(properties, name))).toEqual([true, false, true, undefined]);
    expect(
      ["0", "false", "off", "none", "1", "on"].map((val) => isOn(parsed(`<p><b val="${val}"/></p>`), "b")),
    ).toEqual([false, false, false, false, true, true]);
  });
});
