import type { Aside } from "./attribution/attribution";
import type { CleanText } from "./characters";
import { deadlineOf } from "./deadlines";
import type { TaskDraft } from "./task-drafts";
import { CADENCES } from "./lexicon/times";
import type { Deadline, Indicator, Person, Task } from "./model";
import { printedName } from "./units/register";

/** 完成时限 and persons of tasks, from their attributions and the text around these. */
export class DeadlinesAndPersons {
  private next = 0;

  /**
   * @param asides of the whole text, in order; `of` must be called in the order of the text too
   * @param years first and last year of the plan
   */
  constructor(
    private readonly clean: CleanText,
    private readonly asides: readonly Aside[],
    private readonly years: readonly [number, number],
  ) {}

  of(draft: TaskDraft): Pick<Task, "deadline" | "persons"> {
    const asides = this.within(draft);
    const deadline = draft.deadline ?? this.deadline(draft, asides);
    const persons = this.persons(draft, asides);
    return { ...(deadline ? { deadline } : {}), ...(persons.length > 0 ? { persons } : {}) };
  }

  private within({ start, end }: TaskDraft): Aside[] {
    const found: Aside[] = [];
    while (this.next < this.asides.length && this.asides[this.next]!.start < start) this.next++;
    for (let k = this.next; k < this.asides.length && this.asides[k]!.start < end; k++) found.push(this.asides[k]!);
    return found;
  }

  private deadline({ attributions }: TaskDraft, asides: readonly Aside[]): Deadline | undefined {
    const said = [
      ...attributions.flatMap(({ parsed }) => parsed.limits.map(({ text }) => text)),
      ...asides.flatMap(({ kind, start, end }) => (kind === "time" ? [this.clean.printed(start, end)] : [])),
    ];
    for (const words of said) {
      const deadline = deadlineOf(words, this.years);
      if (deadline) return deadline;
    }
    return undefined;
  }

  private persons({ attributions, persons = [] }: TaskDraft, asides: readonly Aside[]): Person[] {
    const ofAsides = asides.flatMap(({ kind, label, start, end }) =>
      kind === "person"
        ? this.clean
            .printed(start, end)
            .split(/[、，,\s]+/)
            .map((name) => ({ label, name }))
        : [],
    );
    const all = [...persons, ...attributions.flatMap(({ parsed }) => parsed.persons), ...ofAsides].map(
      ({ label, name }) => ({ label: printedName(label), name: printedName(name.trim()) }),
    );
    const seen = new Set<string>();
    return all.filter(
      ({ label, name }) => name !== "" && !seen.has(`${label}\u0000${name}`) && seen.add(`${label}\u0000${name}`),
    );
  }
}

/** Whether the plan says how often a number is to be reached; then it is not a total due at a date. */
const isRepeated = ({ evidence }: Indicator): boolean => evidence.some(({ notation }) => CADENCES.has(notation));

/** Indicators without a time of their own become due in the year in which their task is due. */
export function withDueYears(indicators: readonly Indicator[], tasks: readonly Task[]): Indicator[] {
  const due = new Map(
    tasks.flatMap(({ id, deadline }) => (deadline?.by ? [[id, Number(deadline.by.slice(0, 4))] as const] : [])),
  );
  return indicators.map((indicator) => {
    const year = indicator.taskId === undefined ? undefined : due.get(indicator.taskId);
    return year === undefined ||
      indicator.period !== "other" ||
      indicator.deadline !== undefined ||
      isRepeated(indicator)
      ? indicator
      : { ...indicator, period: "byDeadline", deadline: year };
  });
}
