import { cellAddress } from "../../matrix/address";
import { yearName } from "../../matrix/formulas";
import * as look from "../../matrix/look";
import { statuses, statusKeys, statusText, type StatusKey } from "../../matrix/statuses";
import type { Area, CellStyle, CellValue, DataBar, SheetData, StyledArea } from "../../matrix/sheet";
import { asOfName } from "../../matrix/as-of";
import { inChinese } from "../../plan/sentence";
import { asOfSentence } from "../as-of";
import { breakdown, grouped, shortKeys, shortOf, sumOf, tally, type Tally } from "../breakdown";
import type { YearResults } from "../year-results";
import { liveCounts, type Kind, type LiveCounts, type LiveMatrix, type Which } from "./live-counts";
import { planName } from "../plan-name";
import { centred, keyWidth, listHeader, pageOf, titleStyles, top } from "./page";
import { markLines, placedOnBoard, type TypedInBoard } from "./typed-in-board";

interface Line extends Tally {
  name: string;
  rows: number;
  which?: Which;
  isTotal?: boolean;
  /** Whether lines for its parts follow. */
  isDivided?: boolean;
}

/** A column of the tables by 板块 and by lead (牵头单位). */
interface Column {
  header: string;
  width: number;
  of: (line: Line) => CellValue;
  /** Formula over the matrix. */
  live?: (live: LiveCounts, which: Which | undefined) => string;
  /** Formula over the line's own cells. */
  own?: (cell: (header: string) => string) => string;
  isShort?: true;
  isShare?: true;
}

/** Columns that belong together, under a line that says what they count. */
interface Group {
  name: string;
  columns: Column[];
}

const statusColumn = (kind: Kind, key: StatusKey): Column => ({
  header: statusText(key),
  width: 40,
  of: (line) => line[kind][key],
  live: (live, which) => live.status(key, which, kind),
  ...(statuses[key].short ? { isShort: true } : {}),
});

/** Some statuses occur for numbers and for tasks, so each kind has its own columns and its own rate. */
const groupOf = (kind: Kind, name: string, keys: readonly StatusKey[], rate: string): Group => ({
  name,
  columns: [
    { header: "项数", width: 36, of: (line) => sumOf(line[kind]), live: (live, which) => live.rows(which, kind) },
    ...keys.map((key) => statusColumn(kind, key)),
    {
      header: rate,
      width: 84,
      of: (line) => (sumOf(line[kind]) === 0 ? "" : line[kind][keys[0]!] / sumOf(line[kind])),
      own: (cell) => `=IF(${cell("项数")}=0,"",${cell(statusText(keys[0]!))}/${cell("项数")})`,
      isShare: true,
    },
  ],
});

const allGroup: Group = {
  name: "",
  columns: [
    { header: "项数", width: 36, of: ({ rows }) => rows, live: (live, which) => live.rows(which) },
    {
      header: "未完成",
      width: 42,
      of: shortOf,
      live: (live, which) => `=${shortKeys.map((key) => live.status(key, which).slice(1)).join("+")}`,
      isShort: true,
    },
  ],
};
const numberGroup = groupOf(
  "numbers",
  "量化指标",
  ["reached", "onPace", "underWay", "behind", "missed", "unreadable", "notReported"],
  "达标率",
);
const taskGroup = groupOf(
  "tasks",
  "没有量化指标的任务",
  ["done", "underWay", "notStarted", "overdue", "unreadable", "notReported"],
  "完成率",
);

/** Leaves out what the plan does not have. */
const groupsOf = ({ numbers, tasks }: Tally): Group[] => [
  allGroup,
  ...(sumOf(numbers) > 0 ? [numberGroup] : []),
  ...(sumOf(tasks) > 0 || sumOf(numbers) === 0 ? [taskGroup] : []),
];

/** Zero-based positions of the columns that all tables have. */
const at = { name: 1, rows: 2, meaning: 3 } as const;

/** Zero is shown as a dash, so that the other numbers stand out. */
const number: CellStyle = { ...centred, numberFormat: '0;-0;"–"' };
/** Right-aligned, where the bar behind it rarely reaches. */
const share: CellStyle = { horizontal: "right", numberFormat: "0%" };
const openHeader: CellStyle = { ...listHeader };
delete openHeader.border;
const groupHeader: CellStyle = { bold: true, color: look.colours.headerText, fill: look.colours.result, wrap: false };
const short: CellStyle = { color: look.colours.shortText, bold: true };

/**
 * 看板: the plan's progress by status, by 板块 and by lead. Its counts are formulas over the matrix, so that they are kept
 * up to date without the add-in. For a year other than the sheet's own they are plain numbers, and the note says so.
 * @param typed what people have typed into the sheet since the board was made (`typedInBoard`): it comes along
 */
