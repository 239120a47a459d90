import type { CellValue } from "../../matrix/sheet";
import { PackageError } from "../package/errors";
import { child, parseXml, type Element } from "../package/xml";
import { Package } from "../package/zip-package";

/**
 * The cells of an .xlsx file that comes from elsewhere, as values: what a formula was last seen to give, what a link shows.
 * Macros, drawings, links and whatever else the package holds are not even inflated. Only plain parts are read, by the same
 * guarded package and XML readers as plans, since a library would unpack all of a file before anything could be checked.
 */
export interface ReadCell {
  value: CellValue;
  /** It shows its number as a percentage. */
  isPercent: boolean;
}

/** By zero-based row, then column; only cells that hold something. */
export type ReadSheet = Map<number, Map<number, ReadCell>>;

/** A form is a few hundred kilobytes; its XML a megabyte or two. */
const mostInflated = 24 * 1024 * 1024;
const mostCells = 200_000;

export interface ReadWorkbook {
  sheets: ReadSheet[];
  /** ISO date and time at which it was last saved; empty where it does not say. */
  saved: string;
}

/** @throws PackageError for what cannot be read, or is larger than any form */
export function readXlsx(bytes: Uint8Array): ReadWorkbook {
  const file = new Package(bytes, mostInflated);
  const part = (name: string): Element | undefined => {
    const content = file.read(name);
    return content && parseXml(content);
  };
  const workbook = part("xl/workbook.xml");
  if (!workbook) throw new PackageError("corrupt");
  const strings = (part("xl/sharedStrings.xml")?.children ?? []).map(textOf);
  const formats = formatsOf(part("xl/styles.xml"));
  const targets = new Map((part("xl/_rels/workbook.xml.rels")?.children ?? []).map(({ attributes }) => [attributes.Id, attributes.Target ?? ""]));
  let cells = 0;
  const sheets = (child(workbook, "sheets")?.children ?? []).flatMap((sheet) => {
    // The relationship's id is `r:id`; namespaces aside, `id`.
    const target = targets.get(sheet.attributes.id ?? "");
    const content = target === undefined ? undefined : part(target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    if (!content) return [];
    const read = sheetOf(content, strings, formats);
    for (const row of read.values()) cells += row.size;
    if (cells > mostCells) throw new PackageError("zipBomb");
    return [read];
  });
  return { sheets, saved: timeOf(file.has("docProps/core.xml") ? part("docProps/core.xml") : undefined) };
}

function timeOf(core: Element | undefined): string {
  const text = child(core, "modified")?.text.trim() ?? "";
  const time = new Date(text);
  return text === "" || Number.isNaN(time.getTime()) ? "" : time.toISOString();
}

/** Runs put together; phonetic readings left out. */
function textOf(element: Element): string {
  if (element.name === "t") return unescaped(element.text);
  if (element.name === "rPh" || element.name === "phoneticPr") return "";
  return element.children.map(textOf).join("");
}

/** ECMA-376 writes control characters as `_x000D_`. */
const unescaped = (text: string): string => text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

type Format = "number" | "percent" | "date";

/** Built-in formats (ECMA-376 18.8.30), those of the East Asian locales included. */
function builtIn(id: number): Format {
  if (id === 9 || id === 10) return "percent";
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58) ? "date" : "number";
}

function custom(code: string): Format {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, "");
  if (/[ymdhs年月日时分秒]/i.test(bare.replace(/General/gi, ""))) return "date";
  return bare.includes("%") ? "percent" : "number";
}

function formatsOf(styles: Element | undefined): Format[] {
  const codes = new Map((child(styles, "numFmts")?.children ?? []).map(({ attributes }) => [attributes.numFmtId, custom(attributes.formatCode ?? "")]));
  return (child(styles, "cellXfs")?.children ?? []).map(({ attributes }) => codes.get(attributes.numFmtId ?? "") ?? builtIn(Number(attributes.numFmtId ?? 0)));
}

function sheetOf(content: Element, strings: readonly string[], formats: readonly Format[]): ReadSheet {
  const rows: ReadSheet = new Map();
  let row = -1;
  for (const line of child(content, "sheetData")?.children ?? []) {
    row = line.attributes.r === undefined ? row + 1 : Number(line.attributes.r) - 1;
    const cells = rows.get(row) ?? new Map<number, ReadCell>();
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

function columnOf(address: string): number {
  let column = 0;
  for (const char of /^[A-Z]+/i.exec(address)?.[0].toUpperCase() ?? "A") column = column * 26 + char.charCodeAt(0) - 64;
  return column - 1;
}

function cellOf(cell: Element, strings: readonly string[], formats: readonly Format[]): ReadCell | undefined {
  const { t: type, s: style } = cell.attributes;
  const format = formats[Number(style ?? 0)] ?? "number";
  if (type === "inlineStr") return { value: textOf(child(cell, "is") ?? cell), isPercent: false };
  const content = child(cell, "v")?.text;
  if (content === undefined || content === "") return undefined;
  if (type === "s") return { value: strings[Number(content)] ?? "", isPercent: false };
  if (type === "str" || type === "e") return { value: unescaped(content), isPercent: false };
  if (type === "b") return { value: content === "1" ? "TRUE" : "FALSE", isPercent: false };
  if (type === "d") return { value: content, isPercent: false };
  const value = Number(content);
  if (Number.isNaN(value)) return { value: content, isPercent: false };
  // `5/6`, typed, becomes a date: its serial number is no number that anybody reported.
  return format === "date" ? { value: dateText(value), isPercent: false } : { value, isPercent: format === "percent" };
}

/** A serial number of the 1900 date system as text. */
function dateText(serial: number): string {
  const time = new Date(Math.round((serial - 25_569) * 86_400_000));
  return Number.isNaN(time.getTime()) ? String(serial) : time.toISOString().slice(0, 10);
}
