import type { Area } from "./sheet";

/** `A` for 0, `AB` for 27. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** `G7`, or with the wanted dollar signs `$G7`, `$G$7`; row and column are zero-based. */
export const cellAddress = (row: number, column: number, fix: { row?: boolean; column?: boolean } = {}): string =>
  `${fix.column ? "$" : ""}${columnLetters(column)}${fix.row ? "$" : ""}${row + 1}`;

/** `$B$3:$F$9`. */
export const areaAddress = ({ row, column, rows, columns }: Area): string => {
  const fix = { row: true, column: true };
  return `${cellAddress(row, column, fix)}:${cellAddress(row + rows - 1, column + columns - 1, fix)}`;
};
