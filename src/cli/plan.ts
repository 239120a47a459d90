import { readPlanWithTrace } from "../plan";
import { explain } from "../plan/explain";
import { inPrint } from "../plan/finding";
import { planText } from "./plan-file";
import { runCommand } from "./run-command";

/**
 * `npm run plan`: prints the plan of a file of any format as JSON (src/plan/model.ts); with `--explain`, for people:
 * for each item what was read, by which notation, and what was left over and why.
 */
void runCommand("plan", async ({ files: [file], options }) => {
  const source = await planText(file!, options);
  const { plan, refused } = readPlanWithTrace(source);
  const printed = options.explain
    ? explain(source, plan, refused).join("\n")
    : JSON.stringify({ ...plan, findings: plan.findings.map(inPrint) }, null, 2);
  process.stdout.write(`${printed}\n`);
});
