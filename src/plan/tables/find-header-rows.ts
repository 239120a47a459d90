import { isHeaderRow } from "./headers";

/**
 * The rows of a grid that are the head of a table of tasks, by their place: columns for who answers (责任单位) and for what
 * (任务, 序号) stand side by side; the upper row where the head has two.
 * @param rows the text of each cell that holds any, from left to right
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

/** Characters: no head is longer, and a cell may hold a book. */
const LONGEST = 200;

const headerForm = (text: string): string =>
  text.slice(0, LONGEST).replace(/\s/g, "").replace(/（/g, "(").replace(/）/g, ")");
