import { mayBeUnit } from "../lexicon/endings";
import { isKnownLabel, labelBefore, WHOLE_LABELS } from "../lexicon/labels";
import { isGroup } from "../units/groups";

/** A part of an attribution between two separators, `[start, end)` within the content. */
export interface ListPart {
  text: string;
  start: number;
  end: number;
  /** The separator before it; empty at the beginning. */
  separator: string;
  /** The separator after it; empty at the end. */
  next: string;
  /** The name before it has taken over its last word. */
  lends?: true;
}

const SEPARATORS = new Set(["、", "，", ",", "；", ";", "。", "/", "|", "\t"]);
/** Longest bracket or quotation inside a name. The limit also keeps the work on hostile text linear. */
const REACH = 60;
const CLOSERS: Readonly<Record<string, string>> = { "(": ")", "“": "”", "《": "》", "〔": "〕", "[": "]" };

/**
 * Cuts the content of an attribution at its separators. Brackets and quotations stay whole. A label starts a new part
 * even where the separator before it is missing.
 * @param breaksAt whether a white-space gap or line break before this position separates too
 */
export function cutAtSeparators(content: string, breaksAt: (position: number) => boolean): ListPart[] {
  const parts: ListPart[] = [];
  const labels = labelStarts(content, breaksAt);
  let start = 0;
  let separator = "";
  const close = (end: number, next: string, from: number): void => {
    const text = content.slice(start, end).replace(/\n/g, "");
    if (text !== "" || separator !== "") parts.push({ text, start, end, separator, next });
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
  return parts;
}

/** Position of the closing mark of a bracket or quotation, or of the opening mark if it is not closed nearby. */
function skipped(content: string, at: number, closer: string): number {
  let depth = 0;
  for (let end = at + 1; end <= Math.min(content.length - 1, at + REACH); end++) {
    if (content[end] === closer && depth-- === 0) return end;
    if (content[end] === content[at]) depth++;
  }
  return at;
}

/** Possible ends of a label without a colon. */
const LABEL_END = new RegExp(`:|(?:单位|部门|处室|科室|主体|机构)\\)?|(?:${WHOLE_LABELS})(?=[为是])`, "g");
const SHORTEST_INSIDE = 4;

/**
 * Starts of labels, each with the start of the text it introduces: after the colon, or before the verb or blank that
 * replaces it.
 */
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

/** Whether the label is not part of a name such as 各成员单位. A one-word label must come right after a whole name. */
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
