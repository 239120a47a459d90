import type { LocatedMatrix } from "../matrix/locate";
import { parseRowKey } from "../matrix/row-key";
import type { CellValue } from "../matrix/sheet";
import { formatTarget } from "../matrix/target-text";
import type { Plan } from "../plan/model";
import { runToEnd, type Pausable } from "../plan/pausable";
import { sentence, series, type Sentence, type Words } from "../plan/sentence";
import { asOfIn, roundSentence, type AsOf } from "./as-of";
import { answeringFor, plannedRows, reportersOf, type Answering } from "./answering";
import { detailKey, isEmptyDetail, isEntered, merged, newest, nothing, sameDetail, type Detail } from "./details";
import { droppedKey, type Dropped } from "./dropped";
import { readEntry, readQuality, type Entry } from "./entry";
import { notAsked } from "./forms";
import { placeForm, type PlacedForm, type PlacedRow } from "./placing";
import { presentNames, type UnitChange } from "./present-names";
import type { RefusedFile, ReturnedForm } from "./returned-form";

/** The state of the workbook with which returned files are compared. */
export interface CollectContext {
  plan: Plan;
  held: LocatedMatrix;
  year: number;
  /** Ids of indicators of which every unit reports a part. */
  totals: ReadonlySet<string>;
  /** Everything collected so far, of all years, under the units' present names. */
  details: readonly Detail[];
  /** What was collected before and belongs to no row of the matrix. */
  dropped: readonly Dropped[];
  /** When each unit's form of the current round was last made, by unit; absent where it was not recorded. */
  sent: ReadonlyMap<string, string>;
  /** When forms were made, as far as it was recorded. */
  made: ReadonlySet<string>;
  /** Changes of units' names since forms were sent. */
  unitChanges: readonly UnitChange[];
}

/** One entry of a file that the user should see before it is taken. */
export interface CollectedItem {
  /** Stays the same when the files are read again. */
  id: string;
  identity: string;
  place: string;
  /** `notAsked` and `late` only go to 填报明细: another unit reports the row, or a later round has reported it already. */
  kind: "new" | "changed" | "offer" | "unreadable" | "notAsked" | "late";
  before: CellValue;
  after: CellValue;
  /** Why the entry is offered, unreadable or not asked for; else empty. */
  reason: Words;
}

export interface CollectedFile {
  file: string;
  unit: string;
  saved: string;
  /** 截至 of the round that the form was sent for. */
  month: number;
  items: CollectedItem[];
  /** How many entries are in the workbook already. */
  known: number;
  /** Notes about the file as a whole. */
  notes: Sentence[];
  /** What is taken if no offer is accepted. */
  details: Detail[];
  /** Content of rows that belong nowhere. */
  dropped: Dropped[];
}

export interface Collection {
  files: CollectedFile[];
  refused: RefusedFile[];
}

/**
 * Compares returned files with the workbook. Pure; nothing is written, and each file is compared independently of the
 * others.
 */
export const collect = (forms: readonly ReturnedForm[], context: CollectContext): Collection =>
  runToEnd(collecting(forms, context));

/** `collect` with pauses. */
export function* collecting(forms: readonly ReturnedForm[], context: CollectContext): Pausable<Collection> {
  const { plan, held, year, totals, made, unitChanges } = context;
  const reporters = reportersOf(plan, held);
  const rows: Rows = new Map(
    plannedRows(held).map(({ identity, row }) => [
      identity,
      { row, answering: answeringFor(row, reporters, plan, totals) },
    ]),
  );
  yield;
  const places = {
    year,
    made,
    has: (identity: string) => rows.has(identity),
    present: presentNames(
      reporters.map(({ name }) => name),
      unitChanges,
    ),
  };
  const known = merged(context.details);
  const files: CollectedFile[] = [];
  const refused: RefusedFile[] = [];
  for (const form of forms) {
    yield;
    const placed = placeForm(form, places);
    if ("problem" in placed) refused.push({ file: form.file, ...placed });
    else files.push(compareFile(form, placed, context, rows, known));
  }
  noteDoubles(files);
  return { files, refused };
}

type Rows = ReadonlyMap<string, { row: LocatedMatrix["rows"][number]; answering: Answering }>;

