import type ExcelJS from "exceljs";
import { extentOf } from "../../assessment/breakdown";
import { formatFormKey } from "../../assessment/form-key";
import { notAsked, type FormRow, type UnitForm } from "../../assessment/forms";
import { columnLetters } from "../../matrix/address";
import { wholeYear } from "../../matrix/as-of";
import { actualKey, columnMark } from "../../matrix/columns";
import { colours, fonts } from "../../matrix/look";
import { argb, box, fill } from "./cell-styles";
import { entryValidation, markShortfalls } from "./entry-rules";
import { fixExcelJsOutput } from "./fix-exceljs-output";
import { blockTitles, footerStart, formColumns, formSheetName, formTitle, shownYears, type FormColumn } from "./layout";

/** Row numbers: the hidden row of column keys, the title, a line each for the unit and for advice, the headers. */
const rowOf = { keys: 1, title: 2, unit: 3, advice: 4, header: 5 } as const;

/**
 * Writes one unit's form. The sheet is protected without a password, except for the cells to fill in, and is printed on
 * A4 to be signed.
 * @returns the bytes of an .xlsx file
 */
export async function formFile(form: UnitForm): Promise<Uint8Array> {
  const { default: Library } = await import("exceljs");
  const file = new Library.Workbook();
  file.creator = "责任矩阵";
  file.created = file.modified = new Date(form.made);
  await addForm(file, form);
  return fixExcelJsOutput(new Uint8Array(await file.xlsx.writeBuffer()), rowOf.header);
}

async function addForm(file: ExcelJS.Workbook, form: UnitForm): Promise<void> {
  const columns = formColumns(form);
  const sheet = file.addWorksheet(formSheetName, {
    views: [{ state: "frozen", xSplit: 0, ySplit: rowOf.header, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${rowOf.header}:${rowOf.header}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.55, header: 0.2, footer: 0.25 },
    },
    headerFooter: { oddFooter: `&L&9 ${form.name.replace(/&/g, "&&")}&C&9第 &P 页，共 &N 页&R&9 ${formTitle(form)}` },
  });
  columns.forEach(({ width, key }, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = width;
    if (key === "key") column.hidden = true;
    sheet.getCell(rowOf.keys, index + 1).value = columnMark(key);
  });
  sheet.getRow(rowOf.keys).hidden = true;
  sheet.getRow(rowOf.keys).height = 12;
  addHeader(sheet, form, columns);
  let at = rowOf.header + 1;
  for (const { role, rows } of form.blocks) {
    heading(
      sheet,
      at++,
      columns.length,
      `${blockTitles[role]}（${extentText(rows)}）${rows.every(({ asks }) => asks === "nothing") ? "：数字由牵头单位填报，本单位可填进展情况、佐证材料和说明" : ""}`,
    );
    for (const row of rows) addRow(sheet, at++, form, row, columns);
  }
  addFooter(sheet, at + 1, columns);
  await sheet.protect("", {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    autoFilter: true,
    spinCount: 1,
  });
}

function extentText(rows: readonly FormRow[]): string {
  const { tasks, indicators } = extentOf(rows.map(({ keyText, target }) => ({ key: keyText, target })));
  return [tasks > 0 ? `${tasks} 项任务` : "", indicators > 0 ? `${indicators} 项量化指标` : ""]
    .filter(Boolean)
    .join("，");
}

function line(
  sheet: ExcelJS.Worksheet,
  row: number,
  width: number,
  text: string,
  style: Partial<ExcelJS.Style>,
  height: number,
): void {
  sheet.mergeCells(row, 2, row, width);
  const cell = sheet.getCell(row, 2);
  cell.value = text;
  cell.style = style;
  sheet.getRow(row).height = height;
}

function addHeader(sheet: ExcelJS.Worksheet, form: UnitForm, columns: readonly FormColumn[]): void {
  const width = columns.length;
  const small: Partial<ExcelJS.Style> = {
    font: { name: fonts.body, size: 10, color: argb(colours.ink) },
    alignment: { vertical: "middle", wrapText: true },
  };
  line(
    sheet,
    rowOf.title,
    width,
    formTitle(form),
    { font: { name: fonts.heading, size: 18, bold: true }, alignment: { horizontal: "center", vertical: "middle" } },
    30,
  );
  line(
    sheet,
    rowOf.unit,
    width,
    [`填报单位：${form.name}`, form.deadline === "" ? "" : `报送截止：${form.deadline}`, `依据：${form.plan}`]
      .filter(Boolean)
      .join("　　"),
    { ...small, font: { ...small.font, bold: true } },
    18,
  );
  const groupNote = form.isGroup ? "本表下发给一类单位，请转发各单位分别填写后汇总为一份。" : "";
  line(
    sheet,
    rowOf.advice,
    width,
    `${groupNote}请填黄色单元格：${form.month === wholeYear ? "" : `数字填截至${form.month}月底的完成数；`}数字只填数，不带单位和文字；没有数量要求的，从下拉列表选完成情况；“进展情况”写做了什么，低于目标的在“说明”写明原因。填好后直接保存，原样交回，请不要删除隐藏的列。`,
    small,
    30,
  );
  columns.forEach(({ header }, index) => {
    const cell = sheet.getCell(rowOf.header, index + 1);
    cell.value = header;
    cell.style = {
      font: { name: fonts.heading, size: 10, bold: true, color: argb(colours.headerText) },
      fill: fill(colours.header),
      border: box,
      alignment: { horizontal: "center", vertical: "middle", wrapText: true },
    };
  });
  sheet.getRow(rowOf.header).height = 30;
}

