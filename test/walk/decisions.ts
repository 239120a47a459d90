import { chapters, duties, everybody, offices, type Timing } from "./stock";
import { printedForm, printedForms, promisedOf, type Plan, type Task } from "./plans";
import type { Op } from "../../src/plan/model";

/** A body that answers by itself: an office, or a short form of one that is another unit, as somebody has said. */
export type Body = string;

/** What the clerk has said about the plan. Units are meant, whatever they are called. */
export type Decision =
  /** @param read the name that the reader chose */
  | { do: "rename"; read: string; to: string }
  | { do: "merge"; from: Body; into: Body }
  | { do: "split"; office: number }
  /** @param name by which it was chosen */
  | { do: "lead"; duty: number; office: number; name: string }
  | { do: "target"; duty: number; promise: number; value: number };

/** The last of what was said that is so. */
export const latest = (decisions: readonly Decision[], is: (one: Decision) => boolean): Decision | undefined => [...decisions].reverse().find(is);

/** A row as the plan and what was decided about it say it. */
export interface TrueRow {
  /** Of a duty, and of a promise of it: stays through all revisions. */
  key: string;
  section: string;
  title: string;
  indicator: string;
  op: Op | "";
  value: number;
  measure: string;
  timing?: Timing;
  /** By the unit's name. */
  marks: Readonly<Record<string, string>>;
}

/** The matrix's rows, in the order of the plan. */
export function rowsOf(plan: Plan, decisions: readonly Decision[]): TrueRow[] {
  const { called } = unitsOf(plan, decisions);
  const inOrder = [0, 1].flatMap((chapter) => plan.tasks.filter(({ duty }) => duties[duty]!.chapter === chapter));
  return inOrder.flatMap((task): TrueRow[] => {
    const { chapter, titles } = duties[task.duty]!;
    const base = { section: chapters[chapter]!, title: titles[task.wording], marks: marksOf(task, decisions, called) };
    const promised = promisedOf(task);
    if (promised.length === 0) return [{ ...base, key: `${task.duty}|`, indicator: "", op: "", value: 0, measure: "" }];
    return promised.map(({ at, promise, value }) => {
      const said = latest(decisions, (one) => one.do === "target" && one.duty === task.duty && one.promise === at);
      return { ...base, key: `${task.duty}|${at}`, indicator: promise.name, op: promise.op, value: said?.do === "target" ? said.value : value, measure: promise.measure, timing: promise.timing };
    });
  });
}

function marksOf(task: Task, decisions: readonly Decision[], called: (form: string) => string): Record<string, string> {
  const marks: Record<string, string> = {};
  const name = (office: number): string => called(printedForm(office, task.isSpoken));
  const said = latest(decisions, (one) => one.do === "lead" && one.duty === task.duty);
  if (task.all) marks[everybody] = "○";
  // Of a unit that leads a task and helps with it, since others were joined to it, the leading counts: 核对 shows no more, and
  // whoever names another lead there sees who is left.
  const leading = task.leads.map(name);
  for (const office of task.helps) if (!leading.includes(name(office))) marks[name(office)] = "○";
  for (const office of said?.do === "lead" ? [] : task.leads) marks[name(office)] = "●";
  if (said?.do === "lead") marks[called(offices[said.office]!.full)] = "●";
  return marks;
}

export interface Named {
  body: Body;
  /** What it goes by. */
  name: string;
  /** What the reader calls it. */
  read: string;
  /** Printed forms that mean it. */
  forms: string[];
  /** All that it is: its own body, and those that were joined to it. */
  bodies: Body[];
}

/** The units that a plan names, and what each printed form is called after all that was decided. */
export function unitsOf(plan: Plan, decisions: readonly Decision[]): { units: Named[]; called: (form: string) => string } {
  const parted = new Set(decisions.flatMap((one) => (one.do === "split" ? [one.office] : [])));
  const into = new Map<Body, Body>();
  const rootOf = (body: Body): Body => (into.has(body) ? rootOf(into.get(body)!) : body);
  for (const one of decisions) if (one.do === "merge" && rootOf(one.from) !== rootOf(one.into)) into.set(rootOf(one.from), rootOf(one.into));
  const groups = new Map<Body, { own: string[]; others: string[]; bodies: Set<Body> }>();
  for (const [office, forms] of printedForms(plan)) {
    for (const form of forms) {
      const body = bodyOf(office, form, parted);
      const group = groups.get(rootOf(body)) ?? { own: [], others: [], bodies: new Set() };
      groups.set(rootOf(body), group);
      group.bodies.add(body);
      (rootOf(body) === body ? group.own : group.others).push(form);
    }
  }
  const renamed = new Map(decisions.flatMap((one) => (one.do === "rename" ? [[one.read, one.to] as const] : [])));
  const units = [...groups].map(([body, { own, others, bodies }]): Named => {
    const read = fullest(own.length > 0 ? own : others);
    return { body, read, name: renamed.get(read) ?? read, forms: [...own, ...others], bodies: [...bodies] };
  });
  const names = new Map(units.flatMap(({ forms, name }) => forms.map((form) => [form, name] as const)));
  return { units, called: (form) => names.get(form) ?? form };
}

/** The body that a printed form of an office means. */
const bodyOf = (office: number, form: string, parted: ReadonlySet<number>): Body => (form === offices[office]!.short && parted.has(office) ? `${office} apart` : String(office));

const fullest = (forms: readonly string[]): string => [...forms].sort((a, b) => b.length - a.length)[0]!;
