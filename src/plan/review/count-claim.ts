import type { ItemReading } from "../task-drafts";
import { finding } from "../finding";
import { smallNumber } from "../lexicon/small-numbers";
import type { CleanText } from "../characters";
import { sentence, series } from "../sentence";
import { shortened, type Rule } from "./rule";

/** A number of headings that the text announces: `5项提升行动`, `四大重点工程`. */
const CLAIM =
  /(\d{1,2}|[一二三四五六七八九十]{1,3})(?:项|大|个)((?:[\u4e00-\u9fff]{0,4})(?:行动|工程|任务|举措|措施))/g;

/** Finds announcements such as “5项行动” that do not match the number of headings with that word. */
export const countClaim: Rule = {
  name: "count-claim",
  check: ({ clean, readings }) =>
    [...clean.text.matchAll(CLAIM)].flatMap((found) => {
      const claimed = smallNumber(found[1]!);
      const word = found[2]!;
      const counts = headingsWith(readings, clean, word);
      if (claimed === undefined || counts.length === 0 || counts.includes(claimed)) return [];
      return [
        finding(
          "count-claim",
          "warning",
          sentence("文中说“{{claim}}”，以“{{word}}”为题的标题却有 {{counts}} 个，请核对。", {
            claim: shortened(found[0]),
            word,
            counts: series(counts),
          }),
          clean.span(found.index, found.index + found[0].length),
        ),
      ];
    }),
};

/**
 * For each parent item, the number of its headings that end with the word. A single heading is ignored, because the
 * word then names something else.
 */
function headingsWith(readings: readonly ItemReading[], clean: CleanText, word: string): number[] {
  const byParent = new Map<ItemReading["item"] | undefined, number>();
  for (const { item, headline } of readings) {
    if (
      !item.marker ||
      !clean.text
        .slice(headline.start, headline.end)
        .replace(/[。；:]$/, "")
        .endsWith(word)
    )
      continue;
    byParent.set(item.parent, (byParent.get(item.parent) ?? 0) + 1);
  }
  return [...byParent.values()].filter((count) => count > 1);
}
