import { readReport } from "../excel/assessment";
import { reportFile } from "../documents/report/write";
import { refuseOtherYears, takeRound } from "./round";
import { runCommand } from "./run-command";
import { openWorkbookFile, writeOut } from "./workbook-file";

/**
 * `npm run report`: 自查评估报告 of what the workbook holds, for its own 评估年度 and 截至 where none are given, and of the kind
 * that this has in the plan. The workbook is not written.
 */
void runCommand("report", async ({ files: [matrix, out], options }) => {
  const { year, month, kind } = options;
  const host = await openWorkbookFile(matrix!, "read");
  try {
    // In memory alone.
    if (month === undefined) await refuseOtherYears(year);
    else await takeRound(options);
    const report = await readReport({
      date: new Date().toISOString(),
      ...(kind === undefined ? {} : { kind }),
      ...(year === undefined ? {} : { year }),
    });
    writeOut(out!, await reportFile(report));
    process.stdout.write(`${out}：${report.title}，附表 ${report.annex.length} 行\n`);
  } finally {
    host.dispose();
  }
});
