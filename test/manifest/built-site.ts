import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SiteFiles } from "./check-manifest";

export const root = join(__dirname, "..", "..");

export interface BuiltSite extends SiteFiles {
  /** A built file's text. */
  read(path: string): string;
  remove(): void;
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * What webpack.config.js builds, in a folder of its own. The scripts are left empty, because they take most of a
 * build's time and the manifest names none of them.
 */
export function buildSite(url?: string): BuiltSite {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  const script = `
    const { webpack } = require("webpack");
    const config = require("./webpack.config.js")(${JSON.stringify({ officejs: "global", ...(url ? { url } : {}) })}).find(({ name }) => name === "site");
    for (const name in config.entry) config.entry[name] = "data:text/javascript,";
    config.output.path = ${JSON.stringify(folder)};
    config.cache = false;
    webpack(config, (error, stats) => {
      if (error || stats.hasErrors()) throw error ?? new Error(stats.toString("errors-only"));
    });`;
  // In a process of its own: webpack's plug-ins are ES modules, which jest does not load.
  const { status, stderr } = spawnSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`webpack failed: ${stderr}`);
  return {
    exists: (path) => existsSync(join(folder, path)),
    pngSize: (path) => {
      if (!existsSync(join(folder, path))) return undefined;
      const bytes = readFileSync(join(folder, path));
      return bytes.subarray(0, 8).equals(pngSignature)
        ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
        : undefined;
    },
    read: (path) => readFileSync(join(folder, path), "utf8"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
