// Builds the site with webpack: `node scripts/build.mjs [--quick] [--url https://…] [--officejs global|21vianet|self]`.
// The build fails if the pane exceeds its size budget.
import { spawnSync } from "node:child_process";
import { accessSync, constants, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { writeLicences } from "./licences.mjs";
import folders from "./site/folders.cjs";
import { budgetKB, firstLoad } from "./site/first-load.mjs";
import { siteOptions, usage } from "./site/options.mjs";
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

if (process.argv.includes("--help")) {
  console.log(`用法：${usage}\n各是什么，见 docs/部署.md 第 2 节。`);
  process.exit(0);
}
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const { url, officejs, quick } = optionsOf(process.argv.slice(2));
const env = [`officejs=${officejs}`, ...(quick ? ["quick"] : []), ...(url ? [`url=${url}`] : [])].flatMap((one) => [
  "--env",
  one,
]);
const site = folders.folderFor(url);
try {
  // Reported here in one sentence; webpack would report it later, in many lines.
  mkdirSync(site, { recursive: true });
  accessSync(site, constants.W_OK);
} catch (error) {
  console.error(`不能写入 ${site}：${error.code === "EACCES" || error.code === "EPERM" ? "没有权限" : error.message}`);
  process.exit(1);
}
// Without a shell, which would interpret characters of an address.
const webpack = createRequire(import.meta.url).resolve("webpack-cli/bin/cli.js");
const { status } = spawnSync(
  process.execPath,
  [webpack, "--mode", "production", "--stats", "errors-warnings", ...env],
  { cwd: root, stdio: "inherit" },
);
if (status !== 0) process.exit(status ?? 1);
// These steps need all files of the site.
writeServerFiles(site, officejs, url);
fillServiceWorker(site);
await writeLicences(site);
const { files, gzipKB } = firstLoad(site, "taskpane.html");
console.log(`first load of the pane: ${gzipKB} KB of ${budgetKB} (gzip: ${files.join(", ")})`);
if (gzipKB > budgetKB) {
  console.error(
    `The pane's first load is over its budget. Import what is not needed at once with import(); see docs/decisions.md.`,
  );
  process.exit(1);
}
console.log(
  url
    ? `${relative(root, site)}/ 已生成，清单指向 ${url}`
    : `没有写 --url：清单指向 https://localhost:3000，只能在这台电脑上试用，不能发给别人。文件在 ${relative(root, site)}，dist/ 没有改动。`,
);
