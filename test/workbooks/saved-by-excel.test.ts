import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");
/**
 * A folder beside the repository, if it is there: about a thousand workbooks that Excel has saved, and a program that
 * compares them.
 */
const beside = join(root, "..", "shared");
const isThere = existsSync(join(beside, "workbooks"));
if (!isThere) process.stderr.write('SKIPPED: "workbooks that Excel saved" needs ../shared/workbooks, not there\n');

(isThere ? describe : describe.skip)("workbooks that Excel saved", () => {
  it("are whole after the matrix was put into each twenty-fifth of them", () => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [join(beside, "score-workbooks.mjs"), "--every=25", "--details"],
      { cwd: root, encoding: "utf8", timeout: 540_000 },
    );
    expect([stdout.trim().split("\n").at(-1), stderr]).toEqual([
      expect.stringMatching(/^workbooks (\d+), whole \1, harmed 0, refused 0$/),
      "",
    ]);
  }, 560_000);
});
