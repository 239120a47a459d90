import { finding } from "../finding";
import { sentence } from "../sentence";
import { swallowedIn } from "./gap-in-series";
import type { Rule } from "./rule";

/**
 * Finds gaps and repetitions among sibling items. A series that restarts at 1 is a new list. Where the text of the
 * missing numbers is there, gap-in-series reports the gap instead.
 */
export const numbering: Rule = {
  name: "numbering",
  check: ({ clean, readings }) => {
    const swallowed = new Set(swallowedIn({ clean, readings }).map(({ after }) => after));
    return readings.flatMap(({ item: parent }) =>
      parent.children.flatMap((item, index) => {
        const before = parent.children[index - 1]?.marker;
        const { marker } = item;
        if (
          !marker ||
          !before ||
          marker.style !== before.style ||
          marker.value === before.value + 1 ||
          marker.value === 1 ||
          swallowed.has(item)
        )
          return [];
        const message =
          marker.value === before.value
            ? sentence("编号“{{number}}”重复，请核对。", { number: marker.label })
            : sentence("编号不连续：“{{before}}”之后是“{{number}}”，请核对。", {
                before: before.label,
                number: marker.label,
              });
        return [finding("numbering", "warning", message, clean.span(marker.start, marker.end))];
      }),
    );
  },
};
