import fc from "fast-check";
import { chapters, deadlines, duties, everybody, offices, type Promised } from "./stock";

/** A plan as the office means it. `written` gives its text, `rowsOf` what the matrix must say of it. */
export interface Plan {
  /** How often it has been revised. */
  edition: number;
  tasks: readonly Task[];
}

export interface Task {
  /** Index of `duties`. */
  duty: number;
  wording: 0 | 1;
  /** Indexes of `offices`. */
  leads: readonly number[];
  helps: readonly number[];
  /** Whether offices that have a short form are printed by it here. */
  isSpoken: boolean;
  /** Whether 各成员单位 answer too. */
  all: boolean;
  /** Index of `deadlines`; absent where the plan gives none. */
  due?: number;
  /** Index of the value for each promise of the duty; a promise that is absent is not made. */
  promised: Readonly<Record<number, 0 | 1 | 2>>;
}

const numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** The text of a plan. */
export function written({ edition, tasks }: Plan): string {
  const present = [0, 1]
    .map((chapter) => tasks.filter(({ duty }) => duties[duty]!.chapter === chapter))
    .map((own, chapter) => ({ name: chapters[chapter]!, own }))
    .filter(({ own }) => own.length > 0);
  const lines = present.flatMap(({ name, own }, index) => [
    `${numerals[index]}、${name}`,
    ...own.map((task, at) => `（${numerals[at]}）${sentenceOf(task)}`),
  ]);
  return [
    `青山县全民阅读实施方案（2021—2025年）`,
    `为推进全民阅读，制定本方案（第${edition + 1}稿）。`,
    ...lines,
    "",
  ].join("\n\n");
}

function sentenceOf(task: Task): string {
  const { titles, text } = duties[task.duty]!;
  const promises = promisedOf(task).map(({ promise, value }) => `${promise.write(value)}。`);
  const names = (list: readonly number[]): string[] => list.map((office) => formOf(office, task.isSpoken));
  const helping = [...names(task.helps), ...(task.all ? [everybody] : [])];
  return `${titles[task.wording]}。${text}。${promises.join("")}（牵头单位：${names(task.leads).join("、")}${helping.length > 0 ? `；责任单位：${helping.join("、")}` : ""}${task.due === undefined ? "" : `；完成时限：${deadlines[task.due]!.text}`}）`;
}

const formOf = (office: number, isSpoken: boolean): string =>
  (isSpoken && offices[office]!.short) || offices[office]!.full;

export function promisedOf({ duty, promised }: Task): { at: number; promise: Promised; value: number }[] {
  return duties[duty]!.promises.flatMap((promise, at) => {
    const chosen = promised[at];
    return chosen === undefined ? [] : [{ at, promise, value: promise.values[chosen] }];
  });
}

/** The forms in which a plan prints an office. */
export function printedForms({ tasks }: Plan): Map<number, Set<string>> {
  const forms = new Map<number, Set<string>>();
  for (const { leads, helps, isSpoken } of tasks) {
    for (const office of [...leads, ...helps])
      forms.set(office, (forms.get(office) ?? new Set()).add(formOf(office, isSpoken)));
  }
  return forms;
}

/** The form that a task prints for an office. */
export const printedForm = formOf;

// ---- generating

const officeAt = fc.nat({ max: offices.length - 1 });

const anyTask = (duty: number): fc.Arbitrary<Task> =>
  fc
    .record({
      team: fc.uniqueArray(officeAt, { minLength: 2, maxLength: 3 }),
      joint: fc.nat({ max: 5 }),
      isSpoken: fc.boolean(),
      all: fc.nat({ max: 4 }),
      due: fc.option(fc.nat({ max: deadlines.length - 1 }), { freq: 1, nil: undefined }),
      promised: fc.array(fc.constantFrom<0 | 1 | 2>(0, 1, 2), { minLength: 2, maxLength: 2 }),
    })
    .map(({ team, joint, isSpoken, all, due, promised }): Task => {
      const leads = joint === 0 ? team.slice(0, 2) : team.slice(0, 1);
      return {
        duty,
        wording: 0,
        leads,
        helps: team.slice(leads.length),
        isSpoken,
        all: all === 0,
        ...(due === undefined ? {} : { due }),
        promised: Object.fromEntries(duties[duty]!.promises.map((_, at) => [at, promised[at]!])),
      };
    });

