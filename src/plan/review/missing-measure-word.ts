import { finding } from "../finding";
import { sentence } from "../sentence";
import { shortened, type Rule } from "./rule";

/** Ratios and indices, which have no measure word. */
const PURE = /系数|指数|比例?$|倍数|得分|水平/;

/** Finds a promised number without a measure word (“示范户1100左右”). */
export const missingMeasureWord: Rule = {
  name: "missing-measure-word",
  check: ({ plan }) =>
    plan.indicators
      .filter(
        (indicator) =>
          indicator.unit === "" &&
          /\d/.test(indicator.quote) &&
          Number.isInteger(indicator.value) &&
          !PURE.test(indicator.name),
      )
      .map(({ quote, span }) =>
        finding(
          "missing-measure-word",
          "warning",
          sentence("“{{words}}”缺少计量单位，请补充。", { words: shortened(quote) }),
          span,
        ),
      ),
};
