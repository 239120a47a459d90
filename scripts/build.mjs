// Builds the site with webpack: `node scripts/build.mjs [--quick] [--url https://…] [--officejs global|21vianet|self]`. A pane
// heavier than its budget is a failed build.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeLicences } from "./licences.mjs";
import { budgetKB, firstLoad } from "./site/first-load.mjs";
import { siteOptions } from "./site/options.mjs";
import { writeServerFiles } from "./site/servers.cjs";
import { fillServiceWorker } from "./site/offline.mjs";

function optionsOf(args) {
  try {
    return siteOptions(args);
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const site = join(root, "dist");
const { url, officejs, quick } = optionsOf(process.argv.slice(2));
const env = [`officejs=${officejs}`, ...(quick ? ["quick"] : []), ...(url ? [`url=${url}`] : [])].flatMap((one) => ["--env", one]);
const { status } = spawnSync("npx", ["webpack", "--mode", "production", "--stats", "errors-warnings", ...env], {
  cwd: root,
  stdio: "inherit",
  shell: process.platform === "win32",
});
if (status !== 0) process.exit(status ?? 1);
// What needs to know all files of the site comes when they are there.
writeServerFiles(site, officejs, url);
fillServiceWorker(site);
await writeLicences(site);
const { files, gzipKB } = firstLoad(site, "taskpane.html");
console.log(`first load of the pane: ${gzipKB} KB of ${budgetKB} (gzip: ${files.join(", ")})`);
if (gzipKB > budgetKB) {
  console.error(`The pane's first load is over its budget. Import what is not needed at once with import(); see docs/decisions.md.`);
  process.exit(1);
}
