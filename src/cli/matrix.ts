import { generateMatrix } from "../excel/generate";
import { readPlan } from "../plan";
import { leftOverLines } from "../plan/explain";
import { filesOf, NoPlan, planText } from "./plan-file";
import { runCommand, saveWorkbookFile } from "./workbook-file";

/**
 * `npm run matrix -- FILE OUT.xlsx [--sheet=NAME]`: the add-in's own code, on the embedded host, saved as a workbook. What was not
 * understood in the plan is told on standard error.
 */
void runCommand(async () => {
  const args = process.argv.slice(2);
  const [planFile, outFile] = filesOf(args);
  const source = await planText(planFile, args);
  const plan = readPlan(source);
  for (const line of leftOverLines(source, plan)) process.stderr.write(`${line}\n`);
  if (!outFile || !/\.xlsx$/i.test(outFile)) throw new NoPlan("请给出要写入的 .xlsx 文件，例如：npm run matrix -- 方案.docx 责任矩阵.xlsx");
  if (plan.tasks.length === 0) throw new NoPlan(`没有读出写明单位的任务，没有生成工作簿：${planFile}`);
  // Loaded only now: what is wrong with the files is told at once.
  const { openHost } = await import("../host/node");
  const host = openHost();
  Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
  // Nothing of what is generated is read back: everything is calculated once, when it is saved.
  host.book.grid.isManual = true;
  try {
    const report = await generateMatrix(plan, new Date().getFullYear());
    // The sheet that the workbook was opened with is empty.
    host.book.deleteSheet(host.book.allSheets[0]!);
    host.book.grid.isManual = false;
    await saveWorkbookFile(host, outFile);
    process.stdout.write(`${outFile}：${report.rows} 行，${report.unitColumns} 列单位\n`);
  } finally {
    host.dispose();
  }
});
