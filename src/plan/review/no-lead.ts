import { finding } from "../finding";
import { sentence } from "../sentence";
import { shortened, type Rule } from "./rule";

/** Finds tasks without a lead: “A、B按职责分工负责”, or only a collective name. */
export const noLead: Rule = {
  name: "no-lead",
  check: ({ plan }) =>
    plan.tasks
      .filter((task) => task.leadBasis === "none")
      .map(({ title, span }) =>
        finding(
          "no-lead",
          "warning",
          sentence("任务“{{title}}”没有牵头单位，所列单位均作为责任单位。", { title: shortened(title) }),
          span,
        ),
      ),
};
