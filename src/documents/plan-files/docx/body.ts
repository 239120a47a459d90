import type { Block, CellBlock } from "../../../plan/layout/blocks";
import { linesOf, paragraph } from "../../../plan/layout/blocks";
import { Fields, isLeftOutField } from "../word/fields";
import { nothingLeftOut } from "../left-out";
import { symbolText } from "../word/symbols";
import { child, isOn, valueOf, type XmlElement } from "../../package/xml";
import type { Numbering } from "./numbering";
import type { Styles } from "./styles";

/** Characters for elements that stand for one. */
const CHARACTERS: Readonly<Record<string, string>> = { tab: " ", ptab: " ", br: "\n", cr: "\n", noBreakHyphen: "-" };
/** Elements that hold no text of the plan. */
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

/** Reads a document body into paragraphs and tables. */
export class DocxBodyReader {
  readonly leftOut = nothingLeftOut();
  private readonly fields = new Fields();
  private found: Block[] = [];
  /** Text of a paragraph whose mark was deleted: the next paragraph goes on with it. */
  private carried = "";
  private boxes: XmlElement[] = [];

  constructor(
    private readonly styles: Styles,
    private readonly numbering: Pick<Numbering, "numbered">,
  ) {}

  read(body: XmlElement): Block[] {
    this.blocks(body);
    if (this.carried !== "") this.emit("");
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
    const outer = this.boxes;
    this.boxes = [];
    const hidden = this.styles.paragraph(valueOf(properties, "pStyle")).hidden ?? false;
    const text = this.inline(element, hidden);
    const boxes = this.boxes;
    this.boxes = outer;
    // A paragraph of which nothing is left takes no number, as in Word when the changes are accepted.
    const gone = removed && text.trim() === "";
    const numbered =
      gone || (hidden && text.trim() === "") || this.fields.hidesText
        ? text
        : this.numbering.numbered(properties, text);
    if (removed) this.carried += numbered;
    else this.emit(numbered);
    for (const box of boxes) this.blocks(box);
  }

  private emit(text: string): void {
    const whole = this.carried + text;
    this.carried = "";
    this.found.push(paragraph(whole));
  }

  /** The text of the runs in an element; text boxes met are kept for after the paragraph. */
  private inline(element: XmlElement, hidden: boolean): string {
    let text = "";
    for (const each of element.children) text += this.piece(each, hidden);
    return text;
  }

  private piece(element: XmlElement, hidden: boolean): string {
    const { name, attributes } = element;
    if (name === "t") return this.fields.hidesText ? "" : element.text;
    if (name === "r") return this.run(element, hidden);
    if (name === "txbxContent") {
      this.boxes.push(element);
      return "";
    }
    if (SKIPPED.has(name)) return "";
    if (name === "AlternateContent") return this.inline(chosen(element), hidden);
    if (name === "del" || name === "moveFrom") {
      this.countRemoved(element);
      return "";
    }
    if (name === "fldChar") this.fields.mark(attributes.fldCharType);
    else if (name === "instrText") this.fields.addInstruction(element.text);
    else if (name === "footnoteReference" || name === "endnoteReference") this.leftOut.notes++;
    else if (name === "commentReference") this.leftOut.comments++;
    else if (name === "fldSimple" && isLeftOutField(attributes.instr ?? "")) return "";
    else if (name === "sdt" && isContents(element)) this.leftOut.contents++;
    else if (name === "sym") return this.fields.hidesText ? "" : symbolText(attributes.font, attributes.char);
    else if (Object.hasOwn(CHARACTERS, name)) return this.fields.hidesText ? "" : CHARACTERS[name]!;
    else return this.inline(element, hidden);
    return "";
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
    // Field codes inside keep their balance even when their text goes.
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
    // A frame around text (a 专栏 box) is a table of one cell a row, and no table to the reader.
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

  /** The lines of a cell; a table within it is read row by row. */
  private cellLines(cell: XmlElement): string[] {
    const outer = this.found;
    this.found = [];
    this.blocks(cell);
    const lines = linesOf(this.found);
    this.found = outer;
    return lines;
  }
}

/** A cell as Word lists it: one that a cell above covers is listed, too. */
interface WordCell {
  lines: string[];
  columns: number;
  isBelow: boolean;
}

/** Word's rows as rows of cells with their spans. */
function merged(rows: readonly WordCell[][]): CellBlock[][] {
  /** The cell that began last at a column, with how many columns it covers. */
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

/** Of the renderings of one drawing, the first: the others repeat its text for older programs. */
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

/** Elements of that name that content controls or tracked insertions may wrap. */
function inside(element: XmlElement, name: string, but: readonly string[]): XmlElement[] {
  return element.children.flatMap((each) =>
    each.name === name ? [each] : but.includes(each.name) ? [] : inside(each, name, but),
  );
}

function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((each) => (each.name === name ? [each] : descendants(each, name)));
}

/** A number of grid columns; Word allows 63 in a row. */
function spanOf(value: string | undefined, otherwise: number): number {
  const columns = Number(value ?? otherwise);
  return Number.isInteger(columns) && columns >= 0 && columns <= 63 ? columns : otherwise;
}
