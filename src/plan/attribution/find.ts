import type { CleanText } from "../characters";
import type { TaughtForm } from "../decisions";
import { nothingKnown, type Known } from "../tokens/tokens";
import { joined, type Attribution, type FoundAttributions } from "./attribution";
import { inBrackets } from "./in-brackets";
import { inSentences, lastSentence, type Prose } from "./in-sentences";
import { labelLines } from "./label-lines";
import { labelled, unclaimed } from "./labelled";
import { isBlank } from "./lines";
import { byTaughtForms } from "./taught";

export type { Attribution, FoundAttributions } from "./attribution";

/** What the first pass over a plan has shown for the second: its names and labels, and how it writes who answers. */
export interface PlanStyle {
  known: Known;
  prose: Prose;
  forms: readonly TaughtForm[];
}

const plainStyle: PlanStyle = { known: nothingKnown, prose: { learned: false }, forms: [] };

/**
 * All attributions between two cleaned positions, in order, and what was left over.
 * @param style what is known of the plan; by default nothing
 */
export function findAttributions(
  clean: CleanText,
  from: number,
  to: number,
  style: PlanStyle = plainStyle,
): FoundAttributions {
  const { known } = style;
  const brackets = inBrackets(clean, from, to, known);
  // A bare bracket inside a labelled list belongs to a name: 责任单位：市交通委（市道运局）.
  const runs = labelled(
    clean,
    from,
    to,
    brackets.attributions.filter((a) => a.form !== "bareBracket"),
    known,
  );
  const outside = brackets.attributions.filter(
    (a) => a.form !== "bareBracket" || !runs.attributions.some((r) => r.start <= a.start && a.end <= r.end),
  );
  const taught = byTaughtForms(clean, from, to, style.forms, known);
  const others = [...outside, ...runs.attributions, ...labelLines(clean, from, to, known)].filter(
    (a) => !taught.some((t) => t.start < a.end && a.start < t.end),
  );
  const all = [...taught, ...others].sort((a, b) => a.start - b.start);
  const asides = [...brackets.asides, ...runs.asides].sort((a, b) => a.start - b.start);
  const leftOvers = [...brackets.leftOvers, ...runs.leftOvers, ...unclaimed(clean, from, to, all, known)];
  if (all.length > 0) return { attributions: joinAdjacent(clean.text, all), asides, leftOvers, decoys: runs.decoys };
  const last = lastSentence(clean, from, to, known);
  const sentences = inSentences(clean, from, last?.start ?? to, known, style.prose);
  return {
    attributions: [...sentences.attributions, ...(last ? [last] : [])],
    asides,
    leftOvers: [...leftOvers, ...sentences.leftOvers],
    decoys: [...runs.decoys, ...sentences.decoys],
  };
}

function joinAdjacent(text: string, attributions: readonly Attribution[]): Attribution[] {
  const groups: Attribution[][] = [];
  for (const attribution of attributions) {
    const last = groups.at(-1);
    if (last && isBlank(text, last.at(-1)!.end, attribution.start)) last.push(attribution);
    else groups.push([attribution]);
  }
  return groups.map(joined);
}
