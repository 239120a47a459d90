import { parseAddress } from "../areas";
import { HostError } from "../errors";
import type { HostSheet, HostWorkbook } from "../workbook";
import { readTexts } from "./cell-xml";
import { colourOf, themeColours } from "./colours";
import { faultIn, WorkbookFileError } from "./errors";
import { noteDifferences, openCells, type FileCells } from "./open-cells";
import { openPage, type FileName } from "./open-page";
import { openConditionalFormats, openValidations } from "./open-rules";
import { newOrigin, newStyles, setOrigin, stateOf, type Origin, type SheetOrigin } from "./origin";
import { WorkbookPackage } from "./package";
import { openedProtection } from "./protection";
import { StyleSheet } from "./styles";
import { openTable } from "./tables";
import { unshownIn } from "./unshown-parts";
import { attributesOf, childrenOf, elements, isOn, unescaped, XmlPart } from "./xml";

/**
 * Fills a new workbook with the contents of an .xlsx or .xlsm file. The file itself is kept (`origin.ts`), so that
 * saving carries over whatever the host cannot represent.
 * @returns what of the file cannot be shown, in Chinese words: an entry for each sheet, name or kind
 * @throws WorkbookFileError if the file cannot be opened as a workbook; the workbook may be half filled then
 */
export async function openXlsx(book: HostWorkbook, bytes: Uint8Array): Promise<string[]> {
  const origin = originFrom(bytes);
  try {
    return await open(book, origin);
  } catch (error) {
    if (error instanceof WorkbookFileError) throw error;
    // An address or name that no workbook can have. Any other error is a fault of this program: the file may be sound.
    if (error instanceof HostError && error.code === "InvalidArgument")
      throw new WorkbookFileError("damaged", error.message, { cause: error });
    throw faultIn(error);
  }
}

/** The package with what all sheets refer to: theme colours, shared strings. */
function originFrom(bytes: Uint8Array): Origin {
  const file = WorkbookPackage.open(bytes);
  const workbookPath = file.relations("").find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  const type = file.typeOf(workbookPath) ?? "";
  if (/opendocument\.spreadsheet/.test(file.text("mimetype") ?? "")) throw new WorkbookFileError("otherFormat");
  if (/\.bin$/.test(workbookPath)) throw new WorkbookFileError("xlsb");
  const text = file.text(workbookPath);
  if (text === undefined || !file.has("[Content_Types].xml"))
    throw new WorkbookFileError(
      file.has("[Content_Types].xml") && !/word|presentation/.test(workbookPath) ? "damaged" : "notWorkbook",
    );
  if (!/<(?:[\w.-]+:)?workbook[\s>]/.test(text) || /wordprocessing|presentation/.test(type))
    throw new WorkbookFileError("notWorkbook");
  const related = (kind: string): string | undefined =>
    file.relations(workbookPath).find((one) => one.type === kind && file.has(one.target))?.target;
  const texts = related("sharedStrings");
  return {
    ...newOrigin(),
    bytes,
    package: file,
    workbookPath,
    stylesPath: related("styles"),
    theme: themeColours(file.text(related("theme") ?? "")),
    texts: texts === undefined ? [] : readTexts(file.text(texts)!),
  };
}

/** An entry of the workbook's list of sheets. */
interface Listed {
  name: string;
  path: string;
  isHidden: boolean;
  isWorksheet: boolean;
  index: number;
}

function listed(origin: Origin, workbook: XmlPart): Listed[] {
  const relations = origin.package.relations(origin.workbookPath);
  return childrenOf(workbook.get("sheets") ?? "").map(({ xml }, index) => {
    const { name = "", id, state = "visible" } = attributesOf(xml);
    const relation = relations.find((one) => one.id === id);
    const isThere = relation !== undefined && origin.package.has(relation.target);
    return {
      name,
      path: relation?.target ?? "",
      isHidden: state !== "visible",
      isWorksheet: isThere && relation.type === "worksheet",
      index,
    };
  });
}

/** Parts are only read here, so the order of their children does not matter. */
const anyOrder: readonly string[] = [];

/** A sheet being opened: its entry in the list of sheets, its part, and where it is opened into. */
interface OpeningSheet {
  listed: Listed;
  part: XmlPart;
  sheet: HostSheet;
  own: SheetOrigin;
}