function compareFile(
  form: ReturnedForm,
  placed: PlacedForm,
  context: CollectContext,
  rows: Rows,
  known: ReadonlyMap<string, Detail>,
): CollectedFile {
  const { unit, month, dropped, notes } = placed;
  const round = { year: context.year, month };
  const items: CollectedItem[] = [];
  const details: Detail[] = [];
  let same = 0;
  for (const returned of placed.rows) {
    const { row, answering } = rows.get(returned.identity)!;
    const { detail, reason, offer } = detailOf(
      { ...returned, entry: returned.entry === notAsked ? "" : returned.entry },
      form,
      unit,
      round,
      row.cells,
      isShared(answering),
    );
    if (isEmptyDetail(detail)) continue;
    details.push(detail);
    const before = known.get(detailKey(detail));
    const after = before ? newest(before, detail) : detail;
    const item = {
      id: JSON.stringify([form.file, returned.former ?? unit, returned.identity]),
      identity: returned.identity,
      place: placeOf(row.cells),
    };
    if (entryOf(detail) !== "" && !answering.units.includes(unit))
      items.push({ ...item, kind: "notAsked", before: entryOf(detail), after: "", reason: whyNotAsked(answering) });
    // An unreadable entry is listed each time until it is accepted or somebody reports a number.
    else if (sameDetail(before, after) && after.unread.content === "") same++;
    else if (saidLater(detail, isShared(answering), known))
      items.push({
        ...item,
        kind: "late",
        before: entryOf(detail) === "" ? words(detail) : entryOf(detail),
        after: "",
        reason: sentence("更晚的一轮已经填过"),
      });
    else items.push({ ...item, ...shownChange(before, after, reason, offer) });
  }
  return {
    file: form.file,
    unit,
    saved: form.saved,
    month,
    items,
    known: same,
    notes: [...notes, ...roundNotes(round, context), ...olderNotes(placed, context, rows)],
    details,
    dropped,
  };
}

/** Whether several units each report a part of the row's number. */
const isShared = ({ reporting, units }: Answering): boolean => reporting === "total" && units.length > 1;

function whyNotAsked({ units, notAdded }: Answering): Sentence {
  if (units.length === 0) return sentence("责任矩阵中没有写明由谁填报这一项");
  const asked = series(units);
  return notAdded
    ? sentence("这一项{{reason}}，不能相加，由{{units}}填报", { reason: notAdded, units: asked })
    : sentence("这一项现由{{units}}填报", { units: asked });
}

/**
 * Whether a later round of the year has already reported the same thing: by the same unit, or by any unit where all
 * report one number together.
 */
function saidLater(detail: Detail, isPart: boolean, known: ReadonlyMap<string, Detail>): boolean {
  const says = isEntered(detail)
    ? (other: Detail): boolean => other.value.content !== ""
    : (other: Detail): boolean => words(other) !== "";
  const isSameVoice = (other: Detail): boolean => (other.former ?? other.unit) === (detail.former ?? detail.unit);
  const isHeardToo = (other: Detail): boolean => isSameVoice(other) || (!isPart && isEntered(detail));
  for (const other of known.values())
    if (
      other.identity === detail.identity &&
      other.year === detail.year &&
      other.month > detail.month &&
      isHeardToo(other) &&
      says(other)
    )
      return true;
  return false;
}

/** A form of another round than the current one is taken too, and the user is told. */
function roundNotes(round: AsOf, { held, year }: CollectContext): Sentence[] {
  const now = asOfIn(held, year);
  if (round.month === now.month) return [];
  const [sent, underWay] = [round, now].map(roundSentence) as [Sentence, Sentence];
  return [
    round.month < now.month
      ? sentence("这是 {{round}}的填报表，本轮是 {{now}}。照记在“填报明细”；更晚一轮已经填过的，责任矩阵不改。", {
          round: sent,
          now: underWay,
        })
      : sentence(
          "这是 {{round}}的填报表，比本轮（{{now}}）晚，请核对“截至”是否选对。收入后责任矩阵显示最晚一轮填的。",
          { round: sent, now: underWay },
        ),
  ];
}

type Cells = Readonly<Record<string, CellValue>>;

const text = (value: CellValue | undefined): string => String(value ?? "").trim();
export const placeOf = (cells: Cells): string =>
  [[text(cells.number), text(cells.task)].filter(Boolean).join(" "), text(cells.indicator)].filter(Boolean).join(" · ");

/** The cells by which an entry is judged. */
export const askedOf = (cells: Cells): Parameters<typeof readEntry>[1] => ({
  indicator: text(cells.indicator),
  target: cells.target ?? "",
  measure: text(cells.measure),
});

function detailOf(
  row: PlacedRow,
  { file, saved }: ReturnedForm,
  unit: string,
  round: AsOf,
  cells: Cells,
  isPart: boolean,
): { detail: Detail; reason: Words; offer?: number | undefined } {
  const reported = <T>(content: T | ""): { content: T | ""; file: string; saved: string } =>
    content === "" ? nothing : { content, file, saved };
  const base = {
    unit,
    ...(row.former === undefined ? {} : { former: row.former }),
    ...round,
    identity: row.identity,
    evidence: reported(row.evidence.trim()),
    progress: reported(row.progress.trim()),
    explanation: reported(row.explanation.trim()),
  };
  if (row.several) {
    const entries = row.several.join("；");
    return {
      detail: { ...base, value: nothing, unread: reported(entries) },
      reason: sentence("同一项填了几行，各不相同"),
    };
  }
  if (text(cells.target) === "") {
    const read = readQuality(row.entry);
    if (read.kind === "word") return { detail: { ...base, value: reported(read.value), unread: nothing }, reason: "" };
    return {
      detail: { ...base, value: nothing, unread: read.kind === "blank" ? nothing : reported(read.text) },
      reason: read.kind === "blank" ? "" : read.reason,
    };
  }
  const read = readEntry(row.entry, { ...askedOf(cells), isPart, remark: row.explanation }, row.isPercent);
  if (read.kind === "number" || (read.kind === "offer" && read.isShown))
    return { detail: { ...base, value: reported(read.value), unread: nothing }, reason: "" };
  if (read.kind === "blank") return { detail: { ...base, value: nothing, unread: nothing }, reason: "" };
  return {
    detail: { ...base, value: nothing, unread: reported(read.text) },
    reason: read.reason,
    offer: offerOf(read),
  };
}

