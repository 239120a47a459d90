import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const mutate = resolve("scripts/mutate");

describe("jest with a change", () => {
  let root: string;
  let whole: string[];
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "until-failure-"));
    const suite = (name: string, tests: string): void =>
      writeFileSync(
        join(root, `${name}.test.js`),
        `const said = (what) => require("fs").appendFileSync(__dirname + "/said", what + " ");
        const later = (what, ms) => new Promise((done) => setTimeout(() => done(said(what)), ms));
        const fails = () => { throw new Error(process.env.__STRYKER_ACTIVE_MUTANT__); };
        said("${name}"); ${tests}`,
      );
    suite("short", `test("short a", () => said("a")); test("short b", () => said("b"));`);
    suite(
      "middle",
      `test("c", () => { said("c"); if (process.env.__STRYKER_ACTIVE_MUTANT__) fails(); }); test("d", () => later("d", 600));`,
    );
    suite("long", `test("e", () => later("e", 1500));`);
    whole = run();
  });
  afterAll(() => rmSync(root, { recursive: true }));

  /** What the suites say when jest runs them; a change is the one with that number. */
  function run(change?: string, pattern?: string): string[] {
    writeFileSync(join(root, "said"), "");
    const config = {
      rootDir: root,
      testEnvironment: "node",
      testRunner: join(mutate, "jest-circus-until-failure.cjs"),
      testSequencer: join(mutate, "shortest-first.cjs"),
    };
    const args = ["--runInBand", "--config", JSON.stringify(config), ...(pattern ? ["-t", pattern] : [])];
    const env = { ...process.env };
    delete env.__STRYKER_ACTIVE_MUTANT__;
    spawnSync(process.execPath, [resolve("node_modules/jest/bin/jest.js"), ...args], {
      cwd: root,
      env: change === undefined ? env : { ...env, __STRYKER_ACTIVE_MUTANT__: change },
    });
    return readFileSync(join(root, "said"), "utf8").trim().split(" ");
  }

  it("runs everything once without a change; then the shortest suites first, and nothing after the test that notices it", () => {
    expect(new Set(whole)).toEqual(new Set(["short", "a", "b", "middle", "c", "d", "long", "e"]));
    expect(run("1")).toEqual(["short", "a", "b", "middle", "c"]);
  });

  it("does not load suites of which no test comes by the changed place", () => {
    expect(run("1", "(short b)|(e)")).toEqual(["short", "b", "long", "e"]);
  });
});
