import { roundSentence } from "../assessment/as-of";
import { noteSent, readForms, readReporting } from "../excel/assessment";
import { archiveOf, formFileName } from "../documents/forms/archive";
import { formFile } from "../documents/forms/write";
import { inChinese } from "../plan/sentence";
import { CommandError, openWorkbookFile, option, runCommand, saveWorkbookFile, takeRound, writeOut } from "./workbook-file";

/**
 * `npm run forms -- MATRIX.xlsx OUT.zip [--year=2025] [--month=6] [--deadline=12月20日]`: every unit's form in one archive;
 * which were made is noted in the workbook. A year that is given becomes its 评估年度, a month its 截至.
 */
void runCommand(async () => {
  const args = process.argv.slice(2);
  const [matrix, out] = args.filter((arg) => !arg.startsWith("--"));
  if (!out || !/\.zip$/i.test(out)) throw new CommandError("请给出工作簿和要写入的 .zip 文件，例如：npm run forms -- 责任矩阵.xlsx 填报表.zip --year=2025");
  const host = await openWorkbookFile(matrix, "write");
  try {
    await takeRound(args);
    const { year, month } = await readReporting();
    const forms = await readForms({ year, deadline: option(args, "deadline") ?? "", made: new Date().toISOString() });
    if (forms.length === 0) throw new CommandError("责任矩阵中没有任何单位的分工，没有可下发的填报表");
    const named = forms.map((form, index) => ({ form, file: formFileName(index, forms.length, form) }));
    const files = new Map<string, Uint8Array>();
    for (const { form, file } of named) files.set(file, await formFile(form));
    writeOut(out, archiveOf(files));
    await noteSent(named);
    await saveWorkbookFile(host, matrix!, args);
    process.stdout.write(`${out}：${inChinese(roundSentence({ year, month }))}填报表 ${forms.length} 份；已记入工作簿的“下发记录”\n`);
  } finally {
    host.dispose();
  }
});
