import { chapters, duties, everybody, offices, type Timing } from "./stock";
import { printedForm, printedForms, promisedOf, type Plan, type Task } from "./plans";
import type { Op } from "../../src/plan/model";

/** Whatever answers by itself: an office, or a short form of one that somebody has declared to be another unit. */
export type Body = string;

/** What the clerk has decided about the plan. A decision is about a unit, whatever the unit is called. */
export type Decision =
  /** @param read the name that the reader chose */
  | { do: "rename"; read: string; to: string }
  /** @param intoRead the name that the reader chose for the one */
  | { do: "merge"; from: Body; into: Body; intoRead: string }
  | { do: "split"; office: number }
  /** @param read the name that the reader had chosen for the unit, whatever it is called by now */
  | { do: "lead"; duty: number; read: string }
  | { do: "target"; duty: number; promise: number; value: number };

/** The latest decision to which `is` applies. */
export const latest = (decisions: readonly Decision[], is: (one: Decision) => boolean): Decision | undefined =>
  [...decisions].reverse().find(is);

/** A row as the plan says it, with the decisions about it. */
export interface TrueRow {
  /** Of a duty and one of its promises; it stays the same through all revisions. */
  key: string;
  section: string;
  title: string;
  indicator: string;
  op: Op | "";
  value: number;
  measure: string;
  timing?: Timing;
  /** Index of `deadlines`. */
  due?: number;
  /** By the unit's name. */
  marks: Readonly<Record<string, string>>;
}

/** The matrix's rows, in the order of the plan. */
export function rowsOf(plan: Plan, decisions: readonly Decision[]): TrueRow[] {
  const names = unitsOf(plan, decisions);
  const inOrder = [0, 1].flatMap((chapter) => plan.tasks.filter(({ duty }) => duties[duty]!.chapter === chapter));
  return inOrder.flatMap((task): TrueRow[] => {
    const { chapter, titles } = duties[task.duty]!;
    const base = {
      section: chapters[chapter],
      title: titles[task.wording],
      ...(task.due === undefined ? {} : { due: task.due }),
      marks: marksOf(task, decisions, names),
    };
    const promised = promisedOf(task);
    if (promised.length === 0) return [{ ...base, key: `${task.duty}|`, indicator: "", op: "", value: 0, measure: "" }];
    return promised.map(({ at, promise, value }) => {
      const said = latest(decisions, (one) => one.do === "target" && one.duty === task.duty && one.promise === at);
      return {
        ...base,
        key: `${task.duty}|${at}`,
        indicator: promise.name,
        op: promise.op,
        value: said?.do === "target" ? said.value : value,
        measure: promise.measure,
        timing: promise.timing,
      };
    });
  });
}

function marksOf(
  task: Task,
  decisions: readonly Decision[],
  { called, calledNow }: Pick<ReturnType<typeof unitsOf>, "called" | "calledNow">,
): Record<string, string> {
  const marks: Record<string, string> = {};
  const name = (office: number): string => called(printedForm(office, task.isSpoken));
  const said = latest(decisions, (one) => one.do === "lead" && one.duty === task.duty);
  if (task.all) marks[everybody] = "○";
  // If a unit both leads a task and helps with it, since others were joined to it, only the leading counts: 核对 shows no
  // more than that, and whoever names another lead there sees who is left.
  const leading = task.leads.map(name);
  for (const office of task.helps) if (!leading.includes(name(office))) marks[name(office)] = "○";
  for (const office of said?.do === "lead" ? [] : task.leads) marks[name(office)] = "●";
  if (said?.do === "lead") marks[calledNow(said.read)] = "●";
  return marks;
}

export interface Named {
  body: Body;
  /** Its present name. */
  name: string;
  /** The reader's name for it. */
  read: string;
  /** Printed forms that mean it. */
  forms: string[];
  /** Everything that it consists of: its own body, and those that were joined to it. */
  bodies: Body[];
}

interface Names {
  units: Named[];
  /** The present name of the unit that a printed form means. */
  called: (form: string) => string;
  /**
   * The present name of a unit that was picked under this name of the reader's, possibly in another version of the
   * plan.
   */
  calledNow: (read: string) => string;
}

/** The units that a plan names, and what they are called after all that was decided. */
export function unitsOf(plan: Plan, decisions: readonly Decision[]): Names {
  const parted = new Set(decisions.flatMap((one) => (one.do === "split" ? [one.office] : [])));
  const into = new Map<Body, Body>();
  const reads = new Map<Body, string>();
  const rootOf = (body: Body): Body => (into.has(body) ? rootOf(into.get(body)!) : body);
  for (const one of decisions)
    if (one.do === "merge" && rootOf(one.from) !== rootOf(one.into)) {
      into.set(rootOf(one.from), rootOf(one.into));
      reads.set(rootOf(one.into), one.intoRead);
    }
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
  const calledNow = (read: string): string => {
    const own = bodyOf(
      offices.findIndex(({ full, short }) => read === full || read === short),
      read,
      parted,
    );
    const body = rootOf(own);
    const name = body === own ? read : (reads.get(body) ?? read);
    return units.find((one) => one.body === body)?.name ?? renamed.get(name) ?? name;
  };
  return { units, called: (form) => names.get(form) ?? form, calledNow };
}

/** The body that a printed form of an office means. */
const bodyOf = (office: number, form: string, parted: ReadonlySet<number>): Body =>
  form === offices[office]!.short && parted.has(office) ? `${office} apart` : String(office);

const fullest = (forms: readonly string[]): string => [...forms].sort((a, b) => b.length - a.length)[0]!;
