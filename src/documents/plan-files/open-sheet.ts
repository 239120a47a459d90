import { textOfBlocks } from "../../plan/layout/text-of-blocks";
import { withoutRadicals } from "../../plan/radicals";
import { sentence, type Sentence } from "../../plan/sentence";
import type { Merge, Sheet, SheetCell } from "../spreadsheets/sheet";
import { PlanFileError } from "./plan-file-error";
import type { PlanText } from "./index";
import { visibleSheet } from "./sheet-grid";
import { sheetBlocks, looksLikePlan } from "./read-sheets";

/** A range of a sheet of the open workbook, with its cells as displayed. */
export interface OpenSheet {
  kind: "selection" | "sheet";
  sheet: string;
  address: string;
  rows: number;
  /** Zero-based row and column of the first cell. */
  row: number;
  column: number;
  /** A cell's displayed text. A number whose column is too narrow to display it comes with its format code instead. */
  cells: readonly (readonly (string | { value: number; format: string })[])[];
  /** Absent if it is not known which cells are merged. */
  merges?: readonly Merge[];
  hiddenRows: readonly number[];
  hiddenColumns: readonly number[];
}

/** The text of a plan read from the open workbook. */
export interface OpenSheetText extends PlanText {
  /** Whether a table header such as 任务 | 责任单位 was found in it. */
  looksLikePlan: boolean;
}

/**
 * Reads a table of tasks from a sheet of the open workbook, or from a selected part of it.
 * @throws PlanFileError `emptySheet` if no text is visible, `zipBomb` if the cells lie too far apart for a table
 */
export function readOpenSheet(open: OpenSheet): OpenSheetText {
  const seen = visibleSheet(sheetOf(open), false);
  const text = withoutRadicals(textOfBlocks(sheetBlocks(seen)));
  if (text.trim() === "") throw new PlanFileError("emptySheet");
  const isLikely = looksLikePlan(seen);
  return {
    text,
    kind: "sheet",
    looksLikePlan: isLikely,
    notes: [whatWasRead(open), ...notesOn(open, seen.hiddenFilled, isLikely)],
  };
}

function sheetOf({ sheet, row, column, cells, merges, hiddenRows, hiddenColumns }: OpenSheet): Sheet {
  const filled = (line: OpenSheet["cells"][number]): Map<number, SheetCell> =>
    new Map(
      line.flatMap((cell, k): [number, SheetCell][] =>
        cell === "" ? [] : [[column + k, typeof cell === "string" ? { value: cell } : cell]],
      ),
    );
  return {
    name: sheet,
    isHidden: false,
    rows: new Map(cells.map((line, k) => [row + k, filled(line)])),
    merges: [...(merges ?? [])],
    ...(merges ? {} : { hidesMerging: true }),
    hiddenRows: new Set(hiddenRows),
    hiddenColumns: new Set(hiddenColumns),
  };
}

const whatWasRead = ({ kind, sheet, address, rows }: OpenSheet): Sentence =>
  kind === "selection"
    ? sentence("读取了工作表“{{sheet}}”中选中的 {{address}}，共 {{count}} 行；这张表没有改动。", {
        sheet,
        address,
        count: rows,
      })
    : sentence("读取了工作表“{{sheet}}”的 {{address}}，共 {{count}} 行；这张表没有改动。", {
        sheet,
        address,
        count: rows,
      });

function notesOn({ merges }: OpenSheet, hidden: { rows: number; columns: number }, isLikely: boolean): Sentence[] {
  return [
    ...(isLikely ? [] : [sentence("没有找到“任务”“责任单位”“牵头单位”一类的表头，已按文字读取。请核对读出的内容。")]),
    ...(hidden.rows > 0
      ? [
          sentence("有 {{count}} 行被隐藏或筛选掉，没有读取。如需读入，请取消隐藏或清除筛选，再点“从表格读入”。", {
            count: hidden.rows,
          }),
        ]
      : []),
    ...(hidden.columns > 0
      ? [
          sentence("有 {{count}} 列被隐藏，没有读取。如需读入，请取消隐藏，再点“从表格读入”。", {
            count: hidden.columns,
          }),
        ]
      : []),
    ...(merges
      ? []
      : [sentence("这个 Excel 没有说明哪些单元格是合并的；没有写单位的行，按与上一行相同读取。请核对。")]),
  ];
}
