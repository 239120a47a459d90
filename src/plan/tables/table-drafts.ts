import type { Attribution } from "../attribution/find";
import type { CleanText } from "../characters";
import { deadlineOf } from "../deadlines";
import type { TaskDraft } from "../task-drafts";
import { leftOver } from "../finding";
import type { Deadline, Finding, Plan } from "../model";
import { headlineOf } from "../outline/headline";
import { markerAt } from "../outline/markers";
import { sentence, type Sentence } from "../sentence";
import type { Known } from "../tokens/tokens";
import { kindOfCell } from "./cell-kinds";
import { gridsOf, type Grid, type GridRow } from "./grid";
import type { TableColumn } from "./headers";
import { emptyCell, NOTHING, type Cell, type Table } from "./table";
import { isFilledUnit, personsOfRow, unitsOfRow } from "./unit-cells";

/** The context of a table: the headings above it, and what is known of the plan. */
export interface TableContext {
  /** Headings, outermost first, each with its number and the number's style. */
  headings: readonly { title: string; label: string; style: string }[];
  /** The last heading is the table's caption: nothing else stands between. */
  isCaption: boolean;
  /** First and last year of the plan. */
  years: Plan["years"];
  /** What the plan has shown and a person has decided about its names and labels. */
  known: Known;
}

export interface TableReading {
  drafts: TaskDraft[];
  findings: Finding[];
}

/**
 * The tasks of a table 任务 | 牵头单位 | 责任单位 | 完成时限. Cells merged downwards are printed empty or not at all; they take the
 * content from above. A table without a column for units gives nothing. A finding tells where a row may have been read
 * wrongly, and where a table has headers for units but nothing was read from it.
 */
export function draftTable(clean: CleanText, table: Table, above: TableContext): TableReading {
  const readings = gridsOf(table).map((grid) => new GridReader(clean, grid, above).read());
  return { drafts: readings.flatMap(({ drafts }) => drafts), findings: readings.flatMap(({ findings }) => findings) };
}

/** The finding for a table with headers for units from which nothing was read; cleaned offsets. */
export const notRead = (clean: CleanText, start: number, end: number): Finding =>
  leftOver(
    "table-not-read",
    "error",
    sentence("这张表有责任单位一类的表头，但没有读出任务，请核对。"),
    clean.span(start, end),
  );

/** A row that is a heading for the rows below it. */
interface RowHeading {
  cell: Cell;
  /** Its number, if that has a cell of its own. */
  label?: string;
}

const CHINESE_NUMBER = /^\(?[一二三四五六七八九十]{1,3}\)?[、.]?$/;

/**
 * Rows that are headings although nothing marks them: they have Chinese numbers, while the tasks have other numbers and
 * none of them a Chinese one.
 */
function numberedHeadings(rows: readonly GridRow[], columns: readonly TableColumn[]): Map<GridRow, RowHeading> {
  const headings = new Map(
    rows.flatMap((row) => {
      const heading = numberedHeading(row, columns);
      return heading ? [[row, heading] as const] : [];
    }),
  );
  const numbers = rows.filter((row) => !headings.has(row) && !row.isChapter).map(({ cells }) => cells[0]!.text);
  return numbers.some((number) => /^\d/.test(number)) && !numbers.some((number) => CHINESE_NUMBER.test(number))
    ? headings
    : new Map();
}

/** `二 | 市场环境 | | |`: a chapter's number and name, and nothing else in the row. */
function numberedHeading({ cells }: GridRow, columns: readonly TableColumn[]): RowHeading | undefined {
  const [number, name, ...others] = cells;
  if (!number || !name || name.text === "" || columns.length < 3 || others.some(({ text }) => text !== ""))
    return undefined;
  return CHINESE_NUMBER.test(number.text) && columns[1]!.kind !== "unit"
    ? { cell: name, label: number.text.replace(/[、.]$/, "") }
    : undefined;
}

interface TaskColumns {
  task: number;
  contents: number[];
  sections: number[];
  number: number;
}

/**
 * The task stands in the first of the task columns without merged cells; merged columns before it are headings, columns
 * after it contents.
 */
function taskColumns(columns: readonly TableColumn[], rows: readonly GridRow[]): TaskColumns {
  const number = columns.findIndex(({ kind }) => kind === "number");
  const sections = columns.flatMap(({ kind }, k) => (kind === "section" ? [k] : []));
  const tasks = columns.flatMap(({ kind }, k) => (kind === "task" || kind === "content" ? [k] : []));
  if (tasks.length === 0)
    return { task: wordiest(columns, rows) ?? sections.pop() ?? -1, contents: [], sections, number };
  const merged = tasks.filter((k) => isMerged(rows, k));
  const free = tasks.filter((k) => !merged.includes(k));
  const task = free[0] ?? tasks[tasks.length - 1]!;
  return {
    task,
    contents: tasks.filter((k) => k > task),
    sections: [...sections, ...merged.filter((k) => k < task)].sort((a, b) => a - b),
    number,
  };
}

function isMerged(rows: readonly GridRow[], column: number): boolean {
  const cells = rows.map(({ cells: all }) => all[column]?.text ?? "");
  return cells.some((text, i) => i > 0 && (text === "" || text === cells[i - 1]));
}

