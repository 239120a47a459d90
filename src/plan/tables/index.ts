import type { PlanStyle } from "../attribution/find";
import { learnedStyle } from "../attribution/plan-style";
import type { CleanText } from "../characters";
import type { TaskDraft, ItemReading } from "../task-drafts";
import { lettersOf } from "../identity";
import type { Finding, Plan } from "../model";
import { filledLines, type Line } from "../outline/lines";
import type { Item } from "../outline/outline";
import type { Known } from "../tokens/tokens";
import { tablesOfFile } from "./tables-of-file";
import { separatedTables } from "./separated";
import { spacedTables } from "./spaced";
import { stackedTables } from "./stacked";
import type { Table } from "./table";
import { draftTable, notRead, type TableContext, type TableReading } from "./table-drafts";
import { firstIndexWhere } from "../binary-search";

export type { Table } from "./table";

/** The tables of a text, in order, and the places that look like one and could not be read. */
export interface Tables {
  tables: Table[];
  unread: Line[];
}

/**
 * Finds the tables of a text: those that the file contained, and those whose cells are separated by tabs, bars, blanks
 * or line breaks.
 */
export function readTables(clean: CleanText): Tables {
  const ofFile = tablesOfFile(clean);
  const separated = separatedTables(
    clean.text,
    filledLines(clean.text).filter((line) => !isWithin(line, ofFile)),
  );
  const known = [...ofFile, ...separated].sort((a, b) => a.start - b.start);
  const free = filledLines(clean.text).filter((line) => !isWithin(line, known));
  const spaced = spacedTables(clean, free);
  const { tables, unread } = stackedTables(
    clean,
    free.filter((line) => !isWithin(line, spaced)),
  );
  return { tables: [...known, ...spaced, ...tables].sort((a, b) => a.start - b.start), unread };
}

function isWithin(line: Line, tables: readonly Table[]): boolean {
  const table = tables[firstIndexWhere(tables.length, (k) => tables[k]!.end > line.start)];
  return table !== undefined && table.start <= line.start;
}

/**
 * Adds the tasks of the tables to those of the text. An annexed 任务分解表 often repeats tasks of the text; these are not
 * taken twice. Where names in the tables are doubtful the tables are read twice: clear names help to read the doubtful
 * ones.
 * @param style what the text has shown, see {@link PlanStyle}
 * @returns drafts in the order of the text, and findings about tables that could not be read for certain
 */
export function withTables(
  clean: CleanText,
  text: { drafts: readonly TaskDraft[]; readings: readonly ItemReading[] },
  { tables, unread }: Tables,
  years: Plan["years"],
  style: PlanStyle,
): { drafts: TaskDraft[]; findings: Finding[] } {
  const titleOf = (draft: TaskDraft): string => lettersOf(clean.text.slice(draft.headline.start, draft.headline.end));
  const above = headingsOver(clean, text.readings);
  const read = (known: Known): TableReading[] =>
    tables.map((table) => draftTable(clean, table, { ...above(table.start), years, known }));
  const once = read(style.known);
  const isClear = once.every(({ drafts }) =>
    drafts.every(({ attributions }) =>
      attributions.every(
        ({ parsed }) => parsed.doubtful.length === 0 && parsed.entries.every(({ plausible }) => plausible),
      ),
    ),
  );
  const readings = isClear
    ? once
    : read(
        learnedStyle(
          once.flatMap(({ drafts }) => drafts),
          style,
        ).known,
      );
  const written = new Set(text.drafts.map(titleOf));
  const drafts = [
    ...text.drafts,
    ...readings.flatMap(({ drafts: own }) => own.filter((draft) => !written.has(titleOf(draft)))),
  ];
  return {
    drafts: drafts.sort((a, b) => a.start - b.start),
    findings: [
      ...unread.map(({ start, end }) => notRead(clean, start, end)),
      ...readings.flatMap(({ findings }) => findings),
    ],
  };
}

const LONGEST_CAPTION = 60;

/**
 * Makes a function from a table's position to its context: the headings of the item that contains it, and whether the
 * last of them is the table's caption.
 */
function headingsOver(
  clean: CleanText,
  readings: readonly ItemReading[],
): (position: number) => Omit<TableContext, "years" | "known"> {
  const byItem = new Map(readings.map((r) => [r.item, r]));
  return (position) => {
    const over = itemAround(readings, position);
    if (!over?.item.marker) return { headings: [], isCaption: false };
    const headings: { title: string; label: string; style: string }[] = [];
    for (let item: Item | undefined = over.item; item?.marker; item = item.parent) {
      const { start, end } = byItem.get(item)!.headline;
      headings.unshift({ title: clean.printed(start, end), label: item.marker.label, style: item.marker.style });
    }
    const between = clean.text.slice(over.headline.end, Math.min(position, over.headline.end + LONGEST_CAPTION + 1));
    const isCaption = position - over.headline.end <= LONGEST_CAPTION && !/[。；]./.test(between);
    return { headings, isCaption };
  };
}

/** The item that contains a position. Readings must be in the order of the text. */
function itemAround(readings: readonly ItemReading[], position: number): ItemReading | undefined {
  return readings[firstIndexWhere(readings.length, (k) => readings[k]!.item.start > position) - 1];
}
