import type { Indicator, Plan, Span, Task } from "../model";

/**
 * A passage of the plan that a person has made a task, with the units they named. It is identified by its words; `span`
 * is their position in the text in which it was marked.
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

/** The numbering and headings above a position of the text. */
export interface PlaceInPlan {
  path: string;
  section: string[];
}

export type PlaceOf = (span: Span) => PlaceInPlan;

const nowhere: PlaceOf = () => ({ path: "", section: [] });

/** The notation id for a person's own decision. */
export const BY_HAND = "by-hand";

/** Whether a person, rather than the reader, created this task. */
export const isByHand = ({ evidence }: Pick<Task, "evidence">): boolean =>
  evidence.some(({ notation }) => notation === BY_HAND);

const isWithin = (inner: Span, outer: Span): boolean => inner[0] >= outer[0] && inner[1] <= outer[1];
const lengthOf = ([start, end]: Span): number => end - start;

/** The innermost task that contains a range of the text. */
export const taskAround = (tasks: readonly Task[], span: Span): Task | undefined =>
  tasks.filter((task) => isWithin(span, task.span)).sort((a, b) => lengthOf(a.span) - lengthOf(b.span))[0];

/**
 * The task that a marked passage corrects: the innermost task around it, or the only task inside it if that is at least
 * half of the passage.
 */
export function taskAt(tasks: readonly Task[], span: Span): Task | undefined {
  const around = taskAround(tasks, span);
  if (around) return around;
  const inside = tasks.filter((task) => isWithin(task.span, span));
  return inside.length === 1 && lengthOf(inside[0]!.span) * 2 >= lengthOf(span) ? inside[0] : undefined;
}

/**
 * Adds marked passages to a plan. A passage that matches a task corrects it; several passages in one task replace it.
 * Findings about the reading inside a passage are settled.
 * @param called the current name of a unit in this plan
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

/** The passage without the title at its start. */
function textOf(words: string, title: string): string {
  const at = words.indexOf(title);
  const rest = at < 0 || at > 12 ? words : words.slice(at + title.length);
  return rest.replace(/^[\s。；;：:]+/, "").trim();
}

/**
 * Indicators inside a marked passage belong to its task. Those of a task that no longer exists keep only their section.
 */
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
