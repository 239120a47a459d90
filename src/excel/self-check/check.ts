import type { Sentence } from "../../plan/sentence";

/** What a check works with: a request's context, and the two scratch sheets. */
export interface ScratchSheets {
  context: Excel.RequestContext;
  /** The sheet for cells and tables. A check keeps to the twenty rows that begin with `top`. */
  cells: Excel.Worksheet;
  /** The sheet for checks of whole sheets or columns: print set-up, panes, widths. */
  looks: Excel.Worksheet;
  /** Zero-based. */
  top: number;
}

/** Results of a check, with their Chinese names in the pane's list and in the record. */
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

/** A check that runs without the user. */
export interface Check {
  /** Named in the record, and for tests. */
  key: string;
  name: Sentence;
  expected: Sentence;
  /** Runs the check; whatever it throws counts as a refusal. */
  attempt: (scratch: ScratchSheets) => Promise<Seen>;
}

/** The user's answer: done or seen, done without effect, or skipped. */
export type Answer = "yes" | "no" | "skip";

/** A check in which the user has to do something or look at something. */
export interface Guided extends Omit<Check, "attempt"> {
  /** The instruction; `cell` is an address in the first scratch sheet. */
  step: (cell: string) => Sentence;
  kind: "act" | "look";
  /** Runs before the user is asked. */
  prepare: (scratch: ScratchSheets) => Promise<void>;
  /** Address of a cell whose change events are awaited meanwhile. */
  heardAt?: (top: number) => string;
  /** What is read afterwards; if absent, the user's answer decides. */
  look?: (scratch: ScratchSheets, heard: boolean) => Promise<Seen>;
  /** Downloads a file, or opens a workbook, when the user is asked. */
  offers?: "download" | "workbook";
}
