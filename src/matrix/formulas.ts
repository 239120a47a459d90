import { approximately, decimals, rateWords, statusText } from "./statuses";
import { opMarks, rangeDash } from "./target-text";

/**
 * The three calculated columns, written for one row with relative references, in functions that Excel 2016, WPS and
 * LibreOffice all have (no LET). `src/assessment` states the same rules in TypeScript; a test runs both.
 */
export interface FormulaCells {
  /** Relative addresses in the row, e.g. `G7`. */
  indicator: string;
  period: string;
  target: string;
  measure: string;
  current: string;
  /** Each plan year with its cell. Each is referred to on its own, so that inserted and moved columns do no harm. */
  actuals: { year: number; cell: string }[];
}

/** The defined name of the cell with the assessment year. */
export const yearName = "评估年度";

const unreadable = `"${statusText("unreadable")}"`;
const filled = (cell: string): string => `LEN(TRIM(${cell}))>0`;
const number = (cell: string): string => `IF(ISNUMBER(${cell}),${cell},${unreadable})`;
const perYear = (period: string): string => `LEFT(${period},1)="每"`;
const cumulative = (period: string): string => `LEFT(${period},2)="累计"`;

/** 当前值: what is judged for 评估年度: that year's entry, the sum up to it, or the latest up to it. */
export function currentFormula({ period, target, actuals }: FormulaCells): string {
  const thisYear = actuals.reduceRight((rest, { year, cell }) => `IF(${yearName}=${year},IF(${filled(cell)},${number(cell)},""),${rest})`, `""`);
  const upTo = (term: (cell: string) => string): string => actuals.map(({ year, cell }) => `IF(${year}<=${yearName},${term(cell)},0)`).join("+");
  const entries = upTo((cell) => `IF(${filled(cell)},1,0)`);
  const numbers = upTo((cell) => `IF(ISNUMBER(${cell}),1,0)`);
  const sum = upTo((cell) => `N(${cell})`);
  const latest = actuals.reduce((rest, { year, cell }) => `IF(IF(${year}<=${yearName},${filled(cell)},FALSE),${number(cell)},${rest})`, `""`);
  const total = `IF(${entries}=0,"",IF(${entries}=${numbers},${sum},${unreadable}))`;
  return `=IF(LEN(TRIM(${target}))=0,"",IFERROR(IF(${perYear(period)},${thisYear},IF(${cumulative(period)},${total},${latest})),${unreadable}))`;
}

/** The longest number that is read from 目标, in characters. */
const longest = 30;

/** The number in 目标, whose text may begin with a comparator or be a range: what stands before the dash, spaces aside. */
function targetNumber(target: string): string {
  const marks = Object.values(opMarks).join("");
  const bare = `MID(${target},1+COUNT(FIND(LEFT(${target},1),"${marks}")),${longest})`;
  return `VALUE(TRIM(LEFT(SUBSTITUTE(${bare},"${rangeDash}",REPT(" ",${longest})),${longest})))`;
}

/** 完成率: current ÷ target; without meaning for an upper limit. */
export function ratioFormula({ current, target }: FormulaCells): string {
  const first = `LEFT(${target},1)`;
  return `=IF(ISNUMBER(${current}),IF(OR(${first}="${opMarks["<="]}",${first}="${opMarks["<"]}"),"",IFERROR(${current}/${targetNumber(target)},"")),"")`;
}

/** 状态 (DESIGN §4). */
export function statusFormula(cells: FormulaCells, [first, last]: readonly [number, number]): string {
  const { current, target, period, measure, indicator } = cells;
  const goal = targetNumber(target);
  const mark = `LEFT(${target},1)`;
  const oneOf = (...ops: (keyof typeof opMarks)[]): string => `OR(${ops.map((op) => `${mark}="${opMarks[op]}"`).join(",")})`;
  // Below the target, at it, above it: whether the comparator takes that as met.
  const met =
    `IF(${oneOf("~")},ROUND(ABS(${current}-${goal})-ABS(${goal})*${approximately},${decimals})<=0,` +
    `CHOOSE(SIGN(ROUND(${current}-${goal},${decimals}))+2,${oneOf("<=", "<")},NOT(${oneOf("<", ">")}),NOT(${oneOf("<=", "<", "=")})))`;
  const isRate = `OR(${rateWords.map((word) => `ISNUMBER(FIND("${word}",${indicator}))`).join(",")})`;
  const outside = `IF(${isRate},FALSE,OR(${current}<0,AND(${measure}="%",${current}>100,${goal}<=100)))`;
  const due = `IF(ISNUMBER(FIND("到",${period})),VALUE(MID(${period},FIND("到",${period})+1,4)),${last})`;
  const limit = oneOf("<=", "<");
  const pace = `${goal}*(${yearName}-${first - 1})/(${due}-${first - 1})`;
  const text = (key: Parameters<typeof statusText>[0]): string => `"${statusText(key)}"`;
  const notMet =
    `IF(${perYear(period)},${text("missed")},IF(${yearName}>=${due},${text("missed")},IF(${cumulative(period)},` +
    `IF(${limit},${text("behind")},IF(ROUND(${current}-${pace},${decimals})>=0,${text("onPace")},${text("behind")})),${text("underWay")})))`;
  return (
    `=IF(LEN(TRIM(${target}))=0,${text("unquantified")},IFERROR(IF(ISNUMBER(${current}),IF(${outside},${text("unreadable")},` +
    `IF(${met},${text("reached")},${notMet})),IF(${current}="",${text("notReported")},${text("unreadable")})),${text("unreadable")}))`
  );
}
