import { endsLikeUnit } from "../../../plan/lexicon/endings";
import { beginsWithNumber } from "../begins-with-number";
import { rowsOf, textOf } from "./lines";
import type { PlacedText } from "./page";

/** In font sizes: a line that ends this close to the cell's right edge may continue in the next one. */
const FULL_WITHIN = 1.6;

/**
 * The lines of a cell. A line that fills the cell is joined with the next, unless that one begins with a number or both
 * are names of units listed one below the other.
 * @param texts the texts in the cell
 * @param right the cell's right edge in points
 */
export function cellLines(texts: readonly PlacedText[], right: number): string[] {
  const lines: string[] = [];
  let isFull = false;
  for (const row of rowsOf(texts)) {
    const text = textOf(row).trim();
    const goesOn = isFull && !beginsWithNumber(text) && !areNames(lines.at(-1)!, text);
    if (goesOn) lines[lines.length - 1] += text;
    else lines.push(text);
    const [end, size] = [
      Math.max(...row.map(({ x, width }) => x + width)),
      Math.max(...row.map((placed) => placed.size)),
    ];
    isFull = end > right - FULL_WITHIN * size;
  }
  return lines;
}

/** True for `县财政局` above `县水利局`, false for `由县财政局` above `负责`. */
function areNames(above: string, below: string): boolean {
  const [last] = above.split(/[、，,；;]/).slice(-1);
  const [first] = below.split(/[、，,；;]/);
  return last !== "" && endsLikeUnit(last!) && endsLikeUnit(first!);
}
