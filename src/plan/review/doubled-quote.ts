import { finding } from "../finding";
import { sentence } from "../sentence";
import type { Rule } from "./rule";

const DOUBLED = /([“”‘’【】〔〕])\1/g;

/** Finds a quotation mark or bracket typed twice in a row. 《》 is exempt, because titles can be nested. */
export const doubledQuote: Rule = {
  name: "doubled-quote",
  check: ({ clean }) =>
    [...clean.text.matchAll(DOUBLED)].map((found) =>
      finding(
        "doubled-quote",
        "warning",
        sentence("“{{marks}}”重复，建议只留一个。", { marks: found[0] }),
        clean.span(found.index, found.index + 2),
      ),
    ),
};
