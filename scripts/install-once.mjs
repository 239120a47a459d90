// Lets `npm start`, `npm test` and the command-line tools work on a fresh clone: installs the packages of the lock file
// if they are missing or the lock file has changed. It prints to stderr only, so that a tool's own output stays clean.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { removeUnneeded } from "./install/unneeded.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.versions.node} is too old; this project needs Node 20.19 or newer.`);
  process.exit(1);
}

const stamp = join(root, "node_modules", ".installed-lock");
const lock = createHash("sha256")
  .update(readFileSync(join(root, "package-lock.json")))
  .digest("hex");
if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) process.exit(0);

console.error("Installing what package-lock.json names (once) …");
const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
  cwd: root,
  stdio: ["ignore", 2, 2],
  shell: process.platform === "win32",
});
if (npm.status !== 0) process.exit(npm.status ?? 1);
removeUnneeded(join(root, "node_modules"));
mkdirSync(dirname(stamp), { recursive: true });
writeFileSync(stamp, lock);