function heading(sheet: ExcelJS.Worksheet, row: number, width: number, text: string): void {
  line(
    sheet,
    row,
    width,
    text,
    {
      font: { name: fonts.heading, size: 11, bold: true, color: argb(colours.headerText) },
      fill: fill(colours.unitHeader),
      border: box,
      alignment: { vertical: "middle" },
    },
    20,
  );
}

function addRow(
  sheet: ExcelJS.Worksheet,
  at: number,
  form: UnitForm,
  row: FormRow,
  columns: readonly FormColumn[],
): void {
  const years = shownYears(form);
  const shift = form.earlierYears.length - years.length;
  const contents: Record<string, string | number | boolean> = {
    key: formatFormKey({ year: form.year, month: form.month, unit: form.name, made: form.made, keyText: row.keyText }),
    number: row.number,
    task: row.task,
    indicator: row.indicator,
    period: row.period,
    target: row.target,
    measure: row.measure,
    deadline: row.deadline,
    persons: row.persons,
    ...Object.fromEntries(years.map((year, index) => [actualKey(year), row.earlier[index + shift] ?? ""])),
    ...(row.asks === "nothing" ? { entry: notAsked } : {}),
  };
  columns.forEach(({ key }, index) => {
    const cell = sheet.getCell(at, index + 1);
    const value = contents[key];
    // Text stays text even if it begins with "=": ExcelJS writes a formula only for an object that declares one.
    if (value !== undefined && value !== "") cell.value = value;
    const isOpen = openColumns.includes(key) || (key === "entry" && row.asks !== "nothing");
    const middle = !["task", "indicator", ...openColumns].includes(key);
    cell.style = {
      font: {
        name: fonts.body,
        size: 10,
        color: argb(key === "entry" && row.asks === "nothing" ? colours.muted : colours.ink),
      },
      border: box,
      alignment: { vertical: "middle", wrapText: key !== "key", ...(middle ? { horizontal: "center" as const } : {}) },
      ...(isOpen ? { fill: fill(colours.input), protection: { locked: false } } : {}),
    };
  });
  sheet.getRow(at).height = heightOf(row, columns);
  const place = (key: string): number => columns.findIndex((column) => column.key === key) + 1;
  if (row.asks !== "nothing")
    sheet.getCell(at, place("entry")).dataValidation = entryValidation(
      row,
      `${columnLetters(place("entry") - 1)}${at}`,
    );
  if (row.asks === "number") markShortfalls(sheet, at, form, row, place, years);
}

/** Text columns, unlocked in every row: a unit that only contributes may have something to report, too. */
const openColumns: readonly string[] = ["progress", "evidence", "explanation"];

/**
 * The row height in points for the longest text: a Chinese character is as wide as two characters of the default font.
 */
function heightOf(row: FormRow, columns: readonly FormColumn[]): number {
  const texts = (["task", "indicator", "deadline", "persons"] as const).flatMap((key) =>
    columns.flatMap(({ key: at, width }) =>
      at === key ? [Math.ceil([...row[key]].length / Math.max(1, Math.floor(width / 2) - 1))] : [],
    ),
  );
  const lines = Math.max(...texts, 1);
  return Math.min(200, Math.max(24, lines * 13.5 + 6));
}

function addFooter(sheet: ExcelJS.Worksheet, at: number, columns: readonly FormColumn[]): void {
  const style: Partial<ExcelJS.Style> = {
    font: { name: fonts.body, size: 10 },
    alignment: { vertical: "middle" },
    protection: { locked: false },
  };
  line(
    sheet,
    at,
    columns.length,
    `${footerStart}　　　　　　　　联系电话：　　　　　　　　　　　审核人：　　　　　　　　填报日期：　　　年　　月　　日`,
    style,
    24,
  );
}
