import type { Plan } from "../plan/model";
import { areaAddress, cellAddress } from "./address";
import { matrixColumns, planYears, type MatrixColumn } from "./columns";
import { currentFormula, ratioFormula, statusFormula, yearName, type FormulaCells } from "./formulas";
import * as look from "./look";
import { cellsOf, marks, matrixRows, type MatrixRow, type RowOptions } from "./rows";
import type { Area, CellValue, ConditionalFormat, FilledFormula, SheetData, StyledArea, Validation } from "./sheet";
import { approximately, shortfallMark, statuses, statusKeys, statusText } from "./statuses";

/** The sheet on which people work, and its table. */
export const matrixSheetName = "责任矩阵";
export const matrixTableName = "责任矩阵表";

/** Zero-based rows of the title block; the table's header follows it and nothing comes below the table. */
export const titleRows = { title: 0, source: 1, year: 2, legend: 3, statuses: 4, years: 5, header: 6 } as const;

export interface Matrix {
  sheet: SheetData;
  columns: MatrixColumn[];
  rows: MatrixRow[];
}

export interface MatrixOptions extends RowOptions {
  /** 评估年度; the plan's last year where it is absent or outside the plan. */
  year?: number;
}

/** The responsibility matrix of a plan, as a fresh sheet (DESIGN §4). */
export function buildMatrix(plan: Plan, options: MatrixOptions = {}): Matrix {
  const columns = matrixColumns(plan);
  const rows = matrixRows(plan, options);
  return { sheet: layOut(plan, columns, rows, assessmentYear(plan, options.year)), columns, rows };
}

function assessmentYear({ years: [first, last] }: Plan, wanted: number | undefined): number {
  return wanted !== undefined && wanted >= first && wanted <= last ? wanted : last;
}

const at = (columns: readonly MatrixColumn[], key: string): number => columns.findIndex((column) => column.key === key);

function layOut(plan: Plan, columns: MatrixColumn[], rows: MatrixRow[], year: number): SheetData {
  const width = columns.length;
  const blank = (): CellValue[] => Array.from({ length: width }, () => "");
  const cells: CellValue[][] = Array.from({ length: titleRows.header }, blank);
  const put = (row: number, key: string, value: CellValue): void => void (cells[row]![at(columns, key)] = value);
  put(titleRows.title, "number", `${plan.title}责任矩阵`);
  put(titleRows.source, "number", sourceLine(plan));
  put(titleRows.year, "section", yearName);
  put(titleRows.year, "task", year);
  put(titleRows.legend, "number", legend);
  put(titleRows.statuses, "number", statusLegend());
  columns.forEach((column, index) => {
    if (column.year !== undefined) cells[titleRows.years]![index] = column.year;
  });
  cells.push(columns.map(({ header }) => header));
  for (const row of rows) cells.push(cellsOf(row, columns));

  const first = titleRows.header + 1;
  const body: Area = { row: first, column: 0, rows: Math.max(1, rows.length), columns: width };
  if (rows.length === 0) cells.push(blank());
  return {
    name: matrixSheetName,
    tabColor: look.colours.tab,
    cells,
    formulas: [{ row: titleRows.year, column: at(columns, "indicator"), formula: summaryFormula(columns, body) }],
    filledFormulas: filledFormulas(plan, columns, body),
    styles: styles(columns, body),
    columnWidths: columns.map((column) => column.width),
    rowHeights: [30, 15, 22, 14, 14, 15, headerHeight(columns), ...Array.from({ length: body.rows }, () => undefined)],
    hiddenColumns: [at(columns, "key")],
    hiddenRows: [titleRows.years],
    table: { name: matrixTableName, area: { row: titleRows.header, column: 0, rows: body.rows + 1, columns: width }, style: "TableStyleLight1" },
    names: [{ name: yearName, area: { row: titleRows.year, column: at(columns, "task"), rows: 1, columns: 1 } }],
    conditionalFormats: conditionalFormats(columns, body),
    validations: validations(columns, body),
    hideGridlines: true,
    freeze: { rows: titleRows.header + 1, columns: at(columns, "indicator") },
    page: {
      paper: "a3",
      orientation: "landscape",
      pagesWide: 1,
      titleRows: [titleRows.header, titleRows.header],
      footerLeft: "&9&A",
      footerCenter: "&9第 &P 页，共 &N 页",
      footerRight: "&9&D",
      margins: { top: 42, bottom: 42, left: 28, right: 28, header: 20, footer: 20 },
    },
  };
}

function sourceLine({ docNumber, issuer, issued, tasks, units, indicators }: Plan): string {
  const date = issued?.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");
  return [issuer, docNumber, date, `任务 ${tasks.length} 项`, `单位 ${units.length} 个`, `指标 ${indicators.length} 项`].filter(Boolean).join("　");
}

const legend = `图例：${marks.lead} 牵头　${marks.responsible} 责任　${marks.expanded} 集合称谓展开　｜　${shortfallMark} 为未完成项　｜　“约”允许上下 ${approximately * 100}%，区间达到下限即达标，百分数只填数字部分`;

const statusLegend = (): string => `状态：${statusKeys.map((key) => `${statusText(key)}＝${statuses[key].explanation}`).join("；")}`;

/** Counts by status, beside the assessment year. */
function summaryFormula(columns: MatrixColumn[], body: Area): string {
  const status = areaAddress({ ...body, column: at(columns, "status"), columns: 1 });
  const counted = statusKeys.filter((key) => key !== "unquantified");
  return `=${counted.map((key) => `"${statusText(key)} "&COUNTIF(${status},"${statusText(key)}")`).join('&"　"&')}`;
}

