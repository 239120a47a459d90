import { promisedCell, verdictOn, type CellVerdict } from "../cell-verdict";
import type { MatrixColumn } from "../columns";
import type { LocatedRow } from "../locate";
import { isTypedColumn } from "../ownership";
import { fitted, type CellValue } from "../sheet";

/** A cell that stays as the sheet has it although the plan says something else. */
export interface KeptCell {
  /** Where, in words: task and column. */
  place: string;
  column: string;
  /** What the sheet keeps. */
  kept: CellValue;
  /** What the plan says. */
  planned: CellValue;
  /**
   * `manual`: only the sheet was changed; `both`: sheet and plan were; `unknown`: nobody knows what the plan said before,
   * so the cell may be somebody's own or the former plan's.
   */
  why: "manual" | "both" | "unknown";
}

/** What the plan said of a row before, by column key; undefined where nobody knows. */
export type SaidBefore = Readonly<Record<string, CellValue>> | undefined;

export interface MergeContext {
  /** All columns of the new sheet. */
  columns: readonly MatrixColumn[];
  /** Keys of columns that are out of the plan: that they stay is told of the whole column. */
  outOfPlanKeys: ReadonlySet<string>;
  /** The last year of the plan that the sheet was made from. */
  lastYear: number;
}

/**
 * One row of the new sheet: what is typed stays, the plan's cells are decided by `verdictOn`.
 * @param planned the plan's cells by column key
 */
export function mergeRow(
  planned: Readonly<Record<string, CellValue>>,
  row: LocatedRow,
  before: SaidBefore,
  { columns, outOfPlanKeys, lastYear }: MergeContext,
): { cells: Record<string, CellValue>; kept: KeptCell[] } {
  const cells: Record<string, CellValue> = { ...planned };
  const keptCells: KeptCell[] = [];
  for (const { key, header, name = header, kind } of columns) {
    const held = row.cells[key];
    if (held === undefined || kind === "key" || kind === "formula") continue;
    if (isTypedColumn(key)) {
      cells[key] = held;
      continue;
    }
    const incoming = fitted(planned[key] ?? "");
    const base = before ? fitted(before[key] ?? "") : promisedCell(row.key, key, lastYear);
    const verdict = verdictOn({ base, held, incoming });
    if (verdict === "take" || String(held) === String(incoming)) continue;
    cells[key] = held;
    if (verdict !== "same" && !outOfPlanKeys.has(key))
      keptCells.push({
        place: `${String(planned.task)} · ${name}`,
        column: key,
        kept: held,
        planned: incoming,
        why: whyKept(verdict, base),
      });
  }
  return { cells, kept: keptCells };
}

function whyKept(verdict: CellVerdict, base: CellValue | undefined): KeptCell["why"] {
  if (base === undefined) return "unknown";
  return verdict === "keep" ? "manual" : "both";
}
