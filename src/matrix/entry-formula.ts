import type { DoubtBounds } from "./doubts";
import { countedMeasures, domainOf, limitOf, wholeShare, type Asked, type Domain, type Limit } from "./limits";
import { rateWords } from "./statuses";
import { rangeDash } from "./target-text";

/**
 * What may be typed into a row, as the formula of a validation. `limits.ts` states the same rules, and a test runs
 * both.
 *
 * Sorting moves cells but leaves validations in place, so a formula may end up over another row. It therefore reads the
 * row's own cells, and refuses only what is wrong by them too. It need not find everything: a validation's formula has
 * at most 255 characters, addresses of a long sheet included.
 */
export interface EntryCells {
  /** The cell that is typed into, as a relative address; the other addresses have a fixed column. */
  entry: string;
  indicator: string;
  target: string;
  measure: string;
}

/** A file with a longer formula in a validation counts as damaged in Excel. */
const mostCharacters = 255;

/** @returns undefined where the formula would be longer than Excel takes */
export function entryFormula(asked: Asked, cells: EntryCells): string | undefined {
  const { entry, target } = cells;
  const limit = limitOf(asked);
  const domain = domainOf(asked);
  const right = limit.isQuestion ? questionRight(domain, asked, limit, cells) : rights[domain](cells);
  // A row without a target takes words, which another validation checks, and any other text people write there.
  const formula =
    right === ""
      ? `=IF(TRIM(${target})="",TRUE,ISNUMBER(${entry}))`
      : `=IF(TRIM(${target})="",TRUE,IF(ISNUMBER(${entry}),${right}))`;
  return formula.length <= mostCharacters ? formula : undefined;
}

const rateFinds = (indicator: string): string => rateWords.map((word) => `FIND("${word}",${indicator})`).join(",");
const pointFind = (target: string): string => `FIND(".",${target})`;
const notCounted = (measure: string): string => `ISERR(FIND(${measure},"${countedMeasures}")),${measure}=""`;

/** The number in a target: alone, behind a comparator, or before a dash; 0 where there is none. */
const goal = (target: string): string =>
  `IFERROR(${target}*1,IFERROR(MID(${target},2,30)*1,IFERROR(LEFT(${target},FIND("${rangeDash}",${target})-1)*1,0)))`;

/** For each domain, a condition that an acceptable number meets. COUNT counts how many of the words were found. */
const rights: Record<Domain, (cells: EntryCells) => string> = {
  rate: () => "",
  amount: ({ entry, indicator }) => `OR(${entry}>=0,COUNT(${rateFinds(indicator)})>0)`,
  whole: ({ entry, indicator, target, measure }) =>
    `OR(AND(${entry}>=0,${entry}=INT(${entry})),COUNT(${pointFind(target)},${rateFinds(indicator)})>0,${notCounted(measure)})`,
  share: ({ entry, indicator, target, measure }) =>
    `OR(AND(${entry}>=0,${entry}<=${wholeShare}),${measure}<>"%",COUNT(${rateFinds(indicator)})>0,${goal(target)}>${wholeShare})`,
};

/**
 * For numbers about which the user is only asked. The condition names this target and measure word, so that a row
 * sorted under it is not asked about anything.
 */
function questionRight(
  domain: Domain,
  asked: Asked,
  { max, doubts }: Limit,
  { entry, target, measure }: EntryCells,
): string {
  const near = [
    ...(domain === "rate" ? [] : [`${entry}>=0`]),
    ...(domain === "whole" ? [`${entry}=INT(${entry})`] : []),
    ...(max === undefined ? [] : [`${entry}<=${max}`]),
    ...(doubts ? [unlessDoubtful(entry, doubts)] : []),
  ];
  return `OR(${target}&${measure}<>"${`${asked.target}${asked.measure}`.replace(/"/g, '""')}",AND(${near.join(",")}))`;
}

/** A condition that a number meets which is not likely off by a hundred or more. */
export function unlessDoubtful(entry: string, { low, high }: DoubtBounds): string {
  const size = `ABS(${entry})`;
  return `OR(${entry}=0,AND(${[...(low > 0 ? [`${size}>${low}`] : []), ...(high < Infinity ? [`${size}<=${high}`] : [])].join(",")}))`;
}
