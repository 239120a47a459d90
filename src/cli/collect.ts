import { readFileSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { roundSentence } from "../assessment/as-of";
import { chaseSections } from "../assessment/chase";
import { placeInForm, whyDropped, writtenIn } from "../assessment/dropped";
import { problemText, refusedNote } from "../assessment/form-problems";
import type { RefusedFile, ReturnedForm } from "../assessment/returned-form";
import { inChinese } from "../plan/sentence";
import { cellsOf, noChoice, previewCollect, readReporting, takeIn } from "../excel/assessment";
import { maxFormBytes } from "../documents/forms/limits";
import { FormFileError, readForm } from "../documents/forms/read";
import { CommandError } from "./command-error";
import { fileErrorText } from "./file-error-text";
import { takeRound } from "./round";
import { runCommand } from "./run-command";
import { openWorkbookFile, saveWorkbookFile } from "./workbook-file";

/**
 * `npm run collect`: takes returned forms in as they are. Entries that are not plain numbers stay in 填报明细, and typed
 * values are not overwritten. Suggestions can be accepted in the pane only.
 */
void runCommand("collect", async ({ files: [matrix, ...given], options }) => {
  const paths = given.flatMap(filesIn);
  const host = await openWorkbookFile(matrix!, "write");
  try {
    await takeRound(options);
    const { year } = await readReporting();
    const { forms, refused } = readAll(paths);
    const preview = await previewCollect(forms, year);
    const { collection } = preview;
    const report = await takeIn(forms, year, noChoice, new Map());
    await saveWorkbookFile(host, matrix!, options);
    const notTaken = [...refused, ...collection.refused];
    for (const { file, problem, about } of notTaken)
      process.stdout.write(`未采用 ${file}：${problemText(problem, about)}\n`);
    if (notTaken.length > 0) process.stdout.write(`${inChinese(refusedNote)}\n`);
    for (const { file, unit, items, notes, dropped } of collection.files) {
      const tell = (words: string): void => void process.stdout.write(`${file}（${unit}）：${words}\n`);
      for (const note of notes) tell(inChinese(note));
      for (const { kind, place, before, reason } of items)
        if (kind !== "new" && kind !== "changed") tell(`${place}填“${String(before)}”，${inChinese(reason)}`);
      for (const one of dropped)
        tell(`${placeInForm(one.printed)}${inChinese(writtenIn(one))}，${inChinese(whyDropped(one))}`);
    }
    for (const { kind, place, before, after } of cellsOf(preview, noChoice))
      if (kind === "typed")
        process.stdout.write(`${place}：表中为“${String(before)}”，填报为“${String(after)}”，没有替换\n`);
    process.stdout.write(`收入 ${collection.files.length} 份，写入 ${report.cells} 处\n`);
    const sections = chaseSections(report.chase);
    const round = inChinese(roundSentence(report.chase));
    process.stdout.write(sections.length > 0 ? `${round}还要追的：\n` : `${round}没有要追的，各单位都已交齐\n`);
    for (const { title, lines } of sections)
      process.stdout.write(`${inChinese(title)}：\n${lines.map((line) => `  ${inChinese(line)}\n`).join("")}`);
  } finally {
    host.dispose();
  }
});

/**
 * The files of a folder, or the file itself.
 * @throws CommandError for a path that cannot be read, and for a folder without files: the user must not believe that
 * something was taken in
 */
function filesIn(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const files = readdirSync(path)
      .filter((name) => !name.startsWith("~$") && !name.startsWith("."))
      .sort()
      .map((name) => join(path, name))
      .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
    if (files.length > 0) return files;
  } catch (error) {
    throw new CommandError(`无法读取交回的填报表，${fileErrorText(error) ?? path}`, { cause: error });
  }
  throw new CommandError(`文件夹里没有文件（其中的文件夹不读），没有收入，工作簿没有改动：${path}`);
}

function readAll(paths: readonly string[]): { forms: ReturnedForm[]; refused: RefusedFile[] } {
  const forms: ReturnedForm[] = [];
  const refused: RefusedFile[] = [];
  for (const path of paths) {
    const { size, mtime } = statSync(path);
    try {
      // A huge file is refused before it is read.
      if (size > maxFormBytes) throw new FormFileError("tooLarge");
      forms.push(readForm(basename(path), new Uint8Array(readFileSync(path)), mtime.toISOString()));
    } catch (error) {
      if (!(error instanceof FormFileError)) throw error;
      refused.push({ file: basename(path), problem: error.problem });
    }
  }
  return { forms, refused };
}
