import type ExcelJS from "exceljs";
import type { FormRow, UnitForm } from "../../assessment/forms";
import { thresholdOf } from "../../assessment/limits";
import { columnLetters } from "../../matrix/address";
import { actualKey } from "../../matrix/columns";
import { confirmation, type DoubtBounds } from "../../matrix/doubts";
import { unlessDoubtful } from "../../matrix/entry-formula";
import { limitOf, qualityWords, type Limit } from "../../matrix/limits";
import { colours } from "../../matrix/look";
import { hintLimits, shortened } from "../../matrix/sheet";
import { argb } from "./cell-styles";

/**
 * The data validation of a row's entry cell: the drop-down of 完成情况, or bounds with an input hint.
 * @param entry address of the cell: `K7`
 */
export function entryValidation(row: FormRow, entry: string): ExcelJS.DataValidation {
  const quoted = row.quote === "" ? "" : `方案原文：${row.quote}`;
  const shown = { allowBlank: true, showErrorMessage: true, showInputMessage: true };
  if (row.asks === "quality") {
    return {
      ...shown,
      type: "list",
      formulae: [`"${qualityWords.join(",")}"`],
      errorStyle: "stop",
      errorTitle: "完成情况",
      error: `请从下拉列表中选择：${qualityWords.join("、")}。`,
      promptTitle: "选择完成情况",
      prompt: shortened(quoted || "从下拉列表中选择，并在“佐证材料”中写明依据。", hintLimits.message),
    };
  }
  const limit = limitOf(row);
  const bounds = limit.doubts
    ? { type: "custom" as const, formulae: [credibleEntryFormula(limit, limit.doubts, entry)] }
    : boundsOf(limit);
  const howToConfirm = limit.doubts
    ? `确实无误的可以保留，并在“说明”列写“${confirmation(row.measure === "%" ? 0.8 : 1, row.measure)}”这样的话。`
    : "";
  return {
    ...shown,
    ...bounds,
    errorStyle: limit.isQuestion ? "warning" : "stop",
    errorTitle: "请核对",
    error: shortened(`${limit.text}。${howToConfirm}文字说明请写在“说明”列。`, hintLimits.message),
    promptTitle: shortened(
      `${row.isPart ? "填本单位完成的数" : "填完成数"}${row.measure === "" ? "" : `，单位：${row.measure}`}`,
      hintLimits.title,
    ),
    prompt: shortened([`${limit.text}。`, quoted].filter(Boolean).join("\n"), hintLimits.message),
  };
}

/** A formula that is true for an entry within the limit that is not likely off by a factor of a hundred or more. */
function credibleEntryFormula({ kind, min, max }: Limit, doubts: DoubtBounds, entry: string): string {
  const parts = [
    `ISNUMBER(${entry})`,
    ...(min === undefined ? [] : [`${entry}>=${min}`]),
    ...(max === undefined ? [] : [`${entry}<=${max}`]),
    ...(kind === "whole" ? [`${entry}=INT(${entry})`] : []),
    unlessDoubtful(entry, doubts),
  ];
  return `AND(${parts.join(",")})`;
}

function boundsOf(
  limit: Limit,
): Pick<ExcelJS.DataValidation, "type"> &
  Pick<Extract<ExcelJS.DataValidation, { operator?: unknown }>, "operator" | "formulae"> {
  const { kind, min, max } = limit;
  return min !== undefined && max !== undefined
    ? { type: kind, operator: "between", formulae: [min, max] }
    : { type: kind, operator: "greaterThanOrEqual", formulae: [min ?? -1e12] };
}

/** Marks entry and explanation red, by a conditional format, while the entered number falls short of its target. */
export function markShortfalls(
  sheet: ExcelJS.Worksheet,
  at: number,
  form: UnitForm,
  row: FormRow,
  place: (key: string) => number,
  years: readonly number[],
): void {
  const threshold = row.isPart ? undefined : thresholdOf(row, form, form.lastYear);
  const { doubts } = limitOf(row);
  if (!threshold) return;
  const entry = `$${columnLetters(place("entry") - 1)}${at}`;
  const first = years[0] === undefined ? entry : `$${columnLetters(place(actualKey(years[0])) - 1)}${at}`;
  const compared = threshold.of === "sum" ? `SUM(${first}:${entry})` : entry;
  const red = {
    fill: { type: "pattern", pattern: "solid", bgColor: argb(colours.shortFill) },
    font: { color: argb(colours.shortText) },
  } as const;
  for (const key of ["entry", "explanation"]) {
    sheet.addConditionalFormatting({
      ref: `${columnLetters(place(key) - 1)}${at}`,
      rules: [
        {
          type: "expression",
          priority: 1,
          formulae: [
            `AND(ISNUMBER(${entry}),${doubts ? `${unlessDoubtful(entry, doubts)},` : ""}${compared}${threshold.comparator}${threshold.value})`,
          ],
          style: red,
        },
      ],
    });
  }
}
