/**
 * Reads the files named on the command line; the first is only a warm-up. Prints as JSON the outcome for each other
 * file, and by how many MB the process grew beyond its former peak while the file was read. With `--slow-clock`, the
 * clock advances by a minute each time it is read.
 */
import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { PlanFileError, readPlanFile } from "../../../src/documents/plan-files";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;
/** Kilobytes in Node. */
const peakMemory = (): number => process.resourceUsage().maxRSS / 1000;

async function main(): Promise<void> {
  const [warmUp, ...paths] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
  await readPlanFile("方案", readFileSync(warmUp!));
  if (process.argv.includes("--slow-clock")) {
    let time = 0;
    performance.now = () => (time += 60_000);
  }
  const outcomes: { outcome: string; ms: number; grownMB: number }[] = [];
  for (const path of paths) {
    const bytes = readFileSync(path);
    collectGarbage();
    const [before, peakBefore] = [process.memoryUsage().rss / 1e6, peakMemory()];
    const started = performance.now();
    const outcome = await readPlanFile("方案", bytes).then(
      ({ kind }) => kind,
      (error: unknown) => (error instanceof PlanFileError ? error.code : String(error)),
    );
    outcomes.push({
      outcome,
      ms: Math.round(performance.now() - started),
      grownMB: peakMemory() > peakBefore ? Math.round(peakMemory() - before) : 0,
    });
  }
  process.stdout.write(JSON.stringify(outcomes));
}

void main();
