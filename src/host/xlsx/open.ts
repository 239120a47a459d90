import { parseAddress } from "../areas";
import type { HostSheet, HostWorkbook } from "../workbook";
import { readTexts } from "./cell-xml";
import { themeColours } from "./colours";
import { WorkbookFileError } from "./errors";
import { unshown, unshownParts } from "./left-out";
import { noteDifferences, openCells, type FileCells } from "./open-cells";
import { openPage, type FileName } from "./open-page";
import { openConditionalFormats, openValidations } from "./open-rules";
import { newOrigin, newStyles, setOrigin, stateOf, type Origin, type SheetOrigin } from "./origin";
import { WorkbookPackage } from "./package";
import { openedProtection } from "./protection";
import { StyleSheet } from "./styles";
import { openTable } from "./tables";
import { colourOf } from "./colours";
import { attributesOf, childrenOf, elements, isOn, unescaped, XmlPart } from "./xml";

/**
 * Fills a new workbook with what an .xlsx or .xlsm file holds. The file itself is kept: what of it the host does not
 * hold is there again when the workbook is saved.
 * @returns what of the file cannot be shown, in Chinese words, one for each sheet or kind
 * @throws WorkbookFileError for what cannot be opened as a workbook
 */
export async function openXlsx(book: HostWorkbook, bytes: Uint8Array): Promise<string[]> {
  const origin = originFrom(bytes);
  try {
    return await open(book, origin);
  } catch (error) {
    if (error instanceof WorkbookFileError) throw error;
    throw new WorkbookFileError("damaged", String((error as Error).stack ?? error), { cause: error });
  }
}

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

/** A sheet of the workbook's list. */
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

const partOrder: readonly string[] = [];

async function open(book: HostWorkbook, origin: Origin): Promise<string[]> {
  const workbook = new XmlPart(origin.package.text(origin.workbookPath)!, partOrder);
  const sheets = listed(origin, workbook);
  const shown = sheets.filter(({ isWorksheet }) => isWorksheet);
  const [empty] = book.allSheets;
  const opened = shown.map(({ name }, index) => {
    if (index === 0) {
      book.grid.sheet(empty!.id).setName(name);
      return empty!;
    }
    return book.insertSheet(name);
  });
  if (opened.length === 0) origin.placeholder = empty;
  const names = elements(workbook.get("definedNames") ?? "", "definedName").map(({ attributes, inner }): FileName => ({
    name: attributes.name ?? "",
    text: unescaped(inner),
    ...(attributes.localSheetId === undefined ? {} : { sheet: Number(attributes.localSheetId) }),
  }));
  // Names come first: formulas are parsed as they are written.
  const leftOut = openNames(names, opened, book, origin);
  const styles = new StyleSheet(origin.package.text(origin.stylesPath ?? "") ?? newStyles, origin.theme);
  const read: { file: FileCells; sheet: HostSheet; own: SheetOrigin }[] = [];
  shown.forEach((one, index) => {
    const sheet = opened[index]!;
    const own: SheetOrigin = {
      path: one.path,
      state: stateOf(sheet, book),
      differing: new Map(),
      unreproduced: new Set(),
      tables: new Map(),
    };
    origin.sheets.set(sheet, own);
    const part = new XmlPart(origin.package.text(one.path)!, partOrder);
    const file = openCells(part, sheet, book, origin, styles);
    read.push({ file, sheet, own });
    const missing = new Map<string, number>();
    const tables = origin.package
      .relations(one.path)
      .filter(({ type, target }) => type === "table" && origin.package.has(target));
    missing.set(
      "没有标题行的表格",
      tables.filter(({ target }) => !openTable(origin.package.text(target)!, target, sheet, book, own)).length,
    );
    missing.set("其他种类的条件格式", openConditionalFormats(part, sheet, book, origin, styles));
    missing.set("其他种类的数据有效性", openValidations(part, sheet, book));
    sheet.page = openPage(part, names, one.index);
    openLooks(part, one, sheet, book, origin);
    for (const { word, count } of unshown)
      missing.set(
        word,
        count({ xml: `${part.get("hyperlinks") ?? ""}${part.get("extLst") ?? ""}`, path: one.path }, origin),
      );
    const told = [...missing].filter(([, number]) => number > 0).map(([word, number]) => `${word} ${number} 处`);
    if (told.length > 0) leftOut.push(`工作表“${one.name}”：${told.join("、")}`);
  });
  for (const { name, isWorksheet } of sheets) if (!isWorksheet) leftOut.push(`图表工作表或其他种类的工作表“${name}”`);
  for (const { id, type } of origin.package.relations(origin.workbookPath))
    if (id && unshownParts[type] && !leftOut.includes(unshownParts[type])) leftOut.push(unshownParts[type]);
  openParts(book, origin);
  const front =
    frontOf(workbook, sheets, shown, opened) ??
    opened.find((sheet) => !book.grid.sheet(sheet.id).isSheetHidden()) ??
    book.allSheets[0]!;
  book.grid.workbook.setActiveSheet(book.grid.sheet(front.id));
  origin.front = front;
  book.selection = { sheet: front, area: { row: 0, column: 0, rows: 1, columns: 1 } };
  book.grid.touch();
  await book.grid.calculated();
  for (const { file, sheet, own } of read) {
    noteDifferences(file, sheet, book, own);
    own.state = stateOf(sheet, book);
  }
  setOrigin(book, origin);
  return leftOut;
}

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

/** Names for one area each, of the whole workbook, which are visible. */
function openNames(names: readonly FileName[], sheets: HostSheet[], book: HostWorkbook, origin: Origin): string[] {
  const leftOut: string[] = [];
  for (const { name, text, sheet: scope } of names) {
    if (name.startsWith("_xlnm.")) continue;
    const parts =
      /^(?:'((?:[^']|'')+)'|([^'!,[\]()]+))!(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+)$/i.exec(
        text,
      );
    const sheet = parts && book.findSheet((parts[1] ?? parts[2]!).replace(/''/g, "'"));
    if (scope !== undefined || !sheet || !sheets.includes(sheet)) {
      leftOut.push(`名称“${name}”（${text}）`);
      continue;
    }
    const item = { name, target: { sheet, area: parseAddress(parts[3]!) }, visible: true, comment: "" };
    book.names.push(item);
    book.grid.defineName(name, book.referenceOf(item));
    origin.names.set(name, book.referenceOf(item));
  }
  return leftOut;
}

function openParts(book: HostWorkbook, origin: Origin): void {
  for (const { type, target } of origin.package.relations(origin.workbookPath)) {
    const xml = type === "customXml" ? origin.package.text(target) : undefined;
    if (xml === undefined) continue;
    const id = book.newId("xml");
    book.xmlParts.push({ id, xml });
    origin.xmlParts.set(id, { path: target, xml });
  }
}

function openLooks(part: XmlPart, { isHidden }: Listed, sheet: HostSheet, book: HostWorkbook, origin: Origin): void {
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
