import { formatNumber } from "./number-format";

/** How one level of a list numbers its paragraphs. */
export interface Level {
  start: number;
  /** A name of ISO/IEC 29500-1, 17.18.59: `chineseCounting`. */
  format: string;
  /** What is printed: `%1.%2、` */
  text: string;
  /** Whether nothing parts the number from the text. */
  isClose: boolean;
  /** Numbers of outer levels are printed in decimal. */
  isLegal: boolean;
  /** 0: never starts again; n: starts again after a paragraph of level n or above (1 is outermost). */
  restart: number | undefined;
}

/** A list of a document: several may count on together, by one definition. */
export interface CountedList {
  /** The list, and what it counts on with. */
  id: string;
  definition: string;
  /** Whether this list says where a level starts. */
  startsAnew: (depth: number) => boolean;
  level: (depth: number) => Level;
}

/** Levels that a list of Word has. */
export const LEVELS = 9;
/** After these a number needs no blank to stand apart from the text. */
const CLOSES_NUMBER = /[、，．。）)〕】：:]$/;

/**
 * The text of a paragraph with its number before it; an empty one shows none.
 * @param isClose whether nothing parts them
 */
export function withNumber(number: string, isClose: boolean, text: string): string {
  if (number === "" || text.trim() === "") return text;
  // A page break may come first: the number is printed on the new page.
  const [breaks] = /^(?:\s*\n)?/.exec(text)!;
  const rest = text.slice(breaks.length);
  const label = isClose ? number : number.trimEnd();
  const isApart = !isClose && !CLOSES_NUMBER.test(label) && (!/\.$/.test(label) || /^\s*\d/.test(rest));
  return `${breaks}${label}${isApart ? " " : ""}${rest}`;
}

/** The numbers that Word computes and never stores (ISO/IEC 29500-1, 17.9). */
export class WordNumbers {
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly started = new Set<string>();

  /** Counts a paragraph at a depth of a list (0 is outermost) and gives its text with its number before it. */
  numbered(list: CountedList, depth: number, text: string): string {
    const { label, isClose } = this.count(list, depth);
    return withNumber(label, isClose, text);
  }

  private count(list: CountedList, depth: number): { label: string; isClose: boolean } {
    let counter = this.counters.get(list.definition);
    if (!counter) this.counters.set(list.definition, (counter = []));
    if (!this.started.has(`${list.id}/${depth}`)) {
      this.started.add(`${list.id}/${depth}`);
      if (list.startsAnew(depth)) counter[depth] = undefined;
    }
    const level = list.level(depth);
    const last = counter[depth];
    counter[depth] = last === undefined ? level.start : last + 1;
    for (let deeper = depth + 1; deeper < LEVELS; deeper++) {
      const { restart } = list.level(deeper);
      if (restart === undefined || (restart > 0 && depth < restart)) counter[deeper] = undefined;
    }
    if (level.format === "bullet") return { label: "", isClose: true };
    const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const shown = list.level(at);
      return formatNumber(
        counter[at] ?? shown.start,
        level.isLegal && shown.format !== "none" ? "decimal" : shown.format,
      );
    });
    return { label, isClose: level.isClose };
  }
}
