import type { HostSheet, HostTable, HostWorkbook } from "../workbook";
import { contentType, newOrigin, newStyles, originOf, relationNamespace, type Origin } from "./origin";
import { xmlDeclaration, type WorkbookPackage } from "./package";
import { followInParts } from "./follow-lines";
import { renameInParts } from "./renamed-sheet";
import { saveNames, type SheetPlace } from "./save-names";
import { inView, saveSheet, sheetOrder, type SavedSheet } from "./save-sheet";
import { StyleSheet } from "./styles";
import { newTable, savedTable, tableState } from "./tables";
import { attributesOf, attributesXml, childrenOf, withAttributes, XmlPart } from "./xml";

const workbookOrder =
  "fileVersion fileSharing workbookPr AlternateContent workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst".split(
    " ",
  );

/**
 * The workbook as the bytes of an .xlsx file (.xlsm if it was opened from one), formulas together with their results.
 * Parts are patched, not rewritten: whatever was not changed since the file was opened stays as it is, and a file in
 * which nothing was changed is returned byte for byte.
 */
export async function saveXlsx(book: HostWorkbook): Promise<Uint8Array> {
  await book.grid.calculated();
  const origin = originOf(book) ?? newOrigin();
  const file = origin.package.copy();
  const styles = new StyleSheet(file.text(origin.stylesPath ?? "") ?? newStyles, origin.theme);
  const sheets = book.allSheets.filter((sheet) => sheet !== origin.placeholder || book.grid.used(sheet.id, false));
  const saved = new Map<HostSheet, SavedSheet>();
  for (const sheet of sheets) saved.set(sheet, await saveSheet(sheet, book, origin, styles));
  const workbook = new XmlPart(file.text(origin.workbookPath)!, workbookOrder);
  const paths = new Map<HostSheet, string>();
  const places = saveList(workbook, file, sheets, book, origin, paths);
  saveFront(workbook, file, saved, places, book, origin);
  for (const [sheet, { part }] of saved) saveTables(part, paths.get(sheet)!, sheet, file, book, origin);
  for (const [sheet, { part }] of saved) file.set(paths.get(sheet)!, part.toString());
  saveNames(workbook, places, book, origin);
  followRenamedSheets(file, book, origin);
  followLines(file, book, origin);
  saveParts(file, book, origin);
  saveStyles(file, styles, origin);
  saveCalculation(workbook, file, [...saved.values()], origin);
  file.set(origin.workbookPath, workbook.toString());
  return !file.isChanged && origin.bytes ? origin.bytes : file.toBytes(book.pauseForPage);
}

/**
 * Saves the list of sheets. Sheets of kinds that the host does not know (chart sheets) stay after the sheet that they
 * followed in the file.
 * @param paths is filled with the path of each sheet's part
 * @returns the sheets in the order of the new list
 */
function saveList(
  workbook: XmlPart,
  file: WorkbookPackage,
  sheets: readonly HostSheet[],
  book: HostWorkbook,
  origin: Origin,
  paths: Map<HostSheet, string>,
): SheetPlace[] {
  const relations = file.relations(origin.workbookPath);
  const before = childrenOf(workbook.get("sheets") ?? "").map(({ xml }, index) => {
    const path = relations.find(({ id }) => id === attributesOf(xml).id)?.target ?? "";
    const sheet = [...origin.sheets].find(([, own]) => own.path === path)?.[0];
    return { xml, index, path, sheet };
  });
  let nextId = Math.max(0, ...before.map(({ xml }) => Number(attributesOf(xml).sheetId ?? 0))) + 1;
  const places: (SheetPlace & { xml: string })[] = sheets.map((sheet) => {
    const known = before.find((one) => one.sheet === sheet);
    const own = origin.sheets.get(sheet);
    const name = book.sheetName(sheet);
    const isHidden = book.grid.sheet(sheet.id).isSheetHidden() as boolean;
    if (known && own) {
      paths.set(sheet, own.path);
      const renamed = name === own.state.name ? known.xml : withAttributes(known.xml, { name });
      return {
        sheet,
        before: known.index,
        path: own.path,
        xml:
          isHidden === own.state.isHidden
            ? renamed
            : withAttributes(renamed, { state: isHidden ? "hidden" : undefined }),
      };
    }
    const path = file.freePath("xl/worksheets/sheet#.xml");
    file.set(path, `${xmlDeclaration}<worksheet/>`);
    file.setType(path, contentType("worksheet"));
    const id = file.relate(origin.workbookPath, typeLike(file, origin, "worksheet"), path);
    paths.set(sheet, path);
    const r = workbook.prefixOf("/relationships") ?? "r";
    if (r === "r") workbook.declare("r", relationNamespace);
    return {
      sheet,
      before: undefined,
      path,
      xml: `<${workbook.prefix}sheet${attributesXml({ name, sheetId: nextId++, state: isHidden ? "hidden" : undefined, [`${r}:id`]: id })}/>`,
    };
  });
  for (const { xml, index, path, sheet } of before) {
    if (sheet && sheets.includes(sheet)) continue;
    if (sheet) {
      file.unrelate(origin.workbookPath, relations.find(({ target }) => target === path)!.id);
      file.removeWithBelongings(path);
      continue;
    }
    let at = 0;
    for (let earlier = index - 1; earlier >= 0 && at === 0; earlier--)
      at = places.findIndex((place) => place.before === earlier) + 1;
    places.splice(at, 0, { sheet: undefined, before: index, path, xml });
  }
  const p = workbook.prefix;
  if (
    places.some(({ before: at, xml }, index) => at !== index || xml !== before[index]?.xml) ||
    places.length !== before.length
  ) {
    workbook.setRaw("sheets", `<${p}sheets>${places.map(({ xml }) => xml).join("")}</${p}sheets>`);
  }
  return places;
}

