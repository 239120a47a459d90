import type { LocatedMatrix } from "../matrix/locate";
import { parseRowKey, rowIdentity } from "../matrix/row-key";
import type { CellValue } from "../matrix/sheet";
import { formatTarget } from "../matrix/target-text";
import type { Plan } from "../plan/model";
import { finished, type Pieces } from "../plan/pieces";
import { sentence, type Sentence, type Words } from "../plan/sentence";
import { answeringFor, plannedRows, reportersOf, type Reporter } from "./answering";
import { detailKey, isEmptyDetail, merged, newest, nothing, sameDetail, type Detail } from "./details";
import { readEntry, readQuality, type Entry } from "./entry";
import { isUnit, type FormKey } from "./form-key";
import { notAsked } from "./forms";
import type { FormProblem } from "./form-problems";

/** A returned file as read: the rows by their hidden keys, nothing judged yet. */
export interface ReturnedForm {
  file: string;
  /** ISO date and time at which it was last saved; empty where it does not say. */
  saved: string;
  rows: ReturnedRow[];
  /** Hidden keys that were damaged. */
  damaged: number;
}

export interface ReturnedRow extends FormKey {
  entry: CellValue;
  /** The cell shows its number as a percentage. */
  isPercent: boolean;
  evidence: string;
  explanation: string;
}

/** What the returned files are compared with. */
export interface Ground {
  plan: Plan;
  held: LocatedMatrix;
  year: number;
  /** Indicators of which every unit reports a part. */
  totals: ReadonlySet<string>;
  /** What has been taken in before, of all years. */
  details: readonly Detail[];
  /** When each unit's form of this year was last made; absent where nobody noted it. */
  sent: ReadonlyMap<string, string>;
}

export interface RefusedFile {
  file: string;
  problem: FormProblem;
  /** What of the file explains the problem: a year, a unit's name. */
  about?: string;
}

/** One thing in a file that is worth a line before it is taken. */
export interface CollectedItem {
  /** The same thing has the same id when the files are looked at again. */
  id: string;
  identity: string;
  place: string;
  kind: "new" | "changed" | "offer" | "unreadable";
  before: CellValue;
  after: CellValue;
  /** Why it is offered, or cannot be read; empty where it is neither. */
  reason: Words;
}

export interface CollectedFile {
  file: string;
  unit: string;
  saved: string;
  items: CollectedItem[];
  /** Entries that are in the workbook already. */
  known: number;
  /** What the user should know of the file as a whole. */
  notes: Sentence[];
  /** As they are taken without any offer being accepted. */
  details: Detail[];
}

export interface Collection {
  files: CollectedFile[];
  refused: RefusedFile[];
  /** Who was to report something this year and has not, these files included. */
  missing: string[];
}

/** Compares returned files with the workbook. Pure; nothing is written, and no file can change what another one says. */
export const collect = (forms: readonly ReturnedForm[], ground: Ground): Collection => finished(collecting(forms, ground));

/** The same, with places to wait. */
export function* collecting(forms: readonly ReturnedForm[], ground: Ground): Pieces<Collection> {
  const reporters = reportersOf(ground.plan, ground.held);
  const rows = new Map(plannedRows(ground.held).map(({ identity, row }) => [identity, row]));
  const known = merged(ground.details);
  const files: CollectedFile[] = [];
  const refused: RefusedFile[] = [];
  for (const form of forms) {
    yield;
    const judged = judge(form, ground, reporters, rows);
    if ("problem" in judged) {
      refused.push({ file: form.file, ...judged });
      continue;
    }
    files.push(compareFile(form, judged, ground, reporters, rows, known));
  }
  noteDoubles(files);
  yield;
  const reported = new Set([...known.values(), ...files.flatMap(({ details }) => details)].filter(({ year }) => year === ground.year).map(({ unit }) => unit));
  return { files, refused, missing: askedUnits(ground, reporters).filter((name) => !reported.has(name)) };
}

/** Whether several units report a part of the row's number each. */
function isShared(row: LocatedMatrix["rows"][number], reporters: readonly Reporter[], { plan, totals }: Ground): boolean {
  const { reporting, units } = answeringFor(row, reporters, plan, totals);
  return reporting === "total" && units.length > 1;
}

/** Who is asked for anything. */
function askedUnits({ plan, held, totals }: Ground, reporters: readonly Reporter[]): string[] {
  const asked = new Set(plannedRows(held).flatMap(({ row }) => answeringFor(row, reporters, plan, totals).units));
  return reporters.map(({ name }) => name).filter((name) => asked.has(name));
}

