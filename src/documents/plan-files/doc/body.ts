import type { Block } from "../../../plan/layout/blocks";
import { Fields } from "../word/fields";
import { nothingLeftOut } from "../left-out";
import { symbolText } from "../word/symbols";
import type { WordFile } from "./word-file";
import { firstEndingAfter, formattedRuns, runAt, type FormattedRun } from "./formatted-runs";
import { Lists } from "./lists";
import { pieceAt, documentText, type Piece } from "./piece-table";
import {
  characterPropertiesOf,
  paragraphPropertiesOf,
  type CharacterProperties,
  type ParagraphProperties,
} from "./properties";
import { rowCells } from "./row-cells";
import { Styles } from "./styles";
import { BlockBuilder } from "./block-builder";
import { textBoxes } from "./text-boxes";

/** Special characters and the text they stand for ([MS-DOC] 2.4.1); `""` if they carry no text. */
const CHARACTERS: Readonly<Record<string, string>> = {
  "\u0001": "",
  "\u0002": "",
  "\u0003": "",
  "\u0004": "",
  "\u0005": "",
  "\u0008": "",
  "\t": " ",
  "\u000b": "\n",
  "\u000c": "\n",
  "\u000e": "\n",
  "\u001e": "-",
  "\u001f": "",
};
const FIELD_MARKS: Readonly<Record<string, string>> = { "\u0013": "begin", "\u0014": "separate", "\u0015": "end" };
/** The mark that ends a table cell or row. */
const CELL_MARK = "\u0007";
const PARAGRAPH_ENDS = /[\r\u0007\u000c]/g;

interface RunProperties {
  isDeleted: boolean;
  isHidden: boolean;
  symbol?: { font: number; code: number };
}

/** Reads the main text of a Word document into paragraphs and tables. */
export class DocBodyReader {
  readonly leftOut = nothingLeftOut();
  private readonly fields = new Fields();
  private readonly text: string;
  private readonly pieces: Piece[];
  private readonly paragraphs: FormattedRun[];
  private readonly characters: FormattedRun[];
  private readonly styles: Styles;
  private readonly lists: Lists;
  private readonly textBoxes: Map<number, { start: number; end: number }>;
  private readonly builder = new BlockBuilder();
  /** Text of paragraphs whose mark was deleted. The next paragraph continues it. */
  private pendingText = "";

  constructor(
    private readonly file: WordFile,
    private readonly fonts: readonly string[],
  ) {
    ({ text: this.text, pieces: this.pieces } = documentText(file));
    this.paragraphs = formattedRuns(file.document, file.part("paragraphPages"), "paragraph");
    this.characters = formattedRuns(file.document, file.part("characterPages"), "character");
    this.styles = new Styles(file.part("styles"));
    this.lists = new Lists(file);
    this.textBoxes = textBoxes(file);
  }

  read(): Block[] {
    this.range(0, Math.min(this.text.length, this.file.lengths.main));
    if (this.pendingText !== "") this.builder.paragraph(0, this.pendingText);
    this.leftOut.contents += this.fields.contents;
    return this.builder.finish();
  }

  /**
   * Reads the paragraphs of a range of the text.
   * @param boxDepth only for the text of a text box: how many tables its anchor is nested in
   */
  private range(start: number, end: number, boxDepth?: number): void {
    let from = start;
    while (from < end) {
      const { at, properties } = this.paragraphFrom(from, end);
      this.paragraph(from, at, properties, boxDepth);
      from = at + 1;
    }
  }

  /**
   * Finds the end of the paragraph that begins at `from`. A page break character ends one only if a run of paragraph
   * properties ends with it.
   */
  private paragraphFrom(from: number, end: number): { at: number; properties: FormattedRun | undefined } {
    PARAGRAPH_ENDS.lastIndex = from;
    for (
      let found = PARAGRAPH_ENDS.exec(this.text);
      found && found.index < end;
      found = PARAGRAPH_ENDS.exec(this.text)
    ) {
      const at = found.index;
      const place = this.placeOf(at);
      const properties = place && runAt(this.paragraphs, place.position);
      if (found[0] !== "\u000c" || properties?.end === place!.position + place!.width) return { at, properties };
    }
    return { at: end, properties: undefined };
  }

