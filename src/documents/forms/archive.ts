import { zipSync } from "fflate";
import { roundName, type AsOf } from "../../assessment/as-of";
import { wholeYear } from "../../matrix/as-of";

/** What no file name on Windows may hold, and what would take it elsewhere. */
const unsafe = /[\\/:*?"<>|\p{C}]/gu;
const maxNameLength = 60;

type Round = Pick<AsOf, "year"> & Partial<AsOf>;

/** `2025年填报表`, of a round before December `2025年截至6月填报表`. */
const formsOf = ({ year, month = wholeYear }: Round): string => `${roundName({ year, month })}填报表`;

/** `03_县教育局_2025年填报表.xlsx`: sorts as the sheet's columns do. */
export function formFileName(index: number, count: number, { name, ...round }: { name: string } & Round): string {
  const digits = String(Math.max(10, count)).length;
  const bare = [...name.replace(unsafe, "").replace(/[. ]+$/, "")].slice(0, maxNameLength).join("");
  return `${String(index + 1).padStart(digits, "0")}_${bare || "未命名单位"}_${formsOf(round)}.xlsx`;
}

/** The name under which all forms of a round are handed over. */
export const archiveFileName = (round: Round): string => `${formsOf(round)}.zip`;

/** One archive of files; they are zip files themselves, so nothing is deflated again. */
export const archiveOf = (files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries(files), { level: 0 });
