import type { CarriedMatrix, RemovedRow } from "../matrix/carry/carry-over";
import { kindNames, type ChangeKind } from "../sync/change";
import { shownIn } from "../matrix/due";
import { placeOfRow, textOfRow } from "../sync/describe";
import type { LoggedChange } from "./store/journal";

/** A unit's former and present name. */
export interface RenamedUnit {
  from: string;
  to: string;
}

/**
 * The lines of 变更记录 for generating over an existing sheet: what was removed and added, and what was kept although
 * the plan does not have it.
 */
export function loggedOf(
  carried: Pick<
    CarriedMatrix,
    | "removed"
    | "dropped"
    | "stayed"
    | "leftOut"
    | "back"
    | "fresh"
    | "newColumns"
    | "goneColumns"
    | "keptCells"
    | "flattened"
  >,
  renamed: readonly RenamedUnit[],
): LoggedChange[] {
  const { removed, dropped, stayed, leftOut, back, fresh, newColumns, goneColumns, keptCells, flattened } = carried;
  return [
    ...removed.map((one) =>
      rowLine(one, kindOf(one, "taskRemoved", "indicatorRemoved"), `已不在方案中，连同填报内容移到“已移出”`, "before"),
    ),
    ...dropped.map((one) =>
      rowLine(
        one,
        kindOf(one, "taskRemoved", "indicatorRemoved"),
        `已不在方案中，行内没有填报内容，移去该行`,
        "before",
      ),
    ),
    ...goneColumns.map((header) =>
      columnLine(header, kindNames.unitRemoved, `单位“${header}”已不在方案中，移去该列`, ""),
    ),
    ...renamed.map(renamedLine),
    ...stayed.rows.map((one) => rowLine(one, kept, `不在方案中，按以前同步时的选择保留`, "both")),
    ...stayed.columns.map(({ header, name = header }) =>
      columnLine(name, kept, `单位“${name}”不在方案中，随保留的内容保留该列`, name),
    ),
    ...fresh.map((one) => rowLine(one, kindOf(one, "taskAdded", "indicatorAdded"), `按方案新增`, "after")),
    ...newColumns.map(newColumnLine),
    ...back.map((one) => rowLine(one, kindNames.lost, `行已不在表中，按方案补回`, "after")),
    ...leftOut.map((one) => ({ ...rowLine(one, kept, `按以前同步时的选择没有列入`, "after"), after: "" })),
    ...keptCells.map(keptCellLine),
    ...flattened.map(flattenedLine),
  ];
}

const kept = "保留";
const whyKept = {
  manual: "手工修改",
  both: "方案和表中都改过",
  unknown: "没有记下方案原来怎么写，分不清是谁改的",
} as const;

/** The kind of a change to a row: one of an indicator, or of a task without one. */
const kindOf = ({ cells }: Pick<RemovedRow, "cells">, ofTask: ChangeKind, ofIndicator: ChangeKind): string =>
  kindNames[String(cells.indicator ?? "") === "" ? ofTask : ofIndicator];

/** @param present whether the row is in the sheet before, after, or both */
function rowLine(
  one: Pick<RemovedRow, "cells">,
  kind: string,
  description: string,
  present: "before" | "after" | "both",
): LoggedChange {
  const text = textOfRow(one);
  return {
    kind,
    place: placeOfRow(one),
    description,
    before: present === "after" ? "" : text,
    after: present === "before" ? "" : text,
  };
}

const columnLine = (header: string, kind: string, description: string, after: string): LoggedChange => ({
  kind,
  place: header,
  description,
  before: header,
  after,
});

const renamedLine = ({ from, to }: RenamedUnit): LoggedChange => ({
  kind: kindNames.unitRenamed,
  place: to,
  description: `单位更名：“${from}”改为“${to}”`,
  before: from,
  after: to,
});

const newColumnLine = (header: string): LoggedChange => ({
  kind: kindNames.unitAdded,
  place: header,
  description: `按方案新增单位“${header}”列`,
  before: "",
  after: header,
});

const keptCellLine = ({
  place,
  column,
  kept: value,
  planned,
  why,
}: CarriedMatrix["keptCells"][number]): LoggedChange => ({
  kind: kindNames[why === "manual" ? "manual" : "conflict"],
  place,
  description: `${whyKept[why]}，保留（方案为“${shownIn(column, planned)}”）`,
  before: shownIn(column, value),
  after: shownIn(column, value),
});

const flattenedLine = ({ place, formula, value }: CarriedMatrix["flattened"][number]): LoggedChange => ({
  kind: "公式",
  place,
  description: "公式引用的单元格已移走，改为当时的值",
  before: formula,
  after: String(value),
});
