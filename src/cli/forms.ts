import { roundSentence } from "../assessment/as-of";
import { noteSent, readForms, readReporting } from "../excel/assessment";
import { archiveOf, formFileName } from "../documents/forms/archive";
import { formFile } from "../documents/forms/write";
import { inChinese } from "../plan/sentence";
import { CommandError } from "./command-error";
import { takeRound } from "./round";
import { runCommand } from "./run-command";
import { openWorkbookFile, saveWorkbookFile, writeOutFor } from "./workbook-file";

/**
 * `npm run forms`: writes every unit's form into one archive, and records in the workbook which were sent. A given year
 * becomes its 评估年度, a month its 截至.
 */
void runCommand("forms", async ({ files: [matrix, out], options }) => {
  const host = await openWorkbookFile(matrix!, "write");
  try {
    await takeRound(options);
    const { year, month } = await readReporting();
    const forms = await readForms({ year, deadline: options.deadline ?? "", made: new Date().toISOString() });
    if (forms.length === 0) throw new CommandError("责任矩阵中没有任何单位的分工，没有可下发的填报表");
    const named = forms.map((form, index) => ({ form, file: formFileName(index, forms.length, form) }));
    const files = new Map<string, Uint8Array>();
    for (const { form, file } of named) files.set(file, await formFile(form));
    // The archive counts only if the workbook records it: otherwise returned forms would not be recognised.
    await writeOutFor(out!, archiveOf(files), async () => {
      await noteSent(named);
      await saveWorkbookFile(host, matrix!, options);
    });
    process.stdout.write(
      `${out}：${inChinese(roundSentence({ year, month }))}填报表 ${forms.length} 份；已记入工作簿的“下发记录”\n`,
    );
  } finally {
    host.dispose();
  }
});
