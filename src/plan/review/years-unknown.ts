import { finding } from "../finding";
import { sentence } from "../sentence";
import type { Rule } from "./rule";

/** No year is named anywhere: the sheet cannot know which year columns to make. */
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
