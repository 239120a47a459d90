import { checksum } from "../../excel/store/checksum";
import { completed, type Corrections } from "../../plan/corrections";
import { keep, kept } from "../kept";

/**
 * What was settled about a text, on this machine, until the matrix is generated and the workbook carries it: closing
 * the pane or reading the same file again loses nothing.
 */
const keyOf = (source: string): string => `corrections ${source.length} ${checksum(source)}`;

export function keptCorrections(source: string): Corrections | undefined {
  try {
    const found = JSON.parse(kept(keyOf(source)) ?? "null") as Partial<Corrections> | null;
    return found ? completed(found) : undefined;
  } catch {
    return undefined;
  }
}

export const keepCorrections = (source: string, corrections: Corrections): void =>
  keep(keyOf(source), JSON.stringify(corrections));
