import ExcelJS from "exceljs";
import { parseAddress } from "../areas";
import { HostError } from "../errors";
import type { HostSheet, HostTable, HostWorkbook } from "../workbook";
import { openCells } from "./open-cells";
import { elements, isOn, readPackage, type PackageParts } from "./open-package";
import { openPage } from "./open-page";
import { openConditionalFormats, openValidations } from "./open-rules";
import { colourOf } from "./open-style";
import { openedProtection } from "./protection";

/**
 * Fills a new workbook with what an .xlsx file holds.
 * @returns what of the file the host cannot hold, in words
 */
export async function openXlsx(book: HostWorkbook, bytes: Uint8Array): Promise<string[]> {
  const parts = readPackage(bytes);
  const file = new ExcelJS.Workbook();
  await file.xlsx.load(parts.rest as unknown as ArrayBuffer);
  const [empty] = book.allSheets;
  const opened = parts.sheets.map(({ name }, index) => {
    if (index > 0) return book.addSheet(name);
    book.grid.sheet(empty!.id).setName(name);
    return empty!;
  });
  // Names come first: formulas are parsed as they are written.
  const leftOut = openNames(parts, opened, book);
  parts.sheets.forEach(({ name, xml, tables }, index) => {
    const source = file.getWorksheet(name);
    if (!source) throw new HostError("NotImplemented", `The embedded host opens worksheets only (not ${name})`);
    const sheet = opened[index]!;
    openCells(source, xml, sheet, book);
    for (const table of tables) openTable(table, sheet, book);
    leftOut.push(...openConditionalFormats(source, xml, sheet, book), ...openValidations(xml, sheet, book));
    sheet.page = openPage(source, parts, index);
    openLooks(source, sheet, book);
  });
  for (const xml of parts.customXml) book.xmlParts.push({ id: book.newId("xml"), xml });
  const front = opened[(file.views as ExcelJS.WorkbookView[] | undefined)?.[0]?.activeTab ?? 0] ?? opened[0]!;
  book.grid.workbook.setActiveSheet(book.grid.sheet(front.id));
  book.selection = { sheet: front, area: { row: 0, column: 0, rows: 1, columns: 1 } };
  book.grid.touch();
  await book.grid.calculated();
  return leftOut;
}

/** Names for one area each, of the whole workbook. */
function openNames({ names }: PackageParts, sheets: HostSheet[], book: HostWorkbook): string[] {
  const leftOut: string[] = [];
  for (const { name, text, sheet: scope } of names) {
    if (name.startsWith("_xlnm.")) continue;
    const parts = /^(?:'((?:[^']|'')+)'|([^'!,]+))!([^!,]+)$/.exec(text);
    const sheet = parts && book.findSheet((parts[1] ?? parts[2]!).replace(/''/g, "'"));
    if (scope !== undefined || !sheet || !sheets.includes(sheet) || text.includes("#REF!")) {
      leftOut.push(`name ${name}, ${text}`);
      continue;
    }
    const item = { name, target: { sheet, area: parseAddress(parts![3]!) }, visible: true, comment: "" };
    book.names.push(item);
    book.grid.defineName(name, book.referenceOf(item));
  }
  return leftOut;
}

function openTable(xml: string, sheet: HostSheet, book: HostWorkbook): void {
  const { attributes, inner } = elements(xml, "table")[0]!;
  if (attributes.headerRowCount === "0") throw new HostError("NotImplemented", `The embedded host opens tables with headers only (not ${attributes.displayName})`);
  const area = parseAddress(attributes.ref!);
  const [look] = elements(inner, "tableStyleInfo");
  const [filter] = elements(inner, "autoFilter");
  const hiddenButtons = elements(filter?.inner ?? "", "filterColumn").filter((column) => isOn(column.attributes.hiddenButton)).length;
  const table: HostTable = {
    id: book.newId("table"),
    name: attributes.displayName ?? attributes.name!,
    sheet,
    area: { ...area, rows: area.rows - Number(attributes.totalsRowCount ?? 0) },
    style: look?.attributes.name ?? "",
    showFilterButton: filter !== undefined && hiddenButtons < area.columns,
    showBandedRows: isOn(look?.attributes.showRowStripes),
    showBandedColumns: isOn(look?.attributes.showColumnStripes),
    highlightFirstColumn: isOn(look?.attributes.showFirstColumn),
  };
  book.tables.push(table);
  book.mirror.table(table);
}

function openLooks(source: ExcelJS.Worksheet, sheet: HostSheet, book: HostWorkbook): void {
  const grid = book.grid.sheet(sheet.id);
  // Other programs write none, whatever the types say.
  const [view] = (source.views as ExcelJS.WorksheetView[] | null) ?? [];
  if (view?.state === "frozen") {
    const { xSplit = 0, ySplit = 0 } = view;
    grid.setFreeze({ startRow: ySplit > 0 ? ySplit : -1, startColumn: xSplit > 0 ? xSplit : -1, ySplit, xSplit });
  }
  if (view?.showGridLines === false) grid.setHiddenGridlines(true);
  const tab = colourOf(source.properties.tabColor);
  if (tab) {
    sheet.tabColor = tab;
    grid.setTabColor(tab);
  }
  const protection = (source as unknown as { sheetProtection: Record<string, unknown> | null }).sheetProtection;
  if (protection?.sheet) sheet.protection = { options: openedProtection(protection) };
  if (source.state !== "visible") grid.hideSheet();
}
