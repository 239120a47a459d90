import type { CleanText } from "./characters";
import { cut, stretchesWithin, sectionsAbove, type TaskDraft, type ItemReading, type Stretch } from "./task-drafts";
import type { Item } from "./outline/outline";
import type { Passage } from "./passages";
import { firstIndexWhere } from "./binary-search";

/**
 * The passages in which quantities may be read: titles and bodies of all items, without numbers and attributions, each
 * with the task that it belongs to or the headings above it.
 * @param bodyStart end of the document's title block
 * @param ids ids of the drafts' tasks, in the order of the drafts
 * @returns in the order of the text
 */
export function passagesOf(
  clean: CleanText,
  readings: readonly ItemReading[],
  drafts: readonly TaskDraft[],
  ids: readonly string[],
  tableStretches: readonly Stretch[],
  bodyStart: number,
): Passage[] {
  const attributions = readings.flatMap((r) => r.attributions);
  const numbers = readings.flatMap(({ item }) => item.fieldNumbers ?? []);
  const cuts = withoutOverlap([...attributions.map((a): Stretch => [a.start, a.end]), ...tableStretches, ...numbers]);
  const owners = drafts.map((draft, k) => ({ draft, id: ids[k]! })).sort((a, b) => a.draft.start - b.draft.start);
  const passages = [
    ...ofItems(clean, readings, cuts, owners, bodyStart),
    ...owners.flatMap((owner) => ofRow(owner, tableStretches)),
  ];
  return passages.sort((a, b) => a.start - b.start);
}

interface Owner {
  draft: TaskDraft;
  id: string;
}

function ofItems(
  clean: CleanText,
  readings: readonly ItemReading[],
  cuts: readonly Stretch[],
  owners: readonly Owner[],
  bodyStart: number,
): Passage[] {
  const byItem = new Map<Item, ItemReading>(readings.map((r) => [r.item, r]));
  const passagesIn = (start: number, end: number, section: string[], isTitle: boolean): Passage[] => {
    const within = stretchesWithin(cuts, start, end).map(([s, e]) => ({ start: s, end: e }));
    return cut([start, end], within)
      .flatMap(([from, to]) => byOwner(owners, from, to))
      .filter((part) => clean.text.slice(part.start, part.end).trim() !== "")
      .map((part) => ({
        start: part.start,
        end: part.end,
        section,
        ...(part.id ? { taskId: part.id } : {}),
        ...(isTitle ? { isTitle } : {}),
      }));
  };
  return readings.flatMap(({ item, headline }) => {
    if (!item.marker) {
      const start = Math.max(item.start, item.start === 0 ? bodyStart : 0);
      return start < item.end ? passagesIn(start, item.end, [], false) : [];
    }
    const section = [...sectionsAbove(item, byItem, clean), clean.printed(headline.start, headline.end)];
    return [
      ...(headline.bodyStart > headline.start ? passagesIn(headline.start, headline.end, section, true) : []),
      ...(headline.bodyStart < item.end ? passagesIn(headline.bodyStart, item.end, section, false) : []),
    ];
  });
}

/** Divides a stretch by the tasks that its parts belong to. */
function byOwner(owners: readonly Owner[], start: number, end: number): { start: number; end: number; id?: string }[] {
  const parts: { start: number; end: number; id?: string }[] = [];
  let at = start;
  for (let k = firstEndingAfter(owners, start); k < owners.length && owners[k]!.draft.start < end; k++) {
    const { draft, id } = owners[k]!;
    if (draft.start > at) parts.push({ start: at, end: draft.start });
    const from = Math.max(at, draft.start);
    const to = Math.min(end, draft.end);
    if (to > from) parts.push({ start: from, end: to, id });
    at = Math.max(at, to);
  }
  if (at < end) parts.push({ start: at, end });
  return parts;
}

/** Title and contents of a table row. */
function ofRow({ draft, id }: Owner, tableStretches: readonly Stretch[]): Passage[] {
  if (!isInTable(draft, tableStretches)) return [];
  const { headline, section, body } = draft;
  return [
    ...(headline.bodyStart > headline.start
      ? [{ start: headline.start, end: headline.end, section, taskId: id, isTitle: true }]
      : []),
    ...body.filter(([start, end]) => end > start).map(([start, end]) => ({ start, end, section, taskId: id })),
  ];
}

/** The stretches in order; of two that overlap the one that begins first, the longer where both begin there. */
function withoutOverlap(stretches: readonly Stretch[]): Stretch[] {
  const apart: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a[0] - b[0] || b[1] - a[1]))
    if (stretch[0] >= (apart.at(-1)?.[1] ?? 0)) apart.push(stretch);
  return apart;
}

function isInTable(draft: TaskDraft, tableStretches: readonly Stretch[]): boolean {
  return (
    stretchesWithin(tableStretches, draft.start, draft.end).length > 0 &&
    stretchesWithin(tableStretches, draft.start, draft.start + 1).length > 0
  );
}

/** Binary search works here because drafts do not overlap: their ends rise with their starts. */
const firstEndingAfter = (owners: readonly { draft: TaskDraft }[], position: number): number =>
  firstIndexWhere(owners.length, (k) => owners[k]!.draft.end > position);
