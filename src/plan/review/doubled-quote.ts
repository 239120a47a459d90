import type { Rule } from "./rule";

const DOUBLED = /([“”‘’《》【】〔〕])\1/g;

/** A quotation mark or bracket typed twice in a row; `》》` may close two titles, one inside the other. */
export const doubledQuote: Rule = {
  name: "doubled-quote",
  check: ({ clean }) =>
    [...clean.text.matchAll(DOUBLED)]
      .filter((found) => found[1] !== "》" && found[1] !== "《")
      .map((found) => ({
        rule: "doubled-quote",
        severity: "warning",
        message: `“${found[0]}”重复，建议只留一个。`,
        span: clean.span(found.index, found.index + 2),
      })),
};
