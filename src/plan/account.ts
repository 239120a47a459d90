import type { LeftOver } from "./attribution/attribution";
import type { CleanText } from "./characters";
import type { TaskDraft, ItemReading } from "./task-drafts";
import { leftOver } from "./finding";
import type { Finding } from "./model";
import type { Entry } from "./notations/read-tokens";
import { shortened } from "./review/rule";
import { oddityOf } from "./units/odd-names";
import { isWholeGroup } from "./units/groups";
import { sentence, type Sentence } from "./sentence";

const SAID: Readonly<Record<LeftOver["rule"], (words: string) => Sentence>> = {
  "attribution-not-read": (words) => sentence("“{{words}}”处像是写了单位，没有读出，请核对。", { words }),
  "name-not-read": (words) => sentence("“{{words}}”像是单位的名称，没有读作单位，请核对。", { words }),
  "label-unknown": (label) =>
    sentence("“{{label}}：”后面像是单位，没有读作牵头或责任单位，请说明它们负什么责任。", { label }),
};

/** A label of units by its form, whose words do not tell what the units do. */
const askedOf = (label: string): Sentence =>
  sentence("“{{label}}：”后面的单位，暂作责任单位，请说明它们负什么责任。", { label });

const cutShort = (words: string): Sentence => sentence("“{{words}}”不像单位的完整名称，请核对。", { words });

/** Read as a name although it ends like none, or holds what no name holds. */
const isTorn = ({ name, plausible, isGroup }: Entry): boolean =>
  isGroup ? !isWholeGroup(name) : !plausible || oddityOf(name) !== undefined;

/**
 * Turns what the reading of attributions left over into findings. Nothing is searched for here: each finding is a place
 * where a reading began and could not be completed. A label whose meaning is unknown is reported once, at its first
 * place.
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
