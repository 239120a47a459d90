import { finding } from "../finding";
import { sentence, series } from "../sentence";
import { shortened, type Rule } from "./rule";

/**
 * Finds tasks with more than one lead: the units have to agree on who reports. Attributions of different sentences have
 * a lead each.
 */
export const severalLeads: Rule = {
  name: "several-leads",
  check: ({ plan }) =>
    plan.tasks
      .filter((task) => task.leadBasis === "stated" && !task.segments && task.lead.length > 1)
      .map(({ title, lead, span }) => {
        const message = sentence("任务“{{title}}”有 {{leads}} 个牵头单位（{{units}}），请明确由谁填报。", {
          title: shortened(title),
          leads: lead.length,
          units: series(lead),
        });
        return finding("several-leads", "info", message, span);
      }),
};
