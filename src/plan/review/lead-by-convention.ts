import { finding } from "../finding";
import { sentence } from "../sentence";
import { shortened, type Rule } from "./rule";

/** Tells the user where only “责任单位：A、B” is written and A is taken as the lead. */
export const leadByConvention: Rule = {
  name: "lead-by-convention",
  check: ({ plan }) =>
    plan.tasks
      .filter((task) => task.leadBasis === "firstByConvention")
      .map(({ title, lead, span }) => {
        const message = sentence("任务“{{title}}”未写明牵头单位，按惯例以列首位的“{{unit}}”为牵头单位，请确认。", {
          title: shortened(title),
          unit: shortened(lead[0] ?? ""),
        });
        return finding("lead-by-convention", "info", message, span);
      }),
};
