import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "..", "..", "..");
const line = 'SKIPPED: "what needs nginx" needs nginx, not installed here';

/** A test run like that of scripts/test.mjs, with these steps; its exit code is that of the last step. */
const testRun = (steps: readonly string[]): string => `
  const { spawnSync } = require("node:child_process");
  require("./scripts/skipped.cjs").tellSkippedAtTheEnd();
  let status = 0;
  for (const step of ${JSON.stringify(steps)})
    status = spawnSync(process.execPath, ["node_modules/jest/bin/jest.js", "--testMatch", "**/" + step], { stdio: "inherit" }).status;
  process.exit(status);`;

describe("a test run on a machine that lacks a program", () => {
  const folder = mkdtempSync(join(tmpdir(), "skipped-"));
  const file = join(folder, "skipped-suites");
  const run = (steps: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
    spawnSync(process.execPath, ["-e", testRun(steps)], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, REQUIRE_ALL_SUITES: "", SKIPPED_SUITES: file, ...environment },
    });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("runs the rest, and lists at its very end what was skipped and why, once, and nothing of earlier runs", () => {
    writeFileSync(file, "of an earlier run\n");
    const { status, stdout, stderr } = run(["needs-nginx.ts", "needs-nginx.ts"]);
    expect([status, stderr.match(/Tests: .*/)?.[0]]).toEqual([0, "Tests:       1 skipped, 1 passed, 2 total"]);
    expect(stdout.endsWith(`\nnot everything was tested:\n${line}\n`)).toBe(true);
    expect(stdout).not.toContain("of an earlier run");
  });

  it("lists them too where a step fails, and says nothing where nothing was skipped", () => {
    const failing = run(["needs-nginx.ts", "no-such-test.ts"]);
    expect(failing.status).toBe(1);
    expect(failing.stdout.endsWith(`\nnot everything was tested:\n${line}\n`)).toBe(true);
    expect(run([]).stdout).toBe("");
  });

  it("fails instead where every suite has to be run, and names the program", () => {
    const { status, stdout, stderr } = run(["needs-nginx.ts"], { REQUIRE_ALL_SUITES: "1" });
    expect(status).toBe(1);
    expect(stderr).toContain("nginx not found, and REQUIRE_ALL_SUITES is set");
    expect(stdout).not.toContain("not everything was tested");
  });

  it("is what npm test makes", () => {
    expect(readFileSync(join(root, "scripts", "test.mjs"), "utf8")).toContain("\ntellSkippedAtTheEnd();\n");
  });
});
