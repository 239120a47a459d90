/** A text of text on a page. Lengths are points from the upper left corner, downwards; `y` is the baseline. */
export interface PlacedText {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Font size. */
  size: number;
}

/** A line drawn across or down a page: across where `y1` is `y2`, down where `x1` is `x2`. */
export interface Ruling {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** What a page shows, as far as reading needs it. */
export interface PlacedPage {
  /** From 1. */
  number: number;
  width: number;
  height: number;
  texts: PlacedText[];
  rulings: Ruling[];
}

/** In font sizes: text printed again so near is the same text, printed thicker. */
const SAME_PLACE = 0.3;

/**
 * The texts without those that are printed once more on top of themselves or of a longer one, as some programs make
 * letters bold.
 */
export function withoutOverprint(texts: readonly PlacedText[]): PlacedText[] {
  const near = new Map<string, PlacedText[]>();
  const keysOf = ({ x, y }: PlacedText, reach: readonly number[]): string[] =>
    reach.flatMap((dx) => reach.map((dy) => `${Math.round(x / CELL) + dx}/${Math.round(y / CELL) + dy}`));
  const kept = new Set<PlacedText>();
  for (const placed of [...texts].sort((a, b) => b.text.length - a.text.length)) {
    if (
      placed.text.trim() !== "" &&
      keysOf(placed, [-1, 0, 1]).some((key) => near.get(key)?.some((other) => covers(other, placed)))
    )
      continue;
    kept.add(placed);
    const [key] = keysOf(placed, [0]);
    const there = near.get(key!);
    if (!there) near.set(key!, [placed]);
    else if (there.length < MAX_PER_SQUARE) there.push(placed);
  }
  return texts.filter((placed) => kept.has(placed));
}

/** Pieces of one square that others are held against; letters that can be read have room. */
const MAX_PER_SQUARE = 30;

/** Points: places are looked up by squares of a page. */
const CELL = 12;

const covers = (other: PlacedText, { text, x, y, size }: PlacedText): boolean =>
  other.text.startsWith(text) &&
  Math.abs(other.x - x) < SAME_PLACE * size &&
  Math.abs(other.y - y) < SAME_PLACE * size &&
  Math.abs(other.size - size) < SAME_PLACE * size;

/**
 * In which of four directions text runs, in quarters clockwise. @param across and down: how a step along the text goes
 * on the page
 */
export const quarterTurns = (across: number, down: number): number =>
  ((Math.round(Math.atan2(down, across) / (Math.PI / 2)) % 4) + 4) % 4;

/**
 * A page turned so that most of its text runs from left to right: a wide table is often printed sideways on a page that
 * is not said to be turned.
 * @param turns of each text's text, in quarters clockwise
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
    // Text that runs another way than most (a stamp, a note on the margin) is no part of the lines.
    texts: page.texts.flatMap((placed, k) => {
      const [x, y] = place(placed.x, placed.y);
      return turns[k] === turn ? [{ ...placed, x, y }] : [];
    }),
    rulings: page.rulings.map(turned),
  };
}