  private paragraph(from: number, to: number, run: FormattedRun | undefined, boxDepth: number | undefined): void {
    const style = run?.style ?? 0;
    const properties = { ...this.styles.paragraph(style), ...this.ownProperties(run, to) };
    const { depth, endsCell, endsRow } = tablePosition(properties, this.text[to], boxDepth);
    const markIsDeleted = this.runProperties(to, style).isDeleted;
    if (endsRow) return this.endRow(depth, properties, markIsDeleted);

    const { text, boxes, hasRemoved } = this.inline(from, to, style);
    // A paragraph of which nothing is left takes no number, as in Word once the changes are accepted.
    const isRemoved = text.trim() === "" && (hasRemoved || markIsDeleted);
    const numbered = isRemoved || this.fields.hidesText ? text : this.lists.numbered(properties, style, text);
    if (markIsDeleted && !endsCell) this.pendingText += numbered;
    else this.emit(depth, this.pendingText + numbered, boxDepth !== undefined);
    for (const box of boxes) this.range(box.start, box.end, depth);
    if (endsCell) this.builder.endCell(depth);
  }

  /** Skips the empty paragraph with which the text of every text box ends. */
  private emit(depth: number, text: string, isBox: boolean): void {
    this.pendingText = "";
    if (!isBox || text !== "") this.builder.paragraph(depth, text);
  }

  private endRow(depth: number, { rowModifiers }: ParagraphProperties, isDeleted: boolean): void {
    if (isDeleted) this.leftOut.deletions++;
    this.builder.endRow(depth, rowCells(rowModifiers ?? []), isDeleted);
  }

  /**
   * The paragraph's own properties, including those stored in the Data stream because they are too long, and those of
   * its piece.
   */
  private ownProperties(run: FormattedRun | undefined, at: number): ParagraphProperties {
    const own = paragraphPropertiesOf(run?.modifiers ?? new Uint8Array());
    const { data } = this.file;
    if (own.moreAt !== undefined && own.moreAt + 2 <= data.length)
      Object.assign(
        own,
        paragraphPropertiesOf(data.slice(own.moreAt + 2, Math.min(data.u16(own.moreAt), data.length - own.moreAt - 2))),
      );
    const piece = pieceAt(this.pieces, at);
    return piece && piece.modifiers.length > 0 ? { ...own, ...paragraphPropertiesOf(piece.modifiers) } : own;
  }

  /**
   * The text of `[from, to)` without deleted and hidden text.
   * @returns `boxes`: the text boxes anchored there, to be read after the paragraph
   */
  private inline(
    from: number,
    to: number,
    style: number,
  ): { text: string; boxes: { start: number; end: number }[]; hasRemoved: boolean } {
    const boxes: { start: number; end: number }[] = [];
    const box = (at: number): void => {
      const found = this.textBoxes.get(at);
      this.textBoxes.delete(at);
      if (found) boxes.push(found);
    };
    let text = "";
    let hasRemoved = false;
    /** Adjacent runs left out for the same reason count as one. */
    let last: "deletions" | "hidden" | undefined;
    for (const run of this.runsIn(from, to)) {
      const properties = this.propertiesOf(run.modifiers, run.pieceModifiers, style);
      const read = this.runText(run.start, run.end, properties, box);
      const removedAs = properties.isDeleted ? "deletions" : properties.isHidden ? "hidden" : undefined;
      if (read === "") continue;
      if (!removedAs) text += read;
      else if (removedAs !== last) this.leftOut[removedAs]++;
      hasRemoved ||= removedAs !== undefined;
      last = removedAs;
    }
    return { text, boxes, hasRemoved };
  }