/** The workbook being opened, and what its sheets share. */
interface Opening {
  book: HostWorkbook;
  origin: Origin;
  styles: StyleSheet;
  names: readonly FileName[];
}

async function open(book: HostWorkbook, origin: Origin): Promise<string[]> {
  const workbook = new XmlPart(origin.package.text(origin.workbookPath)!, anyOrder);
  const sheets = listed(origin, workbook);
  const shown = sheets.filter(({ isWorksheet }) => isWorksheet);
  const opened = addSheets(shown, book, origin);
  const names = namesIn(workbook);
  // Names come before the cells: Univer parses a formula when it is written.
  const notShown = openNames(names, opened, book, origin);
  const styles = new StyleSheet(origin.package.text(origin.stylesPath ?? "") ?? newStyles, origin.theme);
  const opening: Opening = { book, origin, styles, names };
  const read = shown.map((one, index) => {
    const sheet = opened[index]!;
    const own = newSheetOrigin(one.path, sheet, book);
    origin.sheets.set(sheet, own);
    const part = new XmlPart(origin.package.text(one.path)!, anyOrder);
    const { file, unshown } = openSheet({ listed: one, part, sheet, own }, opening);
    if (unshown.length > 0) notShown.push(`工作表“${one.name}”：${unshown.join("、")}`);
    return { file, sheet, own };
  });
  for (const { name, isWorksheet } of sheets) if (!isWorksheet) notShown.push(`图表工作表或其他种类的工作表“${name}”`);
  notShown.push(...unshownOutside(sheets, origin));
  openXmlParts(book, origin);
  openFront(frontOf(workbook, sheets, shown, opened), opened, book, origin);
  book.grid.touch();
  await book.grid.calculated();
  for (const { file, sheet, own } of read) {
    noteDifferences(file, sheet, book, own);
    own.state = stateOf(sheet, book);
  }
  setOrigin(book, origin);
  return notShown;
}

/** Adds a sheet for each worksheet of the file. The empty sheet of the new workbook becomes the first one. */
function addSheets(shown: readonly Listed[], book: HostWorkbook, origin: Origin): HostSheet[] {
  const [empty] = book.allSheets;
  const opened = shown.map(({ name }, index) => {
    if (index > 0) return book.insertSheet(name);
    book.grid.sheet(empty!.id).setName(name);
    return empty!;
  });
  if (opened.length === 0) origin.placeholder = empty;
  return opened;
}

const namesIn = (workbook: XmlPart): FileName[] =>
  elements(workbook.get("definedNames") ?? "", "definedName").map(({ attributes, inner }) => ({
    name: attributes.name ?? "",
    text: unescaped(inner),
    ...(attributes.localSheetId === undefined ? {} : { sheet: Number(attributes.localSheetId) }),
  }));

function newSheetOrigin(path: string, sheet: HostSheet, book: HostWorkbook): SheetOrigin {
  sheet.lineChanges = [];
  return { path, state: stateOf(sheet, book), differing: new Map(), unreproduced: new Set(), tables: new Map() };
}

/** @returns the cells as read, and what of the sheet cannot be shown, in Chinese words */
function openSheet(
  { listed: { path, index, isHidden }, part, sheet, own }: OpeningSheet,
  { book, origin, styles, names }: Opening,
): { file: FileCells; unshown: string[] } {
  const file = openCells(part, sheet, book, origin, styles);
  const tables = origin.package
    .relations(path)
    .filter(({ type, target }) => type === "table" && origin.package.has(target));
  const unknown = {
    没有标题行的表格: tables.filter(({ target }) => !openTable(origin.package.text(target)!, target, sheet, book, own))
      .length,
    其他种类的条件格式: openConditionalFormats(part, sheet, book, origin, styles),
    其他种类的数据有效性: openValidations(part, sheet, book),
  };
  sheet.page = openPage(part, names, index);
  openLooks(part, isHidden, sheet, book, origin);
  const told = Object.entries(unknown).flatMap(([word, count]) => (count > 0 ? [`${word} ${count} 处`] : []));
  return { file, unshown: [...told, ...unshownIn(origin.package, partsOfSheet(path, origin))] };
}

const partsOfSheet = (path: string, origin: Origin): string[] => [path, ...origin.package.reachableFrom(path)];

