import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  backupPath,
  diskSteps,
  lockPath,
  openElsewhere,
  takeLock,
  writeSafely,
  type FileSteps,
} from "../../src/cli/safe-files";

class Killed extends Error {}

/** The disk of a process that is killed at this step: nothing is done after it, not even tidying up. */
function killedAt(step: number, half = false): { steps: FileSteps; count: () => number } {
  let count = 0;
  const around = <K extends keyof FileSteps>(name: K): FileSteps[K] =>
    ((...args: unknown[]) => {
      if (count++ >= step) {
        // A process may also be killed while it writes a file.
        if (half && count === step + 1 && name === "writeNew")
          writeFileSync(args[0] as string, (args[1] as Uint8Array).subarray(0, 3));
        throw new Killed();
      }
      return (diskSteps[name] as (...given: unknown[]) => unknown)(...args);
    }) as FileSteps[K];
  const steps = Object.fromEntries(
    (Object.keys(diskSteps) as (keyof FileSteps)[]).map((name) => [name, around(name)]),
  ) as unknown as FileSteps;
  return { steps, count: () => count };
}

describe("writing a workbook", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "safe-"));
    file = join(folder, "责任矩阵.xlsx");
    writeFileSync(file, "the old one");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const bytes = new TextEncoder().encode("the new one");

  it("puts the new one there, keeps the one before beside it, and leaves nothing else", () => {
    writeSafely(file, bytes, { backup: true });
    expect([readFileSync(file, "utf8"), readFileSync(backupPath(file), "utf8")]).toEqual([
      "the new one",
      "the old one",
    ]);
    expect(readdirSync(folder).sort()).toEqual(["责任矩阵.bak.xlsx", "责任矩阵.xlsx"]);
    writeSafely(file, bytes, { backup: false });
    expect(readFileSync(backupPath(file), "utf8")).toBe("the old one");
  });

  it("leaves the old or the new one whole wherever the process is killed, and goes on the next time", () => {
    const all = killedAt(Infinity);
    writeSafely(file, bytes, { backup: true }, all.steps);
    expect(all.count()).toBeGreaterThan(7);
    for (const half of [false, true]) {
      for (let step = 0; step < all.count(); step++) {
        writeFileSync(file, "the old one");
        expect(() => writeSafely(file, bytes, { backup: true }, killedAt(step, half).steps)).toThrow(Killed);
        expect(["the old one", "the new one"]).toContain(readFileSync(file, "utf8"));
        writeSafely(file, bytes, { backup: true });
        expect(readdirSync(folder).sort()).toEqual(["责任矩阵.bak.xlsx", "责任矩阵.xlsx"]);
      }
    }
  });

  it("leaves the old one, and nothing else, where the disk is full", () => {
    const full: FileSteps = {
      ...diskSteps,
      writeNew: (path, all) => {
        writeFileSync(path, all.subarray(0, 4));
        throw Object.assign(new Error("full"), { code: "ENOSPC" });
      },
    };
    expect(() => writeSafely(file, bytes, { backup: true }, full)).toThrow("full");
    expect([readFileSync(file, "utf8"), readdirSync(folder)]).toEqual(["the old one", ["责任矩阵.xlsx"]]);
  });

  it("is one run's alone, until it ends", () => {
    const giveBack = takeLock(file)!;
    expect(takeLock(file)).toBeUndefined();
    giveBack();
    expect(existsSync(lockPath(file))).toBe(false);
    // Left behind by a process that is no longer running.
    const left = JSON.stringify({ ...(JSON.parse(lockOf(file)) as object), process: 2 ** 30 });
    writeFileSync(lockPath(file), left);
    const again = takeLock(file);
    expect(again).toBeDefined();
    again!();
  });

  it.each([
    ["~$责任矩阵.xlsx", "Excel 或 WPS"],
    [".~lock.责任矩阵.xlsx#", "LibreOffice"],
    [".~责任矩阵.xlsx", "WPS"],
  ])("sees by %s that %s has it open", (mark, program) => {
    expect(openElsewhere(file)).toBeUndefined();
    writeFileSync(join(folder, mark), "");
    expect(openElsewhere(file)).toEqual({ program, mark });
  });
});

function lockOf(file: string): string {
  const giveBack = takeLock(file)!;
  const text = readFileSync(lockPath(file), "utf8");
  giveBack();
  return text;
}
