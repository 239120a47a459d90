import fc from "fast-check";
import type { UnitDecisions } from "../../../src/plan/corrections";
import type { Plan as ReadPlan } from "../../../src/plan/model";
import { isAwaited } from "../awaiting";
import { latest, unitsOf, type Decision, type Named } from "../decisions";
import type { Model } from "../model";
import type { Office } from "../office";
import type { Action, AnyAction } from "../step";
import { duties, newNames, offices } from "../stock";
import { promisedOf } from "../plans";
import { readAsMeant } from "./plan";

/** As the list of units in 核对 does it. */
const asRead = ({ renamed }: UnitDecisions, name: string): string => Object.entries(renamed).find(([, given]) => given === name)?.[0] ?? name;

async function decide(model: Model, office: Office, decision: Decision, change: (units: UnitDecisions) => UnitDecisions): Promise<void> {
  office.pane.correct((before) => ({ ...before, units: change(before.units) }));
  model.decisions = [...model.decisions, decision];
  await readAsMeant(model, office);
}

const unitAt = (model: Model, at: number): Named => {
  const { units } = unitsOf(model.plan, model.decisions);
  return units[at % units.length]!;
};

const renaming: AnyAction = fc.record({ at: fc.nat({ max: 6 }), name: fc.constantFrom(...newNames) }).map(({ at, name }): Action => ({
  says: `call unit ${at} ${name}`,
  act: async (model, office) => {
    const unit = unitAt(model, at);
    if (unitsOf(model.plan, model.decisions).units.some((one) => one.name === name || one.read === name)) return;
    model.steps.push(`  ${unit.name} → ${name}`);
    await decide(model, office, { do: "rename", read: unit.read, to: name }, (units) => ({ ...units, renamed: { ...units.renamed, [asRead(units, unit.name)]: name } }));
  },
}));

const merging: AnyAction = fc.record({ at: fc.nat({ max: 6 }), other: fc.nat({ max: 6 }) }).map(({ at, other }): Action => ({
  says: `join unit ${at} to unit ${other}`,
  act: async (model, office) => {
    const [unit, into] = [unitAt(model, at), unitAt(model, other)];
    if (unit.body === into.body || unitsOf(model.plan, model.decisions).units.length <= 2) return;
    model.steps.push(`  ${unit.name} → ${into.name}`);
    await decide(model, office, { do: "merge", from: unit.body, into: into.body }, (units) => ({ ...units, same: [...units.same, [asRead(units, into.name), asRead(units, unit.name)]] }));
  },
}));

const splitting: AnyAction = fc.nat({ max: 2 }).map((at): Action => ({
  says: `part short form ${at} from its unit`,
  act: async (model, office) => {
    const short = offices.flatMap((one, index) => (one.short === undefined ? [] : [{ index, ...one }]))[at]!;
    const unit = unitsOf(model.plan, model.decisions).units.find(({ forms }) => forms.includes(short.short!) && forms.includes(short.full));
    // Of a unit that was joined with another, the join is taken back first.
    if (!unit || model.decisions.some((one) => one.do === "merge" && [one.from, one.into].includes(String(short.index)))) return;
    model.steps.push(`  ${short.short} from ${unit.name}`);
    await decide(model, office, { do: "split", office: short.index }, (units) => ({ ...units, apart: [...units.apart, short.short!] }));
  },
}));

/** The last decision about units is taken back. */
const takingBack: AnyAction = fc.constant({
  says: "take back the last decision about units",
  act: async (model: Model, office: Office) => {
    const last = latest(model.decisions, (one) => one.do === "rename" || one.do === "merge" || one.do === "split");
    if (!last) return;
    office.pane.correct((before) => ({ ...before, units: without(before.units, last) }));
    model.decisions = model.decisions.filter((one) => one !== last && !(last.do === "rename" && one.do === "rename" && one.read === last.read));
    await readAsMeant(model, office);
  },
});

function without(units: UnitDecisions, last: Decision): UnitDecisions {
  if (last.do === "merge") return { ...units, same: units.same.slice(0, -1) };
  if (last.do === "split") return { ...units, apart: units.apart.filter((name) => name !== offices[last.office]!.short) };
  return last.do === "rename" ? { ...units, renamed: Object.fromEntries(Object.entries(units.renamed).filter(([name]) => name !== last.read)) } : units;
}

const taskNamed = (read: ReadPlan, titles: readonly string[]): ReadPlan["tasks"][number] => read.tasks.find(({ title }) => titles.includes(title))!;

const leading: AnyAction = fc.record({ at: fc.nat({ max: 6 }), unit: fc.nat({ max: 6 }) }).map(({ at, unit }): Action => ({
  says: `set the lead of task ${at} right: unit ${unit}`,
  act: async (model, office) => {
    const task = model.plan.tasks[at % model.plan.tasks.length]!;
    const named = unitAt(model, unit);
    const lead = offices.findIndex(({ full }) => named.forms.includes(full));
    if (lead < 0) return;
    model.steps.push(`  ${duties[task.duty]!.titles[0]}: ${named.name}`);
    const { id } = taskNamed(await office.openPlan(), duties[task.duty]!.titles);
    office.pane.correct((before) => ({ ...before, tasks: { ...before.tasks, [id]: { ...before.tasks[id], lead: [named.name] } } }));
    model.decisions = [...model.decisions, { do: "lead", duty: task.duty, office: lead }];
    await readAsMeant(model, office);
  },
}));

const targeting: AnyAction = fc.record({ at: fc.nat({ max: 6 }), promise: fc.nat({ max: 1 }), value: fc.constantFrom(12, 33, 70) }).map(({ at, promise, value }): Action => ({
  says: `set a target of task ${at} right: ${value}`,
  act: async (model, office) => {
    const task = model.plan.tasks[at % model.plan.tasks.length]!;
    const promised = promisedOf(task);
    if (promised.length === 0) return;
    const { at: which, promise: one } = promised[promise % promised.length]!;
    model.steps.push(`  ${one.name}: ${value}`);
    const { id } = (await office.openPlan()).indicators.find(({ name }) => name === one.name)!;
    office.pane.correct((before) => ({ ...before, indicators: { ...before.indicators, [id]: { ...before.indicators[id], value } } }));
    model.decisions = [...model.decisions, { do: "target", duty: task.duty, promise: which, value }];
    await readAsMeant(model, office);
  },
}));

export const deciding: readonly AnyAction[] = [
  ...(isAwaited("units renamed and merged") ? [] : [renaming, merging, takingBack]),
  ...(isAwaited("units split") ? [] : [splitting]),
  leading,
  targeting,
];
