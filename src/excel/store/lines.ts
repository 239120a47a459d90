import { completed, type Corrections, type StoredCorrections } from "../../plan/corrections";
import { inPrint } from "../../plan/finding";
import type { Plan, Span, Task } from "../../plan/model";
import type { OutOfPlanItems } from "../../sync/out-of-plan";

/**
 * What the workbook stores, as lines of text: one for each task, indicator, unit and line of the plan's text. A line
 * begins with a letter that names its kind; JSON follows. Spans count from the end of the previous one, so that a
 * change to one task changes only its own lines and a small revision is stored as a small delta.
 */

/** The text that a plan was read from, and what the user settled about it. */
export interface PlanSource {
  source: string;
  /** Of the file. */
  name: string;
  /** ISO date and time at which the file was last saved; absent if unknown, and for pasted text. */
  saved?: string;
  corrections: Corrections;
}

/** What the user has settled for the assessment. */
export interface AssessmentSettings {
  /** Indicators (ids) of which every unit reports a part, to be added up. */
  totals: readonly string[];
}

export interface Stored {
  plan: Plan;
  /** Absent if the plan did not come from the pane. */
  reading?: PlanSource;
  /** Ids that a reading of the text gives → ids that the sheet has kept from earlier revisions. */
  ids?: Readonly<Record<string, string>>;
  settings?: AssessmentSettings;
  /** What the plan last said of rows that the user has kept in the sheet after they left the plan. */
  kept?: OutOfPlanItems;
  /** Rows and unit columns of the plan that the user has left out of the sheet: identities and column keys. */
  left?: readonly string[];
}

/** The lists of a plan, by the letter of their lines. */
const lists = { U: "units", G: "groups", T: "tasks", I: "indicators", F: "findings", M: "safeguards" } as const;
type Letter = keyof typeof lists;
const letters = Object.keys(lists) as Letter[];

interface Spanned {
  span: Span;
  segments?: Task["segments"];
  evidence?: Task["evidence"];
}

/** Letters of items with evidence (tasks and indicators), which those stored by earlier versions lack. */
const withEvidence: readonly string[] = ["T", "I"];

const settingsMark = "E";
const leftMark = "L";
const keptMark = "K";

/**
 * The lines of the plan without those that may change between a sync and its undoing: settings, and what is left out.
 */
export const planLines = (lines: readonly string[]): string[] =>
  lines.filter((line) => !line.startsWith(settingsMark) && !line.startsWith(leftMark));

/**
 * Corrections as they were stored. A line of an earlier version, which knew fewer kinds, is written back unchanged, so
 * that the hunks that undo earlier syncs still fit.
 */
const storedAs = new WeakMap<Corrections, string>();

export function linesOf({ plan, reading, ids, settings, kept, left }: Stored): string[] {
  const { units, groups, tasks, indicators, findings, safeguards, ...fields } = plan;
  const all = { units, groups, tasks, indicators, findings: findings.map(inPrint), safeguards };
  const lines = [`P${JSON.stringify(fields)}`];
  for (const letter of letters) {
    let end = 0;
    for (const item of all[lists[letter]] as unknown as Spanned[]) {
      if (!("span" in item)) lines.push(letter + JSON.stringify(item));
      else {
        lines.push(letter + JSON.stringify(relative(item, end)));
        end = item.span[1];
      }
    }
  }
  for (const entry of Object.entries(ids ?? {})) lines.push(`A${JSON.stringify(entry)}`);
  if (reading) {
    lines.push(`N${JSON.stringify(reading.name)}`);
    if (reading.saved !== undefined) lines.push(`D${JSON.stringify(reading.saved)}`);
    lines.push(`C${storedAs.get(reading.corrections) ?? JSON.stringify(reading.corrections)}`);
    for (const line of reading.source.split("\n")) lines.push(`S${JSON.stringify(line)}`);
  }
  // Last, so that these lines do not move any others.
  if (kept) lines.push(keptMark + JSON.stringify(kept));
  if (left) lines.push(leftMark + JSON.stringify(left));
  if (settings) lines.push(settingsMark + JSON.stringify(settings));
  return lines;
}

