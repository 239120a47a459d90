import type { Attribution, LeftOver } from "./attribution/attribution";
import { findAttributions, type PlanStyle } from "./attribution/find";
import { initialStyle, learnedStyle } from "./attribution/plan-style";
import { unattributedItems } from "./unattributed-items";
import type { CleanText } from "./characters";
import type { ReadingDecisions } from "./decisions";
import type { Deadline, Person } from "./model";
import type { Headline } from "./outline/headline";
import { hoist } from "./hoist";
import type { ItemReading } from "./item-reading";
import { BOX_STYLE } from "./outline/markers";
import { pathOf, type Item, type Outline } from "./outline/outline";
import { fieldsStart, titleOf } from "./task-titles";
import { firstIndexWhere } from "./binary-search";

export type { ItemReading } from "./item-reading";

/** A stretch of the cleaned text, `[start, end)`. */
export type Stretch = readonly [start: number, end: number];

/** A task before its units have canonical names: an item or paragraph with the attributions that belong to it. */
export interface TaskDraft {
  path: string;
  section: string[];
  headline: Headline;
  /** Stretches of the task's text, without its title and attributions. */
  body: Stretch[];
  attributions: Attribution[];
  /** Only from tables that have columns for them. */
  deadline?: Deadline;
  persons?: Person[];
  start: number;
  end: number;
}

/** One or more paragraphs, up to and including their attribution. */
interface AttributedBlock {
  start: number;
  end: number;
  attributions: Attribution[];
}

const SHORT_TITLE = 30;

/**
 * Assigns attributions to the items that they belong to. An item with attributions gives one draft; where a heading
 * stands over several attributed paragraphs without numbers, each of these gives one. The text is read twice: the first
 * pass collects names and ways of writing from clear places, by which the second reads the doubtful ones.
 * @param tableStretches where the tables are, in order; nothing is read there
 * @returns drafts in the order of the text, readings in the order of the outline's items
 */
export function draftTasks(
  clean: CleanText,
  outline: Outline,
  tableStretches: readonly Stretch[],
  decisions: ReadingDecisions,
): { drafts: TaskDraft[]; readings: ItemReading[]; style: PlanStyle } {
  const first = initialStyle(decisions);
  const once = outline.items.map((item) => readItem(clean, item, tableStretches, first));
  const style = learnedStyle(once, first);
  const readings = once.map((reading) =>
    isDoubtful(reading, style) ? readItem(clean, reading.item, tableStretches, style) : reading,
  );
  dropLonelyBareBrackets(clean, readings);
  const byItem = new Map(readings.map((r) => [r.item, r]));
  hoist(readings, byItem, clean);
  for (const reading of unattributedItems(readings)) readAmongTasks(clean, reading, tableStretches, style);
  const drafts: TaskDraft[] = [];
  for (const reading of readings) drafts.push(...draftItem(clean, reading, byItem));
  return { drafts: drafts.sort((a, b) => a.start - b.start), readings, style };
}

/** Whether a second pass, which knows the plan better, may read more in an item. */
const isDoubtful = ({ attributions, leftOvers }: ItemReading, { known }: PlanStyle): boolean =>
  attributions.length === 0 ||
  leftOvers.length > 0 ||
  attributions.some(
    ({ form, parsed }) =>
      form === "prose" ||
      parsed.doubtful.length > 0 ||
      parsed.entries.some(({ name, isGroup, plausible }) => !plausible || (!isGroup && !known.names.has(name))),
  );

function readItem(clean: CleanText, item: Item, tableStretches: readonly Stretch[], style: PlanStyle): ItemReading {
  const from = item.marker?.end ?? item.start;
  const reading: ItemReading = {
    item,
    headline: { start: from, end: from, bodyStart: from, isHeading: false },
    attributions: [],
    leftOvers: [],
    decoys: [],
    asides: [],
  };
  let at = from;
  for (const [start, end] of [...stretchesWithin(tableStretches, from, item.end), [item.end, item.end] as const]) {
    const found = findAttributions(clean, at, start, style);
    reading.attributions.push(...found.attributions);
    reading.asides.push(...found.asides);
    reading.leftOvers.push(...found.leftOvers);
    reading.decoys.push(...found.decoys);
    at = end;
  }
  reading.headline = titleOf(clean, from, Math.min(item.end, reading.attributions[0]?.start ?? item.end));
  return reading;
}

/**
 * Reads an unattributed item again, less strictly: among tasks, a sentence that names units attributes. Where several
 * sentences do, none is taken and each is left over for a person to look at.
 */
function readAmongTasks(
  clean: CleanText,
  reading: ItemReading,
  tableStretches: readonly Stretch[],
  style: PlanStyle,
): void {
  const again = readItem(clean, reading.item, tableStretches, {
    ...style,
    prose: { ...style.prose, amongTasks: true },
  });
  const { attributions } = again;
  if (attributions.length <= 1) Object.assign(reading, again);
  else
    reading.leftOvers.push(
      ...attributions.map(({ start, end }): LeftOver => ({
        rule: "attribution-not-read",
        start,
        end,
        words: clean.text.slice(start, end),
      })),
    );
}

export function stretchesWithin(stretches: readonly Stretch[], from: number, to: number): Stretch[] {
  const first = firstIndexWhere(stretches.length, (k) => stretches[k]![1] > from);
  const within: Stretch[] = [];
  for (let k = first; k < stretches.length && stretches[k]![0] < to; k++) within.push(stretches[k]!);
  return within;
}

/**
 * Drops a bare bracket of units that is the plan's only one and holds a single name: that is an explanation, not an
 * attribution. Right after a full stop it cannot be one, and stays.
 */
