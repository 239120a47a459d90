import type { UnitForm } from "../../assessment/forms";

/** What a form's columns are, in their order; the hidden first row says each one's key, by which it is found again. */
export interface FormColumn {
  key: string;
  header: string;
  /** Characters of the default font. */
  width: number;
}

export const formSheetName = "填报表";

/** More years than these would not fit on A4. */
const mostEarlierYears = 5;

export const shownYears = ({ earlierYears }: Pick<UnitForm, "earlierYears">): number[] => earlierYears.slice(-mostEarlierYears);

export function formColumns(form: UnitForm): FormColumn[] {
  const years = shownYears(form);
  return [
    { key: "key", header: "键", width: 4 },
    { key: "number", header: "序号", width: 8 },
    { key: "task", header: "任务", width: 26 },
    { key: "indicator", header: "指标", width: 22 },
    { key: "period", header: "口径", width: 9 },
    { key: "target", header: "目标", width: 8 },
    { key: "measure", header: "单位", width: 6 },
    ...years.map((year) => ({ key: `actual:${year}`, header: `${year}年`, width: 7 })),
    { key: "entry", header: `${form.year}年完成情况`, width: 12 },
    { key: "evidence", header: "佐证材料", width: 20 },
    { key: "explanation", header: "说明（低于目标时必填）", width: 22 },
  ];
}

/** Headers by which the columns are known where the hidden row is gone. */
export const entryHeader = /^\d{4}年完成情况$/;
export const evidenceHeader = "佐证材料";
export const explanationHeader = /^说明/;
