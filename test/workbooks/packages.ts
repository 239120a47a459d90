import { zipSync, strToU8 } from "fflate";

/**
 * Workbooks written by hand. Each has one thing that a file may contain and that the host does not know, or writes
 * differently.
 */

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const strictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const kind = (name: string): string => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface Made {
  /** XML after the sheet's cells. */
  behind?: string;
  /** XML before the sheet's cells. */
  before?: string;
  cells?: string;
  texts?: string;
  styles?: string;
  /** XML of the workbook, after the sheets. */
  workbook?: string;
  /** Further sheets: their part's path, kind and text. */
  sheets?: { path: string; kind: string; xml: string; state?: string }[];
  /** Relationships of the first sheet: kind, target. */
  links?: [string, string][];
  /** Relationships of the workbook. */
  workbookLinks?: [string, string][];
  parts?: Record<string, string>;
  types?: Record<string, string>;
  prefix?: string;
  isStrict?: boolean;
  macros?: boolean;
}

const cells =
  '<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2</v></c><c r="C1"><f>B1*2</f><v>4</v></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>第三行</t></is></c></row>';

export function packageOf(made: Made): Uint8Array {
  const ns = made.isStrict ? strict : main;
  const rel = made.isStrict ? strictRelations : relations;
  const sheets = made.sheets ?? [];
  const link = (list: readonly [string, string][]): string =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${rel}/${type}" Target="${target}"/>`).join("")}</Relationships>`;
  const types: Record<string, string> = {
    "xl/workbook.xml": made.macros ? "application/vnd.ms-excel.sheet.macroEnabled.main+xml" : kind("sheet.main"),
    "xl/worksheets/sheet1.xml": kind("worksheet"),
    "xl/sharedStrings.xml": kind("sharedStrings"),
    "xl/styles.xml": kind("styles"),
    ...Object.fromEntries(sheets.map((sheet) => [sheet.path, kind(sheet.kind)])),
    ...made.types,
  };
  const p = made.prefix ?? "";
  const own = (xml: string): string => (p === "" ? xml : xml.replace(/<(\/?)([a-zA-Z]\w*)(?=[\s>/])/g, `<$1${p}:$2`));
  const root = (name: string, inner: string): string =>
    `${declaration}<${p ? `${p}:` : ""}${name} xmlns${p ? `:${p}` : ""}="${ns}" xmlns:r="${rel}">${own(inner)}</${p ? `${p}:` : ""}${name}>`;
  const list = [{ state: undefined as string | undefined }, ...sheets]
    .map(
      ({ state }, index) =>
        `<sheet name="表 ${index + 1}" sheetId="${index + 1}"${state ? ` state="${state}"` : ""} r:id="rId${index + 1}"/>`,
    )
    .join("");
  const files: Record<string, string> = {
    "[Content_Types].xml": `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${Object.entries(
      types,
    )
      .map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`)
      .join("")}</Types>`,
    "_rels/.rels": link([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": root("workbook", `<sheets>${list}</sheets>${made.workbook ?? ""}`),
    "xl/_rels/workbook.xml.rels": link([
      ["worksheet", "worksheets/sheet1.xml"],
      ...sheets.map(({ path, kind: one }): [string, string] => [one, path.replace(/^xl\//, "")]),
      ["sharedStrings", "sharedStrings.xml"],
      ["styles", "styles.xml"],
      ...(made.workbookLinks ?? []),
    ]),
    "xl/worksheets/sheet1.xml": root(
      "worksheet",
      `${made.before ?? ""}<sheetData>${made.cells ?? cells}</sheetData>${made.behind ?? ""}`,
    ),
    "xl/sharedStrings.xml": root("sst", made.texts ?? "<si><t>题目</t></si>"),
    "xl/styles.xml": root(
      "styleSheet",
      made.styles ??
        '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>',
    ),
    ...Object.fromEntries(sheets.map(({ path, kind: one, xml }) => [path, root(one, xml)])),
    ...(made.links ? { "xl/worksheets/_rels/sheet1.xml.rels": link(made.links) } : {}),
    ...made.parts,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, [strToU8(text), { level: 6, mtime: new Date(1990, 0, 1) }]]),
    ),
  );
}

const chartParts = {
  "xl/drawings/drawing1.xml": `${declaration}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>`,
  "xl/drawings/_rels/drawing1.xml.rels": `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/chart" Target="../charts/chart1.xml"/></Relationships>`,
  "xl/charts/chart1.xml": `${declaration}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:pieChart><c:varyColors val="0"/></c:pieChart></c:plotArea></c:chart></c:chartSpace>`,
};

