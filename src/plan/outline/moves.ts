import type { Edge } from "./places";

/**
 * How a series may go on, and what that is worth. Of all readings of a text the one is taken whose worth is the
 * greatest: so a number that is missed, doubled or scanned wrong costs little, and two items read as one cost much.
 * Each row has an example in which the last number is the one weighed.
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

/** For each number that is missing beyond the first. */
export const FURTHER_GAP = -1;
/** A style that usually stands above the one beneath which it would stand here. */
export const INVERTED = -1.5;
/** The same, for chapters. */
export const INVERTED_CHAPTER = -4;
/** To avoid that, series beneath are taken to be over. */
export const CLOSED = -0.8;
/** Printed or scanned wrong. */
export const DOUBTFUL = { inLine: -3, atLineStart: -1 };
/** Between a number and its successor, in the same line, another series of the style begins. */
export const ACROSS_A_RUN = -7;

/** To take the first number right behind a title for none. */
export const PASSED_OVER = -3;

/**
 * What stands before a number inside a line, or `heading…` where only words of a title part it from the number above.
 */
export type Boundary = Edge | "heading" | "longHeading" | "shortTitle";

interface BoundaryRow {
  /** Worth where a series goes on, and where one begins. */
  goesOn: number;
  begins: number;
  example: string;
}

/** Behind what a number inside a line is one. Examples are of series that go on at the second number. */
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

/** What a list within a sentence is worth: its members end like items, or they are none. */
export const LIST_IN_SENTENCE = { begins: -2, member: -0.5, endedLikeItem: 3, leftForALine: -5 };
/** 1.统一；2.规范: small numbers behind a semicolon are a list's. */
export const SMALL_BEHIND_SEMICOLON = -3.5;
