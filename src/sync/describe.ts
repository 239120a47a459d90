import { marks } from "../matrix/rows";
import type { CellValue } from "../matrix/sheet";
import { sentence, type Sentence, type Words } from "../plan/sentence";

/** Where a row is, in words: number and task, or the indicator that stands alone. */
export function placeOfRow({ cells }: { cells: Readonly<Record<string, CellValue>> }): string {
  const number = String(cells.number ?? "");
  const task = String(cells.task ?? "");
  const alone = number === "" && cells.indicator !== undefined && cells.indicator !== "";
  return alone ? String(cells.indicator) : [number, task].filter((part) => part !== "").join(" ");
}

/** What a row promises, in words. */
export const textOfRow = ({ cells }: { cells: Readonly<Record<string, CellValue>> }): string =>
  [cells.indicator || cells.task, cells.target, cells.measure, cells.period]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");

const roles: Record<string, Sentence> = {
  [marks.lead]: sentence("牵头单位"),
  [marks.responsible]: sentence("责任单位"),
  [marks.expanded]: sentence("成员单位"),
};

/** What a mark says of a unit; the text itself where it is none of ours. */
const roleOf = (mark: CellValue): Words => roles[String(mark)] ?? String(mark);

/** `县教育局由责任单位改为牵头单位`. */
export function roleChange(unit: string, before: CellValue, after: CellValue): Sentence {
  if (before === "") return sentence("{{unit}}新增为{{role}}", { unit, role: roleOf(after) });
  if (after === "") return sentence("{{unit}}不再是{{role}}", { unit, role: roleOf(before) });
  return sentence("{{unit}}由{{before}}改为{{after}}", { unit, before: roleOf(before), after: roleOf(after) });
}

/** What stands in a cell, in quotation marks. */
export const quoted = (value: CellValue): Words => (value === "" ? sentence("空白") : `“${String(value)}”`);
