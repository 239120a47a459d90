import { readDrawing, type Operators } from "../../../../src/documents/plan-files/pdf/page-drawing";
import type { PdfLibrary } from "../../../../src/documents/plan-files/pdf/pdf-library";

/** The operators that are looked at, by numbers of our own. */
const OPS = Object.fromEntries(
  [
    ...[
      "fill",
      "eoFill",
      "fillStroke",
      "eoFillStroke",
      "closeFillStroke",
      "closeEOFillStroke",
      "stroke",
      "closeStroke",
    ],
    ...["save", "restore", "transform", "paintFormXObjectBegin", "paintFormXObjectEnd", "endPath"],
    ...["setFont", "setTextRenderingMode", "showText", "constructPath", "other"],
  ].map((name, k) => [name, k + 10]),
) as Record<string, number>;
type Step = readonly [operator: string, args?: unknown];
const operators = (steps: readonly Step[]): Operators => ({
  fnArray: steps.map(([operator]) => OPS[operator]!),
  argsArray: steps.map(([, args]) => args ?? null),
});
const drawingOf = (...steps: Step[]) =>
  readDrawing(operators(steps), [1, 0, 0, -1, 0, 100], { OPS } as unknown as PdfLibrary);
const linesOf = (...steps: Step[]): string[] =>
  drawingOf(...steps).rulings.map(({ x1, y1, x2, y2 }) => `${x1},${y1}-${x2},${y2}`);

/** Operators within a path: begin, line, curve, curve, close. */
const [M, L, C, Q, Z] = [0, 1, 2, 3, 4];
const path = (how: string, ...points: number[]): Step => ["constructPath", [OPS[how], [points], null]];
const across = [M, 0, 10, L, 50, 10] as const;

describe("the lines that a page of a PDF draws", () => {
  it.each<[how: string, lines: string[]]>([
    ["stroke", ["0,90-50,90"]],
    ["closeStroke", ["0,90-50,90"]],
    ["fillStroke", ["0,90-50,90"]],
    ["eoFillStroke", ["0,90-50,90"]],
    ["closeFillStroke", ["0,90-50,90"]],
    ["closeEOFillStroke", ["0,90-50,90"]],
    ["fill", ["0,90-50,90"]],
    ["eoFill", ["0,90-50,90"]],
    ["endPath", []],
  ])("are those of a path that is painted: %s", (how, lines) => expect(linesOf(path(how, ...across))).toEqual(lines));

  it("are thin areas that are filled, and their edges only where these are drawn", () => {
    const area = (height: number): number[] => [M, 0, 0, L, 50, 0, L, 50, height, L, 0, height, Z];
    expect(linesOf(path("fill", ...area(2.5)))).toEqual(["0,98.75-50,98.75"]);
    expect(linesOf(path("fill", ...area(3)))).toEqual([]);
    expect(linesOf(path("stroke", ...area(3)))).toEqual(["0,100-50,100", "50,97-50,100", "0,97-50,97", "0,97-0,100"]);
  });

  it("go from point to point within a part of a path, over the ends of curves", () => {
    expect(linesOf(path("stroke", M, 0, 0, L, 50, 0, M, 0, 20, L, 50, 20))).toEqual(["0,100-50,100", "0,80-50,80"]);
    expect(linesOf(path("stroke", M, 0, 0, C, 1, 9, 2, 9, 50, 0, L, 50, 20))).toEqual(["0,100-50,100", "50,80-50,100"]);
    expect(linesOf(path("stroke", M, 0, 0, Q, 1, 9, 50, 0, L, 50, 20))).toEqual(["0,100-50,100", "50,80-50,100"]);
    expect(linesOf(path("stroke", L, 0, 0, L, 50, 0))).toEqual(["0,100-50,100"]);
    expect(linesOf(path("stroke", M, 0, 0), path("stroke", Z), ["constructPath", [OPS.stroke, [null], null]])).toEqual(
      [],
    );
  });

  it("may slant a little", () =>
    expect(linesOf(path("stroke", M, 0, 0, L, 50, 1), path("stroke", M, 0, 0, L, 50, 1.1))).toEqual(["0,99-50,100"]));

  it("stand where the page has been moved and scaled, until that is taken back", () => {
    expect(
      linesOf(
        ["save"],
        ["transform", [2, 0, 0, 2, 5, 0]],
        path("stroke", ...across),
        ["restore"],
        path("stroke", ...across),
        ["restore"],
        path("stroke", ...across),
      ),
    ).toEqual(["5,80-105,80", "0,90-50,90", "0,90-50,90"]);
    expect(
      linesOf(
        ["paintFormXObjectBegin", [[1, 0, 0, 1, 7, 0], null]],
        path("stroke", ...across),
        ["paintFormXObjectEnd"],
        ["paintFormXObjectBegin", [null, null]],
        path("stroke", ...across),
        ["paintFormXObjectEnd"],
        ["paintFormXObjectEnd"],
        path("stroke", ...across),
      ),
    ).toEqual(["7,90-57,90", "0,90-50,90", "0,90-50,90"]);
  });

  it("are counted by their paths, painted or not", () =>
    expect(drawingOf(path("stroke", ...across), path("endPath", ...across), ["other"]).paths).toBe(2));
});

describe("the text that a page of a PDF draws", () => {
  const glyphs = (count: number): Step => [
    "showText",
    [[-120, ...Array.from({ length: count }, () => ({ unicode: "甲" })), null]],
  ];
  const countsOf = (...steps: Step[]): number[] => {
    const { shownText, invisibleText, unmapped } = drawingOf(...steps);
    return [shownText, invisibleText, unmapped];
  };

  it("is seen, or not seen where another program has recognised it", () => {
    expect(
      countsOf(glyphs(3), ["setTextRenderingMode", [3]], glyphs(2), ["setTextRenderingMode", [2]], glyphs(1)),
    ).toEqual([4, 2, 0]);
  });

  it("is not seen only as long as the state of the page says so", () => {
    expect(countsOf(["save"], ["setTextRenderingMode", [3]], glyphs(2), ["restore"], glyphs(1))).toEqual([1, 2, 0]);
  });

  it("cannot be read in a font that never shows a character", () => {
    expect(
      countsOf(
        ["setFont", ["A", 12]],
        glyphs(0),
        glyphs(0),
        ["setFont", ["B", 12]],
        glyphs(0),
        glyphs(1),
        ["setFont", ["A", 12]],
        glyphs(0),
      ),
    ).toEqual([1, 0, 3]);
    expect(countsOf()).toEqual([0, 0, 0]);
  });
});
