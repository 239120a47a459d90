import type { Check } from "./check";
import { cellChecks } from "./cells";
import { eventChecks } from "./events";
import { lookChecks } from "./looks";
import { partChecks } from "./parts";
import { ruleChecks } from "./rules";
import { sets } from "./sets";
import { tableChecks } from "./tables";

export { guidedChecks as guided } from "./guided";

/** In the order in which they are run. */
export const checks: readonly Check[] = [
  sets,
  ...cellChecks,
  ...lookChecks,
  ...ruleChecks,
  ...tableChecks,
  ...partChecks,
  ...eventChecks,
];
