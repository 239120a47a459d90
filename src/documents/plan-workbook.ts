import { strToU8, zipSync } from "fflate";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packages = "http://schemas.openxmlformats.org/package/2006";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

const link = (id: number, kind: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${relations}/${kind}" Target="${target}"/>`;
const links = (...all: string[]): string =>
  `<Relationships xmlns="${packages}/relationships">${all.join("")}</Relationships>`;
const override = (part: string, type: string): string =>
  `<Override PartName="${part}" ContentType="${types}.${type}+xml"/>`;

/** The parts of a workbook with one empty sheet and one custom XML part (ECMA-376 part 1, 12.3 and 15.2.5). */
const parts = {
  "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("/xl/workbook.xml", "spreadsheetml.sheet.main")}${override("/xl/worksheets/sheet1.xml", "spreadsheetml.worksheet")}${override("/customXml/itemProps1.xml", "customXmlProperties")}</Types>`,
  "_rels/.rels": links(link(1, "officeDocument", "xl/workbook.xml")),
  "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": links(
    link(1, "worksheet", "worksheets/sheet1.xml"),
    link(2, "customXml", "../customXml/item1.xml"),
  ),
  "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData/></worksheet>`,
  "customXml/_rels/item1.xml.rels": links(link(1, "customXmlProps", "itemProps1.xml")),
  "customXml/itemProps1.xml": `<ds:datastoreItem ds:itemID="{5C0B8F1E-2D47-4A93-B6E1-70F3A9C4D258}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>`,
};

/**
 * An empty workbook (.xlsx) that stores a plan in the way the add-in stores it. Opening the pane in this workbook loads
 * that plan.
 * @param store the XML of the custom part that holds the plan
 * @returns the bytes of the .xlsx file
 */
export function planWorkbook(store: string): Uint8Array {
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(declaration + xml)] as const);
  return zipSync(Object.fromEntries([...files, ["customXml/item1.xml", strToU8(store)]]));
}
