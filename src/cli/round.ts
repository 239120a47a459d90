import { inExcel } from "../excel/session";
import { readAssessmentData } from "../excel/assessment/assessment-data";
import { chooseMonth, chooseYear } from "../excel/views";
import { actualYear } from "../matrix/columns";
import { CommandError } from "./command-error";

/**
 * Sets the workbook's 评估年度 and 截至, which together are the round of forms under way.
 * @throws CommandError for a year without a column; ExcelFailure `NoMatrix`, and `NoYear` or `NoAsOf` if the sheet has
 * no such cell
 */
export async function takeRound({ year, month }: { year?: number; month?: number }): Promise<void> {
  await refuseOtherYears(year);
  if (year !== undefined) await chooseYear(year);
  if (month !== undefined) await chooseMonth(month);
}

/**
 * Refuses a year without a column: there would be no numbers to judge, and no place for entries.
 * @param wanted without it the workbook's own year is checked, which somebody may have overwritten
 * @throws CommandError for such a year; ExcelFailure `NoMatrix`
 */
export async function refuseOtherYears(wanted?: number): Promise<void> {
  const { matrix: held, plan } = await inExcel((context) => readAssessmentData(context));
  const year = wanted ?? held.year ?? plan.years[1];
  const years = [...held.columns.keys()].flatMap((key) => actualYear(key) ?? []).sort();
  if (years.includes(year)) return;
  const columns = years.length > 0 ? `表中的年度列有 ${years.join("、")} 年` : "表中没有年度列";
  throw new CommandError(
    `表中没有“${year}年”这一列，不能按这一年评估，什么也没有写入。${columns}，请用 --year 选其中一年，或在 Excel 中重新生成、补上这一列`,
  );
}
