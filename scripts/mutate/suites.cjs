// What the first run of the suites shows, for the runs with a change that follow it: which tests a suite has, and how
// long it takes.
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require("node:fs");
const { join, relative } = require("node:path");

/** In Stryker's copy of the project, which goes when it is done. */
const folderIn = (rootDir) => join(rootDir, ".suites");
const fileOf = (rootDir, path) => join(folderIn(rootDir), `${encodeURIComponent(relative(rootDir, path))}.json`);

/** The change that is being tried; undefined in the first run, which tries none. */
const triedChange = () => process.env.__STRYKER_ACTIVE_MUTANT__;

/** @param suite its tests' titles, and its milliseconds */
function noteSuite(rootDir, path, suite) {
  mkdirSync(folderIn(rootDir), { recursive: true });
  writeFileSync(fileOf(rootDir, path), JSON.stringify(suite));
}

/** What was noted of a suite; undefined if it did not run yet. */
function notedSuite(rootDir, path) {
  const file = fileOf(rootDir, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

module.exports = { noteSuite, notedSuite, triedChange };
