import type { Edge } from "./places";

/**
 * How a series of numbers may continue, and what that is worth. Of all readings of a text the one with the greatest
 * total worth is taken. So a number that is missing, doubled or scanned wrong costs little, while two items read as one
 * cost much. In each example the last number is the one weighed.
 */
export type Move =
  | "next"
  | "gap"
  | "repeat"
  | "back"
  | "again"
  | "againAbove"
  | "runsOn"
  | "runsOnWithGap"
  | "runsOnRepeated"
  | "first"
  | "second"
  | "later";

interface MoveRow {
  worth: number;
  example: string;
}

export const MOVES: Readonly<Record<Move, MoveRow>> = {
  next: { worth: 3, example: "1 2" },
  gap: { worth: -0.5, example: "1 3" },
  repeat: { worth: -1.5, example: "1 2 2" },
  back: { worth: -3, example: "1 2 3 4 2" },
  again: { worth: -1.5, example: "1 2 1" },
  againAbove: { worth: -1, example: "1 2 ① ② 1" },
  runsOn: { worth: 2, example: "（一） 1 2 （二） 3" },
  runsOnWithGap: { worth: 0, example: "（一） 1 2 （二） 4" },
  runsOnRepeated: { worth: -1, example: "（一） 1 2 （二） 2" },
  first: { worth: 0, example: "（一） 1" },
  second: { worth: -2, example: "（一） 2" },
  later: { worth: -4, example: "（一） 3" },
};

/** For each missing number after the first. */
export const FURTHER_GAP = -1;
/** A number opens beneath a style that usually stands below its own. */
export const INVERTED = -1.5;
/** The same, for chapters. */
export const INVERTED_CHAPTER = -4;
/** To avoid that, the series beneath are taken to have ended. */
export const CLOSED = -0.8;
/** The number may be misprinted or misread. */
export const DOUBTFUL = { inLine: -3, atLineStart: -1 };
/** Between a number and its successor, in the same line, another series of the same style begins. */
export const ACROSS_A_RUN = -7;

/** Not to take the first number right behind a title as an item's. */
export const PASSED_OVER = -3;

/**
 * What separates a number inside a line from what precedes it: the text right before it, or a heading or short title
 * where nothing but the words of a title stands between it and the number above.
 */
export type Boundary = Edge | "heading" | "longHeading" | "shortTitle";

interface BoundaryRow {
  /** Worth where a series continues, and where one begins. */
  goesOn: number;
  begins: number;
  example: string;
}

/** Worth of each boundary. In the examples a series continues at the second number. */
export const BOUNDARIES: Readonly<Record<Boundary, BoundaryRow>> = {
  heading: { goesOn: 3, begins: 2.5, example: "一、主要任务二、" },
  shortTitle: { goesOn: 3, begins: 1.5, example: "一、主要任务。二、" },
  longHeading: { goesOn: 0, begins: 0, example: "一、坚持创新，加快发展二、" },
  answered: { goesOn: 4, begins: 2, example: "1.修路。（县交通局负责）2." },
  sentence: { goesOn: 3, begins: 1, example: "1.修路。2." },
  labels: { goesOn: 3.5, begins: 2, example: "1.修路。责任单位：县交通局2." },
  name: { goesOn: 2, begins: 0, example: "1.修路。县交通局2." },
  closing: { goesOn: 2, begins: 0, example: "1.修路（二期）2." },
  listIntro: { goesOn: 2, begins: 2, example: "1.修路。具体措施：2." },
  blank: { goesOn: 1.5, begins: 0, example: "1.修路。见下图 2." },
  title: { goesOn: -1, begins: -0.5, example: "一、修路方案二、" },
  colon: { goesOn: -2, begins: -2, example: "1.修路如下：2." },
  semicolon: { goesOn: -1, begins: -5, example: "1.修路；2." },
  comma: { goesOn: -4, begins: -5, example: "1.修路，2." },
  word: { goesOn: -4, begins: -6, example: "1.修路到桥2." },
  figure: { goesOn: -6, begins: -9, example: "一、修路见图二、" },
  reference: { goesOn: -9, begins: -9, example: "1.修路见附件2." },
};

/** Worth of a list within a sentence; its members are items only where they end like items. */
export const LIST_IN_SENTENCE = { begins: -2, member: -0.5, endedLikeItem: 3, leftForALine: -5 };
/** 1.统一；2.规范: numbers of low rank behind a semicolon belong to a list within a sentence. */
export const SMALL_BEHIND_SEMICOLON = -3.5;