/** What cannot be shown of the workbook as a whole: macros, links to other workbooks. */
function unshownOutside(sheets: readonly Listed[], { package: file, workbookPath }: Origin): string[] {
  const ofSheets = new Set(sheets.flatMap(({ path }) => [path.toLowerCase(), ...file.reachableFrom(path)]));
  return unshownIn(
    file,
    [...file.reachableFrom(workbookPath)].filter((path) => !ofSheets.has(path)),
  );
}

/** Brings a sheet to the front: the one that the file says, if that is visible, else the first visible one. */
function openFront(
  wanted: HostSheet | undefined,
  opened: readonly HostSheet[],
  book: HostWorkbook,
  origin: Origin,
): void {
  const front = wanted ?? opened.find((sheet) => !book.grid.sheet(sheet.id).isSheetHidden()) ?? book.allSheets[0]!;
  book.grid.workbook.setActiveSheet(book.grid.sheet(front.id));
  origin.front = front;
  book.selection = { sheet: front, area: { row: 0, column: 0, rows: 1, columns: 1 } };
}

/** The sheet that the file says is in front; undefined if that is hidden or of a kind that the host does not know. */
function frontOf(
  workbook: XmlPart,
  sheets: readonly Listed[],
  shown: readonly Listed[],
  opened: readonly HostSheet[],
): HostSheet | undefined {
  const view = childrenOf(workbook.get("bookViews") ?? "")[0];
  const index = Number(attributesOf(view?.xml ?? "<a/>").activeTab ?? 0);
  const found = sheets[index];
  return found && !found.isHidden ? opened[shown.indexOf(found)] : undefined;
}

/**
 * Opens names of the whole workbook that stand for one area each.
 * @returns the other names, in Chinese words
 */
function openNames(names: readonly FileName[], sheets: HostSheet[], book: HostWorkbook, origin: Origin): string[] {
  const unknown: string[] = [];
  for (const { name, text, sheet: scope } of names) {
    if (name.startsWith("_xlnm.")) continue;
    const parts =
      /^(?:'((?:[^']|'')+)'|([^'!,[\]()]+))!(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+)$/i.exec(
        text,
      );
    const sheet = parts && book.findSheet((parts[1] ?? parts[2]!).replace(/''/g, "'"));
    if (scope !== undefined || !sheet || !sheets.includes(sheet)) {
      unknown.push(`名称“${name}”（${text}）`);
      continue;
    }
    const item = { name, target: { sheet, area: parseAddress(parts[3]!) }, visible: true, comment: "" };
    book.names.push(item);
    book.grid.defineName(name, book.referenceOf(item));
    origin.names.set(name, book.referenceOf(item));
  }
  return unknown;
}

function openXmlParts(book: HostWorkbook, origin: Origin): void {
  for (const { type, target } of origin.package.relations(origin.workbookPath)) {
    const xml = type === "customXml" ? origin.package.text(target) : undefined;
    if (xml === undefined) continue;
    const id = book.newId("xml");
    book.xmlParts.push({ id, xml });
    origin.xmlParts.set(id, { path: target, xml });
  }
}

/** Frozen panes, gridlines, the tab's colour, protection, whether the sheet is hidden. */
function openLooks(part: XmlPart, isHidden: boolean, sheet: HostSheet, book: HostWorkbook, origin: Origin): void {
  const grid = book.grid.sheet(sheet.id);
  const view = childrenOf(part.get("sheetViews") ?? "")[0]?.xml ?? "";
  const pane = childrenOf(view).find(({ name }) => name === "pane");
  const { state = "", xSplit = "0", ySplit = "0" } = attributesOf(pane?.xml ?? "<a/>");
  if (state.startsWith("frozen")) {
    const [x, y] = [Number(xSplit), Number(ySplit)];
    grid.setFreeze({ startRow: y > 0 ? y : -1, startColumn: x > 0 ? x : -1, ySplit: y, xSplit: x });
  }
  const { showGridLines } = attributesOf(view);
  if (showGridLines !== undefined && !isOn(showGridLines)) grid.setHiddenGridlines(true);
  const colour = childrenOf(part.get("sheetPr") ?? "").find(({ name }) => name === "tabColor");
  const tab = colourOf(colour && attributesOf(colour.xml), origin.theme);
  if (tab) {
    sheet.tabColor = tab;
    grid.setTabColor(tab);
  }
  const protection = attributesOf(part.get("sheetProtection") ?? "<a/>");
  if (isOn(protection.sheet)) sheet.protection = { options: openedProtection(protection) };
  if (isHidden) grid.hideSheet();
}
