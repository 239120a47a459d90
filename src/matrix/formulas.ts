import { asOfName, wholeYear } from "./as-of";
import {
  between,
  betweenMyriads,
  boldestRate,
  confirmedMark,
  largestFraction,
  myriad,
  myriadWords,
  thousandth,
} from "./doubts";
import { qualityWords, wordStatuses, type QualityWord } from "./limits";
import { approximately, decimals, rateWords, statusText, type StatusKey } from "./statuses";
import { opMarks, rangeDash } from "./target-text";

/**
 * The formulas of the three calculated columns, for one row, with relative references and only functions that Excel
 * 2016, WPS and LibreOffice share (no LET). `src/assessment` states the same rules in TypeScript; a test runs both.
 */
export interface FormulaCells {
  /** Relative addresses in the row, e.g. `G7`. */
  indicator: string;
  period: string;
  target: string;
  measure: string;
  current: string;
  /** 状态; absent where the sheet has no such column, or no longer. */
  status?: string;
  /**
   * 备注, in which somebody may confirm a number that looks wrong; absent where the sheet has no such column, or no
   * longer.
   */
  remark?: string;
  /** 时限日, the last day in time; absent where the sheet has no such column. */
  due?: string;
  /** Whether the sheet has the name 截至. A sheet of an earlier version has not and is judged by whole years. */
  asOf?: boolean;
  /**
   * Each plan year with its cell. Each cell is referenced by itself, so that inserting or moving columns does no harm.
   */
  actuals: { year: number; cell: string }[];
}

/** The defined name of the cell with the assessment year. */
export const yearName = "评估年度";

const unreadable = `"${statusText("unreadable")}"`;
const filled = (cell: string): string => `LEN(TRIM(${cell}))>0`;
const number = (cell: string): string => `IF(ISNUMBER(${cell}),${cell},${unreadable})`;
const perYear = (period: string): string => `LEFT(${period},1)="每"`;
const cumulative = (period: string): string => `LEFT(${period},2)="累计"`;

/** Excel's limits for a formula in a cell: characters, and levels of nesting. */
const excelTakes = { characters: 8192, levels: 64 } as const;

/** Whether Excel takes the formula into a cell. */
export const isTaken = (formula: string): boolean =>
  formula.length <= excelTakes.characters && levelsOf(formula) <= excelTakes.levels;

/** The deepest nesting of brackets. */
function levelsOf(formula: string): number {
  let [level, most] = [0, 0];
  for (const char of formula.replace(/"[^"]*"/g, "")) {
    if (char === "(") most = Math.max(most, ++level);
    else if (char === ")") level--;
  }
  return most;
}

/** The actual of 评估年度; an empty text outside the years from first to last, and for a year without a column. */
function ownCell(actuals: FormulaCells["actuals"], [first, last]: readonly [number, number]): string {
  const at = new Map(actuals.map(({ year, cell }) => [year, cell]));
  const inYears = Array.from({ length: last - first + 1 }, (_, index) => at.get(first + index) ?? `""`);
  return `CHOOSE(MAX(1,MIN(${inYears.length + 2},${yearName}-${first - 2})),"",${inYears.join(",")},"")`;
}

/**
 * 当前值, the number that is judged for 评估年度: that year's entry, the sum up to that year, or the latest entry up to it.
 */
export function currentFormula({ period, target, actuals }: FormulaCells): string {
  const years = actuals.map(({ year }) => year);
  const own = years.length === 0 ? `""` : ownCell(actuals, [Math.min(...years), Math.max(...years)]);
  const upTo = (term: (cell: string) => string): string =>
    actuals.map(({ year, cell }) => `IF(${year}<=${yearName},${term(cell)},0)`).join("+");
  const entries = upTo((cell) => `IF(${filled(cell)},1,0)`);
  // Anything that is not a number yields an error.
  const sum = upTo((cell) => `IF(${filled(cell)},IF(ISNUMBER(${cell}),${cell},NA()),0)`);
  const latest = actuals.reduce(
    (rest, { year, cell }) => `IF(IF(${year}<=${yearName},${filled(cell)},FALSE),${number(cell)},${rest})`,
    `""`,
  );
  return `=IF(LEN(TRIM(${target}))=0,"",IFERROR(IF(${perYear(period)},IF(${filled(own)},${number(own)},""),IF(${cumulative(period)},IF(${entries || 0}=0,"",${sum || 0}),${latest})),${unreadable}))`;
}

/** The most characters that a number in 目标 may have. */
const longest = 30;

