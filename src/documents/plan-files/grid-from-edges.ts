import type { CellBlock } from "../../plan/layout/blocks";
import { firstIndexWhere } from "../../plan/binary-search";

/**
 * A cell as word processors of old list it: where it ends to the right, and whether one above or to its left covers it.
 */
export interface EdgedCell {
  lines: string[];
  /** In any unit that all rows of the table share. */
  right: number;
  covered?: "above" | "left";
}

/** Edges that are so near are one: programs round them. */
const NEAR = 20;

/**
 * Rows of cells with their spans, from where cells end: a cell that ends where another row has several ends covers
 * these columns, one that is marked so is covered.
 */
export function gridFromEdges(rows: readonly (readonly EdgedCell[])[]): CellBlock[][] {
  const edges = [...new Set(rows.flatMap((row) => row.map(({ right }) => right)))]
    .sort((a, b) => a - b)
    .filter((edge, k, all) => k === 0 || edge - all[k - 1]! > NEAR);
  const columnAfter = (right: number): number =>
    Math.min(firstIndexWhere(edges.length, (k) => edges[k]! >= right - NEAR) + 1, edges.length);
  /** The cell that began last at a column. */
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
