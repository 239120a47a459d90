import { mayBeUnit } from "../lexicon/endings";
import { isKnownLabel, labelBefore, WHOLE_LABELS } from "../lexicon/labels";
import { isGroup } from "../units/groups";

/** A clause of an attribution, `[start, end)` within the content that was cut. */
export interface ListPart {
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
 * Cuts the content of an attribution at its separators, leaving brackets and quotations whole. A label opens a clause
 * even where the separator before it was forgotten.
 * @param breaksAt whether a white-space gap or line break before this position separates too.
 */
export function cutAtSeparators(content: string, breaksAt: (position: number) => boolean): ListPart[] {
  const clauses: ListPart[] = [];
  const labels = labelStarts(content, breaksAt);
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

/** What may stand at the end of a label without a colon. */
const LABEL_END = new RegExp(`:|(?:单位|部门|处室|科室|主体|机构)\\)?|(?:${WHOLE_LABELS})(?=[为是])`, "g");
const SHORTEST_INSIDE = 4;

/** Where labels begin, and where what they say begins: behind a colon, or before a verb or blank that stands for it. */
function labelStarts(content: string, breaksAt: (position: number) => boolean): Map<number, number> {
  const starts = new Map<number, number>();
  let floor = 0;
  for (const { 0: words, index } of content.matchAll(LABEL_END)) {
    const hasColon = words === ":";
    const end = hasColon ? index : index + words.length;
    if (!hasColon && !/[为是]/.test(content[end] ?? "") && !(end < content.length && breaksAt(end))) continue;
    const label = labelBefore(content, end, floor);
    if (label && (hasColon || (isKnownLabel(label.word) && standsAlone(content, label))))
      starts.set(label.start, hasColon ? end + 1 : end);
    if (hasColon) floor = end + 1;
  }
  return starts;
}

/** Not 各成员单位; a label of one word stands right behind a whole name. */
function standsAlone(content: string, { word, start }: { word: string; start: number }): boolean {
  return (
    !/[各等其]/.test(content[start - 1] ?? "") && (word.length >= SHORTEST_INSIDE || standsBehindName(content, start))
  );
}

/** 县民政局配合为县水利局. */
function standsBehindName(content: string, at: number): boolean {
  const words = /[^、，,；;。|\t:]*$/.exec(content.slice(Math.max(0, at - REACH), at))![0];
  return words === "" || mayBeUnit(words) || isGroup(words);
}