/** A relation's type in the variant of the format that the workbook uses: transitional or strict. */
function typeLike(file: WorkbookPackage, origin: Origin, name: string): string {
  const isStrict = /purl\.oclc\.org\/ooxml/.test(file.text(origin.workbookPath)!.slice(0, 2000));
  return `${isStrict ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : relationNamespace}/${name}`;
}

/** Saves which sheet is in front. Exactly one sheet may be marked as selected: Excel edits several together. */
function saveFront(
  workbook: XmlPart,
  file: WorkbookPackage,
  saved: ReadonlyMap<HostSheet, SavedSheet>,
  places: readonly SheetPlace[],
  book: HostWorkbook,
  origin: Origin,
): void {
  const front = book.activeSheet;
  const isMoved = places.some(({ before }, index) => before !== index);
  if (front === origin.front && !isMoved) return;
  const at = front === origin.front || saved.has(front) ? places.findIndex(({ sheet }) => sheet === front) : -1;
  if (at < 0) return;
  saveActiveTab(workbook, at);
  if (front === origin.front) return;
  for (const { sheet, path } of places) {
    const own = sheet && saved.get(sheet)?.part;
    if (own) markSelected(own, sheet === front);
    else markSelectedInFile(file, path, sheet === front);
  }
}

function saveActiveTab(workbook: XmlPart, at: number): void {
  const p = workbook.prefix;
  const views = workbook.get("bookViews") ?? `<${p}bookViews><${p}workbookView/></${p}bookViews>`;
  const [view] = childrenOf(views);
  if (!view) return;
  const active = withAttributes(view.xml, { activeTab: at === 0 ? undefined : at, firstSheet: undefined });
  workbook.setRaw(
    "bookViews",
    views.replace(view.xml, () => active),
  );
}

