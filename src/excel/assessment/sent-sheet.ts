import type { AsOf } from "../../assessment/as-of";
import type { UnitForm } from "../../assessment/forms";
import type { PresentNames } from "../../assessment/present-names";
import { wholeYear } from "../../matrix/as-of";
import { localTime } from "../change-log";
import { sentSheetName } from "../sheet-names";
import { monthHeader } from "./details-sheet";
import type { RecordSheet, RecordCells, RecordSpec } from "./record-sheet";

export const sentSpec: RecordSpec = {
  sheet: sentSheetName,
  table: "下发记录表",
  columns: [
    { header: "表号", width: 20, isHidden: true },
    { header: "下发时间", width: 110 },
    { header: "年度", width: 40 },
    { header: monthHeader, width: 40, before: wholeYear },
    { header: "单位", width: 200 },
    { header: "报送截止", width: 90 },
    { header: "任务和指标", width: 70 },
    { header: "需填报", width: 60 },
    { header: "文件名", width: 330 },
  ],
};

/**
 * When each unit's form of a round was last made (ISO), by the units' present names. A line without a month counts as
 * December.
 */
export function sentIn({ rows }: RecordSheet, { year, month }: AsOf, present: PresentNames): Map<string, string> {
  const sent = new Map<string, string>();
  for (const { cells } of rows) {
    const [named, made] = [String(cells["单位"] ?? ""), String(cells["表号"] ?? "")];
    const unit = present(named)?.name ?? named;
    const isOfRound = Number(cells["年度"]) === year && (Number(cells[monthHeader]) || wholeYear) === month;
    if (isOfRound && unit !== "" && made > (sent.get(unit) ?? "")) sent.set(unit, made);
  }
  return sent;
}

/** All times (ISO) at which forms were made, of any unit and year. */
export const madeIn = ({ rows }: RecordSheet): Set<string> =>
  new Set(rows.flatMap(({ cells }) => String(cells["表号"] ?? "") || []));

export function sentCells(form: UnitForm, file: string): RecordCells {
  const rows = form.blocks.flatMap((block) => block.rows);
  return {
    表号: form.made,
    下发时间: localTime(form.made),
    年度: form.year,
    [monthHeader]: form.month,
    单位: form.name,
    报送截止: form.deadline,
    任务和指标: rows.length,
    需填报: rows.filter(({ asks }) => asks !== "nothing").length,
    文件名: file,
  };
}
