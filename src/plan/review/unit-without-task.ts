import { finding } from "../finding";
import { sentence } from "../sentence";
import { placeOf, shortened, type Rule } from "./rule";

/** Finds a unit that the plan names, as a member of a group or elsewhere, but gives no task. */
export const unitWithoutTask: Rule = {
  name: "unit-without-task",
  check: ({ plan, clean }) => {
    const busy = new Set(plan.tasks.flatMap(({ lead, responsible }) => [...lead, ...responsible]));
    return plan.units
      .filter(({ name }) => !busy.has(name))
      .map(({ name }) =>
        finding(
          "unit-without-task",
          "info",
          sentence("单位“{{unit}}”没有任务，请核对。", { unit: shortened(name) }),
          placeOf(name, { plan, clean }),
        ),
      );
  },
};
