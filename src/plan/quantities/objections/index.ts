import { BACKGROUNDS, TOLD } from "./background";
import { CHINESE_NUMBERS } from "./chinese-numbers";
import { COUNTS } from "./counts";
import { GRANTS } from "./grants";
import { NAMES } from "./names";
import type { Objection } from "./objection";
import { QUALIFIERS } from "./qualifiers";
import { TIMES } from "./times";

/** Reasons why an amount is no target, in the order in which they are asked for. */
export const OBJECTIONS: readonly Objection[] = [
  ...NAMES,
  ...BACKGROUNDS,
  ...GRANTS,
  ...TOLD,
  ...TIMES,
  ...QUALIFIERS,
  ...COUNTS,
  ...CHINESE_NUMBERS,
];
