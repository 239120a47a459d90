// Builds with webpack: `node scripts/build.mjs [--preview] [--url https://…] [--officejs global|21vianet|self]`.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { preview: { type: "boolean" }, url: { type: "string" }, officejs: { type: "string" } } });
const env = [
  ...(values.preview ? ["--env", "preview"] : []),
  ...(values.url ? ["--env", `url=${values.url}`] : []),
  ...(values.officejs ? ["--env", `officejs=${values.officejs}`] : []),
];
const { status } = spawnSync("npx", ["webpack", "--mode", "production", "--stats", "errors-warnings", ...env], {
  stdio: "inherit",
  shell: process.platform === "win32",
});
process.exit(status ?? 1);
