import { doubtfulPairs } from "../units/doubtful";
import { placeOf, quoted, type Rule } from "./rule";

/** Two names that may be one unit: asked, never merged in silence. */
export const doubtfulUnit: Rule = {
  name: "doubtful-unit",
  check: ({ plan, clean }) =>
    doubtfulPairs(plan.units).map(({ shorter, longer }) => ({
      rule: "doubtful-unit",
      severity: "warning",
      message: `${quoted(shorter)}与${quoted(longer)}是否为同一单位？请确认；现按两个单位处理。`,
      span: placeOf(shorter, clean),
    })),
};