type Rows = ReadonlyMap<string, LocatedMatrix["rows"][number]>;

interface Judged {
  unit: string;
  rows: (ReturnedRow & { identity: string })[];
  foreign: number;
}

/** Whose form it is, and whether it belongs here. */
function judge({ rows: returned, damaged }: ReturnedForm, { year }: Ground, reporters: readonly Reporter[], rows: Rows): Judged | Omit<RefusedFile, "file"> {
  if (returned.length === 0) return { problem: damaged > 0 ? "damagedKeys" : "noForm" };
  const votes = new Map<string, number>();
  for (const { unit, year: at } of returned) votes.set(JSON.stringify([unit, at]), (votes.get(JSON.stringify([unit, at])) ?? 0) + 1);
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1]);
  if (second && second[1] === first![1]) return { problem: "mixedForm" };
  const [unit, formYear] = JSON.parse(first![0]) as [string, number];
  const reporter = reporters.find(({ name }) => isUnit({ unit }, name));
  const own = returned.filter((row) => row.unit === unit && row.year === formYear);
  const identified = own.flatMap((row) => {
    const key = parseRowKey(row.keyText);
    return key && rows.has(rowIdentity(key)) ? [{ ...row, identity: rowIdentity(key) }] : [];
  });
  if (identified.length === 0) return { problem: "otherPlan" };
  if (!reporter) return { problem: "unknownUnit", about: unit };
  if (formYear !== year) return { problem: "otherYear", about: String(formYear) };
  if (own.every(({ entry, evidence, explanation }) => [entry === notAsked ? "" : entry, evidence, explanation].every((value) => String(value).trim() === ""))) return { problem: "empty", about: reporter.name };
  return { unit: reporter.name, rows: identified, foreign: returned.length - own.length };
}

function compareFile(form: ReturnedForm, { unit, rows: returned, foreign }: Judged, ground: Ground, reporters: readonly Reporter[], rows: Rows, known: ReadonlyMap<string, Detail>): CollectedFile {
  const items: CollectedItem[] = [];
  const details: Detail[] = [];
  let same = 0;
  const isPart = (identity: string): boolean => isShared(rows.get(identity)!, reporters, ground);
  for (const row of returned) {
    const { cells } = rows.get(row.identity)!;
    const { detail, reason, offer } = detailOf({ ...row, entry: row.entry === notAsked ? "" : row.entry }, form, unit, ground.year, cells, isPart(row.identity));
    if (isEmptyDetail(detail)) continue;
    details.push(detail);
    const before = known.get(detailKey(detail));
    const after = before ? newest(before, detail) : detail;
    // What could not be read is shown each time, until it is accepted or somebody reports a number.
    if (sameDetail(before, after) && after.unread.content === "") same++;
    else items.push({ id: JSON.stringify([form.file, unit, row.identity]), identity: row.identity, place: placeOf(cells), ...shownChange(before, after, reason, offer) });
  }
  const unknown = form.rows.length - foreign - returned.length;
  const notes = [
    ...(foreign > 0 ? [sentence("有 {{count}} 行是从别的填报表复制来的，没有采用。", { count: foreign })] : []),
    ...(unknown > 0 ? [sentence("有 {{count}} 行对应的任务或指标已不在责任矩阵中，没有采用。", { count: unknown })] : []),
    ...(form.damaged > 0 ? [sentence("有 {{count}} 行的隐藏键已损坏，没有采用，请与填报单位核对。", { count: form.damaged })] : []),
    ...olderNotes(returned, unit, ground, rows),
  ];
  return { file: form.file, unit, saved: form.saved, items, known: same, notes, details };
}

type Cells = Readonly<Record<string, CellValue>>;

const text = (value: CellValue | undefined): string => String(value ?? "").trim();
export const placeOf = (cells: Cells): string => [[text(cells.number), text(cells.task)].filter(Boolean).join(" "), text(cells.indicator)].filter(Boolean).join(" · ");

