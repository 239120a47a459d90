import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import type { Host } from "../host/node";
import { CommandError } from "./command-error";
import { fileErrorText } from "./file-error-text";
import { lockPath, openElsewhere, takeLock, writeSafely } from "./safe-files";

/**
 * Opens a workbook file on the embedded host and makes that the Excel that the add-in's code uses. Contents that cannot
 * be shown are listed on standard error; they are kept.
 * @param purpose `write`: nobody else may have the workbook open, and no other run may write it until the host is
 * disposed of
 * @throws CommandError for a missing file, one that cannot be opened, and one that is open elsewhere
 */
export async function openWorkbookFile(path: string, purpose: "read" | "write"): Promise<Host> {
  const release = purpose === "write" ? takeForWriting(path) : () => undefined;
  try {
    const host = await opened(path);
    return {
      ...host,
      dispose: () => {
        host.dispose();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

async function opened(path: string): Promise<Host> {
  let file: Uint8Array;
  try {
    file = new Uint8Array(readFileSync(path));
  } catch (error) {
    throw new CommandError(`无法读取文件，${fileErrorText(error) ?? "请检查路径是否正确、是否有权限"}`, {
      cause: error,
    });
  }
  // Loaded late, so that mistakes in the arguments are reported at once.
  const { openHost } = await import("../host/node");
  const { WorkbookFileError } = await import("../host/xlsx/errors");
  try {
    const host = await openHost({ file });
    Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
    if (host.leftOut.length > 0)
      process.stderr.write(`${path}：这些内容在此不显示，保存时原样保留。${host.leftOut.join("；")}\n`);
    return host;
  } catch (error) {
    if (!(error instanceof WorkbookFileError)) throw error;
    throw new CommandError(`${error.userMessage}：${path}`, { cause: error });
  }
}

/**
 * Locks the workbook for writing.
 * @returns a function that releases it
 * @throws CommandError if it is open elsewhere, or another run is writing it
 */
export function takeForWriting(path: string): () => void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new CommandError(`无法写入文件，这是一个文件夹：${path}`);
  const elsewhere = openElsewhere(path);
  if (elsewhere)
    throw new CommandError(
      `这个工作簿正在 ${elsewhere.program} 中打开，没有写入。请关闭后再运行；如果并没有打开，请删除同一文件夹中的“${elsewhere.mark}”：${path}`,
    );
  let release: (() => void) | undefined;
  try {
    release = takeLock(path);
  } catch (error) {
    throw new CommandError(
      isFull(error) ? fullDisk(path) : `无法写入文件，请检查文件夹是否存在、是否有写入权限：${path}`,
      { cause: error },
    );
  }
  if (!release)
    throw new CommandError(
      `另一个命令正在处理这个工作簿，没有写入。请等它结束后再运行；如果并没有在运行，请删除“${lockPath(path)}”：${path}`,
    );
  const own = release;
  process.once("exit", own);
  return () => {
    process.removeListener("exit", own);
    own();
  };
}

/** The options of commands that write a workbook. With `no-backup` the previous workbook is not kept. */
export interface Keeping {
  "no-backup"?: boolean;
}

/** @throws CommandError if it cannot be written; the workbook on disk is unchanged then */
export async function saveWorkbookFile(
  host: Host,
  path: string,
  { "no-backup": isBackupLeft = false }: Keeping,
): Promise<void> {
  const { saveXlsx } = await import("../host/xlsx/save");
  // Work that changes have queued must end before the host is disposed of.
  await host.book.inTurn(() => host.book.grid.calculated());
  writeOut(path, await saveXlsx(host.book), { backup: !isBackupLeft });
}

const isFull = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "ENOSPC";
const fullDisk = (path: string): string => `磁盘已满，没有写入，原来的文件没有改动。请腾出空间后再运行：${path}`;

export function writeOut(path: string, bytes: Uint8Array, options = { backup: false }): void {
  try {
    writeSafely(path, bytes, options);
  } catch (error) {
    throw new CommandError(
      isFull(error)
        ? fullDisk(path)
        : `无法写入文件，原来的文件没有改动。请检查文件夹是否存在、文件是否正被打开：${path}`,
      { cause: error },
    );
  }
}

/**
 * Writes a file that counts only if `then` succeeds; if it fails, the file is removed, or the previous one restored.
 * @throws CommandError if it cannot be written; whatever `then` throws
 */
export async function writeOutFor(path: string, bytes: Uint8Array, then: () => Promise<void>): Promise<void> {
  const before = existsSync(path) ? new Uint8Array(readFileSync(path)) : undefined;
  writeOut(path, bytes);
  try {
    await then();
  } catch (error) {
    if (before) writeOut(path, before);
    else rmSync(path, { force: true });
    throw error;
  }
}
