import { isPlainText } from "../cells";
import { columnName } from "../areas";
import {
  attributesIn,
  elements,
  elementEnd,
  escaped,
  nextTag,
  unescaped,
  writable,
  type Attributes,
  type Tag,
} from "./xml";

/** A row of a sheet's XML. Its places are places in the text of `sheetData`. */
export interface RowXml {
  row: number;
  start: number;
  tagEnd: number;
  /** The place of the row's end tag; -1 for a row without content. */
  close: number;
  end: number;
  attributes: Attributes;
  cells: CellXml[];
}

export interface CellXml {
  column: number;
  start: number;
  end: number;
  attributes: Attributes;
  /** The `<f>` element, if the cell has one. */
  formula?: { start: number; end: number; attributes: Attributes; text: string };
  value?: { start: number; end: number; text: string };
  /** The content of `<is>`. */
  inline?: string;
}

/** The column of a reference such as `AB12`, zero-based. */
function columnOf(reference: string): number {
  let number = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at);
    const letter = code >= 97 ? code - 96 : code - 64;
    if (letter < 1 || letter > 26) break;
    number = number * 26 + letter;
  }
  return number - 1;
}

/**
 * The rows and cells of a sheet.
 * @param xml the `sheetData` element; all places in the result are places of this text
 */
export function readRows(xml: string): RowXml[] {
  const rows: RowXml[] = [];
  const root = nextTag(xml, 0);
  if (!root || root.kind !== "open") return rows;
  let row: RowXml | undefined;
  let cell: CellXml | undefined;
  let number = -1;
  for (let at = root.end; ;) {
    const tag = nextTag(xml, at);
    if (!tag) return rows;
    at = tag.end;
    if (tag.name === "c" && row) {
      if (tag.kind === "close") {
        if (cell) cell.end = tag.end;
        cell = undefined;
        continue;
      }
      const attributes = attributesIn(xml.slice(tag.start, tag.end));
      const column = attributes.r ? columnOf(attributes.r) : (row.cells.at(-1)?.column ?? -1) + 1;
      const read: CellXml = { column, start: tag.start, end: tag.end, attributes };
      row.cells.push(read);
      cell = tag.kind === "open" ? read : undefined;
    } else if (tag.name === "row") {
      if (tag.kind === "close") {
        if (row) Object.assign(row, { close: tag.start, end: tag.end });
        row = undefined;
        continue;
      }
      const attributes = attributesIn(xml.slice(tag.start, tag.end));
      number = attributes.r ? Number(attributes.r) - 1 : number + 1;
      const { start, end } = tag;
      const read: RowXml = { row: number, start, tagEnd: end, close: -1, end, attributes, cells: [] };
      rows.push(read);
      row = tag.kind === "open" ? read : undefined;
    } else if (cell && tag.kind !== "close") at = readContent(cell, xml, tag);
  }
}

/**
 * Reads a child of a cell: `<f>`, `<v>` or `<is>`; others are skipped.
 * @returns the place after it
 */
function readContent(cell: CellXml, xml: string, tag: Tag): number {
  const { name, start } = tag;
  const end = elementEnd(xml, tag);
  const inside = (): string => (tag.kind === "empty" ? "" : xml.slice(tag.end, xml.lastIndexOf("<", end - 1)));
  if (name === "f")
    cell.formula = { start, end, attributes: attributesIn(xml.slice(start, tag.end)), text: unescaped(inside()) };
  else if (name === "v") cell.value = { start, end, text: unescaped(inside()) };
  else if (name === "is") cell.inline = inside();
  return end;
}

/** A cell's text. Rich text (formatted runs, phonetic guides) is more than its letters. */
export interface CellText {
  text: string;
  isRich: boolean;
}

/** The text of an `<si>` or `<is>` element, given its content. */
export function textOf(inner: string): CellText {
  const isRich = /<(?:[\w.-]+:)?(?:r|rPh|phoneticPr)[\s/>]/.test(inner);
  const spoken = isRich ? inner.replace(/<((?:[\w.-]+:)?)rPh(?=[\s>])[^]*?<\/\1rPh\s*>/g, "") : inner;
  return {
    text: withControls(
      elements(spoken, "t")
        .map((one) => unescaped(one.inner))
        .join(""),
    ),
    isRich,
  };
}

export const readTexts = (xml: string): CellText[] => elements(xml, "si").map(({ inner }) => textOf(inner));

