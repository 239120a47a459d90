import type { HostWorkbook } from "./workbook";

/** Splits `1.10` into 1 and 10, since 1.10 comes after 1.9. */
const parts = (version: string | number): [major: number, minor: number] => {
  const [major, minor] = String(version).split(".").map(Number);
  return [major ?? 0, minor ?? 0];
};

/** The answer of `isSetSupported` on a host of this level; the log records the question. */
export function isSetSupported(
  book: HostWorkbook,
  excelApi: number | string,
  set: string,
  version: string | number = "1.1",
): boolean {
  book.log.asked(set, Number(version));
  const [major, minor] = parts(version);
  const [hostMajor, hostMinor] = parts(excelApi);
  return /^ExcelApi$/i.test(set) && (major < hostMajor || (major === hostMajor && minor <= hostMinor));
}
