import type { Rule } from "./rule";

const DOUBLED = /([“”‘’【】〔〕])\1/g;

/** A quotation mark or bracket typed twice in a row. Not of 《》: one title may stand inside another. */
export const doubledQuote: Rule = {
  name: "doubled-quote",
  check: ({ clean }) =>
    [...clean.text.matchAll(DOUBLED)].map((found) => ({
      rule: "doubled-quote",
      severity: "warning",
      message: `“${found[0]}”重复，建议只留一个。`,
      span: clean.span(found.index, found.index + 2),
    })),
};
