import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drawnLines, sourcesIn } from "../../../scripts/mutate/lines.mjs";

const code = `import { a } from "./a";
// a < b is only said here
export function meets(x: number, y: number): boolean {
  const over = x - y;
  return over >= 0 && isTold(x);
}
const names = ["甲", "乙"];
`;

describe("lines drawn for small changes", () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "lines-"));
    mkdirSync(join(root, "src", "rules", "deep"), { recursive: true });
    writeFileSync(join(root, "src", "rules", "meets.ts"), code);
    writeFileSync(join(root, "src", "rules", "deep", "other.ts"), code);
    writeFileSync(join(root, "src", "rules", "data.json"), "{}");
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it("are of the folder's own sources, folders inside it included", () => {
    expect(sourcesIn(root, "rules")).toEqual(["src/rules/deep/other.ts", "src/rules/meets.ts"]);
  });

  it("are those where something is decided, not comments, imports or texts", () => {
    expect(drawnLines(root, "rules", 100, 1)).toEqual([
      "src/rules/deep/other.ts:4-4",
      "src/rules/deep/other.ts:5-5",
      "src/rules/meets.ts:4-4",
      "src/rules/meets.ts:5-5",
    ]);
  });

  it("are the same for the same seed, and others for another", () => {
    const draws = Array.from({ length: 20 }, (_, seed) => drawnLines(root, "rules", 2, seed).join());
    expect(draws).toEqual(Array.from({ length: 20 }, (_, seed) => drawnLines(root, "rules", 2, seed).join()));
    expect(new Set(draws).size).toBeGreaterThan(2);
  });
});
