import { t } from "../../../locale";
import type { Corrections } from "../../../plan/corrections";
import type { Plan } from "../../../plan/model";
import { shortNamesOf } from "../../../matrix/columns";
import { withMerged, withParted, withRenamed, type UnitDecisions } from "../../../plan/units/decisions";

/** Something that the user decides about a unit. An empty short name restores the default. */
export type UnitAction =
  | { do: "shorten"; unit: string; given: string }
  | { do: "rename"; unit: string; given: string }
  | { do: "merge"; unit: string; into: string }
  | { do: "part"; unit: string; alias: string };

export function withAction(corrections: Corrections, act: UnitAction): Corrections {
  if (act.do === "shorten") return { ...corrections, shortNames: { ...corrections.shortNames, [act.unit]: act.given } };
  return { ...corrections, units: decided(corrections.units, act) };
}

function decided(units: UnitDecisions, act: Exclude<UnitAction, { do: "shorten" }>): UnitDecisions {
  if (act.do === "rename") return withRenamed(units, act.unit, act.given);
  if (act.do === "merge") return withMerged(units, act.into, act.unit);
  return withParted(units, act.unit, act.alias);
}

/** The outcome of an action, judged by the plan that was read with it. */
export function outcomeOf(act: UnitAction, plan: Plan): { isDone: boolean; text: string } {
  const unitOf = (name: string): Plan["units"][number] | undefined => plan.units.find((unit) => unit.name === name);
  const { unit } = act;
  if (act.do === "shorten") {
    const short = shortNamesOf(plan).get(unit) ?? unit;
    return {
      isDone: act.given === "" || short === act.given,
      text: t("“{{unit}}”的简称是“{{short}}”。表头在下次同步或生成时改过来。", { unit, short }),
    };
  }
  if (act.do === "rename") {
    const { given } = act;
    const isDone = unitOf(given) !== undefined && !unitOf(unit);
    return {
      isDone,
      text: isDone
        ? t("“{{unit}}”已改称“{{given}}”。", { unit, given })
        : t("“{{unit}}”没有改成“{{given}}”：方案中另有写法仍读作原名。可以在“手工标注”里取消这次改名。", {
            unit,
            given,
          }),
    };
  }
  if (act.do === "merge") {
    const { into } = act;
    const isDone = unitOf(into) !== undefined && !unitOf(unit);
    return {
      isDone,
      text: isDone
        ? t("“{{unit}}”已并入“{{into}}”。要恢复，在“手工标注”里取消，或在“{{into}}”的“修改”里拆开。", { unit, into })
        : t("“{{unit}}”没有并入“{{into}}”，两个单位仍然分开。可以在“手工标注”里看到并取消。", { unit, into }),
    };
  }
  const { alias } = act;
  if (unitOf(alias)) {
    const leads = plan.tasks.filter(({ lead }) => lead.includes(alias)).length;
    const helps = plan.tasks.filter(({ responsible }) => responsible.includes(alias)).length;
    return {
      isDone: true,
      text: t("“{{alias}}”已从“{{unit}}”拆开，是单独的单位：牵头 {{leads}} 项、责任 {{helps}} 项。", {
        alias,
        unit,
        leads,
        helps,
      }),
    };
  }
  const isDone = !unitOf(unit)?.aliases.includes(alias);
  return {
    isDone,
    text: isDone
      ? t("“{{alias}}”不再算作“{{unit}}”的别名。方案中没有哪项任务写由它负责，所以没有单独成为一个单位。", {
          alias,
          unit,
        })
      : t("“{{alias}}”没有拆开，仍与“{{unit}}”是一个单位。", { alias, unit }),
  };
}
