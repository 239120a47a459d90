import type { Indicator } from "../plan/model";
import { areaAddress, cellAddress } from "./address";
import { asOfChoices, asOfName } from "./as-of";
import type { Lists } from "./choices";
import type { MatrixColumn } from "./columns";
import { areasOf, type Place } from "./body";
import { confirmation } from "./doubts";
import { entryFormula } from "./entry-formula";
import { yearName } from "./formulas";
import { isQuantified, limitOf, qualityWords, type Asked } from "./limits";
import { approximately, statuses, statusKeys, statusText } from "./statuses";
import { hintLimits, shortened, type Area, type CellValue, type Validation } from "./sheet";

/** The cells of a row that decide what may be typed in it, and the plan's own sentence for the hint. */
export interface AskedRow extends Asked {
  row: number;
  /** Empty where the plan promises no number, or where its words are not known. */
  quote: string;
}

/** @param cells by column key */
export const askedRow = (
  row: number,
  cells: Readonly<Record<string, CellValue>>,
  indicator: Pick<Indicator, "quote"> | undefined,
): AskedRow => ({
  row,
  indicator: String(cells.indicator ?? ""),
  target: cells.target ?? "",
  measure: String(cells.measure ?? ""),
  quote: indicator?.quote ?? "",
});

/**
 * All validations of the table's body: first the words, for all rows, then over them those of rows with a promised
 * number.
 * @param rows those of `body`
 */
export function bodyValidations(
  columns: readonly MatrixColumn[],
  place: Place,
  body: Area,
  rows: readonly AskedRow[],
  lists: Lists,
): Validation[] {
  return [
    ...wordValidations(columns, place, body, lists),
    ...rows.filter(isQuantified).flatMap((row) => numberValidations(columns, place, row)),
    ...methodValidations(place, body, lists),
  ];
}

/** The validations of single rows' actuals. */
export const entryValidations = (
  columns: readonly MatrixColumn[],
  place: Place,
  rows: readonly AskedRow[],
  lists: Lists,
): Validation[] =>
  rows.flatMap((row) =>
    isQuantified(row)
      ? numberValidations(columns, place, row)
      : wordValidations(columns, place, { row: row.row, column: 0, rows: 1, columns: 1 }, lists),
  );

/** The columns of the plan's years within `rows`; adjacent columns form one area. */
const yearAreas = (columns: readonly MatrixColumn[], place: Place, rows: Area): Area[] =>
  areasOf(
    columns.filter(({ year }) => year !== undefined).map(({ key }) => key),
    place,
    rows,
  );

function numberValidations(columns: readonly MatrixColumn[], place: Place, asked: AskedRow): Validation[] {
  return yearAreas(columns, place, { row: asked.row, column: 0, rows: 1, columns: 1 }).map((area) =>
    numberValidation(area, asked, place),
  );
}

function numberValidation(area: Area, asked: AskedRow, place: Place): Validation {
  const { text, isQuestion, doubts } = limitOf(asked);
  const [indicator, target, measure] = ["indicator", "target", "measure"].map((key) => {
    const column = place(key);
    return column === undefined ? undefined : cellAddress(area.row, column, { column: true });
  });
  const formula =
    indicator && target && measure
      ? entryFormula(asked, { entry: cellAddress(area.row, area.column), indicator, target, measure })
      : undefined;
  const ifRight = doubts
    ? `与目标相差上百倍的数先不作判断；确实无误的可以保留，并在“备注”列写“${confirmation(asked.measure === "%" ? 0.8 : 1, asked.measure)}”这样的话。`
    : "";
  const said = asked.quote.replace(/\s+/g, " ").trim();
  return {
    area,
    // A rule that cannot read the row's cells only asks and refuses nothing.
    rule: formula ? { kind: "custom", formula } : { kind: "decimal", min: 0 },
    prompt: {
      title: shortened(asked.indicator, hintLimits.title),
      message: shortened([`${text}。`, ...(said === "" ? [] : [`方案原文：${said}`])].join("\n"), hintLimits.message),
    },
    alert: {
      style: isQuestion || !formula ? "warning" : "stop",
      title: "请核对",
      message: shortened(`${text}。${ifRight}文字说明请写在“备注”列。`, hintLimits.message),
    },
  };
}

