import { checksum } from "../excel/store/checksum";
import type { Corrections } from "../plan/corrections";

/**
 * What was settled about a text, on this machine, until the matrix is generated and the workbook carries it: closing the
 * pane or reading the same file again loses nothing. A browser that keeps nothing is no failure.
 */
const keyOf = (source: string): string => `corrections ${source.length} ${checksum(source)}`;

export function keptCorrections(source: string): Corrections | undefined {
  try {
    const kept = localStorage.getItem(keyOf(source));
    return kept ? (JSON.parse(kept) as Corrections) : undefined;
  } catch {
    return undefined;
  }
}

export function keepCorrections(source: string, corrections: Corrections): void {
  try {
    localStorage.setItem(keyOf(source), JSON.stringify(corrections));
  } catch {
    // Storage is full or switched off; the workbook still carries them once the matrix is generated.
  }
}