function filledFormulas(plan: Plan, columns: MatrixColumn[], body: Area): FilledFormula[] {
  const cell = (key: string): string => cellAddress(body.row, at(columns, key));
  const cells: FormulaCells = {
    indicator: cell("indicator"),
    period: cell("period"),
    target: cell("target"),
    measure: cell("measure"),
    current: cell("current"),
    actuals: planYears(plan.years).map((year) => ({ year, cell: cellAddress(body.row, columns.findIndex((column) => column.year === year)) })),
  };
  const fill = (key: string, formula: string): FilledFormula => ({ area: { ...body, column: at(columns, key), columns: 1 }, formula });
  return [fill("current", currentFormula(cells)), fill("ratio", ratioFormula(cells)), fill("status", statusFormula(cells, plan.years))];
}

/** Points from one upright character of the header to the next. */
const uprightCharacter = 12.8;

/** Tall enough for the longest unit name, one character under the other. */
function headerHeight(columns: MatrixColumn[]): number {
  const longest = Math.max(4, ...columns.filter(({ kind }) => kind === "unit").map(({ header }) => [...header].length));
  return Math.min(400, 14 + longest * uprightCharacter);
}

function styles(columns: MatrixColumn[], body: Area): StyledArea[] {
  const block = (keys: string[]): Area => ({ ...body, column: at(columns, keys[0]!), columns: keys.length });
  const typed = columns.map((column, index) => ({ column, index })).filter(({ column }) => column.year !== undefined);
  const unitColumns = columns.filter(({ kind }) => kind === "unit").length;
  const firstUnit = columns.length - unitColumns;
  const headerArea: Area = { row: titleRows.header, column: 0, rows: 1, columns: columns.length };
  const found: StyledArea[] = [
    { area: { row: titleRows.title, column: 1, rows: 1, columns: 1 }, style: look.title },
    { area: { row: titleRows.source, column: 1, rows: 4, columns: columns.length - 1 }, style: look.note },
    { area: { row: titleRows.year, column: at(columns, "section"), rows: 1, columns: 1 }, style: { horizontal: "right", bold: true } },
    { area: { row: titleRows.year, column: at(columns, "task"), rows: 1, columns: 1 }, style: look.input },
    { area: body, style: look.body },
    // Wrapped, the hidden keys would make every row tall.
    { area: { ...body, column: at(columns, "key"), columns: 1 }, style: { wrap: false } },
    { area: headerArea, style: look.header },
    { area: { ...body, column: at(columns, "period"), columns: at(columns, "status") - at(columns, "period") + 1 }, style: { horizontal: "center" } },
    { area: { ...body, column: typed[0]!.index, columns: typed.length }, style: { fill: look.colours.input, unlocked: true } },
    { area: block(["current", "ratio", "status"]), style: { fill: look.colours.result } },
    { area: block(["ratio"]), style: { numberFormat: "0%" } },
    { area: block(["status"]), style: { bold: true } },
    { area: block(["evidence", "remark"]), style: { unlocked: true } },
  ];
  if (unitColumns > 0) {
    found.push(
      { area: { ...headerArea, column: firstUnit, columns: unitColumns }, style: look.unitHeader },
      { area: { ...body, column: firstUnit, columns: unitColumns }, style: { horizontal: "center", wrap: false } },
    );
  }
  return found;
}

/** Few rules, each reading one text: formats that compare many cells refresh badly (DESIGN §7). */
function conditionalFormats(columns: MatrixColumn[], body: Area): ConditionalFormat[] {
  const { colours } = look;
  const status = cellAddress(body.row, at(columns, "status"), { column: true });
  const is = (key: Parameters<typeof statusText>[0]): string => `${status}="${statusText(key)}"`;
  const work: Area = { ...body, column: at(columns, "indicator"), columns: at(columns, "remark") - at(columns, "indicator") + 1 };
  const statusOnly: Area = { ...body, column: at(columns, "status"), columns: 1 };
  const repeated: Area = { ...body, column: at(columns, "number"), columns: 3 };
  const same = (key: string): string => {
    const column = at(columns, key);
    return `${cellAddress(body.row, column, { column: true })}=${cellAddress(body.row - 1, column, { column: true })}`;
  };
  return [
    { area: work, formula: `=LEFT(${status},1)="${shortfallMark}"`, fill: colours.shortFill, color: colours.shortText },
    { area: statusOnly, formula: `=${is("reached")}`, fill: colours.reachedFill, color: colours.reachedText },
    { area: statusOnly, formula: `=OR(${is("unreadable")},${is("underWay")},${is("onPace")})`, fill: colours.progressFill },
    { area: repeated, formula: `=AND(${same("number")},${same("section")},${same("task")})`, color: colours.muted },
  ];
}

function validations(columns: MatrixColumn[], body: Area): Validation[] {
  const years = columns.map((column, index) => ({ column, index })).filter(({ column }) => column.year !== undefined);
  const list: Area = { row: titleRows.years, column: years[0]!.index, rows: 1, columns: years.length };
  return [
    {
      area: { row: titleRows.year, column: at(columns, "task"), rows: 1, columns: 1 },
      rule: { kind: "list", source: `=${areaAddress(list)}` },
      prompt: { title: yearName, message: "从下拉列表中选择要评估的年度，状态随之重算。" },
      alert: { style: "stop", title: yearName, message: "请从下拉列表中选择方案所涉及的年度。" },
    },
    {
      area: { ...body, column: years[0]!.index, columns: years.length },
      rule: { kind: "decimal", min: 0 },
      prompt: { title: "填实际完成数", message: "只填数字，单位见“计量单位”列；百分数填数字部分（如 95）。" },
      alert: { style: "warning", title: "不是数字", message: "这里应填 0 或正数。文字说明请写在“备注”列。" },
    },
  ];
}
