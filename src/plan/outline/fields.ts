import { LABEL_AT_START, labelRole } from "../attribution/words";
import type { Item, Outline } from "./outline";

/** `目标任务：`, `责任分工：`, `完成时限：`: says what follows, and is no title. */
const FIELD = /^[\u4e00-\u9fff]{2,8}:/;
const LONGEST_FIELD = 12;

/**
 * Numbered lines that are the fields of one task ((1)目标任务：… (2)责任分工：… (3)时间安排：…) are no tasks of their own: they
 * become the text of the item above. So are they all where each begins with a word and a colon, and one of them says who
 * answers.
 */
export function foldFields(text: string, { parts, items }: Outline): Outline {
  const folded = new Set<Item>();
  for (const item of items) {
    if (!item.marker || !item.children.every((child) => child.children.length === 0 && FIELD.test(startOf(text, child))) || !item.children.some((child) => saysWho(text, child))) continue;
    for (const child of item.children) folded.add(child);
    item.end = item.children.at(-1)!.end;
    item.children = [];
  }
  return { parts, items: folded.size === 0 ? items : items.filter((item) => !folded.has(item)) };
}

const startOf = (text: string, { marker, start }: Item): string => {
  const from = marker?.end ?? start;
  return text.slice(from, from + LONGEST_FIELD);
};

function saysWho(text: string, item: Item): boolean {
  const label = LABEL_AT_START.exec(startOf(text, item));
  return label !== null && labelRole(label[1]!) !== "skip";
}
