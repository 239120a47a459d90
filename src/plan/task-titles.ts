import type { CleanText } from "./characters";
import { NAME_LABEL } from "./lexicon/phrases";
import { headlineOf, type Headline } from "./outline/headline";

const LONGEST_NAME = 60;
/** 目标任务：建成…: a line with one field of a task. */
const FIELD_LINE = /^[ \t]*[\u4e00-\u9fff]{2,8}:/;

/**
 * The title of an item or paragraph: its name where a label gives one, otherwise its first words, see
 * {@link headlineOf}.
 * @param limit where the item ends or its first attribution begins
 */
export function titleOf(clean: CleanText, from: number, limit: number): Headline {
  return namedHeadline(clean.text, from, limit) ?? headlineOf(clean, from, limit);
}

function namedHeadline(text: string, from: number, limit: number): Headline | undefined {
  const [first] = text.slice(from, Math.min(limit, from + 2 * LONGEST_NAME)).split("\n");
  const label = NAME_LABEL.exec(first!)?.[0];
  const name =
    label === undefined
      ? ""
      : first!
          .slice(label.length)
          .trimEnd()
          .replace(/[。；;]$/, "");
  if (name === "" || name.length > LONGEST_NAME) return undefined;
  const start = from + label!.length;
  const end = start + name.length;
  return { start, end, bodyStart: Math.min(limit, from + first!.length), isHeading: true };
}

/**
 * Where a task's fields begin that have lines of their own: at the label of its name, above the line that begins at
 * `start`.
 * @param floor nothing before it is looked at
 * @returns `start` itself where the fields right above do not begin with such a label
 */
export function fieldsStart(text: string, start: number, floor: number): number {
  for (let at = start; at > floor;) {
    const above = text.lastIndexOf("\n", at - 2) + 1;
    const line = text.slice(above, at - 1);
    if (above < floor || line.trim() === "" || !FIELD_LINE.test(line)) return start;
    if (NAME_LABEL.test(line)) return above;
    at = above;
  }
  return start;
}
