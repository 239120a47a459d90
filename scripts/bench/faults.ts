import { faultsOf, presses, undisturbed } from "../../test/excel/sync/fault-run";
import type { Figure } from "./index";

/**
 * Runs each scenario of the fault test, with every request of it failing in each of three ways; the test itself
 * interrupts at more places.
 */
export async function measureFaults(): Promise<Figure[]> {
  let cases = 0;
  let lost = 0;
  let differing = 0;
  for (const [index, { make }] of presses.entries()) {
    const calm = await undisturbed(make);
    for await (const outcome of faultsOf(make, calm, index, 1)) {
      cases++;
      lost += outcome.lost.length;
      if (outcome.again !== undefined || JSON.stringify(outcome.state) !== JSON.stringify(calm.state)) differing++;
    }
  }
  return [
    { key: "sync.faults.scenarios", value: presses.length, meaning: "syncs and undoings that were disturbed" },
    { key: "sync.faults.cases", value: cases, meaning: "requests failed in them: refused, timed out, broken off" },
    { key: "sync.faults.lost", value: lost, meaning: "typed values missing afterwards" },
    {
      key: "sync.faults.differing",
      value: differing,
      meaning: "workbooks that, pressed again, are not as after an undisturbed run",
    },
  ];
}
