import { readPlan } from "../plan";
import { inPrint } from "../plan/finding";
import { PlanFileError, readPlanFile } from "./plan-file";

/** `npm run plan -- FILE`: the plan of a text file as JSON (DESIGN §3) on standard output. */
function main(path: string | undefined): number {
  try {
    const plan = readPlan(readPlanFile(path));
    process.stdout.write(`${JSON.stringify({ ...plan, findings: plan.findings.map(inPrint) }, null, 2)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof PlanFileError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

process.exitCode = main(process.argv[2]);
