import { argb } from "./colours";
import type { HostSheet, HostWorkbook } from "../workbook";
import { followInSheet } from "./follow-lines";
import { newSheet, stateOf, type Origin, type SheetOrigin, type SheetState } from "./origin";
import { savedProtection } from "./protection";
import { CellSaver, dimensionOf } from "./save-cells";
import { savePage } from "./save-page";
import { saveConditionalFormats, saveValidations } from "./save-rules";
import type { StyleSheet } from "./styles";
import { attributesOf, attributesXml, childrenOf, prefixed, withAttributes, XmlPart, type Attributes } from "./xml";

/** The order of a worksheet's children: CT_Worksheet (ECMA-376 part 1, 18.3.1.99). */
export const sheetOrder =
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst".split(
    " ",
  );

export interface SavedSheet {
  part: XmlPart;
  hasNewContents: boolean;
  hasFormulas: boolean;
}

/** The state of a sheet on which nothing was set. */
const unset = { tabColor: "", protection: "null", merges: [], formats: "[]", validations: "[]" };

/** The part of a sheet, with all changes since the file was opened; of a new sheet, the whole part. */
export async function saveSheet(
  sheet: HostSheet,
  book: HostWorkbook,
  origin: Origin,
  styles: StyleSheet,
): Promise<SavedSheet> {
  const own = origin.sheets.get(sheet);
  const { lineChanges: changes = [] } = sheet;
  const written = own ? origin.package.text(own.path)! : newSheet;
  const part = new XmlPart(
    changes.length > 0 ? followInSheet(written, book.sheetName(sheet), changes) : written,
    sheetOrder,
  );
  const [before, now] = [own?.state, stateOf(sheet, book)];
  const old = before ?? unset;
  const data = part.get("sheetData") ?? prefixed("<sheetData/>", part.prefix);
  const saver = new CellSaver({ xml: data, sheet, book, origin, own, styles, prefix: part.prefix, state: now });
  const cells = await saver.save(book.pauseForPage);
  if (cells.xml !== data) {
    part.setRaw("sheetData", cells.xml);
    part.set("dimension", dimensionOf(book.grid.used(sheet.id, false)));
  }
  saveColumns(part, sheet, book, own, now.columns);
  if (now.tabColor !== old.tabColor) saveTab(part, now.tabColor);
  saveView(part, now, before);
  if (now.protection !== old.protection) saveProtection(part, sheet);
  if (now.merges.join() !== old.merges.join()) saveMerges(part, now.merges);
  if (now.formats !== old.formats) saveConditionalFormats(part, sheet, book, origin, styles);
  if (now.validations !== old.validations) saveValidations(part, sheet, book);
  savePage(part, now.page, before?.page);
  return { part, hasNewContents: cells.hasNewContents, hasFormulas: cells.hasFormulas };
}

/** Saves gridlines and frozen panes. A new sheet gets a view in any case. */
function saveView(part: XmlPart, now: SheetState, before: SheetState | undefined): void {
  const isNew = (key: "frozen" | "showGridlines"): boolean =>
    JSON.stringify(now[key]) !== JSON.stringify(before?.[key]);
  if (before && !isNew("frozen") && !isNew("showGridlines")) return;
  inView(part, (view) => {
    const shown = isNew("showGridlines")
      ? withAttributes(view, { showGridLines: now.showGridlines ? undefined : 0 })
      : view;
    return isNew("frozen") ? withPane(shown, now.frozen, part.prefix) : shown;
  });
}

const saveProtection = (part: XmlPart, { protection }: HostSheet): void =>
  part.set(
    "sheetProtection",
    protection ? `<sheetProtection${attributesXml(savedProtection(protection.options))}/>` : "",
  );

function saveMerges(part: XmlPart, merges: readonly string[]): void {
  const cells = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  part.set("mergeCells", merges.length === 0 ? "" : `<mergeCells count="${merges.length}">${cells}</mergeCells>`);
}

/** Changes the sheet's first view, which is added if there is none. */
export function inView(part: XmlPart, change: (view: string) => string): void {
  const p = part.prefix;
  const known = part.get("sheetViews") ?? `<${p}sheetViews><${p}sheetView workbookViewId="0"/></${p}sheetViews>`;
  const view = childrenOf(known)[0]?.xml;
  if (view === undefined) return;
  const at = known.indexOf(view);
  part.setRaw("sheetViews", known.slice(0, at) + change(view) + known.slice(at + view.length));
}

