// Everything that `npm test` checks, one step after the other; the first that fails ends the run.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";

const steps = [
  ["lint", "npx", ["eslint", ".", "--max-warnings=0"]],
  ["types", "npx", ["tsc", "-p", "."]],
  ["arrows between folders", "npx", ["depcruise", "src", "--config", ".dependency-cruiser.cjs"]],
  ["unused files, exports and dependencies", "npx", ["knip"]],
  ["tests", "npx", ["jest", "--testPathIgnorePatterns", "test/browser"]],
  // One after the other, with nothing beside them: a page that has to wait for the machine misses keys.
  ["tests in the browser", "npx", ["jest", "--runInBand", "test/browser"]],
  ["requirement sets", "npx", ["tsx", "scripts/requirement-sets.ts"]],
];

// What earlier runs saw crossing the bridge says nothing about this one.
rmSync(".cache/office-members", { recursive: true, force: true });

for (const [name, command, args] of steps) {
  console.log(`\n== ${name}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, { stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) {
    console.error(`\n${name}: failed`);
    process.exit(status ?? 1);
  }
  console.log(`${name}: passed in ${((Date.now() - started) / 1000).toFixed(0)} s`);
}
