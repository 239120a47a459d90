import { formatAddress } from "../areas";
import type { HostPage, HostSheet, HostWorkbook } from "../workbook";
import type { CellText, Contents } from "./cell-xml";
import { WorkbookPackage, xmlDeclaration } from "./package";

/** The state of a sheet apart from its cells, to find what has changed since the file was opened. */
export interface SheetState {
  name: string;
  isHidden: boolean;
  tabColor: string;
  frozen: { xSplit: number; ySplit: number };
  showGridlines: boolean;
  /** By column: width in pixels, and whether it is hidden. */
  columns: Record<number, { w?: number; hd?: number }>;
  rows: Record<number, RowState>;
  merges: string[];
  protection: string;
  formats: string;
  validations: string;
  page: HostPage;
}

export interface RowState {
  h?: number;
  ah?: number;
  ia?: number;
  hd?: number;
}

/** The part of a sheet, and the host's state of it after opening. */
export interface SheetOrigin {
  path: string;
  state: SheetState;
  /**
   * Cells whose contents in the host differed from the file's right after opening: the host's contents, by `cellKey`.
   */
  differing: Map<number, Contents>;
  /** Formulas whose results in the file the host does not reproduce, by `cellKey`: the file's results are kept. */
  unreproduced: Set<number>;
  /** The host's tables by id: the path of the part, and the table's state after opening. */
  tables: Map<string, { path: string; state: string }>;
}

/** The file that a workbook was opened from, kept to be patched when it is saved. */
export interface Origin {
  bytes: Uint8Array | undefined;
  package: WorkbookPackage;
  workbookPath: string;
  stylesPath: string | undefined;
  theme: string[];
  texts: CellText[];
  sheets: Map<HostSheet, SheetOrigin>;
  /** References of the names after opening, by name. */
  names: Map<string, string>;
  xmlParts: Map<string, { path: string; xml: string }>;
  /** The formats of conditional formats in the file, by the id of the conditional format. */
  differentials: Map<string, { look: string; dxfId: number }>;
  front: HostSheet | undefined;
  /**
   * The grid's sheet for a workbook without worksheets (chart sheets only), which needs at least one; it is not saved.
   */
  placeholder: HostSheet | undefined;
}

const origins = new WeakMap<HostWorkbook, Origin>();

export const originOf = (book: HostWorkbook): Origin | undefined => origins.get(book);
export const setOrigin = (book: HostWorkbook, origin: Origin): void => void origins.set(book, origin);

export const cellKey = (row: number, column: number): number => row * 16_384 + column;

export function stateOf(sheet: HostSheet, book: HostWorkbook): SheetState {
  const grid = book.grid.sheet(sheet.id);
  const core = grid.getSheet();
  const { xSplit, ySplit } = grid.getFreeze() as { xSplit: number; ySplit: number };
  const own = (list: readonly { sheet: HostSheet }[]): string =>
    JSON.stringify(list.filter((one) => one.sheet === sheet).map((one) => ({ ...one, sheet: undefined })));
  return {
    name: book.sheetName(sheet),
    isHidden: grid.isSheetHidden() as boolean,
    tabColor: sheet.tabColor,
    frozen: { xSplit, ySplit },
    showGridlines: !grid.hasHiddenGridLines(),
    columns: picked(core.getColumnManager().getColumnData(), ["w", "hd"]),
    rows: picked(core.getRowManager().getRowData(), ["h", "ah", "ia", "hd"]),
    merges: book.grid.merges(sheet.id).map((area) => formatAddress(area)),
    protection: JSON.stringify(sheet.protection ?? null),
    formats: own(book.conditionalFormats),
    validations: own(book.validations),
    page: structuredClone(sheet.page),
  };
}

function picked<K extends string>(
  records: Record<number, Partial<Record<K, number>> | undefined>,
  keys: readonly K[],
): Record<number, Partial<Record<K, number>>> {
  const found: Record<number, Partial<Record<K, number>>> = {};
  for (const [index, record] of Object.entries(records)) {
    const set = keys.filter((key) => record?.[key] !== undefined && record[key] !== null);
    if (record && set.length > 0)
      found[Number(index)] = Object.fromEntries(set.map((key) => [key, record[key]])) as Partial<Record<K, number>>;
  }
  return found;
}

export const mainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const relationNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const contentType = (name: string): string =>
  `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;

export const newStyles = `${xmlDeclaration}<styleSheet xmlns="${mainNamespace}"><fonts count="1"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

export const newSheet = `${xmlDeclaration}<worksheet xmlns="${mainNamespace}" xmlns:r="${relationNamespace}"><sheetData/></worksheet>`;

/** Leaves the first sheet of a new workbook out of its file, unless something is in it by then. */
export function leaveOutIfEmpty(sheet: HostSheet, book: HostWorkbook): void {
  setOrigin(book, { ...newOrigin(), placeholder: sheet });
}

/** The package that a new workbook is saved into. */
export function newOrigin(): Origin {
  return {
    bytes: undefined,
    package: WorkbookPackage.of({
      "[Content_Types].xml": `${xmlDeclaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType("sheet.main")}"/><Override PartName="/xl/styles.xml" ContentType="${contentType("styles")}"/></Types>`,
      "_rels/.rels": `${xmlDeclaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationNamespace}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      "xl/workbook.xml": `${xmlDeclaration}<workbook xmlns="${mainNamespace}" xmlns:r="${relationNamespace}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="14000"/></bookViews><sheets></sheets><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`,
      "xl/_rels/workbook.xml.rels": `${xmlDeclaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationNamespace}/styles" Target="styles.xml"/></Relationships>`,
      "xl/styles.xml": newStyles,
    }),
    workbookPath: "xl/workbook.xml",
    stylesPath: "xl/styles.xml",
    theme: [],
    texts: [],
    sheets: new Map(),
    names: new Map(),
    xmlParts: new Map(),
    differentials: new Map(),
    front: undefined,
    placeholder: undefined,
  };
}
