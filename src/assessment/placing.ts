import type { CellValue } from "../matrix/sheet";
import { parseRowKey, rowIdentity } from "../matrix/row-key";
import { sentence, type Sentence } from "../plan/sentence";
import { hasContent, type DropReason, type Dropped } from "./dropped";
import { notAsked } from "./forms";
import type { Present, PresentNames } from "./present-names";
import type { FilledCells, RefusedFile, ReturnedForm, ReturnedRow } from "./returned-form";

/** What is needed to place a returned form. */
export interface Places {
  year: number;
  /** Whether the matrix has a row of this identity. */
  has(identity: string): boolean;
  present: PresentNames;
  /** When forms were made, according to 下发记录: such a form is certainly from this workbook. */
  made: ReadonlySet<string>;
}

export interface PlacedRow extends Omit<ReturnedRow, "unit"> {
  identity: string;
  /** The unit's former name, where it has been merged into another since the form was made. */
  former?: string;
  /** The different entries, where copies of a row contradict each other. */
  several?: string[];
}

/** A form with its unit identified, each row once, and what belongs nowhere. */
export interface PlacedForm {
  unit: string;
  /** 截至 of the form's round. */
  month: number;
  rows: PlacedRow[];
  dropped: Dropped[];
  notes: Sentence[];
}

/** Finds out whose form it is and whether it belongs to this workbook. */
export function placeForm(form: ReturnedForm, places: Places): PlacedForm | Omit<RefusedFile, "file"> {
  const { rows: returned, strays } = form;
  const { year, present, has, made } = places;
  if (returned.length === 0)
    return { problem: strays.some(({ kind }) => kind === "damaged") ? "damagedKeys" : "noForm" };
  const unitOf = ({ unit }: ReturnedRow): string => present(unit)?.name ?? unit;
  const votes = new Map<string, number>();
  for (const row of returned) {
    const vote = JSON.stringify([unitOf(row), row.year, row.month]);
    votes.set(vote, (votes.get(vote) ?? 0) + 1);
  }
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1]);
  if (second && second[1] === first![1]) return { problem: "mixedForm" };
  const [unit, formYear, month] = JSON.parse(first![0]) as [string, number, number];
  const isOwn = (row: ReturnedRow): boolean => unitOf(row) === unit && row.year === formYear && row.month === month;
  const own = returned.filter(isOwn);
  const identified = own.flatMap((row) => {
    const identity = identityOf(row);
    return identity !== undefined && has(identity) ? [{ ...row, identity }] : [];
  });
  const known = present(own[0]!.unit);
  if (identified.length === 0 && !(known && made.has(own[0]!.made))) return { problem: "otherPlan" };
  if (!known) return { problem: "unknownUnit", about: unit };
  if (formYear !== year) return { problem: "otherYear", about: String(formYear) };
  if (![...own, ...strays].some(hasContent)) return { problem: "empty", about: known.name };
  const at = { unit, year, month, file: form.file, saved: form.saved };
  const gone = own.filter((row) => !identified.some((one) => one.keyText === row.keyText && one.unit === row.unit));
  const foreign = returned.filter((row) => !isOwn(row));
  const [damaged, added] = (["damaged", "added"] as const).map((kind) => strays.filter((row) => row.kind === kind));
  const lost = [
    { reason: "added", rows: added! },
    { reason: "gone", rows: gone },
    { reason: "foreign", rows: foreign },
    { reason: "damaged", rows: damaged! },
  ] as const;
  return {
    unit: known.name,
    month,
    rows: eachOnce(identified.map((row) => withFormer(row, present))),
    dropped: lost.flatMap(({ reason, rows }) =>
      rows.filter((row) => isWorthKeeping(reason, row)).map((row) => droppedFrom(row, reason, at)),
    ),
    notes: [
      ...nameNotes(own, present),
      ...lost.flatMap(({ reason, rows }) => emptyNote(reason, rows.filter((row) => !hasContent(row)).length)),
      ...otherSheets(form),
    ],
  };
}

