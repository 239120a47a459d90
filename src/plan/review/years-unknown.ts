import { finding } from "../finding";
import { sentence } from "../sentence";
import type { Rule } from "./rule";

/** Finds a plan that names no year, so that the year columns of the sheet are unknown. */
export const yearsUnknown: Rule = {
  name: "years-unknown",
  check: ({ plan, clean }) =>
    plan.years[0] > 0
      ? []
      : [
          finding(
            "years-unknown",
            "warning",
            sentence("文中没有写明方案的起止年份，请补充。"),
            clean.span(0, Math.min(clean.text.length, 20)),
          ),
        ],
};
