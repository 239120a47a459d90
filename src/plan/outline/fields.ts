import { labelAtStart, namesUnits } from "../lexicon/labels";
import type { Item, Outline } from "./item";

/** `目标任务：`, `责任分工：`, `完成时限：`: a field's label, not a title. */
const FIELD = /^[\u4e00-\u9fff]{2,8}:/;
const LONGEST_FIELD = 12;
/** Names, within an item, who answers for that item alone. */
const ANSWERED = /(?:负责|牵头|配合|落实)[)〕】\]]/;

/**
 * Folds numbered lines that are the fields of one task ((1)目标任务：… (2)责任分工：… (3)时间安排：…) into the text of the item above:
 * they are not tasks. Conditions: each line begins with a word and a colon; at least one says who answers and nothing
 * else; no other line names units.
 * @returns an outline without the folded items; the item above keeps their numbers in `fieldNumbers`
 */
export function foldFields(text: string, { parts, items }: Outline): Outline {
  const folded = new Set<Item>();
  for (const item of items) {
    if (!item.marker || folded.has(item) || !areFields(text, item.children)) continue;
    const within = descendants(item);
    for (const one of within) folded.add(one);
    item.end = Math.max(...within.map(({ end }) => end));
    item.children = [];
    item.fieldNumbers = within.flatMap(({ marker }) => (marker ? [[marker.start, marker.end] as const] : []));
  }
  return { parts, items: folded.size === 0 ? items : items.filter((item) => !folded.has(item)) };
}

function areFields(text: string, children: readonly Item[]): boolean {
  const who = children.filter((child) => saysWho(text, child));
  if (who.length === 0 || !children.every((child) => FIELD.test(startOf(text, child)))) return false;
  // 牵头单位：市应急局。负责统筹…: the line also describes the unit's duty, so it is not a mere field.
  if (
    who.some((child) => child.children.length > 0 || /。[^\n]*[\u4e00-\u9fff]/.test(text.slice(child.start, child.end)))
  )
    return false;
  return children.every(
    (child) =>
      who.includes(child) ||
      [child, ...descendants(child)].every(({ marker, start, end }) => !answers(text.slice(marker?.end ?? start, end))),
  );
}

const answers = (words: string): boolean => ANSWERED.test(words) || namesUnits(words);

const descendants = ({ children }: Item): Item[] => children.flatMap((child) => [child, ...descendants(child)]);

const startOf = (text: string, { marker, start }: Item): string => {
  const from = marker?.end ?? start;
  return text.slice(from, from + LONGEST_FIELD);
};

function saysWho(text: string, item: Item): boolean {
  const label = labelAtStart(startOf(text, item));
  return label !== undefined && label.role !== "skip";
}
