import { firstIndexWhere } from "../../../plan/binary-search";
import { PackageError } from "../../package/package-error";
import type { Bytes } from "../../package/bytes";
import { positionsOf } from "./word-file";

/** Properties of the text in `[start, end)`, offsets in the document stream. */
export interface FormattedRun {
  start: number;
  end: number;
  /** The paragraph's style; 0 for character runs. */
  style: number;
  /** Property modifiers (sprms). */
  modifiers: Uint8Array;
}

const PAGE = 512;
/** Limit on runs, far more than a plan has: beyond it the file is hostile. */
const MAX_RUNS = 400_000;
const NOTHING = new Uint8Array();

/**
 * All runs of the formatted disk pages (FKPs) that a list names ([MS-DOC] 2.9.33, 2.9.175), in stream order.
 * @throws PackageError `corrupt`
 */
export function formattedRuns(document: Bytes, pages: Bytes, kind: "character" | "paragraph"): FormattedRun[] {
  const { positions, entry } = positionsOf(pages, 4);
  const runs: FormattedRun[] = [];
  const read = new Set<number>();
  for (let k = 0; k + 1 < positions.length; k++) {
    const page = (pages.u32(entry(k)) & 0x3fffff) * PAGE;
    if (read.has(page)) continue;
    read.add(page);
    const count = document.u8(page + PAGE - 1);
    const step = kind === "character" ? 1 : 13;
    const offsets = page + (count + 1) * 4;
    for (let run = 0; run < count; run++) {
      const start = document.u32(page + run * 4);
      const end = document.u32(page + run * 4 + 4);
      if (end <= start || start < (runs.at(-1)?.end ?? 0)) continue;
      const offset = document.u8(offsets + run * step) * 2;
      runs.push({
        start,
        end,
        ...(offset === 0 ? { style: 0, modifiers: NOTHING } : propertiesAt(document, page, offset, kind)),
      });
    }
    if (runs.length > MAX_RUNS) throw new PackageError("corrupt");
  }
  return runs;
}

function propertiesAt(
  document: Bytes,
  page: number,
  offset: number,
  kind: "character" | "paragraph",
): { style: number; modifiers: Uint8Array } {
  const at = page + offset;
  const within = (start: number, length: number): Uint8Array =>
    document.slice(start, Math.max(0, Math.min(length, page + PAGE - 1 - start)));
  const first = document.u8(at);
  if (kind === "character") return { style: 0, modifiers: within(at + 1, first) };
  // An odd length is stored in one byte, an even one in two.
  const [start, length] = first === 0 ? [at + 2, document.u8(at + 1) * 2] : [at + 1, first * 2 - 1];
  return { style: document.u16(start), modifiers: within(start + 2, length - 2) };
}

/** The run that contains a position of the stream. */
export function runAt(runs: readonly FormattedRun[], position: number): FormattedRun | undefined {
  const run = runs[firstEndingAfter(runs, position)];
  return run && run.start <= position ? run : undefined;
}

/** Index of the first run that ends after a position; the number of runs if there is none. */
export const firstEndingAfter = (runs: readonly FormattedRun[], position: number): number =>
  firstIndexWhere(runs.length, (k) => runs[k]!.end > position);
