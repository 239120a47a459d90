import type { Rule } from "./rule";

/** Gaps and repeats among items that stand side by side. A series that begins anew at 1 is a new list. */
export const numbering: Rule = {
  name: "numbering",
  check: ({ clean, readings }) =>
    readings.flatMap(({ item: parent }) =>
      parent.children.flatMap((item, index) => {
        const before = parent.children[index - 1]?.marker;
        const { marker } = item;
        if (!marker || !before || marker.style !== before.style || marker.value === before.value + 1 || marker.value === 1) return [];
        const what = marker.value === before.value ? `编号“${marker.label}”重复` : `编号不连续：“${before.label}”之后是“${marker.label}”`;
        return [{ rule: "numbering", severity: "warning" as const, message: `${what}，请核对。`, span: clean.span(marker.start, marker.end) }];
      }),
    ),
};
