import { firstIndexWhere } from "../../plan/binary-search";
import type { CellBlock } from "../../plan/layout/blocks";

/** A cell as .doc and .rtf list it: by its right edge, and whether a cell above or to its left covers it. */
export interface EdgedCell {
  lines: string[];
  /** In any unit that is the same for the whole table. */
  right: number;
  covered?: "above" | "left";
}

/** Edges this close are the same: programs round them. */
const NEAR = 20;

/**
 * Computes the spans of cells from their right edges. A cell that ends where another row already has several edges
 * spans these columns; a cell marked as covered extends the covering one.
 */
export function gridFromEdges(rows: readonly (readonly EdgedCell[])[]): CellBlock[][] {
  const edges = [...new Set(rows.flatMap((row) => row.map(({ right }) => right)))]
    .sort((a, b) => a - b)
    .filter((edge, k, all) => k === 0 || edge - all[k - 1]! > NEAR);
  const columnAfter = (right: number): number => {
    const edge = firstIndexWhere(edges.length, (k) => edges[k]! >= right - NEAR);
    return Math.min(edge + 1, edges.length);
  };
  /** By column: the last cell that began there. */
  const above = new Map<number, { rows: number; columns: number }>();
  return rows.map((row) => {
    const own: CellBlock[] = [];
    let column = 0;
    let last: { lines: string[]; columns: number; rows: number } | undefined;
    for (const { lines, right, covered } of row) {
      const next = Math.max(column + 1, columnAfter(right));
      const over = above.get(column);
      if (covered === "left" && last) last.columns += next - column;
      else if (covered === "above" && over) {
        over.rows++;
        last = undefined;
      } else {
        last = { lines, columns: next - column, rows: 1 };
        above.set(column, last);
        own.push(last);
      }
      column = next;
    }
    return own;
  });
}
