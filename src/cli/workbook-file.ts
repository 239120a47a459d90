import { readFileSync, statSync } from "node:fs";
import { ExcelFailure } from "../excel/failure";
import type { Host } from "../host/node";
import { NoPlan } from "./plan-file";
import { lockPath, openElsewhere, takeLock, writeSafely } from "./safe-files";

/** What a command is told and cannot do; `message` is one Chinese sentence for the user. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/**
 * Opens a workbook file on the embedded host, on which the add-in's own code then works. What of it cannot be shown here is told
 * on standard error; it is kept.
 * @param purpose `write`: nobody else may have it open, and no other run may write it until the host is disposed of
 * @throws CommandError for a missing file, one that cannot be opened, and one that somebody else has open
 */
export async function openWorkbookFile(path: string | undefined, purpose: "read" | "write"): Promise<Host> {
  if (!path) throw new CommandError("请给出责任矩阵工作簿（.xlsx）的路径");
  const giveBack = purpose === "write" ? takeForWriting(path) : () => undefined;
  try {
    const host = await opened(path);
    return {
      ...host,
      dispose: () => {
        host.dispose();
        giveBack();
      },
    };
  } catch (error) {
    giveBack();
    throw error;
  }
}

async function opened(path: string): Promise<Host> {
  let file: Uint8Array;
  try {
    file = new Uint8Array(readFileSync(path));
  } catch {
    throw new CommandError(`无法读取文件，请检查路径是否正确、是否有权限：${path}`);
  }
  // Loaded only now: what is wrong with the arguments is told at once.
  const { openHost } = await import("../host/node");
  const { WorkbookFileError } = await import("../host/xlsx/errors");
  try {
    const host = await openHost({ file });
    Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
    if (host.leftOut.length > 0) process.stderr.write(`${path}：这些内容在此不显示，保存时原样保留。${host.leftOut.join("；")}\n`);
    return host;
  } catch (error) {
    if (!(error instanceof WorkbookFileError)) throw error;
    throw new CommandError(`${error.userMessage}：${path}`, { cause: error });
  }
}

/**
 * Makes sure that nobody else writes the workbook meanwhile.
 * @returns what gives the right back
 * @throws CommandError where somebody has it open, or another run is at work on it
 */
export function takeForWriting(path: string): () => void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new CommandError(`无法写入文件，这是一个文件夹：${path}`);
  const elsewhere = openElsewhere(path);
  if (elsewhere) throw new CommandError(`这个工作簿正在 ${elsewhere.program} 中打开，没有写入。请关闭后再运行；如果并没有打开，请删除同一文件夹中的“${elsewhere.mark}”：${path}`);
  let giveBack: (() => void) | undefined;
  try {
    giveBack = takeLock(path);
  } catch (error) {
    throw new CommandError(isFull(error) ? fullDisk(path) : `无法写入文件，请检查文件夹是否存在、是否有写入权限：${path}`, { cause: error });
  }
  if (!giveBack) throw new CommandError(`另一个命令正在处理这个工作簿，没有写入。请等它结束后再运行；如果并没有在运行，请删除“${lockPath(path)}”：${path}`);
  const own = giveBack;
  process.once("exit", own);
  return () => {
    process.removeListener("exit", own);
    own();
  };
}

/** @param args of the command: with `--no-backup` the workbook as it was is not kept */
export async function saveWorkbookFile(host: Host, path: string, args: readonly string[]): Promise<void> {
  const { saveXlsx } = await import("../host/xlsx/save");
  // What a change has set going is done before the host is disposed of.
  await host.book.inTurn(() => host.book.grid.calculated());
  writeOut(path, await saveXlsx(host.book), { backup: !args.includes("--no-backup") });
}

const isFull = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "ENOSPC";
const fullDisk = (path: string): string => `磁盘已满，没有写入，原来的文件没有改动。请腾出空间后再运行：${path}`;

export function writeOut(path: string, bytes: Uint8Array, options = { backup: false }): void {
  try {
    writeSafely(path, bytes, options);
  } catch (error) {
    throw new CommandError(isFull(error) ? fullDisk(path) : `无法写入文件，原来的文件没有改动。请检查文件夹是否存在、文件是否正被打开：${path}`, { cause: error });
  }
}

/** Runs a command; what the user can mend is told in one sentence, with exit code 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (error instanceof CommandError || error instanceof NoPlan) process.stderr.write(`${error.message}\n`);
    else if (error instanceof ExcelFailure) process.stderr.write(`${error.userMessage}\n`);
    else throw error;
    process.exitCode = 1;
  }
}

/** `--name=value` among the arguments. */
export const option = (args: readonly string[], name: string): string | undefined => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);

/**
 * Makes the year that is asked for, if one is, the workbook's 评估年度.
 * @throws CommandError for what is no year; ExcelFailure `NoYear` for one that the matrix does not have
 */
export async function takeYear(args: readonly string[]): Promise<void> {
  const year = yearOption(args);
  if (year === undefined) return;
  const { chooseYear } = await import("../excel/views");
  await chooseYear(year);
}

/**
 * Makes the year and the month that are asked for the workbook's 评估年度 and 截至: together the round of forms under way.
 * @throws CommandError for what is no year or month; ExcelFailure `NoYear`, `NoAsOf` for what the matrix does not have
 */
export async function takeRound(args: readonly string[]): Promise<void> {
  const month = monthOption(args);
  await takeYear(args);
  if (month === undefined) return;
  const { chooseMonth } = await import("../excel/views");
  await chooseMonth(month);
}

/** @throws CommandError for what is no month */
export function monthOption(args: readonly string[]): number | undefined {
  const text = option(args, "month");
  if (text === undefined) return undefined;
  const month = Number(text);
  if (!/^\d{1,2}$/.test(text) || month < 1 || month > 12) throw new CommandError(`月份应是 1 到 12，例如 --month=6：${text}`);
  return month;
}

/** @throws CommandError for what is no year */
export function yearOption(args: readonly string[]): number | undefined {
  const text = option(args, "year");
  if (text === undefined) return undefined;
  if (!/^\d{4}$/.test(text)) throw new CommandError(`年度应是四位数字，例如 --year=2025：${text}`);
  return Number(text);
}
