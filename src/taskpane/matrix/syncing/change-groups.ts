import { listed, say, t } from "../../../locale";
import { isOpen, kindNames, type Change, type ChangeKind } from "../../../sync/change";

/** In which group a change is listed. Every kind has one: what is in none would be done unseen. */
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

/** How the list is arranged: what needs a decision first, then what leaves the sheet; what people did by hand last. */
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
  /** It stands open, however long it is. */
  isToldFirst?: boolean;
}

/** Groups that hold anything; `words` must be in what is shown of a change. */
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

/** A change between two states, neither of which is the plain one: it is decided by saying which. */
export const isDecision = (change: Change): boolean => change.kind === "conflict" || isOpen(change);

/** A change in which there is something to take or to leave; the others are only told of. */
export const isChoice = ({ edits }: Change): boolean => edits.length > 0;

export type Choices = ReadonlyMap<string, boolean>;

export const isChosen = (change: Change, choices: Choices): boolean => choices.get(change.id) ?? change.default;

/** `新增任务 2、指标调整 1`, from names as `kindNames` has them. */
export function countsByKind(kinds: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return listed([...counts].map(([kind, count]) => `${t(kind)} ${count}`));
}
