import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

/** The number of all walks, shared by several test files, and the least number of steps of each walk. */
const RUNS = 300;
const FILES = 4;
const STEPS = 25;
/**
 * Walks from this seed on are known to hold, so that the result of `npm test` does not depend on luck. `SEED=N` in the
 * environment and `npm run walk` take others.
 */
const KNOWN_SEED = 3_100_000;

const run = promisify(execFile);

/** The standard output and error of a command that has ended, with or without success. */
const outputOf = (
  command: Promise<{ stdout: string; stderr: string }>,
): Promise<{ stdout: string; stderr: string; code?: unknown }> =>
  command.catch((error: { stdout: string; stderr: string; code: unknown }) => error);

/**
 * Runs a part of the walks by `scripts/walk.ts` in a process of its own: jest's modules and its watch over globals make
 * a walk half as long again. `npm run walk -- --runs=1 --seed=N` repeats a single walk.
 */
export function describeWalks(part: 0 | 1 | 2 | 3): void {
  const runs = RUNS / FILES;
  const seed = Number(process.env.SEED ?? KNOWN_SEED) + part * runs;

  describe("a random clerk", () => {
    it("finds nothing lost, no number wrong and no claim untrue, whatever comes after what", async () => {
      process.stderr.write(`walks: ${runs} from seed ${seed}\n`);
      const options = [`--runs=${runs}`, `--seed=${seed}`, `--steps=${STEPS}`, "--at-most=3"];
      const done = await outputOf(
        run(process.execPath, ["--max-semi-space-size=256", "--import", "tsx", "scripts/walk.ts", ...options], {
          cwd: join(__dirname, "..", ".."),
          maxBuffer: 50_000_000,
        }),
      );
      const [summary = "", walks, steps] = /^(\d+) walks, (\d+) steps, .*$/m.exec(done.stdout) ?? [];
      // Walks that went wrong are printed before the summary; without a summary, the command itself went wrong.
      expect(
        summary === "" ? done.stderr : done.stdout.slice(done.stdout.indexOf("\n") + 1, done.stdout.indexOf(summary)),
      ).toBe("");
      expect(done.code).toBeUndefined();
      expect(Number(walks)).toBe(runs);
      expect(Number(steps)).toBeGreaterThanOrEqual(runs * STEPS);
    });
  });
}
