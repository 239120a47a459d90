import { shownText } from "../../../plan/layout/marks";
import type { Span } from "../../../plan/model";

/** Lines that the browser lays out together. */
const linesPerChunk = 50;

/** Some lines of the text as shown, line breaks included. `start` is their offset into the source. */
export interface Chunk {
  start: number;
  text: string;
}

/** Cuts the text into chunks of whole lines. */
export function chunksOf(source: string): Chunk[] {
  const stretches: Chunk[] = [];
  let start = 0;
  while (start < source.length) {
    let end = start;
    for (let line = 0; line < linesPerChunk && end < source.length; line++) {
      const found = source.indexOf("\n", end);
      end = found < 0 ? source.length : found + 1;
    }
    stretches.push({ start, text: shownText(source.slice(start, end)) });
    start = end;
  }
  return stretches;
}

/** How a part of the text is shown; later kinds are painted over earlier ones. */
export const shadeKinds = ["task", "byHand", "place", "current", "chosen"] as const;
export type ShadeKind = (typeof shadeKinds)[number];

export interface Shade {
  span: Span;
  kind: ShadeKind;
}

export interface ShadedPart {
  start: number;
  text: string;
  kinds: readonly ShadeKind[];
}

/** Cuts a chunk wherever a shade begins or ends. `kinds` are in the order of `shadeKinds`. */
export function shadedParts({ start, text }: Chunk, shades: readonly Shade[]): ShadedPart[] {
  const end = start + text.length;
  const within = shades.filter(({ span }) => span[0] < end && span[1] > start);
  const cuts = [
    ...new Set([start, end, ...within.flatMap(({ span }) => span.filter((at) => at > start && at < end))]),
  ].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1]!;
    const over = new Set(within.filter(({ span }) => span[0] <= from && span[1] >= to).map(({ kind }) => kind));
    return {
      start: from,
      text: text.slice(from - start, to - start),
      kinds: shadeKinds.filter((kind) => over.has(kind)),
    };
  });
}
