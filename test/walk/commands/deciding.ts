import fc from "fast-check";
import type { UnitDecisions } from "../../../src/plan/corrections";
import { isRefused, typedTarget } from "../../../src/plan/by-hand/typed-amount";
import { shortNamesOf } from "../../../src/matrix/columns";
import {
  withMerged,
  withoutMerge,
  withoutParting,
  withoutRenaming,
  withParted,
  withRenamed,
} from "../../../src/plan/units/decisions";
import type { Plan as ReadPlan } from "../../../src/plan/model";
import { latest, unitsOf, type Decision, type Named } from "../decisions";
import { claim, said } from "../broken";
import type { Model } from "../model";
import type { Office } from "../office";
import type { Action, AnyAction } from "../step";
import { duties, newNames, offices } from "../stock";
import { promisedOf } from "../plans";
import { readAsMeant } from "./plan";

async function decide(
  model: Model,
  office: Office,
  decision: Decision,
  change: (units: UnitDecisions) => UnitDecisions,
): Promise<void> {
  office.pane.correct((before) => ({ ...before, units: change(before.units) }));
  model.decisions = [...model.decisions, decision];
  await readAsMeant(model, office);
}

const unitAt = (model: Model, at: number): Named => {
  const { units } = unitsOf(model.plan, model.decisions);
  return units[at % units.length]!;
};

const renaming: AnyAction = fc
  .record({ at: fc.nat({ max: 6 }), name: fc.constantFrom(...newNames) })
  .map(({ at, name }): Action => ({
    says: `call unit ${at} ${name}`,
    act: async (model, office) => {
      const unit = unitAt(model, at);
      if (unitsOf(model.plan, model.decisions).units.some((one) => one.name === name || one.read === name)) return;
      model.steps.push(`  ${unit.name} → ${name}`);
      await decide(model, office, { do: "rename", read: unit.read, to: name }, (units) =>
        withRenamed(units, unit.name, name),
      );
    },
  }));

/** Gives a 简称, or takes it back; headers show it from the next sync on. */
const shortening: AnyAction = fc
  .record({ at: fc.nat({ max: 6 }), isTakenBack: fc.boolean() })
  .map(({ at, isTakenBack }): Action => ({
    says: `${isTakenBack ? "take back the 简称" : "give a 简称"} of unit ${at}`,
    act: async (model, office) => {
      const unit = unitAt(model, at);
      // If the unit is a short form that counts as a unit of its own, its office has the 简称.
      const given = isTakenBack ? "" : offices[Number(unit.body)]?.given;
      if (given === undefined) return;
      model.steps.push(`  ${unit.name} → ${given}`);
      office.pane.correct((before) => ({ ...before, shortNames: { ...before.shortNames, [unit.name]: given } }));
      await readAsMeant(model, office);
      const shown = shortNamesOf(await office.openPlan()).get(unit.name);
      claim(
        isTakenBack || shown === given,
        "a unit goes by the 简称 that it was given",
        () => `${unit.name}: ${said(shown)}`,
      );
    },
  }));

const merging: AnyAction = fc
  .record({ at: fc.nat({ max: 6 }), other: fc.nat({ max: 6 }) })
  .map(({ at, other }): Action => ({
    says: `join unit ${at} to unit ${other}`,
    act: async (model, office) => {
      const [unit, into] = [unitAt(model, at), unitAt(model, other)];
      if (unit.body === into.body || unitsOf(model.plan, model.decisions).units.length <= 2) return;
      model.steps.push(`  ${unit.name} → ${into.name}`);
      await decide(model, office, { do: "merge", from: unit.body, into: into.body, intoRead: into.read }, (units) =>
        withMerged(units, into.name, unit.name),
      );
    },
  }));

