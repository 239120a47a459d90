import type { Sentence } from "../../plan/sentence";

/** What a check has to work with: a request's context, and the two sheets that the self-check has made. */
export interface ScratchSheets {
  context: Excel.RequestContext;
  /** The sheet for cells and tables. A check keeps to the twenty rows that begin with `top`. */
  cells: Excel.Worksheet;
  /** The sheet for what concerns a whole sheet or a whole column: print set-up, panes, widths. */
  looks: Excel.Worksheet;
  /** Zero-based. */
  top: number;
}

/** What came of a check, by its Chinese name; a row of the pane's list and of the record. */
export const stateNames = { right: "正常", other: "不同", refused: "被拒绝", skipped: "跳过" } as const;

export type State = keyof typeof stateNames;

export interface Seen {
  right: boolean;
  /** For a maintainer: values as Excel gave them. */
  seen: string;
}

export const seen = (right: boolean, ...what: readonly unknown[]): Seen => ({
  right,
  seen: what.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join("；"),
});

/** Something that is tried by the add-in alone. */
export interface Check {
  /** Named in the record, and for tests. */
  key: string;
  name: Sentence;
  expected: Sentence;
  /** Sends what is tried. Whatever it throws is a refusal. */
  attempt: (scratch: ScratchSheets) => Promise<Seen>;
}

/** What the person has answered: done or seen, done and nothing came of it, or not tried. */
export type Answer = "yes" | "no" | "skip";

/** Something that a person has to do, or to look at. */
export interface Guided extends Omit<Check, "attempt"> {
  /** What the person is asked; `cell` is the address in the first scratch sheet. */
  step: (cell: string) => Sentence;
  kind: "act" | "look";
  /** In place of `attempt`, before the person is asked. */
  prepare: (scratch: ScratchSheets) => Promise<void>;
  /** A cell whose changes are listened to meanwhile. */
  heardAt?: (top: number) => string;
  /** What is to be read afterwards; absent, what the person has answered is what was seen. */
  look?: (scratch: ScratchSheets, heard: boolean) => Promise<Seen>;
  /** Shown as files, or opened, when the person is asked. */
  offers?: "download" | "workbook";
}
