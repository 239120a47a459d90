import { isKnownLabel, labelBefore } from "../lexicon/labels";

/** A clause of an attribution, `[start, end)` within the content that was cut. */
export interface Clause {
  text: string;
  start: number;
  end: number;
  /** What stands before it: a separator, or empty at the beginning. */
  separator: string;
  /** What stands behind it. */
  next: string;
  /** The name before it has taken its last word. */
  lends?: true;
}

const SEPARATORS = new Set(["、", "，", ",", "；", ";", "。", "/", "|", "\t"]);
/** How far a bracket or quotation inside a name may reach; also what keeps hostile text linear. */
const REACH = 60;
const CLOSERS: Readonly<Record<string, string>> = { "(": ")", "“": "”", "《": "》", "〔": "〕", "[": "]" };

/**
 * Cuts the content of an attribution at its separators, leaving brackets and quotations whole. A label opens a clause even
 * where the separator before it was forgotten.
 * @param breaksAt whether a white-space gap or line break before this position separates too.
 */
export function cutClauses(content: string, breaksAt: (position: number) => boolean): Clause[] {
  const clauses: Clause[] = [];
  const labels = labelStarts(content);
  let start = 0;
  let separator = "";
  const close = (end: number, next: string, from: number): void => {
    const text = content.slice(start, end).replace(/\n/g, "");
    if (text !== "" || separator !== "") clauses.push({ text, start, end, separator, next });
    start = from;
    separator = next;
  };
  for (let i = 0; i < content.length; i++) {
    const labelEnd = labels.get(i);
    if (labelEnd !== undefined) {
      if (i > start) close(i, " ", i);
      i = labelEnd - 1;
      continue;
    }
    const c = content[i]!;
    if (i > start && breaksAt(i)) close(i, " ", i);
    if (CLOSERS[c]) i = skipped(content, i, CLOSERS[c]);
    else if (SEPARATORS.has(c)) close(i, c, i + 1);
  }
  close(content.length, "", content.length);
  return clauses;
}

/** The end of what a bracket or quotation holds; the opening mark itself where it is not closed nearby. */
function skipped(content: string, at: number, closer: string): number {
  const end = content.slice(at + 1, at + 1 + REACH).indexOf(closer);
  return end < 0 ? at : at + end + 1;
}

/** Where labels begin, and where what they say begins. */
function labelStarts(content: string): Map<number, number> {
  const starts = new Map<number, number>();
  let floor = 0;
  for (const { index } of content.matchAll(/:|(?<=单位|部门|处室|科室|主体|机构|\))(?=[为是])/g)) {
    const hasColon = content[index] === ":";
    const label = labelBefore(content, index, floor);
    if (label && (hasColon || isKnownLabel(label.word))) starts.set(label.start, hasColon ? index + 1 : index);
    if (hasColon) floor = index + 1;
  }
  return starts;
}

