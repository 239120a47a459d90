import { joined, shifted, type Area } from "./areas";
import { followReferences } from "./references";
import { rewriteRule } from "./rules";
import type { HostSheet, HostWorkbook } from "./workbook";

export type Axis = "row" | "column";

/** Moves the host state of a sheet after rows or columns were inserted (`by` > 0) or deleted (`by` < 0) at `at`. */
export function shiftHostState(book: HostWorkbook, sheet: HostSheet, axis: Axis, at: number, by: number): void {
  const changed = book.sheetName(sheet);
  sheet.lineChanges?.push({ axis, at, by });
  const follow = (formula: string, home: HostSheet): string =>
    followReferences(formula, book.sheetName(home), changed, (area) => shifted(area, axis, at, by));
  // A rule's formulas are relative to its area's first cell. If that is deleted, they are rewritten for the first that
  // stays.
  const anchored = (formula: string, home: HostSheet, { [axis]: start }: Area): string => {
    const lost = home === sheet && start >= at && start < at - by ? at - by - start : 0;
    const move = (text: string): string =>
      book.grid.univer.getFormula().moveFormulaRefOffset(text, axis === "column" ? lost : 0, axis === "row" ? lost : 0);
    return follow(lost > 0 ? move(formula) : formula, home);
  };
  for (const rule of [...book.conditionalFormats, ...book.validations])
    rewriteRule(rule, (formula) => anchored(formula, rule.sheet, rule.area));
  for (const list of [book.tables, book.conditionalFormats, book.validations]) moveAreas(list, sheet, axis, at, by);
  for (const name of book.names) {
    if (name.target.sheet !== sheet || name.lost) continue;
    const area = shifted(name.target.area, axis, at, by);
    if (area) name.target.area = area;
    else name.lost = true;
    book.grid.defineName(name.name, book.referenceOf(name));
  }
  const open = sheet.unlocked.map((area) => grownLikeNeighbour(shifted(area, axis, at, by), axis, at, by));
  sheet.unlocked = joined(open.filter((area) => area !== undefined));
  const { page } = sheet;
  for (const key of ["titleRows", "titleColumns", "printArea"] as const) {
    const moved = page[key] && follow(page[key], sheet);
    if (moved?.includes("#REF!")) delete page[key];
    else if (moved) page[key] = moved;
  }
}

function moveAreas(
  list: { sheet: HostSheet; area: Area }[],
  sheet: HostSheet,
  axis: Axis,
  at: number,
  by: number,
): void {
  for (let index = list.length - 1; index >= 0; index--) {
    const item = list[index]!;
    if (item.sheet !== sheet) continue;
    const area = shifted(item.area, axis, at, by);
    if (area) item.area = area;
    else list.splice(index, 1);
  }
}

/** New cells are locked or unlocked as the cells before them. */
function grownLikeNeighbour(area: Area | undefined, axis: Axis, at: number, by: number): Area | undefined {
  const size = axis === "row" ? "rows" : "columns";
  return area && by > 0 && area[axis] + area[size] === at ? { ...area, [size]: area[size] + by } : area;
}
