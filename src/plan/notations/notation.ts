import type { Sentence } from "../sentence";

/** `bare`: neither a label nor a verb says what the unit does. */
export type EntryRole = "lead" | "main" | "support" | "bare";

/**
 * One way of writing who answers for a task: a row of the table.
 *
 * `match` is a pattern over the tape of tokens (`tokens/token.ts` lists its letters). `N` stands for any name (`u`, `g`
 * or `d`), `LIST` for names with separators between them, `ENUM` for names with nothing but 、 between them; each
 * bracketed group is a list whose role stands at the same place in `roles`.
 */
export interface Notation {
  id: string;
  /** How it looks; also its test: `reads` is what must come out. */
  example: string;
  /** `lead|responsible|groups`, each joined by `+`. */
  expected: string;
  match: string;
  /**
   * Labels of this notation alone, which no stem tells (归口管理：), and what they say; each `L` of `match` is one of them.
   */
  labels?: Readonly<Record<string, "lead" | "responsible">>;
  /** For each group of `match`; `label` is what the last label says. */
  roles: readonly (EntryRole | "label")[];
  /** Whether it is read in brackets and behind labels, in running sentences, or in both. */
  where: "lists" | "sentences" | "both";
  /** The sentence that tells the user by what it was read. */
  description: Sentence;
}
