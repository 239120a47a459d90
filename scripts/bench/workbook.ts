import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { openHost } from "../../src/host/node";
import { saveXlsx } from "../../src/host/xlsx/save";
import { ownWorkbooks } from "../../test/workbooks";
import { packageOf } from "../../test/workbooks/packages";
import { notKept } from "../../test/workbooks/whole";
import { commandArgs, onePlan } from "./cli";
import type { Figure } from "./index";
import { median, rounded, timed } from "./measure";

const runs = 3;
const rows = 5_000;

/** A workbook of numbers, texts and formulas, ten cells a row. */
function largeWorkbook(): Uint8Array {
  const cell = (row: number, column: number): string => {
    const place = `r="${String.fromCharCode(65 + column)}${row}"`;
    if (column === 9) return `<c ${place}><f>SUM(A${row}:C${row})</f><v>${3 * row + 3}</v></c>`;
    return column % 3 === 2 ? `<c ${place} t="s"><v>0</v></c>` : `<c ${place}><v>${row + column}</v></c>`;
  };
  return packageOf({
    cells: Array.from(
      { length: rows },
      (_, index) =>
        `<row r="${index + 1}">${Array.from({ length: 10 }, (_none, column) => cell(index + 1, column)).join("")}</row>`,
    ).join(""),
  });
}

/** How much of a workbook survives opening and saving, and how long these take. */
export async function measureWorkbooks(): Promise<Figure[]> {
  const file = largeWorkbook();
  const megabytes = Object.values(unzipSync(file)).reduce((sum, { length }) => sum + length, 0) / 1e6;
  const opening: number[] = [];
  const saving: number[] = [];
  for (let run = 0; run < runs; run++) {
    let host!: Awaited<ReturnType<typeof openHost>>;
    opening.push(await timed(async () => (host = await openHost({ file }))));
    await host.type("B2", "改了");
    saving.push(await timed(() => saveXlsx(host.book)));
    host.dispose();
  }
  return [
    {
      key: "workbook.whole",
      value: rounded(shareOfWhole()),
      meaning: `of the repository's ${Object.keys(ownWorkbooks).length} workbooks of other programs, those of which nothing is gone or changed when a matrix is put in`,
    },
    {
      key: "workbook.openMs",
      value: rounded(median(opening) / megabytes, 3),
      meaning: `ms to open a workbook of ${rows * 10} cells, by MB of its parts unpacked`,
    },
    {
      key: "workbook.saveMs",
      value: rounded(median(saving) / megabytes, 3),
      meaning: "ms to save it when one cell has changed, by the same MB",
    },
  ];
}

function shareOfWhole(): number {
  const folder = mkdtempSync(join(tmpdir(), "whole-"));
  try {
    const [from, to] = [join(folder, "from"), join(folder, "to")] as const;
    for (const path of [from, to]) mkdirSync(path);
    const names = Object.entries(ownWorkbooks).map(([name, { extension }]) => `${name}${extension}`);
    Object.values(ownWorkbooks).forEach(({ read }, index) => writeFileSync(join(from, names[index]!), read()));
    execFileSync(process.execPath, [...commandArgs, "matrix", onePlan, to, `--into=${from}`], { stdio: "ignore" });
    const isWhole = (name: string): boolean =>
      existsSync(join(to, name)) && notKept(readFileSync(join(from, name)), readFileSync(join(to, name))).length === 0;
    return names.filter(isWhole).length / names.length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