/** The number in 目标, whose text may begin with a comparator or be a range: the part before the dash, without spaces. */
function targetNumber(target: string): string {
  const marks = Object.values(opMarks).join("");
  const bare = `MID(${target},1+COUNT(FIND(LEFT(${target},1),"${marks}")),${longest})`;
  return `VALUE(TRIM(LEFT(SUBSTITUTE(${bare},"${rangeDash}",REPT(" ",${longest})),${longest})))`;
}

/** 完成率: current ÷ target. Empty for an upper limit, and for a number that is not judged. */
export function ratioFormula({ current, target, status }: FormulaCells): string {
  const first = `LEFT(${target},1)`;
  const judged = status === undefined ? `ISNUMBER(${current})` : `AND(ISNUMBER(${current}),${status}<>${unreadable})`;
  return `=IF(${judged},IF(OR(${first}="${opMarks["<="]}",${first}="${opMarks["<"]}"),"",IFERROR(${current}/${targetNumber(target)},"")),"")`;
}

const text = (key: StatusKey): string => `"${statusText(key)}"`;

/** 状态 (docs/design.md, Statuses). */
export function statusFormula(cells: FormulaCells, years: readonly [number, number]): string {
  const goal = targetNumber(cells.target);
  const quantified =
    `IF(ISNUMBER(${cells.current}),IF(OR(${outside(cells, goal)},${doubtful(cells, goal)}),${unreadable},IF(${met(cells, goal)},${text("reached")},${notMet(cells, goal, years)})),` +
    `IF(${cells.current}="",${text("notReported")},${unreadable}))`;
  return `=IFERROR(IF(LEN(TRIM(${cells.target}))=0,${taskStatus(cells, years)},${quantified}),${unreadable})`;
}

/** The month of 截至, read as `monthIn` does; 12 where the cell names none. */
const asOfMonth = `IFERROR(CHOOSE(VALUE(SUBSTITUTE(SUBSTITUTE(${asOfName},"${asOfName}",""),"月","")),${Array.from({ length: wholeYear }, (_, index) => index + 1).join(",")}),${wholeYear})`;

/** The day by which all rows are judged. */
const asOfDay = ({ asOf }: FormulaCells): string =>
  asOf ? `DATE(${yearName},${asOfMonth}+1,0)` : `DATE(${yearName},12,31)`;

/**
 * Separates the words, and is nothing that people type. All words have the same length, so a word's position tells
 * which it is.
 */
const wordMark = "‖";
const wordsInRow = `${wordMark}${qualityWords.map((word) => word + wordMark).join("")}${wordMark}`;
const wordPitch = qualityWords[0].length + wordMark.length;

/**
 * The status of a task without a number: by the word typed for it, if any, and by its deadline. Anything else that is
 * typed yields an error. Each part is in the formula once, since programs that calculate both branches of an IF take as
 * long as the formula is.
 */
function taskStatus(cells: FormulaCells, years: readonly [number, number]): string {
  const { due, actuals } = cells;
  const own = ownCell(actuals, years);
  const which = `(FIND("${wordMark}"&TRIM(${own})&"${wordMark}","${wordsInRow}")+${wordPitch - 1})/${wordPitch}`;
  const [byWord, nothing] = [qualityWords.map((word) => wordStatuses[word]), "notReported"] as const;
  const open: StatusKey[] = [...byWord, nothing];
  const texts = (keys: readonly StatusKey[]): string => keys.map(text).join(",");
  if (due === undefined) return `CHOOSE(${which},${texts(open)})`;
  const late = open.map((key): StatusKey => (key === "done" ? key : "overdue"));
  // A task with a deadline stays done; a task without one is asked for anew each year.
  const stays = (keys: readonly StatusKey[]): StatusKey[] => [...keys.slice(0, -1), "done"];
  const doneBefore = actuals.reduce(
    (rest, { year, cell }) =>
      `IF(IF(${year}<${yearName},${filled(cell)},FALSE),TRIM(${cell})="${"已完成" satisfies QualityWord}",${rest})`,
    "FALSE",
  );
  const isOver = `IF(ISNUMBER(${due}),${due}<=${asOfDay(cells)},FALSE)`;
  return `CHOOSE(${which}+IF(${isOver},${open.length},0)+IF(ISNUMBER(${due}),IF(${doneBefore},${2 * open.length},0),0),${texts([...open, ...late, ...stays(open), ...stays(late)])})`;
}

const marksOf = (ops: readonly (keyof typeof opMarks)[]): string => ops.map((op) => opMarks[op]).join("");
const oneOf = (target: string, ...ops: (keyof typeof opMarks)[]): string =>
  `ISNUMBER(FIND(LEFT(${target},1),"${marksOf(ops)}"))`;