const chartTypes = {
  "xl/drawings/drawing1.xml": "application/vnd.openxmlformats-officedocument.drawing+xml",
  "xl/charts/chart1.xml": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
};

export const madeWorkbooks: Readonly<Record<string, Made>> = {
  "nothing but cells": {},
  "no views of its sheet, and a filter": { behind: '<autoFilter ref="A1:C3"/>' },
  "a chart": {
    behind: '<drawing r:id="rId1"/>',
    links: [["drawing", "../drawings/drawing1.xml"]],
    parts: chartParts,
    types: chartTypes,
  },
  "a comment": {
    behind: '<legacyDrawing r:id="rId2"/>',
    links: [
      ["comments", "../comments1.xml"],
      ["vmlDrawing", "../drawings/vmlDrawing1.vml"],
    ],
    parts: {
      "xl/comments1.xml": `<comments xmlns="${main}"><authors><author>甲</author></authors><commentList><comment ref="A1" authorId="0"><text><t>看这里</t></text></comment></commentList></comments>`,
      "xl/drawings/vmlDrawing1.vml": "<xml/>",
    },
    types: { "xl/comments1.xml": kind("comments") },
  },
  links: { behind: '<hyperlinks><hyperlink ref="A1" location="\'表 1\'!B1"/></hyperlinks>' },
  "rich text and reading aids": {
    texts: '<si><r><rPr><b/></rPr><t>题</t></r><r><t>目</t></r><rPh sb="0" eb="1"><t>ti</t></rPh></si>',
  },
  "rich text in its cell": {
    cells: '<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>题</t></r><r><t>目</t></r></is></c></row>',
  },
  "cells and rows without their places": {
    cells: '<row><c t="s"><v>0</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>',
  },
  "a prefix before each name": { prefix: "x" },
  "the strict edition of the format": {
    isStrict: true,
    cells: '<row r="1"><c r="A1" t="d"><v>2025-06-30</v></c></row>',
  },
  "shared formulas": {
    cells:
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1+$A$1</f><v>2</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>3</v></c></row><row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>4</v></c></row>',
  },
  "an array formula": {
    cells:
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="array" ref="B1:B2">A1:A2*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><v>4</v></c></row>',
  },
  "a data table": {
    cells:
      '<row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" dt2D="0" dtr="0" r1="C1"/><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
  },
  "results that are other than what is calculated here": {
    cells:
      '<row r="1"><c r="A1"><f>RAND()</f><v>0.5</v></c><c r="B1" t="e"><f>OURS(1)</f><v>#NAME?</v></c><c r="C1"><f>1+1</f><v>99</v></c></row>',
  },
  "errors, truths and letters that XML does not take": {
    cells:
      '<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="inlineStr"><is><t xml:space="preserve"> a_x000D_b </t></is></c><c r="D1" t="str"><v>=1+1</v></c></row>',
  },
  "colour scales and icons": {
    behind:
      '<conditionalFormatting sqref="B1:B3"><cfRule type="colorScale" priority="1"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFF0000"/><color rgb="FF00FF00"/></colorScale></cfRule></conditionalFormatting><conditionalFormatting sqref="A1:A3 C1:C3"><cfRule type="expression" priority="2"><formula>A1=2</formula></cfRule></conditionalFormatting>',
  },
  "validations of dates, and for several areas": {
    behind:
      '<dataValidations count="2"><dataValidation type="date" sqref="A1"><formula1>45000</formula1><formula2>46000</formula2></dataValidation><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="B1 D1:D4"><formula1>"是,否"</formula1></dataValidation></dataValidations>',
  },
  "outlines, and columns to the last": {
    before:
      '<sheetFormatPr defaultRowHeight="15" outlineLevelRow="1" outlineLevelCol="1"/><cols><col min="2" max="3" width="9" outlineLevel="1"/><col min="5" max="16384" width="0" hidden="1"/></cols>',
    cells: '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" outlineLevel="1" hidden="1"><c r="A2"><v>2</v></c></row>',
  },
  "the last cell that there is": {
    cells: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
  },
  "names of every kind": {
    workbook: `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'表 1'!$A$1:$B$2,'表 1'!$C$3</definedName><definedName name="一处">'表 1'!$A$1</definedName><definedName name="不见了">#REF!</definedName><definedName name="税率">0.13</definedName><definedName name="本表" localSheetId="0" hidden="1">'表 1'!$A$1</definedName></definedNames>`,
  },
  "a sheet of a chart between others": {
    sheets: [
      {
        path: "xl/chartsheets/sheet1.xml",
        kind: "chartsheet",
        xml: '<sheetViews><sheetView workbookViewId="0"/></sheetViews><drawing r:id="rId1"/>',
      },
      {
        path: "xl/worksheets/sheet2.xml",
        kind: "worksheet",
        xml: '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData/>',
      },
    ],
    workbook:
      '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="2">\'表 3\'!$1:$1</definedName></definedNames>',
    parts: {
      ...chartParts,
      "xl/chartsheets/_rels/sheet1.xml.rels": `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
    },
    types: chartTypes,
  },
  "sheets hidden, and hidden well": {
    sheets: [
      { path: "xl/worksheets/sheet2.xml", kind: "worksheet", xml: "<sheetData/>", state: "hidden" },
      { path: "xl/worksheets/sheet3.xml", kind: "worksheet", xml: "<sheetData/>", state: "veryHidden" },
    ],
  },
  macros: { macros: true, workbookLinks: [["vbaProject", "vbaProject.bin"]], parts: { "xl/vbaProject.bin": "VBA" } },
  "an order of calculation, and days from 1904": {
    workbook: '<calcPr calcId="191029"/>',
    workbookLinks: [["calcChain", "calcChain.xml"]],
    parts: { "xl/calcChain.xml": `<calcChain xmlns="${main}"><c r="C1" i="1"/></calcChain>` },
    types: { "xl/calcChain.xml": kind("calcChain") },
  },
  "protection with a password": {
    behind: '<sheetProtection sheet="1" algorithmName="SHA-512" hashValue="AA==" saltValue="AA==" spinCount="1000"/>',
  },
  "page set-up, headers of even pages, breaks": {
    behind:
      '<printOptions headings="1"/><pageMargins left="0.1" right="0.2" top="0.3" bottom="0.4" header="0.5" footer="0.6"/><pageSetup paperSize="13" orientation="landscape" copies="3"/><headerFooter differentOddEven="1"><oddHeader>&amp;C甲</oddHeader><evenHeader>&amp;C乙</evenHeader></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="1" max="16383" man="1"/></rowBreaks>',
  },
  "merged cells, and splits": {
    before: '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1200" topLeftCell="B1"/></sheetView></sheetViews>',
    behind: '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>',
  },
  "sparklines in an extension": {
    behind:
      '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>\'表 1\'!B1:C1</xm:f><xm:sqref>D1</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>',
  },
  "a table without headers": {
    behind: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
    links: [["table", "../tables/table1.xml"]],
    parts: {
      "xl/tables/table1.xml": `<table xmlns="${main}" id="1" name="无题" displayName="无题" ref="A1:B3" headerRowCount="0"><tableColumns count="2"><tableColumn id="1" name="列1"/><tableColumn id="2" name="列2"/></tableColumns></table>`,
    },
    types: { "xl/tables/table1.xml": kind("table") },
  },
  "custom XML of others": {
    workbookLinks: [["customXml", "../customXml/item1.xml"]],
    parts: { "customXml/item1.xml": '<a xmlns="urn:others"/>' },
  },
};
