import { finding } from "../finding";
import { sentence } from "../sentence";
import { doubtfulPairs } from "../units/doubtful";
import { placeOf, shortened, type Rule } from "./rule";

/** Asks about two names that may be one unit; they are never merged silently. */
export const doubtfulUnit: Rule = {
  name: "doubtful-unit",
  check: ({ plan, clean }) =>
    doubtfulPairs(plan.units).map(({ shorter, longer }) => {
      const message = sentence("“{{shorter}}”与“{{longer}}”是否为同一单位？请确认；现按两个单位处理。", {
        shorter: shortened(shorter),
        longer: shortened(longer),
      });
      return finding("doubtful-unit", "warning", message, placeOf(shorter, { plan, clean }));
    }),
};
