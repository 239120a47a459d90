import { completed, type Corrections, type StoredCorrections } from "../../plan/corrections";
import { inPrint } from "../../plan/finding";
import type { Plan, Span, Task } from "../../plan/model";
import type { OutOfPlanItems } from "../../sync/out-of-plan";

/**
 * What the workbook carries, as lines of text: one for each task, indicator, unit and line of the plan's own text.
 * Spans are told from the end of the one before, so that a change to one task changes its own lines and no others; what
 * is stored of a revision is then as small as the revision.
 */

/** The text that a plan was read from, and what the user settled about it. */
export interface PlanSource {
  source: string;
  /** Of the file. */
  name: string;
  /**
   * ISO date and time at which the file was last saved; absent where it does not say, and for a text that was pasted.
   */
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
  /** Absent where the plan did not come from the pane. */
  reading?: PlanSource;
  /** Ids that a reading of the text gives → ids that the sheet has kept from earlier revisions. */
  ids?: Readonly<Record<string, string>>;
  settings?: AssessmentSettings;
  /** What the plan said last of rows that the user has kept in the sheet without it. */
  kept?: OutOfPlanItems;
  /** Rows and unit columns of the plan that the user has left out of the sheet: identities and column keys. */
  left?: readonly string[];
}

/** The lists of a plan, by the letter that their lines begin with. */
const lists = { U: "units", G: "groups", T: "tasks", I: "indicators", F: "findings", M: "safeguards" } as const;
type Letter = keyof typeof lists;
const letters = Object.keys(lists) as Letter[];

interface Spanned {
  span: Span;
  segments?: Task["segments"];
  evidence?: Task["evidence"];
}

/** Tasks and indicators; those that earlier versions stored have no evidence. */
const withEvidence: readonly string[] = ["T", "I"];

const settingsMark = "E";
const leftMark = "L";
const keptMark = "K";

/** The lines of the plan alone: settings, and what is left out, may change between a sync and its undoing. */
export const planLines = (lines: readonly string[]): string[] =>
  lines.filter((line) => !line.startsWith(settingsMark) && !line.startsWith(leftMark));

/**
 * Corrections as they were stored. An earlier version knew fewer sorts of them: its line is written again as it was, so
 * that what undoes its syncs goes on fitting the lines.
 */
const storedAs = new WeakMap<Corrections, string>();

export function linesOf({ plan, reading, ids, settings, kept, left }: Stored): string[] {
  const { units, groups, tasks, indicators, findings, safeguards, ...head } = plan;
  const all = { units, groups, tasks, indicators, findings: findings.map(inPrint), safeguards };
  const lines = [`P${JSON.stringify(head)}`];
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
  // Last, so that the places of all other lines stay when they come or change.
  if (kept) lines.push(keptMark + JSON.stringify(kept));
  if (left) lines.push(leftMark + JSON.stringify(left));
  if (settings) lines.push(settingsMark + JSON.stringify(settings));
  return lines;
}

/** @throws SyntaxError where the lines are none of ours; the caller has checked their sum */
export function storedOf(lines: readonly string[]): Stored {
  const found: Record<string, unknown[]> = Object.fromEntries(Object.values(lists).map((name) => [name, []]));
  const ends: Record<string, number> = {};
  const ids: [string, string][] = [];
  const source: string[] = [];
  let head: object = {};
  let name: string | undefined;
  let saved: string | undefined;
  let corrections: Corrections | undefined;
  let kept: OutOfPlanItems | undefined;
  let left: readonly string[] | undefined;
  let settings: AssessmentSettings | undefined;
  for (const line of lines) {
    const letter = line[0]!;
    const value = JSON.parse(line.slice(1)) as unknown;
    if (letter === "S") source.push(value as string);
    else if (letter === "P") head = value as object;
    else if (letter === "N") name = value as string;
    else if (letter === "D") saved = value as string;
    else if (letter === "C") {
      corrections = completed(value as StoredCorrections);
      storedAs.set(corrections, line.slice(1));
    } else if (letter === keptMark) kept = value as OutOfPlanItems;
    else if (letter === leftMark) left = value as readonly string[];
    else if (letter === settingsMark) settings = value as AssessmentSettings;
    else if (letter === "A") ids.push(value as [string, string]);
    else if (letter in lists) {
      const item =
        withEvidence.includes(letter) && !(value as Spanned).evidence
          ? { ...(value as Spanned), evidence: [] }
          : (value as Spanned);
      const whole = "span" in item ? absolute(item, ends[letter] ?? 0) : item;
      if ("span" in item) ends[letter] = whole.span[1];
      found[lists[letter as Letter]]!.push(whole);
    }
  }
  return {
    plan: { ...head, ...found } as unknown as Plan,
    ...(name !== undefined && corrections
      ? { reading: { source: source.join("\n"), name, ...(saved === undefined ? {} : { saved }), corrections } }
      : {}),
    ...(ids.length > 0 ? { ids: Object.fromEntries(ids) } : {}),
    ...(kept ? { kept } : {}),
    ...(left ? { left } : {}),
    ...(settings ? { settings } : {}),
  };
}

const moved = ([start, end]: Span, by: number): Span => [start + by, end + by];

/** What lies inside an item, its places told from another beginning. */
const inner = ({ segments, evidence }: Spanned, by: number): Pick<Spanned, "segments" | "evidence"> => ({
  ...(segments ? { segments: segments.map((one) => ({ ...one, span: moved(one.span, by) })) } : {}),
  ...(evidence ? { evidence: evidence.map((one) => ({ ...one, span: moved(one.span, by) })) } : {}),
});

/** The item's span from the end of the one before; those inside it from its own beginning. */
function relative(item: Spanned, end: number): Spanned {
  const { span, evidence, ...rest } = item;
  // No evidence is stored as none: a line that an earlier version wrote is written again as it was.
  const stored = evidence && evidence.length > 0 ? item : { ...rest, span };
  return { ...stored, span: [span[0] - end, span[1] - span[0]], ...inner(stored, -span[0]) };
}

function absolute(item: Spanned, end: number): Spanned {
  const { span } = item;
  const start = span[0] + end;
  return { ...item, span: [start, start + span[1]], ...inner(item, start) };
}
