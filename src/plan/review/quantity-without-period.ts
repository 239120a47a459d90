import { finding } from "../finding";
import { sentence } from "../sentence";
import { shortened, type Rule } from "./rule";

/** Finds a promised number for which the text does not say by when or how often. */
export const quantityWithoutPeriod: Rule = {
  name: "quantity-without-period",
  check: ({ plan }) =>
    plan.indicators
      .filter((indicator) => indicator.period === "other" && indicator.deadline === undefined)
      .map(({ quote, span }) =>
        finding(
          "quantity-without-period",
          "info",
          sentence("“{{words}}”没有写明是每年、累计还是到哪一年，评估时按到期末的水平判断，请核对口径。", {
            words: shortened(quote),
          }),
          span,
        ),
      ),
};