/** Characters that XML forbids are written as `_x000D_` in a file. */
const withControls = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
export const withoutControls = (text: string): string =>
  writable(text.replace(/_x(?=[\da-f]{4}_)/gi, "_x005F_x")).replace(/\r/g, "_x000D_");

const plainText = (text: string): string =>
  `<t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ""}>${escaped(withoutControls(text))}</t>`;

/** A cell's content as the host keeps it. */
export interface Contents {
  /** The plain value, or the formula's result; `""` for none. */
  value: string | number | boolean;
  /** The formula with its `=`; `""` for none. */
  formula: string;
}

/** 1970-01-01 as a serial number. */
const epoch = 25_569;
const day = 86_400_000;

/**
 * The value of a cell in the file.
 * @param texts the workbook's shared strings
 */
export function valueOf(cell: CellXml, texts: readonly CellText[]): Contents["value"] {
  const { t } = cell.attributes;
  const text = cell.value?.text;
  if (t === "inlineStr") return cell.inline === undefined ? (text ?? "") : textOf(cell.inline).text;
  if (text === undefined) return "";
  if (t === "s") return texts[Number(text)]?.text ?? "";
  if (t === "b") return text.trim() === "1" || text.trim() === "true";
  if (t === "d")
    return (
      Math.round(
        (Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}${text.includes("T") ? "" : "T00:00:00"}Z`) /
          day +
          epoch) *
          1e8,
      ) / 1e8
    );
  if (t === "str" || t === "e") return withControls(text);
  return text.trim() === "" || !Number.isFinite(Number(text)) ? text.trim() : Number(text);
}

/** Whether a text must be marked as text: typed, it would become a number, date or formula. */
export const isForced = (value: Contents["value"]): boolean =>
  typeof value === "string" && value !== "" && !isPlainText(value);

const errorText = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/;

/** Functions newer than the format of 2007: a file writes them with a prefix. */
const newer =
  "ACOT ACOTH AGGREGATE ARABIC BASE BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR CEILING.MATH CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FILTERXML FLOOR.MATH FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMSEC IMSINH IMTAN ISFORMULA ISOWEEKNUM LET LAMBDA LOGNORM.DIST LOGNORM.INV MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ RRI SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VAR.P VAR.S VSTACK HSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST".split(
    " ",
  );
const newest = ["FILTER", "SORT"];
const functions = new Map([
  ...newer.map((name) => [name, `_xlfn.${name}`] as const),
  ...newest.map((name) => [name, `_xlfn._xlws.${name}`] as const),
]);

/** A formula of the file as the host keeps it, with its `=`. */
export const openedFormula = (text: string): string => `=${text.replace(/_xlfn\.(?:_xlws\.)?/g, "")}`;

/** A formula as the file writes it: without its `=`, newer functions with their prefix. */
export const savedFormula = (formula: string): string =>
  formula
    .replace(/^=/, "")
    .replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.])([A-Z][A-Z\d.]*)(?=\()/gi, (whole, name?: string) =>
      name ? (functions.get(name.toUpperCase()) ?? whole) : whole,
    );

/** The `<v>` element of a formula's result, and the cell's `t` attribute for it. */
export function cachedXml(value: Contents["value"]): { t: string | undefined; v: string } {
  if (typeof value === "number") return { t: undefined, v: `<v>${value}</v>` };
  if (typeof value === "boolean") return { t: "b", v: `<v>${value ? 1 : 0}</v>` };
  return { t: errorText.test(value) ? "e" : "str", v: `<v>${escaped(withoutControls(value))}</v>` };
}

/**
 * A cell's XML.
 * @param style the index of its cell format
 * @param rich the rich text behind a plain value: its index among the shared strings, or the content of `<is>`
 */
export function cellXml(
  row: number,
  column: number,
  { value, formula }: Contents,
  style: number,
  rich?: string | number,
): string {
  const open = (t?: string): string =>
    `<c r="${columnName(column)}${row + 1}"${style ? ` s="${style}"` : ""}${t ? ` t="${t}"` : ""}`;
  if (formula) {
    const { t, v } = cachedXml(value);
    return `${open(t)}><f>${escaped(savedFormula(formula))}</f>${v}</c>`;
  }
  if (value === "") return `${open()}/>`;
  if (typeof rich === "number") return `${open("s")}><v>${rich}</v></c>`;
  if (rich !== undefined) return `${open("inlineStr")}><is>${rich}</is></c>`;
  if (typeof value === "string" && !errorText.test(value))
    return `${open("inlineStr")}><is>${plainText(value)}</is></c>`;
  const { t, v } = cachedXml(value);
  return `${open(t)}>${v}</c>`;
}
