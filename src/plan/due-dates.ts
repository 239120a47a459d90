import type { CleanText } from "./characters";
import type { Draft } from "./drafts";
import type { Indicator } from "./model";

/** `完成时限：2024年底`, in a bracket with the units or on a line of its own. */
const LABELLED = /(?:完成|工作|整改|推进|办理)?(?:时限|期限|时间节点|完成时间)(?:要求)?[:为]?(?:于|到|至)?(20\d{2})年/;
/** A table's cell that holds a date and nothing else. */
const DATE_ALONE = /^(20\d{2})年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末|上旬|中旬|下旬)?(?:之?前|以前)?$/;

/** By when each task is due, where the plan says so for the task as a whole: by the task's id. */
export function dueYears(clean: CleanText, drafts: readonly Draft[], ids: readonly string[]): Map<string, number> {
  const due = new Map<string, number>();
  drafts.forEach((draft, index) => {
    const text = clean.text.slice(draft.start, draft.end);
    const year = (LABELLED.exec(text) ?? cellsOf(text).map((cell) => DATE_ALONE.exec(cell)).find((found) => found !== null))?.[1];
    if (year !== undefined) due.set(ids[index]!, Number(year));
  });
  return due;
}

/** Cells of a table's row, however it is written; of other text, its lines. */
const cellsOf = (text: string): string[] => text.split(/[\t|\n]/).map((cell) => cell.trim());

/** Numbers of which no time is said are due when their task is. */
export function withDueYears(indicators: readonly Indicator[], due: ReadonlyMap<string, number>): Indicator[] {
  return indicators.map((indicator) => {
    const year = indicator.taskId === undefined ? undefined : due.get(indicator.taskId);
    return year === undefined || indicator.period !== "other" || indicator.deadline !== undefined ? indicator : { ...indicator, period: "byDeadline", deadline: year };
  });
}