/**
 * For rows without a promised number. Other text, and a number where somebody has written a target, is let through
 * after a question.
 */
function wordValidations(columns: readonly MatrixColumn[], place: Place, rows: Area, { words }: Lists): Validation[] {
  if (!words) return [];
  return yearAreas(columns, place, rows).map((area) => ({
    area,
    rule: { kind: "list", source: `=${areaAddress(words)}` },
    prompt: { title: "选择完成情况", message: "方案没有提出数量。请从下拉列表中选择，依据写在“佐证材料”列。" },
    alert: {
      style: "warning",
      title: "不在列表中",
      message: `没有目标的任务填${qualityWords.map((word) => `“${word}”`).join("、")}之一；本行如有目标，请填数字。`,
    },
  }));
}

/** 评估方式 offers the plan's ways of checking. Several may apply at once, so any text is let through. */
export function methodValidations(place: Place, rows: Area, { methods }: Lists): Validation[] {
  if (!methods) return [];
  return areasOf(["method"], place, rows).map((area) => ({
    area,
    rule: { kind: "list", source: `=${areaAddress(methods)}` },
    prompt: { title: "评估方式", message: "可从下拉列表中选择；几种方式并用的，直接填写，用“、”隔开。" },
    alert: {
      style: "information",
      title: "不在列表中",
      message: "列表中没有这一项。几种方式并用或另有方式的，可以保留所填内容。",
    },
  }));
}

/** The 评估年度 cell takes a year from the hidden list. */
export const yearValidation = (area: Area, list: Area): Validation => ({
  area,
  rule: { kind: "list", source: `=${areaAddress(list)}` },
  prompt: { title: yearName, message: "从下拉列表中选择要评估的年度，状态随之重算。" },
  alert: { style: "stop", title: yearName, message: "请从下拉列表中选择方案所涉及的年度。" },
});

/** The 截至 cell takes a month from the list. */
export const asOfValidation = (area: Area): Validation => ({
  area,
  // An inline list, since no item contains a comma; a range would need twelve adjacent cells that no sync moves.
  rule: { kind: "list", source: asOfChoices.join(",") },
  prompt: { title: asOfName, message: "从下拉列表中选择月份：时限和序时进度按该月月底判断。年终评估选“截至12月”。" },
  alert: { style: "stop", title: asOfName, message: "请从下拉列表中选择月份。" },
});

const headerNotes: Readonly<Record<string, string>> = {
  target: `“约”达到目标的 ${100 - approximately * 100}% 即达标；区间达到下限即达标；百分数只填数字部分。`,
  deadline: "方案原文的时限；隐藏的“时限日”列是其最后一天，▲逾期按它判断。",
  status: statusKeys.map((key) => `${statusText(key)}：${statuses[key].brief}`).join("；"),
  progress: "写做了什么、做到哪一步；随填报表和自查报告一起用。",
};

/**
 * Hints that a header shows when it is selected: a unit's full name, or how to read the column.
 * @param names `always`: also where a unit's header is its full name, so that no outdated hint stays
 */
export function headerHints(
  columns: readonly MatrixColumn[],
  place: Place,
  row: number,
  names: "shortened" | "always" = "shortened",
): Validation[] {
  return columns.flatMap(({ key, header, name }) => {
    const column = place(key);
    const message = name === undefined ? headerNotes[key] : name === header && names === "shortened" ? undefined : name;
    return column === undefined || message === undefined
      ? []
      : [headerHint({ row, column, rows: 1, columns: 1 }, header, message)];
  });
}

const headerHint = (area: Area, title: string, message: string): Validation => ({
  area,
  rule: { kind: "custom", formula: "=TRUE" },
  prompt: { title: shortened(title, hintLimits.title), message: shortened(message, hintLimits.message) },
  alert: { style: "information", title: shortened(title, hintLimits.title), message: "" },
});
