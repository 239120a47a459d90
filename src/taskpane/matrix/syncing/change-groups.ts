import { listed, say, t } from "../../../locale";
import { isOpen, kindNames, type Change, type ChangeKind } from "../../../sync/change";

/** The group in which a change is listed. Every kind needs one: a change in none would be made unseen. */
const groupByKind: Record<ChangeKind, GroupName> = {
  lost: "missing",
  conflict: "toDecide",
  taskRemoved: "leaving",
  indicatorRemoved: "leaving",
  unitRemoved: "leaving",
  taskAdded: "tasks",
  taskReworded: "tasks",
  taskMoved: "tasks",
  taskRenumbered: "tasks",
  rowsMoved: "tasks",
  deadlineChanged: "whenAndWho",
  personsChanged: "whenAndWho",
  indicatorAdded: "indicators",
  indicatorChanged: "indicators",
  unitAdded: "units",
  unitRenamed: "units",
  unitMerged: "units",
  unitSplit: "units",
  markChanged: "marks",
  titleChanged: "sheet",
  yearsChanged: "sheet",
  repaired: "sheet",
  manual: "byHand",
};

type GroupName =
  "missing" | "toDecide" | "leaving" | "tasks" | "whenAndWho" | "indicators" | "units" | "marks" | "sheet" | "byHand";

/** The order of the groups: what needs a decision first, then what leaves the sheet; manual changes last. */
const arrangement = (): readonly { group: GroupName; name: string; isToldFirst?: boolean }[] => [
  { group: "missing", name: t("表中缺少的"), isToldFirst: true },
  { group: "toDecide", name: t("需要您决定"), isToldFirst: true },
  { group: "leaving", name: t("要移出表格的"), isToldFirst: true },
  { group: "tasks", name: t("任务") },
  { group: "whenAndWho", name: t("时限和责任人") },
  { group: "indicators", name: t("指标") },
  { group: "units", name: t("单位") },
  { group: "marks", name: t("分工") },
  { group: "sheet", name: t("表题、年度和修复") },
  { group: "byHand", name: t("手工修改（已保留）") },
];

export interface Group {
  name: string;
  changes: Change[];
  /** Unfolded however long it is. */
  isToldFirst?: boolean;
}

/**
 * The groups that are not empty.
 * @param words only changes whose shown texts contain these; empty: all
 */
export function groupsOf(changes: readonly Change[], words: string): Group[] {
  const wanted = words.trim().toLowerCase();
  const matches = ({ kind, place, description, before, after }: Change): boolean =>
    wanted === "" ||
    [t(kindNames[kind]), say(place), say(description), say(before), say(after)].some((text) =>
      text.toLowerCase().includes(wanted),
    );
  return arrangement()
    .map(({ group, ...shown }) => ({
      ...shown,
      changes: changes.filter((change) => groupByKind[change.kind] === group && matches(change)),
    }))
    .filter((group) => group.changes.length > 0);
}

/** A change in which neither side is the obvious one: the user chooses between the two. */
export const isDecision = (change: Change): boolean => change.kind === "conflict" || isOpen(change);

/** Whether the user can take or leave the change; the others are only reported. */
export const isChoice = ({ edits }: Change): boolean => edits.length > 0;

export type Choices = ReadonlyMap<string, boolean>;

export const isChosen = (change: Change, choices: Choices): boolean => choices.get(change.id) ?? change.default;

/**
 * `新增任务 2、指标调整 1`.
 * @param kinds names as in `kindNames`, one for each change
 */
export function countsByKind(kinds: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return listed([...counts].map(([kind, count]) => `${t(kind)} ${count}`));
}
