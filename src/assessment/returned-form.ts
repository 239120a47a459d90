import type { CellValue } from "../matrix/sheet";
import type { FormKey } from "./form-key";
import type { FormProblem } from "./form-problems";

/** A returned file as read: the rows by their hidden keys, nothing judged yet. */
export interface ReturnedForm {
  file: string;
  /** ISO date and time at which it was last saved; empty where it does not say. */
  saved: string;
  rows: ReturnedRow[];
  /** What stands among them without a sound key. */
  strays: StrayRow[];
  /** Sheets beside the form that hold something; nothing of them is read. */
  otherSheets: number;
}

/** What a unit has put into a row. */
export interface FilledCells {
  entry: CellValue;
  /** The cell shows its number as a percentage. */
  isPercent: boolean;
  evidence: string;
  /** 进展情况; empty in forms of earlier versions, which do not ask for it. */
  progress: string;
  explanation: string;
}

/** What a row says of itself to whoever reads it. */
export interface PrintedRow {
  number: string;
  task: string;
  indicator: string;
}

export interface ReturnedRow extends FormKey, FilledCells {
  printed: PrintedRow;
}

/** `added`: the unit wrote the row itself; `damaged`: its hidden key is no longer what it was. */
export interface StrayRow extends FilledCells {
  kind: "added" | "damaged";
  printed: PrintedRow;
}

export interface RefusedFile {
  file: string;
  problem: FormProblem;
  /** What of the file explains the problem: a year, a unit's name. */
  about?: string;
}
