import type { LeftOver } from "./attribution/attribution";
import type { CleanText } from "./characters";
import type { TaskDraft, ItemReading } from "./task-drafts";
import { leftOver } from "./finding";
import type { Finding } from "./model";
import type { Entry } from "./notations/read-tokens";
import { shortened } from "./review/rule";
import { isWholeGroup } from "./units/groups";
import { sentence, type Sentence } from "./sentence";

const SAID: Readonly<Record<LeftOver["rule"], (words: string) => Sentence>> = {
  "attribution-not-read": (words) => sentence("“{{words}}”处像是写了单位，没有读出，请核对。", { words }),
  "name-not-read": (words) => sentence("“{{words}}”像是单位的名称，没有读作单位，请核对。", { words }),
  "label-unknown": (label) =>
    sentence("“{{label}}：”后面像是单位，没有读作牵头或责任单位，请说明它们负什么责任。", { label }),
};

/** Units behind a label that looks like one of units, and does not say what they do. */
const askedOf = (label: string): Sentence =>
  sentence("“{{label}}：”后面的单位，暂作责任单位，请说明它们负什么责任。", { label });

const cutShort = (words: string): Sentence => sentence("“{{words}}”不像单位的完整名称，请核对。", { words });

/** Read as a name for want of anything better: it ends like none. */
const isTorn = ({ name, plausible, isGroup }: Entry): boolean => (isGroup ? !isWholeGroup(name) : !plausible);

/**
 * The account of who answers: what the reading of attributions left over, as findings. Nothing is searched for here;
 * each is a place where reading began and came to no end.
 */
export function accountOf(clean: CleanText, readings: readonly ItemReading[], drafts: readonly TaskDraft[]): Finding[] {
  const labels = new Set<string>();
  const findings: Finding[] = [];
  const add = ({ rule, start, end, words }: LeftOver): void => {
    findings.push(
      leftOver(
        rule,
        "warning",
        SAID[rule](rule === "label-unknown" ? words : shortened(words)),
        clean.span(start, end),
      ),
    );
  };
  for (const { leftOvers } of readings) leftOvers.forEach(add);
  for (const { attributions } of drafts) {
    for (const { parsed, start, end } of attributions) {
      for (const { text } of parsed.doubtful) add({ rule: "name-not-read", start, end, words: text });
      for (const { name } of parsed.entries.filter(isTorn))
        findings.push(leftOver("name-doubtful", "warning", cutShort(name), clean.span(start, end)));
      for (const { label } of parsed.unknownLabels) {
        if (labels.has(label!.word)) continue;
        labels.add(label!.word);
        findings.push(leftOver("label-unknown", "warning", askedOf(label!.word), clean.span(start, end)));
      }
    }
  }
  return findings;
}
