// Writes THIRD-PARTY-LICENSES.txt, which is published with the site: every package that package.json's dependencies
// install, with its version, licence and licence text. It lists more than the scripts contain (packages used only in
// Node too), but never less.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as checker from "license-checker-rseidelsohn";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Licences that only require attribution, by their SPDX names; `*` if only the README states it. */
const allowed = new Set([
  ...["MIT", "MIT*", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0", "Unlicense", "Zlib"],
  ...["(MIT OR GPL-3.0-or-later)", "(MIT AND Zlib)"],
]);

/** Packages with terms of their own, by name, and why they may be published. */
const exceptions = {
  "@microsoft/office-js":
    "handed on unmodified, within this add-in and for it alone, which these terms allow; Microsoft is not responsible for maintaining, updating or supporting the add-in",
  "@univerjs/telemetry":
    "Apache-2.0, as its LICENSE file says; the checker takes a badge in its README for it. It sends nothing: the page's policy lets nothing out",
  buffers:
    "says no licence; only exceljs's reading of streams in Node asks for it, and the site carries exceljs's file for browsers",
};

/** Licences whose names the checker does not recognise, by their own files. */
const named = {
  "@microsoft/office-js": "Microsoft Software License Terms, Microsoft Office JavaScript (Office.js) API Library",
  "@univerjs/telemetry": "Apache-2.0",
};

/** @typedef {{ name: string, version: string, licence: string, text: string }} ShippedPackage */

/** @returns {Promise<ShippedPackage[]>} all packages of the production tree, by name */
export async function shippedPackages() {
  const found = await promisify(checker.init)({
    start: root,
    production: true,
    excludePackagesStartingWith: "empty-npm-package",
    customFormat: { name: "", version: "", licenseText: "" },
  });
  return Object.values(found)
    .filter(({ path }) => path !== root)
    .map(({ name, version, licenses, licenseText }) => ({
      name,
      version,
      licence: named[name] ?? [licenses].flat().join(", "),
      text: String(licenseText ?? "")
        .replaceAll("\r\n", "\n")
        .trim(),
    }))
    .sort((one, other) => one.name.localeCompare(other.name, "en") || one.version.localeCompare(other.version, "en"));
}

/** @param {ShippedPackage[]} packages @returns what may not go out, one sentence each */
export const licenceProblems = (packages) =>
  packages
    .filter(({ name, licence }) => !allowed.has(licence) && !(name in exceptions))
    .map(({ name, version, licence }) => `${name} ${version} has the licence ${licence}, which is not allowed`);

/** Packages bundled into exceljs's file for browsers; its source map names them. */
function withinExceljs() {
  const map = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve("exceljs/dist/exceljs.min.js.map"), "utf8"),
  );
  return [
    ...new Set(map.sources.map((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1]).filter(Boolean)),
  ].sort();
}

/** @param {ShippedPackage[]} packages */
export function licenceText(packages) {
  const rule = `\n${"-".repeat(78)}\n\n`;
  const about = ({ name, version, licence, text }) =>
    `${name} ${version}\n${licence}${name in exceptions ? ` (${exceptions[name]})` : ""}\n${text ? `\n${text}\n` : ""}`;
  const inside = `exceljs's file for browsers also contains, as its authors built it and under their licences (not told by the file):\n${withinExceljs().join(", ")}\n`;
  return [
    `责任矩阵 · 第三方许可 / Third-party licences: ${packages.length} packages\n\nThe add-in itself: Apache-2.0, see LICENSE.txt.\n`,
    inside,
    ...packages.map(about),
  ].join(rule);
}

/**
 * Writes the list into a folder.
 * @throws if a licence is not allowed
 */
export async function writeLicences(folder) {
  const packages = await shippedPackages();
  const problems = licenceProblems(packages);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  writeFileSync(join(folder, "THIRD-PARTY-LICENSES.txt"), licenceText(packages));
}
