import { alignmentOf, alignmentXml } from "../../../src/host/xlsx/alignment";

describe("an alignment in a file", () => {
  it.each([
    [{ textRotation: "255" }, { tr: { a: 0, v: 1 } }],
    [{ textRotation: "45" }, { tr: { a: 45, v: 0 } }],
    [{ textRotation: "135" }, { tr: { a: -45, v: 0 } }],
    [{ indent: "2" }, { pd: { l: 18 } }],
    [
      { textRotation: "255", indent: "1" },
      { tr: { a: 0, v: 1 }, pd: { l: 9 } },
    ],
    [
      { horizontal: "center", vertical: "top", wrapText: "1" },
      { ht: 2, vt: 1, tb: 3 },
    ],
  ])("%j is shown as it says, and written back the same", (attributes, style) => {
    expect(alignmentOf(attributes)).toMatchObject(style);
    const xml = alignmentXml(alignmentOf(attributes));
    expect(xml).toBe(
      `<alignment${Object.entries(attributes)
        .map(([name, value]) => ` ${name}="${value}"`)
        .join("")}/>`,
    );
  });

  it("keeps stacked text, and no other, off the upper border of its cell", () => {
    expect(alignmentOf({ textRotation: "255" }).pd?.t).toBeGreaterThan(0);
    expect(alignmentOf({ textRotation: "90" }).pd?.t ?? 0).toBe(0);
  });
});
