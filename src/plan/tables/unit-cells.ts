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
const LONGEST_NAME = 40;
const SHORTEST_NAME = 3;
/** Parts of collective names that contain separators: 各县（市、区）, 各省、自治区. */
const IN_GROUP = /\([^()]*\)|各[\u4e00-\u9fff、]*$/g;
/** `1.县财政局`: the number of a name in its cell. */
const LIST_NUMBER = /^(?:\d{1,2}[.、]|\(\d{1,2}\)|[①-⑳])/;

/**
 * The units of a row, from all its columns for units, including merged cells that reach down to it; undefined where the
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
  // Where the table has a column for the lead and the row's cell there is empty, nobody leads.
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

/** Whether a row's own cell, not one from above, names units. */
export const isFilledUnit = (column: TableColumn, cell: Cell | undefined): boolean =>
  namesUnit(column, cell) && !cell!.isFromAbove;

/**
 * The words of a cell behind the label of its column. A header whose words do not tell the role becomes the label
 * itself, so that it is asked about like other labels.
 */
function labelled(words: string, { role, cell, asks }: TableColumn): string {
  if (words === "" || namesUnits(words)) return words;
  return (asks ? `${headerWords(cell.text)}:` : LABEL[role ?? "main"]) + words;
}

/** The names of a cell as one list: those of its lines, and those separated by blanks within a line. */
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

/** The separator between two lines of a cell: empty where the first breaks off in the middle of a name. */
function joint(above: string, below: string): string {
  if (/[、，,；;:(]$/.test(above) || /^[、，,；;)]/.test(below)) return "";
  const last = /[^、，,；;:。]*$/.exec(above.slice(-40))![0];
  const next = /^[^、，,；;:。]*/.exec(below)![0];
  if (isTorn(last, next)) return "";
  return !mayBeUnit(last) && !endsLikeUnit(next) && endsLikeUnit(last + next) ? "" : "、";
}

/** Bodies whose 办公室 is named with them; in a company 调度中心 and 办公室 are two units. */
const HAS_OFFICE = /(?:委|会|政府|党组|小组|指挥部|会议|人大|政协|机关|专班|局|厅|院)$/;

/**
 * Whether a name is broken between two lines: `县民族事务委` above `员会`, `县委网信委员会` above `办公室`, `县文化和` above `旅游局`. The line
 * break cuts an ending, or leaves something that is no name by itself.
 */
function isTorn(last: string, next: string): boolean {
  if (last === "") return false;
  if ((/^办公[室厅]$/.test(next) && HAS_OFFICE.test(last)) || /[和与及暨]$/.test(last)) return true;
  return [1, 2, 3].some((k) => k <= next.length && (surestEnding(last + next.slice(0, k))?.length ?? 0) > k);
}

/**
 * Separates names by blanks, `县教育局 县财政局`: where a unit's name ends before the blank, or where the line has no other
 * separators and most of its parts end as names do.
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

/** 责任领导, 责任人, 联系人: the persons of a row, labelled with the headers of their columns. */
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

/** Units and persons of a line in a column for both: 县住建局 王某, 县林业局(刘某). */
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

/** The names of a line, separated by marks, or by blanks between whole names (张 明 is one name). */
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
