import JSZip from "jszip";
import type { HostConditionalFormat } from "../workbook";
import { completeDataBars } from "./data-bars";

const relationType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const propsType = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";

/** Part of a height in points that no one sets by hand. */
export const fittedFraction = 0.0625;

/**
 * What ExcelJS cannot write is put into the package that it has written: custom XML parts, heights that go on fitting,
 * conditional formats that end the search, data bars in full.
 * @param rules each sheet's conditional formats, by priority
 */
export async function finishPackage(bytes: Uint8Array, parts: readonly string[], rules: readonly (readonly HostConditionalFormat[])[]): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  for (const file of zip.file(/^xl\/worksheets\/sheet\d+\.xml$/)) {
    const xml = await file.async("string");
    const sheet = Number(/\d+/.exec(file.name.slice(file.name.lastIndexOf("/")))![0]) - 1;
    const fitting = xml.replace(/( ht="\d+)\.0625" customHeight="1"/g, '$1"');
    const own = rules[sheet] ?? [];
    const stopping = fitting.replace(/<cfRule [^>]*priority="(\d+)"/g, (rule, priority) => (own[Number(priority) - 1]?.stopIfTrue ? `${rule} stopIfTrue="1"` : rule));
    zip.file(file.name, completeDataBars(stopping, own.filter(({ bar }) => bar)));
  }
  if (parts.length > 0) await addCustomXml(zip, parts);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

/** ExcelJS knows no custom XML parts (ECMA-376 part 1, 15.2.5). */
async function addCustomXml(zip: JSZip, parts: readonly string[]): Promise<void> {
  const types = zip.file("[Content_Types].xml")!;
  const relations = zip.file("xl/_rels/workbook.xml.rels")!;
  let overrides = "";
  let links = "";
  parts.forEach((xml, index) => {
    const number = index + 1;
    zip.file(`customXml/item${number}.xml`, xml);
    zip.file(
      `customXml/itemProps${number}.xml`,
      `<?xml version="1.0" encoding="UTF-8" standalone="no"?><ds:datastoreItem ds:itemID="{${guid(number)}}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>`,
    );
    zip.file(
      `customXml/_rels/item${number}.xml.rels`,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationType}/customXmlProps" Target="itemProps${number}.xml"/></Relationships>`,
    );
    overrides += `<Override PartName="/customXml/itemProps${number}.xml" ContentType="${propsType}"/>`;
    links += `<Relationship Id="rIdCustomXml${number}" Type="${relationType}/customXml" Target="../customXml/item${number}.xml"/>`;
  });
  zip.file("[Content_Types].xml", (await types.async("string")).replace("</Types>", `${overrides}</Types>`));
  zip.file("xl/_rels/workbook.xml.rels", (await relations.async("string")).replace("</Relationships>", `${links}</Relationships>`));
}

/** Any GUID that differs from the others in the file will do. */
const guid = (number: number): string => `7B3A1C52-9D04-4E6F-8A21-${number.toString(16).toUpperCase().padStart(12, "0")}`;