/** A view with these frozen panes, and without its selections, which name panes. */
function withPane(view: string, { xSplit, ySplit }: { xSplit: number; ySplit: number }, p: string): string {
  const inside = childrenOf(view)
    .filter(({ name }) => name !== "pane" && name !== "selection")
    .map(({ xml }) => xml);
  const tag = /^<[^>]*?(?=\s*\/?>)/.exec(view)![0];
  const corner = `${columnLetters(xSplit)}${ySplit + 1}`;
  const pane = xSplit > 0 && ySplit > 0 ? "bottomRight" : ySplit > 0 ? "bottomLeft" : "topRight";
  const split = attributesXml({
    xSplit: xSplit > 0 ? xSplit : undefined,
    ySplit: ySplit > 0 ? ySplit : undefined,
    topLeftCell: corner,
    activePane: pane,
    state: "frozen",
  });
  const panes = xSplit > 0 || ySplit > 0 ? `<${p}pane${split}/><${p}selection pane="${pane}"/>` : "";
  return `${tag}>${panes}${inside.join("")}</${p}sheetView>`;
}

const columnLetters = (column: number): string =>
  (column < 26 ? "" : columnLetters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** Saves the tab's colour. */
function saveTab(part: XmlPart, colour: string): void {
  const p = part.prefix;
  const known = part.get("sheetPr") ?? `<${p}sheetPr></${p}sheetPr>`;
  const inside = childrenOf(known)
    .filter(({ name }) => name !== "tabColor")
    .map(({ xml }) => xml);
  const tag = /^<[^>]*?(?=\s*\/?>)/.exec(known)![0];
  part.setRaw(
    "sheetPr",
    `${tag}>${colour ? `<${p}tabColor rgb="${argb(colour)}"/>` : ""}${inside.join("")}</${p}sheetPr>`,
  );
}

/** A column's width in characters of the default font: seven pixels each, and five pixels of padding. */
const characters = (pixels: number): number => Math.round(Math.max(0, (pixels - 5) / 7) * 1e6) / 1e6;

/** A `<col>` element: columns of equal width, counted from 1. */
interface Columns {
  min: number;
  max: number;
  attributes: Attributes;
  xml: string;
}

/** Saves widths and hiding of columns. A `<col>` for several columns is split where one of them differs. */
function saveColumns(
  part: XmlPart,
  sheet: HostSheet,
  book: HostWorkbook,
  own: SheetOrigin | undefined,
  now: SheetOrigin["state"]["columns"],
): void {
  const before = own?.state.columns ?? {};
  const core = book.grid.sheet(sheet.id).getSheet();
  const used = own ? undefined : book.grid.used(sheet.id, false);
  const numbers = own
    ? [...new Set([...Object.keys(before), ...Object.keys(now)])].map(Number)
    : Array.from({ length: used ? used.column + used.columns : 0 }, (_, column) => column);
  const changed = numbers
    .filter(
      (column) =>
        !own ||
        (before[column]?.w ?? 0) !== (now[column]?.w ?? 0) ||
        (before[column]?.hd === 1) !== (now[column]?.hd === 1),
    )
    .sort((a, b) => a - b);
  if (changed.length === 0) return;
  const p = part.prefix;
  let list: Columns[] = childrenOf(part.get("cols") ?? "").map(({ xml }) => {
    const attributes = attributesOf(xml);
    return { min: Number(attributes.min), max: Number(attributes.max), attributes, xml };
  });
  for (const column of changed) {
    const number = column + 1;
    const holding = list.find(({ min, max }) => min <= number && number <= max);
    const values = {
      width: characters(core.getColumnWidth(column) as number),
      customWidth: 1,
      hidden: core.getColVisible(column) ? undefined : 1,
    };
    const one = {
      min: number,
      max: number,
      attributes: {},
      xml: withAttributes(holding?.xml ?? `<${p}col/>`, { min: number, max: number, ...values }),
    };
    if (!holding) list.push(one);
    else {
      const rest = (min: number, max: number): Columns[] =>
        min <= max ? [{ ...holding, min, max, xml: withAttributes(holding.xml, { min, max }) }] : [];
      list = list.flatMap((each) =>
        each === holding ? [...rest(holding.min, number - 1), one, ...rest(number + 1, holding.max)] : [each],
      );
    }
  }
  list.sort((a, b) => a.min - b.min);
  part.setRaw("cols", `<${p}cols>${list.map(({ xml }) => xml).join("")}</${p}cols>`);
}
