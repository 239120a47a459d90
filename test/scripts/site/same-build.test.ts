import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "..", "..", "..");

/** A copy of what the site is built from, with the packages where they are. */
function checkout(name: string): string {
  const folder = join(mkdtempSync(join(tmpdir(), "build-")), name);
  mkdirSync(folder);
  for (const path of [
    "src",
    "scripts/site",
    "assets",
    "seeds",
    "manifest.xml",
    "LICENSE",
    "NOTICE",
    "package.json",
    "tsconfig.json",
    "webpack.config.js",
  ])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(realpathSync(join(root, "node_modules")), join(folder, "node_modules"), "junction");
  return folder;
}

/**
 * Builds what reads plan files, pdf.js included, with the site's own configuration, but without minimising, which takes
 * most of the time and does not depend on the folder.
 */
function build(folder: string): Map<string, string> {
  const out = join(folder, "out");
  const script = `
    const { webpack } = require("webpack");
    const config = require("./webpack.config.js")().find(({ name }) => name === "site");
    config.entry = { taskpane: "./src/documents/plan-files/index.ts", notice: "./src/commands/notice.ts" };
    config.output.path = ${JSON.stringify(out)};
    config.cache = false;
    config.optimization = { ...config.optimization, minimize: false };
    webpack(config, (error, stats) => {
      if (error || stats.hasErrors()) throw error ?? new Error(stats.toString("errors-only"));
    });`;
  const { status, stderr } = spawnSync(process.execPath, ["-e", script], { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`webpack failed: ${stderr}`);
  const files = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) =>
    statSync(join(out, file)).isFile(),
  );
  return new Map(files.sort().map((file) => [file, readFileSync(join(out, file), "latin1")]));
}

describe("the site", () => {
  const folders: string[] = [];
  afterAll(() => folders.forEach((folder) => rmSync(join(folder, ".."), { recursive: true, force: true })));

  it("is the same wherever it is built, and says nowhere where that was", () => {
    folders.push(checkout("one"), checkout("another-folder"));
    const [one, other] = folders.map(build) as [Map<string, string>, Map<string, string>];
    expect([...one.keys()]).toEqual([...other.keys()]);
    expect([...one].filter(([file, text]) => other.get(file) !== text).map(([file]) => file)).toEqual([]);
    const places = [...folders, root, realpathSync(join(root, "node_modules"))];
    expect(
      [...one, ...other].filter(([, text]) => places.some((place) => text.includes(place))).map(([file]) => file),
    ).toEqual([]);
    // pdf.js is part of it.
    expect([...one.values()].some((text) => text.includes("PDFDocumentLoadingTask"))).toBe(true);
  });
});
