import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const folder = join(root, ".cache", "commands");

/** Packages that are not bundled: they load files from their own folders, or only some commands load them. */
const apart = ["@microsoft/office-js", "docx", "exceljs", "jsdom", "pdfjs-dist"];

/** @returns the path of the command's bundle, built again if it is missing or a source has changed */
export async function builtCommand(name) {
  const built = join(folder, `${name}.cjs`);
  const list = join(folder, `${name}.json`);
  if (isFresh(built, list)) return built;
  const { build } = await import("esbuild");
  const { metafile, outputFiles } = await build({
    entryPoints: [join(root, "src", "cli", `${name}.ts`)],
    bundle: true,
    write: false,
    metafile: true,
    absWorkingDir: root,
    outfile: built,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: apart,
    logLevel: "error",
  });
  mkdirSync(folder, { recursive: true });
  put(built, outputFiles[0].contents);
  // Written last: without this list, the bundle is not used.
  put(list, JSON.stringify(Object.keys(metafile.inputs).filter((path) => !path.startsWith("node_modules/"))));
  return built;
}

function isFresh(built, list) {
  if (!existsSync(built) || !existsSync(list)) return false;
  const since = statSync(built).mtimeMs;
  const sources = [
    ...JSON.parse(readFileSync(list, "utf8")).map((path) => join(root, path)),
    join(root, "package-lock.json"),
    fileURLToPath(import.meta.url),
  ];
  return sources.every((path) => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < since);
}

/** Replaces the file in one step, since two commands may start at once. */
function put(path, content) {
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, content);
  renameSync(beside, path);
}
