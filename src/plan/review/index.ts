import type { Finding } from "../model";
import { inconsistentUnitName } from "./inconsistent-unit-name";
import { leadByConvention } from "./lead-by-convention";
import { mismatchedBracket } from "./mismatched-bracket";
import { noLead } from "./no-lead";
import type { Reviewed, Rule } from "./rule";
import { straySeparator } from "./stray-separator";
import { yearsUnknown } from "./years-unknown";

/** Every rule of the review. A new rule is a file beside these and a line here. */
export const RULES: readonly Rule[] = [leadByConvention, noLead, straySeparator, mismatchedBracket, inconsistentUnitName, yearsUnknown];

/** Irregularities of a plan's text, each with its place. */
export function review(reviewed: Reviewed): Finding[] {
  return RULES.flatMap((rule) => rule.check(reviewed));
}
