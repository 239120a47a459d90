import { quoted, type Rule } from "./rule";

/** More than one unit leads: who answers for the number has to be agreed. Attributions of different sentences each have their own. */
export const severalLeads: Rule = {
  name: "several-leads",
  check: ({ plan }) =>
    plan.tasks
      .filter((task) => task.leadBasis === "stated" && !task.segments && task.lead.length > 1)
      .map((task) => ({
        rule: "several-leads",
        severity: "info",
        message: `任务${quoted(task.title)}有 ${task.lead.length} 个牵头单位（${task.lead.join("、")}），请明确由谁填报。`,
        span: task.span,
      })),
};