export function dashboard(results: YearResults, sheetName: string, live?: LiveMatrix, typed?: TypedInBoard): SheetData {
  const board = new Board(results, live);
  board.title();
  board.byStatus();
  board.table("二、按板块", "板块", [...sectionLines(results), totalLine(results)]);
  board.table("三、按牵头单位（几个单位共同牵头的，每个单位各计一次）", "牵头单位", leadLines(results));
  return board.sheet(sheetName, typed);
}

const totalLine = (results: YearResults): Line => ({
  name: "合计",
  rows: results.rows.length,
  ...tally(results.rows),
  isTotal: true,
});

/** A line for each section, followed by the headings right below it where there are several. */
function sectionLines({ rows }: YearResults): Line[] {
  return breakdown(rows, "section").flatMap((one): Line[] => {
    const below = grouped(
      rows.filter(({ section }) => section === one.name),
      ({ headings }) => [headings.split(" / ").slice(0, 2).join(" / ")],
    );
    const parts = [...below].filter(([name]) => name.includes(" / "));
    const isDivided = parts.length > 1;
    return [
      { ...one, isDivided, which: { heading: one.name } },
      ...(isDivided
        ? parts.map(([name, own]) => ({
            name: `　　${name.split(" / ")[1]}`,
            rows: own.length,
            ...tally(own),
            which: { heading: name },
          }))
        : []),
    ];
  });
}

const leadLines = ({ rows }: YearResults): Line[] =>
  breakdown(rows, "lead").map((one) => ({ ...one, which: { lead: one.name } }));

/** Points. Longer names are cut off, so that the board fits its page. */
const widestName = 240;

class Board {
  private readonly cells: CellValue[][] = [];
  private readonly formulas: SheetData["formulas"] = [];
  private readonly styles: StyledArea[] = titleStyles();
  private readonly dataBars: DataBar[] = [];
  private readonly live: LiveCounts | undefined;
  private readonly hasAsOf: boolean;
  private readonly groups: Group[];
  private readonly columns: Column[];
  private readonly width: number;
  /** Points. Rows are one line high, so the column must be wide enough. */
  private nameWidth = 176;

  constructor(
    private readonly results: YearResults,
    live: LiveMatrix | undefined,
  ) {
    this.live = live && liveCounts(live);
    this.hasAsOf = live?.hasAsOf === true;
    this.groups = groupsOf(results);
    this.columns = this.groups.flatMap(({ columns }) => columns);
    this.width = at.rows + this.columns.length;
  }

  private line(values: Readonly<Record<number, CellValue>> = {}): number {
    this.cells.push(Array.from({ length: this.width }, (_, column) => values[column] ?? ""));
    return this.cells.length - 1;
  }

  private style(row: number, column: number, columns: number, style: CellStyle, rows = 1): void {
    this.styles.push({ area: { row, column, rows, columns }, style });
  }

  private formula(row: number, column: number, formula: string): void {
    this.formulas.push({ row, column, formula });
  }

  title(): void {
    this.line({ [at.name]: `${planName(this.results.plan)}自查评估看板` });
    const note = this.live ? "随责任矩阵的填报和“评估年度”自动更新。" : "本表为生成时的数字，不随责任矩阵变动。";
    const row = this.line({
      [at.name]: `按 ${this.results.year} 年评估，${inChinese(asOfSentence(this.results))}。${note}`,
    });
    if (this.live)
      this.formula(row, at.name, `="按 "&${yearName}&" 年评估${this.hasAsOf ? `，"&${asOfName}&"` : ""}。${note}"`);
    this.line();
  }

  private heading(text: string): void {
    this.style(this.line({ [at.name]: text }), at.name, 1, {
      fontName: look.fonts.heading,
      fontSize: 12,
      bold: true,
      color: look.colours.headerText,
      vertical: "middle",
    });
  }

