import { quotedSheetName } from "../areas";
import type { HostName, HostSheet, HostWorkbook } from "../workbook";
import type { Origin } from "./origin";
import { withRenamedSheet } from "./renamed-sheet";
import { attributesOf, attributesXml, childrenOf, escaped, withAttributes, type XmlPart } from "./xml";

/** An entry of the new list of sheets. */
export interface SheetPlace {
  /** Undefined for a sheet of a kind that the host does not know. */
  sheet: HostSheet | undefined;
  /** Its index in the list of the file; undefined for a new sheet. */
  before: number | undefined;
  path: string;
}

const areaName = "_xlnm.Print_Area";
const titlesName = "_xlnm.Print_Titles";

/** Saves the workbook's names; names of kinds that the host does not know are carried over. */
export function saveNames(workbook: XmlPart, places: readonly SheetPlace[], book: HostWorkbook, origin: Origin): void {
  const p = workbook.prefix;
  const known = childrenOf(workbook.get("definedNames") ?? "").map(({ xml }) => xml);
  const listed = new Set<string>();
  const written = [
    ...known.flatMap((xml) => {
      const name = attributesOf(xml).name ?? "";
      const isOwn = isOfWorkbook(xml) && origin.names.has(name);
      if (isOwn) listed.add(name);
      return isOwn ? ownName(xml, name, book, origin) : carriedOver(xml, places, book, origin);
    }),
    ...book.names.filter(({ name, lost }) => !lost && !listed.has(name)).map((name) => newName(name, p, book)),
    ...newPageNames(places, p, book, origin),
  ];
  if (written.join("") === known.join("")) return;
  workbook.setRaw(
    "definedNames",
    written.length === 0 ? "" : `<${p}definedNames>${written.join("")}</${p}definedNames>`,
  );
}

const isOfWorkbook = (xml: string): boolean => attributesOf(xml).localSheetId === undefined;

/** A name that the host opened, with its present target; none if it is gone or its cells were deleted. */
function ownName(xml: string, name: string, book: HostWorkbook, origin: Origin): string[] {
  const now = book.names.find((one) => one.name === name && !one.lost);
  if (!now) return [];
  const text = book.referenceOf(now);
  return [text === origin.names.get(name) ? xml : withText(xml, text)];
}

/** A name that the host did not open; none if its sheet is gone, or if it is a page setting that has changed. */
function carriedOver(xml: string, places: readonly SheetPlace[], book: HostWorkbook, origin: Origin): string[] {
  const { name = "", localSheetId } = attributesOf(xml);
  if (localSheetId === undefined) return [withSheetsFollowed(xml, places, book, origin)];
  const home = places.findIndex(({ before }) => before === Number(localSheetId));
  if (home < 0) return [];
  const { sheet } = places[home]!;
  const isPageName = name === areaName || name === titlesName;
  if (sheet && isPageName && pageText(sheet, name, book) !== pageBefore(sheet, name, origin)) return [];
  const placed = String(home) === localSheetId ? xml : withAttributes(xml, { localSheetId: home });
  return [withSheetsFollowed(placed, places, book, origin)];
}

function newName(name: HostName, p: string, book: HostWorkbook): string {
  const attributes = { name: name.name, comment: name.comment || undefined, hidden: name.visible ? undefined : 1 };
  return `<${p}definedName${attributesXml(attributes)}>${escaped(book.referenceOf(name))}</${p}definedName>`;
}

/** Print areas and print titles that were set or changed since the file was opened. */
const newPageNames = (places: readonly SheetPlace[], p: string, book: HostWorkbook, origin: Origin): string[] =>
  places.flatMap(({ sheet }, index) =>
    [areaName, titlesName].flatMap((name) => {
      const text = sheet ? pageText(sheet, name, book) : "";
      if (!sheet || text === "" || text === pageBefore(sheet, name, origin)) return [];
      return [`<${p}definedName${attributesXml({ name, localSheetId: index })}>${escaped(text)}</${p}definedName>`];
    }),
  );

const withText = (xml: string, text: string): string =>
  xml.replace(/^(<[^>]*>)[^]*(<\/[^>]*>)$/, (_, open: string, close: string) => open + escaped(text) + close);

/** A name whose references follow renamed sheets; references to deleted sheets become `#REF!`. */
function withSheetsFollowed(xml: string, places: readonly SheetPlace[], book: HostWorkbook, origin: Origin): string {
  let text = xml;
  for (const [sheet, { state }] of origin.sheets) {
    if (!places.some((place) => place.sheet === sheet))
      text = text.replaceAll(escaped(`${quotedSheetName(state.name)}!`), "#REF!").replaceAll("#REF!#REF!", "#REF!");
    else if (book.sheetName(sheet) !== state.name) text = withRenamedSheet(text, state.name, book.sheetName(sheet));
  }
  return text;
}

/** The text of a sheet's print area or print titles; `""` for none. */
function pageText(sheet: HostSheet, name: string, book: HostWorkbook): string {
  return textOf(sheet.page, name, book.sheetName(sheet));
}

/** The same as it was in the file. */
function pageBefore(sheet: HostSheet, name: string, origin: Origin): string {
  const state = origin.sheets.get(sheet)?.state;
  return state ? textOf(state.page, name, state.name) : "";
}

function textOf({ printArea, titleColumns, titleRows }: HostSheet["page"], name: string, sheet: string): string {
  const addresses = name === areaName ? [printArea] : [titleColumns, titleRows];
  return addresses.flatMap((address) => (address ? [`${quotedSheetName(sheet)}!${absolute(address)}`] : [])).join(",");
}

const absolute = (address: string): string => address.replace(/\$/g, "").replace(/[A-Z]+|\d+/gi, (part) => `$${part}`);
