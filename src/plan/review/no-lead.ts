import { quoted, type Rule } from "./rule";

/** Nobody leads: “A、B按职责分工负责”, or only a collective name. */
export const noLead: Rule = {
  name: "no-lead",
  check: ({ plan }) =>
    plan.tasks
      .filter((task) => task.leadBasis === "none")
      .map((task) => ({
        rule: "no-lead",
        severity: "warning",
        message: `任务${quoted(task.title)}没有牵头单位，所列单位均作为责任单位。`,
        span: task.span,
      })),
};
