import { endsLikeUnit } from "../../../plan/lexicon/endings";
import { itemNumberAt } from "../../../plan/lexicon/item-numbers";
import { rowsOf, textOf } from "./lines";
import type { PlacedText } from "./page";

/** In font sizes: a line that ends so near to the cell's edge may go on in the next. */
const FULL_WITHIN = 1.6;

/**
 * The lines of a cell: one that fills the cell goes on in the next line, unless that is numbered, or both are names of
 * units one below the other.
 */
export function cellLines(texts: readonly PlacedText[], right: number): string[] {
  const lines: string[] = [];
  let isFull = false;
  for (const row of rowsOf(texts)) {
    const text = textOf(row).trim();
    const goesOn = isFull && !isNumbered(text) && !areNames(lines.at(-1)!, text);
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

const isNumbered = (text: string): boolean => itemNumberAt(text.normalize("NFKC"), 0, false) !== undefined;

/** `县财政局` over `县水利局`, and not `由县财政局` over `负责`. */
function areNames(above: string, below: string): boolean {
  const [last] = above.split(/[、，,；;]/).slice(-1);
  const [first] = below.split(/[、，,；;]/);
  return last !== "" && endsLikeUnit(last!) && endsLikeUnit(first!);
}
