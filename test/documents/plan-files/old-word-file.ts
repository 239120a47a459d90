import { compoundFile } from "../package/build-compound-file";

/** A property modifier: its code and the bytes of its operand. */
export type Sprm = readonly [code: number, ...operand: number[]];

/** Text with one formatting. */
export interface Run {
  text: string;
  sprms?: readonly Sprm[];
}

/** A paragraph: its runs. The last run ends with the paragraph's mark; `\r` is added if there is none. */
export interface OldParagraph {
  runs: readonly Run[];
  style?: number;
  sprms?: readonly Sprm[];
  /** Whether the properties are in the data stream, and the paragraph only says where. */
  isFar?: true;
}

export interface OldWord {
  paragraphs: readonly OldParagraph[];
  /** Styles from number 0 on: of paragraphs or characters, and their properties. */
  styles?: readonly { kind: "paragraph" | "character"; base?: number; sprms: readonly Sprm[] }[];
  /**
   * Whether the text is stored in pieces, with one byte per character where possible, and in reverse order in the file.
   */
  isScattered?: true;
  version?: number;
  flags?: number;
  magic?: number;
}

export const SPRMS = {
  deleted: [0x0800, 1],
  hidden: [0x083c, 1],
  notHidden: [0x083c, 0],
  asStyleNot: [0x083c, 0x81],
  inTable: [0x2416, 1],
  rowEnd: [0x2417, 1],
} as const;
export const charStyle = (style: number): Sprm => [0x4a30, style, 0];
export const symbol = (font: number, code: number): Sprm => [0x6a09, ...u16(font), ...u16(code)];
export const depth = (value: number): Sprm => [0x6649, ...u32(value)];

/**
 * The cells of a row: their edges from left to right, and the flags of each cell (1 and 2: merged across, 0x20 and
 * 0x40: merged down).
 */
function rowCells(edges: readonly number[], flags: readonly number[] = []): Sprm {
  const cells = flags.flatMap((flag) => [...u16(flag), ...new Array<number>(18).fill(0)]);
  const operand = [edges.length - 1, ...edges.flatMap(u16), ...cells];
  return [0xd608, ...u16(operand.length + 1), ...operand];
}

export const text = (line: string, ...sprms: Sprm[]): OldParagraph => ({ runs: [{ text: line, sprms }] });
/** A cell with its lines; a row is cells and a {@link row}. */
export const cell = (...lines: string[]): OldParagraph[] =>
  lines.map((line, k) => ({ runs: [{ text: k + 1 < lines.length ? line : `${line}\u0007` }], sprms: [SPRMS.inTable] }));
export const row = (edges: readonly number[], flags?: readonly number[]): OldParagraph => ({
  runs: [{ text: "\u0007" }],
  sprms: [SPRMS.inTable, SPRMS.rowEnd, rowCells(edges, flags)],
});

const PAGE = 512;
const TEXT_AT = 0x400;

