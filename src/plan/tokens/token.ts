import type { Label } from "../lexicon/labels";
import type { Verb } from "../lexicon/verbs";

/**
 * What the words of an attribution are, one by one. A token's `kind` is one letter, so that the kinds of a whole
 * attribution are a string (its tape) in which the table of notations finds its patterns.
 *
 * | kind | is | example |
 * |---|---|---|
 * | `u` | a unit's name | 市教育局 |
 * | `g` | a collective name | 各成员单位 |
 * | `d` | could be a name, although it does not end like one | 共青团中央 |
 * | `L` | a label of units | 责任单位： |
 * | `X` | a label of something else | 责任领导： |
 * | `V` `M` `S` | a verb: leads, answers, helps | 牵头, 负责, 配合 |
 * | `W` | a joint before those who help | 会同 |
 * | `R` | a rule about the lists that follow | 列第一位者为牵头单位，下同 |
 * | `t` | a time limit | 6月底前 |
 * | `x` | other words | 建立台账 |
 * | `、` `,` `;` | separators; a stop or line break is `;` too | |
 */
export type Kind = "u" | "g" | "d" | "L" | "X" | "V" | "M" | "S" | "W" | "R" | "t" | "x" | "、" | "," | ";";

export interface Token {
  kind: Kind;
  /** The cleaned words; for a name, the name alone. */
  text: string;
  /** Offsets of the list part that contains the token, within the content. */
  start: number;
  end: number;
  label?: Label;
  /** The verb says that each unit does its part, so none leads. */
  shared?: boolean;
  /** The mark next to a name: （牵头）, ★, （配合）. */
  mark?: "lead" | "support" | "main";
  verb?: Verb["role"];
  /** The name before it has taken over its last word. */
  lends?: true;
}

export const tapeOf = (tokens: readonly Token[]): string => tokens.map(({ kind }) => kind).join("");
