import type { Ruling } from "./page";

/** A point of a path on the page, in points. */
export type Point = readonly [x: number, y: number];

/** How a path is drawn, and what counts as a line in its format. */
export interface PathStyle {
  isStroked: boolean;
  isFilled: boolean;
  /** A filled area at most this thin is a line. */
  maxThickness: number;
  /** How far a horizontal or vertical line may slant. */
  maxSlant: number;
}

/**
 * The ruling lines that a path draws: its horizontal and vertical parts if it is stroked; a single line if it fills a
 * thin area.
 */
export function rulingsAlong(
  points: readonly Point[],
  { isStroked, isFilled, maxThickness, maxSlant }: PathStyle,
): Ruling[] {
  if (points.length < 2) return [];
  if (isFilled) {
    const { x1, y1, x2, y2 } = boxOf(points);
    const [width, height] = [x2 - x1, y2 - y1];
    const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
    if (Math.min(width, height) <= maxThickness)
      return [width >= height ? { x1, x2, y1: y, y2: y } : { x1: x, x2: x, y1, y2 }];
  }
  const lines: Ruling[] = [];
  for (let k = 1; isStroked && k < points.length; k++) {
    const [[a, b], [c, d]] = [points[k - 1]!, points[k]!];
    if (Math.abs(a - c) <= maxSlant || Math.abs(b - d) <= maxSlant)
      lines.push({ x1: Math.min(a, c), y1: Math.min(b, d), x2: Math.max(a, c), y2: Math.max(b, d) });
  }
  return lines;
}

/** The bounding box of points. Loops because a map's outline has too many points to spread into `Math.min`. */
function boxOf(points: readonly Point[]): Ruling {
  const box = { x1: Infinity, y1: Infinity, x2: -Infinity, y2: -Infinity };
  for (const [x, y] of points) {
    box.x1 = Math.min(box.x1, x);
    box.y1 = Math.min(box.y1, y);
    box.x2 = Math.max(box.x2, x);
    box.y2 = Math.max(box.y2, y);
  }
  return box;
}

/** Limit on the ruling lines of a page that are used. Tables have fewer, drawings more. */
const MAX_LINES = 20_000;

/** Adds ruling lines to those of a page, up to the limit. */
export function addRulings(all: Ruling[], more: readonly Ruling[]): void {
  for (const line of more) {
    if (all.length >= MAX_LINES) return;
    all.push(line);
  }
}
