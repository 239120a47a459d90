import { noReadingDecisions, type LabelDecision, type ReadingDecisions, type TaughtForm } from "../decisions";
import type { Corrections } from "../corrections";
import type { Plan, Span, Task } from "../model";
import { isGroup } from "../units/groups";
import { markedTask, titleOfWords, trimmedSpan, withMark } from "./mark-passage";
import { passageAt } from "./place-in-plan";

export type NameRole = TaughtForm["role"];

/** The innermost task that a place of the text lies in. */
function taskAround(tasks: readonly Task[], [start, end]: Span): Task | undefined {
  return tasks
    .filter(({ span }) => span[0] <= start && span[1] >= end)
    .sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]))[0];
}

/**
 * The corrections with a name of the text as lead or responsible: in the task it stands in, else its passage becomes
 * one.
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

type Taught = Omit<ReadingDecisions, "units">;

const { units: _units, ...nothingTaught } = noReadingDecisions;
/** What the reading has been taught, whether or not anything was. */
export const taughtIn = ({ reading }: Pick<Corrections, "reading">): Taught => ({ ...nothingTaught, ...reading });

const withTaught = (corrections: Corrections, change: (taught: Taught) => Partial<Taught>): Corrections => {
  const taught = taughtIn(corrections);
  return { ...corrections, reading: { ...taught, ...change(taught) } };
};

export const withLabel = (corrections: Corrections, label: string, decision: LabelDecision): Corrections =>
  withTaught(corrections, ({ labels }) => ({ labels: { ...labels, [label]: decision } }));

export const withoutLabel = (corrections: Corrections, label: string): Corrections =>
  withTaught(corrections, ({ labels }) => ({
    labels: Object.fromEntries(Object.entries(labels).filter(([words]) => words !== label)),
  }));

export const withoutUnit = (corrections: Corrections, name: string): Corrections =>
  withTaught(corrections, ({ notUnits }) => ({ notUnits: [...new Set([...notUnits, name])] }));

export const withUnitAgain = (corrections: Corrections, name: string): Corrections =>
  withTaught(corrections, ({ notUnits }) => ({ notUnits: notUnits.filter((one) => one !== name) }));

const isSame = (one: TaughtForm, other: TaughtForm): boolean =>
  one.before === other.before && one.after === other.after;

export const withForm = (corrections: Corrections, form: TaughtForm): Corrections =>
  withTaught(corrections, ({ forms }) => ({ forms: [...forms.filter((one) => !isSame(one, form)), form] }));

export const withoutForm = (corrections: Corrections, form: TaughtForm): Corrections =>
  withTaught(corrections, ({ forms }) => ({ forms: forms.filter((one) => !isSame(one, form)) }));

/** Every place of a label in a text, with its colon. */
export function labelPlaces(source: string, label: string): Span[] {
  const places: Span[] = [];
  for (let at = source.indexOf(label); at >= 0; at = source.indexOf(label, at + label.length)) {
    const behind = /^\s*[】\]]?\s*[：:]?/.exec(source.slice(at + label.length, at + label.length + 8))![0];
    if (behind.trim() !== "") places.push([at, at + label.length + behind.length]);
  }
  return places;
}
