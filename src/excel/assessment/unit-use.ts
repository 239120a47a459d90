import { unitKey } from "../../matrix/columns";
import { isFilled, isNote } from "../../matrix/ownership";
import { failedWith } from "../failure";
import { inExcel } from "../session";
import { readAssessmentData } from "./assessment-data";

/** What the workbook holds of a unit; shown before the unit is merged into another. */
export interface UnitUse {
  /** Rows of the matrix with its mark, and notes that people typed into its column. */
  marks: number;
  notes: number;
  /** Entries of 填报明细 under its name. */
  entries: number;
}

/**
 * One round trip; writes nothing.
 * @returns undefined where the workbook holds no matrix
 * @throws ExcelFailure
 */
export async function readUnitUse(name: string): Promise<UnitUse | undefined> {
  try {
    return await inExcel(async (context) => {
      const { matrix, details } = await readAssessmentData(context);
      const key = unitKey(name);
      const filled = matrix.rows.map(({ cells }) => cells[key]).filter(isFilled);
      const notes = filled.filter((value) => isNote(key, value)).length;
      return { marks: filled.length - notes, notes, entries: details.filter(({ unit }) => unit === name).length };
    });
  } catch (error) {
    if (failedWith(error, "NoMatrix")) return undefined;
    throw error;
  }
}
