import { listed, say, t } from "../../../locale";
import { kindNames, type Change, type ChangeKind } from "../../../sync/change";

/** How the list is arranged: what needs a decision first, what people did by hand last. */
const arrangement = (): readonly { name: string; kinds: readonly ChangeKind[] }[] => [
  { name: t("需要您决定"), kinds: ["conflict"] },
  { name: t("任务"), kinds: ["taskAdded", "taskRemoved", "taskReworded", "taskMoved", "taskRenumbered", "rowsMoved"] },
  { name: t("指标"), kinds: ["indicatorAdded", "indicatorRemoved", "indicatorChanged"] },
  { name: t("单位"), kinds: ["unitAdded", "unitRemoved", "unitRenamed", "unitMerged", "unitSplit"] },
  { name: t("分工"), kinds: ["markChanged"] },
  { name: t("表题、年度和修复"), kinds: ["titleChanged", "yearsChanged", "repaired"] },
  { name: t("手工修改（已保留）"), kinds: ["manual"] },
];

export interface Group {
  name: string;
  changes: Change[];
}

/** Groups that hold anything; `words` must be in what is shown of a change. */
export function groupsOf(changes: readonly Change[], words: string): Group[] {
  const wanted = words.trim().toLowerCase();
  const matches = ({ kind, place, description, before, after }: Change): boolean =>
    wanted === "" || [t(kindNames[kind]), say(place), say(description), say(before), say(after)].some((text) => text.toLowerCase().includes(wanted));
  return arrangement()
    .map(({ name, kinds }) => ({ name, changes: changes.filter((change) => kinds.includes(change.kind) && matches(change)) }))
    .filter((group) => group.changes.length > 0);
}

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
