import { spawnSync } from "node:child_process";
import { join, relative } from "node:path";
import { suitesIn } from "../../../scripts/mutate/suites-of-folder.mjs";

const root = join(__dirname, "../../..");

/** The suites of test/FOLDER that jest would run for a change in a file. */
function suitesFor(file: string, folder: string): string[] {
  const { roots, testMatch } = suitesIn(folder);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules", "jest", "bin", "jest.js"),
      ...[...roots.flatMap((each) => ["--roots", each]), ...testMatch.flatMap((each) => ["--testMatch", each])],
      ...["--listTests", "--findRelatedTests", file],
    ],
    { cwd: root, encoding: "utf8" },
  );
  if (stderr) throw new Error(stderr);
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((path) => relative(root, path).replaceAll("\\", "/"));
}

describe("the suites that a change is tried on", () => {
  it("are those that reach the changed file by way of other folders, at once or when they need it", () => {
    expect(suitesFor("src/documents/plan-files/docx/read.ts", "documents")).toEqual(
      expect.arrayContaining(["test/documents/plan-files/docx.test.ts", "test/documents/plan-files/numbering.test.ts"]),
    );
    expect(suitesFor("src/plan/quantities/objections/index.ts", "matrix")).not.toEqual([]);
  });

  it("are of the folder that was asked for alone", () => {
    const suites = suitesFor("src/plan/sentence.ts", "documents/plan-files");
    expect(suites).not.toEqual([]);
    expect(suites.filter((path) => !path.startsWith("test/documents/plan-files/"))).toEqual([]);
  });
});
