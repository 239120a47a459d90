import { cleanText } from "../characters";
import type { Corrections } from "../corrections";
import { hashOf, lettersOf } from "../identity";
import type { Span, Task } from "../model";
import { markerAt } from "../outline/markers";
import { titleOf } from "../task-titles";
import { taskAt, type MarkedTask } from "./marked-tasks";

const LONGEST_TITLE = 40;

/** The range without the white space at both ends. */
export function trimmedSpan(source: string, [start, end]: Span): Span {
  const words = source.slice(start, end);
  return [start + words.length - words.trimStart().length, end - (words.length - words.trimEnd().length)];
}

/** The title of a passage as a task: its words up to the first full stop, without the number before them. */
export function titleOfWords(words: string): string {
  const clean = cleanText(words.trim());
  const from = markerAt(clean.text, 0, false)?.end ?? 0;
  const { start, end } = titleOf(clean, from, clean.text.length);
  const title = clean.printed(start, end).replace(/\s*\n\s*/g, "");
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title;
}

/** Makes a task of a passage, with an id derived from its words. */
export function markedTask(
  source: string,
  span: Span,
  units: Pick<MarkedTask, "title" | "lead" | "responsible" | "groups">,
  taken: readonly MarkedTask[],
): MarkedTask {
  const [start, end] = trimmedSpan(source, span);
  const words = source.slice(start, end);
  const base = `h${hashOf(lettersOf(words))}`;
  const ids = new Set(taken.filter(({ span: other }) => other[0] !== start || other[1] !== end).map(({ id }) => id));
  let id = base;
  for (let count = 2; ids.has(id); count++) id = `${base}-${count}`;
  return { id, span: [start, end], words, ...units };
}

/** Marks a passage; marking it again replaces the earlier mark. */
export function withMark(corrections: Corrections, mark: MarkedTask, tasks: readonly Task[]): Corrections {
  const task = taskAt(tasks, mark.span);
  const { [mark.id]: _own, [task?.id ?? ""]: _read, ...others } = corrections.tasks;
  const rest = corrections.marked.filter(
    ({ id, span }) => id !== mark.id && !(span[0] === mark.span[0] && span[1] === mark.span[1]),
  );
  return { ...corrections, tasks: others, marked: [...rest, mark].sort((a, b) => a.span[0] - b.span[0]) };
}

/** Removes a marked passage and the corrections of its task. */
export function withoutMark(corrections: Corrections, id: string): Corrections {
  const { [id]: _own, ...tasks } = corrections.tasks;
  return { ...corrections, tasks, marked: corrections.marked.filter((mark) => mark.id !== id) };
}
