import type { Parsed } from "../notations/read-tokens";

/**
 * Where an attribution stands: in brackets, on a line or run on behind a sentence with a label, in a sentence, as a
 * person has shown.
 */
export type Form = "bracket" | "bareBracket" | "line" | "run" | "sentence" | "prose" | "taught";

/** By which row of the table of notations which words were read; cleaned offsets. */
export interface ReadWords {
  notation: string;
  start: number;
  end: number;
}

/** An attribution in its place; offsets are cleaned ones and include the brackets. */
export interface Attribution {
  start: number;
  end: number;
  form: Form;
  /** Nothing but the attribution stands on its line. */
  ownLine: boolean;
  parsed: Parsed;
  evidence: ReadWords[];
}

/** A place that says who answers, as far as its words go, and that was not read; cleaned offsets. */
export interface LeftOver {
  /** Why it is left: the finding's rule. */
  rule: "attribution-not-read" | "name-not-read" | "label-unknown";
  start: number;
  end: number;
  /** The words that the finding is about. */
  words: string;
}

/** A place that looks like an attribution and is known to be something else, by the row of the table of decoys. */
export interface Decoy {
  id: string;
  start: number;
  end: number;
}

/**
 * What a label says that names no units (完成时限：…, 责任人：…), or a bracket that holds nothing but a time limit; cleaned
 * offsets.
 */
export interface Aside {
  kind: "time" | "person";
  label: string;
  /** What it says. */
  start: number;
  end: number;
}

/** What one stretch of text says of who answers. */
export interface FoundAttributions {
  attributions: Attribution[];
  asides: Aside[];
  leftOvers: LeftOver[];
  decoys: Decoy[];
}

/** Where the rows of the table read, as cleaned offsets; the content begins at `base`. */
export const readWordsOf = (parsed: Parsed, base: number): ReadWords[] =>
  parsed.matches.map(({ notation, start, end }) => ({ notation, start: base + start, end: base + end }));

/** `（市教育局牵头）（各区配合）`: nothing stands between them, so all speak of the same sentences. */
export function joined(all: readonly Attribution[]): Attribution {
  const [first] = all;
  if (all.length === 1) return first!;
  const parsed = all.map((one) => one.parsed);
  return {
    ...first!,
    end: all.at(-1)!.end,
    ownLine: all.every(({ ownLine }) => ownLine),
    evidence: all.flatMap(({ evidence }) => evidence),
    parsed: {
      entries: parsed.flatMap(({ entries }) => entries),
      hasLabel: parsed.some(({ hasLabel }) => hasLabel),
      hasVerb: parsed.some(({ hasVerb }) => hasVerb),
      shared: parsed.some(({ shared }) => shared),
      firstLeads: parsed.some(({ firstLeads }) => firstLeads),
      carried: parsed.flatMap(({ carried }) => carried),
      other: parsed.flatMap(({ other }) => other),
      doubtful: parsed.flatMap(({ doubtful }) => doubtful),
      persons: parsed.flatMap(({ persons }) => persons),
      limits: parsed.flatMap(({ limits }) => limits),
      unknownLabels: parsed.flatMap(({ unknownLabels }) => unknownLabels),
      matches: parsed.flatMap(({ matches }) => matches),
    },
  };
}
