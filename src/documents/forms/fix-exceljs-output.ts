import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/**
 * Corrects what ExcelJS writes wrongly in a form's file.
 * @param file the bytes of the .xlsx file, with one sheet
 * @param headerRow number of the last row whose height is fixed; rows below it may grow
 */
export function fixExcelJsOutput(file: Uint8Array, headerRow: number): Uint8Array {
  const parts = unzipSync(file);
  const fixes: Readonly<Record<string, (xml: string) => string>> = {
    "xl/worksheets/sheet1.xml": (sheet) => withGrowingRows(sheet, headerRow),
    "xl/styles.xml": withOrderedFonts,
    "xl/sharedStrings.xml": withoutForbiddenCharacters,
  };
  const fixed = Object.entries(fixes).map(([path, fix]) => [path, strToU8(fix(strFromU8(parts[path]!)))] as const);
  return zipSync({ ...parts, ...Object.fromEntries(fixed) });
}

/** ExcelJS removes the characters that XML forbids, except these two. */
function withoutForbiddenCharacters(texts: string): string {
  return texts.replace(/[\ufffe\uffff]/g, "");
}

/**
 * ExcelJS marks every row height as set by hand. Such a row does not grow with its text, so a long 进展情况 would be cut
 * off on screen and in print. Keeps the heights but lets the rows grow.
 */
function withGrowingRows(sheet: string, headerRow: number): string {
  return sheet.replace(/<row r="(\d+)"[^>]*>/g, (row, at: string) =>
    Number(at) > headerRow ? row.replace(' customHeight="1"', "") : row,
  );
}

/** The children of a font in the order the schema requires; ExcelJS writes the colour first. */
const fontOrder = [
  "b",
  "i",
  "strike",
  "condense",
  "extend",
  "outline",
  "shadow",
  "u",
  "vertAlign",
  "sz",
  "color",
  "name",
  "family",
  "charset",
  "scheme",
];

function withOrderedFonts(styles: string): string {
  return styles.replace(/(<font>)(.*?)(<\/font>)/g, (_, start: string, inner: string, end: string) => {
    const placed = (inner.match(/<[^>]+\/>/g) ?? []).map((xml) => ({
      xml,
      place: fontOrder.indexOf(/\w+/.exec(xml)![0]),
    }));
    return (
      start +
      placed
        .sort((one, other) => one.place - other.place)
        .map(({ xml }) => xml)
        .join("") +
      end
    );
  });
}