  byStatus(): void {
    this.heading("一、按状态");
    const last = this.width - 1;
    const header = this.line({ [at.name]: "状态", [at.rows]: "项数", [at.meaning]: "含义", [last]: "占比" });
    this.style(header, at.name, last, openHeader);
    this.style(header, at.meaning, 1, { horizontal: "left" });
    const area = { row: header + 1, rows: statusKeys.length };
    const sum = `SUM(${[area.row, header + area.rows].map((row) => cellAddress(row, at.rows, { row: true, column: true })).join(":")})`;
    for (const key of statusKeys) {
      const count = this.results.counts[key];
      const row = this.line({
        [at.name]: statusText(key),
        [at.rows]: count,
        [at.meaning]: statuses[key].explanation,
        [last]: this.results.rows.length === 0 ? "" : count / this.results.rows.length,
      });
      if (this.live) this.formula(row, at.rows, this.live.status(key));
      this.formula(row, last, `=IF(${sum}=0,"",${cellAddress(row, at.rows)}/${sum})`);
    }
    this.style(area.row, at.name, at.rows, look.body, area.rows);
    this.style(area.row, at.rows, 1, number, area.rows);
    this.style(area.row, at.meaning, last - at.meaning, { ...look.note, color: look.colours.ink }, area.rows);
    this.style(area.row, last, 1, { ...look.body, ...share }, area.rows);
    for (const [index, key] of statusKeys.entries())
      if (statuses[key].short) this.style(area.row + index, at.name, at.rows, short);
    this.dataBars.push({ area: { ...area, column: last, columns: 1 }, color: look.colours.bar, min: 0, max: 1 });
    this.line();
  }

  table(heading: string, name: string, lines: readonly Line[]): void {
    this.heading(heading);
    this.groupNames();
    const header = this.line(
      Object.fromEntries(
        [name, ...this.columns.map((column) => column.header)].map((text, index) => [at.name + index, text]),
      ),
    );
    this.style(header, at.name, this.width - 1, listHeader);
    for (const line of lines) this.counts(line);
    const [first, rows] = [header + 1, lines.length];
    if (rows > 0) {
      this.style(first, at.name, this.width - 1, look.body, rows);
      this.columns.forEach(({ isShare, isShort }, index) => {
        const column = at.rows + index;
        this.style(first, column, 1, { ...(isShare ? share : number), ...(isShort ? short : {}) }, rows);
        if (isShare)
          this.dataBars.push({
            area: { row: first, column, rows, columns: 1 },
            color: look.colours.bar,
            min: 0,
            max: 1,
          });
      });
      lines.forEach(({ isTotal, isDivided }, index) => {
        if (isTotal) this.style(first + index, at.name, this.width - 1, { bold: true, fill: look.colours.result });
        else if (isDivided) this.style(first + index, at.name, this.width - 1, { bold: true });
      });
    }
    this.line();
  }

  /** The line above the header, which says what the columns count. */
  private groupNames(): void {
    const row = this.line();
    let column: number = at.rows;
    for (const { name, columns } of this.groups) {
      if (name !== "") {
        this.cells[row]![column] = name;
        this.style(row, column, columns.length, groupHeader);
      }
      column += columns.length;
    }
  }

  private counts(line: Line): void {
    const { name, which } = line;
    this.nameWidth = Math.min(widestName, Math.max(this.nameWidth, [...name].length * (look.body.fontSize! + 0.5) + 8));
    const row = this.line(
      Object.fromEntries(
        [name, ...this.columns.map((column) => column.of(line))].map((value, index) => [at.name + index, value]),
      ),
    );
    const isLive = this.live !== undefined && (!which || this.live.can(which));
    let column: number = at.rows;
    for (const { columns } of this.groups) {
      const start = column;
      const cell = (header: string): string =>
        cellAddress(row, start + columns.findIndex((one) => one.header === header));
      for (const { live, own } of columns) {
        if (own) this.formula(row, column, own(cell));
        else if (isLive && live) this.formula(row, column, live(this.live, which));
        column++;
      }
    }
  }

  sheet(name: string, typed: TypedInBoard | undefined): SheetData {
    const own = this.cells.length;
    markLines(this.cells, this.formulas, this.width);
    for (const { row, column, value } of typed ? placedOnBoard(typed, own, this.width) : []) {
      while (this.cells.length <= row) this.line();
      const line = this.cells[row]!;
      while (line.length <= column) line.push("");
      line[column] = value;
    }
    const most = Math.max(...this.cells.map(({ length }) => length));
    const cells = this.cells.map((line) => [...line, ...Array.from({ length: most - line.length }, () => "")]);
    return {
      name,
      tabColor: look.colours.bar,
      cells,
      formulas: this.formulas,
      filledFormulas: [],
      styles: this.styles,
      columnWidths: [keyWidth, this.nameWidth, ...this.columns.map(({ width }) => width)],
      rowHeights: cells.map((_, row) =>
        row === top.title ? 30 : row === top.note ? 18 : row < own ? (this.isHeader(row) ? 28 : 18) : 15,
      ),
      hiddenColumns: [0],
      hiddenRows: [],
      names: [],
      conditionalFormats: [],
      dataBars: this.dataBars,
      validations: [],
      hideGridlines: true,
      page: pageOf("a4"),
    };
  }

  private isHeader = (row: number): boolean =>
    this.styles.some(
      ({ area, style }: { area: Area; style: CellStyle }) =>
        area.row === row && (style === listHeader || style === openHeader),
    );
}
