// `npm run mutate -- FOLDER [--lines=N] [--seed=S] [--tests=FOLDER] [--without=SUITE,SUITE]`: changes src/FOLDER in one
// small place at a time (`<` to `<=`, `&&` to `||`, `true` to `false`) and lists the changes that its suites did not
// notice. Not part of `npm test`: each change takes seconds. Suites that take long can be left out: the others then have
// to notice alone.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { countsIn, placesToTryAgain, withSecondTry } from "./mutate/again.mjs";
import { drawnLines, sourcesIn } from "./mutate/lines.mjs";
import { suitesIn } from "./mutate/suites-of-folder.mjs";
import { endWith, goOnUnread, Mistake } from "./terminal.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const work = join(root, ".cache", "mutate");
/** Fetched when it is asked for: 65 MB that nobody else needs. The last major version that runs on Node 20. */
const stryker = ["@stryker-mutator/core@9.6.1", "@stryker-mutator/jest-runner@9.6.1"];
/**
 * Kinds of change that are left out: texts do not decide anything, and most patterns still match the same lines after a
 * small change.
 */
const leftOut = ["StringLiteral", "ObjectLiteral", "ArrayDeclaration", "Regex"];

/** Of thousands of cases, a part shows most changes, and a suite takes seconds instead of a minute. */
const shareOfRuns = "0.1";

function optionsOf(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      lines: { type: "string" },
      seed: { type: "string" },
      tests: { type: "string" },
      without: { type: "string" },
    },
  });
  const [folder, ...more] = positionals;
  if (!folder || more.length > 0)
    throw new Mistake("npm run mutate -- FOLDER [--lines=N] [--seed=S] [--tests=FOLDER] [--without=SUITE,SUITE]");
  const tests = values.tests ?? folder;
  for (const one of [`src/${folder}`, `test/${tests}`])
    if (!existsSync(join(root, one))) throw new Mistake(`There is no folder ${one}.`);
  const lines = values.lines === undefined ? undefined : Number(values.lines);
  if (lines !== undefined && !(Number.isInteger(lines) && lines > 0))
    throw new Mistake("--lines is a number of lines.");
  const without = values.without?.split(",") ?? [];
  return { folder, tests, without, lines, seed: Number(values.seed ?? Date.now() % 1_000_000) };
}

/** Installs Stryker in a folder of its own. */
function install() {
  if (existsSync(join(work, "node_modules", "@stryker-mutator", "jest-runner"))) return;
  mkdirSync(work, { recursive: true });
  writeFileSync(join(work, "package.json"), JSON.stringify({ private: true }));
  console.error(`Installing ${stryker.join(" and ")} in .cache/mutate (once) …`);
  const npm = ["install", "--no-audit", "--no-fund", "--legacy-peer-deps", "--loglevel=error", ...stryker];
  const { status } = spawnSync("npm", npm, { cwd: work, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (status !== 0) throw new Mistake("Stryker could not be installed; it takes a connection to npm's registry.");
}

/**
 * @param mutate files and places as Stryker takes them
 * @param ignoreStatic whether code that runs while a file is loaded is left to the tests that run it themselves
 */
function configure({ tests, without }, mutate, ignoreStatic) {
  const packages = join(work, "node_modules", "@stryker-mutator");
  const config = {
    mutate,
    mutator: { excludedMutations: leftOut },
    plugins: [pathToFileURL(join(packages, "jest-runner", "dist", "src", "index.js")).href],
    testRunner: "jest",
    jest: {
      config: {
        ...suitesIn(tests),
        testPathIgnorePatterns: ["/node_modules/", ...without.map((suite) => `/test/${suite}`)],
        maxWorkers: 1,
        testEnvironment: "./test/environment.cjs",
        testRunner: join(root, "scripts", "mutate", "jest-circus-until-failure.cjs"),
        testSequencer: join(root, "scripts", "mutate", "shortest-first.cjs"),
      },
      enableFindRelatedTests: true,
    },
    coverageAnalysis: "perTest",
    // The suites are compiled without types as they are.
    disableTypeChecks: false,
    ignoreStatic,
    ignorePatterns: ["/docs/images", "/dist*", "/.cache"],
    tempDirName: ".cache/mutate/tried",
    reporters: ["clear-text", "json"],
    clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
    jsonReporter: { fileName: ".cache/mutate/report.json" },
    allowConsoleColors: false,
    // A test that hangs counts as one that has noticed the change; one on a busy machine is only slow.
    timeoutMS: 120_000,
    // All suites once; those over a workbook take minutes together.
    dryRunTimeoutMinutes: 60,
  };
  const file = join(work, "stryker.config.json");
  writeFileSync(file, JSON.stringify(config, null, 2));
  return file;
}

/** Tries the changes and lists those that nothing noticed. @returns Stryker's report */
function tried(suites, mutate, ignoreStatic) {
  const config = configure(suites, mutate, ignoreStatic);
  const bin = join(work, "node_modules", "@stryker-mutator", "core", "bin", "stryker.js");
  const env = { ...process.env, SHARE_OF_RUNS: shareOfRuns };
  const { status } = spawnSync(process.execPath, [bin, "run", config], { cwd: root, stdio: "inherit", env });
  if (status !== 0) throw new Mistake("Stryker ended with a fault; see above.");
  return JSON.parse(readFileSync(join(work, "report.json"), "utf8"));
}

/**
 * Code that only runs while a file is loaded is left out, since it belongs to no single test: each change there would
 * take the whole suite. Only what went unnoticed in code that tests run as well is tried with all of it.
 */
function triedTwice({ folder, lines, seed, ...suites }) {
  const mutate = lines === undefined ? sourcesIn(root, folder) : drawnLines(root, folder, lines, seed);
  const report = tried(suites, mutate, true);
  const places = placesToTryAgain(report);
  if (places.length === 0) return report;
  console.log(`\nAgain, with all tests, where suites make something while they are loaded (${places.length} places):`);
  const both = withSecondTry(report, tried(suites, places, false));
  writeFileSync(join(work, "report.json"), JSON.stringify(both));
  return both;
}

/** One line for the record: how many changes were noticed, by the suites' own count. */
function summary({ folder, tests, without, lines, seed }, report) {
  const { noticed, all } = countsIn(report);
  const drawn = lines === undefined ? "" : `, ${lines} lines drawn by seed ${seed}`;
  const left = without.length > 0 ? ` without ${without.join(", ")}` : "";
  return `src/${folder} by test/${tests}${left}${drawn}: ${noticed} of ${all} changes noticed, ${((100 * noticed) / all).toFixed(1)} %`;
}

goOnUnread();
try {
  const options = optionsOf(process.argv.slice(2));
  install();
  console.log(summary(options, triedTwice(options)));
} catch (error) {
  endWith(error);
}
