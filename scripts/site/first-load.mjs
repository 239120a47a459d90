import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * Scripts that the pane may load before it is usable, in KB (1,000 bytes) as a server sends them; Office.js comes on
 * top.
 */
export const budgetKB = 220;

/** The scripts of our own that a built page names, and what they weigh compressed, in KB. */
export function firstLoad(folder, page) {
  // A minimiser leaves quotes away where it can.
  const html = readFileSync(join(folder, page), "utf8");
  const values = (pattern) => [...html.matchAll(pattern)].map(([, quoted, bare]) => quoted ?? bare);
  const named = values(/<script\b[^>]*\bsrc=(?:"([^"]*)"|([^\s>]+))/g);
  const own = named.filter((src) => !src.endsWith("office.js"));
  const started = values(/\bdata-scripts=(?:"([^"]*)"|([^\s>]+))/g).flatMap((list) => list.split(" ").filter(Boolean));
  const files = [...own, ...started];
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
  return { files, gzipKB: Math.round(bytes / 100) / 10 };
}
