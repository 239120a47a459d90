import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { convertWithLibreOffice } from "../tools/libreoffice";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = (...targets: [id: string, type: string, target: string][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(([id, type, target]) => `<Relationship Id="${id}" Type="${relation}/${type}" Target="${target}"/>`).join("")}</Relationships>`;

const rows: (string | number)[][] = [
  ["乡镇", "人口"],
  ["城关镇", 52000],
  ["河口乡", 18000],
  ["云溪镇", 31000],
  ["石门乡", 9000],
];
const cell = (value: string | number, row: number, column: number): string => {
  const at = `${"AB"[column]}${row + 1}`;
  return typeof value === "number"
    ? `<c r="${at}"><v>${value}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
};
const data = (reference: string): string => `<c:numRef><c:f>人口!${reference}</c:f></c:numRef>`;
const chart = `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:cat><c:strRef><c:f>人口!$A$2:$A$5</c:f></c:strRef></c:cat><c:val>${data("$B$2:$B$5")}</c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`;
const anchor = (tag: string, column: number, row: number): string =>
  `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
const drawing = `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor>${anchor("from", 3, 1)}${anchor("to", 9, 15)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${relation}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;

const types: Record<string, string> = {
  "/xl/workbook.xml": "spreadsheetml.sheet.main",
  "/xl/worksheets/sheet1.xml": "spreadsheetml.worksheet",
  "/xl/comments1.xml": "spreadsheetml.comments",
  "/xl/drawings/drawing1.xml": "drawing",
  "/xl/charts/chart1.xml": "drawingml.chart",
};

/**
 * An office's own workbook, as LibreOffice saves it: a sheet 人口 with a chart, a comment on A1 and a filter over A1:B5.
 */
export function officeWorkbook(folder: string, name: string): string {
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.entries(
      types,
    )
      .map(
        ([part, type]) =>
          `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
      )
      .join("")}</Types>`,
    "_rels/.rels": relations(["rId1", "officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `<workbook ${main}><sheets><sheet name="人口" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">人口!$A$1:$B$5</definedName></definedNames></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(["rId1", "worksheet", "worksheets/sheet1.xml"]),
    "xl/worksheets/sheet1.xml": `<worksheet ${main}><sheetData>${rows.map((values, row) => `<row r="${row + 1}">${values.map((value, column) => cell(value, row, column)).join("")}</row>`).join("")}</sheetData><autoFilter ref="A1:B5"/><drawing r:id="rId1"/></worksheet>`,
    "xl/worksheets/_rels/sheet1.xml.rels": relations(
      ["rId1", "drawing", "../drawings/drawing1.xml"],
      ["rId2", "comments", "../comments1.xml"],
    ),
    "xl/comments1.xml": `<comments ${main}><authors><author>统计局</author></authors><commentList><comment ref="A1" authorId="0"><text><t>以公安户籍数为准</t></text></comment></commentList></comments>`,
    "xl/drawings/drawing1.xml": drawing,
    "xl/drawings/_rels/drawing1.xml.rels": relations(["rId1", "chart", "../charts/chart1.xml"]),
    "xl/charts/chart1.xml": chart,
  };
  const byHand = join(folder, "by-hand", name);
  mkdirSync(join(folder, "by-hand"), { recursive: true });
  writeFileSync(
    byHand,
    zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(head + text)]))),
  );
  return convertWithLibreOffice(byHand, "xlsx", folder);
}