/** What the lines read so far say. */
interface Collected {
  /** The plan's own fields: title, years, issuer … */
  fields: object;
  lists: Record<string, unknown[]>;
  /** Where the last item of each list ends in the plan's text: the next one's span counts from there. */
  ends: Record<string, number>;
  ids: [string, string][];
  source: string[];
  name?: string;
  saved?: string;
  corrections?: Corrections;
  kept?: OutOfPlanItems;
  left?: readonly string[];
  settings?: AssessmentSettings;
}

/** What a line says, by its letter; `json` is its text behind the letter. */
const readers: Readonly<Record<string, (collected: Collected, value: unknown, json: string) => void>> = {
  P: (collected, value) => void (collected.fields = value as object),
  A: ({ ids }, value) => void ids.push(value as [string, string]),
  S: ({ source }, value) => void source.push(value as string),
  N: (collected, value) => void (collected.name = value as string),
  D: (collected, value) => void (collected.saved = value as string),
  C: (collected, value, json) => {
    collected.corrections = completed(value as StoredCorrections);
    storedAs.set(collected.corrections, json);
  },
  [keptMark]: (collected, value) => void (collected.kept = value as OutOfPlanItems),
  [leftMark]: (collected, value) => void (collected.left = value as readonly string[]),
  [settingsMark]: (collected, value) => void (collected.settings = value as AssessmentSettings),
  ...Object.fromEntries(
    letters.map((letter) => [
      letter,
      (collected: Collected, value: unknown) => addItem(collected, letter, value as Spanned),
    ]),
  ),
};

function addItem({ lists: all, ends }: Collected, letter: Letter, stored: Spanned): void {
  const item = withEvidence.includes(letter) && !stored.evidence ? { ...stored, evidence: [] } : stored;
  const whole = "span" in item ? absolute(item, ends[letter] ?? 0) : item;
  if ("span" in item) ends[letter] = whole.span[1];
  all[lists[letter]]!.push(whole);
}

/**
 * What `linesOf` has put into lines; lines with a letter of a later version are passed over.
 * @throws SyntaxError where the lines are none of ours; the caller has checked their sum
 */
export function storedOf(lines: readonly string[]): Stored {
  const collected: Collected = {
    fields: {},
    lists: Object.fromEntries(Object.values(lists).map((name) => [name, []])),
    ends: {},
    ids: [],
    source: [],
  };
  for (const line of lines) {
    const json = line.slice(1);
    const value: unknown = JSON.parse(json);
    readers[line[0]!]?.(collected, value, json);
  }
  const { fields, lists: found, ids, kept, left, settings } = collected;
  const reading = readingOf(collected);
  return {
    plan: { ...fields, ...found } as unknown as Plan,
    ...(reading ? { reading } : {}),
    ...(ids.length > 0 ? { ids: Object.fromEntries(ids) } : {}),
    ...(kept ? { kept } : {}),
    ...(left ? { left } : {}),
    ...(settings ? { settings } : {}),
  };
}

function readingOf({ name, source, saved, corrections }: Collected): PlanSource | undefined {
  if (name === undefined || !corrections) return undefined;
  return { source: source.join("\n"), name, ...(saved === undefined ? {} : { saved }), corrections };
}

const moved = ([start, end]: Span, by: number): Span => [start + by, end + by];

/** The spans inside an item, moved by `by`. */
const inner = ({ segments, evidence }: Spanned, by: number): Pick<Spanned, "segments" | "evidence"> => ({
  ...(segments ? { segments: segments.map((one) => ({ ...one, span: moved(one.span, by) })) } : {}),
  ...(evidence ? { evidence: evidence.map((one) => ({ ...one, span: moved(one.span, by) })) } : {}),
});

/** Makes the item's span relative to `end`, and the spans inside it relative to its start. */
function relative(item: Spanned, end: number): Spanned {
  const { span, evidence, ...rest } = item;
  // Empty evidence is not stored, so that a line of an earlier version is written back unchanged.
  const stored = evidence && evidence.length > 0 ? item : { ...rest, span };
  return { ...stored, span: [span[0] - end, span[1] - span[0]], ...inner(stored, -span[0]) };
}

function absolute(item: Spanned, end: number): Spanned {
  const { span } = item;
  const start = span[0] + end;
  return { ...item, span: [start, start + span[1]], ...inner(item, start) };
}
