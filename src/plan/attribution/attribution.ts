import type { Parsed } from "../notations/read-tokens";

/**
 * How an attribution is written: in brackets with a word that says who answers (`bracket`) or with names alone
 * (`bareBracket`); behind a label, on a line of its own (`line`) or after a sentence (`run`); as the last sentence of
 * its item (`sentence`) or in running sentences (`prose`); in a form that a person has taught (`taught`).
 */
export type Form = "bracket" | "bareBracket" | "line" | "run" | "sentence" | "prose" | "taught";

/** Words that were read, and the notation by which; evidence in cleaned offsets. */
export interface ReadWords {
  notation: string;
  start: number;
  end: number;
}

/** An attribution and its position; cleaned offsets, brackets included. */
export interface Attribution {
  start: number;
  end: number;
  form: Form;
  /** Nothing else stands on its line. */
  ownLine: boolean;
  parsed: Parsed;
  evidence: ReadWords[];
}

/** A place whose words seem to say who answers, and that could not be read; cleaned offsets. */
export interface LeftOver {
  /** Why it was left: the rule of the finding. */
  rule: "attribution-not-read" | "name-not-read" | "label-unknown";
  start: number;
  end: number;
  /** The words that the finding is about. */
  words: string;
}

/** A place that looks like an attribution and is known to be something else; `id` is the row of the table of decoys. */
export interface Decoy {
  id: string;
  start: number;
  end: number;
}

/**
 * What follows a label that names no units (完成时限：…, 责任人：…), or a bracket with nothing but a time limit; cleaned
 * offsets.
 */
export interface Aside {
  kind: "time" | "person";
  label: string;
  /** The words behind the label, or in the bracket. */
  start: number;
  end: number;
}

/** What a stretch of text says about who answers. */
export interface FoundAttributions {
  attributions: Attribution[];
  asides: Aside[];
  leftOvers: LeftOver[];
  decoys: Decoy[];
}

/**
 * The words that each notation read, in cleaned offsets.
 * @param base where the parsed content begins
 */
export const readWordsOf = (parsed: Parsed, base: number): ReadWords[] =>
  parsed.matches.map(({ notation, start, end }) => ({ notation, start: base + start, end: base + end }));

/**
 * Joins attributions with nothing between them, `（市教育局牵头）（各区配合）`: all refer to the same sentences.
 * @param all at least one, in order
 */
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
      passedOver: parsed.flatMap(({ passedOver }) => passedOver),
      doubtful: parsed.flatMap(({ doubtful }) => doubtful),
      persons: parsed.flatMap(({ persons }) => persons),
      limits: parsed.flatMap(({ limits }) => limits),
      unknownLabels: parsed.flatMap(({ unknownLabels }) => unknownLabels),
      matches: parsed.flatMap(({ matches }) => matches),
    },
  };
}
