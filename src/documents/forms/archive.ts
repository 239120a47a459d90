import { zipSync } from "fflate";
import { roundName, type AsOf } from "../../assessment/as-of";
import { wholeYear } from "../../matrix/as-of";

/**
 * Characters that Windows forbids in file names, and control characters. Removing slashes also keeps a name from
 * leading to another folder.
 */
const unsafe = /[\\/:*?"<>|\p{C}]/gu;
const maxNameLength = 60;

type Round = Pick<AsOf, "year"> & Partial<AsOf>;

/** `2025年填报表`; for a round before December, `2025年截至6月填报表`. */
const formsOf = ({ year, month = wholeYear }: Round): string => `${roundName({ year, month })}填报表`;

/**
 * `03_县教育局_2025年填报表.xlsx`. The number makes files sort in the order of the sheet's unit columns.
 * @param index zero-based position of the unit among the forms
 * @param count how many forms there are; decides the digits of the number
 */
export function formFileName(index: number, count: number, { name, ...round }: { name: string } & Round): string {
  const digits = String(Math.max(10, count)).length;
  const bare = [...name.replace(unsafe, "").replace(/[. ]+$/, "")].slice(0, maxNameLength).join("");
  return `${String(index + 1).padStart(digits, "0")}_${bare || "未命名单位"}_${formsOf(round)}.xlsx`;
}

/** The name of the archive with all forms of a round. */
export const archiveFileName = (round: Round): string => `${formsOf(round)}.zip`;

/** A zip archive of the files, by name. They are zip files themselves, so they are stored without compression. */
export const archiveOf = (files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries(files), { level: 0 });
