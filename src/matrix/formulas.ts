import { between, betweenMyriads, boldestRate, confirmedMark, largestFraction, myriad, myriadWords, thousandth } from "./doubts";
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
  /** 状态; absent where the sheet has no such column (any more). */
  status?: string;
  /** 备注, where a number that looks wrong is said to be right; absent where the sheet has no such column (any more). */
  remark?: string;
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

/** 完成率: current ÷ target; without meaning for an upper limit, and for a number that is not to be judged. */
export function ratioFormula({ current, target, status }: FormulaCells): string {
  const first = `LEFT(${target},1)`;
  const judged = status === undefined ? `ISNUMBER(${current})` : `AND(ISNUMBER(${current}),${status}<>${unreadable})`;
  return `=IF(${judged},IF(OR(${first}="${opMarks["<="]}",${first}="${opMarks["<"]}"),"",IFERROR(${current}/${targetNumber(target)},"")),"")`;
}

/** 状态 (DESIGN §4). */
export function statusFormula(cells: FormulaCells, [first, last]: readonly [number, number]): string {
  const { current, target, period, measure, indicator } = cells;
  const goal = targetNumber(target);
  const mark = `LEFT(${target},1)`;
  const oneOf = (...ops: (keyof typeof opMarks)[]): string => `OR(${ops.map((op) => `${mark}="${opMarks[op]}"`).join(",")})`;
  // Below the target, at it, above it: whether the comparator takes that as met.
  const met =
    `IF(${oneOf("~")},ROUND(${current}-${goal}+ABS(${goal})*${approximately},${decimals})>=0,` +
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
    `=IF(LEN(TRIM(${target}))=0,${text("unquantified")},IFERROR(IF(ISNUMBER(${current}),IF(OR(${outside},${doubtful(cells, goal)}),${text("unreadable")},` +
    `IF(${met},${text("reached")},${notMet})),IF(${current}="",${text("notReported")},${text("unreadable")})),${text("unreadable")}))`
  );
}

/** Whether a number that is judged is likely off by a hundred or more (`doubts.ts`), and 备注 does not say that it is right. */
function doubtful({ current, period, measure, target, remark, actuals }: FormulaCells, goal: string): string {
  const size = `ABS(${goal})`;
  const entries = actuals.map(({ cell }) => cell).join(",");
  // Of a sum every part is looked at.
  const of = (extreme: "MIN" | "MAX", isThere: string): string => (actuals.length === 0 ? current : `IF(AND(${cumulative(period)}${isThere}),${extreme}(${entries}),${current})`);
  const [least, most] = [of("MIN", `,MIN(${entries})<>0`), of("MAX", "")];
  const isFloor = `ISERR(FIND(LEFT(${target},1),"${opMarks["<="]}${opMarks["<"]}"))`;
  const low = `IF(${measure}="%",MAX(MIN(${largestFraction},${size}/${between}),IF(AND(${size}>1,${isFloor}),1,0)),IF(${size}>=${myriad},${size}/${thousandth},0))`;
  const high = `IF(${measure}="%",MAX(${boldestRate},${between}*${size}),IF(ISNUMBER(FIND(LEFT(${measure}&"-",1),"${myriadWords}")),${betweenMyriads}*${size},1E+300))`;
  const unconfirmed = (value: string): string => (remark === undefined ? "" : `,ISERR(FIND("${confirmedMark}"&${value}&${measure},SUBSTITUTE(${remark},":","：")))`);
  return `AND(${least}<>0,ABS(${least})<=${low}${unconfirmed(least)}),AND(ABS(${most})>${high}${unconfirmed(most)})`;
}

/** Whether a 状态 formula is one of ours from a version that knew no doubtful numbers. */
export const isFormerStatus = (formula: string): boolean => formula.includes(`"${statusText("unquantified")}"`) && !formula.includes(`"${myriadWords}"`);
