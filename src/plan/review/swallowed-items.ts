import type { TaskDraft } from "../task-drafts";
import { leftOver } from "../finding";
import { sentence } from "../sentence";
import { shortened, type Rule } from "./rule";

/** A task with more than this share of the text and several attributions is a whole plan read as one task. */
const SHARE = 0.5;
const SEVERAL = 3;
/** A task with at least MANY attributions, and TIMES as many as the median task, contains several tasks. */
const MANY = 6;
const TIMES = 4;
/** How many characters before each attribution the finding shows. */
const NEARBY = 60;

/**
 * Finds a task that contains most of the text or unusually many attributions, because the items below it were not
 * separated.
 */
export const swallowedItems: Rule = {
  name: "swallowed-items",
  check: ({ clean, drafts }) => {
    const counts = drafts.map(({ attributions }) => attributions.length).sort((a, b) => a - b);
    const usual = counts[counts.length >> 1] ?? 0;
    const title = ({ headline }: TaskDraft): string => shortened(clean.printed(headline.start, headline.end));
    return drafts.flatMap((draft) => {
      const { attributions, start, end } = draft;
      if (attributions.length >= SEVERAL && end - start > SHARE * clean.text.length) {
        const message = sentence("“{{title}}”一项占了全文大半，其中可能有多项任务没有分开，请核对。", {
          title: title(draft),
        });
        return [leftOver("swallowed-items", "error", message, clean.span(start, end))];
      }
      if (attributions.length < MANY || attributions.length < TIMES * usual) return [];
      const message = sentence("“{{title}}”一项中有{{count}}处写明了单位，可能有任务没有分开，请核对。", {
        title: title(draft),
        count: attributions.length,
      });
      return attributions
        .slice(1)
        .map((attribution) =>
          leftOver(
            "swallowed-items",
            "warning",
            message,
            clean.span(Math.max(attribution.start - NEARBY, start), attribution.end),
          ),
        );
    });
  },
};
