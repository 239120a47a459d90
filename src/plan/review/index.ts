import type { Finding } from "../model";
import { blankInWord } from "./blank-in-word";
import { countClaim } from "./count-claim";
import { doubledCharacter } from "./doubled-character";
import { doubledQuote } from "./doubled-quote";
import { doubtfulUnit } from "./doubtful-unit";
import { gapInSeries } from "./gap-in-series";
import { inconsistentTerm } from "./inconsistent-term";
import { inconsistentUnitName } from "./inconsistent-unit-name";
import { leadByConvention } from "./lead-by-convention";
import { leftoverBookmark } from "./leftover-bookmark";
import { mismatchedBracket } from "./mismatched-bracket";
import { missingMeasureWord } from "./missing-measure-word";
import { mixedWidth } from "./mixed-width";
import { noLead } from "./no-lead";
import { noTaskRead } from "./no-task-read";
import { numbering } from "./numbering";
import { quantityWithoutPeriod } from "./quantity-without-period";
import { severalLeads } from "./several-leads";
import { straySeparator } from "./stray-separator";
import { swallowedItems } from "./swallowed-items";
import { unitWithoutTask } from "./unit-without-task";
import { yearsUnknown } from "./years-unknown";
import type { ReviewInput, Rule } from "./rule";

/**
 * Every review rule. A new rule is a file in this folder and a line here; if a person's correction can settle what it
 * finds, also a row of `OPEN` in `open-findings.ts`, or it is listed although it has been settled.
 */
const RULES: readonly Rule[] = [
  blankInWord,
  countClaim,
  doubledCharacter,
  doubledQuote,
  doubtfulUnit,
  gapInSeries,
  inconsistentTerm,
  inconsistentUnitName,
  leadByConvention,
  leftoverBookmark,
  mismatchedBracket,
  missingMeasureWord,
  mixedWidth,
  noLead,
  noTaskRead,
  numbering,
  quantityWithoutPeriod,
  severalLeads,
  straySeparator,
  swallowedItems,
  unitWithoutTask,
  yearsUnknown,
];

/** Irregularities in a plan's text, each with its position. */
export function review(input: ReviewInput): Finding[] {
  return RULES.flatMap((rule) => rule.check(input));
}