/**
 * The number that the office may accept instead; for a number that is likely off by a hundred or more, the one near the
 * target.
 */
function offerOf(read: Entry): number | undefined {
  if (read.kind === "offer") return read.value;
  return "meant" in read ? read.meant : undefined;
}

const entryOf = ({ value, unread }: Detail): CellValue => (value.content === "" ? unread.content : value.content);

function shownChange(
  before: Detail | undefined,
  after: Detail,
  reason: Words,
  offer: number | undefined,
): Pick<CollectedItem, "kind" | "before" | "after" | "reason"> {
  const was = before ? entryOf(before) : "";
  if (after.unread.content !== "" && reason !== "")
    return {
      kind: offer === undefined ? "unreadable" : "offer",
      before: after.unread.content,
      after: offer ?? "",
      reason,
    };
  const now = entryOf(after);
  // Only the texts beside the entry are new.
  if (was === now) return { kind: before ? "changed" : "new", before: words(before), after: words(after), reason: "" };
  return { kind: was === "" ? "new" : "changed", before: was, after: now, reason: "" };
}

const words = (detail: Detail | undefined): string =>
  detail
    ? [detail.progress.content, detail.evidence.content, detail.explanation.content].filter(Boolean).join("；")
    : "";

/** A form made before the plan or the list changed is taken too: a reported number is a reported number. */
function olderNotes(
  { unit, month, rows: returned }: PlacedForm,
  { sent, held, year }: CollectContext,
  rows: Rows,
): Sentence[] {
  const made = returned[0]?.made;
  const last = month === asOfIn(held, year).month ? sent.get(unit) : undefined;
  const changed = returned.filter(({ keyText, identity }) => {
    const was = parseRowKey(keyText)?.promised;
    const { row } = rows.get(identity)!;
    return (
      was !== undefined &&
      formatTarget(was) !== text(row.cells.target) &&
      row.key?.promised !== undefined &&
      keyText !== row.keyText
    );
  });
  return [
    ...(made !== undefined && last !== undefined && made < last
      ? [sentence("不是最近一次下发的填报表，请核对是否还要采用。")]
      : []),
    ...(changed.length > 0
      ? [sentence("有 {{count}} 项的目标在下发之后改过，对照时按责任矩阵中的目标。", { count: changed.length })]
      : []),
  ];
}

function noteDoubles(files: readonly CollectedFile[]): void {
  const byUnit = new Map<string, CollectedFile[]>();
  for (const file of files) byUnit.set(file.unit, [...(byUnit.get(file.unit) ?? []), file]);
  for (const [unit, several] of byUnit) {
    if (several.length < 2) continue;
    if (new Set(several.map(({ month }) => month)).size > 1) continue;
    const isOneVoice = new Set(several.flatMap(({ details }) => details.map(({ former }) => former ?? ""))).size < 2;
    const note = isOneVoice
      ? sentence("“{{unit}}”交来 {{files}} 个文件，逐项取最后保存的内容。", { unit, files: several.length })
      : sentence("“{{unit}}”交来 {{files}} 个文件，有的是合并前的单位填的，各记各的；填的不同的，请核实。", {
          unit,
          files: several.length,
        });
    for (const file of several) file.notes.push(note);
  }
}

/**
 * The details after taking the files.
 * @param left files that the user does not want
 * @param accepted ids of offers that the user accepts as numbers
 */
export function withCollected(
  details: readonly Detail[],
  { files }: Collection,
  { left, accepted }: { left: ReadonlySet<string>; accepted: ReadonlySet<string> },
): Map<string, Detail> {
  const taken = files.flatMap(({ file, items, details: own }) => {
    if (left.has(file)) return [];
    const offers = new Map(
      items.flatMap(({ id, kind, after }) => (kind === "offer" && accepted.has(id) ? [[id, after as number]] : [])),
    );
    return own.map((detail): Detail => {
      const offer = offers.get(JSON.stringify([file, detail.former ?? detail.unit, detail.identity]));
      return offer === undefined ? detail : { ...detail, value: { ...detail.unread, content: offer }, unread: nothing };
    });
  });
  return merged([...details, ...taken]);
}

/** The content that belongs nowhere, after taking the files. */
export function withDropped(
  dropped: readonly Dropped[],
  { files }: Collection,
  left: ReadonlySet<string>,
): Map<string, Dropped> {
  const all = [...dropped, ...files.flatMap((file) => (left.has(file.file) ? [] : file.dropped))];
  const found = new Map<string, Dropped>();
  for (const one of all) if (!found.has(droppedKey(one))) found.set(droppedKey(one), one);
  return found;
}