/** A row that the unit has added is kept even if it is empty. */
const isWorthKeeping = (reason: DropReason, row: FilledCells): boolean => reason === "added" || hasContent(row);

function identityOf({ keyText }: ReturnedRow): string | undefined {
  const key = parseRowKey(keyText);
  return key && rowIdentity(key);
}

const isOwnVoice = (known: Present | undefined): boolean =>
  known === undefined || known.kind === "own" || known.kind === "renamed";

function withFormer({ unit, ...row }: ReturnedRow & { identity: string }, present: PresentNames): PlacedRow {
  return { ...row, ...(isOwnVoice(present(unit)) ? {} : { former: unit }) };
}

/** Merges copies of a row within a form: what they agree on, and all different entries where they do not. */
function eachOnce(rows: readonly PlacedRow[]): PlacedRow[] {
  const groups = new Map<string, PlacedRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.former ?? "", row.identity]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((group) => (group.length === 1 ? group[0]! : folded(group)));
}

const different = (texts: readonly string[]): string[] => [...new Set(texts.map((one) => one.trim()).filter(Boolean))];

function folded(rows: readonly PlacedRow[]): PlacedRow {
  const filled = rows.filter(({ entry }) => entry !== notAsked && String(entry).trim() !== "");
  const entries = different(filled.map(({ entry, isPercent }) => shownEntry(entry, isPercent)));
  return {
    ...(filled[0] ?? rows[0]!),
    evidence: different(rows.map(({ evidence }) => evidence)).join("；"),
    progress: different(rows.map(({ progress }) => progress)).join("；"),
    explanation: different(rows.map(({ explanation }) => explanation)).join("；"),
    ...(entries.length > 1 ? { several: entries } : {}),
  };
}

const shownEntry = (entry: CellValue, isPercent: boolean): string =>
  isPercent && typeof entry === "number" ? `${Number((entry * 100).toPrecision(12))}%` : String(entry);

const droppedFrom = (
  { printed, entry, isPercent, evidence, progress, explanation }: ReturnedForm["strays"][number] | ReturnedRow,
  reason: DropReason,
  at: Pick<Dropped, "unit" | "year" | "month" | "file" | "saved">,
): Dropped => ({
  ...at,
  reason,
  printed,
  entry: entry === notAsked ? "" : shownEntry(entry, isPercent).trim(),
  evidence: evidence.trim(),
  progress: progress.trim(),
  explanation: explanation.trim(),
});

/** Notes for a form that was sent under a former name of the unit. */
function nameNotes(own: readonly ReturnedRow[], present: PresentNames): Sentence[] {
  return [...new Set(own.map(({ unit }) => unit))].flatMap((former) => {
    const known = present(former);
    if (!known || known.kind === "own") return [];
    const unit = known.name;
    if (known.kind === "renamed")
      return [sentence("填报表下发时的“{{former}}”已更名为“{{unit}}”，按“{{unit}}”收入。", { former, unit })];
    return [
      known.kind === "joined"
        ? sentence("填报表下发时的“{{former}}”已并入“{{unit}}”，按“{{unit}}”收入。", { former, unit })
        : sentence("填报表上的“{{former}}”就是“{{unit}}”，按“{{unit}}”收入。", { former, unit }),
    ];
  });
}

/** A note for rows in which nothing was filled in, so nothing is lost. */
function emptyNote(reason: DropReason, count: number): Sentence[] {
  if (count === 0) return [];
  if (reason === "gone")
    return [sentence("有 {{count}} 行对应的任务或指标已不在责任矩阵中，这些行没有填内容。", { count })];
  if (reason === "foreign") return [sentence("有 {{count}} 行是从别的填报表复制来的，这些行没有填内容。", { count })];
  return reason === "damaged" ? [sentence("有 {{count}} 行的隐藏键已损坏，这些行没有填内容。", { count })] : [];
}

const otherSheets = ({ otherSheets: count }: ReturnedForm): Sentence[] =>
  count > 0 ? [sentence("文件里另有 {{count}} 张工作表有内容，没有读，请打开文件核对。", { count })] : [];
