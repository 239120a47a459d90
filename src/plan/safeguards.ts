import type { CleanText } from "./characters";
import { sectionsAbove, type TaskDraft, type ItemReading } from "./task-drafts";
import { idSource } from "./identity";
import type { Safeguard } from "./model";
import { lineageOf, pathOf, type Item } from "./outline/outline";

/** Words in the titles of chapters that say how the plan is to be carried out, rather than what is to be done. */
const CHAPTER = /保障|组织|领导|机制|监督|监测|评估|考核|督查|督导|宣传|经费|投入|协作|协调|落实|要求|实施步骤/;
/** Chapters on purpose and aims, which contain such words too (总体要求). */
const OPENING = /总体|总则|背景|目标|意义|指导思想|原则/;
/** Shorter items carry no duty: who belongs to a group, whom to call. */
const shortest = 12;

/**
 * 保障措施: items of the chapters on organisation, funds, supervision and the like that name no unit. They are duties but
 * not tasks; the user may give them units. Only innermost items, so that nothing is listed twice.
 * @returns in the order of the text
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
    for (const one of lineageOf(item)) withTask.add(one);
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
