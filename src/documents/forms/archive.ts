import { zipSync } from "fflate";

/** What no file name on Windows may hold, and what would take it elsewhere. */
const unsafe = /[\\/:*?"<>|\p{C}]/gu;
const mostName = 60;

/** `03_县教育局_2025年填报表.xlsx`: sorts as the sheet's columns do. */
export function formFileName(index: number, count: number, { name, year }: { name: string; year: number }): string {
  const digits = String(Math.max(10, count)).length;
  const bare = [...name.replace(unsafe, "").replace(/[. ]+$/, "")].slice(0, mostName).join("");
  return `${String(index + 1).padStart(digits, "0")}_${bare || "未命名单位"}_${year}年填报表.xlsx`;
}

/** The name under which all forms of a year are handed over. */
export const archiveFileName = (year: number): string => `${year}年填报表.zip`;

/** One archive of files; they are zip files themselves, so nothing is deflated again. */
export const archiveOf = (files: ReadonlyMap<string, Uint8Array>): Uint8Array => zipSync(Object.fromEntries(files), { level: 0 });
