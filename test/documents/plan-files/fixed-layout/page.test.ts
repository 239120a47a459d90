import { multiply, transformPoint } from "../../../../src/documents/plan-files/fixed-layout/matrix";
import {
  quarterTurns,
  upright,
  withoutOverprint,
  type PlacedText,
} from "../../../../src/documents/plan-files/fixed-layout/page";
import {
  addRulings,
  rulingsAlong,
  type PathStyle,
  type Point,
} from "../../../../src/documents/plan-files/fixed-layout/rulings";

const at = (text: string, x: number, y: number, size = 10): PlacedText => ({
  text,
  x,
  y,
  width: text.length * size,
  size,
});
const kept = (...texts: PlacedText[]): string[] => withoutOverprint(texts).map(({ text, x }) => `${text}@${x}`);

describe("a text that is printed again", () => {
  it.each<[what: string, again: PlacedText, isLeftOut: boolean]>([
    ["at its place", at("重点", 100, 100), true],
    ["a little to the right", at("重点", 102.9, 100), true],
    ["a little to the left", at("重点", 97.1, 100), true],
    ["farther to the right", at("重点", 103, 100), false],
    ["a little lower", at("重点", 100, 102.9), true],
    ["farther down", at("重点", 100, 103), false],
    ["a little larger", at("重点", 100, 100, 12), true],
    ["much larger", at("重点", 100, 100, 15), false],
    ["with its beginning alone", at("重", 100, 100), true],
    ["with its end alone", at("点", 100, 100), false],
    ["in other words", at("任务", 100, 100), false],
  ])("is left out on top of itself: %s", (_, again, isLeftOut) =>
    expect(kept(at("重点", 100, 100), again)).toHaveLength(isLeftOut ? 1 : 2),
  );

  it("is left out whichever comes first, the longer text kept, in the order of the page", () => {
    expect(kept(at("乙", 300, 10), at("重", 100, 100), at("重点", 101, 100), at("甲", 10, 10))).toEqual([
      "乙@300",
      "重点@101",
      "甲@10",
    ]);
  });

  it("is found beyond the edges of the squares by which neighbours are looked up, in each direction", () => {
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
      [1, 1],
      [-1, -1],
    ] as const)
      for (const edge of [101.5, 102, 102.5])
        expect(kept(at("重点", edge, edge), at("重点", edge + dx, edge + dy))).toHaveLength(1);
  });

  it("counts no blanks", () => expect(kept(at(" ", 100, 100), at(" ", 100, 100))).toHaveLength(2));
});

describe("a page that is turned", () => {
  it.each([
    [1, 0, 0],
    [0, 1, 1],
    [-1, 0, 2],
    [0, -1, 3],
    [1, 0.5, 0],
    [0.5, -1, 3],
    [-1, -0.1, 2],
  ])("has text that steps by %d, %d turned by %i quarters", (across, down, turns) =>
    expect(quarterTurns(across, down)).toBe(turns),
  );

  it.each<[turn: number, place: [number, number], size: [number, number], line: number[]]>([
    [0, [100, 700], [595, 842], [90, 100, 90, 700]],
    [1, [700, 495], [842, 595], [100, 505, 700, 505]],
    [2, [495, 142], [595, 842], [505, 142, 505, 742]],
    [3, [142, 100], [842, 595], [142, 90, 742, 90]],
  ])("is read upright, with its lines: %i", (turn, place, size, line) => {
    const { width, height, texts, rulings } = upright(
      {
        number: 1,
        width: 595,
        height: 842,
        texts: [at("甲乙", 100, 700)],
        rulings: [{ x1: 90, y1: 100, x2: 90, y2: 700 }],
      },
      [turn],
    );
    expect([
      [texts[0]!.x, texts[0]!.y],
      [width, height],
      rulings.map(({ x1, y1, x2, y2 }) => [x1, y1, x2, y2])[0],
    ]).toEqual([place, size, line]);
  });

  it("is turned the way in which most of its characters run, not most of its texts", () => {
    const { texts } = upright(
      {
        number: 1,
        width: 595,
        height: 842,
        texts: [at("注", 1, 1), at("注", 2, 2), at("责任单位", 3, 3)],
        rulings: [],
      },
      [1, 1, 0],
    );
    expect(texts.map(({ text }) => text)).toEqual(["责任单位"]);
  });

  it("has its transformations applied one after the other", () => {
    const [scaled, moved] = [
      [2, 0, 0, 3, 0, 0],
      [1, 0, 0, 1, 10, 20],
    ] as const;
    expect(transformPoint(multiply(scaled, moved), 1, 1)).toEqual([22, 63]);
    expect(transformPoint(multiply(moved, scaled), 1, 1)).toEqual([12, 23]);
    expect(transformPoint(multiply([0, 1, -1, 0, 5, 6], [1, 2, 3, 4, 7, 8]), 2, 3)).toEqual([-19, 24]);
  });
});

describe("a path on a page", () => {
  const style: PathStyle = { isStroked: true, isFilled: false, maxThickness: 2, maxSlant: 1 };
  const lines = (points: Point[], more: Partial<PathStyle> = {}): number[][] =>
    rulingsAlong(points, { ...style, ...more }).map(({ x1, y1, x2, y2 }) => [x1, y1, x2, y2]);
  const filled = { isFilled: true, isStroked: false };

  it.each<[what: string, points: Point[], more: Partial<PathStyle>, found: number[][]]>([
    [
      "that runs across, in either direction",
      [
        [0, 5],
        [50, 5],
        [0, 6],
      ],
      {},
      [
        [0, 5, 50, 5],
        [0, 5, 50, 6],
      ],
    ],
    [
      "that runs down, in either direction",
      [
        [5, 50],
        [5, 0],
      ],
      {},
      [[5, 0, 5, 50]],
    ],
    [
      "that slants",
      [
        [0, 0],
        [50, 1.1],
      ],
      {},
      [],
    ],
    ["of one point", [[0, 0]], {}, []],
    [
      "that is not drawn",
      [
        [0, 0],
        [50, 0],
      ],
      { isStroked: false },
      [],
    ],
    [
      "that fills a thin area across",
      [
        [0, 0],
        [50, 0],
        [50, 2],
        [0, 2],
      ],
      filled,
      [[0, 1, 50, 1]],
    ],
    [
      "that fills a thin area down",
      [
        [0, 0],
        [2, 0],
        [2, 50],
        [0, 50],
      ],
      filled,
      [[1, 0, 1, 50]],
    ],
    [
      "that fills a small square",
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [0, 2],
      ],
      filled,
      [[0, 1, 2, 1]],
    ],
    [
      "that fills an area",
      [
        [0, 0],
        [50, 0],
        [50, 2.1],
        [0, 2.1],
      ],
      filled,
      [],
    ],
    [
      "that fills an area and draws its edge",
      [
        [0, 0],
        [50, 0],
        [50, 30],
      ],
      { isFilled: true },
      [
        [0, 0, 50, 0],
        [50, 0, 50, 30],
      ],
    ],
  ])("%s has the lines of a table, or none", (_, points, more, found) => expect(lines(points, more)).toEqual(found));

  it("adds no more lines than any table has", () => {
    const all = Array.from({ length: 19_999 }, () => ({ x1: 0, y1: 0, x2: 9, y2: 0 }));
    addRulings(all, all.slice(0, 2));
    expect(all).toHaveLength(20_000);
  });
});
