import type { Block } from "../../../plan/layout/blocks";
import { Fields } from "../word/fields";
import { nothingLeftOut } from "../left-out";
import { symbolText } from "../word/symbols";
import { Bytes } from "../../package/bytes";
import type { WordFile } from "./word-file";
import { firstReaching, formattedRuns, runAt, type FormattedRun } from "./formatted-runs";
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

/** Characters that mean something else than themselves ([MS-DOC] 2.4.1); "" where they mean nothing to the plan. */
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
  private readonly boxes: Map<number, { start: number; end: number }>;
  private readonly builder = new BlockBuilder();
  /** Text of a paragraph whose mark was deleted: the next paragraph goes on with it. */
  private carried = "";

  constructor(
    private readonly file: WordFile,
    private readonly fonts: readonly string[],
  ) {
    ({ text: this.text, pieces: this.pieces } = documentText(file));
    this.paragraphs = formattedRuns(file.document, file.part("paragraphPages"), "paragraph");
    this.characters = formattedRuns(file.document, file.part("characterPages"), "character");
    this.styles = new Styles(file.part("styles"));
    this.lists = new Lists(file);
    this.boxes = textBoxes(file);
  }

  read(): Block[] {
    this.range(0, Math.min(this.text.length, this.file.lengths.main));
    if (this.carried !== "") this.builder.paragraph(0, this.carried);
    this.leftOut.contents += this.fields.contents;
    return this.builder.finish();
  }

  /** @param boxDepth of a text box: how many tables what it hangs on stands in */
  private range(start: number, end: number, boxDepth?: number): void {
    let from = start;
    while (from < end) {
      const { at, properties } = this.paragraphFrom(from, end);
      this.paragraph(from, at, properties, boxDepth);
      from = at + 1;
    }
  }

  /** The end of the paragraph that begins at `from`. A page break is one only where the properties end with it. */
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
    const own = this.ownProperties(run, to);
    const properties = { ...this.styles.paragraph(style), ...own };
    const isInTable = boxDepth === undefined && properties.isInTable === true;
    const depth = isInTable ? Math.max(1, properties.depth ?? 1) : (boxDepth ?? 0);
    const mark = this.text[to];
    const endsCell = isInTable && (mark === "\u0007" || (depth > 1 && properties.endsInnerCell));
    const endsRow = isInTable && (properties.endsRow ?? false) && mark === "\u0007";
    const endsInnerRow = depth > 1 && (properties.endsInnerRow ?? false);
    const markIsDeleted = this.runProperties(to, style).isDeleted;
    if (endsRow || endsInnerRow) return this.endRow(depth, properties, markIsDeleted);

    const { text, boxes, hasGone } = this.inline(from, to, style);
    // A paragraph of which nothing is left takes no number, as in Word when the changes are accepted.
    const isGone = text.trim() === "" && (hasGone || markIsDeleted);
    const numbered = isGone || this.fields.hidesText ? text : this.lists.numbered(properties, style, text);
    if (markIsDeleted && !endsCell) this.carried += numbered;
    else this.emit(depth, this.carried + numbered, boxDepth !== undefined);
    for (const box of boxes) this.range(box.start, box.end, depth);
    if (endsCell) this.builder.endCell(depth);
  }

  /** The text of a box ends with an empty paragraph of its own. */
  private emit(depth: number, text: string, isBox: boolean): void {
    this.carried = "";
    if (!isBox || text !== "") this.builder.paragraph(depth, text);
  }

  private endRow(depth: number, { rowModifiers }: ParagraphProperties, isDeleted: boolean): void {
    if (isDeleted) this.leftOut.deletions++;
    this.builder.endRow(depth, rowCells(rowModifiers ?? []), isDeleted);
  }

  /** What the paragraph itself says, with what is kept elsewhere because it is long. */
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

  /** The text of `[from, to)` without what is left out; text boxes met are for after the paragraph. */
  private inline(
    from: number,
    to: number,
    style: number,
  ): { text: string; boxes: { start: number; end: number }[]; hasGone: boolean } {
    const boxes: { start: number; end: number }[] = [];
    const box = (at: number): void => {
      const found = this.boxes.get(at);
      this.boxes.delete(at);
      if (found) boxes.push(found);
    };
    let text = "";
    let hasGone = false;
    /** Neighbouring runs that are left out for one reason count once. */
    let last: "deletions" | "hidden" | undefined;
    for (const run of this.runsIn(from, to)) {
      const properties = this.propertiesOf(run.list, run.pieceList, style);
      const read = this.runText(run.start, run.end, properties, box);
      const gone = properties.isDeleted ? "deletions" : properties.isHidden ? "hidden" : undefined;
      if (read === "") continue;
      if (!gone) text += read;
      else if (gone !== last) this.leftOut[gone]++;
      hasGone ||= gone !== undefined;
      last = gone;
    }
    return { text, boxes, hasGone };
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

  /** Stretches of one formatting. */
  private *runsIn(
    from: number,
    to: number,
  ): Generator<{ start: number; end: number; list: Uint8Array; pieceList: Uint8Array }> {
    let start = from;
    while (start < to) {
      const piece = pieceAt(this.pieces, start);
      if (!piece) return;
      const position = piece.at + (start - piece.start) * piece.width;
      const run = this.characters[firstReaching(this.characters, position)];
      const isWithin = run !== undefined && run.start <= position;
      const changes = run === undefined ? Infinity : isWithin ? run.end : run.start;
      const end = Math.min(to, piece.end, start + Math.max(1, Math.ceil((changes - position) / piece.width)));
      yield { start, end, list: isWithin ? run.modifiers : new Uint8Array(), pieceList: piece.modifiers };
      start = end;
    }
  }

  private runProperties(at: number, style: number): RunProperties {
    for (const { list, pieceList } of this.runsIn(at, at + 1)) return this.propertiesOf(list, pieceList, style);
    return { isDeleted: false, isHidden: false };
  }

  private propertiesOf(list: Uint8Array, pieceList: Uint8Array, paragraphStyle: number): RunProperties {
    const said: CharacterProperties = {
      ...characterPropertiesOf(list),
      ...(pieceList.length > 0 ? characterPropertiesOf(pieceList) : {}),
    };
    const styled = this.styles.character(paragraphStyle).isHidden ?? false;
    const ofStyle = said.style === undefined ? styled : (this.styles.character(said.style).isHidden ?? styled);
    const isHidden = said.hiddenAsStyle ? (said.hiddenAsStyle === "same") === ofStyle : (said.isHidden ?? ofStyle);
    return {
      isDeleted: said.isDeleted ?? false,
      isHidden,
      ...(said.symbol && said.isSpecial !== false ? { symbol: said.symbol } : {}),
    };
  }

  private placeOf(at: number): { position: number; width: number } | undefined {
    const piece = pieceAt(this.pieces, at);
    return piece && { position: piece.at + (at - piece.start) * piece.width, width: piece.width };
  }
}

/** Names of the fonts by their number ([MS-DOC] 2.9.286). */
export function fontsOf(list: Bytes): string[] {
  const fonts: string[] = [];
  if (list.length === 0) return fonts;
  const count = list.u16(0);
  for (let at = 4; fonts.length < count && at + 40 < list.length; at += 1 + list.u8(at)) {
    const name = new Bytes(list.slice(at + 40, Math.max(0, Math.min(list.u8(at) - 39, list.length - at - 40))));
    fonts.push(name.utf16(0, name.length >> 1).split("\0", 1)[0]!);
  }
  return fonts;
}
