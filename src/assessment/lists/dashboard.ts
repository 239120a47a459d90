import { cellAddress } from "../../matrix/address";
import { yearName } from "../../matrix/formulas";
import type { SheetReading } from "../../matrix/locate";
import * as look from "../../matrix/look";
import { isFilled } from "../../matrix/ownership";
import { statuses, statusKeys, statusText, type StatusKey } from "../../matrix/statuses";
import type { Area, CellStyle, CellValue, DataBar, SheetData, StyledArea } from "../../matrix/sheet";
import { breakdown, grouped, quantified, reachedOf, tally, type Tally } from "../breakdown";
import type { Review } from "../review";
import { liveCounts, type LiveMatrix, type Which } from "./live-counts";
import { planName } from "../plan-name";
import { centred, keyWidth, listHeader, listMark, pageOf, titleStyles, top } from "./page";

/** Columns beside the name: what is counted in each. */
const counted: readonly { header: string; status: StatusKey }[] = (["reached", "onPace", "underWay", "behind", "missed", "unreadable", "notReported"] as const).map((status) => ({ header: statusText(status), status }));
const at = { name: 1, rows: 2, promised: 3, statuses: 4, unquantified: 4 + counted.length, done: 5 + counted.length, share: 6 + counted.length } as const;
const width = at.share + 1;
const widths = [keyWidth, 196, 42, 46, ...counted.map(() => 46), 46, 46, 120];
const headers = ["", "", "项数", "量化指标", ...counted.map(({ header }) => header), "无量化指标", "其中已完成", "达标率（占量化指标）"];

interface Line extends Tally {
  name: string;
  rows: number;
  which?: Which;
  isTotal?: boolean;
  /** Its parts follow. */
  isDivided?: boolean;
}

/** A dash for nought: what is to be seen are the numbers. */
const number: CellStyle = { ...centred, numberFormat: '0;-0;"–"' };
/** At the far end of its cell, where the bar behind it does not reach as a rule. */
const share: CellStyle = { horizontal: "right", numberFormat: "0%" };
const openHeader: CellStyle = { ...listHeader };
delete openHeader.border;

/** What somebody wrote outside the board: beside it, or below its last line. */
interface Stray {
  row: number;
  column: number;
  value: CellValue;
}

/**
 * 看板: how far the plan has come, by status, by 板块 and by lead. Its counts are formulas over the matrix, so that they go on
 * counting without the add-in; for another year than the sheet's own they are numbers, and it says so.
 */
export function dashboard(review: Review, sheetName: string, live?: LiveMatrix, before?: Pick<SheetReading, "top" | "left" | "values">): SheetData {
  const board = new Board(review, live);
  board.title();
  board.byStatus();
  board.table("二、按板块", "板块", [...sectionLines(review), totalLine(review)]);
  board.table("三、按牵头单位（几个单位共同牵头的，每个单位各计一次）", "牵头单位", leadLines(review));
  return board.sheet(sheetName, before);
}

const totalLine = (review: Review): Line => ({ name: "合计", rows: review.rows.length, ...tally(review.rows), isTotal: true });

/** Sections, each with the headings right below it where there are several. */
function sectionLines({ rows }: Review): Line[] {
  return breakdown(rows, "section").flatMap((one): Line[] => {
    const below = grouped(rows.filter(({ section }) => section === one.name), ({ headings }) => [headings.split(" / ").slice(0, 2).join(" / ")]);
    const parts = [...below].filter(([name]) => name.includes(" / "));
    const isDivided = parts.length > 1;
    return [{ ...one, isDivided, which: { heading: one.name } }, ...(isDivided ? parts.map(([name, own]) => ({ name: `　　${name.split(" / ")[1]}`, rows: own.length, ...tally(own), which: { heading: name } })) : [])];
  });
}

const leadLines = ({ rows }: Review): Line[] => breakdown(rows, "lead").map((one) => ({ ...one, which: { lead: one.name } }));

class Board {
  private readonly cells: CellValue[][] = [];
  private readonly formulas: SheetData["formulas"] = [];
  private readonly styles: StyledArea[] = titleStyles();
  private readonly dataBars: DataBar[] = [];
  private readonly live: ReturnType<typeof liveCounts>;

  constructor(
    private readonly review: Review,
    live: LiveMatrix | undefined,
  ) {
    this.live = live && liveCounts(live);
  }

  private line(values: Readonly<Record<number, CellValue>> = {}): number {
    this.cells.push(Array.from({ length: width }, (_, column) => values[column] ?? ""));
    return this.cells.length - 1;
  }

  private style(row: number, column: number, columns: number, style: CellStyle, rows = 1): void {
    this.styles.push({ area: { row, column, rows, columns }, style });
  }

  private formula(row: number, column: number, formula: string): void {
    this.formulas.push({ row, column, formula });
  }

  title(): void {
    this.line({ [at.name]: `${planName(this.review.plan)}自查评估看板` });
    const note = this.live ? "随责任矩阵的填报和“评估年度”自动更新。" : "本表为生成时的数字，不随责任矩阵变动。";
    const row = this.line({ [at.name]: `按 ${this.review.year} 年评估。${note}` });
    if (this.live) this.formula(row, at.name, `="按 "&${yearName}&" 年评估。${note}"`);
    this.line();
  }

