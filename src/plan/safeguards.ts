import type { CleanText } from "./characters";
import { sectionsAbove, type TaskDraft, type ItemReading } from "./task-drafts";
import { idSource } from "./identity";
import type { Safeguard } from "./model";
import { pathOf, type Item } from "./outline/outline";

/** Words of the chapters in which a plan says how it is to be carried out, rather than what. */
const CHAPTER = /保障|组织|领导|机制|监督|监测|评估|考核|督查|督导|宣传|经费|投入|协作|协调|落实|要求|实施步骤/;
/** Chapters that say what it is about and what it aims at; they carry such words as well (总体要求). */
const OPENING = /总体|总则|背景|目标|意义|指导思想|原则/;
/** What stands under such a heading without duty: who belongs to the group, whom to call. */
const shortest = 12;

/**
 * 保障措施: items of the chapters on organisation, funds, supervision and the like that name no unit. They are no tasks,
 * but they are duties; the user may give them units. Innermost items only, so that nothing is listed twice.
 */
export function safeguardsOf(
  clean: CleanText,
  readings: readonly ItemReading[],
  drafts: readonly TaskDraft[],
): Safeguard[] {
  const byItem = new Map(readings.map((reading) => [reading.item, reading]));
  const taken = startsOf(drafts);
  const newId = idSource("s");
  const withTask = new Set<Item>();
  for (const { item, attributions } of readings) {
    if (attributions.length === 0 && !taken.has(item.start)) continue;
    for (let up: Item | undefined = item; up; up = up.parent) withTask.add(up);
  }
  return readings.flatMap(({ item, headline }): Safeguard[] => {
    if (!item.marker || item.children.length > 0 || withTask.has(item)) return [];
    const section = sectionsAbove(item, byItem, clean);
    const title = clean.printed(headline.start, headline.end);
    const chapter = section[0] ?? title;
    if (!CHAPTER.test(chapter) || OPENING.test(chapter)) return [];
    const text = clean
      .printed(headline.bodyStart, item.end)
      .replace(/^[\s。；;:]+/, "")
      .trim();
    if (text.length < shortest) return [];
    return [
      { id: newId(title, text), path: pathOf(item), section, title, text, span: clean.span(item.start, item.end) },
    ];
  });
}

const startsOf = (drafts: readonly TaskDraft[]): Set<number> => new Set(drafts.map(({ start }) => start));
