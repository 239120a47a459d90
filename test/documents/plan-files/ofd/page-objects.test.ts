import { parseXml } from "../../../../src/documents/package/xml";
import { pageObjects } from "../../../../src/documents/plan-files/ofd/page-objects";

const objectsOf = (xml: string) => pageObjects(parseXml(new TextEncoder().encode(`<Content>${xml}</Content>`)));
const rounded = (value: number): number => Math.round(value * 100) / 100;
/** Each text as `text x,y width size turn`. */
const textsOf = (xml: string): string[] =>
  objectsOf(xml).texts.map(
    ({ text, turn }) =>
      `${text.text} ${rounded(text.x)},${rounded(text.y)} ${rounded(text.width)} ${rounded(text.size)} ${turn}`,
  );
/** Each line as `x1,y1-x2,y2`. */
const linesOf = (attributes: string, data: string): string[] =>
  objectsOf(
    `<PathObject Boundary="10 20 100 100" ${attributes}><AbbreviatedData>${data}</AbbreviatedData></PathObject>`,
  ).rulings.map(({ x1, y1, x2, y2 }) => `${rounded(x1)},${rounded(y1)}-${rounded(x2)},${rounded(y2)}`);
const text = (attributes: string, ...codes: string[]): string =>
  `<TextObject Boundary="10 20 100 10" ${attributes}>${codes.join("")}</TextObject>`;

describe("the texts of a page of an OFD document", () => {
  it.each<[what: string, xml: string, texts: string[]]>([
    [
      "stand at their place within their frame, as wide as their steps and one character more",
      text('Size="5"', '<TextCode X="1" Y="4" DeltaX="5 5">建设路</TextCode>'),
      ["建设路 11,24 15 5 0"],
    ],
    [
      "have the last of their steps again where there are too few, and half a character after a narrow one",
      text('Size="4"', '<TextCode X="0" Y="4" DeltaX="3">abc</TextCode>'),
      ["abc 10,24 8 4 0"],
    ],
    [
      "have steps as wide as their size where there are none",
      text('Size="4"', '<TextCode X="0" Y="4">建设</TextCode>'),
      ["建设 10,24 8 4 0"],
    ],
    [
      "repeat a step as often as is said, and no longer than there are characters",
      text(
        'Size="5"',
        '<TextCode X="0" Y="4" DeltaX="6 g 2 5 7">甲乙丙丁戊</TextCode><TextCode X="0" Y="9" DeltaX="g 900 5">甲乙</TextCode>',
      ),
      ["甲乙丙丁戊 10,24 28 5 0", "甲乙 10,29 10 5 0"],
    ],
    [
      "go on where the text before them ended, unless they have a place of their own",
      text(
        'Size="5"',
        '<TextCode X="1" Y="4" DeltaX="5">甲乙</TextCode><TextCode>丙</TextCode><TextCode X="0" Y="9">丁</TextCode>',
      ),
      ["甲乙 11,24 10 5 0", "丙 21,24 5 5 0", "丁 10,29 5 5 0"],
    ],
    [
      "are as large as their object is scaled",
      text('Size="5" CTM="2 0 0 2 3 4"', '<TextCode X="1" Y="4" DeltaX="5">甲乙</TextCode>'),
      ["甲乙 15,32 20 10 0"],
    ],
    [
      "run the way their object is turned",
      text('Size="5" CTM="0 1 -1 0 0 0"', '<TextCode X="1" Y="4" DeltaX="5">甲乙</TextCode>') +
        text('Size="5" CTM="0 -1 1 0 0 0"', '<TextCode X="1" Y="4">丙</TextCode>') +
        text('Size="5" CTM="-1 0 0 -1 0 0"', '<TextCode X="1" Y="4">丁</TextCode>'),
      ["甲乙 6,21 10 5 1", "丙 14,19 5 5 3", "丁 9,16 5 5 2"],
    ],
    [
      "are of one millimetre where no size is stated, and in place where the transformation is incomplete",
      text('CTM="2 0 0"', '<TextCode X="1" Y="4">甲</TextCode>'),
      ["甲 11,24 1 1 0"],
    ],
    [
      "are those that are seen, in layers and blocks, none where there is no character",
      `<Layer>${text('Visible="false"', "<TextCode>藏</TextCode>")}<PageBlock>${text('Size="5" Visible="true"', '<TextCode X="0" Y="0">现</TextCode>', '<TextCode X="0" Y="0"></TextCode>', "<Other>无</Other>")}</PageBlock></Layer><Annot>${text("", "<TextCode>批</TextCode>")}</Annot>`,
      ["现 10,20 5 5 0"],
    ],
  ])("%s", (_, xml, texts) => expect(textsOf(xml)).toEqual(texts));

  it("are not looked for without end", () => {
    const within = (depth: number): string =>
      `${"<PageBlock>".repeat(depth)}${text('Size="5"', '<TextCode X="0" Y="0">甲</TextCode>')}${"</PageBlock>".repeat(depth)}`;
    expect([textsOf(within(50)).length, textsOf(within(51)).length, pageObjects(undefined).texts.length]).toEqual([
      1, 0, 0,
    ]);
  });
});

describe("the lines of a page of an OFD document", () => {
  it.each<[what: string, attributes: string, data: string, lines: string[]]>([
    ["are straight parts of a path", "", "M 0 0 L 50 0 L 50 30", ["10,20-60,20", "60,20-60,50"]],
    [
      "close the path at its end",
      "",
      "M 0 0 L 50 0 L 50 30 L 0 30 C",
      ["10,20-60,20", "60,20-60,50", "10,50-60,50", "10,20-10,50"],
    ],
    [
      "are not drawn from one part to the next",
      "",
      "M 0 0 L 50 0 M 0 30 L 50 30 S 0 60 L 50 60",
      ["10,20-60,20", "10,50-60,50", "10,80-60,80"],
    ],
    ["may slant a little", "", "M 0 0 L 50 0.4 M 0 0 L 50 0.5", ["10,20-60,20.4"]],
    ["are where the path is stroked", 'Stroke="false"', "M 0 0 L 50 0", []],
    [
      "are thin areas that are filled",
      'Fill="true" Stroke="false"',
      "M 0 0 L 50 0 L 50 0.9 L 0 0.9 C M 0 0 L 0.5 0 L 0.5 30 L 0 30 C",
      ["10,20.45-60,20.45", "10.25,20-10.25,50"],
    ],
    ["are no areas that are thicker", 'Fill="true" Stroke="false"', "M 0 0 L 50 0 L 50 1 L 0 1 C", []],
    ["end a curve where it ends", "", "M 0 0 B 9 9 8 8 50 0", ["10,20-60,20"]],
    ["begin where a path without a beginning does", "", "L 0 0 L 50 0", ["10,20-60,20"]],
    ["are where the transformation puts them", 'CTM="2 0 0 1 5 0"', "M 0 0 L 20 0", ["15,20-55,20"]],
    ["are none of a path of one point", "", "M 5 5", []],
    ["are none of a path without points", "", "C", []],
  ])("%s", (_, attributes, data, lines) => expect(linesOf(attributes, data)).toEqual(lines));

  it("are none where a path has no data, or something else is drawn", () => {
    expect(
      objectsOf(
        '<PathObject Boundary="0 0 9 9"/><ImageObject><AbbreviatedData>M 0 0 L 9 0</AbbreviatedData></ImageObject>',
      ).rulings,
    ).toEqual([]);
  });
});
