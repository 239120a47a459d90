/**
 * Reads the files named on the command line and prints one outcome for each, as JSON; with `--without-maps`, a PDF's
 * character maps are not found. pdf.test.ts runs it, because jest does not load ES modules.
 */
import { readFileSync } from "node:fs";
import { PlanFileError, readPlanFile } from "../../../src/documents/plan-files";

async function main(): Promise<void> {
  const outcomes: unknown[] = [];
  const words = process.argv.slice(2);
  const how = words.includes("--without-maps") ? { pdf: { cMapUrl: "/nowhere/" } } : {};
  for (const path of words.filter((word) => !word.startsWith("--"))) {
    outcomes.push(
      await readPlanFile(path, readFileSync(path), how).catch((error: unknown) => ({
        code: error instanceof PlanFileError ? error.code : String(error),
      })),
    );
  }
  process.stdout.write(JSON.stringify(outcomes));
}

void main();
