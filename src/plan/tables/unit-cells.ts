import type { Attribution } from "../attribution/find";
import { breaksOf } from "../attribution/content";
import { parseAttribution } from "../attribution/parse";
import type { CleanText } from "../characters";
import { namesUnits } from "../lexicon/labels";
import type { Person } from "../model";
import type { Line } from "../outline/lines";
import { isGroup } from "../units/groups";
import { endsLikeUnit, mayBeUnit, surestEnding } from "../lexicon/endings";
import type { Known } from "../tokens/tokens";
import { cellKind, unitAndPerson } from "./cell-kinds";
import type { UnitRole } from "./columns";
import { headerWords } from "./columns";
import type { TableColumn } from "./headers";
import { NOTHING, type Cell } from "./table";

const LABEL: Readonly<Record<UnitRole, string>> = { lead: "牵头单位:", main: "责任单位:", support: "配合单位:" };
/** `1.县财政局`: the number of a name in its cell. */
const LONGEST_NAME = 40;
const SHORTEST_NAME = 3;
/** Separators inside collective names: 各县（市、区）, 各省、自治区. */
const IN_GROUP = /\([^()]*\)|各[\u4e00-\u9fff、]*$/g;
const LIST_NUMBER = /^(?:\d{1,2}[.、]|\(\d{1,2}\)|[①-⑳])/;

/**
 * The units of a row, from all its columns for units, merged cells that reach down to it among them; nothing where the
 * row itself names none.
 */
export function unitsOfRow(
  clean: CleanText,
  columns: readonly TableColumn[],
  cells: readonly Cell[],
  known: Known,
): Attribution | undefined {
  const filled = columns.flatMap((column, k) => (namesUnit(column, cells[k]) ? [{ column, cell: cells[k]! }] : []));
  const own = filled.filter(({ cell }) => !cell.isFromAbove);
  if (own.length === 0) return undefined;
  // Where the cell for the lead is empty, nobody is said to lead.
  const isLed =
    !columns.some(({ kind, role }) => kind === "unit" && role === "lead") ||
    filled.some(({ column }) => column.role === "lead");
  const content = filled
    .map(({ column, cell }) =>
      labelled(unitWords(clean, cell, column, known), isLed ? column : { ...column, role: "support" }),
    )
    .filter((words) => words !== "");
  if (content.length === 0) return undefined;
  const parsed = parseAttribution(content.join("；"), undefined, known);
  const [start, end] = [Math.min(...own.map(({ cell }) => cell.start)), Math.max(...own.map(({ cell }) => cell.end))];
  return parsed.entries.length > 0
    ? { start, end, form: "line", ownLine: true, parsed, evidence: [{ notation: "table", start, end }] }
    : undefined;
}

const namesUnit = ({ kind }: TableColumn, cell: Cell | undefined): boolean =>
  kind === "unit" && cell !== undefined && cell.text !== "" && !NOTHING.test(cell.text);

/** Whether something stands in this very row's place in a column for units. */
export const isFilledUnit = (column: TableColumn, cell: Cell | undefined): boolean =>
  namesUnit(column, cell) && !cell!.isFromAbove;

/** A head whose stem says nothing speaks for itself: it is asked about as other labels are. */
function labelled(words: string, { role, cell, asks }: TableColumn): string {
  if (words === "" || namesUnits(words)) return words;
  return (asks ? `${headerWords(cell.text)}:` : LABEL[role ?? "main"]) + words;
}

/** The names of a cell as one list: its lines, and what blanks part within a line. */
function unitWords(clean: CleanText, cell: Cell, { persons }: TableColumn, known: Known): string {
  let words = "";
  for (const line of cell.lines) {
    const all = namesApart(clean, line, known).replace(LIST_NUMBER, "");
    const own = persons ? personsApart(clean, line).units : all;
    if (own === "") continue;
    words += words === "" ? own : joint(words, own) + own;
  }
  return words;
}

/** What stands between two lines of a cell: nothing where the first breaks off in the middle of a name. */
function joint(above: string, below: string): string {
  if (/[、，,；;:(]$/.test(above) || /^[、，,；;)]/.test(below)) return "";
  const last = /[^、，,；;:。]*$/.exec(above.slice(-40))![0];
  const next = /^[^、，,；;:。]*/.exec(below)![0];
  if (isTorn(last, next)) return "";
  return !mayBeUnit(last) && !endsLikeUnit(next) && endsLikeUnit(last + next) ? "" : "、";
}

