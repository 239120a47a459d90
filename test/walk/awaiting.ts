/**
 * What the walk asks of the product and does not get yet, by what it is that is left out meanwhile. A row goes when the
 * product does what the model says; the table is to be empty.
 */
const awaiting: readonly { item: number; leaves: Left }[] = [
  { item: 12, leaves: "who has reported" },
  { item: 13, leaves: "buttons pressed twice" },
  { item: 18, leaves: "jumps to rows out of view" },
];

export type Left =
  | "who has reported"
  | "buttons pressed twice"
  | "jumps to rows out of view";

export const isAwaited = (left: Left): boolean => awaiting.some(({ leaves }) => leaves === left);
