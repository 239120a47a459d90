import type { Attribution } from "../attribution/find";
import { parseAttribution } from "../attribution/parse";
import type { CleanText } from "../characters";
import { namesUnits } from "../lexicon/labels";
import type { Person } from "../model";
import type { Line } from "../outline/lines";
import { endsLikeUnit, mayBeUnit } from "../lexicon/endings";
import { cellKind } from "./cell-kinds";
import type { Part } from "./columns";
import { headWords } from "./columns";
import type { Headed } from "./heads";
import { NOTHING, type Cell } from "./table";

const LABEL: Readonly<Record<Part, string>> = { lead: "牵头单位:", main: "责任单位:", support: "配合单位:" };
/** `1.县财政局`: the number of a name in its cell. */
const LIST_NUMBER = /^(?:\d{1,2}[.、]|\(\d{1,2}\)|[①-⑳])/;
const SHORTEST_NAME = 3;

/** The units of a row, from all its columns for units; nothing where none is named. */
export function unitsOfRow(clean: CleanText, columns: readonly Headed[], cells: readonly Cell[]): Attribution | undefined {
  const filled = columns.flatMap((column, k) => (isFilledUnit(column, cells[k]) ? [{ column, cell: cells[k]! }] : []));
  const content = filled.map(({ column, cell }) => labelled(unitWords(clean, cell, column), column.part ?? "main")).filter((words) => words !== "");
  if (content.length === 0) return undefined;
  const parsed = parseAttribution(content.join("；"));
  const [start, end] = [Math.min(...filled.map(({ cell }) => cell.start)), Math.max(...filled.map(({ cell }) => cell.end))];
  return parsed.entries.length > 0 ? { start, end, form: "line", ownLine: true, parsed, evidence: [{ notation: "table", start, end }] } : undefined;
}

/** Whether something stands in a column for units. */
export function isFilledUnit({ kind }: Headed, cell: Cell | undefined): boolean {
  return kind === "unit" && cell !== undefined && cell.text !== "" && !NOTHING.test(cell.text);
}

const labelled = (words: string, part: Part): string => (words === "" || namesUnits(words) ? words : LABEL[part] + words);

/** The names of a cell as one list: its lines, and what blanks part within a line. */
function unitWords(clean: CleanText, cell: Cell, { persons }: Headed): string {
  let words = "";
  for (const line of cell.lines) {
    const own = namesApart(clean, line).replace(LIST_NUMBER, "");
    if (own === "" || (persons && cellKind(own) === "person")) continue;
    words += words === "" ? own : joint(words, own) + own;
  }
  return words;
}

/** What stands between two lines of a cell: nothing where the first breaks off in the middle of a name. */
function joint(above: string, below: string): string {
  if (/[、，,；;:(]$/.test(above) || /^[、，,；;)]/.test(below)) return "";
  const last = /[^、，,；;:。]*$/.exec(above.slice(-40))![0];
  const next = /^[^、，,；;:。]*/.exec(below)![0];
  return !mayBeUnit(last) && !endsLikeUnit(below) && endsLikeUnit(last + next) ? "" : "、";
}

/** `县教育局 县财政局`: blanks part names where one ends before them. */
function namesApart(clean: CleanText, { start, end }: Line): string {
  let words = "";
  let from = start;
  for (let at = start + 1; at < end; at++) {
    if (!clean.gapBefore(at)) continue;
    const before = /[^、，,；;:。]*$/.exec(clean.text.slice(from, at))![0];
    const after = /^[^、，,；;:。]*/.exec(clean.text.slice(at, Math.min(end, at + 24)))![0];
    if (after.length < SHORTEST_NAME || !endsLikeUnit(before)) continue;
    words += `${clean.text.slice(from, at)}、`;
    from = at;
  }
  return words + clean.text.slice(from, end);
}

/** 责任领导, 责任人, 联系人: the persons of a row with the heads of their columns. */
export function personsOfRow(clean: CleanText, columns: readonly Headed[], cells: readonly Cell[]): Person[] {
  return columns.flatMap((column, k) => {
    const cell = cells[k];
    if (!cell || cell.text === "" || NOTHING.test(cell.text) || !(column.kind === "person" || column.persons)) return [];
    const label = headWords(column.cell.text);
    const names = cell.lines.flatMap((line) => personNames(clean, line));
    return names.filter((name) => column.kind === "person" || cellKind(name) === "person").map((name) => ({ label, name }));
  });
}

/** Names parted by marks, or by blanks where the names before and after are whole (张 明 is one). */
function personNames(clean: CleanText, { start, end }: Line): string[] {
  let words = "";
  for (let at = start; at < end; at++) {
    const before = /[^、，,；;]*$/.exec(words)![0];
    if (clean.gapBefore(at) && before.length >= 2 && end - at >= 2) words += "、";
    words += clean.text[at];
  }
  return words.split(/[、，,；;]/).filter((name) => name !== "");
}
