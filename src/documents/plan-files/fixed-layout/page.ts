/**
 * A text with its position on the page. Lengths are in points from the upper left corner, downwards; `y` is the
 * baseline.
 */
export interface PlacedText {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Font size. */
  size: number;
}

/** A ruling line: horizontal if `y1` equals `y2`, vertical if `x1` equals `x2`. */
export interface Ruling {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** The texts and ruling lines of a page. */
export interface PlacedPage {
  /** From 1. */
  number: number;
  width: number;
  height: number;
  texts: PlacedText[];
  rulings: Ruling[];
}

/** In font sizes: the same text printed again this close is overprinted to look bold. */
const SAME_PLACE = 0.3;

/**
 * Removes texts that are printed again on top of themselves or of a longer text, as some programs do to make letters
 * bold.
 */
export function withoutOverprint(texts: readonly PlacedText[]): PlacedText[] {
  const near = new Map<string, PlacedText[]>();
  const keysOf = ({ x, y }: PlacedText, reach: readonly number[]): string[] =>
    reach.flatMap((dx) => reach.map((dy) => `${Math.round(x / SQUARE) + dx}/${Math.round(y / SQUARE) + dy}`));
  const printedFirst = new Set<PlacedText>();
  for (const placed of [...texts].sort((a, b) => b.text.length - a.text.length)) {
    if (
      placed.text.trim() !== "" &&
      keysOf(placed, [-1, 0, 1]).some((key) => near.get(key)?.some((other) => covers(other, placed)))
    )
      continue;
    printedFirst.add(placed);
    const [key] = keysOf(placed, [0]);
    const square = near.get(key!);
    if (!square) near.set(key!, [placed]);
    else if (square.length < MAX_PER_SQUARE) square.push(placed);
  }
  return texts.filter((placed) => printedFirst.has(placed));
}

/** How many texts of a square others are compared with. Legible letters need room, so a real page has fewer. */
const MAX_PER_SQUARE = 30;

/** In points: the side of the squares by which neighbouring texts are looked up. */
const SQUARE = 12;

const covers = (other: PlacedText, { text, x, y, size }: PlacedText): boolean =>
  other.text.startsWith(text) &&
  Math.abs(other.x - x) < SAME_PLACE * size &&
  Math.abs(other.y - y) < SAME_PLACE * size &&
  Math.abs(other.size - size) < SAME_PLACE * size;

/**
 * The direction of text in quarter turns clockwise, 0 to 3.
 * @param across horizontal part of a step along the text
 * @param down vertical part of it, downwards
 */
export const quarterTurns = (across: number, down: number): number =>
  ((Math.round(Math.atan2(down, across) / (Math.PI / 2)) % 4) + 4) % 4;

/**
 * Rotates a page so that most of its text runs from left to right. Wide tables are often printed sideways on a page
 * that is not declared as rotated.
 * @param turns the direction of each text, in quarter turns clockwise
 */
export function upright(page: PlacedPage, turns: readonly number[]): PlacedPage {
  const counts = [0, 0, 0, 0];
  page.texts.forEach(({ text }, k) => (counts[turns[k]!]! += text.length));
  const turn = counts.indexOf(Math.max(...counts));
  const { width, height } = page;
  const place = (x: number, y: number): [number, number] =>
    turn === 1 ? [y, width - x] : turn === 2 ? [width - x, height - y] : turn === 3 ? [height - y, x] : [x, y];
  const turned = ({ x1, y1, x2, y2 }: Ruling): Ruling => {
    const [[a, b], [c, d]] = [place(x1, y1), place(x2, y2)];
    return { x1: Math.min(a, c), y1: Math.min(b, d), x2: Math.max(a, c), y2: Math.max(b, d) };
  };
  return {
    ...page,
    ...(turn % 2 === 1 ? { width: height, height: width } : {}),
    // Text in another direction than most (a stamp, a note in the margin) does not belong to the lines.
    texts: page.texts.flatMap((placed, k) => {
      const [x, y] = place(placed.x, placed.y);
      return turns[k] === turn ? [{ ...placed, x, y }] : [];
    }),
    rulings: page.rulings.map(turned),
  };
}