  private heading(text: string): void {
    this.style(this.line({ [at.name]: text }), at.name, 1, { fontName: look.fonts.heading, fontSize: 12, bold: true, color: look.colours.headerText, vertical: "middle" });
  }

  byStatus(): void {
    this.heading("一、按状态");
    const header = this.line({ [at.name]: "状态", [at.rows]: "项数", [at.promised]: "含义", [at.share]: "占比" });
    this.style(header, at.name, at.share, openHeader);
    this.style(header, at.promised, 1, { horizontal: "left" });
    const first = header + 1;
    const last = header + statusKeys.length;
    for (const key of statusKeys) {
      const count = this.review.counts[key];
      const row = this.line({ [at.name]: statusText(key), [at.rows]: count, [at.promised]: statuses[key].explanation, [at.share]: this.review.rows.length === 0 ? "" : count / this.review.rows.length });
      if (this.live) this.formula(row, at.rows, this.live.status(key));
      const sum = `SUM(${cellAddress(first, at.rows, { row: true, column: true })}:${cellAddress(last, at.rows, { row: true, column: true })})`;
      this.formula(row, at.share, `=IF(${sum}=0,"",${cellAddress(row, at.rows)}/${sum})`);
    }
    const area = { row: first, rows: statusKeys.length };
    this.style(first, at.name, at.rows, look.body, area.rows);
    this.style(first, at.rows, 1, number, area.rows);
    this.style(first, at.promised, at.share - at.promised, { ...look.note, color: look.colours.ink }, area.rows);
    this.style(first, at.share, 1, { ...look.body, ...share }, area.rows);
    for (const [index, key] of statusKeys.entries()) if (statuses[key].short) this.style(first + index, at.name, at.rows, { color: look.colours.shortText, bold: true });
    this.dataBars.push({ area: { ...area, column: at.share, columns: 1 }, color: look.colours.bar, min: 0, max: 1 });
    this.line();
  }

  table(heading: string, name: string, lines: readonly Line[]): void {
    this.heading(heading);
    const header = this.line({ ...headers, [at.name]: name });
    this.style(header, at.name, at.share, listHeader);
    for (const line of lines) this.counts(line);
    if (lines.length > 0) {
      const [first, rows] = [header + 1, lines.length];
      this.style(first, at.name, at.share, look.body, rows);
      this.style(first, at.rows, at.share - at.rows, number, rows);
      this.style(first, at.share, 1, share, rows);
      this.style(first, at.statuses + counted.findIndex(({ status }) => statuses[status].short), counted.filter(({ status }) => statuses[status].short).length, { color: look.colours.shortText, bold: true }, rows);
      lines.forEach(({ isTotal, isDivided }, index) => {
        if (isTotal) this.style(first + index, at.name, at.share, { bold: true, fill: look.colours.result });
        else if (isDivided) this.style(first + index, at.name, at.share, { bold: true });
      });
      this.dataBars.push({ area: { row: first, column: at.share, rows, columns: 1 }, color: look.colours.bar, min: 0, max: 1 });
    }
    this.line();
  }

  private counts({ name, rows, counts, words, which }: Line): void {
    const promised = quantified({ counts });
    const values: CellValue[] = ["", name, rows, promised, ...counted.map(({ status }) => counts[status]), counts.unquantified, words.已完成, reachedOf({ counts }).ofPromised ?? ""];
    const row = this.line(values);
    const cell = (column: number): string => cellAddress(row, column);
    if (this.live && (!which || this.live.can(which))) {
      this.formula(row, at.rows, this.live.rows(which));
      counted.forEach(({ status }, index) => this.formula(row, at.statuses + index, this.live!.status(status, which)));
      this.formula(row, at.unquantified, this.live.status("unquantified", which));
      this.formula(row, at.done, this.live.word("已完成", which));
    }
    this.formula(row, at.promised, `=${cell(at.rows)}-${cell(at.unquantified)}`);
    this.formula(row, at.share, `=IF(${cell(at.promised)}=0,"",${cell(at.statuses)}/${cell(at.promised)})`);
  }

  sheet(name: string, before: Pick<SheetReading, "top" | "left" | "values"> | undefined): SheetData {
    const own = this.cells.length;
    this.cells[top.title]![0] = boardMark(own);
    for (const { row, column, value } of before ? straysOf(before, own) : []) {
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
      columnWidths: widths,
      rowHeights: cells.map((_, row) => (row === top.title ? 30 : row === top.note ? 18 : row < own ? (this.isHeader(row) ? 28 : 18) : 15)),
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

  private isHeader = (row: number): boolean => this.styles.some(({ area, style }: { area: Area; style: CellStyle }) => area.row === row && (style === listHeader || style === openHeader));
}

/** Says that the sheet is ours, and how many lines of it. */
const boardMark = (lines: number): string => `${listMark("dashboard")}|${lines}`;

/** What people wrote beside or below a board that is about to be made again; what is below stays below. */
function straysOf({ top: first, left, values }: Pick<SheetReading, "top" | "left" | "values">, lines: number): Stray[] {
  const mark = values.flat().find((value) => String(value).startsWith(listMark("dashboard")));
  const before = Number(String(mark).split("|")[2]);
  return values.flatMap((line, index) =>
    line.flatMap((value, offset) => {
      const [row, column] = [first + index, left + offset];
      if (!isFilled(value) || (row < before && column < width)) return [];
      return [{ row: row < before ? row : row - before + lines, column, value }];
    }),
  );
}
