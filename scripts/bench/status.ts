import { agreement, cases } from "../../test/assessment/agreement-run";
import type { Figure } from "./index";

/** Compares statuses by formulas and by TypeScript, for generated rows with deadlines and months. */
export async function measureStatuses(): Promise<Figure[]> {
  const { differences } = await agreement(1);
  return [
    {
      key: "status.agreementCases",
      value: cases - differences.length,
      meaning: `of ${cases} generated rows, those that the sheet's formulas and TypeScript judge alike`,
    },
  ];
}
