import { readPlan } from "..";
import { decisionsOf, noCorrections, type Corrections } from "../corrections";
import { lettersOf } from "../identity";
import type { Finding, Indicator, Plan, Span } from "../model";
import { leftId, unreadId } from "../question-ids";
import { sentence, type Sentence } from "../sentence";
import { findPassage, findPlace, isUnchanged, lettersIn, withNumberAndStop, type Letters } from "./find-passage";
import type { MarkedTask } from "./marked-tasks";

/** Shorter sentences occur in many plans. */
const SHORTEST_SENTENCE = 8;
const ENOUGH = 0.3;

const sentencesOf = (source: string): Set<string> =>
  new Set(
    source
      .split(/[。；;\n]/)
      .map(lettersOf)
      .filter(({ length }) => length >= SHORTEST_SENTENCE),
  );

/** Whether one text is another version of the other: they share many sentences word for word. */
export function isVersionOf(before: string, after: string): boolean {
  const [one, other] = [sentencesOf(before), sentencesOf(after)];
  const shared = [...one].filter((words) => other.has(words)).length;
  return shared > 0 && shared >= ENOUGH * Math.min(one.size, other.size);
}

/** The corrections that apply to another version of a text. */
export interface CarriedCorrections {
  corrections: Corrections;
  /** Messages: how many passages were found again, and each correction that was not. */
  notes: Sentence[];
}

/** Whether the corrections contain anything to carry. */
export const isWorthCarrying = ({ units, reading, ...others }: Corrections): boolean =>
  [...Object.values(units), ...Object.values(reading ?? {}), ...Object.values(others)].some(
    (part) => Object.keys(part).length > 0,
  );

/** Two versions of a text: the one that was corrected, and the other one. */
interface Versions {
  before: string;
  after: string;
  /** The letters of the other version. */
  letters: Letters;
  /** Letters of the other version per character of the corrected one; estimates where a position has moved to. */
  share: number;
}

/**
 * Carries a person's corrections over to another version of the text. Decisions about words, labels and notations apply
 * there too. Marked passages are found again by their words. Corrections of a task are kept only if the task occurs
 * there word for word, including its units.
 */
export function carryCorrections(corrections: Corrections, before: string, after: string): CarriedCorrections {
  const letters = lettersIn(after);
  const versions = { before, after, letters, share: letters.text.length / Math.max(1, before.length) };
  const { marked, lost } = carryMarked(corrections.marked, versions);
  const added = carryAdded(corrections.added, versions);
  const markedIds = new Set(marked.map(({ id }) => id));
  const { unchanged, changed, settledPlaces } = compareVersions(corrections, markedIds, versions);
  const addedIds = new Set(added.map(({ id }) => id));
  const lostIndicators = corrections.added.filter(({ id }) => !addedIds.has(id)).map(({ name }) => name);
  return {
    corrections: {
      ...independentOfText(corrections, after),
      ...ofItems(corrections, (id) => markedIds.has(id) || unchanged.has(id)),
      settled: [...corrections.settled.filter((id) => isStillSettled(id, unchanged)), ...settledPlaces],
      marked,
      added,
    },
    notes: notesOf(marked.length, lost, [...changed, ...lostIndicators]),
  };
}

/** Corrections about words, labels and units, which apply to any version of the text. */
function independentOfText({ units, reading, years, members, shortNames }: Corrections, after: string): Corrections {
  return {
    ...noCorrections,
    units,
    ...(reading ? { reading } : {}),
    // A text that names its years needs no correction of them.
    ...(years && readPlan(after).years[0] === 0 ? { years } : {}),
    members,
    shortNames,
  };
}

/** The corrections of those tasks, indicators and safeguards that are kept. */
function ofItems(
  { tasks, indicators, safeguards }: Corrections,
  isKept: (id: string) => boolean,
): Pick<Corrections, "tasks" | "indicators" | "safeguards"> {
  const only = <T>(table: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(table).filter(([id]) => isKept(id)));
  return { tasks: only(tasks), indicators: only(indicators), safeguards: only(safeguards) };
}

/** A question's id ends with the id of its subject; questions about names contain the names. */
const isStillSettled = (id: string, unchanged: ReadonlySet<string>): boolean =>
  /^(?:pair|new) /.test(id) || unchanged.has(id.slice(id.indexOf(" ") + 1));

