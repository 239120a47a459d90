import { formatListNumber } from "../list-number-format";
import { withNumber } from "../with-number";

/** How one level of a Word list numbers its paragraphs. */
export interface WordListLevel {
  start: number;
  /** The numbering format; a name of ISO/IEC 29500-1, 17.18.59: `chineseCounting`. */
  format: string;
  /** The printed text with placeholders for the levels' numbers: `%1.%2、` */
  text: string;
  /** Whether nothing stands between the number and the text. */
  isUnspaced: boolean;
  /** Whether numbers of outer levels are printed in decimal (`w:isLgl`). */
  isLegal: boolean;
  /**
   * When the level restarts. 0: never; n: after a paragraph of level n or above (1 is outermost); undefined: after any
   * paragraph of an outer level.
   */
  restart: number | undefined;
}

/** A list of a Word document. Several lists can share one definition and then count on together. */
export interface WordList {
  /** Ids of the list and of its definition. */
  id: string;
  definition: string;
  /** Whether this list overrides the start number of a level (0 is outermost). */
  overridesStart: (depth: number) => boolean;
  level: (depth: number) => WordListLevel;
}

/** The number of levels of a Word list. */
export const LIST_LEVELS = 9;
/** Computes the list numbers that Word displays but never stores (ISO/IEC 29500-1, 17.9). */
export class WordListCounter {
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly started = new Set<string>();

  /**
   * Counts a paragraph at a level of a list (0 is outermost).
   * @returns its text with the number before it
   */
  numbered(list: WordList, depth: number, text: string): string {
    const { label, isClose } = this.count(list, depth);
    return withNumber(label, isClose, text);
  }

  private count(list: WordList, depth: number): { label: string; isClose: boolean } {
    let counter = this.counters.get(list.definition);
    if (!counter) this.counters.set(list.definition, (counter = []));
    if (!this.started.has(`${list.id}/${depth}`)) {
      this.started.add(`${list.id}/${depth}`);
      if (list.overridesStart(depth)) counter[depth] = undefined;
    }
    const level = list.level(depth);
    const last = counter[depth];
    counter[depth] = last === undefined ? level.start : last + 1;
    for (let deeper = depth + 1; deeper < LIST_LEVELS; deeper++) {
      const { restart } = list.level(deeper);
      if (restart === undefined || (restart > 0 && depth < restart)) counter[deeper] = undefined;
    }
    if (level.format === "bullet") return { label: "", isClose: true };
    const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const shown = list.level(at);
      return formatListNumber(
        counter[at] ?? shown.start,
        level.isLegal && shown.format !== "none" ? "decimal" : shown.format,
      );
    });
    return { label, isClose: level.isUnspaced };
  }
}
