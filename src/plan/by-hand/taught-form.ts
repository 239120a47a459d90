import { cleanText } from "../characters";
import type { TaughtForm } from "../decisions";
import { BEFORE_NAMES } from "../lexicon/phrases";
import { anyOf } from "../lexicon/wording";
import type { Plan, Span, Task } from "../model";
import { namesIn, verbBehind } from "./names-in-text";

/** Marks after which another statement begins. */
const BOUNDARY = /[。；;，,\n（(]/;
/** Marks after which a name or another part of a sentence may begin. */
const STOP = /[。；;，,、\n（()）：:【】\s]/;
const FARTHEST = 8;
const FEW = 4;
/** Words that come before a name in any sentence; the text before them varies from place to place. */
const LINK = new RegExp(`${anyOf(BEFORE_NAMES)}$`);

/**
 * The notation that a selected name exemplifies: the words around the list that contains it.
 * @returns undefined if the surrounding words do not say that units are listed
 */
export function formOf(source: string, span: Span, role: TaughtForm["role"]): TaughtForm | undefined {
  const start = listStart(source, span[0]);
  const before = wordsBefore(source, start);
  const after = wordsAfter(source, listEnd(source, span[1]));
  return /[\p{L}\p{N}]/u.test(before + after)
    ? { before: cleanText(before).text, after: cleanText(after).text, role }
    : undefined;
}

/** Start of the list that contains a name: 甲局、乙局. */
function listStart(source: string, from: number): number {
  let start = from;
  while (source[start - 1] === "、") {
    let at = start - 1;
    while (at > 0 && start - at <= 30 && !STOP.test(source[at - 1]!)) at--;
    if (at === start - 1) break;
    start = at;
  }
  return start;
}

function listEnd(source: string, from: number): number {
  let end = from;
  while (source[end] === "、") {
    const nearby = source.slice(end + 1, end + 31);
    const stop = nearby.search(STOP);
    const words = stop < 0 ? nearby : nearby.slice(0, stop);
    if (words === "") break;
    const name = namesIn(words, [])[0];
    end += 1 + (name && name.start === 0 ? name.end : words.length);
  }
  return end;
}

function wordsBefore(source: string, start: number): string {
  let from = start;
  while (from > 0 && start - from < FARTHEST && !BOUNDARY.test(source[from - 1]!)) from--;
  const words = source.slice(from, start);
  const link = LINK.exec(words.trimEnd())?.[0];
  if (link) return link;
  // Where there are no words, the boundary itself is part of the notation.
  return words.trim() === "" ? source.slice(Math.max(0, from - 1), from) : words;
}

function wordsAfter(source: string, end: number): string {
  const words = source.slice(end, end + FEW);
  const verb = verbBehind(words);
  if (verb) return verb;
  const stop = words.search(STOP);
  if (stop > 0) return words.slice(0, stop);
  if (stop < 0) return words;
  return /[。\n]/.test(words[0]!) ? "" : words[0]!;
}

/** The tasks by which a second reading of the same text differs from the first. */
export interface ReadingDifference {
  added: Task[];
  changed: { before: Task; after: Task }[];
}

/** Tasks that were added, and tasks whose units changed. Tasks at the same position are the same. */
export function differenceOf(before: Pick<Plan, "tasks">, after: Pick<Plan, "tasks">): ReadingDifference {
  const places = new Map(before.tasks.map((task) => [task.span[0], task]));
  const unitsOf = ({ lead, responsible, groups }: Task): string => JSON.stringify([lead, responsible, groups]);
  const added: Task[] = [];
  const changed: ReadingDifference["changed"] = [];
  for (const task of after.tasks) {
    const old = places.get(task.span[0]);
    if (!old) added.push(task);
    else if (unitsOf(old) !== unitsOf(task)) changed.push({ before: old, after: task });
  }
  return { added, changed };
}