/** The marked passages that were found again, and those that were not. */
function carryMarked(
  all: readonly MarkedTask[],
  { after, letters, share }: Versions,
): { marked: MarkedTask[]; lost: MarkedTask[] } {
  const marked: MarkedTask[] = [];
  const lost: MarkedTask[] = [];
  const taken: Span[] = [];
  for (const mark of all) {
    const found = findPassage(letters, mark.words, mark.span[0] * share, taken);
    if (!found) {
      lost.push(mark);
      continue;
    }
    const span = withNumberAndStop(after, found, mark.words);
    taken.push(span);
    marked.push({ ...mark, span, words: after.slice(...span) });
  }
  return { marked, lost };
}

/** The added indicators whose words were found again. */
const carryAdded = (added: readonly Indicator[], { letters, share }: Versions): Indicator[] =>
  added.flatMap((indicator) => {
    const span = findPassage(letters, indicator.quote, indicator.span[0] * share, []);
    if (!span) return [];
    return [{ ...indicator, span, evidence: indicator.evidence.map(({ notation }) => ({ notation, span })) }];
  });

const notesOf = (found: number, lost: readonly MarkedTask[], gone: readonly string[]): Sentence[] => [
  ...(found > 0 ? [sentence("以前标出的 {{count}} 项任务已按原话带到这份文字。", { count: found })] : []),
  ...lost.map(({ title }) => sentence("以前标出的任务“{{title}}”在这份文字中找不到原话，没有带过来。", { title })),
  ...[...new Set(gone)].map((title) =>
    sentence("以前改过的“{{title}}”在这份文字中不是原话了，改动没有带过来，请再核对。", { title }),
  ),
];

interface Comparison {
  /** Ids of items that occur unchanged in the other version. */
  unchanged: ReadonlySet<string>;
  /** Titles of corrected items that do not. */
  changed: string[];
  /** Ids, in the other version, of settled questions that are identified by their position. */
  settledPlaces: string[];
}

/**
 * Compares the corrected items with the other version of the text.
 * @param marked ids of passages that were found again
 */
function compareVersions(corrections: Corrections, marked: ReadonlySet<string>, versions: Versions): Comparison {
  const { tasks, indicators, safeguards, settled, units, reading } = corrections;
  if ([tasks, indicators, safeguards, settled].every((part) => Object.keys(part).length === 0))
    return { unchanged: new Set(), changed: [], settledPlaces: [] };
  const plan = readPlan(versions.before, decisionsOf({ units, ...(reading ? { reading } : {}) }));
  const unchanged = unchangedIn(plan, versions);
  const isChanged =
    (table: object) =>
    ({ id }: { id: string }): boolean =>
      Object.hasOwn(table, id) && !unchanged.has(id) && !marked.has(id);
  const changed = [...plan.tasks.filter(isChanged(tasks)), ...plan.safeguards.filter(isChanged(safeguards))];
  return {
    unchanged,
    changed: [
      ...changed.map(({ title }) => title),
      ...plan.indicators.filter(isChanged(indicators)).map(({ name }) => name),
    ],
    settledPlaces: plan.findings.flatMap((finding) => settledAgain(finding, settled, versions)),
  };
}

/** Ids of tasks and safeguards that occur unchanged in the other version, and of the indicators of these tasks. */
function unchangedIn(plan: Plan, { before, letters }: Versions): Set<string> {
  const items = [...plan.tasks, ...plan.safeguards].filter(({ span }) => isUnchanged(before, span, letters));
  const ids = new Set(items.map(({ id }) => id));
  for (const { id, taskId } of plan.indicators) if (taskId !== undefined && ids.has(taskId)) ids.add(id);
  return ids;
}

/** Ids, in the other version, of the settled questions about a finding, if its place is found there. */
function settledAgain(finding: Finding, settled: readonly string[], { before, letters }: Versions): string[] {
  const isLeft = settled.includes(leftId(finding.span));
  const isUnread = settled.includes(unreadId(finding));
  const place = isLeft || isUnread ? findPlace(before, finding.span, letters) : undefined;
  if (place === undefined) return [];
  const span: Span = [place, place + finding.span[1] - finding.span[0]];
  return [...(isLeft ? [leftId(span)] : []), ...(isUnread ? [unreadId({ ...finding, span })] : [])];
}
