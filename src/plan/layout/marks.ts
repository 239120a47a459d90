/**
 * How a table travels within a plan's text, so that the text alone (which workbooks carry, and spans point into) says
 * where its cells are. ASCII sets these characters aside for just that; readers of files take them out of what they
 * read.
 */
export const TABLE_EDGE = "\u001d";
/** Stands alone in a cell: the cell above reaches down to here. */
export const FROM_ABOVE = "\u001e";
/** Stands alone in a cell: the cell to the left reaches to here. */
export const FROM_LEFT = "\u001f";
/** Stands alone in a cell: empty, or covered by a cell beside it; the source does not say. */
export const MAYBE_COVERED = "\u001c";
/** Between the cells of a row; rows end with a line feed. */
export const CELL_BREAK = "\t";
/** Between the lines of a cell: the vertical tab, Word's own sign for it. */
export const LINE_IN_CELL = "\u000b";

const MARKS = /[\u001c-\u001f]/g;

/** Text from outside without the characters that mark tables. */
export const withoutMarks = (text: string): string => text.replace(MARKS, "");

/**
 * A text with tables as people are to see it: the same length, marks invisible, lines of a cell one below the other.
 */
export const shownText = (text: string): string => text.replace(MARKS, "\u200b").replace(/\u000b/g, "\n");
