import type { Candidate } from "./candidates";
import { opened, stepsOf, type ItemStart, type OpenSeries, type SeriesState, type Step } from "./series";

/** The beginning of an annex, a document of its own. */
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

/** An element of a reading: the number of an item, or the beginning of a part. */
export type OutlineStart = ItemStart | PartStart;

/** One possible reading of the text up to a position. */
interface Hypothesis extends SeriesState {
  worth: number;
  trace: Trace | undefined;
  key: string;
}

interface Trace {
  before: Trace | undefined;
  reading: OutlineStart;
}

/** How many hypotheses are kept at each position. */
const BEAM_WIDTH = 8;
/** A hypothesis is dropped when its worth is this much below that of the best one. */
const BEAM_MARGIN = 20;

/**
 * Returns the ways in which a heading without a number may change which series are open. Of ways of equal worth the
 * first is taken.
 */
export type HeadingWays = (
  heading: UnnumberedHeading,
  state: SeriesState,
) => { top: OpenSeries | undefined; worth: number }[];

/**
 * The most consistent reading of all places that may be numbers, found by beam search: the text is gone through once,
 * and at each position the best hypotheses are kept. The tables of moves and boundaries say what a number is worth.
 * @param events in the order of the text
 * @returns numbers of items and beginnings of parts, in the order of the text
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
    // A number at the start of a line cannot be passed over, unless it is doubtful.
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

/** The best hypotheses with different open series, at most {@link BEAM_WIDTH}. `worths` must be in descending order. */
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
