import { headingNumber } from "../numerals";
import { fiveYearPlan } from "./dates";

const RANGE = /((?:19|20)\d{2})年?(?:—+|-+|–|～|~|至|到)((?:19|20)\d{2})年?/;
const FIVE_YEAR = /(十[二三四五六七八九])五/;
const GOAL_YEAR = /(?:到|至|力争|截至|截止)((?:19|20)\d{2})年|((?:19|20)\d{2})年(?:年?底|末|\d{1,2}月(?:\d{1,2}日|底|末)?前(?![^，。；]{0,8}的))/g;
/** 到“十四五”末. */
const GOAL_TERM = /(?:到|至|力争)[“"]?(十[二三四五六七八九])五[”"]?(?:期末|末)/g;
/** 自2024年1月1日起施行: stands for the year of issue when that is not printed. */
const IN_FORCE = /自((?:19|20)\d{2})年[^。，,]{0,8}起(?:正式)?(?:施行|实施|执行)/;
/** 2012年起5年内, 从2024年开始，用三年时间; not what is told of years gone by. */
const YEARS_FROM = /((?:19|20)\d{2})年(?:起|开始)[，,]?(?:用|的)?(\d{1,2}|[一二两三四五六七八九十])年(?:内|时间|左右|期间)(?![^。\n]{0,60}[了已])/;
const ANY_YEAR = /((?:19|20)\d{2})年/g;
/** A plan that says nothing else reaches at most so far. */
const FURTHEST = 15;

function yearsFrom(text: string): number[] {
  const found = YEARS_FROM.exec(text);
  const length = found && headingNumber(found[2]!.replace("两", "二"));
  return found && length ? [Number(found[1]), Number(found[1]) + length - 1] : [];
}

/**
 * First and last year of a plan: from its title (2021—2025年, 十四五, 2024年), else from the year of issue to the last
 * year by which something is promised. `[0, 0]` when the text names no year at all.
 * @param issued ISO date, or the year alone
 */
export function planYears(title: string, issued: string | undefined, text: string): [number, number] {
  const range = RANGE.exec(title);
  if (range && Number(range[1]) <= Number(range[2])) return [Number(range[1]), Number(range[2])];
  const span = fiveYearPlan(FIVE_YEAR.exec(title)?.[1] ?? "");
  if (span) return span;
  const single = /((?:19|20)\d{2})年/.exec(title);
  if (single) return [Number(single[1]), Number(single[1])];

  const start = IN_FORCE.exec(text);
  const terms = [...text.matchAll(GOAL_TERM)].flatMap((m) => fiveYearPlan(m[1]!)?.[1] ?? []);
  const goals = [...text.matchAll(GOAL_YEAR)].map((m) => Number(m[1] ?? m[2])).concat(terms, yearsFrom(text));
  const first = issued ? Number(issued.slice(0, 4)) : start ? Number(start[1]) : undefined;
  const ahead = goals.filter((year) => first === undefined || (year >= first && year <= first + FURTHEST));
  if (first !== undefined) return [first, ahead.reduce((a, b) => Math.max(a, b), first)];
  if (ahead.length > 0) return [ahead.reduce((a, b) => Math.min(a, b)), ahead.reduce((a, b) => Math.max(a, b))];
  const years = [...text.matchAll(ANY_YEAR)].map((m) => Number(m[1]));
  if (years.length === 0) return [0, 0];
  return [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))];
}

/** The year of a plan made for one year (2024年重点工作任务分工): its title names the year, and not as that of an edition. */
export function yearOfAnnualPlan(title: string, [first, last]: readonly [number, number]): number | undefined {
  return first === last && first > 0 && new RegExp(`${first}年(?!版|修订|修正|试行)`).test(title) ? first : undefined;
}
