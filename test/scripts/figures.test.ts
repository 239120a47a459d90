import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");
const bench = join(root, "scripts", "bench");
const sources = readdirSync(bench)
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(join(bench, name), "utf8"))
  .join("\n");
const documents = [
  "README.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];
const parts = [...sources.matchAll(/^ {2}\["(\w+)", measure/gm)].map(([, name]) => name!);

/** Figures that the documents name by their keys, some with the value: `` `build.bytesRatio` is 0.58 ``. */
const named = documents.flatMap((document) =>
  [...readFileSync(join(root, document), "utf8").matchAll(/`([a-z]+(?:\.[a-z]\w*)+)`(?:\s+is\s+(\d+(?:\.\d+)?))?/g)]
    .filter(
      ([, key]) =>
        !key!.endsWith(".config") && (parts.some((part) => key!.startsWith(`${part}.`)) || key!.startsWith("site.")),
    )
    .map(([, key, value]) => ({ document, key: key!, ...(value === undefined ? {} : { value: Number(value) }) })),
);

describe("figures in the documents", () => {
  it("are those that npm run bench has, by their keys", () => {
    expect(named.length).toBeGreaterThan(5);
    // In the source, some keys are composed of a part's name and a name of their own.
    expect(
      named.filter(
        ({ key }) =>
          !key
            .split(".")
            .slice(1)
            .every((word) => sources.includes(word)),
      ),
    ).toEqual([]);
  });

  it("are what is measured now, within a tenth, where they say how much", () => {
    const told = named.filter(({ value }) => value !== undefined);
    expect(told.length).toBeGreaterThan(1);
    // Other figures take minutes, or depend on the machine, so no document gives their values.
    expect(told.filter(({ key }) => !key.startsWith("build."))).toEqual([]);
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ["--max-semi-space-size=256", "--import", "tsx", "scripts/bench/index.ts", "build", "--json"],
      { cwd: root, encoding: "utf8" },
    );
    expect([status, stderr]).toEqual([0, "build …\n"]);
    const measured = JSON.parse(stdout) as Record<string, number>;
    expect(told.filter(({ key, value }) => Math.abs(measured[key]! / value! - 1) > 0.1)).toEqual([]);
  });
});
