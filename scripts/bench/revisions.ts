import { idSource } from "../../src/plan/identity";
import type { Indicator, Plan, Task } from "../../src/plan/model";

/** A revision of a plan, made by random edits from a seed, and what became of each item. */
export interface Revision {
  plan: Plan;
  /** Incoming id → correct base ids (two if either part of a split may keep the identity). */
  tasks: Map<string, string[]>;
  indicators: Map<string, string[]>;
  /** Incoming name → base name. */
  units: Map<string, string[]>;
}

export type Random = () => number;

/** A small random generator of numbers in [0, 1) (mulberry32); its seed repeats a run. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)]!;

/** Inserted words come from elsewhere in the plan, so that new text looks like the old. */
function stock(plan: Plan): string[] {
  return plan.tasks
    .flatMap(({ title, text }) => `${title}${text}`.split(/[，。；、\s]+/))
    .filter((piece) => piece.length >= 2 && piece.length <= 12);
}

/** Replaces, drops and inserts pieces of two to six letters until `share` of the text is touched. */
function reword(text: string, share: number, random: Random, words: readonly string[]): string {
  let letters = [...text];
  let left = Math.round(letters.length * share);
  while (left > 0 && letters.length > 1) {
    const length = Math.min(left, 2 + Math.floor(random() * 5), letters.length);
    const at = Math.floor(random() * (letters.length - length + 1));
    const word = [...pick(random, words)].slice(0, length);
    const kind = random();
    if (kind < 0.6) letters = [...letters.slice(0, at), ...word, ...letters.slice(at + length)];
    else if (kind < 0.8) letters = [...letters.slice(0, at), ...letters.slice(at + length)];
    else letters = [...letters.slice(0, at), ...word, ...letters.slice(at)];
    left -= length;
  }
  return letters.join("");
}

interface Draft {
  task: Task;
  /** The base ids that are correct for it. */
  from: string[];
  indicators: { indicator: Indicator; from: string[] }[];
}

/** @param most the largest share of a text that is reworded; it is drawn for each task */
export function revise(plan: Plan, most: number, random: Random): Revision {
  const words = stock(plan);
  const share = (): number => (random() < 0.3 ? 0 : most * random());
  let drafts: Draft[] = plan.tasks.map((task) => ({
    task: rewordTask(task, share(), random, words),
    from: [task.id],
    indicators: plan.indicators
      .filter(({ taskId }) => taskId === task.id)
      .map((indicator) => ({ indicator: rewordIndicator(indicator, share(), random, words), from: [indicator.id] })),
  }));
  drafts = drafts.filter(() => random() >= 0.05);
  if (random() < 0.5) split(drafts, random);
  if (random() < 0.5) merge(drafts, random);
  for (let count = Math.floor(random() * 4); count > 0; count--)
    drafts.splice(Math.floor(random() * drafts.length), 0, newTask(plan, random, words));
  for (let count = Math.floor(random() * 5); count > 0; count--)
    drafts.splice(Math.floor(random() * drafts.length), 0, ...drafts.splice(Math.floor(random() * drafts.length), 1));
  for (const draft of drafts)
    if (random() < 0.1) draft.task = { ...draft.task, section: [pick(random, plan.tasks).section[0] ?? "其他"] };
  const units = renamedUnits(plan, random);
  return assembled(plan, drafts, units, share, random, words);
}

function rewordTask(task: Task, share: number, random: Random, words: readonly string[]): Task {
  return { ...task, title: reword(task.title, share, random, words), text: reword(task.text, share, random, words) };
}

function rewordIndicator(indicator: Indicator, share: number, random: Random, words: readonly string[]): Indicator {
  const value = random() < 0.3 ? Math.round(indicator.value * (1 + random())) + 1 : indicator.value;
  return {
    ...indicator,
    name: reword(indicator.name, share, random, words),
    quote: reword(indicator.quote, share, random, words),
    value,
  };
}

