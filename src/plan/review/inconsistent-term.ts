import { finding } from "../finding";
import type { Finding } from "../model";
import { sentence } from "../sentence";
import { shortened, type Rule } from "./rule";

/** A term with a list in brackets after it: `新时代文明实践中心(所、站)`. */
const TERM = /([\u4e00-\u9fff]{4,12})\(([\u4e00-\u9fff]{1,6}(?:、[\u4e00-\u9fff]{1,6}){1,4})\)/g;
/** How many characters before the bracket identify the term. */
const IDENTIFYING = 4;

/** Finds a term written in different ways: the same list in a different order. */
export const inconsistentTerm: Rule = {
  name: "inconsistent-term",
  check: ({ clean }) => {
    const findings: Finding[] = [];
    const known = new Map<string, string>();
    for (const found of clean.text.matchAll(TERM)) {
      const list = found[2]!;
      const key = `${found[1]!.slice(-IDENTIFYING)}|${list.split("、").sort().join("、")}`;
      const first = known.get(key);
      if (first === undefined) known.set(key, list);
      else if (first !== list) {
        const span = clean.span(found.index, found.index + found[0].length);
        findings.push(
          finding(
            "inconsistent-term",
            "info",
            sentence("“{{term}}”与前文“（{{before}}）”次序不一致，建议统一。", {
              term: shortened(found[0]),
              before: first,
            }),
            span,
          ),
        );
      }
    }
    return findings;
  },
};
