import type { Sentence, Series, Words } from "../plan/sentence";
import type { Edit } from "./edit";

export type ChangeKind =
  | "taskAdded"
  | "taskRemoved"
  | "taskReworded"
  | "taskMoved"
  | "taskRenumbered"
  | "rowsMoved"
  | "indicatorAdded"
  | "indicatorRemoved"
  | "indicatorChanged"
  | "unitAdded"
  | "unitRemoved"
  | "unitRenamed"
  | "unitMerged"
  | "unitSplit"
  | "markChanged"
  | "deadlineChanged"
  | "personsChanged"
  | "yearsChanged"
  | "titleChanged"
  | "repaired"
  | "lost"
  | "manual"
  | "conflict";

/** Chinese names of the kinds, for the list of changes and for 变更记录. */
export const kindNames: Record<ChangeKind, string> = {
  taskAdded: "新增任务",
  taskRemoved: "移出任务",
  taskReworded: "任务改写",
  taskMoved: "调整板块",
  taskRenumbered: "序号变化",
  rowsMoved: "行序调整",
  indicatorAdded: "新增指标",
  indicatorRemoved: "移出指标",
  indicatorChanged: "指标调整",
  unitAdded: "新增单位",
  unitRemoved: "移出单位",
  unitRenamed: "单位更名",
  unitMerged: "单位合并",
  unitSplit: "单位拆分",
  markChanged: "分工调整",
  deadlineChanged: "时限变化",
  personsChanged: "责任人变化",
  yearsChanged: "年度变化",
  titleChanged: "方案信息",
  repaired: "修复",
  lost: "补回",
  manual: "手工修改",
  conflict: "两边都改过",
};

/** One difference between plan and sheet as plain data, so that it can be listed, taken or left, and undone. */
export interface Change {
  /** Stays the same from one comparison to the next, so that the user's choice about a difference stays. */
  id: string;
  kind: ChangeKind;
  description: Sentence | Series;
  /** Where: task, indicator or unit, in words. */
  place: Words;
  /** What the sheet shows now, and what it would show; empty where there is nothing. */
  before: Words;
  after: Words;
  /** Whether it is taken by default. What people changed by hand stays by default. */
  default: boolean;
  /** What taking it does. */
  edits: Edit[];
  /**
   * Ids of changes on which it depends. If one of them is not taken, `otherwise` replaces this change; without
   * `otherwise` it is dropped. Example: a unit's column cannot go while a row that stays has marks in it.
   */
  needs?: readonly string[];
  otherwise?: Pick<Change, "description" | "after" | "edits">;
}

/** The changes as they are for a given choice, in their order. */
export function withChoice(changes: readonly Change[], isChosen: (change: Change) => boolean): Change[] {
  const chosen = new Set(changes.filter(isChosen).map(({ id }) => id));
  return changes.flatMap((change) => {
    if (!change.needs || change.needs.every((id) => chosen.has(id))) return [change];
    return change.otherwise ? [{ ...change, ...change.otherwise }] : [];
  });
}

/** Whether the change is shown, and nothing is done about it, until the user has decided. */
export const isOpen = ({ kind }: Pick<Change, "kind">): boolean => kind === "lost";
