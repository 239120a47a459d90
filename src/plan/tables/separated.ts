import type { Line } from "../outline/lines";
import { cellKind, kindOfCell } from "./cell-kinds";
import { isHeaderRow } from "./headers";
import { cellOf, type Cell, type Table } from "./table";

/** A line of dashes between rows of bars. */
const RULE = /^[\s|:+\-—─┼]*[-—─][\s|:+\-—─┼]*$/;
/** A line that begins like this is not the rest of a cell. */
const NO_CELL = /^(?:附件|附表|注:)/;
const LONGEST_REST = 400;
const LONGEST_CHAPTER = 40;
/** The most lines without separators between two rows. */
const FARTHEST_ROW = 6;
const BAR_LINE = 120;

/**
 * Tables whose rows are lines, with cells separated by tabs or `|`. The cleaned text keeps tabs only in such lines. A
 * line without separators between two rows belongs to the last cell above it, or is the heading of a chapter; a heading
 * before the header of another table ends the table.
 * @param lines the filled lines of the cleaned text, without those of other tables
 */
export function separatedTables(text: string, lines: readonly Line[]): Table[] {
  const reader = new SeparatedReader(text, lines);
  return reader.read().filter((table) => table.rows.length >= 2);
}

/** A table that is being read. */
interface Open {
  table: Table;
  mark: string;
  /** `| a | b |`: bars at both ends of the first row enclose the cells instead of separating them. */
  enclosed: boolean;
  /** The most cells of any row so far: a row with fewer may continue in the next line. */
  width: number;
}

class SeparatedReader {
  private readonly tables: Table[] = [];
  private open: Open | undefined;

  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
  ) {}

  read(): Table[] {
    this.lines.forEach((line, k) => {
      const content = this.text.slice(line.start, line.end);
      const mark = separatorOf(content);
      const role = mark || !this.open ? undefined : this.roleOf(content, k);
      if (mark) this.addRow(line, content, mark);
      else if (role) this.addRest(line, role);
      else this.open = undefined;
    });
    return this.tables;
  }

  private addRow(line: Line, content: string, mark: string): void {
    if (this.open?.mark !== mark) {
      this.open = {
        table: { start: line.start, end: line.end, rows: [], doubtful: new Set(), gapped: new Set() },
        mark,
        enclosed: mark === "|" && content.startsWith("|"),
        width: 0,
      };
      this.tables.push(this.open.table);
    }
    const { table } = this.open;
    table.end = line.end;
    if (RULE.test(content)) return;
    const cells = this.cells(line, content, mark, this.open.enclosed);
    if (!this.joins(cells, this.open)) table.rows.push(cells);
    this.open.width = Math.max(this.open.width, cells.length);
  }

  private joins(cells: Cell[], open: Open): boolean {
    const above = open.table.rows.at(-1);
    if (!above || !goesOnIn(above, cells, open.width)) return false;
    const last = above.pop()!;
    const lines = [...last.lines, ...cells[0]!.lines];
    above.push(cellOf(this.text, lines.length > 0 ? lines : [last]), ...cells.slice(1));
    return true;
  }

  private cells(line: Line, content: string, mark: string, enclosed: boolean): Cell[] {
    const cells: Cell[] = [];
    let start = line.start;
    for (let i = line.start; i <= line.end; i++) {
      if (i < line.end && this.text[i] !== mark) continue;
      cells.push(cellOf(this.text, [{ start, end: i }]));
      start = i + 1;
    }
    if (enclosed) {
      if (content.startsWith("|")) cells.shift();
      if (content.endsWith("|")) cells.pop();
    }
    return cells;
  }

  /**
   * What a line without separators is: the rest of a cell or the heading of a chapter, where another row follows and no
   * header of another table; undefined where it ends the table.
   */
  private roleOf(content: string, k: number): "rest" | "chapter" | undefined {
    const { table, mark, enclosed, width } = this.open!;
    const above = table.rows.at(-1);
    const next = this.rowBelow(k, mark);
    if (!above || next === undefined || content.length > LONGEST_REST || NO_CELL.test(content)) return undefined;
    const cells = this.cells(next, this.text.slice(next.start, next.end), mark, enclosed);
    if (isHeaderRow(cells.map(({ text }) => text))) return undefined;
    if (above.length === 1 || isHeaderRow(above.map(({ text }) => text))) return "chapter";
    if (goesOnIn(above, cells, width)) return "rest";
    if (opensChapter(content, above.at(-1)!)) return "chapter";
    // Two such lines after each other occur only inside a row or as headings: only a single one is the rest of a cell.
    return this.lines[k + 1] === next ? "rest" : undefined;
  }

  /** The next row, if few lines stand before it. */
  private rowBelow(k: number, mark: string): Line | undefined {
    const lines = this.lines.slice(k + 1, k + 1 + FARTHEST_ROW);
    return lines.find(({ start, end }) => separatorOf(this.text.slice(start, end)) === mark);
  }

  private addRest(line: Line, role: "rest" | "chapter"): void {
    const { table } = this.open!;
    table.end = line.end;
    const above = table.rows.at(-1)!;
    const last = above.at(-1)!;
    if (role === "chapter") table.rows.push([cellOf(this.text, [line])]);
    else above[above.length - 1] = cellOf(this.text, [...(last.lines.length > 0 ? last.lines : [last]), line]);
  }
}

/** Whether `its second line⇥units` continues `1⇥first line of a cell`: a row that was broken inside a cell. */
function goesOnIn(above: readonly Cell[], below: readonly Cell[], width: number): boolean {
  return (
    above.length > 1 && above.length < width && above.length + below.length - 1 === width && !/^\d/.test(below[0]!.text)
  );
}

const isHeading = (content: string): boolean => cellKind(content.trim()) === "heading";

/**
 * Whether a line below a complete row is a chapter's heading: it is numbered, or it is words below a cell that holds
 * something else than words.
 */
function opensChapter(content: string, last: Cell): boolean {
  if (isHeading(content)) return true;
  return (
    content.length <= LONGEST_CHAPTER &&
    cellKind(content.trim()) === "words" &&
    ["blank", "nothing", "units", "when", "person", "phone"].includes(kindOfCell(last))
  );
}

function separatorOf(content: string): string {
  if (content.includes("\t")) return "\t";
  const bars = content.split("|").length - 1;
  return bars >= 2 || (bars === 1 && content.length <= BAR_LINE) ? "|" : "";
}
