import { intersection, type Area } from "./areas";
import type { Grid } from "./grid";
import { areaOfRange, type UniverRange } from "./univer-range";

/**
 * The selected area of the sheet in front; undefined where Univer has none. When lines under a selection go, Univer
 * leaves the selection where it was; where it reaches past the sheet's end, Univer throws at whoever asks for it.
 */
export function selectedArea({ workbook }: Grid): Area | undefined {
  try {
    const range = workbook.getActiveRange()?.getRange() as UniverRange | undefined;
    return range && areaOfRange(range);
  } catch {
    return undefined;
  }
}

/**
 * Does work on the sheet in front that inserts or deletes lines, and has the selection follow its cells, as in Excel:
 * Univer selects the lines that came or went.
 * @param lies where cells lie after the work; undefined for cells that are gone
 */
export function keepingSelection(grid: Grid, lies: (area: Area) => Area | undefined, work: () => void): void {
  const before = selectedArea(grid);
  work();
  if (!before) return;
  const sheet = grid.workbook.getActiveSheet();
  const whole = { row: 0, column: 0, ...grid.size(sheet.getSheetId()) };
  const corner = { row: Math.min(before.row, whole.rows - 1), column: Math.min(before.column, whole.columns - 1) };
  const { row, column, rows, columns } = intersection(lies(before) ?? before, whole) ?? {
    ...corner,
    rows: 1,
    columns: 1,
  };
  sheet.setActiveRange(sheet.getRange(row, column, rows, columns));
}
