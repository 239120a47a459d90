import type { CleanText } from "./characters";
import { cut, stretchesWithin, sectionsAbove, type TaskDraft, type ItemReading } from "./task-drafts";
import type { Item } from "./outline/outline";
import type { Passage } from "./passages";
import { firstIndexWhere } from "./binary-search";

type Stretch = readonly [start: number, end: number];

/**
 * Where quantities may stand: titles and bodies of all items, numbers and attributions cut out, each with the task it
 * belongs to or with the headings above it.
 * @param bodyStart end of the document's title block.
 * @param ids ids of the drafts' tasks, in the same order.
 */
export function passagesOf(
  clean: CleanText,
  readings: readonly ItemReading[],
  drafts: readonly TaskDraft[],
  ids: readonly string[],
  holes: readonly Stretch[],
  bodyStart: number,
): Passage[] {
  const attributions = readings.flatMap((r) => r.attributions);
  const numbers = readings.flatMap(({ item }) => item.fieldNumbers ?? []);
  const cuts = withoutOverlap([...attributions.map((a): Stretch => [a.start, a.end]), ...holes, ...numbers]);
  const owners = drafts.map((draft, k) => ({ draft, id: ids[k]! })).sort((a, b) => a.draft.start - b.draft.start);
  const passages = [
    ...ofItems(clean, readings, cuts, owners, bodyStart),
    ...owners.flatMap((owner) => ofRow(owner, holes)),
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
  const pieces = (start: number, end: number, section: string[], isTitle: boolean): Passage[] => {
    const within = stretchesWithin(cuts, start, end).map(([s, e]) => ({ start: s, end: e }));
    return cut([start, end], within)
      .flatMap(([from, to]) => byOwner(owners, from, to))
      .filter((piece) => clean.text.slice(piece.start, piece.end).trim() !== "")
      .map((piece) => ({
        start: piece.start,
        end: piece.end,
        section,
        ...(piece.id ? { taskId: piece.id } : {}),
        ...(isTitle ? { isTitle } : {}),
      }));
  };
  return readings.flatMap(({ item, headline }) => {
    if (!item.marker) {
      const start = Math.max(item.start, item.start === 0 ? bodyStart : 0);
      return start < item.end ? pieces(start, item.end, [], false) : [];
    }
    const section = [...sectionsAbove(item, byItem, clean), clean.printed(headline.start, headline.end)];
    return [
      ...(headline.bodyStart > headline.start ? pieces(headline.start, headline.end, section, true) : []),
      ...(headline.bodyStart < item.end ? pieces(headline.bodyStart, item.end, section, false) : []),
    ];
  });
}

/** A stretch, parted by the tasks it belongs to. */
function byOwner(owners: readonly Owner[], start: number, end: number): { start: number; end: number; id?: string }[] {
  const pieces: { start: number; end: number; id?: string }[] = [];
  let at = start;
  for (let k = firstEndingAfter(owners, start); k < owners.length && owners[k]!.draft.start < end; k++) {
    const { draft, id } = owners[k]!;
    if (draft.start > at) pieces.push({ start: at, end: draft.start });
    const from = Math.max(at, draft.start);
    const to = Math.min(end, draft.end);
    if (to > from) pieces.push({ start: from, end: to, id });
    at = Math.max(at, to);
  }
  if (at < end) pieces.push({ start: at, end });
  return pieces;
}

/** Title and contents of a table's row. */
function ofRow({ draft, id }: Owner, holes: readonly Stretch[]): Passage[] {
  if (!isInHole(draft, holes)) return [];
  const { headline, section, body } = draft;
  return [
    ...(headline.bodyStart > headline.start
      ? [{ start: headline.start, end: headline.end, section, taskId: id, isTitle: true }]
      : []),
    ...body.filter(([start, end]) => end > start).map(([start, end]) => ({ start, end, section, taskId: id })),
  ];
}

/** In order; of two that overlap, the longer one that begins first. */
function withoutOverlap(stretches: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a[0] - b[0] || b[1] - a[1]))
    if (stretch[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(stretch);
  return kept;
}

function isInHole(draft: TaskDraft, holes: readonly Stretch[]): boolean {
  return (
    stretchesWithin(holes, draft.start, draft.end).length > 0 &&
    stretchesWithin(holes, draft.start, draft.start + 1).length > 0
  );
}

/** Drafts do not overlap, so their ends rise with their starts. */
const firstEndingAfter = (owners: readonly { draft: TaskDraft }[], position: number): number =>
  firstIndexWhere(owners.length, (k) => owners[k]!.draft.end > position);
