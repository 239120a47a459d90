import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const packageFile = JSON.parse(read("package.json")) as Record<
  "dependencies" | "devDependencies",
  Record<string, string>
>;
const page = read("docs/dependencies.md");

/** The rows of the table under a heading, as cells. */
function rowsUnder(heading: string): string[][] {
  const [, section] = page.split(`## ${heading}\n`);
  if (section === undefined) throw new Error(`no heading ${heading}`);
  const lines = section
    .split("\n## ")[0]!
    .split("\n")
    .filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}

describe.each([
  ["Shipped with the site", "dependencies"],
  ["For building and testing", "devDependencies"],
] as const)("the page about dependencies, %s", (heading, kind) => {
  const rows = rowsUnder(heading);

  it("names what package.json names, in its order", () => {
    expect(rows.map(([name]) => name)).toEqual(Object.keys(packageFile[kind]));
  });

  it("says why of each, and no cell is empty", () => {
    expect(rows.filter((cells) => cells.some((cell) => cell === ""))).toEqual([]);
  });

  it("tells the licence that the package itself tells", () => {
    const told = rows.map(([name, , licence]) => [name, licence]);
    const own = Object.keys(packageFile[kind]).map((name) => {
      const { license } = JSON.parse(read(`node_modules/${name}/package.json`)) as { license?: unknown };
      // Microsoft's package only says which file contains its terms.
      return [name, license === "LICENSE" ? "its own terms" : String(license).replace(/[()]/g, "")];
    });
    expect(told).toEqual(own);
  });
});
