import type ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { extentOf } from "../../assessment/breakdown";
import { formatFormKey } from "../../assessment/form-key";
import { notAsked, type FormRow, type UnitForm } from "../../assessment/forms";
import { thresholdOf } from "../../assessment/limits";
import { columnLetters } from "../../matrix/address";
import { columnMark } from "../../matrix/columns";
import { confirmation, type DoubtBounds } from "../../matrix/doubts";
import { unlessDoubtful } from "../../matrix/entry-formula";
import { limitOf, qualityWords, type Limit } from "../../matrix/limits";
import { wholeYear } from "../../matrix/as-of";
import { colours, fonts } from "../../matrix/look";
import { hintLimits, shortened } from "../../matrix/sheet";
import { blockTitles, footerStart, formColumns, formSheetName, formTitle, shownYears, type FormColumn } from "./layout";

const argb = (colour: string): { argb: string } => ({ argb: `FF${colour.slice(1)}` });
const fill = (colour: string): ExcelJS.Fill => ({ type: "pattern", pattern: "solid", fgColor: argb(colour) });
const thin: Partial<ExcelJS.Border> = { style: "thin", color: argb(colours.rule) };
const box: Partial<ExcelJS.Borders> = { top: thin, bottom: thin, left: thin, right: thin };

/** A title row, a line for each thing, and the hidden row of column keys above them. */
const rowOf = { keys: 1, title: 2, unit: 3, advice: 4, header: 5 } as const;

/** The bytes of one unit's form: locked but for the cells to fill in, without a password; A4, to be signed. */
export async function formFile(form: UnitForm): Promise<Uint8Array> {
  const { default: Library } = await import("exceljs");
  const file = new Library.Workbook();
  file.creator = "责任矩阵";
  file.created = file.modified = new Date(form.made);
  await addForm(file, form);
  return finished(new Uint8Array(await file.xlsx.writeBuffer()));
}

/** What ExcelJS writes otherwise than it should be, put right in the finished file. */
function finished(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file);
  const changed = Object.entries(mends).map(([path, mend]) => [path, strToU8(mend(strFromU8(parts[path]!)))] as const);
  return zipSync({ ...parts, ...Object.fromEntries(changed) });
}

const mends: Readonly<Record<string, (xml: string) => string>> = {
  "xl/worksheets/sheet1.xml": growing,
  "xl/styles.xml": inOrder,
  "xl/sharedStrings.xml": writable,
};

/** ExcelJS leaves out what XML does not take, but for these two. */
function writable(texts: string): string {
  return texts.replace(/[\ufffe\uffff]/g, "");
}

/**
 * ExcelJS writes every height as one that somebody has set, and such a row does not grow with what is typed into it:
 * what was done would be cut off, on the screen and in print. The height stays; the row may grow.
 */
function growing(sheet: string): string {
  return sheet.replace(/<row r="(\d+)"[^>]*>/g, (row, at: string) =>
    Number(at) > rowOf.header ? row.replace(' customHeight="1"', "") : row,
  );
}

/** What a font says, in the order that the format's schema wants; ExcelJS has the colour first. */
const fontOrder = [
  "b",
  "i",
  "strike",
  "condense",
  "extend",
  "outline",
  "shadow",
  "u",
  "vertAlign",
  "sz",
  "color",
  "name",
  "family",
  "charset",
  "scheme",
];

function inOrder(styles: string): string {
  return styles.replace(/(<font>)(.*?)(<\/font>)/g, (_, start: string, inner: string, end: string) => {
    const placed = (inner.match(/<[^>]+\/>/g) ?? []).map((xml) => ({
      xml,
      place: fontOrder.indexOf(/\w+/.exec(xml)![0]),
    }));
    return (
      start +
      placed
        .sort((one, other) => one.place - other.place)
        .map(({ xml }) => xml)
        .join("") +
      end
    );
  });
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
  addHead(sheet, form, columns);
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
  addFoot(sheet, at + 1, columns);
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

function addHead(sheet: ExcelJS.Worksheet, form: UnitForm, columns: readonly FormColumn[]): void {
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
    ...Object.fromEntries(years.map((year, index) => [`actual:${year}`, row.earlier[index + shift] ?? ""])),
    ...(row.asks === "nothing" ? { entry: notAsked } : {}),
  };
  columns.forEach(({ key }, index) => {
    const cell = sheet.getCell(at, index + 1);
    const value = contents[key];
    // As text, whatever it begins with: ExcelJS writes a formula only for an object that says so.
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
    sheet.getCell(at, place("entry")).dataValidation = validation(row, `${columnLetters(place("entry") - 1)}${at}`);
  if (row.asks === "number") markShort(sheet, at, form, row, place, years);
}

/** Columns of words, open in every row: whoever helps has something to tell of it too. */
const openColumns: readonly string[] = ["progress", "evidence", "explanation"];

/** Points: lines that the longest text needs in its column, at two characters of the default font a Chinese one. */
function heightOf(row: FormRow, columns: readonly FormColumn[]): number {
  const texts = (["task", "indicator", "deadline", "persons"] as const).flatMap((key) =>
    columns.flatMap(({ key: at, width }) =>
      at === key ? [Math.ceil([...row[key]].length / Math.max(1, Math.floor(width / 2) - 1))] : [],
    ),
  );
  const lines = Math.max(...texts, 1);
  return Math.min(200, Math.max(24, lines * 13.5 + 6));
}

function validation(row: FormRow, entry: string): ExcelJS.DataValidation {
  const said = row.quote === "" ? "" : `方案原文：${row.quote}`;
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
      prompt: shortened(said || "从下拉列表中选择，并在“佐证材料”中写明依据。", hintLimits.message),
    };
  }
  const limit = limitOf(row);
  const bounds = limit.doubts
    ? { type: "custom" as const, formulae: [entryRight(limit, limit.doubts, entry)] }
    : boundsOf(limit);
  const ifRight = limit.doubts
    ? `确实无误的可以保留，并在“说明”列写“${confirmation(row.measure === "%" ? 0.8 : 1, row.measure)}”这样的话。`
    : "";
  return {
    ...shown,
    ...bounds,
    errorStyle: limit.isQuestion ? "warning" : "stop",
    errorTitle: "请核对",
    error: shortened(`${limit.text}。${ifRight}文字说明请写在“说明”列。`, hintLimits.message),
    promptTitle: shortened(
      `${row.isPart ? "填本单位完成的数" : "填完成数"}${row.measure === "" ? "" : `，单位：${row.measure}`}`,
      hintLimits.title,
    ),
    prompt: shortened([`${limit.text}。`, said].filter(Boolean).join("\n"), hintLimits.message),
  };
}

function entryRight({ kind, min, max }: Limit, doubts: DoubtBounds, entry: string): string {
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

/** Where the number falls short, the explanation is asked for in red. */
function markShort(
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
  const first = years[0] === undefined ? entry : `$${columnLetters(place(`actual:${years[0]}`) - 1)}${at}`;
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

function addFoot(sheet: ExcelJS.Worksheet, at: number, columns: readonly FormColumn[]): void {
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
