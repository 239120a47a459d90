import type { CleanText } from "../characters";
import { CandidateReader } from "./candidates";
import type { Line } from "./lines";
import { UNNUMBERED } from "./places";
import type { Event } from "./best-reading";

/** A heading without a number, on a line of its own. */
const HEADING_LINE = new RegExp(`^${UNNUMBERED}:?$`);
const LONGEST_HEADING = 11;
/** `附件`, `附件2：…`, `附表` at the start of a line: an annex, a document of its own, begins. */
const ANNEX = /^(?:附件|附表|附录)(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:[:.、]|$)/;
const LONGEST_ANNEX = 60;
/** 附件：1.…, with 2.… on the next line: a list of what is attached. */
const ENCLOSURES = /^附件:?1[.、]/;

/** Every place that may open an item or a part of the document, in the order of the text. */
export function eventsOf(clean: CleanText, lines: readonly Line[]): Event[] {
  const candidates = new CandidateReader(clean, lines);
  const events: Event[] = [];
  let isInside = false;
  let enclosures = 0;
  for (const line of lines) {
    const length = line.end - line.start;
    const content = clean.text.slice(line.start, Math.min(line.end, line.start + LONGEST_ANNEX + 1));
    const annex = length <= LONGEST_ANNEX ? ANNEX.exec(content) : null;
    // "附件：…" in a letter names what is attached. An annex is opened only by a bare "附件" or "附件1" line, or by one that
    // follows numbered items.
    if (annex && (annex[0].length === length || isInside)) {
      events.push({ kind: "part", start: line.start });
      isInside = false;
    }
    if (length <= LONGEST_HEADING && HEADING_LINE.test(content))
      events.push({ kind: "heading", start: line.start, end: line.end, words: content });
    enclosures = ENCLOSURES.test(content) ? 1 : enclosureAfter(enclosures, content);
    if (enclosures > 0) continue;
    const found = candidates.inLine(line);
    isInside ||= found.some(({ place }) => !place);
    events.push(...found);
  }
  return events;
}

/** The number of a line within a list of enclosures; 0 where the list is over. */
function enclosureAfter(before: number, content: string): number {
  const number = /^(\d{1,2})[.、]/.exec(content)?.[1];
  return before > 0 && Number(number) === before + 1 && content.length <= LONGEST_ANNEX ? before + 1 : 0;
}
