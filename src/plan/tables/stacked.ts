import type { CleanText } from "../characters";
import { smallNumber } from "../lexicon/small-numbers";
import type { Line } from "../outline/lines";
import { cellKind, type CellKind } from "./cell-kinds";
import { isKnownHeader } from "./columns";
import { divideUnits } from "./divide-units";
import { Fit } from "./fit";
import { segment, type PlacedRow, type Segmented, type CellLine } from "./segment";
import { headerGuesses, HeaderLines, MOST_BEHIND, type HeaderGuess, type HeaderRun } from "./stacked-headers";
import { cellOf, emptyCell, type Cell, type Table } from "./table";

/**
 * Tables whose cells stand one below the other, a line each, as copying from a web page leaves them:
 *
 *     序号 / 工作任务 / 牵头单位 / 责任单位 / 完成时限 / 1 / 建设… / 县水利局 / 县财政局 / 2025年底 / 2 / …
 *
 * A run of short lines with a header for units among them is the header. Where it begins and ends, whether it has two
 * rows, and how the lines below divide into rows and cells is decided together, by what makes the cells fit their
 * columns best.
 * @param lines the filled lines of the cleaned text, without those of other tables
 * @returns `unread`: places with a header below which no rows were found
 */
export function stackedTables(clean: CleanText, lines: readonly Line[]): { tables: Table[]; unread: Line[] } {
  return new StackedReader(clean, lines).read();
}

