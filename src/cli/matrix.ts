import { writeFileSync } from "node:fs";
import { generateMatrix } from "../excel/generate";
import { ExcelFailure } from "../excel/failure";
import { readPlan } from "../plan";
import { PlanFileError, readPlanFile } from "./plan-file";

/** `npm run matrix -- FILE OUT.xlsx`: the add-in's own code, on the embedded host, saved as a workbook. */
async function main(planFile: string | undefined, outFile: string | undefined): Promise<number> {
  try {
    const plan = readPlan(readPlanFile(planFile));
    if (!outFile || !/\.xlsx$/i.test(outFile)) throw new PlanFileError("请给出要写入的 .xlsx 文件，例如：npm run matrix -- 方案.txt 责任矩阵.xlsx");
    if (plan.tasks.length === 0) throw new PlanFileError(`没有读出写明单位的任务，没有生成工作簿：${planFile}`);
    // Loaded only now: what is wrong with the files is told at once.
    const [{ openHost }, { saveXlsx }] = await Promise.all([import("../host/node"), import("../host/xlsx/save")]);
    const host = openHost();
    Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
    const report = await generateMatrix(plan, new Date().getFullYear());
    // The sheet that the workbook was opened with is empty.
    host.book.deleteSheet(host.book.allSheets[0]!);
    const bytes = await saveXlsx(host.book);
    host.dispose();
    try {
      writeFileSync(outFile, bytes);
    } catch {
      throw new PlanFileError(`无法写入文件，请检查文件夹是否存在、文件是否正被打开：${outFile}`);
    }
    process.stdout.write(`${outFile}：${report.rows} 行，${report.unitColumns} 列单位\n`);
    return 0;
  } catch (error) {
    if (error instanceof PlanFileError) process.stderr.write(`${error.message}\n`);
    else if (error instanceof ExcelFailure) process.stderr.write(`${error.userMessage}\n`);
    else throw error;
    return 1;
  }
}

void main(process.argv[2], process.argv[3]).then((code) => {
  process.exitCode = code;
});
