import type { CellValue } from "../matrix/sheet";
import type { FormKey } from "./form-key";
import type { FormProblem } from "./form-problems";

/** A returned file as read: its rows by their hidden keys, before any judgement. */
export interface ReturnedForm {
  file: string;
  /** ISO date and time when it was last saved; empty where unknown. */
  saved: string;
  rows: ReturnedRow[];
  /** Rows among them without a valid key. */
  strays: StrayRow[];
  /** How many other sheets hold something; they are not read. */
  otherSheets: number;
}

/** What a unit has filled into a row. */
export interface FilledCells {
  entry: CellValue;
  /** Whether the cell is formatted as a percentage. */
  isPercent: boolean;
  evidence: string;
  /** 进展情况; empty in forms of earlier versions, which do not ask for it. */
  progress: string;
  explanation: string;
}

/** What is printed in a row. */
export interface PrintedRow {
  number: string;
  task: string;
  indicator: string;
}

export interface ReturnedRow extends FormKey, FilledCells {
  printed: PrintedRow;
}

/** `added`: the unit has added the row. `damaged`: its hidden key was changed. */
export interface StrayRow extends FilledCells {
  kind: "added" | "damaged";
  printed: PrintedRow;
}

export interface RefusedFile {
  file: string;
  problem: FormProblem;
  /** The part of the file that explains the problem: a year, or a unit's name. */
  about?: string;
}
