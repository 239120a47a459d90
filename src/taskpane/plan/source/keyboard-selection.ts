import { stopsIn } from "../../../plan/by-hand/names-in-text";
import type { Span } from "../../../plan/model";

/**
 * Selecting by keyboard: whole lines with the up and down arrows, names and words between punctuation with left and
 * right.
 */
export interface KeyboardSelection {
  /** The line after the selection, or before it. With `widen` the selection grows by that line, or shrinks. */
  line(chosen: Span | undefined, step: 1 | -1, widen: boolean): Span | undefined;
  word(chosen: Span | undefined, step: 1 | -1): Span | undefined;
  /** Moves the end of the selection, or its start, by one character. */
  edge(chosen: Span | undefined, step: 1 | -1, edge: "start" | "end"): Span | undefined;
}

/** Lines that are not blank, without surrounding white space. */
function linesOf(source: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const line of source.split("\n")) {
    const words = line.trim();
    if (words !== "") {
      const from = start + line.indexOf(words);
      lines.push([from, from + words.length]);
    }
    start += line.length + 1;
  }
  return lines;
}

/** The whole lines that a place lies in, without surrounding white space. */
export function linesAround(source: string, [start, end]: Span): Span {
  const lines = linesOf(source).filter((line) => line[1] > start && line[0] < end);
  return [lines[0]?.[0] ?? start, lines.at(-1)?.[1] ?? end];
}

/**
 * @param known names of the plan's units
 * @param from where to begin while nothing is selected
 */
export function keyboardSelectionIn(source: string, known: readonly string[], from: number): KeyboardSelection {
  const lines = linesOf(source);
  /** Index of the first line that ends after the position. */
  const lineFrom = (position: number): number => {
    const found = lines.findIndex(([, end]) => end > position);
    return found < 0 ? lines.length - 1 : found;
  };
  const stopsOf = (line: Span | undefined): Span[] =>
    line ? stopsIn(source.slice(...line), known).map(([start, end]) => [line[0] + start, line[0] + end]) : [];
  return {
    line: (chosen, step, widen) => {
      if (!chosen) return lines[lineFrom(from)];
      const [first, last] = [lineFrom(chosen[0]), lineFrom(chosen[1] - 1)];
      if (!widen) return lines[step > 0 ? last + 1 : first - 1] ?? chosen;
      const end = lines[Math.max(first, last + step)];
      return end ? [lines[first]![0], end[1]] : chosen;
    },
    word: (chosen, step) => {
      const at = chosen ?? ([from, from] as const);
      const isNext = ([start, end]: Span): boolean =>
        step > 0 ? start > at[0] || (start === at[0] && end < at[1]) || (!chosen && start >= at[0]) : start < at[0];
      for (let index = lineFrom(at[0]); index >= 0 && index < lines.length; index += step) {
        const stops = stopsOf(lines[index]).filter(isNext);
        const next = step > 0 ? stops[0] : stops.at(-1);
        if (next) return next;
      }
      return chosen;
    },
    edge: (chosen, step, edge) => {
      if (!chosen) return undefined;
      const [start, end] = edge === "start" ? [chosen[0] + step, chosen[1]] : [chosen[0], chosen[1] + step];
      return start >= 0 && end <= source.length && start < end ? [start, end] : chosen;
    },
  };
}
