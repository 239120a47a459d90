import { NOTATIONS } from "../../src/plan/notations/table";
import { tally } from "../../test/plan/rendered/tally";
import type { Figure } from "./index";
import { rounded } from "./measure";

const SEED = 1;
const PLANS = 5_000;

/** How many of the plans that the tests print are read back correctly, and how large the tables are. */
export function renderedFigures(): Figure[] {
  const { exact, silent } = tally(SEED, PLANS);
  return [
    {
      key: "read.rendered.exact",
      value: rounded(exact / PLANS, 4),
      meaning: `share of ${PLANS} plans printed in all combinations of notation, layout and wording that are read back`,
    },
    {
      key: "read.rendered.silent",
      value: silent,
      meaning: "tasks and amounts of them that are wrong or missing where no finding says so",
    },
    { key: "read.notations", value: NOTATIONS.length, meaning: "rows of the table of notations" },
  ];
}
