import type { Label, Role } from "../lexicon/labels";
import type { Verb } from "../lexicon/verbs";

/**
 * The kind of each word of an attribution. A kind is one letter, so that the kinds of a whole attribution form a string
 * (its tape), which the table of notations matches with patterns.
 *
 * | kind | is | example |
 * |---|---|---|
 * | `u` | a unit's name | 市教育局 |
 * | `g` | a collective name | 各成员单位 |
 * | `d` | could be a name, although it does not end like one | 共青团中央 |
 * | `L` | a label of units | 责任单位： |
 * | `X` | a label of something else | 责任领导： |
 * | `V` `M` `S` | a verb: of the lead, a responsible or a supporting unit | 牵头, 负责, 配合 |
 * | `K` | a verb of a unit that watches over the work and does not answer for it | 督办 |
 * | `W` | a conjunction before supporting units | 会同 |
 * | `(` | a bracket of a name in which others are named with what they do; it follows at the end | 市教育局（市财政局配合） |
 * | `R` | a rule about the lists that follow | 列第一位者为牵头单位，下同 |
 * | `t` | a time limit | 6月底前 |
 * | `x` | other words | 建立台账 |
 * | `、` `,` `;` | separators; a full stop or line break is `;` too | |
 */
export type Kind = "u" | "g" | "d" | "L" | "X" | "V" | "M" | "S" | "K" | "W" | "(" | "R" | "t" | "x" | "、" | "," | ";";

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
  /** The role in the mark next to a name: （牵头）, ★, （配合）. */
  mark?: Role;
  verb?: Verb["role"];
  /** The name before it has taken over its last word. */
  lends?: true;
}

/** The kinds of the tokens as one string. */
export const tapeOf = (tokens: readonly Token[]): string => tokens.map(({ kind }) => kind).join("");
