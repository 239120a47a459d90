import type { Span } from "../../plan/model";

/** Lines that are laid out in one go. */
const stretchLines = 50;

/** The text in stretches of whole lines. */
export function stretchesOf(text: string): string[] {
  const lines = text === "" ? [] : text.split("\n");
  return Array.from({ length: Math.ceil(lines.length / stretchLines) }, (_, index) => lines.slice(index * stretchLines, (index + 1) * stretchLines).join("\n"));
}

/** What stands around a span: the lines before its own, the rest of its lines on both sides, the lines after them. */
export function around(source: string, [start, end]: Span): { before: string; left: string; right: string; after: string } {
  const from = source.lastIndexOf("\n", start - 1) + 1;
  const found = source.indexOf("\n", end);
  const to = found < 0 ? source.length : found;
  return { before: source.slice(0, Math.max(0, from - 1)), left: source.slice(from, start), right: source.slice(end, to), after: source.slice(to + 1) };
}
