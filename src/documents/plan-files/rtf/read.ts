import type { Block } from "../../../plan/layout/blocks";
import { binaryString } from "../../package/signature";
import { gridFromEdges, type EdgedCell } from "../grid-from-edges";
import { PlanFileError } from "../plan-file-error";
import type { ReadResult } from "../format-reader";
import { leftOutNotes, nothingLeftOut } from "../left-out";
import { BlockCount } from "../limits";
import { withNumber } from "../with-number";
import { rtfTokens, type RtfToken } from "./tokens";

/** Destinations without text of the body. Any other destination marked `\*` is left out as well. */
const SKIPPED = new Set([
  "fonttbl",
  "colortbl",
  "stylesheet",
  "info",
  "pict",
  "object",
  "header",
  "headerl",
  "headerr",
  "headerf",
  "footer",
  "footerl",
  "footerr",
  "footerf",
  "listtable",
  "listoverridetable",
  "revtbl",
  "rsidtbl",
  "generator",
  "xmlnstbl",
  "themedata",
  "colorschememapping",
  "datastore",
  "latentstyles",
  "fldinst",
  "pntext",
  "pnseclvl",
  "bkmkstart",
  "bkmkend",
  "nonshppict",
  "shppict",
  "atnid",
  "atnauthor",
  "filetbl",
  "userprops",
  "nonesttables",
]);
const NOTES = new Set(["footnote", "annotation"]);
/** Destinations that are printed although `\*` marks them as unknown to older programs. */
const PRINTED = new Set(["shpinst", "shptxt", "nesttableprops", "fldrslt"]);
/** Encodings of font charsets (RTF 1.9.1, \fcharset). */
const CHARSETS: Readonly<Record<number, string>> = { 128: "shift_jis", 129: "euc-kr", 134: "gb18030", 136: "big5" };
const CODE_PAGES: Readonly<Record<number, string>> = {
  936: "gb18030",
  950: "big5",
  932: "shift_jis",
  949: "euc-kr",
  54936: "gb18030",
  65001: "utf-8",
};
/** Control words that stand for a character. */
const CHARACTERS: Readonly<Record<string, string>> = {
  tab: " ",
  line: "\n",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  emdash: "—",
  endash: "–",
  bullet: "•",
  "~": " ",
  _: "-",
  emspace: " ",
  enspace: " ",
};
const MAX_DEPTH = 1000;

/** The state of a group; it is restored when the group ends. */
interface State {
  isSkipped: boolean;
  isHidden: boolean;
  isDeleted: boolean;
  isNumber: boolean;
  /** How many fallback characters follow each `\u`, for programs that do not know it. */
  fallback: number;
  encoding: string | undefined;
}

/**
 * Reads the body of a rich text file (RTF 1.9.1). Automatic numbers are the ones the file prints for older programs.
 * @throws PlanFileError `corrupt` for groups nested too deeply, `zipBomb` for more paragraphs and cells than any
 * document has
 */
export function readRtf(bytes: Uint8Array): ReadResult {
  const reader = new RtfReader();
  for (const token of rtfTokens(binaryString(bytes))) reader.take(token);
  return { content: reader.end(), notes: leftOutNotes({ ...nothingLeftOut(), hidden: reader.hidden }) };
}

class RtfReader {
  hidden = 0;
  private readonly blocks: Block[] = [];
  private state: State = {
    isSkipped: false,
    isHidden: false,
    isDeleted: false,
    isNumber: false,
    fallback: 1,
    encoding: undefined,
  };
  private readonly outer: State[] = [];
  private readonly fonts = new Map<number, string>();
  private codePage = "windows-1252";
  /** Bytes not decoded yet: double-byte text may come one byte per token. */
  private bytes: number[] = [];
  /** How many fallback characters after a `\u` are still to be skipped. */
  private passing = 0;
  private isMarked = false;
  private isFontTable = false;
  private font = 0;
  private text = "";
  private number = "";
  private isInTable = false;
  private cell: string[] = [];
  private cells: string[][] = [];
  private edges: Pick<EdgedCell, "right" | "covered">[] = [];
  private covered: EdgedCell["covered"];
  private rows: EdgedCell[][] = [];
  private readonly counted = new BlockCount();

  take(token: RtfToken): void {
    if (token.kind === "byte") this.takeByte(token.byte);
    else {
      this.flushBytes();
      if (token.kind === "open") this.open();
      else if (token.kind === "close") this.close();
      else if (token.kind === "text") this.add(token.text);
      else this.control(token.word, token.value);
    }
  }

  end(): Block[] {
    this.flushBytes();
    if (this.text.trim() !== "") this.paragraph();
    this.closeTable();
    return this.blocks;
  }

  private open(): void {
    if (this.outer.length > MAX_DEPTH) throw new PlanFileError("corrupt");
    this.outer.push(this.state);
    this.state = { ...this.state };
    this.isMarked = false;
    this.passing = 0;
  }

