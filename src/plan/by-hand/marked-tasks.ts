import type { Indicator, Plan, Span, Task } from "../model";

/**
 * A passage of the plan that a person has made a task, with the units they named. It goes by its words: `span` says
 * where they stand in the text that it was marked in.
 */
export interface MarkedTask {
  id: string;
  span: Span;
  /** The passage as printed. */
  words: string;
  title: string;
  lead: readonly string[];
  responsible: readonly string[];
  groups: readonly string[];
}

/** The numbering and the headings over a place of the text. */
export interface PlaceInPlan {
  path: string;
  section: string[];
}

export type PlaceOf = (span: Span) => PlaceInPlan;

const nowhere: PlaceOf = () => ({ path: "", section: [] });

/** The row of the table of notations that stands for a person's own word. */
export const BY_HAND = "by-hand";

/** Whether a person, and not the reading, has made this a task. */
export const isByHand = ({ evidence }: Pick<Task, "evidence">): boolean =>
  evidence.some(({ notation }) => notation === BY_HAND);

const isWithin = (inner: Span, outer: Span): boolean => inner[0] >= outer[0] && inner[1] <= outer[1];
const lengthOf = ([start, end]: Span): number => end - start;

/**
 * The task as read that a marked passage stands for: the one around it, the innermost of several; or the only one
 * inside it, where that is most of the passage.
 */
export function taskAt(tasks: readonly Task[], span: Span): Task | undefined {
  const around = tasks
    .filter((task) => isWithin(span, task.span))
    .sort((a, b) => lengthOf(a.span) - lengthOf(b.span))[0];
  if (around) return around;
  const inside = tasks.filter((task) => isWithin(task.span, span));
  return inside.length === 1 && lengthOf(inside[0]!.span) * 2 >= lengthOf(span) ? inside[0] : undefined;
}

/**
 * The plan with what was marked by hand in it. A passage that stands for a task as read sets that one right; where
 * several do, they are what the task is divided into. What the reading had left over inside of them is settled.
 * @param called the name that a unit goes by in this plan
 */
export function withMarked(
  plan: Plan,
  marked: readonly MarkedTask[],
  called: (name: string) => string,
  placeOf: PlaceOf = nowhere,
): Plan {
  if (marked.length === 0) return plan;
  const marksOf = new Map<Task, MarkedTask[]>();
  const alone: MarkedTask[] = [];
  for (const mark of marked) {
    const task = taskAt(plan.tasks, mark.span);
    if (task) marksOf.set(task, [...(marksOf.get(task) ?? []), mark]);
    else alone.push(mark);
  }
  const fresh = (mark: MarkedTask): Task => taskFrom(mark, called, placeOf);
  const tasks = plan.tasks.flatMap((task): Task[] => {
    const marks = marksOf.get(task) ?? [];
    if (marks.length === 0) return [task];
    return marks.length === 1
      ? [setRight(task, marks[0]!, called)]
      : marks.map((mark) => ({ ...fresh(mark), path: task.path, section: task.section }));
  });
  const all = [...tasks, ...alone.map(fresh)].sort((a, b) => a.span[0] - b.span[0]);
  const spans = marked.map(({ span }) => span);
  return {
    ...plan,
    tasks: all,
    indicators: regrouped(plan.indicators, plan.tasks, all),
    findings: plan.findings.filter(
      ({ about, span }) => about !== "reading" || !spans.some((one) => isWithin(span, one)),
    ),
    safeguards: plan.safeguards.filter(({ span }) => !spans.some((one) => isWithin(span, one))),
  };
}

function unitsOf(
  mark: MarkedTask,
  called: (name: string) => string,
): Pick<Task, "lead" | "responsible" | "groups" | "leadBasis"> {
  const lead = [...new Set(mark.lead.map(called))];
  const responsible = [...new Set(mark.responsible.map(called))].filter((name) => !lead.includes(name));
  return { lead, responsible, groups: [...mark.groups], leadBasis: lead.length > 0 ? "stated" : "none" };
}

function taskFrom(mark: MarkedTask, called: (name: string) => string, placeOf: PlaceOf): Task {
  const { id, title, words, span } = mark;
  return {
    id,
    ...placeOf(span),
    title,
    text: textOf(words, title),
    ...unitsOf(mark, called),
    evidence: [{ notation: BY_HAND, span }],
    span,
  };
}

function setRight(task: Task, mark: MarkedTask, called: (name: string) => string): Task {
  const { segments: _segments, ...rest } = task;
  return { ...rest, title: mark.title, ...unitsOf(mark, called), evidence: [{ notation: BY_HAND, span: mark.span }] };
}

/** The passage without its title, where it begins with it. */
function textOf(words: string, title: string): string {
  const at = words.indexOf(title);
  const rest = at < 0 || at > 12 ? words : words.slice(at + title.length);
  return rest.replace(/^[\s。；;：:]+/, "").trim();
}

/** Numbers that stand in a marked passage are that task's; those of a task that is no more are nobody's. */
function regrouped(indicators: readonly Indicator[], before: readonly Task[], after: readonly Task[]): Indicator[] {
  const known = new Set(after.map(({ id }) => id));
  const marked = after.filter(isByHand);
  const sections = new Map(before.map(({ id, section, title }) => [id, [...section, title]]));
  return indicators.map((indicator) => {
    const { taskId, section, ...rest } = indicator;
    if (taskId !== undefined && known.has(taskId)) return indicator;
    const task = marked.find(({ span }) => isWithin(indicator.span, span));
    if (task) return { ...rest, taskId: task.id };
    return taskId === undefined ? indicator : { ...rest, section: section ?? sections.get(taskId) ?? [] };
  });
}