/** Of the columns whose headers mean nothing special, the one with the most text. */
function wordiest(columns: readonly TableColumn[], rows: readonly GridRow[]): number | undefined {
  const others = columns.flatMap(({ kind }, k) => (kind === "other" ? [k] : []));
  const length = (k: number): number => rows.reduce((sum, { cells }) => sum + (cells[k]?.text.length ?? 0), 0);
  return others.length > 0 ? others.reduce((most, k) => (length(k) > length(most) ? k : most)) : undefined;
}

/** The stretches of a cell's words: several where a page's end has cut its row. */
function stretchesOf({ lines }: Cell): [number, number][] {
  const stretches: [number, number][] = [];
  for (const { start, end } of lines) {
    const last = stretches.at(-1);
    if (last && start <= last[1] + 1) last[1] = end;
    else stretches.push([start, end]);
  }
  return stretches;
}

const isEmpty = (cell: Cell): boolean => cell.text === "" || NOTHING.test(cell.text);

/** Reads the rows of a grid in order, and remembers what stands above for merged cells. */
class GridReader {
  private readonly drafts: TaskDraft[] = [];
  private readonly findings: Finding[] = [];
  private readonly headings: Map<GridRow, RowHeading>;
  /** Numbering styles of the first cells of rows with units: a number of such a style opens no chapter. */
  private readonly taskStyles: ReadonlySet<string>;
  private readonly at: TaskColumns;
  private readonly chapters: { style: string; heading: RowHeading }[] = [];
  private sections: Cell[] = [];
  private number = "";
  private units: Attribution | undefined;
  private deadline: Cell | undefined;

  constructor(
    private readonly clean: CleanText,
    private readonly grid: Grid,
    private readonly above: TableContext,
  ) {
    this.headings = numberedHeadings(grid.rows, grid.columns);
    this.taskStyles = new Set(
      grid.rows
        .filter(({ cells }) => grid.columns.some((column, k) => isFilledUnit(column, cells[k])))
        .map(({ cells }) => this.styleOf(cells[0]!)),
    );
    this.at = taskColumns(
      grid.columns,
      grid.rows.filter((row) => !this.headings.has(row) && !this.isHeading(row)),
    );
  }

  read(): TableReading {
    const { rows, columns } = this.grid;
    for (const row of rows) {
      const heading =
        this.headings.get(row) ??
        (this.isHeading(row) ? { cell: row.cells.find(({ text }) => text !== "")! } : undefined);
      if (heading) this.openChapter(heading);
      else if (this.at.task >= 0) this.readRow(row);
    }
    const holds = rows.some(
      ({ cells, isChapter }) =>
        !isChapter && cells.some((cell, k) => cell.text !== "" && columns[k]!.kind !== "number"),
    );
    if (this.drafts.length === 0 && this.findings.length === 0 && holds) {
      return { drafts: [], findings: [notRead(this.clean, this.grid.start, this.grid.end)] };
    }
    return { drafts: this.drafts, findings: this.findings };
  }

  private isHeading({ cells, isChapter }: GridRow): boolean {
    if (isChapter) return true;
    const filled = cells.filter(({ text }) => text !== "");
    const [first] = filled;
    if (filled.length !== 1 || first !== cells[0] || /[。；]/.test(first!.text)) return false;
    const style = this.styleOf(first!);
    if (kindOfCell(first!) === "heading") return !this.taskStyles.has(style);
    const { kind } = this.grid.columns[0]!;
    if (this.grid.columns.length <= 2) return false;
    return kind === "number"
      ? !/^\d*$/.test(first!.text)
      : !["task", "content"].includes(kind) || (style !== "" && !this.taskStyles.has(style));
  }

  private readonly styleOf = (cell: Cell): string => markerAt(this.clean.text, cell.start, false)?.style ?? "";

  private openChapter(heading: RowHeading): void {
    const style = heading.label !== undefined ? "label" : this.styleOf(heading.cell);
    const same = this.chapters.findIndex((chapter) => chapter.style === style);
    if (same >= 0) this.chapters.length = same;
    this.chapters.push({ style, heading });
    this.sections = [];
    this.number = "";
    this.units = undefined;
    this.deadline = undefined;
  }

  private readRow(row: GridRow): void {
    const { cells } = row;
    const { columns } = this.grid;
    this.carrySections(cells);
    const ownNumber = this.at.number >= 0 ? (cells[this.at.number]?.text ?? "") : "";
    if (ownNumber !== "") this.number = ownNumber.replace(/[.、。．]$/, "");
    const own = unitsOfRow(this.clean, columns, cells, this.above.known);
    if (own) this.units = own;
    const task = cells[this.at.task];
    if (task && !isEmpty(task)) this.readTask(row, task, own);
    else this.withoutTask(row, own, ownNumber);
  }

