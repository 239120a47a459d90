import { FIVE_YEAR_PLAN, fiveYearPlan, YEAR, YEAR_RANGE, yearOf } from "../lexicon/years";
import { smallNumber } from "../lexicon/small-numbers";

type Years = [first: number, last: number];

const FIVE_YEAR = new RegExp(FIVE_YEAR_PLAN);
const GOAL_YEAR = new RegExp(
  `(?:到|至|力争|截至|截止)(${YEAR})年|(${YEAR})年(?:年?底|末|\\d{1,2}月(?:\\d{1,2}日|底|末)?前(?![^，。；]{0,8}的))`,
  "g",
);
/** 到“十四五”末: the last year of a five-year plan. */
const GOAL_TERM = new RegExp(`(?:到|至|力争)${FIVE_YEAR_PLAN}(?:期末|末)`, "g");
/** “十四五”时期: gives the years of a plan that names none itself. */
const TERM = new RegExp(`${FIVE_YEAR_PLAN}(?:规划)?(?:期间|时期|期内)`, "g");
/** 自2024年1月1日起施行: replaces the year of issue where that is not printed. */
const IN_FORCE = new RegExp(`自(${YEAR})年[^。，,]{0,8}起(?:正式)?(?:施行|实施|执行)`);
/** 2012年起5年内, 从2024年开始，用三年时间; not a report about past years. */
const YEARS_FROM = new RegExp(
  `(${YEAR})年(?:起|开始)[，,]?(?:用|的)?(\\d{1,2}|[一二两三四五六七八九十])年(?:内|时间|左右|期间)(?![^。\\n]{0,60}[了已])`,
);
const ANY_YEAR = new RegExp(`(${YEAR})年`, "g");
/** Years this far after the issue are not taken as goals. */
const FURTHEST = 15;

/**
 * First and last year of a plan: from its title (2021—2025年, 十四五, 2024年), else from the year of issue to the last year
 * by which something is promised, else those of the five-year plan that it names, else all years it mentions.
 * @param issued ISO date, or the year alone
 * @param text cleaned text
 * @returns `[0, 0]` where the text names no year at all
 */
export function planYears(title: string, issued: string | undefined, text: string): Years {
  return (
    yearsOfTitle(title) ??
    yearsOfText(issued, text) ??
    span([...text.matchAll(ANY_YEAR)].map((m) => Number(m[1]))) ?? [0, 0]
  );
}

/** Years in Chinese digits: 二〇二五年; also the first one of 二〇二四—二〇二六年. */
const CHINESE_YEAR = /二[〇○零][〇○零一二三四五六七八九]{2}(?=年?[—–~～至到-]|年)/g;

const inFigures = (title: string): string => title.replace(CHINESE_YEAR, (digits) => String(yearOf(digits) ?? digits));

function yearsOfTitle(printed: string): Years | undefined {
  const title = inFigures(printed);
  const range = YEAR_RANGE.exec(title);
  if (range && Number(range[1]) <= Number(range[2])) return [Number(range[1]), Number(range[2])];
  const term = fiveYearPlan(FIVE_YEAR.exec(title)?.[1] ?? "");
  if (term) return term;
  const single = new RegExp(`(${YEAR})年`).exec(title);
  return single ? [Number(single[1]), Number(single[1])] : undefined;
}

function yearsOfText(issued: string | undefined, text: string): Years | undefined {
  const start = IN_FORCE.exec(text);
  const terms = [...text.matchAll(GOAL_TERM)].flatMap((m) => fiveYearPlan(m[1]!)?.[1] ?? []);
  const goals = [...text.matchAll(GOAL_YEAR)].map((m) => Number(m[1] ?? m[2])).concat(terms, yearsFrom(text));
  const first = issued ? Number(issued.slice(0, 4)) : start ? Number(start[1]) : undefined;
  const ahead = goals.filter((year) => first === undefined || (year >= first && year <= first + FURTHEST));
  if (ahead.length === 0) return termOf(first, text) ?? (first === undefined ? undefined : [first, first]);
  return span(first === undefined ? ahead : [first, ...ahead]);
}

function yearsFrom(text: string): number[] {
  const found = YEARS_FROM.exec(text);
  const length = found && smallNumber(found[2]!.replace("两", "二"));
  return found && length ? [Number(found[1]), Number(found[1]) + length - 1] : [];
}

/**
 * The years of the five-year plan that the text names: of several, the first that is not over in the year of issue.
 * Where that is unknown, only if the text names just one.
 */
function termOf(first: number | undefined, text: string): Years | undefined {
  const terms = [...text.matchAll(TERM)].flatMap((m) => [fiveYearPlan(m[1]!)!]);
  if (first !== undefined) return terms.find(([from, to]) => to >= first && from <= first + 1);
  return terms.every(([from]) => from === terms[0]![0]) ? terms[0] : undefined;
}

function span(years: readonly number[]): Years | undefined {
  return years.length === 0
    ? undefined
    : [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))];
}

/**
 * The year of a plan made for a single year (2024年重点工作任务分工), where its title names the year, not as that of an edition;
 * else undefined.
 */
export function yearOfAnnualPlan(title: string, [first, last]: readonly [number, number]): number | undefined {
  return first === last && first > 0 && new RegExp(`${first}年(?!版|修订|修正|试行)`).test(inFigures(title))
    ? first
    : undefined;
}
