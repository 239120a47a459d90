import type { ReadingDecisions } from "../decisions";
import { runTogether } from "../tokens/lists";
import { LABELS_OF_ROWS } from "../notations/table";
import type { Attribution } from "./attribution";
import type { PlanStyle } from "./find";

/** What is known before the first pass over a plan: the decisions of a person, and the labels of the tables. */
export function initialStyle(decisions: ReadingDecisions): PlanStyle {
  return {
    known: {
      names: new Set(),
      notUnits: new Set(decisions.notUnits),
      labels: { ...LABELS_OF_ROWS, ...decisions.labels },
    },
    prose: { learned: false },
    forms: decisions.forms,
  };
}

/** How many sentences must clearly say who leads to show that a plan writes like this. */
const FEWEST_SENTENCES = 2;

/** Names that are clear somewhere. Not 科技部财政部, which occurs once beside 科技部 and 财政部: there a separator is missing. */
function clearNames(often: ReadonlyMap<string, number>): string[] {
  const all = new Set(often.keys());
  return [...often].flatMap(([name, count]) => (count === 1 && runTogether(name, all) !== undefined ? [] : [name]));
}

/** What a first pass shows for the second: names that are clear somewhere, and whether sentences say who answers. */
export function learnedStyle(
  readings: readonly { attributions: readonly Attribution[] }[],
  first: PlanStyle,
): PlanStyle {
  const names = new Set(first.known.names);
  const often = new Map<string, number>();
  const odd = new Map<string, number>();
  let sentences = 0;
  let others = 0;
  for (const { attributions } of readings) {
    for (const { form, parsed } of attributions) {
      if (form === "prose") sentences++;
      else others++;
      for (const { name, isGroup, plausible } of parsed.entries) {
        if (isGroup) continue;
        if (plausible) often.set(name, (often.get(name) ?? 0) + 1);
        else odd.set(name, (odd.get(name) ?? 0) + 1);
      }
    }
  }
  for (const name of clearNames(often)) names.add(name);
  for (const [name, count] of odd) if (count >= 2) names.add(name);
  return {
    ...first,
    known: { ...first.known, names },
    prose: { learned: sentences >= FEWEST_SENTENCES && sentences > others },
  };
}
