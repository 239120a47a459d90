import { spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { buildSync } from "esbuild";
import { takeLock } from "../../src/cli/safe-files";
import { openHost } from "../../src/host/node";
import { madeWorkbooks, packageOf } from "../workbooks/packages";
import { seed } from "./run";

const root = join(__dirname, "..", "..");
const hook = join(__dirname, "killed-hook.cjs");

/** What happens to a process, and at which of its steps. */
interface Fate {
  at: number;
  how: "kill" | "half" | "full";
}

describe("a process that writes a workbook", () => {
  const work = mkdtempSync(join(tmpdir(), "killed-"));
  const folder = join(work, "folder");
  const file = join(folder, "责任矩阵.xlsx");
  const logged = join(work, "steps.txt");
  const writer = join(work, "writer.cjs");

  beforeAll(() => {
    buildSync({
      stdin: {
        contents: `import { writeSafely } from "./src/cli/safe-files"; writeSafely(process.argv[2], new TextEncoder().encode("the new one"), { backup: process.argv[3] === "backup" });`,
        resolveDir: root,
        loader: "ts",
      },
      bundle: true,
      platform: "node",
      outfile: writer,
    });
  });
  beforeEach(() => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    writeFileSync(logged, "");
  });
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  /**
   * @returns how the process ended, and everything that it did to the folder's files, without its process id in their
   * names
   */
  function under(
    fate: Fate | undefined,
    args: readonly string[],
  ): { status: number | null; signal: string | null; stderr: string; steps: string[] } {
    writeFileSync(logged, "");
    const env = {
      ...process.env,
      NODE_OPTIONS: `--require ${hook}`,
      WATCHED: folder,
      LOGGED: logged,
      ...(fate ? { AT: String(fate.at), HOW: fate.how } : {}),
    };
    const { status, signal, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", cwd: root, env });
    return {
      status,
      signal,
      stderr,
      steps: readFileSync(logged, "utf8")
        .trim()
        .split("\n")
        .map((line) => line.replace(/\.\d+\./g, ".N.")),
    };
  }

  const beside = (name: string): string => `.责任矩阵.xlsx.N.${name}`;
  const written = [
    `openSync ${beside("new")}`,
    `writeSync ${beside("new")}`,
    `fsyncSync ${beside("new")}`,
    `closeSync ${beside("new")}`,
  ];
  const kept = [`copyFileSync 责任矩阵.xlsx ${beside("bak")}`, `renameSync ${beside("bak")} 责任矩阵.bak.xlsx`];
  const inPlace = `renameSync ${beside("new")} 责任矩阵.xlsx`;

  it("never opens the one that is there: it writes beside it, keeps it, and moves the new one into its place", () => {
    writeFileSync(file, "the old one");
    const { status, steps } = under(undefined, [writer, file, "backup"]);
    expect(status).toBe(0);
    expect(steps.filter((step) => !step.startsWith("rmSync"))).toEqual([
      ...written,
      `chmodSync ${beside("new")}`,
      ...kept,
      inPlace,
    ]);
  });

  it.each(["backup", "none"])(
    "and is killed at any of its steps, or finds the disk full, leaves the old or the new one whole (%s)",
    (backup) => {
      writeFileSync(file, "the old one");
      const all = under(undefined, [writer, file, backup]).steps.length;
      expect(all).toBeGreaterThanOrEqual(backup === "backup" ? 10 : 8);
      const ends = new Set<string>();
      for (const how of ["kill", "half", "full"] as const) {
        for (let at = 0; at < all; at++) {
          for (const name of readdirSync(folder)) rmSync(join(folder, name));
          writeFileSync(file, "the old one");
          const { status, signal, steps } = under({ at, how }, [writer, file, backup]);
          const now = readFileSync(file, "utf8");
          const where = [how, steps.at(-1)];
          expect([where, now]).toEqual([where, expect.stringMatching(/^the (?:old|new) one$/)]);
          if (how !== "full") expect([where, signal]).toEqual([where, "SIGKILL"]);
          // A full disk is reported, and no temporary file is left.
          else if (status !== 0)
            expect([where, now, readdirSync(folder).filter((name) => name.startsWith("."))]).toEqual([
              where,
              "the old one",
              [],
            ]);
          for (const name of readdirSync(folder).filter((one) => one.endsWith(".bak.xlsx")))
            expect(readFileSync(join(folder, name), "utf8")).toBe("the old one");
          ends.add(`${how} ${status === 0 ? "went through" : now}`);
        }
      }
      expect([...ends].sort()).toEqual([
        "full the old one",
        "full went through",
        "half the old one",
        "kill the old one",
      ]);
    },
    300_000,
  );

  it("and is the command itself, does it in the same steps; killed at the last ones, it leaves the whole workbook, and the next run takes over", async () => {
    const old = packageOf(madeWorkbooks["a chart"]!);
    const command = [join(root, "scripts", "command.mjs"), "matrix", seed, file, `--into=${file}`];
    writeFileSync(file, old);
    const { status, stderr, steps } = under(undefined, command);
    expect([status, stderr]).toEqual([0, expect.stringContaining("1 个图表")]);
    const lock = ".责任矩阵.xlsx.lock";
    expect(steps.filter((step) => !step.startsWith("rmSync"))).toEqual([
      `writeFileSync ${lock}`,
      ...written,
      `chmodSync ${beside("new")}`,
      ...kept,
      inPlace,
    ]);
    expect(readdirSync(folder).sort()).toEqual(["责任矩阵.bak.xlsx", "责任矩阵.xlsx"]);
    for (const last of [written[1]!, inPlace]) {
      writeFileSync(file, old);
      const killed = under({ at: steps.indexOf(last), how: "half" }, command);
      expect([last, killed.signal, Buffer.compare(readFileSync(file), old)]).toEqual([last, "SIGKILL", 0]);
      expect(readdirSync(folder)).toContain(lock);
    }
    expect(under(undefined, command).status).toBe(0);
    expect(readdirSync(folder)).not.toContain(lock);
    const host = await openHost({ file: new Uint8Array(readFileSync(file)) });
    expect(host.book.allSheets.map((sheet) => host.book.sheetName(sheet))).toEqual(["表 1", "责任矩阵"]);
    host.dispose();
  }, 120_000);

  it.each([
    ["the lock", "writeFileSync .责任矩阵.xlsx.lock"],
    ["the workbook", written[1]!],
  ])(
    "and is the command, finds the disk full at %s: it says so, leaves all as it was, and can be run again",
    (_, step) => {
      const old = packageOf(madeWorkbooks["a chart"]!);
      const command = [join(root, "scripts", "command.mjs"), "matrix", seed, file, `--into=${file}`];
      writeFileSync(file, old);
      const at = [`writeFileSync .责任矩阵.xlsx.lock`, "rmSync", "rmSync", written[0], written[1]].indexOf(step);
      const { status, stderr, steps } = under({ at, how: "full" }, command);
      expect(steps[at]).toBe(step);
      expect([status, stderr]).toEqual([1, expect.stringMatching(/磁盘已满，没有写入，原来的文件没有改动/)]);
      expect([Buffer.compare(readFileSync(file), old), readdirSync(folder)]).toEqual([0, [basename(file)]]);
    },
    60_000,
  );

  it("was ended before it had written who it is, and its lock is taken over when it has stood for a while", () => {
    writeFileSync(file, "the old one");
    const lock = join(folder, ".责任矩阵.xlsx.lock");
    writeFileSync(lock, "");
    expect(takeLock(file)).toBeUndefined();
    const before = new Date(Date.now() - 60_000);
    utimesSync(lock, before, before);
    const giveBack = takeLock(file);
    expect(giveBack).toBeDefined();
    giveBack!();
    expect(readdirSync(folder)).toEqual([basename(file)]);
  });
});
