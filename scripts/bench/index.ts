/**
 * `npm run bench`: what the add-in costs, as a table; with `--json` as one object of numbers. Times stand only as ratios
 * of two ways measured in this same run, or per unit of work, because a machine's own speed says nothing.
 */
import { measureBuild } from "./build";
import { measureCollect } from "./collect";
import { measureFaults } from "./faults";
import { measureForms } from "./forms";
import { measureIdentity } from "./identity";
import { measurePane } from "./pane";
import { measureReading } from "./read";
import { measureSync } from "./sync";

/** A figure, and what it means in a line of the table. */
export interface Figure {
  key: string;
  value: number;
  meaning: string;
}

async function main(): Promise<void> {
  const figures: Figure[] = [];
  for (const measure of [measureBuild, measureReading, measureIdentity, measureSync, measureFaults, measureForms, measureCollect, measurePane]) {
    process.stderr.write(`${measure.name} …\n`);
    figures.push(...(await measure()));
  }
  if (process.argv.includes("--json")) {
    process.stdout.write(`${JSON.stringify(Object.fromEntries(figures.map(({ key, value }) => [key, value])))}\n`);
    return;
  }
  const width = Math.max(...figures.map(({ key }) => key.length));
  for (const { key, value, meaning } of figures) {
    process.stdout.write(`${key.padEnd(width)}  ${String(value).padStart(12)}  ${meaning}\n`);
  }
}

void main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exit(1);
  },
);