/** Whose office is named with it; in a company 调度中心 and 办公室 stand side by side. */
const HAS_OFFICE = /(?:委|会|政府|党组|小组|指挥部|会议|人大|政协|机关|专班|局|厅|院)$/;

/**
 * `县民族事务委` over `员会`, `县委网信委员会` over `办公室`, `县文化和` over `旅游局`: the line's end cuts an ending, or what is no name by
 * itself is left.
 */
function isTorn(last: string, next: string): boolean {
  if (last === "") return false;
  if ((/^办公[室厅]$/.test(next) && HAS_OFFICE.test(last)) || /[和与及暨]$/.test(last)) return true;
  return [1, 2, 3].some((k) => k <= next.length && (surestEnding(last + next.slice(0, k))?.length ?? 0) > k);
}

/**
 * `县教育局 县财政局`: blanks part names where one ends before them, or where they alone part the names of the line and most of
 * them end so.
 */
function namesApart(clean: CleanText, { start, end }: Line, known: Known): string {
  const content = clean.text.slice(start, end);
  const spaced = breaksOf(clean, content, start, known);
  const gaps = Array.from({ length: content.length }, (_, at) => at).filter(
    (at) => at > 0 && clean.gapBefore(start + at),
  );
  const parts = [0, ...gaps].map((from, k) => content.slice(from, gaps[k] ?? content.length));
  const alone =
    !/[、，,；;]/.test(content.replace(IN_GROUP, "")) &&
    parts.every(({ length }) => length >= SHORTEST_NAME) &&
    parts.filter(endsBefore).length * 2 >= parts.length;
  return parts.reduce(
    (words, part, k) => words + (alone || endsBefore(words) || spaced(gaps[k - 1]!) ? "、" : "") + part,
  );
}

function endsBefore(words: string): boolean {
  const name = /[^、，,；;:。]*$/.exec(words.slice(-LONGEST_NAME))![0];
  return endsLikeUnit(name) || isGroup(name);
}

/** 责任领导, 责任人, 联系人: the persons of a row with the heads of their columns. */
export function personsOfRow(clean: CleanText, columns: readonly TableColumn[], cells: readonly Cell[]): Person[] {
  return columns.flatMap((column, k) => {
    const cell = cells[k];
    if (!cell || cell.text === "" || NOTHING.test(cell.text) || !(column.kind === "person" || column.persons))
      return [];
    const label = headerWords(column.cell.text);
    const names = cell.lines.flatMap((line) =>
      column.kind === "person" ? personNames(clean, line) : personsApart(clean, line).names,
    );
    return names.map((name) => ({ label, name }));
  });
}

/** 县住建局 王某, 县林业局(刘某): units and persons of one line, where the head announces both. */
function personsApart(clean: CleanText, line: Line): { units: string; names: string[] } {
  const parts = marked(clean, line)
    .split(/([、，,；;()/])/)
    .flatMap((part) => {
      const both = unitAndPerson(part);
      return both ? [both.unit, "、", both.person] : [part];
    });
  const isPerson = (part: string): boolean => part !== "" && cellKind(part) === "person";
  const names = parts.filter(isPerson);
  const units = parts
    .filter((part) => !isPerson(part))
    .join("")
    .replace(/\(\)/g, "")
    .replace(/[、，,；;/]+(?=[、，,；;/]|$)|^[、，,；;/]+/g, "");
  return { units, names };
}

/** Names parted by marks, or by blanks where the names before and after are whole (张 明 is one). */
const personNames = (clean: CleanText, line: Line): string[] =>
  marked(clean, line)
    .split(/[、，,；;]/)
    .filter((name) => name !== "");

function marked(clean: CleanText, { start, end }: Line): string {
  let words = "";
  for (let at = start; at < end; at++) {
    const before = /[^、，,；;]*$/.exec(words)![0];
    if (clean.gapBefore(at) && before.length >= 2 && end - at >= 2) words += "、";
    words += clean.text[at];
  }
  return words;
}