/** A Word 97 document ([MS-DOC]) with the least that a text needs around it. */
export function oldWordFile({
  paragraphs,
  styles = [],
  isScattered,
  version = 0xc1,
  flags = 0,
  magic = 0xa5ec,
}: OldWord): Uint8Array {
  const marked = paragraphs.map(({ runs, ...rest }) => ({
    ...rest,
    runs: runs.map((run, k) =>
      k + 1 === runs.length && !/[\r\u0007\u000c]$/.test(run.text) ? { ...run, text: `${run.text}\r` } : run,
    ),
  }));
  const runs = marked.flatMap((each) => each.runs);
  const whole = runs.map((run) => run.text).join("");

  // The place of each piece of the text.
  const cuts = isScattered ? runs.map((run) => run.text) : [whole];
  const places: { at: number; width: 1 | 2 }[] = [];
  const document: number[] = [];
  for (const [k, cut] of [...cuts.entries()].reverse()) {
    const width = isScattered && /^[\u0000-\u007f]*$/.test(cut) ? 1 : 2;
    if (document.length % 2 === 1) document.push(0);
    places[k] = { at: TEXT_AT + document.length, width };
    for (let n = 0; n < cut.length; n++) document.push(...(width === 1 ? [cut.charCodeAt(n)] : u16(cut.charCodeAt(n))));
  }
  let cp = 0;
  const pieces = cuts.map((cut, k) => ({ start: cp, end: (cp += cut.length), ...places[k]! }));
  const placeOf = (character: number): number => {
    const piece = pieces.find(({ end }) => end > character)!;
    return piece.at + (character - piece.start) * piece.width;
  };
  const spans = (lengths: readonly number[]): { from: number; to: number }[] => {
    let at = 0;
    return lengths.map((length) => ({
      from: placeOf(at),
      to: placeOf((at += length) - 1) + pieces.find(({ end }) => end >= at)!.width,
    }));
  };

  const data: number[] = [];
  const paragraphRuns = spans(marked.map((each) => each.runs.map((run) => run.text).join("").length)).map((span, k) => {
    const { style = 0, sprms = [], isFar } = marked[k]!;
    const list = sprms.flatMap(bytesOf);
    if (!isFar) return { ...span, content: papx(style, list) };
    const at = data.length;
    data.push(...u16(list.length), ...list);
    return { ...span, content: papx(style, bytesOf([0x6646, ...u32(at)])) };
  });
  const characterRuns = spans(runs.map((run) => run.text.length)).map((span, k) => {
    const list = (runs[k]!.sprms ?? []).flatMap(bytesOf);
    return { ...span, content: [list.length, ...list] };
  });

  const stream: number[] = [...new Array<number>(TEXT_AT).fill(0), ...document];
  const pages = (
    all: readonly { from: number; to: number; content: number[] }[],
    step: number,
  ): { from: number; to: number; page: number }[] =>
    [...all]
      .sort((a, b) => a.from - b.from)
      .map(({ from, to, content }) => {
        while (stream.length % PAGE !== 0) stream.push(0);
        const page = stream.length / PAGE;
        const at = 8 + step + (step % 2) + (8 % 2);
        const start = at + (at % 2);
        const body = [...u32(from), ...u32(to), start / 2, ...new Array<number>(step - 1).fill(0)];
        while (body.length < start) body.push(0);
        body.push(...content);
        while (body.length < PAGE - 1) body.push(0);
        stream.push(...body.slice(0, PAGE - 1), 1);
        return { from, to, page };
      });
  const listOf = (all: readonly { from: number; to: number; page: number }[]): number[] =>
    [...all.map(({ from }) => from), all.at(-1)!.to].flatMap(u32).concat(all.flatMap(({ page }) => u32(page)));

  const table: number[] = [];
  const parts: [place: number, content: number[]][] = [
    [1, stylesheet(styles)],
    [12, listOf(pages(characterRuns, 1))],
    [13, listOf(pages(paragraphRuns, 13))],
    [15, fonts("宋体", "Wingdings")],
    [33, pieceTable(pieces)],
  ];
  const fib = new DataView(new ArrayBuffer(TEXT_AT));
  for (const [at, value] of [
    [0, magic],
    [2, version],
    [10, flags | 0x200],
    [32, 14],
    [62, 22],
    [152, 93],
  ] as const)
    fib.setUint16(at, value, true);
  fib.setInt32(64 + 3 * 4, whole.length, true);
  for (const [place, content] of parts) {
    fib.setUint32(154 + place * 8, table.length, true);
    fib.setUint32(154 + place * 8 + 4, content.length, true);
    table.push(...content);
  }
  stream.splice(0, TEXT_AT, ...new Uint8Array(fib.buffer));
  return compoundFile({
    WordDocument: Uint8Array.from(stream),
    "1Table": Uint8Array.from(table),
    ...(data.length > 0 ? { Data: Uint8Array.from(data) } : {}),
  });
}

const bytesOf = ([code, ...operand]: Sprm): number[] => [...u16(code), ...operand];

function papx(style: number, list: readonly number[]): number[] {
  const content = [...u16(style), ...list];
  return content.length % 2 === 1 ? [(content.length + 1) / 2, ...content] : [0, content.length / 2, ...content];
}

function stylesheet(styles: NonNullable<OldWord["styles"]>): number[] {
  const entries = styles.flatMap(({ kind, base = 0xfff, sprms }) => {
    const list = sprms.flatMap(bytesOf);
    const said = kind === "paragraph" ? [...part([...u16(0), ...list]), ...part(list)] : part(list);
    const style = [
      ...u16(0),
      ...u16((kind === "paragraph" ? 1 : 2) | (base << 4)),
      ...u16(0),
      ...u16(0),
      ...u16(0),
      ...u16(1),
      ...u16(0x7532),
      ...u16(0),
      ...said,
    ];
    return [...u16(style.length), ...style, ...(style.length % 2 === 1 ? [0] : [])];
  });
  const head = [...u16(styles.length), ...u16(10), ...new Array<number>(14).fill(0)];
  return [...u16(head.length), ...head, ...entries];
}

const part = (list: readonly number[]): number[] => [
  ...u16(list.length),
  ...list,
  ...(list.length % 2 === 1 ? [0] : []),
];

function fonts(...names: string[]): number[] {
  return [
    ...u16(names.length),
    ...u16(0),
    ...names.flatMap((name) => {
      const entry = [
        ...new Array<number>(39).fill(0),
        ...[...name, "\0"].flatMap((letter) => u16(letter.charCodeAt(0))),
      ];
      return [entry.length, ...entry];
    }),
  ];
}

function pieceTable(pieces: readonly { start: number; end: number; at: number; width: 1 | 2 }[]): number[] {
  const list = [
    ...[...pieces.map(({ start }) => start), pieces.at(-1)!.end].flatMap(u32),
    ...pieces.flatMap(({ at, width }) => [0, 0, ...u32(width === 1 ? (at * 2) | 0x40000000 : at), 0, 0]),
  ];
  return [2, ...u32(list.length), ...list];
}

function u16(value: number): number[] {
  return [value & 255, (value >> 8) & 255];
}

function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)];
}
