import type { AssessmentKind } from "../assessment/report-kind";
import { readReport } from "../excel/assessment";
import { reportFile } from "../documents/report/write";
import { CommandError, monthOption, openWorkbookFile, option, runCommand, takeRound, writeOut, yearOption } from "./workbook-file";

const kinds: Readonly<Record<string, AssessmentKind>> = { 年度: "annual", 中期: "midterm", 期末: "final" };

/**
 * `npm run report -- MATRIX.xlsx OUT.docx [--year=2025] [--month=6] [--kind=年度|中期|期末]`: 自查评估报告 of what the workbook
 * holds, for its own 评估年度 and 截至 where none are given, and of the kind that this has in the plan. The workbook is not written.
 */
void runCommand(async () => {
  const args = process.argv.slice(2);
  const [matrix, out] = args.filter((arg) => !arg.startsWith("--"));
  if (!out || !/\.docx$/i.test(out)) throw new CommandError("请给出工作簿和要写入的 .docx 文件，例如：npm run report -- 责任矩阵.xlsx 自查评估报告.docx --year=2025");
  const wanted = option(args, "kind");
  const kind = wanted === undefined ? undefined : kinds[wanted];
  if (wanted !== undefined && !kind) throw new CommandError("评估类型应是 年度、中期 或 期末，例如 --kind=中期");
  const host = await openWorkbookFile(matrix, "read");
  try {
    const year = yearOption(args);
    // In memory alone.
    if (monthOption(args) !== undefined) await takeRound(args);
    const report = await readReport({ date: new Date().toISOString(), ...(kind === undefined ? {} : { kind }), ...(year === undefined ? {} : { year }) });
    writeOut(out, await reportFile(report));
    process.stdout.write(`${out}：${report.title}，附表 ${report.annex.length} 行\n`);
  } finally {
    host.dispose();
  }
});