function dropLonelyBareBrackets(clean: CleanText, readings: readonly ItemReading[]): void {
  let bare = 0;
  for (const { attributions } of readings) bare += attributions.filter((a) => a.form === "bareBracket").length;
  if (bare >= 2) return;
  for (const reading of readings)
    reading.attributions = reading.attributions.filter(
      (a) => a.form !== "bareBracket" || a.parsed.entries.length > 1 || clean.text[a.start - 1] === "。",
    );
}

function draftItem(clean: CleanText, reading: ItemReading, byItem: ReadonlyMap<Item, ItemReading>): TaskDraft[] {
  const { item, headline, attributions } = reading;
  if (attributions.length === 0) return [];
  const path = pathOf(item);
  const above = sectionsAbove(item, byItem, clean);
  const blocks = blocksOf(clean, reading);
  if (blocks.length > 0 && isListOfParagraphs(clean, reading, blocks)) {
    const section = item.marker ? [...above, clean.printed(headline.start, headline.end)] : above;
    return blocks.map((block) => {
      const own = titleOf(clean, block.start, block.attributions[0]!.start);
      return {
        path,
        section,
        headline: own,
        body: cut([own.bodyStart, block.end], block.attributions),
        attributions: block.attributions,
        start: block.start,
        end: block.end,
      };
    });
  }
  const end = isLastOfPart(item) ? closingParagraph(clean, reading) : endOfTask(item, byItem);
  return [
    {
      path,
      section: above,
      headline,
      body: cut([headline.bodyStart, end], attributions),
      attributions,
      start: item.start,
      end,
    },
  ];
}

function isLastOfPart(item: Item): boolean {
  if (item.children.length > 0) return false;
  for (let at = item; at.parent; at = at.parent) if (at.parent.children.at(-1) !== at) return false;
  return true;
}

/** The last item of a document ends with the paragraph of its attribution: signature, date and 附则 are not its text. */
function closingParagraph(clean: CleanText, { item, attributions }: ItemReading): number {
  const end = clean.text.indexOf("\n", attributions[attributions.length - 1]!.end);
  return end < 0 ? item.end : Math.min(end, item.end);
}

/** An item's text continues through its sub-items up to the first that is a task itself. */
function endOfTask(item: Item, byItem: ReadonlyMap<Item, ItemReading>): number {
  let end = item.end;
  const walk = (at: Item): boolean => {
    for (const child of at.children) {
      if ((byItem.get(child)?.attributions.length ?? 0) > 0 || child.marker?.style === BOX_STYLE) return false;
      end = child.end;
      if (!walk(child)) return false;
    }
    return true;
  };
  walk(item);
  return end;
}

export function sectionsAbove(item: Item, byItem: ReadonlyMap<Item, ItemReading>, clean: CleanText): string[] {
  const titles: string[] = [];
  for (let at = item.parent; at?.marker; at = at.parent) {
    const headline = byItem.get(at)?.headline;
    if (headline) titles.unshift(clean.printed(headline.start, headline.end));
  }
  return titles;
}

/** Groups the paragraphs of an item's body so that each group ends with its attribution. */
function blocksOf(clean: CleanText, reading: ItemReading): AttributedBlock[] {
  const { item, headline, attributions } = reading;
  const blocks: AttributedBlock[] = [];
  const from = item.marker ? headline.bodyStart : item.start;
  let start = from;
  for (const [k, attribution] of attributions.entries()) {
    let end = clean.text.indexOf("\n", attribution.end);
    if (end < 0 || end > item.end) end = item.end;
    const next = attributions[k + 1];
    const last = blocks[blocks.length - 1];
    if (last && attribution.start < last.end) {
      last.attributions.push(attribution);
      last.end = Math.max(last.end, end);
    } else {
      // Takes in the attribution's paragraph alone, or the one right above an attribution on a line of its own.
      blocks.push({ start: paragraphStart(clean.text, attribution, start), end, attributions: [attribution] });
    }
    start = Math.max(start, end);
    if (next && next.start < end) start = from;
  }
  return blocks;
}

function paragraphStart(text: string, attribution: Attribution, from: number): number {
  let end = attribution.start;
  if (attribution.ownLine) while (end > from && /\s/.test(text[end - 1]!)) end--;
  let start = text.lastIndexOf("\n", end - 1) + 1;
  // A short line above, without a full stop, is the paragraph's heading.
  let above = start - 1;
  while (above > from && /\s/.test(text[above - 1]!)) above--;
  const aboveStart = text.lastIndexOf("\n", above - 1) + 1;
  const heading = text.slice(aboveStart, above);
  if (aboveStart >= from && heading.length >= 4 && heading.length <= SHORT_TITLE && !/[。，,；;:！？)]/.test(heading))
    start = aboveStart;
  return fieldsStart(text, Math.max(from, start), from);
}

function isListOfParagraphs(clean: CleanText, reading: ItemReading, blocks: readonly AttributedBlock[]): boolean {
  const { item, headline } = reading;
  if (!item.marker) return true;
  if (blocks.length < 2 || !headline.isHeading) return false;
  if (!item.parent?.marker) return true;
  return blocks.every((block) => {
    const own = titleOf(clean, block.start, block.attributions[0]!.start);
    return (
      own.end - own.start <= SHORT_TITLE &&
      own.bodyStart <= block.attributions[0]!.start &&
      (own.isHeading || clean.text[own.end] === "。")
    );
  });
}

/** The parts of a stretch outside the attributions. Attributions must be in order. */
export function cut([start, end]: Stretch, attributions: readonly { start: number; end: number }[]): Stretch[] {
  const left: Stretch[] = [];
  let at = start;
  for (const attribution of attributions) {
    if (attribution.start > at) left.push([at, Math.min(attribution.start, end)]);
    at = Math.max(at, attribution.end);
  }
  if (at < end) left.push([at, end]);
  return left;
}
