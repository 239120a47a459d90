import type { CleanText } from "../characters";
import { isKnownLabel, labelOf } from "../lexicon/labels";
import { holdsUnits } from "../tables/cell-kinds";
import type { Known } from "../tokens/tokens";
import { readWordsOf, type Attribution } from "./attribution";
import { parseAttribution } from "./parse";

const LONGEST_LABEL = 12;
/** The most lines of units under one label. */
const MOST_LINES = 12;
/** Labels of a body's members, who answer for no task. */
const NO_TASK = /成员|组成/;

/**
 * Attributions with the label on a line of its own and one or more lines below it that hold nothing but units:
 *
 *     责任单位 / 市教育局 / 市财政局
 */
export function labelLines({ text }: CleanText, from: number, to: number, known: Known): Attribution[] {
  const found: Attribution[] = [];
  for (let start = from; start < to;) {
    const end = lineEndAt(text, start, to);
    const label = end - start <= LONGEST_LABEL ? text.slice(start, end).trim() : "";
    const units = isLabel(label) ? unitLines(text, end, to) : [];
    const last = units.at(-1)?.[1];
    if (last !== undefined) {
      const parsed = parseAttribution(
        `${label}:${units
          .map(([s, e]) =>
            text
              .slice(s, e)
              .trim()
              .replace(/[、，。]$/, ""),
          )
          .join("、")}`,
        undefined,
        known,
      );
      const evidence = readWordsOf(parsed, start).map((source) => ({ ...source, start, end: last }));
      if (parsed.entries.some(({ plausible }) => plausible))
        found.push({ start, end: last, form: "line", ownLine: true, parsed, evidence });
    }
    start = (last ?? end) + 1;
  }
  return found;
}

const isLabel = (words: string): boolean =>
  words.length >= 2 && isKnownLabel(words) && labelOf(words)?.names === "units" && !NO_TASK.test(words);

function lineEndAt(text: string, start: number, to: number): number {
  const length = text.slice(start, to).indexOf("\n");
  return length < 0 ? to : start + length;
}

/** The lines below a position that hold units and nothing else, up to the first other line; blank lines are skipped. */
function unitLines(text: string, from: number, to: number): [start: number, end: number][] {
  const lines: [number, number][] = [];
  for (let start = from + 1; start < to && lines.length < MOST_LINES;) {
    const end = lineEndAt(text, start, to);
    const words = text.slice(start, end).trim();
    if (words !== "" && (isLabel(words) || !holdsUnits(words))) break;
    if (words !== "") lines.push([start, end]);
    start = end + 1;
  }
  return lines;
}
