import { readPlanWithTrace } from "../plan";
import { explain } from "../plan/explain";
import { inPrint } from "../plan/finding";
import { filesOf, NoPlan, planText } from "./plan-file";

/**
 * `npm run plan -- FILE`: the plan of a file of any format as JSON (src/plan/model.ts) on standard output; with `--explain`, for
 * people: each item with what was taken, by which notation, and what was left and why; with `--pasted`, the file's text is read
 * as if it were pasted; with `--sheet=NAME`, that sheet of a workbook.
 */
async function main(args: readonly string[]): Promise<number> {
  try {
    const source = await planText(filesOf(args)[0], args);
    const { plan, known } = readPlanWithTrace(source);
    const printed = args.includes("--explain") ? explain(source, plan, known).join("\n") : JSON.stringify({ ...plan, findings: plan.findings.map(inPrint) }, null, 2);
    process.stdout.write(`${printed}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof NoPlan)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
