import type { DoubtBounds } from "./doubts";
import { countedMeasures, domainOf, limitOf, wholeShare, type Asked, type Domain, type Limit } from "./limits";
import { rateWords } from "./statuses";
import { rangeDash } from "./target-text";

/**
 * What may be typed for a row, as the formula of a validation; `limits.ts` states the same rules, a test runs both.
 *
 * Sorting leaves validations where they are: another row's cells may come to stand under each of them. So a formula
 * looks at its row's own cells, and refuses only what is wrong for them too. It need not find all that is wrong there:
 * it has 255 characters at most, addresses of a long sheet included.
 */
export interface EntryCells {
  /** The cell that is typed into, wholly relative; the others with a fixed column. */
  entry: string;
  indicator: string;
  target: string;
  measure: string;
}

/** More in a validation's formula, and Excel takes the file for damaged. */
const mostCharacters = 255;

/** @returns undefined where the formula would be longer than Excel takes */
export function entryFormula(asked: Asked, cells: EntryCells): string | undefined {
  const { entry, target } = cells;
  const limit = limitOf(asked);
  const domain = domainOf(asked);
  const right = limit.isQuestion ? questionRight(domain, asked, limit, cells) : rights[domain](cells);
  // Words belong to a row without a target, as another list says; and whatever else people write there.
  const formula =
    right === ""
      ? `=IF(TRIM(${target})="",TRUE,ISNUMBER(${entry}))`
      : `=IF(TRIM(${target})="",TRUE,IF(ISNUMBER(${entry}),${right}))`;
  return formula.length <= mostCharacters ? formula : undefined;
}

const rateFinds = (indicator: string): string => rateWords.map((word) => `FIND("${word}",${indicator})`).join(",");
const pointFind = (target: string): string => `FIND(".",${target})`;
const notCounted = (measure: string): string => `ISERR(FIND(${measure},"${countedMeasures}")),${measure}=""`;

/** The number in a target: by itself, behind a mark, or before a dash; 0 where there is none. */
const goal = (target: string): string =>
  `IFERROR(${target}*1,IFERROR(MID(${target},2,30)*1,IFERROR(LEFT(${target},FIND("${rangeDash}",${target})-1)*1,0)))`;

/** What is true of a number that may stand there; COUNT counts the words that were found. */
const rights: Record<Domain, (cells: EntryCells) => string> = {
  rate: () => "",
  amount: ({ entry, indicator }) => `OR(${entry}>=0,COUNT(${rateFinds(indicator)})>0)`,
  whole: ({ entry, indicator, target, measure }) =>
    `OR(AND(${entry}>=0,${entry}=INT(${entry})),COUNT(${pointFind(target)},${rateFinds(indicator)})>0,${notCounted(measure)})`,
  share: ({ entry, indicator, target, measure }) =>
    `OR(AND(${entry}>=0,${entry}<=${wholeShare}),${measure}<>"%",COUNT(${rateFinds(indicator)})>0,${goal(target)}>${wholeShare})`,
};

/**
 * Outside, there is only a question. It is written for this target and measure word; what comes to stand under it is
 * asked nothing.
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

/** What is true of a number that is not likely off by a hundred or more. */
export function unlessDoubtful(entry: string, { low, high }: DoubtBounds): string {
  const size = `ABS(${entry})`;
  return `OR(${entry}=0,AND(${[...(low > 0 ? [`${size}>${low}`] : []), ...(high < Infinity ? [`${size}<=${high}`] : [])].join(",")}))`;
}
