import type { Indicator, Span, Unit } from "../../../plan/model";

/** A stretch of the source that is shown in one way. */
export interface Piece {
  /** Offset into the source. */
  start: number;
  text: string;
  kind: "plain" | "unit" | "quantity";
}

/** The stretch `span` of a text, cut where units and quantities begin and end. Where they overlap, quantities go first. */
export function piecesOf(source: string, span: Span, indicators: readonly Pick<Indicator, "span">[], units: readonly Unit[]): Piece[] {
  const marks = [
    ...indicators.map(({ span: [start, end] }) => ({ start, end, kind: "quantity" as const })),
    ...unitPlaces(source.slice(...span), units).map(([start, end]) => ({ start: start + span[0], end: end + span[0], kind: "unit" as const })),
  ]
    .filter(({ start, end }) => start >= span[0] && end <= span[1] && end > start)
    .sort((a, b) => a.start - b.start || Number(a.kind === "unit") - Number(b.kind === "unit"));
  const pieces: Piece[] = [];
  let at = span[0];
  const plain = (to: number): void => {
    if (to > at) pieces.push({ start: at, text: source.slice(at, to), kind: "plain" });
  };
  for (const { start, end, kind } of marks) {
    if (start < at) continue;
    plain(start);
    pieces.push({ start, text: source.slice(start, end), kind });
    at = end;
  }
  plain(span[1]);
  return pieces;
}

/** Where the names of units stand, the longest first, so that a short name within a long one is not marked by itself. */
function unitPlaces(text: string, units: readonly Unit[]): [number, number][] {
  const names = [...new Set(units.flatMap(({ name, aliases }) => [name, ...aliases]))].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  const taken = new Uint8Array(text.length);
  const places: [number, number][] = [];
  for (const name of names) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      if (taken[at] || taken[at + name.length - 1]) continue;
      taken.fill(1, at, at + name.length);
      places.push([at, at + name.length]);
    }
  }
  return places;
}
