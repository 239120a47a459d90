import { PackageError } from "../package/package-error";
import { relationshipsOf, xmlPart } from "../package/parts";
import { child, type XmlElement } from "../package/xml";
import { ZipPackage } from "../package/zip-package";
import { builtInFormat } from "./number-format";
import { maxCells, type Merge, type Sheet, type SheetCell, type Workbook } from "./sheet";

/**
 * Limit on the inflated bytes of a workbook. A form or a table of tasks is a few hundred kilobytes, its XML one or two
 * megabytes.
 */
const maxInflated = 24 * 1024 * 1024;

/**
 * The cell values of an untrusted .xlsx file. Macros, drawings, links and everything else in the package are never even
 * inflated. Only plain parts are read, by the same guarded package and XML readers as plans: a library would unpack the
 * whole file before anything could be checked.
 * @returns `saved`: when the file was last saved as an ISO date and time, `""` if it does not say
 * @throws PackageError if the file cannot be read or is larger than any form or plan
 */
export function readXlsx(bytes: Uint8Array): Workbook & { saved: string } {
  const file = new ZipPackage(bytes, maxInflated);
  const workbook = xmlPart(file, "xl/workbook.xml");
  if (!workbook) throw new PackageError("corrupt");
  const strings = (xmlPart(file, "xl/sharedStrings.xml")?.children ?? []).map(textOf);
  const formats = formatsOf(xmlPart(file, "xl/styles.xml"));
  const targets = new Map(relationshipsOf(file, "xl/workbook.xml").map(({ id, target }) => [id, target]));
  let cells = 0;
  const sheets = (child(workbook, "sheets")?.children ?? []).flatMap((sheet): Sheet[] => {
    // The attribute is `r:id`; without its namespace prefix, `id`.
    const target = targets.get(sheet.attributes.id ?? "");
    const content = target === undefined ? undefined : xmlPart(file, target);
    if (!content) return [];
    const rows = rowsOf(content, strings, formats);
    for (const row of rows.values()) cells += row.size;
    if (cells > maxCells) throw new PackageError("zipBomb");
    return [
      {
        name: sheet.attributes.name ?? "",
        isHidden: /hidden$/i.test(sheet.attributes.state ?? ""),
        rows,
        merges: mergesOf(content),
        hiddenRows: hiddenRows(content),
        hiddenColumns: hiddenColumns(content),
      },
    ];
  });
  return {
    sheets,
    is1904: isTrue(child(workbook, "workbookPr")?.attributes.date1904),
    saved: timeOf(xmlPart(file, "docProps/core.xml")),
  };
}

const isTrue = (value: string | undefined): boolean => value === "1" || value === "true";

function timeOf(core: XmlElement | undefined): string {
  const text = child(core, "modified")?.text.trim() ?? "";
  const time = new Date(text);
  return text === "" || Number.isNaN(time.getTime()) ? "" : time.toISOString();
}

/** The text of a string item: its runs joined, phonetic guides left out. */
function textOf(element: XmlElement): string {
  if (element.name === "t") return unescaped(element.text);
  if (element.name === "rPh" || element.name === "phoneticPr") return "";
  return element.children.map(textOf).join("");
}

/** Decodes control characters, which ECMA-376 writes as `_x000D_`. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

function formatsOf(styles: XmlElement | undefined): string[] {
  const codes = new Map(
    (child(styles, "numFmts")?.children ?? []).map(({ attributes }) => [
      attributes.numFmtId,
      attributes.formatCode ?? "",
    ]),
  );
  return (child(styles, "cellXfs")?.children ?? []).map(
    ({ attributes }) => codes.get(attributes.numFmtId ?? "") ?? builtInFormat(Number(attributes.numFmtId ?? 0)),
  );
}

function rowsOf(content: XmlElement, strings: readonly string[], formats: readonly string[]): Sheet["rows"] {
  const rows: Sheet["rows"] = new Map();
  let row = -1;
  for (const line of child(content, "sheetData")?.children ?? []) {
    row = numberOf(line, row);
    const cells = rows.get(row) ?? new Map<number, SheetCell>();
    let column = -1;
    for (const cell of line.children) {
      column = cell.attributes.r === undefined ? column + 1 : columnOf(cell.attributes.r);
      const read = cellOf(cell, strings, formats);
      if (read && read.value !== "") cells.set(column, read);
    }
    if (cells.size > 0) rows.set(row, cells);
  }
  return rows;
}

const numberOf = (line: XmlElement, before: number): number =>
  line.attributes.r === undefined ? before + 1 : Number(line.attributes.r) - 1;

function columnOf(address: string): number {
  let column = 0;
  for (const char of /^[A-Z]+/i.exec(address)?.[0].toUpperCase() ?? "A") column = column * 26 + char.charCodeAt(0) - 64;
  return column - 1;
}

function cellOf(cell: XmlElement, strings: readonly string[], formats: readonly string[]): SheetCell | undefined {
  const { t: type, s: style } = cell.attributes;
  if (type === "inlineStr") return { value: textOf(child(cell, "is") ?? cell) };
  const content = child(cell, "v")?.text;
  if (content === undefined || content === "") return undefined;
  if (type === "s") return { value: strings[Number(content)] ?? "" };
  if (type === "str" || type === "e") return { value: unescaped(content) };
  if (type === "b") return { value: content === "1" ? "TRUE" : "FALSE" };
  const value = Number(content);
  if (type === "d" || Number.isNaN(value)) return { value: content };
  const format = formats[Number(style ?? 0)];
  return { value, ...(format === undefined ? {} : { format }) };
}

function mergesOf(content: XmlElement): Merge[] {
  return (child(content, "mergeCells")?.children ?? []).flatMap(({ attributes }) => {
    const [first, last] = (attributes.ref ?? "").split(":");
    if (!first || !last) return [];
    const row = (address: string): number => Number(/\d+$/.exec(address)?.[0] ?? 1) - 1;
    return [{ firstRow: row(first), lastRow: row(last), firstColumn: columnOf(first), lastColumn: columnOf(last) }];
  });
}

function hiddenRows(content: XmlElement): Set<number> {
  const hidden = new Set<number>();
  let row = -1;
  for (const line of child(content, "sheetData")?.children ?? []) {
    row = numberOf(line, row);
    if (isTrue(line.attributes.hidden)) hidden.add(row);
  }
  return hidden;
}

/** The number of columns in a sheet. */
const maxColumns = 16_384;

function hiddenColumns(content: XmlElement): Set<number> {
  const hidden = new Set<number>();
  for (const { attributes } of child(content, "cols")?.children ?? []) {
    if (!isTrue(attributes.hidden)) continue;
    for (
      let column = Number(attributes.min);
      column <= Math.min(maxColumns, Number(attributes.max)) && hidden.size < maxColumns;
      column++
    )
      hidden.add(column - 1);
  }
  return hidden;
}
