import type { Block, CellBlock } from "../../../plan/layout/blocks";
import { linesOf, paragraph } from "../../../plan/layout/blocks";
import { Fields, isLeftOutField } from "../word/fields";
import { nothingLeftOut } from "../left-out";
import { symbolText } from "../word/symbols";
import { child, isOn, valueOf, type XmlElement } from "../../package/xml";
import type { Numbering } from "./numbering";
import type { Styles } from "./styles";

/** Elements that stand for a character. */
const CHARACTERS: Readonly<Record<string, string>> = { tab: " ", ptab: " ", br: "\n", cr: "\n", noBreakHyphen: "-" };
/** Elements without text of the plan. */
const SKIPPED = new Set([
  "pPr",
  "rPr",
  "tblPr",
  "tblGrid",
  "trPr",
  "tcPr",
  "sdtPr",
  "sdtEndPr",
  "sectPr",
  "softHyphen",
  "rt",
  "delText",
  "delInstrText",
  "annotationRef",
  "footnoteRef",
  "endnoteRef",
  "txbxContent",
]);

/** Reads the body of a Word document (.docx, Word 2003 XML) into paragraphs and tables. */
export class DocxBodyReader {
  readonly leftOut = nothingLeftOut();
  private readonly fields = new Fields();
  private found: Block[] = [];
  /** Text of paragraphs whose mark was deleted. The next paragraph continues it. */
  private pendingText = "";
  private textBoxes: XmlElement[] = [];

  constructor(
    private readonly styles: Styles,
    private readonly numbering: Pick<Numbering, "numbered">,
  ) {}

  read(body: XmlElement): Block[] {
    this.blocks(body);
    if (this.pendingText !== "") this.emit("");
    this.leftOut.contents += this.fields.contents;
    return this.found;
  }

  private blocks(container: XmlElement): void {
    for (const element of container.children) {
      if (element.name === "p") this.paragraph(element);
      else if (element.name === "tbl") this.table(element);
      else if (element.name === "AlternateContent") this.blocks(chosen(element));
      else if (element.name === "altChunk") this.leftOut.embedded++;
      else if (element.name === "sdt" && isContents(element)) this.leftOut.contents++;
      else if (element.name === "del" || element.name === "moveFrom") this.countRemoved(element);
      else if (!SKIPPED.has(element.name)) this.blocks(element);
    }
  }

  private paragraph(element: XmlElement): void {
    const properties = child(element, "pPr");
    const marks = child(properties, "rPr");
    const removed = Boolean(child(marks, "del") ?? child(marks, "moveFrom"));
    const outer = this.textBoxes;
    this.textBoxes = [];
    const hidden = this.styles.paragraph(valueOf(properties, "pStyle")).hidden ?? false;
    const text = this.inline(element, hidden);
    const boxes = this.textBoxes;
    this.textBoxes = outer;
    // A paragraph of which nothing is left takes no number, as in Word once the changes are accepted.
    const isRemoved = removed && text.trim() === "";
    const numbered =
      isRemoved || (hidden && text.trim() === "") || this.fields.hidesText
        ? text
        : this.numbering.numbered(properties, text);
    if (removed) this.pendingText += numbered;
    else this.emit(numbered);
    for (const box of boxes) this.blocks(box);
  }

  private emit(text: string): void {
    const whole = this.pendingText + text;
    this.pendingText = "";
    this.found.push(paragraph(whole));
  }

  /** The text of an element's runs; text boxes in it are collected, to be read after the paragraph. */
  private inline(element: XmlElement, hidden: boolean): string {
    let text = "";
    for (const each of element.children) text += this.inlineElement(each, hidden);
    return text;
  }

  private inlineElement(element: XmlElement, hidden: boolean): string {
    const { name } = element;
    const readText = this.textReaders.get(name);
    if (readText) return readText(element, hidden);
    const note = this.textless.get(name);
    if (note) note(element);
    if (note || SKIPPED.has(name)) return "";
    return Object.hasOwn(CHARACTERS, name) ? this.unlessInField(CHARACTERS[name]!) : this.inline(element, hidden);
  }

  /** Inline elements whose text is read in a special way. */
  private readonly textReaders = new Map<string, (element: XmlElement, hidden: boolean) => string>([
    ["t", ({ text }) => this.unlessInField(text)],
    ["sym", ({ attributes }) => this.unlessInField(symbolText(attributes.font, attributes.char))],
    ["r", (element, hidden) => this.run(element, hidden)],
    ["AlternateContent", (element, hidden) => this.inline(chosen(element), hidden)],
    ["fldSimple", (element, hidden) => this.simpleField(element, hidden)],
    ["sdt", (element, hidden) => this.contentControl(element, hidden)],
  ]);

  /** Inline elements that have no text of the paragraph but are noted. */
  private readonly textless = new Map<string, (element: XmlElement) => void>([
    ["txbxContent", (element) => this.textBoxes.push(element)],
    ["del", (element) => this.countRemoved(element)],
    ["moveFrom", (element) => this.countRemoved(element)],
    ["fldChar", ({ attributes }) => this.fields.mark(attributes.fldCharType)],
    ["instrText", ({ text }) => this.fields.addInstruction(text)],
    ["footnoteReference", () => this.leftOut.notes++],
    ["endnoteReference", () => this.leftOut.notes++],
    ["commentReference", () => this.leftOut.comments++],
  ]);

