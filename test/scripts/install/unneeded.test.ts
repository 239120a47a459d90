import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { isUnneeded, removeUnneeded, unneeded } from "../../../scripts/install/unneeded.mjs";

const root = join(__dirname, "..", "..", "..");
const packages = join(root, "node_modules");

interface Manifest {
  main?: string;
  module?: string;
  types?: string;
  exports?: unknown;
}

/** The files that a package exports by its package.json; sources under zod's own condition are left out. */
function entriesOf({ main = "index.js", module, types, exports }: Manifest): string[] {
  const named = (value: unknown): string[] =>
    typeof value === "string"
      ? [value]
      : Object.entries(value ?? {}).flatMap(([condition, one]) => (condition === "@zod/source" ? [] : named(one)));
  return named(exports ?? [main, module, types]);
}

describe("what an installation leaves out", () => {
  it.each(unneeded)("are $what", ({ pattern, goes, stays }) => {
    expect([pattern.test(goes), pattern.test(stays), isUnneeded(stays)]).toEqual([true, false, false]);
    expect(existsSync(join(packages, stays))).toBe(true);
  });

  it("is nothing that a package hands out to those who import it", () => {
    const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as { packages: object };
    const installed = Object.keys(lock.packages).filter((path) => path && existsSync(join(root, path, "package.json")));
    expect(installed.length).toBeGreaterThan(500);
    const lost = installed.flatMap((path) => {
      const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
      const manifest = JSON.parse(readFileSync(join(root, path, "package.json"), "utf8")) as Manifest;
      return entriesOf(manifest)
        .map((entry) => posix.join(name, entry))
        .filter((entry) => !entry.includes("*") && isUnneeded(entry));
    });
    // The product and its tests import only the `legacy` build.
    expect(lost).toEqual(["pdfjs-dist/build/pdf.mjs"]);
  });

  it("is nothing that a build asks for by its name, and nothing that says a licence", () => {
    const sources = ["webpack.config.js", "scripts/licences.mjs", "scripts/build.mjs", "scripts/command/build.mjs"]
      .map((path) => readFileSync(join(root, path), "utf8"))
      .join("\n");
    const asked = [...sources.matchAll(/resolve\("([^"]+)"\)/g)].map(([, path]) => path!);
    expect(asked).toEqual(expect.arrayContaining(["exceljs/dist/exceljs.min.js.map", "pdfjs-dist/package.json"]));
    expect([...asked, "saxes/README.md", "pdfjs-dist/cmaps/LICENSE"].filter(isUnneeded)).toEqual([]);
  });

  it("is removed from packages, and from packages inside packages", () => {
    const folder = mkdtempSync(join(tmpdir(), "packages-"));
    const files = [
      "a/index.js",
      "a/index.js.map",
      "a/CHANGELOG.md",
      "a/README.md",
      "a/LICENSE.md",
      "a/node_modules/jest/history.md",
    ];
    try {
      for (const file of files) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), "");
      }
      removeUnneeded(folder);
      expect(files.filter((file) => existsSync(join(folder, file)))).toEqual([
        "a/index.js",
        "a/README.md",
        "a/LICENSE.md",
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
