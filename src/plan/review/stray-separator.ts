import { finding } from "../finding";
import { sentence } from "../sentence";
import type { Rule } from "./rule";

const STRAY =
  /[、，,；;](?=\))|(?<=\()[、，,；;。]|、(?=[、，。；])|，(?=，)|；(?=；)|。(?=。)|[、，](?=\n|$)(?<=[局委厅部办会][、，])(?!\n[\u4e00-\u9fff])/g;

/** Finds a separator with nothing to separate: before a closing bracket, after an opening one, or doubled. */
export const straySeparator: Rule = {
  name: "stray-separator",
  check: ({ clean }) =>
    [...clean.text.matchAll(STRAY)].map((found) =>
      finding(
        "stray-separator",
        "warning",
        sentence("多余的标点“{{mark}}”，建议删去。", { mark: found[0] }),
        clean.span(found.index, found.index + found[0].length),
      ),
    ),
};
