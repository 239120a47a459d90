import type { TaughtForm } from "../decisions";
import type { Corrections } from "../corrections";
import type { Plan, Span, Task } from "../model";
import { isGroup } from "../units/groups";
import { markedTask, titleOfWords, trimmedSpan, withMark } from "./mark-passage";
import { taskAround } from "./marked-tasks";
import { passageAt } from "./place-in-plan";

export type NameRole = TaughtForm["role"];

/**
 * Assigns a name in the text as lead or responsible unit: in the task that contains it; without one, its passage
 * becomes a task.
 */
export function withName(
  corrections: Corrections,
  source: string,
  plan: Plan,
  span: Span,
  role: NameRole,
): Corrections {
  const name = source.slice(...trimmedSpan(source, span));
  const task = taskAround(plan.tasks, span);
  const units = assigned(task ?? { lead: [], responsible: [], groups: [] }, name, role);
  if (task)
    return { ...corrections, tasks: { ...corrections.tasks, [task.id]: { ...corrections.tasks[task.id], ...units } } };
  const passage = passageAt(source, span[0]);
  const title = titleOfWords(source.slice(...passage));
  return withMark(corrections, markedTask(source, passage, { title, ...units }, corrections.marked), plan.tasks);
}

function assigned(
  { lead, responsible, groups }: Pick<Task, "lead" | "responsible" | "groups">,
  name: string,
  role: NameRole,
): Pick<Task, "lead" | "responsible" | "groups"> {
  if (isGroup(name)) return { lead, responsible, groups: [...new Set([...groups, name])] };
  const others = {
    lead: lead.filter((one) => one !== name),
    responsible: responsible.filter((one) => one !== name),
    groups,
  };
  return { ...others, [role]: [...others[role], name] };
}
