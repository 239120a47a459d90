import { quoted, type Rule } from "./rule";

/** Only “责任单位：A、B” is written: A is taken as lead, which the user should know. */
export const leadByConvention: Rule = {
  name: "lead-by-convention",
  check: ({ plan }) =>
    plan.tasks
      .filter((task) => task.leadBasis === "firstByConvention")
      .map((task) => ({
        rule: "lead-by-convention",
        severity: "info",
        message: `任务${quoted(task.title)}未写明牵头单位，按惯例以列首位的${quoted(task.lead[0] ?? "")}为牵头单位，请确认。`,
        span: task.span,
      })),
};
