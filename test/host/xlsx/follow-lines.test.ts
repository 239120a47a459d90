import { strFromU8, unzipSync } from "fflate";
import { openHost } from "../../../src/host/node";
import { saveXlsx } from "../../../src/host/xlsx/save";
import { packageOf, type Made } from "../../workbooks/packages";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const drawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const corner = (name: string, column: number, row: number): string =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
const note = (column: number, row: number): string =>
  `<v:shape id="s${column}${row}" type="#t"><x:ClientData ObjectType="Note"><x:Anchor>${column + 1}, 15, ${row}, 2, ${column + 3}, 15, ${row + 3}, 16</x:Anchor><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;

/**
 * Notes on A1 and C3, a picture over B2:C3 that changes its size with the cells, one that only moves, a chart of B1:B3,
 * a link on A3, a filter, sparklines.
 */
const made: Made = {
  behind:
    '<autoFilter ref="A1:C3"/><conditionalFormatting sqref="B2:B3 C3"><cfRule type="iconSet" priority="1"><iconSet><cfvo type="percent" val="0"/><cfvo type="formula" val="1"/><cfvo type="percent" val="67"/></iconSet></cfRule></conditionalFormatting>' +
    '<conditionalFormatting sqref="A2:A3"><cfRule type="timePeriod" timePeriod="today" priority="2"><formula>FLOOR(A2,1)=TODAY()</formula></cfRule></conditionalFormatting>' +
    '<dataValidations count="1"><dataValidation type="date" sqref="A3"><formula1>$B$3</formula1><formula2>46000</formula2></dataValidation></dataValidations><hyperlinks><hyperlink ref="A3" location="表甲"/></hyperlinks><drawing r:id="rId1"/><legacyDrawing r:id="rId3"/>' +
    `<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparkline xmlns:x14="x" xmlns:xm="y"><xm:f>'表 1'!A1:C1</xm:f><xm:sqref>D1</xm:sqref></x14:sparkline></ext><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings xmlns:x14="x" xmlns:xm="y"><x14:conditionalFormatting><x14:cfRule type="iconSet" id="{1}"/><xm:sqref>B2:B3</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`,
  links: [
    ["drawing", "../drawings/drawing1.xml"],
    ["comments", "../comments1.xml"],
    ["vmlDrawing", "../drawings/vmlDrawing1.vml"],
  ],
  parts: {
    "xl/comments1.xml": `<comments xmlns="${main}"><authors><author>甲</author></authors><commentList><comment ref="A1" authorId="0"><text><t>一</t></text></comment><comment ref="C3" authorId="0"><text><t>二</t></text></comment></commentList></comments>`,
    "xl/drawings/vmlDrawing1.vml": `<xml xmlns:v="v" xmlns:x="x"><v:shapetype id="t"/>${note(0, 0)}${note(2, 2)}</xml>`,
    "xl/drawings/drawing1.xml": `<xdr:wsDr xmlns:xdr="${drawing}"><xdr:twoCellAnchor>${corner("from", 1, 1)}${corner("to", 2, 2)}<xdr:clientData/></xdr:twoCellAnchor><xdr:twoCellAnchor editAs="oneCell">${corner("from", 1, 1)}${corner("to", 2, 2)}<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`,
    "xl/drawings/_rels/drawing1.xml.rels":
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" Target="../charts/chart1.xml"/></Relationships>',
    "xl/charts/chart1.xml":
      "<c:chartSpace xmlns:c=\"c\"><c:f>'表 1'!$B$1:$B$3</c:f><c:f>其他!$B$1:$B$3</c:f></c:chartSpace>",
  },
  types: {
    "xl/comments1.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml",
    "xl/drawings/drawing1.xml": "application/vnd.openxmlformats-officedocument.drawing+xml",
    "xl/charts/chart1.xml": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "xl/drawings/vmlDrawing1.vml": "application/vnd.openxmlformats-officedocument.vmlDrawing",
  },
};

/** The saved parts after requests that change the first sheet. */
async function after(work: (sheet: Excel.Worksheet) => void): Promise<Record<string, string>> {
  const host = await openHost({ file: packageOf(made) });
  try {
    await host.Excel.run(async (context) => {
      work(context.workbook.worksheets.getFirst());
      await context.sync();
    });
    return Object.fromEntries(
      Object.entries(unzipSync(await saveXlsx(host.book))).map(([path, part]) => [path, strFromU8(part)]),
    );
  } finally {
    host.dispose();
  }
}
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, one]) => one!);

describe("what hangs on a sheet of another program", () => {
  it("goes along when a row comes between", async () => {
    const parts = await after((sheet) => void sheet.getRange("2:2").insert("Down"));
    expect(found(parts["xl/comments1.xml"]!, /<comment ref="(\w+)"/g)).toEqual(["A1", "C4"]);
    expect(parts["xl/drawings/vmlDrawing1.vml"]).toContain(note(0, 0));
    expect(parts["xl/drawings/vmlDrawing1.vml"]).toContain(note(2, 3).replace('id="s23"', 'id="s22"'));
    expect(parts["xl/drawings/drawing1.xml"]).toContain(corner("from", 1, 2) + corner("to", 2, 3));
    expect(found(parts["xl/charts/chart1.xml"]!, /<c:f>([^<]*)/g)).toEqual(["'表 1'!$B$1:$B$4", "其他!$B$1:$B$3"]);
    const sheet = parts["xl/worksheets/sheet1.xml"]!;
    expect(found(sheet, /(?:hyperlink|autoFilter) ref="([\w:]+)"/g)).toEqual(["A1:C4", "A4"]);
    expect(found(sheet, /conditionalFormatting sqref="([^"]+)"/g)).toEqual(["B3:B4 C4", "A3:A4"]);
    expect(sheet).toContain("<formula>FLOOR(A3,1)=TODAY()</formula>");
    expect(sheet).toMatch(/<dataValidation type="date" sqref="A4"><formula1>\$B\$4<\/formula1>/);
    expect(sheet).toContain('id="{1}"/><xm:sqref>B3:B4</xm:sqref>');
    expect(sheet).toContain("<xm:f>'表 1'!A1:C1</xm:f><xm:sqref>D1</xm:sqref>");
  });

  it("grows or only moves, as it says itself, where a row comes within it", async () => {
    const parts = await after((sheet) => void sheet.getRange("3:3").insert("Down"));
    const anchors = found(parts["xl/drawings/drawing1.xml"]!, /<xdr:row>(\d+)/g);
    expect(anchors).toEqual(["1", "3", "1", "2"]);
  });

  it("goes with the cells that are deleted, and from nowhere else", async () => {
    const parts = await after((sheet) => void sheet.getRange("3:3").delete("Up"));
    expect(found(parts["xl/comments1.xml"]!, /<comment ref="(\w+)"/g)).toEqual(["A1"]);
    expect(found(parts["xl/drawings/vmlDrawing1.vml"]!, /<v:shape id="(\w+)"/g)).toEqual(["s00"]);
    expect(parts["xl/worksheets/sheet1.xml"]).not.toContain("hyperlink");
    expect(parts["xl/worksheets/sheet1.xml"]).not.toContain("dataValidation");
    expect(found(parts["xl/worksheets/sheet1.xml"]!, /conditionalFormatting sqref="([^"]+)"/g)).toEqual(["B2", "A2"]);
    expect(parts["xl/charts/chart1.xml"]).toContain("<c:f>'表 1'!$B$1:$B$2</c:f>");
  });

  it("follows columns, one change after the other", async () => {
    const parts = await after((sheet) => {
      sheet.getRange("A:A").insert("Right");
      sheet.getRange("C:C").delete("Left");
    });
    expect(found(parts["xl/comments1.xml"]!, /<comment ref="(\w+)"/g)).toEqual(["B1", "C3"]);
    expect(found(parts["xl/drawings/drawing1.xml"]!, /<xdr:col>(\d+)/g)).toEqual(["2", "2", "2", "3"]);
    expect(parts["xl/charts/chart1.xml"]).toContain("<c:f>'表 1'!#REF!</c:f>");
  });

  it("stays where nothing came or went", async () => {
    const parts = await after((sheet) => void (sheet.getRange("B1").values = [[7]]));
    for (const path of Object.keys(made.parts!)) expect(parts[path]).toBe(made.parts![path]);
  });

  it("is noted of sheets that a file has, and of no others", async () => {
    const host = await openHost({ file: packageOf(made) });
    await host.Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.add("新表").getRange("2:3").insert("Down");
      sheets.getFirst().getRange("1:1").insert("Down");
      await context.sync();
    });
    expect(host.book.allSheets.map((sheet) => sheet.lineChanges)).toEqual([[{ axis: "row", at: 0, by: 1 }], undefined]);
    host.dispose();
  });
});