/** @returns whether the part has changed */
function markSelected(part: XmlPart, isSelected: boolean): boolean {
  if (!isSelected && !/\stabSelected\s*=\s*["'](?:1|true)/.test(part.get("sheetViews") ?? "")) return false;
  inView(part, (view) => withAttributes(view, { tabSelected: isSelected ? 1 : undefined }));
  return true;
}

/** The same for a sheet of a kind that the host does not know, which is otherwise carried over as it is. */
function markSelectedInFile(file: WorkbookPackage, path: string, isSelected: boolean): void {
  const text = file.text(path);
  if (text === undefined || !text.includes("tabSelected")) return;
  const part = new XmlPart(text, sheetOrder);
  if (markSelected(part, isSelected)) file.set(path, part.toString());
}

function saveTables(
  part: XmlPart,
  path: string,
  sheet: HostSheet,
  file: WorkbookPackage,
  book: HostWorkbook,
  origin: Origin,
): void {
  const own = origin.sheets.get(sheet);
  const now = book.tables.filter((table) => table.sheet === sheet);
  const gone = [...(own?.tables ?? [])].filter(([id]) => !now.some((table) => table.id === id));
  const added: HostTable[] = [];
  for (const table of now) {
    const known = own?.tables.get(table.id);
    if (!known) added.push(table);
    else if (known.state !== tableState(table, book))
      file.set(known.path, savedTable(file.text(known.path)!, table, book));
  }
  if (gone.length === 0 && added.length === 0) return;
  const relations = file.relations(path);
  const goneIds = gone.map(([, { path: target }]) => relations.find((one) => one.target === target)?.id);
  const links = childrenOf(part.get("tableParts") ?? "")
    .map(({ xml }) => xml)
    .filter((xml) => !goneIds.includes(attributesOf(xml).id));
  for (const [index, [, { path: target }]] of gone.entries()) {
    const id = goneIds[index];
    if (id) file.unrelate(path, id);
    file.removeWithBelongings(target);
  }
  const r = part.prefixOf("/relationships") ?? "r";
  if (r === "r") part.declare("r", relationNamespace);
  for (const table of added) {
    const target = file.freePath("xl/tables/table#.xml");
    file.set(target, savedTable(newTable(nextTableId(file)), table, book));
    file.setType(target, contentType("table"));
    links.push(`<${part.prefix}tablePart ${r}:id="${file.relate(path, typeLike(file, origin, "table"), target)}"/>`);
  }
  const p = part.prefix;
  part.setRaw(
    "tableParts",
    links.length === 0 ? "" : `<${p}tableParts count="${links.length}">${links.join("")}</${p}tableParts>`,
  );
}

/** Table ids are unique in the whole workbook. */
const nextTableId = (file: WorkbookPackage): number =>
  Math.max(
    0,
    ...file.all
      .filter((path) => /tables?\/[^/]+\.xml$/i.test(path))
      .map((path) => Number(attributesOf(file.text(path)!).id ?? 0)),
  ) + 1;

/** Charts and pivot tables follow the sheets that were renamed. */
function followRenamedSheets(file: WorkbookPackage, book: HostWorkbook, origin: Origin): void {
  for (const [sheet, { state }] of origin.sheets) {
    if (book.allSheets.includes(sheet) && book.sheetName(sheet) !== state.name)
      renameInParts(file, state.name, book.sheetName(sheet));
  }
}

/** Comments, drawings, charts and pivot tables follow inserted and deleted lines. */
function followLines(file: WorkbookPackage, book: HostWorkbook, origin: Origin): void {
  for (const [sheet, { path }] of origin.sheets) {
    const { lineChanges: changes = [] } = sheet;
    if (changes.length > 0 && book.allSheets.includes(sheet)) followInParts(file, path, book.sheetName(sheet), changes);
  }
}

const propsType = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";

/** Saves custom XML parts (ECMA-376 part 1, 15.2.5). */
function saveParts(file: WorkbookPackage, book: HostWorkbook, origin: Origin): void {
  for (const [id, { path }] of origin.xmlParts) {
    if (book.xmlParts.some((part) => part.id === id)) continue;
    const relation = file.relations(origin.workbookPath).find(({ target }) => target === path);
    if (relation) file.unrelate(origin.workbookPath, relation.id);
    file.removeWithBelongings(path);
  }
  for (const { id, xml } of book.xmlParts) {
    const known = origin.xmlParts.get(id);
    if (known) {
      if (known.xml !== xml) file.set(known.path, xml);
      continue;
    }
    const path = file.freePath("customXml/item#.xml");
    const number = /\d+/.exec(path)![0];
    const props = `customXml/itemProps${number}.xml`;
    file.set(path, xml);
    file.set(
      props,
      `${xmlDeclaration}<ds:datastoreItem ds:itemID="{${guid(Number(number))}}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>`,
    );
    file.setType(props, propsType);
    file.ensureDefault("xml", "application/xml");
    file.relate(path, `${relationNamespace}/customXmlProps`, props);
    file.relate(origin.workbookPath, typeLike(file, origin, "customXml"), path);
  }
}

/** A GUID that is unique in the file, which is all that is required of it. */
const guid = (number: number): string =>
  `7B3A1C52-9D04-4E6F-8A21-${number.toString(16).toUpperCase().padStart(12, "0")}`;

function saveStyles(file: WorkbookPackage, styles: StyleSheet, origin: Origin): void {
  const path = origin.stylesPath ?? file.freePath("xl/styles#.xml");
  const text = styles.toString();
  if (origin.stylesPath === undefined) {
    if (text === newStyles) return;
    file.setType(path, contentType("styles"));
    file.relate(origin.workbookPath, typeLike(file, origin, "styles"), path);
  }
  file.set(path, text);
}

/** After a change, results in the file may be stale: Excel is told to calculate when it opens the file. */
function saveCalculation(workbook: XmlPart, file: WorkbookPackage, saved: readonly SavedSheet[], origin: Origin): void {
  if (!file.isChanged || !saved.some(({ hasNewContents }) => hasNewContents)) return;
  const chain = file.relations(origin.workbookPath).find(({ type }) => type === "calcChain");
  if (chain) {
    // The chain is only Excel's order of calculation, but one that lists a cell without a formula counts as damage.
    file.unrelate(origin.workbookPath, chain.id);
    file.removeWithBelongings(chain.target);
  }
  if (!saved.some(({ hasFormulas }) => hasFormulas)) return;
  const p = workbook.prefix;
  workbook.setRaw("calcPr", withAttributes(workbook.get("calcPr") ?? `<${p}calcPr/>`, { fullCalcOnLoad: 1 }));
}
