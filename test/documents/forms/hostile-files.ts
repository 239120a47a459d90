import { strToU8, unzipSync, zipSync } from "fflate";

const workbook = '<workbook><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>';
const rels = '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>';

/** The smallest .xlsx package that can hold one sheet's XML. */
export const packed = (sheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync({
    "xl/workbook.xml": strToU8(workbook),
    "xl/_rels/workbook.xml.rels": strToU8(rels),
    "xl/worksheets/sheet1.xml": strToU8(sheet),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
  });

/** A few kilobytes that inflate to 30 MB. */
export const zipBomb = (): Uint8Array => packed(`<worksheet>${" ".repeat(30 * 1024 * 1024)}</worksheet>`);

/** Ten entities, each ten times the one before: expanded, they would be a billion letters. */
export function billionLaughs(): Uint8Array {
  const names = [..."abcdefghij"];
  const entities = names
    .map((name, index) => `<!ENTITY ${name} "${index === 0 ? "ha" : `&${names[index - 1]!};`.repeat(10)}">`)
    .join("");
  return packed(
    `<!DOCTYPE x [${entities}]><worksheet><sheetData><row><c t="str"><v>&j;</v></c></row></sheetData></worksheet>`,
  );
}

/** A workbook with some of its parts changed. */
export function repacked(bytes: Uint8Array, change: (parts: Record<string, Uint8Array>) => void): Uint8Array {
  const parts = unzipSync(bytes);
  change(parts);
  return zipSync(parts);
}
