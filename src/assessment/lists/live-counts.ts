import { columnLetters } from "../../matrix/address";
import { actualKey } from "../../matrix/columns";
import { yearName } from "../../matrix/formulas";
import type { LocatedMatrix } from "../../matrix/locate";
import { keyStart } from "../../matrix/row-key";
import { marks } from "../../matrix/rows";
import { statusText, type StatusKey } from "../../matrix/statuses";
import type { QualityWord } from "../entry";
import { elsewhere, nobody } from "../breakdown";

/**
 * Counts over the matrix as formulas, so that the board goes on counting without the add-in. Whole columns are counted, since
 * rows come in at either end; only rows with a key of the plan are.
 */
export interface LiveMatrix {
  /** Name of the matrix's sheet. */
  sheet: string;
  columns: LocatedMatrix["columns"];
  planYears: readonly number[];
}

/** Which rows: of the part of the plan under a heading, or led by a unit. Absent: all. */
export type Which = { heading: string } | { lead: string };

/** Excel takes at most 127 pairs of column and criterion, and 255 characters of text in a formula. */
const mostPairs = 120;
const longestText = 240;

const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;
/** As a criterion for just this text: `=`, and marks that would stand for any text taken as they are. */
const exactly = (text: string): string => `=${text.replace(/[~*?]/g, "~$&")}`;

type Pair = readonly [range: string, criterion: string];

/** @returns undefined where the matrix has no columns for it, or no formula can say it */
export function liveCounts({ sheet, columns, planYears }: LiveMatrix): { rows: (which?: Which) => string; status: (key: StatusKey, which?: Which) => string; word: (word: QualityWord, which?: Which) => string; can: (which: Which) => boolean } | undefined {
  const range = (column: number): string => `'${sheet.replace(/'/g, "''")}'!$${columnLetters(column)}:$${columnLetters(column)}`;
  const [key, status, section] = ["key", "status", "section"].map((one) => columns.get(one));
  if (key === undefined || status === undefined || section === undefined) return undefined;
  const units = [...columns].filter(([name]) => /^(?:unit|group|user):/.test(name));
  const plain = (name: string): string => name.replace(/^(?:unit|group|user):/, "");

  /** Conditions one of which holds, no two of them for the same row. */
  const alternatives = (which: Which | undefined): Pair[][] => {
    if (!which) return [[]];
    if ("heading" in which) {
      const { heading } = which;
      const under: Pair[][] = [[[range(section), quoted(exactly(heading))]], [[range(section), quoted(`${exactly(`${heading} / `)}*`)]]];
      return heading === elsewhere ? [...under, [[range(section), quoted("=")]]] : under;
    }
    if (which.lead === nobody) return [units.map(([, column]) => [range(column), quoted(`<>${marks.lead}`)] as const)];
    return [[[range(units.find(([name]) => plain(name) === which.lead)![1]), quoted(marks.lead)]]];
  };
  const count = (pairs: readonly Pair[], which: Which | undefined): string =>
    alternatives(which)
      .map((more) => `COUNTIFS(${[[range(key), quoted(`${keyStart}*`)] as Pair, ...pairs, ...more].flat().join(",")})`)
      .join("+");
  const has = (state: StatusKey): Pair => [range(status), quoted(statusText(state))];
  return {
    rows: (which) => `=${count([], which)}`,
    status: (state, which) => `=${count([has(state)], which)}`,
    word: (word, which) =>
      `=${planYears.flatMap((year) => {
        const at = columns.get(actualKey(year));
        return at === undefined ? [] : [`IF(${yearName}=${year},${count([has("unquantified"), [range(at), quoted(word)]], which)},0)`];
      }).join("+") || "0"}`,
    can: (which) => ("heading" in which ? which.heading.length < longestText : which.lead === nobody ? units.length < mostPairs : units.some(([name]) => plain(name) === which.lead)),
  };
}
