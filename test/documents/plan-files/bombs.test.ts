import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BOMBS, pdfOf } from "./bombs";

const MOST_MB = 300;
const PAGE = pdfOf("BT /F 12 Tf (abcdef) Tj ET");
const REFUSED = /^(?:corrupt|empty|password|scannedOfd|scannedPdf|tooLarge|tooSlow|unsafeXml|zipBomb)$/;

/** The outcome for each file; the files are read one after the other in a separate process. */
function outcomesOf(
  files: readonly (() => Uint8Array)[],
  ...options: string[]
): { outcome: string; ms: number; grownMB: number }[] {
  const folder = mkdtempSync(join(tmpdir(), "bombs-"));
  try {
    const paths = [() => PAGE, ...files].map((make, k) => {
      const path = join(folder, String(k));
      writeFileSync(path, make());
      return path;
    });
    const { stdout, stderr, signal } = spawnSync(
      process.execPath,
      ["--import", "tsx", join(__dirname, "measure-in-node.ts"), ...options, ...paths],
      { encoding: "utf8", timeout: 240_000 },
    );
    if (stdout === "") throw new Error(signal ?? stderr.slice(-500));
    return JSON.parse(stdout) as ReturnType<typeof outcomesOf>;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("a file that is made to fill the machine", () => {
  const told = new Map<string, { what: string; outcome: string; grownMB: number }[]>();

  beforeAll(() => {
    const bombs = Object.entries(BOMBS).flatMap(([format, list]) =>
      list.map(([what, make]) => ({ format, what, make })),
    );
    outcomesOf(bombs.map(({ make }) => make)).forEach((outcome, k) => {
      const { format, what } = bombs[k]!;
      told.set(format, [...(told.get(format) ?? []), { what, ...outcome }]);
    });
  }, 300_000);

  it.each(Object.keys(BOMBS) as (keyof typeof BOMBS)[])(`is read or refused within ${MOST_MB} MB: %s`, (format) => {
    expect(told.get(format)).toHaveLength(BOMBS[format].length);
    expect(told.get(format)!.filter(({ outcome }) => outcome !== format && !REFUSED.test(outcome))).toEqual([]);
    expect(told.get(format)!.filter(({ grownMB }) => grownMB > MOST_MB)).toEqual([]);
  });

  it("is given up where a PDF takes too long", () => {
    const pages = pdfOf("BT /F 12 Tf (abcdef) Tj ET", { pages: `/Kids[${"3 0 R ".repeat(5)}]/Count 5` });
    expect(outcomesOf([() => pages], "--slow-clock")).toMatchObject([{ outcome: "tooSlow" }]);
  });
});
