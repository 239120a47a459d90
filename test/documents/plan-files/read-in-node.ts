/** Reads the files named on the command line and prints one outcome for each, as JSON. Run by pdf.test.ts, because jest does not load ES modules. */
import { readFileSync } from "node:fs";
import { PlanFileError, readPlanFile } from "../../../src/documents/plan-files";

async function main(): Promise<void> {
  const outcomes: unknown[] = [];
  for (const path of process.argv.slice(2)) {
    outcomes.push(await readPlanFile(path, readFileSync(path)).catch((error: unknown) => ({ code: error instanceof PlanFileError ? error.code : String(error) })));
  }
  process.stdout.write(JSON.stringify(outcomes));
}

void main();
