// Suites that were not run, because a program that they need is not installed: among everything else that a test run
// prints nobody sees it, so they are listed once more at its end.
const { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } = require("node:fs");
const { dirname, join } = require("node:path");

const file = process.env.SKIPPED_SUITES ?? join(__dirname, "..", ".cache", "skipped-suites");

/** Notes a suite as skipped, in a line that says why. */
function noteSkipped(line) {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${line}\n`);
}

/** Forgets what earlier runs skipped; what this one does is printed when the process ends, however it ends. */
function tellSkippedAtTheEnd() {
  rmSync(file, { force: true });
  process.on("exit", () => {
    if (!existsSync(file)) return;
    const lines = new Set(readFileSync(file, "utf8").trim().split("\n"));
    console.log(`\nnot everything was tested:\n${[...lines].join("\n")}`);
  });
}

module.exports = { noteSkipped, tellSkippedAtTheEnd };