  private close(): void {
    if (this.outer.length === 0) return;
    if (this.isFontTable && !this.outer.at(-1)!.isSkipped) this.isFontTable = false;
    this.state = this.outer.pop()!;
    this.passing = 0;
  }

  private control(word: string, value: number | undefined): void {
    if (word === "*") {
      this.isMarked = true;
      return;
    }
    if (this.isMarked || SKIPPED.has(word) || NOTES.has(word)) this.destination(word);
    this.isMarked = false;
    if (this.isFontTable) this.fontTable(word, value);
    if (word === "ansicpg") this.codePage = CODE_PAGES[value ?? 0] ?? "windows-1252";
    if (word === "listtext" || word === "pntext") this.state.isNumber = true;
    if (!this.state.isSkipped) this.ofText(word, value);
  }

  private destination(word: string): void {
    if (word === "pntext" || word === "listtext" || PRINTED.has(word))
      this.state.isSkipped = this.outer.at(-1)?.isSkipped ?? false;
    else this.state.isSkipped = true;
    if (word === "fonttbl") this.isFontTable = true;
  }

  private fontTable(word: string, value: number | undefined): void {
    if (word === "f") this.font = value ?? 0;
    else if (word === "fcharset" && CHARSETS[value ?? 0] !== undefined)
      this.fonts.set(this.font, CHARSETS[value ?? 0]!);
  }

  private ofText(word: string, value: number | undefined): void {
    const character = Object.hasOwn(CHARACTERS, word) ? CHARACTERS[word] : undefined;
    if (character !== undefined) this.add(character);
    else if (word === "\\" || word === "{" || word === "}") this.add(word);
    else if (word === "u") this.unicode(value ?? 0);
    else if (word === "uc") this.state.fallback = Math.min(Math.max(0, value ?? 1), 8);
    else if (word === "f") this.state.encoding = this.fonts.get(value ?? 0);
    else if (word === "v") this.state.isHidden = value !== 0;
    else if (word === "deleted") this.state.isDeleted = value !== 0;
    else if (word === "plain") Object.assign(this.state, { isHidden: false, isDeleted: false, encoding: undefined });
    else this.ofLayout(word, value);
  }

  private ofLayout(word: string, value: number | undefined): void {
    if (word === "par" || word === "sect" || word === "page") this.paragraph();
    else if (word === "pard") this.isInTable = false;
    else if (word === "intbl") this.isInTable = true;
    else if (word === "trowd") [this.edges, this.covered] = [[], undefined];
    else if (word === "clvmrg") this.covered = "above";
    else if (word === "clmrg") this.covered = "left";
    else if (word === "cellx") {
      this.edges.push({ right: value ?? 0, ...(this.covered ? { covered: this.covered } : {}) });
      this.covered = undefined;
    } else if (word === "cell") this.endCell();
    else if (word === "nestcell") this.add(" ");
    else if (word === "nestrow") this.add("\n");
    else if (word === "row") this.endRow();
  }

  private unicode(value: number): void {
    this.add(String.fromCharCode(value & 0xffff));
    this.passing = this.state.fallback;
  }

  private takeByte(byte: number): void {
    if (this.passing > 0) this.passing--;
    else if (!this.state.isSkipped) this.bytes.push(byte);
  }

  private flushBytes(): void {
    if (this.bytes.length === 0) return;
    const text = new TextDecoder(this.state.encoding ?? this.codePage).decode(Uint8Array.from(this.bytes));
    this.bytes = [];
    this.add(text);
  }

  private add(text: string): void {
    const shown = text.slice(this.passing);
    this.passing = Math.max(0, this.passing - text.length);
    if (this.state.isSkipped || shown === "") return;
    if (this.state.isHidden || this.state.isDeleted) {
      if (this.state.isHidden && shown.trim() !== "") this.hidden++;
    } else if (this.state.isNumber) this.number += shown;
    else this.text += shown;
  }

  private paragraph(): void {
    this.counted.add();
    const words = this.text.trim() === "" ? "" : withNumber(this.number.trim(), false, this.text);
    [this.text, this.number] = ["", ""];
    if (this.isInTable) this.cell.push(...words.split("\n"));
    else {
      this.closeTable();
      this.blocks.push({ kind: "paragraph", text: words });
    }
  }

  private endCell(): void {
    this.isInTable = true;
    this.paragraph();
    this.cells.push(this.cell);
    this.cell = [];
  }

  private endRow(): void {
    const last = this.edges.at(-1)?.right ?? 0;
    this.rows.push(this.cells.map((lines, k) => ({ lines, ...(this.edges[k] ?? { right: last + (k + 1) * 1000 }) })));
    this.cells = [];
  }

  private closeTable(): void {
    if (this.rows.length > 0) this.blocks.push({ kind: "table", rows: gridFromEdges(this.rows) });
    this.rows = [];
  }
}