/** Splits a task. The longer part keeps the identity; either may if they are about equal. */
function split(drafts: Draft[], random: Random): void {
  const index = drafts.findIndex(({ task }) => task.text.length > 60 && random() < 0.3);
  const draft = drafts[index];
  if (!draft) return;
  const { text, title } = draft.task;
  const cut = Math.floor(text.length * (0.35 + 0.3 * random()));
  const first = { ...draft, task: { ...draft.task, text: text.slice(0, cut) } };
  const second: Draft = {
    task: { ...draft.task, title: text.slice(cut, cut + 12), text: text.slice(cut + 12) },
    from: [],
    indicators: [],
  };
  const [a, b] = [cut + title.length, text.length - cut];
  const near = Math.abs(a - b) <= 0.3 * Math.max(a, b);
  if (near) {
    first.from = [...draft.from];
    second.from = [...draft.from];
  } else if (b > a) {
    second.from = draft.from;
    first.from = [];
  }
  drafts.splice(index, 1, first, second);
}

/** Joins two neighbours. The result keeps the identity of the longer. */
function merge(drafts: Draft[], random: Random): void {
  const index = Math.floor(random() * (drafts.length - 1));
  const [a, b] = [drafts[index], drafts[index + 1]];
  if (!a || !b) return;
  const size = ({ task }: Draft): number => task.title.length + task.text.length;
  const near = Math.abs(size(a) - size(b)) <= 0.3 * Math.max(size(a), size(b));
  const from = near ? [...a.from, ...b.from] : size(a) >= size(b) ? a.from : b.from;
  drafts.splice(index, 2, {
    task: { ...a.task, text: `${a.task.text}${b.task.title}。${b.task.text}` },
    from,
    indicators: [...a.indicators, ...b.indicators],
  });
}

function newTask(plan: Plan, random: Random, words: readonly string[]): Draft {
  const text = Array.from({ length: 10 + Math.floor(random() * 10) }, () => pick(random, words)).join("，");
  return {
    task: { ...pick(random, plan.tasks), title: `${pick(random, words)}${pick(random, words)}`, text },
    from: [],
    indicators: [],
  };
}

function renamedUnits(plan: Plan, random: Random): Map<string, string> {
  const names = new Map<string, string>();
  for (const { name } of plan.units) {
    if (random() >= 0.06) continue;
    const inserted = pick(random, ["和体育", "与科技", "综合", "数据"]);
    const at = Math.max(2, name.length - 1);
    names.set(name, `${name.slice(0, at)}${inserted}${name.slice(at)}`);
  }
  return names;
}

/** Gives everything the ids that the reader would derive from it. */
function assembled(
  plan: Plan,
  drafts: readonly Draft[],
  renamed: ReadonlyMap<string, string>,
  share: () => number,
  random: Random,
  words: readonly string[],
): Revision {
  const taskId = idSource("t");
  const indicatorId = idSource("i");
  const unit = (name: string): string => renamed.get(name) ?? name;
  const tasks = new Map<string, string[]>();
  const indicators = new Map<string, string[]>();
  const made: { tasks: Task[]; indicators: Indicator[] } = { tasks: [], indicators: [] };
  const give = ({ indicator, from }: Draft["indicators"][0], owner: string | undefined, at: number): void => {
    const id = indicatorId(owner ?? "", indicator.name, indicator.unit);
    const { taskId: _former, ...rest } = indicator;
    made.indicators.push({ ...rest, id, ...(owner === undefined ? {} : { taskId: owner }), span: [at, at + 1] });
    indicators.set(id, from);
  };
  const free = plan.indicators.filter((indicator) => indicator.taskId === undefined);
  for (const indicator of free)
    if (random() >= 0.03)
      give({ indicator: rewordIndicator(indicator, share(), random, words), from: [indicator.id] }, undefined, 1);
  drafts.forEach(({ task, from, indicators: own }, index) => {
    const id = taskId(task.title, task.text);
    const at = (index + 1) * 1000;
    made.tasks.push({
      ...task,
      id,
      path: `三/(${index + 1})`,
      lead: task.lead.map(unit),
      responsible: task.responsible.map(unit),
      span: [at, at + 900],
    });
    tasks.set(id, from);
    for (const one of own) if (random() >= 0.03) give(one, id, at + 10);
  });
  return {
    plan: {
      ...plan,
      ...made,
      units: plan.units.map(({ name, aliases }) => ({ name: unit(name), aliases: renamed.has(name) ? [] : aliases })),
    },
    tasks,
    indicators,
    units: new Map(plan.units.map(({ name }) => [unit(name), [name]])),
  };
}
