import { isFilled } from "./ownership";
import type { RowKey } from "./row-key";
import type { CellValue } from "./sheet";
import { formatPeriod, formatTarget } from "./target-text";

/**
 * The three-way merge of one cell that the plan fills (docs/design.md, Sync). Generating and syncing both ask here, so
 * that neither overwrites what the other would have asked about.
 */
export interface CellSides {
  /** What the plan said when the cell was last brought in step with it; undefined where nobody knows. */
  base: CellValue | undefined;
  /** What the sheet shows now. */
  held: CellValue;
  /** What the plan says now. */
  incoming: CellValue;
}

/**
 * - `same`: sheet and plan agree, there is nothing to do
 * - `take`: the plan's value goes into the cell
 * - `keep`: only the sheet was changed; its value stays
 * - `conflict`: both were changed, or nobody knows who changed what: the sheet's value stays until a person decides
 *
 * Wherever the sheet's value stays although the plan says something else, the user is told.
 */
export type CellVerdict = "same" | "take" | "keep" | "conflict";

interface VerdictRule {
  id: string;
  example: CellSides;
  verdict: CellVerdict;
  applies: (sides: CellSides) => boolean;
}

/** Surrounding spaces make no difference: people do not see them. */
const isSameText = (a: CellValue, b: CellValue): boolean => String(a).trim() === String(b).trim();

/** The first rule that applies decides. */
export const verdictRules: readonly VerdictRule[] = [
  {
    id: "in step",
    example: { base: "提升行动", held: "重点工程", incoming: "重点工程" },
    verdict: "same",
    applies: ({ held, incoming }) => isSameText(held, incoming),
  },
  {
    id: "filled, base unknown",
    example: { base: undefined, held: "提升行动", incoming: "重点工程" },
    verdict: "conflict",
    applies: ({ base, held }) => base === undefined && isFilled(held),
  },
  {
    // Filling an empty cell overwrites nothing.
    id: "empty, base unknown",
    example: { base: undefined, held: "", incoming: "重点工程" },
    verdict: "take",
    applies: ({ base }) => base === undefined,
  },
  {
    id: "only the plan changed",
    example: { base: "提升行动", held: "提升行动", incoming: "重点工程" },
    verdict: "take",
    applies: ({ base, held }) => isSameText(held, base!),
  },
  {
    id: "only the sheet changed",
    example: { base: "提升行动", held: "重点工程", incoming: "提升行动" },
    verdict: "keep",
    applies: ({ base, incoming }) => isSameText(incoming, base!),
  },
  {
    id: "both changed",
    example: { base: "提升行动", held: "重点工程", incoming: "保障措施" },
    verdict: "conflict",
    applies: () => true,
  },
];

export const verdictOn = (sides: CellSides): CellVerdict => verdictRules.find(({ applies }) => applies(sides))!.verdict;

/**
 * What the plan said of a cell when its row was written, as far as the hidden key tells: 目标 and 口径.
 * @param lastYear the last year of the plan that the sheet was made from
 * @returns undefined for every other column, and for a row whose key holds no promise
 */
export function promisedCell(key: RowKey | undefined, column: string, lastYear: number): CellValue | undefined {
  const promised = key?.promised;
  if (promised && column === "target") return formatTarget(promised);
  if (promised && column === "period") return formatPeriod(promised, lastYear);
  return undefined;
}
