// `npm run mutate -- FOLDER [--lines=N] [--seed=S] [--tests=FOLDER] [--without=SUITE,SUITE]`: changes src/FOLDER in one
// small place at a time (`<` to `<=`, `&&` to `||`, `true` to `false`) and lists the changes that its suites did not
// notice. Not part of `npm test`: each change takes seconds. Suites that take long can be left out: the others then have
// to notice alone.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { drawnLines, sourcesIn } from "./mutate/lines.mjs";
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

function configure({ folder, tests, without, lines, seed }) {
  const packages = join(work, "node_modules", "@stryker-mutator");
  const config = {
    mutate: lines === undefined ? sourcesIn(root, folder) : drawnLines(root, folder, lines, seed),
    mutator: { excludedMutations: leftOut },
    plugins: [pathToFileURL(join(packages, "jest-runner", "dist", "src", "index.js")).href],
    testRunner: "jest",
    jest: {
      config: {
        roots: [`<rootDir>/test/${tests}`],
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
    // Code that runs while a file is loaded belongs to no single test: each change there would take the whole suite.
    ignoreStatic: true,
    ignorePatterns: ["/docs", "/dist*", "/.cache"],
    tempDirName: ".cache/mutate/tried",
    reporters: ["clear-text", "json"],
    clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
    jsonReporter: { fileName: ".cache/mutate/report.json" },
    allowConsoleColors: false,
    timeoutMS: 30_000,
    // All suites once; those over a workbook take minutes together.
    dryRunTimeoutMinutes: 60,
  };
  const file = join(work, "stryker.config.json");
  writeFileSync(file, JSON.stringify(config, null, 2));
  return file;
}

/** One line for the record: how many changes were noticed, by the suites' own count. */
function summary({ folder, tests, without, lines, seed }) {
  const { files } = JSON.parse(readFileSync(join(work, "report.json"), "utf8"));
  const states = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (...of) => states.filter((status) => of.includes(status)).length;
  const noticed = count("Killed", "Timeout");
  const all = noticed + count("Survived", "NoCoverage");
  const drawn = lines === undefined ? "" : `, ${lines} lines drawn by seed ${seed}`;
  const left = without.length > 0 ? ` without ${without.join(", ")}` : "";
  return `src/${folder} by test/${tests}${left}${drawn}: ${noticed} of ${all} changes noticed, ${((100 * noticed) / all).toFixed(1)} %`;
}

goOnUnread();
try {
  const options = optionsOf(process.argv.slice(2));
  install();
  const config = configure(options);
  const bin = join(work, "node_modules", "@stryker-mutator", "core", "bin", "stryker.js");
  const { status } = spawnSync(process.execPath, [bin, "run", config], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Mistake("Stryker ended with a fault; see above.");
  console.log(summary(options));
} catch (error) {
  endWith(error);
}
