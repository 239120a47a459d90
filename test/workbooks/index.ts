import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { madeWorkbooks, packageOf } from "./packages";

const folder = join(__dirname, "files");

/**
 * The repository's own workbooks by name: those written by hand, and those of LibreOffice and excelize in `files/`.
 * Each call returns new bytes.
 */
export const ownWorkbooks: Readonly<
  Record<string, { extension: ".xlsx" | ".xlsm"; isByHand: boolean; read: () => Uint8Array }>
> = {
  ...Object.fromEntries(
    Object.entries(madeWorkbooks).map(([name, made]) => [
      name,
      { extension: made.macros ? ".xlsm" : ".xlsx", isByHand: true, read: () => packageOf(made) },
    ]),
  ),
  ...Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith(".xlsx"))
      .sort()
      .map((name) => [
        name.replace(".xlsx", "").replaceAll("-", " "),
        { extension: ".xlsx", isByHand: false, read: () => new Uint8Array(readFileSync(join(folder, name))) },
      ]),
  ),
};
