/** A piece of text on a page; points from the lower left corner. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Font size. */
  size: number;
}

/** Pieces on one baseline, in reading order. */
export interface PageLine {
  text: string;
  page: number;
  left: number;
  right: number;
  y: number;
  size: number;
}

/** In font sizes: pieces closer in height than this share a line. */
const SAME_BASELINE = 0.4;
/** In font sizes: a gap wider than this parts cells. */
const CELL_GAP = 2;
/** In font sizes: a gap wider than this is a blank between Latin words. */
const BLANK_GAP = 0.2;

/** Puts the pieces of a page, as they come in the file, into lines. A new line begins where the text leaves the baseline or goes back. */
export function pageLines(pieces: readonly Piece[], page: number): PageLine[] {
  const lines: PageLine[] = [];
  let line: PageLine | undefined;
  for (const piece of pieces) {
    if (piece.text.trim() === "") continue;
    const near = line !== undefined && Math.abs(piece.y - line.y) < SAME_BASELINE * Math.max(piece.size, line.size);
    if (line && near && piece.x > line.right - line.size) {
      line.text += between(line, piece) + piece.text;
      line.right = Math.max(line.right, piece.x + piece.width);
      line.size = Math.max(line.size, piece.size);
    } else {
      line = { text: piece.text, page, left: piece.x, right: piece.x + piece.width, y: piece.y, size: piece.size };
      lines.push(line);
    }
  }
  return lines;
}

function between(line: PageLine, piece: Piece): string {
  const gap = (piece.x - line.right) / Math.max(1, piece.size);
  if (gap > CELL_GAP) return "\t";
  return gap > BLANK_GAP && /[\w,.;:)]$/.test(line.text) && /^[\w(]/.test(piece.text) ? " " : "";
}
