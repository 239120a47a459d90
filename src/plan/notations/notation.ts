import type { Sentence } from "../sentence";

/**
 * `bare`: neither a label nor a verb says what the unit does. `skip`: it watches over the work and does not answer for
 * it.
 */
export type EntryRole = "lead" | "main" | "support" | "bare" | "skip";

/**
 * One way of writing who is responsible for a task: a row of the table.
 *
 * `match` is a regular expression over the tape of tokens (`tokens/token.ts` lists its letters). `LIST` stands for names
 * (`u`, `g` or `d`) with separators between them, `ENUM` for names with only 、 between them. Each bracketed group is a
 * list; its role is at the same index of `roles`. What follows an `X` (督办：市政府办) is passed over only where the reader
 * comes to the `X` itself, so a row may look ahead to it, `(?=[,;]X)`, but not take it.
 */
export interface Notation {
  id: string;
  /** A text in this notation; it is the row's test, and `expected` is what must be read from it. */
  example: string;
  /** `lead|responsible|groups`, each joined by `+`. */
  expected: string;
  match: string;
  /**
   * Labels that only this notation knows, because no stem identifies them (归口管理：), and their roles. Each `L` of `match`
   * must be one of them.
   */
  labels?: Readonly<Record<string, "lead" | "responsible">>;
  /** The role of each group of `match`; `label` means the role of the last label. */
  roles: readonly (EntryRole | "label")[];
  /** Whether it applies in brackets and after labels, in running sentences, or in both. */
  where: "lists" | "sentences" | "both";
  /** Tells the user how the units were recognised. */
  description: Sentence;
}
