import type { UnitForm } from "../../assessment/forms";

/** What a form's columns are, in their order; the hidden first row says each one's key, by which it is found again. */
export interface FormColumn {
  key: string;
  header: string;
  /** Characters of the default font. */
  width: number;
}

export const formSheetName = "填报表";

/** Headers by which the columns are known where the hidden row is gone. */
export const numberHeader = "序号";
export const taskHeader = "任务";
export const indicatorHeader = "指标";
export const entryHeader = /^\d{4}年完成情况$/;
export const evidenceHeader = "佐证材料";
export const explanationHeader = /^说明/;

/** Lines of the form itself, beside its rows. */
export const blockTitles = {
  lead: "一、牵头任务",
  responsible: "二、责任任务",
  member: "三、各成员单位共同承担的任务",
} as const;
export const footStart = "填表人：";
export const isOwnLine = (text: string): boolean => [...Object.values(blockTitles), footStart].some((start) => text.startsWith(start));

/** More years than these would not fit on A4. */
const mostEarlierYears = 5;

export const shownYears = ({ earlierYears }: Pick<UnitForm, "earlierYears">): number[] => earlierYears.slice(-mostEarlierYears);

export function formColumns(form: UnitForm): FormColumn[] {
  const years = shownYears(form);
  return [
    { key: "key", header: "键", width: 4 },
    { key: "number", header: numberHeader, width: 8 },
    { key: "task", header: taskHeader, width: 26 },
    { key: "indicator", header: indicatorHeader, width: 22 },
    { key: "period", header: "口径", width: 9 },
    { key: "target", header: "目标", width: 8 },
    { key: "measure", header: "单位", width: 6 },
    ...years.map((year) => ({ key: `actual:${year}`, header: `${year}年`, width: 7 })),
    { key: "entry", header: `${form.year}年完成情况`, width: 12 },
    { key: "evidence", header: "佐证材料", width: 20 },
    { key: "explanation", header: "说明（低于目标时必填）", width: 22 },
  ];
}