const allDuties = duties.map((_, index) => index);

/** Four to seven tasks, in the order of the stock. */
export const anyPlan = (): fc.Arbitrary<Plan> =>
  fc
    .subarray(allDuties, { minLength: 4, maxLength: 7 })
    .chain((chosen) => fc.tuple(...chosen.map(anyTask)))
    .map((tasks) => ({ edition: 0, tasks }));

/** One thing that a revision does. */
export type Revision =
  | { do: "drop"; at: number }
  | { do: "add"; task: Task }
  | { do: "reword"; at: number }
  | { do: "value"; at: number; promise: number; value: 0 | 1 | 2 }
  | { do: "units"; at: number; task: Task }
  | { do: "promise"; at: number; promise: number }
  | { do: "due"; at: number; due: number | undefined };

export const anyRevision = (): fc.Arbitrary<Revision> => {
  const at = fc.nat({ max: 6 });
  const promise = fc.nat({ max: 1 });
  const some = fc.constantFrom(...allDuties).chain(anyTask);
  return fc.oneof(
    fc.record({ do: fc.constant("drop" as const), at }),
    fc.record({ do: fc.constant("add" as const), task: some }),
    fc.record({ do: fc.constant("reword" as const), at }),
    fc.record({ do: fc.constant("value" as const), at, promise, value: fc.constantFrom<0 | 1 | 2>(0, 1, 2) }),
    fc.record({ do: fc.constant("units" as const), at, task: some }),
    fc.record({ do: fc.constant("promise" as const), at, promise }),
    fc.record({
      do: fc.constant("due" as const),
      at,
      due: fc.option(fc.nat({ max: deadlines.length - 1 }), { nil: undefined }),
    }),
  );
};

const fewestTasks = 4;

/** Whether a revision leaves the task as it is; it is then printed word for word. */
export const isSameTask = (one: Task, other: Task): boolean => sentenceOf(one) === sentenceOf(other);

/** The plan with one thing changed; the same plan where that change is impossible. */
export function revised(plan: Plan, revision: Revision): Plan {
  const { tasks } = plan;
  const next = (changed: readonly Task[]): Plan => ({ edition: plan.edition + 1, tasks: changed });
  if (revision.do === "add") {
    if (tasks.some(({ duty }) => duty === revision.task.duty)) return plan;
    return next([...tasks, revision.task].sort((a, b) => a.duty - b.duty));
  }
  const index = revision.at % tasks.length;
  const task = tasks[index]!;
  const { promises } = duties[task.duty]!;
  const replaced = (changed: Task): Plan => next(tasks.map((one, position) => (position === index ? changed : one)));
  switch (revision.do) {
    case "drop":
      return tasks.length <= fewestTasks ? plan : next(tasks.filter((_, position) => position !== index));
    case "reword":
      return replaced({ ...task, wording: task.wording === 0 ? 1 : 0 });
    case "units":
      return replaced({
        ...task,
        leads: revision.task.leads,
        helps: revision.task.helps,
        isSpoken: revision.task.isSpoken,
        all: revision.task.all,
      });
    case "due": {
      const { due: _, ...others } = task;
      return replaced(revision.due === undefined ? others : { ...others, due: revision.due });
    }
    case "value":
      if (promises.length === 0) return plan;
      return replaced({
        ...task,
        promised: { ...task.promised, [revision.promise % promises.length]: revision.value },
      });
    case "promise": {
      if (promises.length === 0) return plan;
      const which = revision.promise % promises.length;
      const { [which]: there, ...others } = task.promised;
      return replaced({ ...task, promised: there === undefined ? { ...task.promised, [which]: 0 } : others });
    }
  }
}