  private runText(
    start: number,
    end: number,
    { isDeleted, isHidden, symbol }: RunProperties,
    box: (at: number) => void,
  ): string {
    let text = "";
    for (let at = start; at < end; at++) {
      const c = this.text[at]!;
      if (c in FIELD_MARKS) this.fields.mark(FIELD_MARKS[c]);
      else if (c === "\u0008" && !isDeleted && !isHidden) box(at);
      else if (!this.fields.hidesText)
        text +=
          symbol && (c === "(" || c >= "\uf000")
            ? symbolText(this.fonts[symbol.font], symbol.code.toString(16))
            : (CHARACTERS[c] ?? c);
      else if (!isDeleted) this.fields.addInstruction(c);
    }
    return text;
  }

  /** Splits `[from, to)` into runs of uniform formatting. */
  private *runsIn(
    from: number,
    to: number,
  ): Generator<{ start: number; end: number; modifiers: Uint8Array; pieceModifiers: Uint8Array }> {
    let start = from;
    while (start < to) {
      const piece = pieceAt(this.pieces, start);
      if (!piece) return;
      const position = piece.at + (start - piece.start) * piece.width;
      const run = this.characters[firstEndingAfter(this.characters, position)];
      const isWithin = run !== undefined && run.start <= position;
      const changes = run === undefined ? Infinity : isWithin ? run.end : run.start;
      const end = Math.min(to, piece.end, start + Math.max(1, Math.ceil((changes - position) / piece.width)));
      yield { start, end, modifiers: isWithin ? run.modifiers : new Uint8Array(), pieceModifiers: piece.modifiers };
      start = end;
    }
  }

  private runProperties(at: number, style: number): RunProperties {
    for (const { modifiers, pieceModifiers } of this.runsIn(at, at + 1))
      return this.propertiesOf(modifiers, pieceModifiers, style);
    return { isDeleted: false, isHidden: false };
  }

  private propertiesOf(modifiers: Uint8Array, pieceModifiers: Uint8Array, paragraphStyle: number): RunProperties {
    const own: CharacterProperties = {
      ...characterPropertiesOf(modifiers),
      ...(pieceModifiers.length > 0 ? characterPropertiesOf(pieceModifiers) : {}),
    };
    const styled = this.styles.character(paragraphStyle).isHidden ?? false;
    const ofStyle = own.style === undefined ? styled : (this.styles.character(own.style).isHidden ?? styled);
    const isHidden = own.hiddenAsStyle ? (own.hiddenAsStyle === "same") === ofStyle : (own.isHidden ?? ofStyle);
    return {
      isDeleted: own.isDeleted ?? false,
      isHidden,
      ...(own.symbol && own.isSpecial !== false ? { symbol: own.symbol } : {}),
    };
  }

  private placeOf(at: number): { position: number; width: number } | undefined {
    const piece = pieceAt(this.pieces, at);
    return piece && { position: piece.at + (at - piece.start) * piece.width, width: piece.width };
  }
}

/** Where a paragraph is in its table, and what its mark ends. */
interface TablePosition {
  /** How many tables it is nested in; 0 in the body. */
  depth: number;
  endsCell: boolean;
  endsRow: boolean;
}

/**
 * @param mark the character that ends the paragraph
 * @param boxDepth only in a text box: how many tables its anchor is nested in
 */
function tablePosition(
  properties: ParagraphProperties,
  mark: string | undefined,
  boxDepth: number | undefined,
): TablePosition {
  const isInTable = boxDepth === undefined && properties.isInTable === true;
  const depth = isInTable ? Math.max(1, properties.depth ?? 1) : (boxDepth ?? 0);
  const isCellMark = isInTable && mark === CELL_MARK;
  const isInner = depth > 1;
  return {
    depth,
    endsCell: isCellMark || (isInTable && isInner && properties.endsInnerCell === true),
    endsRow: (isCellMark && properties.endsRow === true) || (isInner && properties.endsInnerRow === true),
  };
}
