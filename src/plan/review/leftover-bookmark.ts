import { RESIDUE_FORMS } from "../characters";
import { finding } from "../finding";
import { sentence } from "../sentence";
import type { Rule } from "./rule";

const LEFTOVER = new RegExp(RESIDUE_FORMS, "g");

/** Finds remains of Word fields and bookmarks in a document saved as text. */
export const leftoverBookmark: Rule = {
  name: "leftover-bookmark",
  check: ({ clean }) =>
    [...clean.source.matchAll(LEFTOVER)].map((found) =>
      finding(
        "leftover-bookmark",
        "warning",
        sentence("残留的书签或域代码“{{code}}”，建议删去。", { code: found[0] }),
        [found.index, found.index + found[0].length],
      ),
    ),
};
