import type { CleanText } from "../characters";
import type { Line } from "../outline/lines";
import { isWideGap } from "../wide-gap";
import { cellKind } from "./cell-kinds";
import { isHeaderRow } from "./headers";
import { cellOf, type Cell, type Table } from "./table";

/** The longest line of headers, in characters. */
const LONGEST_HEADER_LINE = 80;
const FEWEST_HEADERS = 3;

/**
 * Tables whose cells are separated by blanks alone: `序号  任务  责任单位` above `1  修路  县交通局`. Only below a line that is
 * certainly a header, and only lines with a number or units.
 */
export function spacedTables(clean: CleanText, lines: readonly Line[]): Table[] {
  const tables: Table[] = [];
  for (let k = 0; k < lines.length; k++) {
    const header = headerIn(clean, lines[k]!);
    if (!header) continue;
    const rows = [header];
    while (k + 1 < lines.length) {
      const row = rowIn(clean, lines[k + 1]!, header.length);
      if (!row) break;
      rows.push(row);
      k++;
    }
    if (rows.length >= 2)
      tables.push({
        start: header[0]!.start,
        end: rows.at(-1)!.at(-1)!.end,
        rows,
        doubtful: new Set(),
        gapped: new Set(),
      });
  }
  return tables;
}

function headerIn(clean: CleanText, line: Line): Cell[] | undefined {
  if (line.end - line.start > LONGEST_HEADER_LINE) return undefined;
  const cells = parted(clean, line, () => true);
  return cells.length >= FEWEST_HEADERS && isHeaderRow(cells.map(({ text }) => text)) ? cells : undefined;
}

/** The cells of a row: separated at every blank where that gives as many cells as headers, else at wide gaps only. */
function rowIn(clean: CleanText, line: Line, columns: number): Cell[] | undefined {
  const all = parted(clean, line, () => true);
  const cells = all.length === columns ? all : parted(clean, line, (at) => isWideGap(clean, at));
  if (cells.length < 2 || cells.length > columns) return undefined;
  const kinds = cells.map(({ text }) => cellKind(text));
  return kinds[0] === "number" || kinds.includes("units") || isHeaderRow(cells.map(({ text }) => text))
    ? cells
    : undefined;
}

function parted(clean: CleanText, { start, end }: Line, partsAt: (position: number) => boolean): Cell[] {
  const cells: Cell[] = [];
  let from = start;
  for (let at = start + 1; at <= end; at++) {
    if (at < end && !isGap(clean, at)) continue;
    if (at < end && !partsAt(at)) continue;
    const cell = cellOf(clean.text, [{ start: from, end: at }]);
    if (cell.text !== "") cells.push(cell);
    from = at;
  }
  return cells;
}

/** Between Latin letters and digits the cleaned text keeps a blank. */
const isGap = (clean: CleanText, at: number): boolean => clean.gapBefore(at) || clean.text[at] === " ";
