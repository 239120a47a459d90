import type { Candidate } from "./candidates";
import { opened, stepsOf, type ItemStart, type OpenSeries, type SeriesState, type Step } from "./series";

/** The beginning of a document of its own: an annex. */
export interface PartStart {
  kind: "part";
  start: number;
}

/** A line that may be a heading without a number. */
export interface UnnumberedHeading {
  kind: "heading";
  start: number;
  end: number;
  words: string;
}

export type Event = Candidate | PartStart | UnnumberedHeading;

/** What is read of a text: numbers of items and beginnings of parts, in order. */
export type OutlineStart = ItemStart | PartStart;

/** One reading of the text up to a place. */
interface Hypothesis extends SeriesState {
  worth: number;
  trace: Trace | undefined;
  key: string;
}

interface Trace {
  before: Trace | undefined;
  reading: OutlineStart;
}

/** Readings that are kept beside the best one. */
const BEAM_WIDTH = 8;
/** A reading so much worse than the best is given up. */
const BEAM_MARGIN = 20;

/** Says how a heading without a number changes what is open; the first way is taken where two are worth the same. */
export type HeadingWays = (
  heading: UnnumberedHeading,
  standing: SeriesState,
) => { top: OpenSeries | undefined; worth: number }[];

/**
 * The most consistent reading of all places that may be numbers: the text is gone through once, and at each place the
 * best readings are kept (a beam). What a number is worth is said by the tables of moves and grounds.
 */
export function bestReading(text: string, events: readonly Event[], headingWays: HeadingWays): OutlineStart[] {
  let paths: Hypothesis[] = [
    { top: undefined, last: undefined, reached: new Map(), worth: 0, trace: undefined, key: "" },
  ];
  for (const event of events) {
    if (event.kind === "number") paths = afterNumber(text, paths, event);
    else if (event.kind === "part") paths = paths.map((path) => afterPart(path, event));
    else paths = afterHeading(paths, event, headingWays);
  }
  const readings: OutlineStart[] = [];
  for (let trace = paths[0]!.trace; trace; trace = trace.before) readings.push(trace.reading);
  return readings.reverse();
}

interface Proposal {
  path: Hypothesis;
  step?: Step;
  worth: number;
}

function afterNumber(text: string, paths: readonly Hypothesis[], candidate: Candidate): Hypothesis[] {
  const proposals: Proposal[] = [];
  for (const path of paths) {
    const { steps, passedOver } = stepsOf(text, path, candidate);
    for (const step of steps) proposals.push({ path, step, worth: path.worth + step.worth });
    // A number at the start of a line always counts.
    if (candidate.place || candidate.marker.doubtful || steps.length === 0)
      proposals.push({ path, worth: path.worth + passedOver });
  }
  proposals.sort((a, b) => b.worth - a.worth);
  return pruned(
    proposals.map(({ worth }) => worth),
    (k) => {
      const { path, step, worth } = proposals[k]!;
      return step ? withItem(path, step, candidate, worth) : { ...path, worth };
    },
  );
}

/** The best of different standing, at most {@link BEAM_WIDTH}. */
function pruned(worths: readonly number[], pathAt: (k: number) => Hypothesis): Hypothesis[] {
  const best: Hypothesis[] = [];
  const keys = new Set<string>();
  for (let k = 0; k < worths.length && best.length < BEAM_WIDTH && worths[k]! > worths[0]! - BEAM_MARGIN; k++) {
    const path = pathAt(k);
    if (keys.has(path.key)) continue;
    keys.add(path.key);
    best.push(path);
  }
  return best;
}

function withItem(path: Hypothesis, { below, loose }: Step, { marker }: Candidate, worth: number): Hypothesis {
  const entry: ItemStart = below ? { marker, above: below.entry } : { marker };
  const top = opened(entry, below, loose);
  const reached = new Map(path.reached).set(marker.style, marker.value);
  return { top, last: entry, reached, worth, trace: { before: path.trace, reading: entry }, key: top.key };
}

function afterPart(path: Hypothesis, part: PartStart): Hypothesis {
  return { ...path, top: undefined, last: undefined, trace: { before: path.trace, reading: part }, key: "" };
}

function afterHeading(paths: readonly Hypothesis[], heading: UnnumberedHeading, ways: HeadingWays): Hypothesis[] {
  const after = paths.flatMap((path) =>
    ways(heading, path).map(({ top, worth }): Hypothesis => ({
      ...path,
      top,
      worth: path.worth + worth,
      key: top?.key ?? "",
    })),
  );
  after.sort((a, b) => b.worth - a.worth);
  return pruned(
    after.map(({ worth }) => worth),
    (k) => after[k]!,
  );
}
