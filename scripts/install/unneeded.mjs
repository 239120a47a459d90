import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * Files of packages that neither the product nor its tests ever open: a third of the disk space that packages take.
 * Each row has an example of a file that goes, and of one beside it that stays. Everything about licences stays,
 * whatever it is called: also read-mes, since some packages state their licence nowhere else, and the source map that
 * lists what is built into ExcelJS's single file.
 */
export const unneeded = [
  {
    what: "source maps",
    pattern: /(?<!^exceljs\/dist\/exceljs\.min\.js)\.map$/,
    goes: "@univerjs/core/lib/types/index.d.ts.map",
    stays: "@univerjs/core/lib/types/index.d.ts",
  },
  {
    what: "builds for a plain script tag",
    pattern: /^@univerjs\/.*\/umd\/|^docx\/dist\/.*\.(?:umd|iife)\.c?js$/,
    goes: "docx/dist/index.umd.cjs",
    stays: "docx/dist/index.cjs",
  },
  {
    what: "the grid's words in languages that the product does not speak",
    pattern: /^@univerjs\/.*\/locales?\/(?!zh-CN|en-US)[a-z]{2}-[A-Z]{2}\.(?:js|d\.ts)$/,
    goes: "@univerjs/sheets/lib/es/locale/fr-FR.js",
    stays: "@univerjs/sheets/lib/es/locale/zh-CN.js",
  },
  {
    what: "Office.js for programs other than Excel, its debug builds, and what an editor of 2015 showed of it",
    pattern:
      /^@microsoft\/office-js\/dist\/(?:.*\/)?(?:(?:access|onenote|outlook|outlookweb|powerpoint|project|sway|visio|word)[\w.-]*\.js|.*\.debug\.js|office-vsdoc\.js)$/,
    goes: "@microsoft/office-js/dist/word-web-16.00.js",
    stays: "@microsoft/office-js/dist/excel-web-16.00.js",
  },
  {
    what: "pdf.js for the newest browsers, and its viewer: the `legacy` build is used",
    pattern: /^pdfjs-dist\/(?:build|web|legacy\/web)\//,
    goes: "pdfjs-dist/build/pdf.mjs",
    stays: "pdfjs-dist/legacy/build/pdf.mjs",
  },
  {
    what: "ExcelJS for browsers other than the one file that webpack takes",
    pattern: /^exceljs\/dist\/(?!exceljs\.min\.js(?:\.map)?$)/,
    goes: "exceljs/dist/exceljs.js",
    stays: "exceljs/dist/exceljs.min.js",
  },
  {
    what: "sources of packages that are used compiled",
    pattern: /^(?:rxjs|zod)\/src\//,
    goes: "rxjs/src/index.ts",
    stays: "rxjs/dist/cjs/index.js",
  },
  {
    what: "change logs",
    pattern: /\/(?:changelog|changes|history)(?:[-.][\w-]+)*\.(?:md|markdown)$/i,
    goes: "acorn/CHANGELOG.md",
    stays: "acorn/LICENSE",
  },
];

/**
 * Whether a file of a package is unneeded.
 * @param path within the nearest `node_modules`, with slashes
 */
export const isUnneeded = (path) => unneeded.some(({ pattern }) => pattern.test(path));

/** Removes unneeded files from a `node_modules` folder, and from those inside it. */
export function removeUnneeded(folder, within = "") {
  for (const entry of readdirSync(join(folder, within), { withFileTypes: true })) {
    const path = within ? `${within}/${entry.name}` : entry.name;
    if (entry.isDirectory() && entry.name === "node_modules") removeUnneeded(join(folder, path));
    else if (entry.isDirectory()) removeUnneeded(folder, path);
    else if (entry.isFile() && isUnneeded(path)) rmSync(join(folder, path));
  }
}
