import { marks } from "../matrix/rows";
import type { CellValue } from "../matrix/sheet";

/** Where a row is, in words: number and task, or the indicator that stands alone. */
export function placeOfRow({ cells }: { cells: Readonly<Record<string, CellValue>> }): string {
  const number = String(cells.number ?? "");
  const task = String(cells.task ?? "");
  const alone = number === "" && cells.indicator !== undefined && cells.indicator !== "";
  return alone ? String(cells.indicator) : [number, task].filter((part) => part !== "").join(" ");
}

const roles: Record<string, string> = { [marks.lead]: "牵头单位", [marks.responsible]: "责任单位", [marks.expanded]: "成员单位" };

/** What a mark says of a unit; the text itself where it is none of ours. */
const roleOf = (mark: CellValue): string => roles[String(mark)] ?? String(mark);

/** `由责任单位改为牵头单位`. */
export function roleChange(before: CellValue, after: CellValue): string {
  if (before === "") return `新增为${roleOf(after)}`;
  if (after === "") return `不再是${roleOf(before)}`;
  return `由${roleOf(before)}改为${roleOf(after)}`;
}
