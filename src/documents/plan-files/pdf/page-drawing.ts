import { multiply, transformPoint, type Matrix } from "../fixed-layout/matrix";
import { addRulings, rulingsAlong, type Point } from "../fixed-layout/rulings";
import type { Ruling } from "../fixed-layout/page";
import type { PdfLibrary } from "./pdf-library";

/** The operators of a page, as pdf.js lists them. */
export interface Operators {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

/** In points: a filled area at most this thin is a line. */
const MAX_THICKNESS = 2.5;
const MAX_SLANT = 1;
/** The operators in a pdf.js path (DrawOPS). */
const PATH = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 };

/** What a page draws: ruling lines, and how much of its text is invisible (text recognised in a scan). */
export interface PageDrawing {
  rulings: Ruling[];
  /** How many paths it draws, straight or not. */
  paths: number;
  shownText: number;
  invisibleText: number;
  /** Runs of text whose font could not be read, mostly because its character map was not found. */
  unmapped: number;
}

/**
 * Collects what a page draws.
 * @param view transforms the page's coordinates to points from its upper left corner
 */
export function readDrawing({ fnArray, argsArray }: Operators, view: Matrix, { OPS }: PdfLibrary): PageDrawing {
  const drawn: PageDrawing = { rulings: [], paths: 0, shownText: 0, invisibleText: 0, unmapped: 0 };
  const outer: { matrix: Matrix; mode: number; font: unknown }[] = [];
  /** Uses of each font. A font that never shows a glyph could not be read. */
  const uses = new Map<unknown, { stretches: number; shown: number }>();
  let state = { matrix: view, mode: 0, font: undefined as unknown };
  const fills = new Set<number>([
    OPS.fill,
    OPS.eoFill,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ]);
  const strokes = new Set<number>([
    OPS.stroke,
    OPS.closeStroke,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ]);
  const act: Partial<Record<number, (args: unknown) => void>> = {
    [OPS.save]: () => outer.push(state),
    [OPS.restore]: () => (state = outer.pop() ?? state),
    [OPS.transform]: (args) => (state = { ...state, matrix: multiply(state.matrix, args as Matrix) }),
    [OPS.paintFormXObjectBegin]: (args) => {
      outer.push(state);
      const [matrix] = args as [Matrix | null];
      if (matrix) state = { ...state, matrix: multiply(state.matrix, matrix) };
    },
    [OPS.paintFormXObjectEnd]: () => (state = outer.pop() ?? state),
    [OPS.setFont]: (args) => (state = { ...state, font: (args as unknown[])[0] }),
    [OPS.setTextRenderingMode]: (args) => (state = { ...state, mode: Number((args as unknown[])[0]) }),
    [OPS.showText]: (args) => {
      const shown = ((args as unknown[])[0] as readonly unknown[]).filter(
        (glyph) => typeof glyph === "object" && glyph !== null,
      ).length;
      const of = uses.get(state.font) ?? { stretches: 0, shown: 0 };
      uses.set(state.font, { stretches: of.stretches + 1, shown: of.shown + shown });
      if (state.mode === 3) drawn.invisibleText += shown;
      else drawn.shownText += shown;
    },
    [OPS.constructPath]: (args) => {
      drawn.paths++;
      const [paint, [path]] = args as [number, [ArrayLike<number> | null]];
      const how = {
        isStroked: strokes.has(paint),
        isFilled: fills.has(paint),
        maxThickness: MAX_THICKNESS,
        maxSlant: MAX_SLANT,
      };
      if (path && (how.isStroked || how.isFilled))
        for (const points of subpaths(path, state.matrix)) addRulings(drawn.rulings, rulingsAlong(points, how));
    },
  };
  fnArray.forEach((operator, k) => act[operator]?.(argsArray[k]));
  for (const { stretches, shown } of uses.values()) if (shown === 0) drawn.unmapped += stretches;
  return drawn;
}

/** The points of each subpath; of a curve, only its end. */
function subpaths(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const parts: Point[][] = [];
  for (let k = 0; k < path.length;) {
    const operator = path[k]!;
    const coordinates =
      operator === PATH.curveTo ? 6 : operator === PATH.quadraticCurveTo ? 4 : operator === PATH.closePath ? 0 : 2;
    const point =
      coordinates > 0 ? transformPoint(matrix, path[k + coordinates - 1]!, path[k + coordinates]!) : undefined;
    if (operator === PATH.moveTo || parts.length === 0) parts.push([]);
    const part = parts.at(-1)!;
    if (point) part.push(point);
    else if (part.length > 0) part.push(part[0]!);
    k += coordinates + 1;
  }
  return parts.filter((part) => part.length > 1);
}
