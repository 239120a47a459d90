import { BACKGROUNDS, STATED_BACKGROUND } from "./background";
import { CHINESE_NUMBERS } from "./chinese-numbers";
import { COUNTS } from "./counts";
import { GRANTS } from "./grants";
import { PARTS_OF_NAMES } from "./parts-of-names";
import type { Objection } from "./objection";
import { QUALIFIERS } from "./qualifiers";
import { TIMES } from "./times";

/** Reasons why an amount is no target, in the order in which they are checked. */
export const OBJECTIONS: readonly Objection[] = [
  ...PARTS_OF_NAMES,
  ...BACKGROUNDS,
  ...GRANTS,
  ...STATED_BACKGROUND,
  ...TIMES,
  ...QUALIFIERS,
  ...COUNTS,
  ...CHINESE_NUMBERS,
];
