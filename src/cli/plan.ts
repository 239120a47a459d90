import { readPlanWithTrace } from "../plan";
import { explain } from "../plan/explain";
import { inPrint } from "../plan/finding";
import { planText } from "./plan-file";
import { runCommand } from "./run-command";

/**
 * `npm run plan`: the plan of a file of any format as JSON (src/plan/model.ts) on standard output; with `--explain`,
 * for people: each item with what was taken, by which notation, and what was left and why.
 */
void runCommand("plan", async ({ files: [file], options }) => {
  const source = await planText(file!, options);
  const { plan, refused } = readPlanWithTrace(source);
  const printed = options.explain
    ? explain(source, plan, refused).join("\n")
    : JSON.stringify({ ...plan, findings: plan.findings.map(inPrint) }, null, 2);
  process.stdout.write(`${printed}\n`);
});
