import { readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { generateMatrix, type GenerateReport } from "../excel/generate";
import type { Host } from "../host/node";
import { readPlan } from "../plan";
import { leftOverLines } from "../plan/explain";
import type { Plan } from "../plan/model";
import { CommandError } from "./command-error";
import { commands } from "./commands";
import { planText } from "./plan-file";
import { runCommand } from "./run-command";
import { sentenceOf } from "./sentence-of";
import { openWorkbookFile, saveWorkbookFile, takeForWriting, type Keeping } from "./workbook-file";

/**
 * `npm run matrix`: runs the add-in's own code on the embedded host and saves a workbook. With `--into`, the matrix
 * becomes another sheet of that workbook, which is itself unchanged unless it is also the output. If `--into` is a
 * folder, so is the output, with each workbook under its own name. What was not understood in the plan is listed on
 * standard error.
 */
void runCommand("matrix", async ({ files: [planFile, outFile], options }) => {
  const [from, out] = [planFile!, outFile!];
  const { into } = options;
  const source = await planText(from, options);
  const plan = readPlan(source);
  for (const line of leftOverLines(source, plan)) process.stderr.write(`${line}\n`);
  if (plan.tasks.length > 0 && into !== undefined && isFolder(into)) return intoEach(into, out, plan, options);
  if (!/\.xls[xm]$/i.test(out)) throw new CommandError(`请给出要写入的 .xlsx 文件，例如：${commands.matrix.example}`);
  if (plan.tasks.length === 0) throw new CommandError(`没有读出写明单位的任务，没有生成工作簿：${from}`);
  if (into === undefined) {
    if (/\.xlsm$/i.test(out)) throw new CommandError("新的工作簿没有宏，请给出要写入的 .xlsx 文件");
    return told(out, await intoNew(out, plan, options));
  }
  told(out, await intoExisting(into, out, plan, options));
});

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const told = (file: string, { rows, unitColumns }: GenerateReport): void =>
  void process.stdout.write(`${file}：${rows} 行，${unitColumns} 列单位\n`);

/** Generates the matrix. Generating reads no results, so the workbook is calculated once, when it is saved. */
async function generated({ book: { grid } }: Host, plan: Plan): Promise<GenerateReport> {
  grid.isManual = true;
  try {
    return await generateMatrix(plan, new Date().getFullYear());
  } finally {
    grid.isManual = false;
  }
}

async function generateAndSave(host: Host, plan: Plan, outFile: string, options: Keeping): Promise<GenerateReport> {
  const report = await generated(host, plan);
  await saveWorkbookFile(host, outFile, options);
  return report;
}

async function intoNew(outFile: string, plan: Plan, options: Keeping): Promise<GenerateReport> {
  const release = takeForWriting(outFile);
  try {
    // Loaded late, so that mistakes in the arguments are reported at once.
    const { openHost } = await import("../host/node");
    const host = openHost();
    Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
    try {
      const { leaveOutIfEmpty } = await import("../host/xlsx/origin");
      leaveOutIfEmpty(host.book.allSheets[0]!, host.book);
      return await generateAndSave(host, plan, outFile, options);
    } finally {
      host.dispose();
    }
  } finally {
    release();
  }
}

async function intoExisting(into: string, outFile: string, plan: Plan, options: Keeping): Promise<GenerateReport> {
  if (extname(into).toLowerCase() !== extname(outFile).toLowerCase())
    throw new CommandError(`要写入的文件应与工作簿的扩展名相同（${extname(into)}）：${outFile}`);
  const release = takeForWriting(outFile);
  try {
    const host = await openWorkbookFile(into, "read");
    try {
      return await generateAndSave(host, plan, outFile, options);
    } finally {
      host.dispose();
    }
  } finally {
    release();
  }
}

/**
 * Puts the matrix into each workbook of a folder. A workbook for which that fails is reported, and the others are still
 * done.
 */
async function intoEach(folder: string, outFolder: string, plan: Plan, options: Keeping): Promise<void> {
  if (!isFolder(outFolder))
    throw new CommandError(
      "请给出要写入的文件夹（要已经存在），例如：npm run matrix -- 方案.docx 输出文件夹 --into=工作簿文件夹",
    );
  const names = readdirSync(folder)
    .filter((name) => /\.xls[xmb]?$/i.test(name) && !/^(?:~\$|\.)/.test(name))
    .sort();
  let done = 0;
  for (const name of names) {
    const out = join(outFolder, name);
    try {
      told(out, await intoExisting(join(folder, name), out, plan, options));
      done++;
    } catch (error) {
      process.stdout.write(`没有写入 ${name}：${sentenceOf(error)}\n`);
      process.exitCode = 1;
    }
  }
  process.stdout.write(`${names.length} 个工作簿，写入 ${done} 个\n`);
}