const splitting: AnyAction = fc.nat({ max: 2 }).map((at): Action => ({
  says: `part short form ${at} from its unit`,
  act: async (model, office) => {
    const short = offices.flatMap((one, index) => (one.short === undefined ? [] : [{ index, ...one }]))[at]!;
    const unit = unitsOf(model.plan, model.decisions).units.find(
      ({ forms }) => forms.includes(short.short!) && forms.includes(short.full),
    );
    // If the unit was joined with another, that join has to be taken back first.
    if (
      !unit ||
      model.decisions.some((one) => one.do === "merge" && [one.from, one.into].includes(String(short.index)))
    )
      return;
    model.steps.push(`  ${short.short} from ${unit.name}`);
    await decide(model, office, { do: "split", office: short.index }, (units) =>
      withParted(units, unit.name, short.short!),
    );
  },
}));

/** The last decision about units is taken back. */
const takingBack: AnyAction = fc.constant({
  says: "take back the last decision about units",
  act: async (model: Model, office: Office) => {
    const last = latest(model.decisions, (one) => one.do === "rename" || one.do === "merge" || one.do === "split");
    if (!last) return;
    office.pane.correct((before) => ({ ...before, units: without(before.units, last) }));
    model.decisions = model.decisions.filter(
      (one) => one !== last && !(last.do === "rename" && one.do === "rename" && one.read === last.read),
    );
    await readAsMeant(model, office);
  },
});

function without(units: UnitDecisions, last: Decision): UnitDecisions {
  if (last.do === "merge") return withoutMerge(units, units.same[units.same.length - 1]!);
  if (last.do === "split") return withoutParting(units, offices[last.office]!.short!);
  return last.do === "rename" ? withoutRenaming(units, last.read) : units;
}

const taskNamed = (read: ReadPlan, titles: readonly string[]): ReadPlan["tasks"][number] =>
  read.tasks.find(({ title }) => titles.includes(title))!;

const leading: AnyAction = fc
  .record({ at: fc.nat({ max: 6 }), unit: fc.nat({ max: 6 }) })
  .map(({ at, unit }): Action => ({
    says: `set the lead of task ${at} right: unit ${unit}`,
    act: async (model, office) => {
      const task = model.plan.tasks[at % model.plan.tasks.length]!;
      const named = unitAt(model, unit);
      model.steps.push(`  ${duties[task.duty]!.titles[0]}: ${named.name}`);
      const { id } = taskNamed(await office.openPlan(), duties[task.duty]!.titles);
      office.pane.correct((before) => ({
        ...before,
        tasks: { ...before.tasks, [id]: { ...before.tasks[id], lead: [named.name] } },
      }));
      model.decisions = [...model.decisions, { do: "lead", duty: task.duty, read: named.read }];
      await readAsMeant(model, office);
    },
  }));

const targeting: AnyAction = fc
  .record({
    at: fc.nat({ max: 6 }),
    promise: fc.nat({ max: 1 }),
    typed: fc.constantFrom({ text: "１２", value: 12 }, { text: "三十三", value: 33 }, { text: "70", value: 70 }),
  })
  .map(({ at, promise, typed: { text, value } }): Action => ({
    says: `set a target of task ${at} right: ${text}`,
    act: async (model, office) => {
      const task = model.plan.tasks[at % model.plan.tasks.length]!;
      const promised = promisedOf(task);
      if (promised.length === 0) return;
      const { at: which, promise: one } = promised[promise % promised.length]!;
      model.steps.push(`  ${one.name}: ${value}`);
      const indicator = (await office.openPlan()).indicators.find(({ name }) => name === one.name)!;
      const { id } = indicator;
      const read = typedTarget(text, indicator);
      claim(!isRefused(read), "核对 takes a number as it is written", () => said(read));
      office.pane.correct((before) => ({
        ...before,
        indicators: { ...before.indicators, [id]: { ...before.indicators[id], ...read } },
      }));
      model.decisions = [...model.decisions, { do: "target", duty: task.duty, promise: which, value }];
      await readAsMeant(model, office);
    },
  }));

export const deciding: readonly AnyAction[] = [
  renaming,
  shortening,
  merging,
  splitting,
  takingBack,
  leading,
  targeting,
];
