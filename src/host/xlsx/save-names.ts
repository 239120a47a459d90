import { quotedSheetName } from "../areas";
import type { HostSheet, HostWorkbook } from "../workbook";
import type { Origin } from "./origin";
import { withRenamedSheet } from "./renamed-sheet";
import { attributesOf, attributesXml, childrenOf, escaped, withAttributes, type XmlPart } from "./xml";

/** A sheet's place in the workbook's list, and the one that it had. */
export interface SheetPlace {
  /** Undefined for one of a kind that the host has not. */
  sheet: HostSheet | undefined;
  before: number | undefined;
  path: string;
}

const areaName = "_xlnm.Print_Area";
const titlesName = "_xlnm.Print_Titles";

/** Writes what has changed of the workbook's names; those that the host does not know stay. */
export function saveNames(workbook: XmlPart, places: readonly SheetPlace[], book: HostWorkbook, origin: Origin): void {
  const p = workbook.prefix;
  const known = childrenOf(workbook.get("definedNames") ?? "").map(({ xml }) => xml);
  const written: string[] = [];
  const listed = new Set<string>();
  for (const xml of known) {
    const { name = "", localSheetId } = attributesOf(xml);
    const home =
      localSheetId === undefined ? undefined : places.findIndex(({ before }) => before === Number(localSheetId));
    // Its sheet is gone.
    if (home === -1) continue;
    const own = home === undefined ? undefined : places[home]!.sheet;
    if (
      own &&
      (name === areaName || name === titlesName) &&
      pageText(own, name, book) !== pageBefore(own, name, origin)
    )
      continue;
    const before = home === undefined ? origin.names.get(name) : undefined;
    if (before !== undefined) {
      const now = book.names.find((one) => one.name === name && !one.lost);
      if (!now) continue;
      listed.add(name);
      const text = book.referenceOf(now);
      written.push(text === before ? xml : withText(xml, text));
      continue;
    }
    const placed =
      home !== undefined && String(home) !== localSheetId ? withAttributes(xml, { localSheetId: home }) : xml;
    written.push(following(placed, places, book, origin));
  }
  for (const name of book.names) {
    if (name.lost || listed.has(name.name)) continue;
    written.push(
      `<${p}definedName${attributesXml({ name: name.name, comment: name.comment || undefined, hidden: name.visible ? undefined : 1 })}>${escaped(book.referenceOf(name))}</${p}definedName>`,
    );
  }
  places.forEach(({ sheet }, index) => {
    if (!sheet) return;
    for (const name of [areaName, titlesName]) {
      const text = pageText(sheet, name, book);
      if (text !== "" && text !== pageBefore(sheet, name, origin))
        written.push(
          `<${p}definedName${attributesXml({ name, localSheetId: index })}>${escaped(text)}</${p}definedName>`,
        );
    }
  });
  if (written.join("") === known.join("")) return;
  workbook.setRaw(
    "definedNames",
    written.length === 0 ? "" : `<${p}definedNames>${written.join("")}</${p}definedNames>`,
  );
}

const withText = (xml: string, text: string): string =>
  xml.replace(/^(<[^>]*>)[^]*(<\/[^>]*>)$/, (_, open: string, close: string) => open + escaped(text) + close);

/** What a name that the host does not know says of sheets that have another name now, or are gone. */
function following(xml: string, places: readonly SheetPlace[], book: HostWorkbook, origin: Origin): string {
  let text = xml;
  for (const [sheet, { state }] of origin.sheets) {
    if (!places.some((place) => place.sheet === sheet))
      text = text.replaceAll(escaped(`${quotedSheetName(state.name)}!`), "#REF!").replaceAll("#REF!#REF!", "#REF!");
    else if (book.sheetName(sheet) !== state.name) text = withRenamedSheet(text, state.name, book.sheetName(sheet));
  }
  return text;
}

function pageText(sheet: HostSheet, name: string, book: HostWorkbook): string {
  return textOf(sheet.page, name, book.sheetName(sheet));
}

function pageBefore(sheet: HostSheet, name: string, origin: Origin): string {
  const state = origin.sheets.get(sheet)?.state;
  return state ? textOf(state.page, name, state.name) : "";
}

function textOf({ printArea, titleColumns, titleRows }: HostSheet["page"], name: string, sheet: string): string {
  const addresses = name === areaName ? [printArea] : [titleColumns, titleRows];
  return addresses.flatMap((address) => (address ? [`${quotedSheetName(sheet)}!${absolute(address)}`] : [])).join(",");
}

const absolute = (address: string): string => address.replace(/\$/g, "").replace(/[A-Z]+|\d+/gi, (part) => `$${part}`);
