import type { Finding, Indicator, Plan, Task } from "../../../src/plan/model";
import type { Rendered, Place } from "./render";

/** A fault in the reading of a rendered plan. */
export interface Fault {
  kind: "task" | "amount" | "extra task" | "extra amount";
  what: string;
  /** Whether no finding about the reading covers the place. */
  silent: boolean;
}

export interface Verdict {
  exact: boolean;
  faults: Fault[];
  /** How many findings about the reading are about places without a fault. */
  alarms: number;
  /** How many of the tasks' persons and dates are right. */
  persons: { right: number; all: number };
  dates: { right: number; all: number };
  /** How many tasks have their lead by the plan's convention: the basis, and the unit taken as lead. */
  bases: { right: number; all: number };
}

const plain = (name: string): string =>
  name
    .replace(/[\s\u3000]/g, "")
    .replace(/（/g, "(")
    .replace(/）/g, ")");

/** Findings about the reading. One that covers most of the text counts only for a plan that is mostly lost. */
function tellingFindings(plan: Plan, length: number, mostlyLost: boolean): Finding[] {
  return plan.findings.filter(
    (f) => f.about === "reading" && (mostlyLost || f.span[1] - f.span[0] <= Math.max(200, length / 2)),
  );
}

const NEAR = 5;
const touched = (findings: readonly Finding[], [start, end]: Place): boolean =>
  findings.some(({ span: [s, e] }) => s < end + NEAR && start < e + NEAR);

/** Compares the reading with what was printed. */
export function compare({ text, tasks, amounts }: Rendered, plan: Plan): Verdict {
  const names = new NameBook(plan);
  const wrong: { kind: Fault["kind"]; what: string; place: Place }[] = [];
  const verdict: Verdict = {
    exact: true,
    faults: [],
    alarms: 0,
    persons: { right: 0, all: 0 },
    dates: { right: 0, all: 0 },
    bases: { right: 0, all: 0 },
  };
  const pairs = pair(tasks, plan.tasks, names);
  for (const [expected, task] of pairs) {
    if (!task || !sameUnits(expected, task, names))
      wrong.push({ kind: "task", what: said(expected, task), place: expected.place });
    else count(verdict, expected, task, names);
  }
  const used = new Set([...pairs.values()]);
  for (const task of plan.tasks)
    if (!used.has(task))
      wrong.push({
        kind: "extra task",
        what: `${task.path} ${task.title}: ${task.lead.join("、")} | ${task.responsible.join("、")}`,
        place: task.span,
      });
  const faultyTasks = wrong.filter(({ kind }) => kind === "task").length;
  wrong.push(...amountFaults(amounts, plan.indicators));
  const findings = tellingFindings(plan, text.length, faultyTasks * 2 >= tasks.length);
  verdict.faults = wrong.map(({ kind, what, place }) => ({ kind, what, silent: !touched(findings, place) }));
  verdict.exact = wrong.length === 0;
  verdict.alarms = plan.findings.filter(
    (f) => f.about === "reading" && !wrong.some(({ place }) => touched([f], place)),
  ).length;
  return verdict;
}

/** Treats the printed names of a unit and its canonical name as one. */
class NameBook {
  private readonly canonical = new Map<string, string>();

  constructor(plan: Plan) {
    for (const { name, aliases } of plan.units)
      for (const form of [name, ...aliases]) this.canonical.set(plain(form), plain(name));
  }

  key(name: string): string {
    return this.canonical.get(plain(name)) ?? plain(name);
  }

  same(a: readonly string[], b: readonly string[]): boolean {
    const left = [...new Set(a.map((name) => this.key(name)))].sort();
    const right = [...new Set(b.map((name) => this.key(name)))].sort();
    return left.length === right.length && left.every((name, k) => name === right[k]);
  }
}

/** Where no unit is stated to lead, lead and responsible are compared as one set. */
function sameUnits({ reading }: Rendered["tasks"][number], task: Task, names: NameBook): boolean {
  if (!names.same(reading.groups, task.groups)) return false;
  if (reading.basis === "none" || reading.basis === "firstByConvention")
    return names.same([...reading.lead, ...reading.responsible], [...task.lead, ...task.responsible]);
  return names.same(reading.lead, task.lead) && names.same(reading.responsible, task.responsible);
}

function pair(
  expected: Rendered["tasks"],
  read: readonly Task[],
  names: NameBook,
): Map<Rendered["tasks"][number], Task | undefined> {
  const free = new Set(read);
  const pairs = new Map<Rendered["tasks"][number], Task | undefined>();
  for (const fits of [(e: Rendered["tasks"][number], t: Task) => sameUnits(e, t, names), () => true]) {
    for (const task of expected) {
      if (pairs.get(task)) continue;
      const found = [...free].find((t) => task.paths.includes(t.path) && fits(task, t));
      pairs.set(task, found);
      if (found) free.delete(found);
    }
  }
  return pairs;
}

function count(
  verdict: Verdict,
  { reading, due, persons }: Rendered["tasks"][number],
  task: Task,
  names: NameBook,
): void {
  verdict.bases.all++;
  if (reading.basis === task.leadBasis && names.same(reading.lead, task.lead)) verdict.bases.right++;
  if (due !== undefined) {
    verdict.dates.all++;
    if (task.deadline?.by?.startsWith(due)) verdict.dates.right++;
  }
  if (persons) {
    verdict.persons.all++;
    const got = (task.persons ?? []).flatMap(({ label, name }) => name.split(/[、，]/).map((one) => `${label}:${one}`));
    if (got.length === persons.length && persons.every((p) => got.includes(p))) verdict.persons.right++;
  }
}

function amountFaults(
  expected: Rendered["amounts"],
  read: readonly Indicator[],
): { kind: Fault["kind"]; what: string; place: Place }[] {
  const free = new Set(read);
  const faults: { kind: Fault["kind"]; what: string; place: Place }[] = [];
  for (const amount of expected) {
    const [start, end] = amount.place;
    const here = [...free].find((i) => i.span[0] < end && start < i.span[1] && i.value === amount.value);
    if (here) free.delete(here);
    if (!here || here.op !== amount.op || plain(here.unit) !== plain(amount.unit) || here.max !== amount.max) {
      const got = here
        ? `${here.op} ${here.value}${here.max === undefined ? "" : `..${here.max}`} ${here.unit}`
        : "nothing";
      faults.push({
        kind: "amount",
        what: `want ${amount.op} ${amount.value}${amount.max === undefined ? "" : `..${amount.max}`} ${amount.unit} (${amount.words}), got ${got}`,
        place: amount.place,
      });
    }
  }
  for (const extra of free)
    faults.push({
      kind: "extra amount",
      what: `${extra.quote} → ${extra.op} ${extra.value} ${extra.unit}`,
      place: extra.span,
    });
  return faults;
}

function said({ paths, reading }: Rendered["tasks"][number], task: Task | undefined): string {
  const want = `${paths.join(" or ")}: ${reading.lead.join("、")} | ${reading.responsible.join("、")} | ${reading.groups.join("、")} (${reading.basis})`;
  return `want ${want}, got ${task ? `${task.lead.join("、")} | ${task.responsible.join("、")} | ${task.groups.join("、")} (${task.leadBasis})` : "no task"}`;
}
