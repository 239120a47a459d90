import { columnLetters } from "../../matrix/address";
import { headerOfUserKey, isMarkColumn, nameInKey } from "../../matrix/columns";
import type { LocatedMatrix } from "../../matrix/locate";
import { isTaken } from "../../matrix/formulas";
import { keyStart } from "../../matrix/row-key";
import { marks } from "../../matrix/rows";
import { statusKeys, statusText, type StatusKey } from "../../matrix/statuses";
import { elsewhere, nobody } from "../breakdown";

/**
 * Counts of the matrix's rows as formulas, so that the board is kept up to date without the add-in. Whole columns are
 * counted, since rows may be added at either end; only rows with a key of ours count.
 */
export interface LiveMatrix {
  /** Name of the matrix's sheet. */
  sheet: string;
  columns: LocatedMatrix["columns"];
  /** Whether it has a 截至. */
  hasAsOf: boolean;
}

/** Rows that promise a number, or tasks without one. */
export type Kind = "numbers" | "tasks";

/** Which rows: those under a heading, or those led by a unit; absent for all. */
export type Which = { heading: string } | { lead: string };

/**
 * Excel allows 127 pairs of column and criterion, and 255 characters for a text in a formula; these limits leave a
 * margin.
 */
const mostPairs = 120;
const longestText = 240;

const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;
/** A criterion that matches exactly this text: `=`, with wildcards escaped. */
const exactly = (text: string): string => `=${text.replace(/[~*?]/g, "~$&")}`;

type Pair = readonly [range: string, criterion: string];

export interface LiveCounts {
  /** The number of rows, of all or of one kind. */
  rows: (which?: Which, kind?: Kind) => string;
  status: (key: StatusKey, which?: Which, kind?: Kind) => string;
  can: (which: Which) => boolean;
}

/** @returns undefined where the matrix lacks a column that the formulas need */
export function liveCounts({ sheet, columns }: LiveMatrix): LiveCounts | undefined {
  const range = (column: number): string =>
    `'${sheet.replace(/'/g, "''")}'!$${columnLetters(column)}:$${columnLetters(column)}`;
  const [key, status, section, target] = ["key", "status", "section", "target"].map((one) => columns.get(one));
  if (key === undefined || status === undefined || section === undefined || target === undefined) return undefined;
  const units = [...columns].filter(([name]) => isMarkColumn(name) || headerOfUserKey(name) !== undefined);

  /** Alternative conditions; no row meets two of them. */
  const alternatives = (which: Which | undefined): Pair[][] => {
    if (!which) return [[]];
    if ("heading" in which) {
      const { heading } = which;
      const under: Pair[][] = [
        [[range(section), quoted(exactly(heading))]],
        [[range(section), quoted(`${exactly(`${heading} / `)}*`)]],
      ];
      return heading === elsewhere ? [...under, [[range(section), quoted("=")]]] : under;
    }
    if (which.lead === nobody) return [units.map(([, column]) => [range(column), quoted(`<>${marks.lead}`)] as const)];
    return [[[range(units.find(([name]) => nameInKey(name) === which.lead)![1]), quoted(marks.lead)]]];
  };
  const count = (pairs: readonly Pair[], which: Which | undefined): string =>
    alternatives(which)
      .map((more) => `COUNTIFS(${[[range(key), quoted(`${keyStart}*`)] as Pair, ...pairs, ...more].flat().join(",")})`)
      .join("+");
  const has = (state: StatusKey): Pair => [range(status), quoted(statusText(state))];
  const isOf = (kind: Kind | undefined): Pair[] =>
    kind === undefined ? [] : [[range(target), quoted(kind === "tasks" ? "=" : "<>")]];
  const ofStatus: LiveCounts["status"] = (state, which, kind) => `=${count([has(state), ...isOf(kind)], which)}`;
  const canSay = (which: Which): boolean =>
    "heading" in which
      ? which.heading.length < longestText
      : which.lead === nobody
        ? units.length < mostPairs
        : units.some(([name]) => nameInKey(name) === which.lead);
  return {
    rows: (which, kind) => `=${count(isOf(kind), which)}`,
    status: ofStatus,
    // Tests the longest of the formulas; a long name of the matrix's sheet is repeated in each of its pairs.
    can: (which) => canSay(which) && statusKeys.every((key) => isTaken(ofStatus(key, which, "numbers"))),
  };
}
