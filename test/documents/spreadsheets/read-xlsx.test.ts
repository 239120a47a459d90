import { strToU8, zipSync } from "fflate";
import { readXlsx } from "../../../src/documents/spreadsheets/read-xlsx";

const TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellXfs><xf/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>';
const STRINGS =
  "<sst><si><t>修路</t></si><si><r><t>架</t></r><r><t>桥</t></r><rPh><t>jia</t></rPh><phoneticPr/></si><si><t>甲_x000D_乙_x00g0_</t></si></sst>";

/** A workbook of these sheets, each with its state and its XML. */
function bytesOf(
  sheets: readonly (readonly [state: string, xml: string])[],
  workbook = "",
  more: Record<string, string> = {},
) {
  const parts = {
    "xl/workbook.xml": `<workbook>${workbook}<sheets>${sheets.map(([state], k) => `<sheet name="表${k + 1}" r:id="r${k}" ${state && `state="${state}"`}/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<R>${sheets.map((_, k) => `<Relationship Id="r${k}" Type="${TYPE}/worksheet" Target="worksheets/s${k}.xml"/>`).join("")}</R>`,
    "xl/styles.xml": STYLES,
    "xl/sharedStrings.xml": STRINGS,
    ...Object.fromEntries(sheets.map(([, xml], k) => [`xl/worksheets/s${k}.xml`, `<worksheet>${xml}</worksheet>`])),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), { level: 0 });
}
const sheetOf = (xml: string) => readXlsx(bytesOf([["", xml]])).sheets[0]!;
/** The cells as `row,column: value (format)`. */
const cellsOf = (xml: string): string[] =>
  [...sheetOf(`<sheetData>${xml}</sheetData>`).rows].flatMap(([row, cells]) =>
    [...cells].map(
      ([column, { value, format }]) => `${row},${column}: ${JSON.stringify(value)}${format ? ` (${format})` : ""}`,
    ),
  );
const row = (cells: string, more = ""): string => `<row ${more}>${cells}</row>`;

describe("the cells of a workbook", () => {
  it.each<[what: string, xml: string, cells: string[]]>([
    [
      "shared texts, their runs joined, without their phonetic guides",
      row('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'),
      ['0,0: "修路"', '0,1: "架桥"'],
    ],
    [
      "control characters as they were",
      row('<c t="s"><v>2</v></c><c t="str"><v>丙_x000A_</v></c>'),
      ['0,0: "甲\\r乙_x00g0_"', '0,1: "丙\\n"'],
    ],
    ["nothing for a shared text that there is not", row('<c t="s"><v>9</v></c>'), []],
    [
      "texts of their own",
      row('<c t="inlineStr"><is><t>甲</t></is></c><c t="inlineStr"><t>乙</t></c>'),
      ['0,0: "甲"', '0,1: "乙"'],
    ],
    [
      "numbers with their formats, built in or not",
      row('<c><v>1.5</v></c><c s="1"><v>0.5</v></c><c s="2"><v>0.25</v></c><c s="7"><v>3</v></c>'),
      ["0,0: 1.5 (General)", "0,1: 0.5 (0%)", "0,2: 0.25 (0.0%)", "0,3: 3"],
    ],
    [
      "truth values, errors and days as texts",
      row(
        '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2025</v></c><c><v>abc</v></c>',
      ),
      ['0,0: "TRUE"', '0,1: "FALSE"', '0,2: "#N/A"', '0,3: "2025"', '0,4: "abc"'],
    ],
    [
      "nothing for empty cells",
      row('<c s="1"/><c><v></v></c><c t="str"><v></v></c><c t="inlineStr"><is><t></t></is></c>'),
      [],
    ],
    [
      "places by their addresses",
      row('<c r="C7"><v>1</v></c><c r="AA7"><v>2</v></c>', 'r="7"'),
      ["6,2: 1 (General)", "6,26: 2 (General)"],
    ],
    [
      "places one after the other where they have no addresses",
      row('<c r="C1"><v>1</v></c><c><v>2</v></c>', 'r="3"') + row("<c><v>3</v></c>"),
      ["2,2: 1 (General)", "2,3: 2 (General)", "3,0: 3 (General)"],
    ],
    [
      "one row where its parts are written apart",
      row("<c><v>1</v></c>", 'r="2"') + row('<c r="B2"><v>2</v></c>', 'r="2"'),
      ["1,0: 1 (General)", "1,1: 2 (General)"],
    ],
  ])("are read with %s", (_, xml, cells) => expect(cellsOf(xml)).toEqual(cells));

  it("are refused where there are more than any plan has", () => {
    const rows = (count: number) => `<sheetData>${row("<c><v>1</v></c>".repeat(100)).repeat(count)}</sheetData>`;
    const most = bytesOf([
      ["", rows(1000)],
      ["", rows(1000)],
    ]);
    expect(readXlsx(most).sheets[1]!.rows.size).toBe(1000);
    expect(() =>
      readXlsx(
        bytesOf([
          ["", rows(1000)],
          ["", rows(1001)],
        ]),
      ),
    ).toThrow(expect.objectContaining({ code: "zipBomb" }));
  });
});

describe("a sheet of a workbook", () => {
  it("has the rows and columns that are hidden", () => {
    const { hiddenRows, hiddenColumns } = sheetOf(
      `<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" hidden="0"/><col min="16384" max="99999" hidden="true"/></cols><sheetData>${row("", 'r="3" hidden="1"')}${row("")}${row("", 'hidden="true"')}${row("", 'hidden="0"')}</sheetData>`,
    );
    expect([[...hiddenRows], [...hiddenColumns]]).toEqual([
      [2, 4],
      [1, 2, 16383],
    ]);
  });

  it("has the ranges that are merged, and none that is no range", () => {
    expect(
      sheetOf('<mergeCells><mergeCell ref="B2:AC10"/><mergeCell ref="B2"/><mergeCell/></mergeCells>').merges,
    ).toEqual([{ firstRow: 1, lastRow: 9, firstColumn: 1, lastColumn: 28 }]);
  });

  it.each([
    ["", false],
    ["visible", false],
    ["hidden", true],
    ["veryHidden", true],
  ])("is hidden or not by its state %j", (state, isHidden) =>
    expect(readXlsx(bytesOf([[state, ""]])).sheets.map((sheet) => [sheet.name, sheet.isHidden])).toEqual([
      ["表1", isHidden],
    ]),
  );

  it("is passed over where its part is missing, or nothing refers to one", () => {
    const missing = bytesOf(
      [
        ["", ""],
        ["", ""],
      ],
      "",
      {
        "xl/_rels/workbook.xml.rels": `<R><Relationship Id="r0" Type="${TYPE}/worksheet" Target="worksheets/none.xml"/></R>`,
      },
    );
    expect(readXlsx(missing).sheets).toEqual([]);
  });
});

describe("a workbook", () => {
  it.each([
    ["", false],
    ['<workbookPr date1904="1"/>', true],
    ['<workbookPr date1904="true"/>', true],
    ['<workbookPr date1904="0"/>', false],
  ])("counts its days by %j", (workbook, is1904) => expect(readXlsx(bytesOf([], workbook)).is1904).toBe(is1904));

  it.each([
    ["2025-06-30T08:00:00Z", "2025-06-30T08:00:00.000Z"],
    [" 2025-06-30T08:00:00+08:00 ", "2025-06-30T00:00:00.000Z"],
    ["昨天", ""],
    ["", ""],
  ])("says when it was saved: %j", (modified, saved) =>
    expect(
      readXlsx(bytesOf([], "", { "docProps/core.xml": `<cp><dcterms:modified>${modified}</dcterms:modified></cp>` }))
        .saved,
    ).toBe(saved),
  );

  it("does not say when it was saved where it does not know, and is none without its part", () => {
    expect(readXlsx(bytesOf([])).saved).toBe("");
    expect(() => readXlsx(zipSync({ "xl/other.xml": strToU8("<workbook/>") }))).toThrow(
      expect.objectContaining({ code: "corrupt" }),
    );
  });
});
