import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * The size budget of the scripts that the pane loads before it is usable, in KB (1,000 bytes) as a server sends them,
 * without Office.js.
 */
export const budgetKB = 220;

/** The site's own scripts that a built page loads, and their compressed sizes in KB. */
export function firstLoad(folder, page) {
  // Minimisers omit quotes where they can.
  const html = readFileSync(join(folder, page), "utf8");
  const values = (pattern) => [...html.matchAll(pattern)].map(([, quoted, bare]) => quoted ?? bare);
  const named = values(/<script\b[^>]*\bsrc=(?:"([^"]*)"|([^\s>]+))/g);
  const own = named.filter((src) => !src.endsWith("office.js"));
  const started = values(/\bdata-scripts=(?:"([^"]*)"|([^\s>]+))/g).flatMap((list) => list.split(" ").filter(Boolean));
  const files = [...own, ...started];
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
  return { files, gzipKB: Math.round(bytes / 100) / 10 };
}