/** How many lines below a header are used to compare the ways to read it. */
const PREVIEW = 40;
/** How many lines are searched for rows at first. */
const STRETCH = 400;
/** With fewer known headers, a place without rows is not a table at all. */
const SURE_HEADERS = 3;
/** Lines that end a table. */
const CLOSES = /^(?:附件|附表|附录|注:|备注:|说明:|抄送|主题词|\(此件)/;
const PAGE = /^(?:[-—–·]+\d{1,3}[-—–·]+|第\d{1,3}页(?:共\d{1,3}页)?|\(?续表\)?|\(?续上表\)?)$/;
const DAY = /^\d{4}年\d{1,2}月\d{1,2}日$/;
const MOST_EMPTY = 3;

interface Found {
  table?: Table;
  unread?: Line;
  /** The line at which to continue. */
  next: number;
}

class StackedReader {
  private readonly words: string[];
  private readonly headers: HeaderLines;
  private readonly kinds: (CellKind | undefined)[] = [];

  private readonly text: string;

  constructor(
    private readonly clean: CleanText,
    private readonly lines: readonly Line[],
  ) {
    this.text = clean.text;
    this.words = lines.map(({ start, end }) => clean.text.slice(start, end).trim());
    this.headers = new HeaderLines(this.words);
  }

  read(): { tables: Table[]; unread: Line[] } {
    const tables: Table[] = [];
    const unread: Line[] = [];
    let from = 0;
    for (let k = 0; k < this.lines.length; k++) {
      if (!this.headers.opensTable(k, from)) continue;
      const run = this.headers.run(k, from);
      const found = this.below(run);
      if (found?.table) tables.push(found.table);
      if (found?.unread) unread.push(found.unread);
      from = Math.max(found?.next ?? 0, run.end);
      k = from - 1;
    }
    return { tables, unread };
  }

  private below(run: HeaderRun): Found | undefined {
    const end = Math.min(run.end, run.at + MOST_BEHIND);
    const horizon = this.limit(end, end + PREVIEW);
    if (!this.mayHoldRows(run, end, horizon)) return undefined;
    let best: { guess: HeaderGuess; segmented: Segmented; cost: number } | undefined;
    for (const guess of headerGuesses(this.text, this.lines, this.headers, run)) {
      const segmented = segment(this.cellLines(guess, horizon), new Fit(guess.columns));
      const cost = guess.cost + segmented.cost;
      if (!best || cost < best.cost) best = { guess, segmented, cost };
    }
    if (!best) return undefined;
    const { guess, segmented } = best;
    if (!isTable(guess, segmented, this.cellLines(guess, horizon))) return this.unread(guess, horizon);
    const table = this.whole(guess);
    let next = run.end;
    while (next < this.lines.length && this.lines[next]!.start < table.end) next++;
    return { table, next };
  }

  /** A quick test: below headers of which few are known, some line must be units. */
  private mayHoldRows({ first, end }: HeaderRun, from: number, horizon: number): boolean {
    const known = this.words.slice(first, end).filter((_, k) => this.headers.isKnown(first + k)).length;
    for (let k = from; k < horizon; k++) if (!this.headers.isUnit(k) && this.kind(k) === "units") return true;
    return known >= SURE_HEADERS;
  }

  /**
   * The whole table below a header. Lines are read in stretches that grow, so that the text after a table is not
   * searched again for each table.
   */
  private whole(guess: HeaderGuess): Table {
    for (let stretch = STRETCH; ; stretch *= 4) {
      const end = guess.end + stretch;
      const limit = this.limit(guess.end, end, guess);
      const cellLines = this.cellLines(guess, limit);
      const table = this.tableOf(guess, cellLines, segment(cellLines, new Fit(guess.columns)));
      const isWhole = limit < end || limit === this.lines.length || table.end < this.lines[limit - STRETCH / 4]!.start;
      if (isWhole) return table;
    }
  }

  private unread(guess: HeaderGuess, horizon: number): Found {
    const end = Math.min(horizon, guess.end + guess.columns.length);
    const known = guess.columns.filter(({ cell }) => isKnownHeader(cell.text)).length;
    const holds = this.words
      .slice(guess.end, end)
      .some((_, k) => ["words", "sentence", "units"].includes(this.kind(guess.end + k)));
    const next = guess.end;
    if (known < SURE_HEADERS || !holds) return { next };
    return { unread: { start: this.lines[guess.first]!.start, end: this.lines[end - 1]!.end }, next };
  }

  private kind(k: number): CellKind {
    return (this.kinds[k] ??= this.newKind(k));
  }

  /** The kind of a line, where blanks may separate names too: 县政府办公室 各村（社区）. */
  private newKind(k: number): CellKind {
    const kind = cellKind(this.words[k]!);
    if (kind !== "words") return kind;
    const { start, end } = this.lines[k]!;
    let parted = "";
    for (let at = start; at < end; at++)
      parted += at > start && this.clean.gapBefore(at) ? `、${this.text[at]!}` : this.text[at]!;
    return cellKind(parted.trim()) === "units" ? "units" : kind;
  }

  /** Where the lines that may belong to the table end: at an annex, a note, or the header of another table. */
  private limit(from: number, most: number, header?: HeaderGuess): number {
    const end = Math.min(most, this.lines.length);
    for (let k = from; k < end; k++) {
      if (CLOSES.test(this.words[k]!)) return k;
      if (!this.headers.isUnit(k)) continue;
      const again = header && this.repeats(header, k);
      if (header && again !== undefined) {
        k = again + header.end - header.first - 1;
        continue;
      }
      const other = this.headers.sure(k, from);
      if (other !== undefined) return other;
    }
    return end;
  }

  /** If the header is repeated around a line, as on the next page: the line at which the repetition begins. */
  private repeats({ first, at, end }: HeaderGuess, k: number): number | undefined {
    const start = k - (at - first);
    if (start < end) return undefined;
    for (let i = first; i < end; i++) if (this.words[start + i - first] !== this.words[i]) return undefined;
    return start;
  }

  /**
   * The lines below a header up to a limit, without its repetitions and page numbers, with empty lines that may be
   * cells.
   */
  private cellLines(header: HeaderGuess, limit: number): (CellLine & { line: number })[] {
    const spacing = Math.min(
      ...this.lines.slice(header.first + 1, header.end).map((_, k) => this.gapAbove(header.first + 1 + k)),
    );
    const series = new Map<string, number>();
    const cellLines: (CellLine & { line: number })[] = [];
    for (let k = header.end; k < limit; k++) {
      const again =
        this.words[k] === this.words[header.first] ? this.repeats(header, k + header.at - header.first) : undefined;
      if (again === k) {
        k += header.end - header.first - 1;
        continue;
      }
      if (PAGE.test(this.words[k]!)) continue;
      const line = this.lines[k]!;
      const empty = Math.min(MOST_EMPTY, Math.floor((this.gapAbove(k) - spacing) / (spacing + 1)));
      for (let e = 0; e < empty; e++)
        cellLines.push({ start: line.start, end: line.start, kind: "blank", inSeries: false, line: -1 });
      const kind = this.kind(k);
      cellLines.push({
        ...line,
        kind: this.isSigned(k) || DAY.test(this.words[k]!) ? "sentence" : kind,
        inSeries: kind === "number" && goesOn(this.words[k]!, series),
        line: k,
      });
    }
    return cellLines;
  }

  /** Whether a line is the signature below a table: a unit, with the date on the next line. */
  private isSigned(k: number): boolean {
    return DAY.test(this.words[k + 1] ?? "") && this.kind(k) === "units";
  }

  /** How many empty lines stand above a line. */
  private gapAbove(k: number): number {
    if (k === 0) return 0;
    const between = this.text.slice(
      this.lines[k - 1]!.end,
      Math.min(this.lines[k]!.start, this.lines[k - 1]!.end + 20),
    );
    return between.split("\n").length - 2;
  }

  private tableOf(guess: HeaderGuess, cellLines: readonly CellLine[], { rows }: Segmented): Table {
    const doubtful = new Set<readonly Cell[]>();
    const gapped = new Set<readonly Cell[]>();
    const all: Cell[][] = [guess.columns.map(({ cell }) => cell)];
    const isDoubtful = divideUnits(this.text, rows, cellLines, guess.columns);
    for (const row of rows) {
      const cells = this.cells(row, cellLines, guess.columns.length);
      if (isDoubtful.has(row)) doubtful.add(cells);
      if ("cells" in row && !row.cells.some(({ column }) => guess.columns[column]!.kind === "unit")) gapped.add(cells);
      all.push(cells);
    }
    const last = all.at(-1)!;
    return {
      start: this.lines[guess.first]!.start,
      end: Math.max(...last.map(({ end }) => end)),
      rows: all,
      doubtful,
      gapped,
    };
  }

  private cells(row: PlacedRow, cellLines: readonly CellLine[], columns: number): Cell[] {
    if ("chapter" in row) return [cellOf(this.text, [cellLines[row.chapter]!])];
    let at = cellLines[row.cells[0]!.cellLines[0]!]!.start;
    return Array.from({ length: columns }, (_, column) => {
      const lines = row.cells
        .filter((cell) => cell.column === column)
        .flatMap((cell) => cell.cellLines.map((k) => cellLines[k]!));
      const cell = lines.length > 0 ? cellOf(this.text, lines) : emptyCell(at);
      at = cell.end;
      return cell;
    });
  }
}

/** Whether a number continues the series of its style, or begins a new one; the series is updated. */
function goesOn(words: string, series: Map<string, number>): boolean {
  const numeral = words.replace(/[^\d一二三四五六七八九十百]/g, "");
  const style = words.replace(numeral, /\d/.test(numeral) ? "1" : "一");
  const value = smallNumber(numeral);
  if (value === undefined || (value !== 1 && value !== (series.get(style) ?? 0) + 1)) return false;
  series.set(style, value);
  return true;
}

/**
 * Whether the rows make a table: some have both units and other words; where no header but that for units is sure, at
 * least two have, and all do.
 */
function isTable({ columns }: HeaderGuess, { rows }: Segmented, cellLines: readonly CellLine[]): boolean {
  const filled = rows.flatMap((row) => ("cells" in row ? [row.cells] : []));
  const complete = filled.filter((cells) => {
    const units = cells.some(
      ({ column, cellLines: of }) =>
        columns[column]!.kind === "unit" &&
        of.some((k) => cellLines[k]!.kind === "units" || cellLines[k]!.kind === "words"),
    );
    return (
      units &&
      cells.some(
        ({ column }) =>
          !["unit", "number", "deadline", "person", "otherDuty", "phone", "remark"].includes(columns[column]!.kind),
      )
    );
  });
  const isSure = columns.some(
    ({ kind }) => kind === "number" || kind === "task" || kind === "content" || kind === "section",
  );
  return isSure ? complete.length >= 1 : complete.length >= 2 && complete.length === filled.length;
}
