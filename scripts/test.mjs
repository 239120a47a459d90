// Runs everything that `npm test` checks, step by step. The first failing step ends the run.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { tellSkippedAtTheEnd } from "./skipped.cjs";

/**
 * Checks that only read the sources, and the builds that the browser suites open, shared by all of them. They run two
 * at a time, the longest first.
 */
const besideEachOther = [
  ["site", process.execPath, ["scripts/build.mjs", "--quick"]],
  ["lint", "npx", ["eslint", ".", "--max-warnings=0"]],
  ["format", "npx", ["prettier", "--check", ".", "--log-level=warn"]],
  ["types", "npx", ["tsc", "-p", "."]],
  ["arrows between folders", "npx", ["depcruise", "src", "--config", ".dependency-cruiser.cjs"]],
  ["unused files, exports and dependencies", "npx", ["knip"]],
];
/** Suites that calculate for minutes and wait for nothing. */
const calculating = ["test/excel/sync/faults-", "test/walk/walks-"];
const tests = ["tests", "npx", ["jest", "--testPathIgnorePatterns", "test/browser", ...calculating]];
// One at a time: on a busy machine, pages miss key presses.
const inTheBrowser = [
  "tests in the browser",
  "npx",
  ["jest", "--runInBand", "test/browser"],
  { PREVIEW_IS_BUILT: "1" },
];
const besideTheBrowser = ["tests that only calculate", "npx", ["jest", ...calculating]];
const requirementSets = ["requirement sets", "npx", ["tsx", "scripts/requirement-sets.ts"]];

/**
 * Runs a step.
 * @param keep whether its output is kept for later
 * @param priority of its processes, as Node takes it
 * @returns its exit status, and the output that was kept
 */
function run([, command, args, env], { keep, priority }) {
  const child = spawn(command, args, {
    stdio: keep ? ["ignore", "pipe", "pipe"] : "inherit",
    shell: command === "npx" && process.platform === "win32",
    env: { ...process.env, ...env },
  });
  if (priority !== undefined && child.pid !== undefined) setPriority(child.pid, priority);
  const printed = [];
  for (const stream of keep ? [child.stdout, child.stderr] : []) stream.on("data", (chunk) => printed.push(chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => resolve({ status: status ?? 1, printed: Buffer.concat(printed).toString() }));
  });
}

async function passes(step, { keep = false, priority } = {}) {
  const [name] = step;
  if (!keep) console.log(`\n== ${name}`);
  const started = Date.now();
  const { status, printed } = await run(step, { keep, priority });
  if (keep) console.log(`\n== ${name}\n${printed.trim()}`.trimEnd());
  if (status === 0) console.log(`${name}: passed in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  else console.error(`\n${name}: failed`);
  return status === 0;
}

/**
 * Runs steps two at a time, each with its output printed in one piece at its end.
 * @returns the names of those that failed
 */
async function failuresOf(steps) {
  const waiting = [...steps];
  const failed = [];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift())
      if (!(await passes(step, { keep: true }))) failed.push(step[0]);
  };
  await Promise.all([worker(), worker()]);
  return failed;
}

// Results of earlier runs must not count.
rmSync(".cache/office-members", { recursive: true, force: true });
tellSkippedAtTheEnd();

console.log(`== side by side: ${besideEachOther.map(([name]) => name).join(", ")}`);
const failed = await failuresOf(besideEachOther);
if (failed.length > 0) {
  console.error(`\nfailed: ${failed.join(", ")}`);
  process.exit(1);
}
if (!(await passes(tests))) process.exit(1);
// Much of the time of the browser suites is waiting. At the lowest priority, what calculates takes no time from the pages.
const beside = passes(besideTheBrowser, { keep: true, priority: constants.priority.PRIORITY_LOW });
const passed = [await passes(inTheBrowser), await beside];
if (passed.includes(false) || !(await passes(requirementSets))) process.exit(1);
