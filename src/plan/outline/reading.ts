import type { Candidate } from "./candidates";
import { opened, stepsOf, type Entry, type Open, type Standing, type Step } from "./series";

/** The beginning of a document of its own: an annex. */
export interface PartStart {
  kind: "part";
  start: number;
}

/** A line that may be a heading without a number. */
export interface Heading {
  kind: "heading";
  start: number;
  end: number;
  words: string;
}

export type Event = Candidate | PartStart | Heading;

/** What is read of a text: numbers of items and beginnings of parts, in order. */
export type Reading = Entry | PartStart;

/** One reading of the text up to a place. */
interface Path extends Standing {
  worth: number;
  trace: Trace | undefined;
  key: string;
}

interface Trace {
  before: Trace | undefined;
  reading: Reading;
}

/** Readings that are kept beside the best one. */
const KEPT = 8;
/** A reading so much worse than the best is given up. */
const HOPELESS = 20;

/** Says how a heading without a number changes what is open; the first way is taken where two are worth the same. */
export type HeadingWays = (heading: Heading, standing: Standing) => { top: Open | undefined; worth: number }[];

/**
 * The most consistent reading of all places that may be numbers: the text is gone through once, and at each place the
 * best readings are kept (a beam). What a number is worth is said by the tables of moves and grounds.
 */
export function bestReading(text: string, events: readonly Event[], headingWays: HeadingWays): Reading[] {
  let paths: Path[] = [{ top: undefined, last: undefined, reached: new Map(), worth: 0, trace: undefined, key: "" }];
  for (const event of events) {
    if (event.kind === "number") paths = afterNumber(text, paths, event);
    else if (event.kind === "part") paths = paths.map((path) => afterPart(path, event));
    else paths = afterHeading(paths, event, headingWays);
  }
  const readings: Reading[] = [];
  for (let trace = paths[0]!.trace; trace; trace = trace.before) readings.push(trace.reading);
  return readings.reverse();
}

interface Proposal {
  path: Path;
  step?: Step;
  worth: number;
}

function afterNumber(text: string, paths: readonly Path[], candidate: Candidate): Path[] {
  const proposals: Proposal[] = [];
  for (const path of paths) {
    const { steps, passedOver } = stepsOf(text, path, candidate);
    for (const step of steps) proposals.push({ path, step, worth: path.worth + step.worth });
    // A number at the start of a line always counts.
    if (candidate.place || candidate.marker.doubtful || steps.length === 0)
      proposals.push({ path, worth: path.worth + passedOver });
  }
  proposals.sort((a, b) => b.worth - a.worth);
  return kept(
    proposals.map(({ worth }) => worth),
    (k) => {
      const { path, step, worth } = proposals[k]!;
      return step ? taken(path, step, candidate, worth) : { ...path, worth };
    },
  );
}

/** The best of different standing, at most {@link KEPT}. */
function kept(worths: readonly number[], pathAt: (k: number) => Path): Path[] {
  const best: Path[] = [];
  const keys = new Set<string>();
  for (let k = 0; k < worths.length && best.length < KEPT && worths[k]! > worths[0]! - HOPELESS; k++) {
    const path = pathAt(k);
    if (keys.has(path.key)) continue;
    keys.add(path.key);
    best.push(path);
  }
  return best;
}

function taken(path: Path, { below, loose }: Step, { marker }: Candidate, worth: number): Path {
  const entry: Entry = below ? { marker, above: below.entry } : { marker };
  const top = opened(entry, below, loose);
  const reached = new Map(path.reached).set(marker.style, marker.value);
  return { top, last: entry, reached, worth, trace: { before: path.trace, reading: entry }, key: top.key };
}

function afterPart(path: Path, part: PartStart): Path {
  return { ...path, top: undefined, last: undefined, trace: { before: path.trace, reading: part }, key: "" };
}

function afterHeading(paths: readonly Path[], heading: Heading, ways: HeadingWays): Path[] {
  const after = paths.flatMap((path) =>
    ways(heading, path).map(({ top, worth }): Path => ({
      ...path,
      top,
      worth: path.worth + worth,
      key: top?.key ?? "",
    })),
  );
  after.sort((a, b) => b.worth - a.worth);
  return kept(
    after.map(({ worth }) => worth),
    (k) => after[k]!,
  );
}