  private readTask(row: GridRow, task: Cell, own: Attribution | undefined): void {
    const { columns } = this.grid;
    const hasUnits = columns.some((column, k) => isFilledUnit(column, row.cells[k]));
    const saysNobody = columns.some(({ kind }, k) => kind === "unit" && NOTHING.test(row.cells[k]?.text ?? ""));
    const isNobodys = row.isSure && !columns.some(({ kind }, k) => kind === "unit" && row.cells[k]?.isFromAbove);
    const units = own ?? (hasUnits || saysNobody || isNobodys ? undefined : this.units);
    if (!units) {
      if (!saysNobody) this.doubt(row, sentence("这一行写了任务，没有读出责任单位，请核对。"));
      return;
    }
    if (row.isDoubtful) this.doubt(row, sentence("这一行的单位有几行，分不清各属哪一栏，请核对牵头和配合。"));
    else if (!own && this.isLeftOut(row))
      this.doubt(row, sentence("这一行没有单位，按合并单元格取了上一行的，请核对。"));
    this.drafts.push(this.draft(row, task, units));
  }

  /** Whether a row has a number of its own, but its cell for units is missing. */
  private isLeftOut({ isGapped, cells }: GridRow): boolean {
    return isGapped && this.at.number >= 0 && (cells[this.at.number]?.text ?? "") !== "";
  }

  private carrySections(cells: readonly Cell[]): void {
    this.at.sections.forEach((column, k) => {
      const cell = cells[column];
      if (!cell || cell.text === "") return;
      this.sections[k] = cell;
      this.sections.length = k + 1;
    });
  }

  /** A row without a task: its units belong to the task above, unless it has a number of its own. */
  private withoutTask(row: GridRow, own: Attribution | undefined, number: string): void {
    const previous = this.drafts.at(-1);
    if (!own) return;
    if (!previous || number !== "") {
      this.doubt(row, sentence("这一行写了责任单位，没有读出任务，请核对。"));
      return;
    }
    previous.attributions.push(own);
    previous.end = Math.max(previous.end, own.end);
  }

  private doubt({ cells }: GridRow, said: Sentence): void {
    const filled = cells.filter(({ text, isFromAbove }) => text !== "" && !isFromAbove);
    const [start, end] = [Math.min(...filled.map((cell) => cell.start)), Math.max(...filled.map((cell) => cell.end))];
    this.findings.push(leftOver("table-row-doubtful", "warning", said, this.clean.span(start, end)));
  }

  private draft({ cells }: GridRow, task: Cell, units: Attribution): TaskDraft {
    const { labels, titles } = this.over();
    const marker = markerAt(this.clean.text, task.start, false);
    const isNumbered = marker !== undefined && marker.end < task.end;
    if (this.number !== "" && (!isNumbered || marker.label !== this.number)) labels.push(this.number);
    if (isNumbered) labels.push(marker.label);
    const [first, ...rests] = stretchesOf(task);
    const headline = headlineOf(this.clean, isNumbered ? marker.end : task.start, first![1]);
    const body: (readonly [number, number])[] = [[Math.min(headline.bodyStart, first![1]), first![1]], ...rests];
    for (const column of this.at.contents) if (cells[column]?.text) body.push(...stretchesOf(cells[column]));
    const persons = personsOfRow(this.clean, this.grid.columns, cells);
    const deadline = this.dueOf(cells);
    const filled = cells.filter((cell) => cell.text !== "" && !cell.isFromAbove);
    return {
      path: labels.join("/"),
      section: titles,
      headline,
      body,
      attributions: [units],
      ...(deadline ? { deadline } : {}),
      ...(persons.length > 0 ? { persons } : {}),
      start: Math.min(...filled.map((c) => c.start)),
      end: Math.max(...filled.map((c) => c.end)),
    };
  }

  /** Numbers and titles of the headings above a row. */
  private over(): { labels: string[]; titles: string[] } {
    // A chapter between the rows whose number has the style of a heading above the table replaces that heading.
    const styles = this.chapters.map(({ style }) => style);
    const replaced = this.above.headings.findIndex(({ style }) => styles.includes(style));
    const above = replaced < 0 ? this.above.headings : this.above.headings.slice(0, replaced);
    const labels = this.above.isCaption ? above.map(({ label }) => label) : [];
    const titles = above.map(({ title }) => title);
    for (const { cell, label } of [
      ...this.chapters.map(({ heading }) => heading),
      ...this.sections.filter(Boolean).map((one): RowHeading => ({ cell: one })),
    ]) {
      const marker = markerAt(this.clean.text, cell.start, false);
      const number = label ?? marker?.label;
      if (number !== undefined) labels.push(number);
      titles.push(this.clean.printed(marker?.end ?? cell.start, cell.end).replace(/[。；]$/, ""));
    }
    return { labels, titles };
  }

  /** The deadline in the row's own cell, else in the last filled cell above. */
  private dueOf(cells: readonly Cell[]): Deadline | undefined {
    const column = this.grid.columns.findIndex(({ kind }) => kind === "deadline");
    const own = column < 0 ? undefined : (cells[column] ?? emptyCell(0));
    if (own && own.text !== "") this.deadline = NOTHING.test(own.text) ? undefined : own;
    return own && this.deadline
      ? deadlineOf(this.clean.printed(this.deadline.start, this.deadline.end), this.above.years)
      : undefined;
  }
}
