import { stopsIn } from "../../../plan/by-hand/names-in-text";
import type { Span } from "../../../plan/model";

/**
 * Choosing by keyboard: whole lines with the arrows up and down, names and words between two marks with left and right.
 */
export interface KeyboardSelection {
  /** The line after what is chosen, or before it; with `widen` what is chosen takes it in, or leaves it. */
  line(chosen: Span | undefined, step: 1 | -1, widen: boolean): Span | undefined;
  word(chosen: Span | undefined, step: 1 | -1): Span | undefined;
  /** Moves the end by a character, or the beginning. */
  edge(chosen: Span | undefined, step: 1 | -1, edge: "start" | "end"): Span | undefined;
}

/** Lines with something in them, without the blanks around it. */
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

/** The lines that a place lies in, whole, without the blanks around them. */
export function linesAround(source: string, [start, end]: Span): Span {
  const lines = linesOf(source).filter((line) => line[1] > start && line[0] < end);
  return [lines[0]?.[0] ?? start, lines.at(-1)?.[1] ?? end];
}

/**
 * @param known names of the plan's units
 * @param from where to begin as long as nothing is chosen
 */
export function keyboardSelectionIn(source: string, known: readonly string[], from: number): KeyboardSelection {
  const lines = linesOf(source);
  /** The first line that ends behind the position. */
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
