import { formatListNumber } from "../list-number-format";
import { withNumber } from "../with-number";

/** How one level of a list numbers its paragraphs. */
export interface WordListLevel {
  start: number;
  /** A name of ISO/IEC 29500-1, 17.18.59: `chineseCounting`. */
  format: string;
  /** What is printed: `%1.%2、` */
  text: string;
  /** Whether nothing parts the number from the text. */
  isUnspaced: boolean;
  /** Numbers of outer levels are printed in decimal. */
  isLegal: boolean;
  /** 0: never starts again; n: starts again after a paragraph of level n or above (1 is outermost). */
  restart: number | undefined;
}

/** A list of a document: several may count on together, by one definition. */
export interface WordList {
  /** The list, and what it counts on with. */
  id: string;
  definition: string;
  /** Whether this list says where a level starts. */
  overridesStart: (depth: number) => boolean;
  level: (depth: number) => WordListLevel;
}

/** Levels that a list of Word has. */
export const LIST_LEVELS = 9;
/** The numbers that Word computes and never stores (ISO/IEC 29500-1, 17.9). */
export class WordListCounter {
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly started = new Set<string>();

  /** Counts a paragraph at a depth of a list (0 is outermost) and gives its text with its number before it. */
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
