import { spawnSync } from "node:child_process";
import { readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..", "..");

/**
 * The result of `builtCommand` for `plan`, in a process of its own, because it is an ES module, which jest does not
 * load.
 */
function build(): string {
  const code =
    'import("./scripts/command/build.mjs").then((m) => m.builtCommand("plan")).then((file) => console.log(file))';
  const { stdout, stderr, status } = spawnSync(process.execPath, ["-e", code], { cwd: root, encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  return stdout.trim();
}

describe("a command of src/cli", () => {
  it("is built once, and again when a source is newer than what was built", () => {
    const file = build();
    const first = statSync(file).mtimeMs;
    build();
    expect(statSync(file).mtimeMs).toBe(first);
    const long = new Date(2020, 0, 1);
    utimesSync(file, long, long);
    build();
    expect(statSync(file).mtimeMs).toBeGreaterThanOrEqual(first);
  });

  it("holds no path of the machine that built it", () => {
    expect(readFileSync(build(), "utf8")).not.toContain(root);
  });
});
