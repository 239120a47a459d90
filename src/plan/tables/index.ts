import type { CleanText } from "../characters";
import { sectionsAbove, type Draft, type Reading } from "../drafts";
import { leftOver } from "../finding";
import { lettersOf } from "../identity";
import type { Finding, Plan } from "../model";
import { filledLines, type Line } from "../outline/lines";
import { pathOf } from "../outline/outline";
import { sentence } from "../sentence";
import { separatedTables } from "./separated";
import { stackedTables } from "./stacked";
import type { Table } from "./table";
import { draftTable, type Above } from "./table-drafts";

export type { Table } from "./table";

/** The tables of a text, in order, and the places that look like one and could not be read. */
export interface Tables {
  tables: Table[];
  unread: Line[];
}

/** Finds the tables of a text, whether tabs, bars or line breaks part their cells. */
export function readTables(clean: CleanText): Tables {
  const separated = separatedTables(clean.text);
  const free = filledLines(clean.text).filter((line) => !isWithin(line, separated));
  const { tables, unread } = stackedTables(clean, free);
  return { tables: [...separated, ...tables].sort((a, b) => a.start - b.start), unread };
}

function isWithin(line: Line, tables: readonly Table[]): boolean {
  let low = 0;
  let high = tables.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tables[middle]!.end <= line.start) low = middle + 1;
    else high = middle;
  }
  return low < tables.length && tables[low]!.start <= line.start;
}

/**
 * The tasks of the tables, added to those of the text. An annexed 任务分解表 often repeats the tasks of the text; those are not
 * taken twice.
 */
export function withTables(clean: CleanText, written: readonly Draft[], { tables, unread }: Tables, readings: readonly Reading[], years: Plan["years"]): { drafts: Draft[]; findings: Finding[] } {
  const titleOf = (draft: Draft): string => lettersOf(clean.text.slice(draft.headline.start, draft.headline.end));
  const known = new Set(written.map(titleOf));
  const drafts = [...written];
  const findings = unread.map(({ start, end }) => leftOver("table-not-read", "error", sentence("这张表有责任单位一类的表头，但没有读出任务，请核对。"), clean.span(start, end)));
  const above = headingsOver(clean, readings);
  for (const table of tables) {
    const reading = draftTable(clean, table, { ...above(table.start), years });
    drafts.push(...reading.drafts.filter((draft) => !known.has(titleOf(draft))));
    findings.push(...reading.findings);
  }
  return { drafts: drafts.sort((a, b) => a.start - b.start), findings };
}

const LONGEST_CAPTION = 60;

/** What stands over a table: the headings of the item in which it stands, and its number where nothing else stands in it. */
function headingsOver(clean: CleanText, readings: readonly Reading[]): (position: number) => Omit<Above, "years"> {
  const byItem = new Map(readings.map((r) => [r.item, r]));
  return (position) => {
    const over = itemAround(readings, position);
    if (!over?.item.marker) return { section: [], path: "" };
    const section = [...sectionsAbove(over.item, byItem, clean), clean.printed(over.headline.start, over.headline.end)];
    const between = clean.text.slice(over.headline.end, Math.min(position, over.headline.end + LONGEST_CAPTION + 1));
    const isCaption = position - over.headline.end <= LONGEST_CAPTION && !/[。；]./.test(between);
    return { section, path: isCaption ? pathOf(over.item) : "" };
  };
}

/** The item in which a position lies; readings are in the order of the text. */
function itemAround(readings: readonly Reading[], position: number): Reading | undefined {
  let low = 0;
  let high = readings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (readings[middle]!.item.start <= position) low = middle + 1;
    else high = middle;
  }
  return readings[low - 1];
}
