import { checksum } from "../../excel/store/checksum";
import { completed, type Corrections } from "../../plan/corrections";
import { writeLocal, readLocal } from "../local-storage";

/**
 * Corrections are stored on this machine, by the text they belong to, until the matrix is generated and the workbook
 * carries them. So closing the pane or reading the same file again loses nothing.
 */
const keyOf = (source: string): string => `corrections ${source.length} ${checksum(source)}`;

export function savedCorrections(source: string): Corrections | undefined {
  try {
    const found = JSON.parse(readLocal(keyOf(source)) ?? "null") as Partial<Corrections> | null;
    return found ? completed(found) : undefined;
  } catch {
    return undefined;
  }
}

export const saveCorrections = (source: string, corrections: Corrections): void =>
  writeLocal(keyOf(source), JSON.stringify(corrections));