function detailOf(row: ReturnedRow & { identity: string }, { file, saved }: ReturnedForm, unit: string, year: number, cells: Cells, isPart: boolean): { detail: Detail; reason: Words; offer?: number } {
  const reported = <T>(content: T | ""): { content: T | ""; file: string; saved: string } => (content === "" ? nothing : { content, file, saved });
  const base = { unit, year, identity: row.identity, evidence: reported(row.evidence.trim()), explanation: reported(row.explanation.trim()) };
  if (text(cells.target) === "") {
    const read = readQuality(row.entry);
    if (read.kind === "word") return { detail: { ...base, value: reported(read.value), unread: nothing }, reason: "" };
    return { detail: { ...base, value: nothing, unread: read.kind === "blank" ? nothing : reported(read.text) }, reason: read.kind === "blank" ? "" : read.reason };
  }
  const asked = { indicator: text(cells.indicator), target: cells.target ?? "", measure: text(cells.measure) };
  const read = readEntry(row.entry, { ...asked, isPart, remark: row.explanation }, row.isPercent);
  if (read.kind === "number" || (read.kind === "offer" && read.isShown)) return { detail: { ...base, value: reported(read.value), unread: nothing }, reason: "" };
  if (read.kind === "blank") return { detail: { ...base, value: nothing, unread: nothing }, reason: "" };
  return { detail: { ...base, value: nothing, unread: reported(read.text) }, reason: read.reason, ...offerOf(read) };
}

/** What the office may take it for; of a number that is likely off by a hundred or more, what comes near the target. */
function offerOf(read: Entry): { offer?: number } {
  if (read.kind === "offer") return { offer: read.value };
  return "meant" in read && read.meant !== undefined ? { offer: read.meant } : {};
}

const entryOf = ({ value, unread }: Detail): CellValue => (value.content === "" ? unread.content : value.content);

function shownChange(before: Detail | undefined, after: Detail, reason: Words, offer: number | undefined): Pick<CollectedItem, "kind" | "before" | "after" | "reason"> {
  const was = before ? entryOf(before) : "";
  if (after.unread.content !== "" && reason !== "") return { kind: offer === undefined ? "unreadable" : "offer", before: after.unread.content, after: offer ?? "", reason };
  const now = entryOf(after);
  // Only evidence or explanation is new.
  if (was === now) return { kind: before ? "changed" : "new", before: words(before), after: words(after), reason: "" };
  return { kind: was === "" ? "new" : "changed", before: was, after: now, reason: "" };
}

const words = (detail: Detail | undefined): string => (detail ? [detail.evidence.content, detail.explanation.content].filter(Boolean).join("；") : "");

/** A form that was made before the plan or the list changed is taken all the same: a number reported is a number. */
function olderNotes(returned: readonly (ReturnedRow & { identity: string })[], unit: string, { sent }: Ground, rows: Rows): Sentence[] {
  const made = returned[0]!.made;
  const last = sent.get(unit);
  const changed = returned.filter(({ keyText, identity }) => {
    const was = parseRowKey(keyText)?.promised;
    return was !== undefined && formatTarget(was) !== text(rows.get(identity)!.cells.target) && rows.get(identity)!.key?.promised !== undefined && keyText !== rows.get(identity)!.keyText;
  });
  return [
    ...(last !== undefined && made < last ? [sentence("不是最近一次下发的填报表，请核对是否还要采用。")] : []),
    ...(changed.length > 0 ? [sentence("有 {{count}} 项的目标在下发之后改过，对照时按责任矩阵中的目标。", { count: changed.length })] : []),
  ];
}

function noteDoubles(files: readonly CollectedFile[]): void {
  const byUnit = new Map<string, CollectedFile[]>();
  for (const file of files) byUnit.set(file.unit, [...(byUnit.get(file.unit) ?? []), file]);
  for (const [unit, several] of byUnit) {
    if (several.length < 2) continue;
    for (const file of several) file.notes.push(sentence("“{{unit}}”交来 {{files}} 个文件，逐项取最后保存的内容。", { unit, files: several.length }));
  }
}

/**
 * The details as they stand once the files are taken.
 * @param left files that the user does not want
 * @param accepted ids of offers that the user takes as numbers
 */
export function withCollected(details: readonly Detail[], { files }: Collection, { left, accepted }: { left: ReadonlySet<string>; accepted: ReadonlySet<string> }): Map<string, Detail> {
  const taken = files.flatMap(({ file, items, details: own }) => {
    if (left.has(file)) return [];
    const offers = new Map(items.flatMap(({ id, identity, kind, after }) => (kind === "offer" && accepted.has(id) ? [[identity, after as number]] : [])));
    return own.map((detail): Detail => {
      const offer = offers.get(detail.identity);
      return offer === undefined ? detail : { ...detail, value: { ...detail.unread, content: offer }, unread: nothing };
    });
  });
  return merged([...details, ...taken]);
}
