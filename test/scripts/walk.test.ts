import { spawnSync } from "node:child_process";
import { join } from "node:path";

describe("npm run walk", () => {
  it("walks, says from which seed, and how it went", () => {
    const { stdout, status } = spawnSync(
      process.execPath,
      ["--import", "tsx", "scripts/walk.ts", "--runs=2", "--seed=1", "--steps=5"],
      { cwd: join(__dirname, "..", ".."), encoding: "utf8" },
    );
    expect(stdout).toMatch(/^seed 1$/m);
    expect(stdout).toMatch(/^2 walks, \d+ steps, 0 broken/m);
    expect(status).toBe(0);
  });
});
