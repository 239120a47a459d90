import { withHalfBrackets } from "../bracket-width";
import { isHeaderRow } from "./headers";

/**
 * Finds the rows of a grid that are the header of a task table: columns for who answers (责任单位) and for what (任务, 序号)
 * are side by side.
 * @param rows the texts of the cells that are not empty, from left to right
 * @returns indices of the rows; the upper row of a header of two rows
 */
export function findHeaderRows(rows: readonly (readonly string[])[]): number[] {
  const plain = rows.map((row) => row.map(headerForm).filter((words) => words !== ""));
  const found: number[] = [];
  for (let at = 0; at < plain.length; at++) {
    const row = plain[at]!;
    if (isHeaderRow(row)) found.push(at);
    else if (row.length > 1 && !isHeaderRow(plain[at + 1] ?? []) && isHeaderRow([...row, ...(plain[at + 1] ?? [])]))
      found.push(at++);
  }
  return found;
}

/** In characters: no header is longer, while a cell may hold any amount of text. */
const LONGEST = 200;

const headerForm = (text: string): string => withHalfBrackets(text.slice(0, LONGEST).replace(/\s/g, ""));