  private simpleField(element: XmlElement, hidden: boolean): string {
    return isLeftOutField(element.attributes.instr ?? "") ? "" : this.inline(element, hidden);
  }

  private contentControl(element: XmlElement, hidden: boolean): string {
    if (!isContents(element)) return this.inline(element, hidden);
    this.leftOut.contents++;
    return "";
  }

  /** The text, unless it belongs to a field code or to a field result that is left out. */
  private unlessInField(text: string): string {
    return this.fields.hidesText ? "" : text;
  }

  private run(run: XmlElement, hiddenParagraph: boolean): string {
    const properties = child(run, "rPr");
    const style = valueOf(properties, "rStyle");
    const hidden =
      isOn(properties, "vanish") ??
      (style === undefined ? undefined : this.styles.resolve(style).hidden) ??
      hiddenParagraph;
    const text = this.inline(run, hidden);
    if (!hidden) return text;
    if (text !== "") this.leftOut.hidden++;
    return "";
  }

  private countRemoved(element: XmlElement): void {
    // Field marks in the removed text still count, so that begin and end marks stay balanced.
    for (const mark of descendants(element, "fldChar")) this.fields.mark(mark.attributes.fldCharType);
    if (element.name === "moveFrom") this.leftOut.moves++;
    else if (descendants(element, "delText").length > 0) this.leftOut.deletions++;
  }

  private table(table: XmlElement): void {
    const rows = rowsOf(table).filter((row) => {
      const deleted = Boolean(child(row, "trPr", "del"));
      if (deleted) this.leftOut.deletions++;
      return !deleted;
    });
    const cellLists = rows.map((row) => cellsOf(row));
    // A table with one cell per row is only a frame around text (a 专栏 box); its paragraphs are read instead.
    if (cellLists.every((cells) => cells.length <= 1)) {
      for (const cell of cellLists.flat()) this.blocks(cell);
      return;
    }
    this.found.push({ kind: "table", rows: merged(rows.map((row, k) => this.row(row, cellLists[k]!))) });
  }

  private row(row: XmlElement, cells: readonly XmlElement[]): WordCell[] {
    const before = spanOf(valueOf(row, "trPr", "gridBefore"), 0);
    const own = cells.map((cell): WordCell => {
      const properties = child(cell, "tcPr");
      const merge = child(properties, "vMerge");
      return {
        lines: this.cellLines(cell),
        columns: spanOf(valueOf(properties, "gridSpan"), 1),
        isBelow: merge !== undefined && merge.attributes.val !== "restart",
      };
    });
    return before > 0 ? [{ lines: [], columns: before, isBelow: false }, ...own] : own;
  }

  /** The lines of a cell; a nested table is read row by row. */
  private cellLines(cell: XmlElement): string[] {
    const outer = this.found;
    this.found = [];
    this.blocks(cell);
    const lines = linesOf(this.found);
    this.found = outer;
    return lines;
  }
}

/** A cell as Word lists it. Word also lists cells that a cell above covers. */
interface WordCell {
  lines: string[];
  columns: number;
  isBelow: boolean;
}

/** Converts Word's rows to rows of cells with their spans. */
function merged(rows: readonly WordCell[][]): CellBlock[][] {
  /** By column: the last cell that began there, with the number of columns it covers. */
  const above = new Map<number, { columns: number; rows: number }>();
  return rows.map((cells) => {
    const own: CellBlock[] = [];
    let column = 0;
    for (const { lines, columns, isBelow } of cells) {
      const over = above.get(column);
      if (isBelow && over?.columns === columns) over.rows++;
      else {
        const cell = { lines, columns, rows: 1 };
        above.set(column, cell);
        own.push(cell);
      }
      column += columns;
    }
    return own;
  });
}

/** The preferred rendering of a drawing; the others repeat its text for older programs. */
function chosen(alternate: XmlElement): XmlElement {
  return child(alternate, "Choice") ?? child(alternate, "Fallback") ?? { ...alternate, children: [], content: [] };
}

function isContents(sdt: XmlElement): boolean {
  return /table of contents/i.test(valueOf(sdt, "sdtPr", "docPartObj", "docPartGallery") ?? "");
}

function rowsOf(table: XmlElement): XmlElement[] {
  return inside(table, "tr", ["tbl"]);
}

function cellsOf(row: XmlElement): XmlElement[] {
  return inside(row, "tc", ["tbl", "trPr"]);
}

/**
 * Elements with a name, also inside content controls or tracked insertions, but not inside the elements named in `but`.
 */
function inside(element: XmlElement, name: string, but: readonly string[]): XmlElement[] {
  return element.children.flatMap((each) =>
    each.name === name ? [each] : but.includes(each.name) ? [] : inside(each, name, but),
  );
}

function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((each) => (each.name === name ? [each] : descendants(each, name)));
}

/** Reads a number of grid columns; Word allows 63 per row. */
function spanOf(value: string | undefined, otherwise: number): number {
  const columns = Number(value ?? otherwise);
  return Number.isInteger(columns) && columns >= 0 && columns <= 63 ? columns : otherwise;
}
