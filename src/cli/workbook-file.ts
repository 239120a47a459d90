import { readFileSync, writeFileSync } from "node:fs";
import { ExcelFailure } from "../excel/failure";
import type { Host } from "../host/node";
import { NoPlan } from "./plan-file";

/** What a command is told and cannot do; `message` is one Chinese sentence for the user. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/**
 * Opens a workbook file on the embedded host, on which the add-in's own code then works.
 * @throws CommandError for a missing file, or one that is no workbook
 */
export async function openWorkbookFile(path: string | undefined): Promise<Host> {
  if (!path) throw new CommandError("请给出责任矩阵工作簿（.xlsx）的路径");
  let file: Uint8Array;
  try {
    file = new Uint8Array(readFileSync(path));
  } catch {
    throw new CommandError(`无法读取文件，请检查路径是否正确、是否有权限：${path}`);
  }
  // Loaded only now: what is wrong with the arguments is told at once.
  const { openHost } = await import("../host/node");
  try {
    const host = await openHost({ file });
    Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
    return host;
  } catch {
    throw new CommandError(`这不是可以打开的 .xlsx 工作簿：${path}`);
  }
}

export async function saveWorkbookFile(host: Host, path: string): Promise<void> {
  const { saveXlsx } = await import("../host/xlsx/save");
  writeOut(path, await saveXlsx(host.book));
}

export function writeOut(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes);
  } catch {
    throw new CommandError(`无法写入文件，请检查文件夹是否存在、文件是否正被打开：${path}`);
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
