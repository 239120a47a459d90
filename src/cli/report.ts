import { readReport } from "../excel/assessment";
import { reportFile } from "../documents/report/write";
import { refuseOtherYears, takeRound } from "./round";
import { runCommand } from "./run-command";
import { openWorkbookFile, writeOut } from "./workbook-file";

/**
 * `npm run report`: writes the 自查评估报告 of the workbook, by default for its own 评估年度 and 截至 and of the kind that the plan
 * has for them. The workbook is not written.
 */
void runCommand("report", async ({ files: [matrix, out], options }) => {
  const { year, month, kind } = options;
  const host = await openWorkbookFile(matrix!, "read");
  try {
    // These change the workbook in memory only.
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
