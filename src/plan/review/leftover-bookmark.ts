import { RESIDUE_FORMS } from "../characters";
import type { Rule } from "./rule";

const LEFTOVER = new RegExp(RESIDUE_FORMS, "g");

/** What Word's fields and bookmarks leave behind when a document is saved as text. */
export const leftoverBookmark: Rule = {
  name: "leftover-bookmark",
  check: ({ clean }) =>
    [...clean.source.matchAll(LEFTOVER)].map((found) => ({
      rule: "leftover-bookmark",
      severity: "warning",
      message: `残留的书签或域代码“${found[0]}”，建议删去。`,
      span: [found.index, found.index + found[0].length],
    })),
};
