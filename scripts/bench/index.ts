/**
 * `npm run bench`: measures the add-in, printed as a table; with `--json` as one object of numbers. Times are given
 * only as ratios of two ways measured in the same run, or per unit of work, since absolute times depend on the machine;
 * those of whole commands are in seconds, as the user waits for them. With names of parts it measures only those: `npm
 * run bench -- pane`.
 */
import { endWith, goOnUnread, Mistake } from "../terminal.mjs";
import { measureBuild } from "./build";
import { measureCommands } from "./cli";
import { measureCollect } from "./collect";
import { measureFaults } from "./faults";
import { measureFiles } from "./files";
import { measureForms } from "./forms";
import { measureIdentity } from "./identity";
import { measurePane } from "./pane";
import { measureReading } from "./read";
import { measureSheet } from "./sheet";
import { measureStatuses } from "./status";
import { measureSwitches } from "./switches";
import { measureSync } from "./sync";
import { measureWalks } from "./walk";
import { measureWeb } from "./web";
import { measureWorkbooks } from "./workbook";

/** A figure, and its meaning for the table. */
export interface Figure {
  key: string;
  value: number;
  meaning: string;
}

/** In the order in which they run. */
const parts = new Map<string, () => Promise<Figure[]>>([
  ["build", measureBuild],
  ["read", measureReading],
  ["files", measureFiles],
  ["identity", measureIdentity],
  ["sync", measureSync],
  ["faults", measureFaults],
  ["forms", measureForms],
  ["collect", measureCollect],
  ["pane", measurePane],
  ["sheet", measureSheet],
  ["excel", measureSwitches],
  ["workbook", measureWorkbooks],
  ["cli", measureCommands],
  ["web", measureWeb],
  ["status", measureStatuses],
  ["walk", measureWalks],
]);

async function main(): Promise<void> {
  const asked = process.argv.slice(2).filter((word) => word !== "--json");
  const unknown = asked.filter((name) => !parts.has(name));
  if (unknown.length > 0)
    throw new Mistake(`no such part: ${unknown.join(", ")}; there are ${[...parts.keys()].join(", ")}, and --json`);
  const figures: Figure[] = [];
  for (const [name, measure] of parts) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    process.stderr.write(`${name} …\n`);
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

goOnUnread();
void main().then(() => process.exit(0), endWith);
