import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");
const files = execFileSync("git", ["ls-files", "src", "scripts", "test", "README.md"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((file) => /\.(?:[cm]?[jt]sx?|md)$/.test(file));
const headings = new Set(
  [...readFileSync(join(root, "docs/design.md"), "utf8").matchAll(/^#{1,3} (.+)$/gm)].map(([, heading]) => heading!),
);

/** `docs/design.md, HEADING`, up to what ends the sentence. A comment may break the line between the two. */
const pointersIn = (text: string): string[] =>
  [...text.replace(/\n\s*(?:\*|\/\/) ?/g, " ").matchAll(/docs\/design\.md, ([^)*:;"`]+?)\s*(?=[)*:;"`]|\. |$)/gm)].map(
    ([, heading]) => heading!,
  );

describe("what comments say of docs/design.md", () => {
  it("points to headings that are there", () => {
    const pointers = files
      .filter((file) => !file.endsWith("design.test.ts"))
      .flatMap((file) => pointersIn(readFileSync(join(root, file), "utf8")).map((heading) => ({ file, heading })));
    expect(pointers.length).toBeGreaterThan(10);
    expect(pointers.filter(({ heading }) => !headings.has(heading))).toEqual([]);
  });

  it("is found where a comment breaks the line, and is not the whole sentence", () => {
    expect(pointersIn("/**\n * As told (docs/design.md,\n * The workbook): by keys. */")).toEqual(["The workbook"]);
    expect(pointersIn("/** See docs/design.md, No such thing. Then more. */")).toEqual(["No such thing"]);
  });

  it("never names a page that a clone does not have", () => {
    expect(
      files.filter(
        (file) => !file.endsWith("design.test.ts") && readFileSync(join(root, file), "utf8").includes("DESIGN §"),
      ),
    ).toEqual([]);
  });
});
