import { sentence } from "../../plan/sentence";
import { seen, type Check } from "./check";

/** Highest minor version of ExcelApi that is asked for. */
const newest = 20;

/** The highest ExcelApi requirement set that this Excel supports, such as `1.17`. */
export function highestSet(): string {
  const has = (minor: number): boolean => Office.context.requirements.isSetSupported("ExcelApi", `1.${minor}`);
  const minors = Array.from({ length: newest }, (_, index) => newest - index);
  return `1.${minors.find(has) ?? 0}`;
}

export const sets: Check = {
  key: "sets",
  name: sentence("Excel 的功能版本"),
  expected: sentence("ExcelApi 1.9 或更高"),
  attempt: async () => {
    const others = (["SharedRuntime 1.1", "RibbonApi 1.1"] as const).filter((one) =>
      Office.context.requirements.isSetSupported(...(one.split(" ") as [string, string])),
    );
    return seen(Office.context.requirements.isSetSupported("ExcelApi", "1.9"), `ExcelApi ${highestSet()}`, ...others);
  },
};
