import { marks } from "../matrix/rows";
import type { CellValue } from "../matrix/sheet";
import { sentence, type Sentence, type Words } from "../plan/sentence";

/** A row's place in words: number and task, or the indicator where there is no task. */
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

/** A unit's role by its mark; any other text is returned as it is. */
const roleOf = (mark: CellValue): Words => roles[String(mark)] ?? String(mark);

/** A sentence such as `县教育局由责任单位改为牵头单位`. */
export function roleChange(unit: string, before: CellValue, after: CellValue): Sentence {
  if (before === "") return sentence("{{unit}}新增为{{role}}", { unit, role: roleOf(after) });
  if (after === "") return sentence("{{unit}}不再是{{role}}", { unit, role: roleOf(before) });
  return sentence("{{unit}}由{{before}}改为{{after}}", { unit, before: roleOf(before), after: roleOf(after) });
}

/** A cell's content in quotation marks; 空白 for an empty one. */
export const quoted = (value: CellValue): Words => (value === "" ? sentence("空白") : `“${String(value)}”`);
