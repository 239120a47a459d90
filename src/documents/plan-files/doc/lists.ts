import { Bytes } from "../../package/bytes";
import { LIST_LEVELS, WordListCounter, type WordListLevel } from "../word/list-counter";
import type { WordFile } from "./word-file";
import type { ParagraphProperties } from "./properties";

/**
 * Number formats by their code ([MS-OSHARED] 2.2.1.3), under their names in ISO/IEC 29500-1, 17.18.59. Codes not listed
 * are decimal.
 */
const FORMATS: Readonly<Record<number, string>> = {
  1: "upperRoman",
  2: "lowerRoman",
  3: "upperLetter",
  4: "lowerLetter",
  10: "ideographDigital",
  11: "japaneseCounting",
  14: "decimalFullWidth",
  17: "japaneseDigitalTenThousand",
  18: "decimalEnclosedCircle",
  19: "decimalFullWidth2",
  22: "decimalZero",
  23: "bullet",
  26: "decimalEnclosedFullstop",
  27: "decimalEnclosedParen",
  28: "decimalEnclosedCircleChinese",
  29: "ideographEnclosedCircle",
  30: "ideographTraditional",
  31: "ideographZodiac",
  33: "taiwaneseCounting",
  35: "taiwaneseCountingThousand",
  37: "chineseCounting",
  38: "chineseLegalSimplified",
  39: "chineseCountingThousand",
  255: "none",
};
const LIST = 28;
const OVERRIDE = 16;
const LEVEL = 28;
const NO_STYLE = 0xfff;
const MAX_LISTS = 16_384;
const NOTHING: WordListLevel = {
  start: 1,
  format: "none",
  text: "",
  isUnspaced: true,
  isLegal: false,
  restart: undefined,
};

/** A list definition (LSTF): lists with the same definition count on together. */
interface Definition {
  id: number;
  levels: WordListLevel[];
  /** The paragraph styles linked to its levels; -1 for none. */
  styles: number[];
}

/** A list that paragraphs refer to (LFO): a definition with overrides by level. */
interface List {
  definition: Definition | undefined;
  overrides: Map<number, { start?: number; level?: WordListLevel }>;
}

/** Computes the automatic numbers of a document ([MS-DOC] 2.9.131–2.9.150). */
export class Lists {
  private readonly counter = new WordListCounter();
  private readonly lists: List[];

  constructor(file: WordFile) {
    const definitions = new Map(definitionsOf(file.from("lists")).map((each) => [each.id, each]));
    this.lists = listsOf(file.from("listOverrides"), definitions);
  }

  /**
   * Counts a paragraph if it is numbered.
   * @returns its text, with its number before it
   */
  numbered({ list: number, level }: ParagraphProperties, style: number, text: string): string {
    // A negative list number only keeps the indent of a number that was removed.
    const list = number === undefined || number <= 0 ? undefined : this.lists[number - 1];
    const definition = list?.definition;
    if (!list || !definition) return text;
    const linked = definition.styles.indexOf(style);
    const depth = level ?? (linked >= 0 ? linked : 0);
    if (depth >= LIST_LEVELS) return text;
    return this.counter.numbered(
      {
        id: String(number),
        definition: String(definition.id),
        overridesStart: (at) => list.overrides.get(at)?.start !== undefined,
        level: (at) => {
          const own = list.overrides.get(at);
          const written = own?.level ?? definition.levels[at] ?? NOTHING;
          return own?.start === undefined ? written : { ...written, start: own.start };
        },
      },
      depth,
      text,
    );
  }
}

/** Reads the list definitions; the levels of all of them follow after the list. */
function definitionsOf(bytes: Bytes): Definition[] {
  if (bytes.length === 0) return [];
  const count = Math.min(MAX_LISTS, bytes.u16(0));
  const found: Definition[] = [];
  let at = 2 + count * LIST;
  for (let k = 0; k < count; k++) {
    const own = 2 + k * LIST;
    const isSimple = (bytes.u8(own + 26) & 1) === 1;
    const levels: WordListLevel[] = [];
    for (let depth = 0; depth < (isSimple ? 1 : LIST_LEVELS); depth++) {
      const { level, end } = levelAt(bytes, at);
      levels.push(level);
      at = end;
    }
    const styles = Array.from({ length: LIST_LEVELS }, (_, depth) => bytes.u16(own + 8 + depth * 2)).map((style) =>
      style === NO_STYLE ? -1 : style,
    );
    found.push({ id: bytes.u32(own), levels, styles });
  }
  return found;
}

/** Reads the lists; the overrides of all of them follow after the list. */
function listsOf(bytes: Bytes, definitions: ReadonlyMap<number, Definition>): List[] {
  if (bytes.length === 0) return [];
  const count = Math.min(MAX_LISTS, bytes.u32(0));
  const found: List[] = [];
  let at = 4 + count * OVERRIDE;
  for (let k = 0; k < count; k++) {
    const own = 4 + k * OVERRIDE;
    const overrides: List["overrides"] = new Map();
    if (at + 4 <= bytes.length && bytes.u32(at) === 0xffffffff) at += 4;
    for (let left = bytes.u8(own + 12); left > 0; left--) {
      const flags = bytes.u32(at + 4);
      const override: { start?: number; level?: WordListLevel } = {};
      if (flags & 0x10) override.start = bytes.u32(at);
      at += 8;
      if (flags & 0x20) {
        const { level, end } = levelAt(bytes, at);
        override.level = level;
        if (flags & 0x10) override.start = level.start;
        at = end;
      }
      overrides.set(flags & 0xf, override);
    }
    found.push({ definition: definitions.get(bytes.u32(own)), overrides });
  }
  return found;
}

/** Reads a level ([MS-DOC] 2.9.150): a fixed part, properties of paragraph and number, and the printed text. */
function levelAt(bytes: Bytes, at: number): { level: WordListLevel; end: number } {
  const flags = bytes.u8(at + 5);
  const text = at + LEVEL + bytes.u8(at + 24) + bytes.u8(at + 25);
  const length = bytes.u16(text);
  const places = new Set(Array.from({ length: LIST_LEVELS }, (_, k) => bytes.u8(at + 6 + k)));
  const printed = Array.from({ length }, (_, k) => bytes.u16(text + 2 + k * 2));
  const level: WordListLevel = {
    start: bytes.u32(at),
    format: FORMATS[bytes.u8(at + 4)] ?? "decimal",
    text: printed
      .map((code, k) => (places.has(k + 1) && code < LIST_LEVELS ? `%${code + 1}` : String.fromCharCode(code)))
      .join(""),
    isUnspaced: bytes.u8(at + 15) === 2,
    isLegal: (flags & 4) !== 0,
    restart: flags & 8 ? bytes.u8(at + 26) : undefined,
  };
  return { level, end: text + 2 + length * 2 };
}
