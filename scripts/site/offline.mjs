// Tells the web edition's service worker (src/web/service-worker) which files it needs offline.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import headers from "./files.cjs";

/** The placeholder for the list in the built service worker. */
const place = "SITE-AS-BUILT";

/** Files that the web edition never requests: those for Excel and for the web server. */
const notOurs = [
  /^(?:taskpane|notice|support)\.html$/,
  /^officejs\/(?!excel-web-16\.00\.js$)/,
  /^(?:manifest\.xml|web\.config|nginx\.conf|service-worker\.js|NOTICE\.txt|THIRD-PARTY-LICENSES\.txt)$/,
  /(?:^|[./])LICENSE\.txt$/,
];

/** The paths of all files below a folder, with `/`. */
function filesBelow(folder, below = "") {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(folder, `${below}${entry.name}/`) : [`${below}${entry.name}`],
    )
    .sort();
}

/**
 * @returns {{ version: string, files: string[] }} the files to keep for working offline, and a version that changes
 * with any of them
 */
export function offlineFiles(site) {
  const files = filesBelow(site).filter((file) => !notOurs.some((pattern) => pattern.test(file)));
  const sum = createHash("sha256");
  // A checksum in the name stands for the content.
  for (const file of files)
    sum.update(`${file}\n`).update(headers.named.test(file) ? "" : readFileSync(join(site, file)));
  return { version: sum.digest("hex").slice(0, 12), files };
}

/** Writes the list into the built service worker. */
export function fillServiceWorker(site) {
  const path = join(site, "service-worker.js");
  const text = readFileSync(path, "utf8");
  if (!text.includes(place)) throw new Error(`service-worker.js has no ${place}`);
  writeFileSync(path, text.replace(place, encodeURIComponent(JSON.stringify(offlineFiles(site)))));
}
