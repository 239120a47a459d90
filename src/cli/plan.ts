import { readPlanWithTrace } from "../plan";
import { explain } from "../plan/explain";
import { inPrint } from "../plan/finding";
import { PlanFileError, readPlanFile } from "./plan-file";

/**
 * `npm run plan -- FILE`: the plan of a text file as JSON (DESIGN §3) on standard output; with `--explain`, for people:
 * each item with what was taken, by which notation, and what was left and why.
 */
function main(args: readonly string[]): number {
  try {
    const source = readPlanFile(args.find((arg) => !arg.startsWith("--")));
    const { plan, known } = readPlanWithTrace(source);
    const printed = args.includes("--explain") ? explain(source, plan, known).join("\n") : JSON.stringify({ ...plan, findings: plan.findings.map(inPrint) }, null, 2);
    process.stdout.write(`${printed}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof PlanFileError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

process.exitCode = main(process.argv.slice(2));
