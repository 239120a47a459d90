import type { FormRow, UnitForm } from "../../assessment/forms";
import { roundName } from "../../assessment/as-of";
import { wholeYear } from "../../matrix/as-of";
import { actualKey } from "../../matrix/columns";

/**
 * A column of a form. The hidden first row holds each column's key, by which the column is found again in the returned
 * file.
 */
export interface FormColumn {
  key: string;
  header: string;
  /** In characters of the default font. */
  width: number;
}

/** The name of the form's only sheet. */
export const formSheetName = "填报表";

/** Headers that identify the columns of a returned form whose hidden key row was deleted. */
export const numberHeader = "序号";
export const taskHeader = "任务";
export const indicatorHeader = "指标";
export const entryHeader = /^\d{4}年(?:截至\d{1,2}月)?完成情况$/;
export const progressHeader = "进展情况";
export const evidenceHeader = "佐证材料";
export const explanationHeader = /^说明/;

/** The form's own lines of text between and below its rows. */
export const blockTitles = {
  lead: "一、牵头任务",
  responsible: "二、责任任务",
  member: "三、各成员单位共同承担的任务",
} as const;
/** How the line for the signature begins. */
export const footerStart = "填表人：";
/** Whether a cell's text is one of the form's own lines. */
export const isFormLine = (text: string): boolean =>
  [...Object.values(blockTitles), footerStart].some((start) => text.startsWith(start));

/** More earlier years than this would not fit on A4. */
const maxEarlierYears = 5;

/** The earlier years for which the form shows a column: the latest ones. */
export const shownYears = ({ earlierYears }: Pick<UnitForm, "earlierYears">): number[] =>
  earlierYears.slice(-maxEarlierYears);

/** `2025 年度自查填报表`; for a round before December, `2025年（截至6月）填报表`. */
export const formTitle = ({ year, month }: Pick<UnitForm, "year" | "month">): string =>
  month === wholeYear ? `${year} 年度自查填报表` : `${year}年（截至${month}月）填报表`;

/**
 * The columns of a unit's form. Forms are printed on A4 and signed, so a column that no row fills is left out. What was
 * done and why a number falls short are two columns, because the second is only asked for in rows that fall short.
 */
export function formColumns(form: UnitForm): FormColumn[] {
  const years = shownYears(form);
  const has = (key: "deadline" | "persons"): boolean =>
    form.blocks.some(({ rows }) => rows.some((row: FormRow) => row[key] !== ""));
  return [
    { key: "key", header: "键", width: 4 },
    { key: "number", header: numberHeader, width: 8 },
    { key: "task", header: taskHeader, width: 24 },
    { key: "indicator", header: indicatorHeader, width: 20 },
    { key: "period", header: "口径", width: 9 },
    { key: "target", header: "目标", width: 8 },
    { key: "measure", header: "单位", width: 6 },
    ...(has("deadline") ? [{ key: "deadline", header: "完成时限", width: 9 }] : []),
    ...(has("persons") ? [{ key: "persons", header: "责任人", width: 8 }] : []),
    ...years.map((year) => ({ key: actualKey(year), header: `${year}年`, width: 7 })),
    { key: "entry", header: `${roundName(form)}完成情况`, width: 11 },
    { key: "progress", header: progressHeader, width: 26 },
    { key: "evidence", header: evidenceHeader, width: 14 },
    { key: "explanation", header: "说明（低于目标时必填）", width: 18 },
  ];
}