const noneOf = (target: string, ...ops: (keyof typeof opMarks)[]): string =>
  `ISERR(FIND(LEFT(${target},1),"${marksOf(ops)}"))`;

/** One truth value each for below, at and above the target: whether the comparator counts it as met. */
const met = ({ current, target }: FormulaCells, goal: string): string =>
  `CHOOSE(SIGN(ROUND(${current}-${goal}+IF(LEFT(${target},1)="${opMarks["~"]}",ABS(${goal})*${approximately},0),${decimals}))+2,` +
  `${oneOf(target, "<=", "<")},${noneOf(target, "<", ">")},${noneOf(target, "<=", "<", "=")})`;

/** Negative numbers, and shares above the whole. Rates of change may be either. */
function outside({ indicator, current, measure }: FormulaCells, goal: string): string {
  const isRate = `OR(${rateWords.map((word) => `ISNUMBER(FIND("${word}",${indicator}))`).join(",")})`;
  return `IF(${isRate},FALSE,OR(${current}<0,AND(${measure}="%",${current}>100,${goal}<=100)))`;
}

/** The status of a number that does not meet its target. */
function notMet(cells: FormulaCells, goal: string, [first, last]: readonly [number, number]): string {
  const { current, target, period, due, asOf } = cells;
  const dueYear = `IF(ISNUMBER(FIND("到",${period})),VALUE(MID(${period},FIND("到",${period})+1,4)),${last})`;
  const limit = oneOf(target, "<=", "<");
  const before = first - 1;
  const pace = asOf
    ? `${goal}*(12*(${yearName}-${first})+${asOfMonth})/(12*(${dueYear}-${before}))`
    : `${goal}*(${yearName}-${before})/(${dueYear}-${before})`;
  const onWay = `IF(${cumulative(period)},IF(${limit},${text("behind")},IF(ROUND(${current}-${pace},${decimals})>=0,${text("onPace")},${text("behind")})),${text("underWay")})`;
  if (!asOf) return `IF(${perYear(period)},${text("missed")},IF(${yearName}>=${dueYear},${text("missed")},${onWay}))`;
  const lastDay = `DATE(${yearName},12,31)`;
  // The row's own deadline, if it falls in the year.
  const closing = due === undefined ? lastDay : `IF(N(${due})>DATE(${yearName},1,0),MIN(${due},${lastDay}),${lastDay})`;
  const isOver = `CHOOSE(SIGN(IF(${perYear(period)},0,${yearName}-${dueYear}))+2,FALSE,${asOfDay(cells)}>=${closing},TRUE)`;
  // A ceiling for the year stays exceeded, whatever is still to come.
  return `IF(OR(AND(${perYear(period)},${limit}),${isOver}),${text("missed")},${onWay})`;
}

/** Whether the judged number is likely off by a hundred or more (`doubts.ts`) and 备注 does not confirm it. */
function doubtful({ current, period, measure, target, remark, actuals }: FormulaCells, goal: string): string {
  const size = `ABS(${goal})`;
  const entries = actuals.map(({ cell }) => cell).join(",");
  // For a sum, every part is checked.
  const of = (extreme: "MIN" | "MAX", isThere: string): string =>
    actuals.length === 0 ? current : `IF(AND(${cumulative(period)}${isThere}),${extreme}(${entries}),${current})`;
  const [least, most] = [of("MIN", `,MIN(${entries})<>0`), of("MAX", "")];
  const low = `IF(${measure}="%",MAX(MIN(${largestFraction},${size}/${between}),IF(AND(${size}>1,${noneOf(target, "<=", "<")}),1,0)),IF(${size}>=${myriad},${size}/${thousandth},0))`;
  const high = `IF(${measure}="%",MAX(${boldestRate},${between}*${size}),IF(ISNUMBER(FIND(LEFT(${measure}&"-",1),"${myriadWords}")),${betweenMyriads}*${size},1E+300))`;
  const unconfirmed = (value: string): string =>
    remark === undefined ? "" : `,ISERR(FIND("${confirmedMark}"&${value}&${measure},SUBSTITUTE(${remark},":","：")))`;
  return `AND(${least}<>0,ABS(${least})<=${low}${unconfirmed(least)}),AND(ABS(${most})>${high}${unconfirmed(most)})`;
}

/** What earlier versions showed for every task without a number. */
const formerTaskStatus = "无量化指标";

/** Whether a 状态 formula comes from a version of ours that did not judge tasks without a number. */
export const isFormerStatus = (formula: string): boolean => formula.includes(`"${formerTaskStatus}"`);
