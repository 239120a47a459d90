/**
 * Characters that mark tables within a plan's text, so that the text alone (which workbooks store, and spans point
 * into) says where the cells are. ASCII reserves these characters for separators; readers of files remove them from
 * what they read.
 */
export const TABLE_EDGE = "\u001d";
/** Alone in a cell: the cell above covers it. */
export const FROM_ABOVE = "\u001e";
/** Alone in a cell: the cell to the left covers it. */
export const FROM_LEFT = "\u001f";
/** Alone in a cell: it is empty, or another cell covers it; the source does not say. */
export const MAYBE_COVERED = "\u001c";
/** Separates the cells of a row; rows end with a line feed. */
export const CELL_BREAK = "\t";
/** Separates the lines of a cell: the vertical tab, as in Word. */
export const LINE_IN_CELL = "\u000b";

const MARKS = /[\u001c-\u001f]/g;

/** Text from outside, without characters that would mark tables. */
export const withoutMarks = (text: string): string => text.replace(MARKS, "");

/** A text as people see it: of the same length, with invisible marks and the lines of a cell on lines of their own. */
export const shownText = (text: string): string => text.replace(MARKS, "\u200b").replace(/\u000b/g, "\n");
