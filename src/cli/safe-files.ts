import * as fs from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, extname, join } from "node:path";

/** The operations on files, one step each, so that tests can stop between any two. */
export interface FileSteps {
  exists(path: string): boolean;
  /** The target of a link; the path itself if it is none. */
  real(path: string): string;
  /** Writes a new file; it is complete and on the disk when this returns. */
  writeNew(path: string, bytes: Uint8Array): void;
  /** Sets the permissions of another file. */
  likeRights(path: string, other: string): void;
  copy(from: string, to: string): void;
  /** Replaces a file by another in one step. */
  move(from: string, to: string): void;
  remove(path: string): void;
}

export const diskSteps: FileSteps = {
  exists: (path) => fs.existsSync(path),
  real: (path) => {
    try {
      return fs.realpathSync(path);
    } catch {
      return path;
    }
  },
  writeNew: (path, bytes) => {
    const file = fs.openSync(path, "wx");
    try {
      for (let at = 0; at < bytes.length;) at += fs.writeSync(file, bytes, at);
      fs.fsyncSync(file);
    } finally {
      fs.closeSync(file);
    }
  },
  likeRights: (path, other) => fs.chmodSync(path, fs.statSync(other).mode),
  copy: (from, to) => fs.copyFileSync(from, to, fs.constants.COPYFILE_EXCL),
  move: (from, to) => fs.renameSync(from, to),
  remove: (path) => fs.rmSync(path, { force: true }),
};

/** `责任矩阵.bak.xlsx` for `责任矩阵.xlsx`. */
export function backupPath(path: string): string {
  const extension = extname(path);
  return join(dirname(path), `${basename(path, extension)}.bak${extension}`);
}

/**
 * Writes a file so that either the old or the new one exists completely whenever the process ends: into a temporary
 * file in the same folder, which then replaces it. Unless `backup` is false, the old one is kept as `NAME.bak.xlsx`.
 * @throws what the file system throws; the file is unchanged then
 */
export function writeSafely(
  path: string,
  bytes: Uint8Array,
  { backup }: { backup: boolean },
  steps: FileSteps = diskSteps,
): void {
  const target = steps.real(path);
  const temporary = (name: string): string => join(dirname(target), `.${basename(target)}.${process.pid}.${name}`);
  const [fresh, before] = [temporary("new"), temporary("bak")];
  // Left by a run that was killed.
  for (const left of [fresh, before]) steps.remove(left);
  try {
    steps.writeNew(fresh, bytes);
    if (steps.exists(target)) {
      steps.likeRights(fresh, target);
      if (backup) {
        steps.copy(target, before);
        steps.move(before, backupPath(target));
      }
    }
    steps.move(fresh, target);
  } catch (error) {
    for (const left of [fresh, before]) {
      try {
        steps.remove(left);
      } catch {
        // The first error is the one to report.
      }
    }
    throw error;
  }
}

/** Lock files that programs create beside an open workbook. */
const openMarks: readonly { mark(name: string): string; program: string; example: string }[] = [
  { mark: (name) => `~$${name}`, program: "Excel 或 WPS", example: "~$责任矩阵.xlsx" },
  { mark: (name) => `.~lock.${name}#`, program: "LibreOffice", example: ".~lock.责任矩阵.xlsx#" },
  // WPS on Linux (统信、麒麟) and Mac.
  { mark: (name) => `.~${name}`, program: "WPS", example: ".~责任矩阵.xlsx" },
];

/** The program that has the workbook open, and its lock file; undefined if there is none. */
export function openElsewhere(
  path: string,
  steps: FileSteps = diskSteps,
): { program: string; mark: string } | undefined {
  const target = steps.real(path);
  for (const { mark, program } of openMarks) {
    const name = mark(basename(target));
    if (steps.exists(join(dirname(target), name))) return { program, mark: name };
  }
  return undefined;
}

export const lockPath = (path: string): string => join(dirname(path), `.${basename(path)}.lock`);

/** Whether a process of this machine is running. */
function runs(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Takes the lock on a workbook for this run. A lock left by a run that has ended is taken over.
 * @returns a function that releases it; undefined if another run has it
 */
export function takeLock(path: string): (() => void) | undefined {
  const lock = lockPath(diskSteps.real(path));
  const own = JSON.stringify({ process: process.pid, machine: hostname() });
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      fs.writeFileSync(lock, own, { flag: "wx" });
      return () => {
        try {
          if (fs.readFileSync(lock, "utf8") === own) fs.rmSync(lock, { force: true });
        } catch {
          // It is already gone.
        }
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
        // On a full disk, the lock file exists but is empty.
        fs.rmSync(lock, { force: true });
        throw error;
      }
      if (!isLeftBehind(lock)) return undefined;
      fs.rmSync(lock, { force: true });
    }
  }
  return undefined;
}

function isLeftBehind(lock: string): boolean {
  try {
    const { process: id, machine } = JSON.parse(fs.readFileSync(lock, "utf8")) as { process: number; machine: string };
    return machine === hostname() && !runs(id);
  } catch {
    // Empty: its run was killed, or is just writing it.
    return Date.now() - (fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 10_000;
  }
}
