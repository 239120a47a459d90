import { dashboard } from "../../assessment/lists/dashboard";
import { listMark, top, type ListKind } from "../../assessment/lists/page";
import { shortfallHeaders, shortfallList } from "../../assessment/lists/shortfall-list";
import { readList, type HeldList, type ListReading } from "../../assessment/lists/typed";
import { typedInBoard, type BoardReading } from "../../assessment/lists/typed-in-board";
import { unitHeaders, unitsByTasks } from "../../assessment/lists/units-by-tasks";
import type { YearResults } from "../../assessment/year-results";
import type { CellValue, SheetData } from "../../matrix/sheet";
import { sentence } from "../../plan/sentence";
import { ExcelFailure, protectedSheet } from "../failure";
import { notice } from "../notices";
import { runWithPauses } from "../pause";
import { filtersKnown, isFiltered, tablesPath } from "../filters";
import { finishSheet } from "../page-setup";
import { sendParts, writingInExcel, type RequestPart } from "../session";
import { dashboardSheetName, shortfallSheetName, unitsSheetName } from "../sheet-names";
import { sheetNamed } from "../first-request";
import { replaceParts, sheetParts } from "../write-sheet";
import { readAssessmentData, type AssessmentData } from "./assessment-data";
import { resultsWithOverview } from "./results-and-overview";

export type { ListKind };

/**
 * Each list's sheet and table. A list is recognised by its table or by the mark in its first cell, whatever its sheet
 * is called.
 */
const places: Readonly<Record<ListKind, { sheet: string; table?: string; headers?: readonly string[] }>> = {
  shortfalls: { sheet: shortfallSheetName, table: "未达标清单表", headers: shortfallHeaders },
  units: { sheet: unitsSheetName, table: "单位对照表", headers: unitHeaders },
  dashboard: { sheet: dashboardSheetName },
};

export interface ListReport {
  /** The list's sheet, for `goToSheet`. */
  sheet: string;
  year: number;
  created: boolean;
  /** 未达标清单: rows that fall short, and rows kept because people have typed in them. */
  short?: number;
  kept?: number;
}

/**
 * Makes a list from what the workbook holds now, or makes it again and keeps what people have typed in it. Three round
 * trips, one more if its sheet was renamed.
 * @param year 评估年度; the sheet's own if absent
 * @throws ExcelFailure `NoMatrix`, `ForeignSheet`, `AccessDenied`
 */
export function makeList(kind: ListKind, year?: number): Promise<ListReport> {
  return writingInExcel(async (context) => {
    const queued = queueListSheet(context, kind);
    const data = await readAssessmentData(context);
    await filtersKnown(context, queued.tables.items);
    const listSheet = await listSheetFound(context, kind, queued);
    if (listSheet.sheet && listSheet.isProtected) throw protectedSheet();
    const { results } = await runWithPauses(resultsWithOverview(data, year));
    const made = layOut(kind, data, results, listSheet);
    const fresh = listSheet.sheet === undefined;
    const sheet = (listSheet.sheet ??= context.workbook.worksheets.add(places[kind].sheet));
    await sendParts(context, writes(context, data, { ...listSheet, sheet }, made.data));
    await finishSheet(context, sheet, made.data.page, () => {
      sheet.activate();
      // Where Excel begins, in the hidden first cell, the formula bar would show our mark.
      if (fresh) sheet.getRangeByIndexes(top.title, 1, 1, 1).select();
    });
    if (made.moved)
      notice(
        sentence(
          "看板的格子里有 {{count}} 处是手工填的，已原样移到看板下方，没有丢失。数由公式算，请填在责任矩阵里。",
          {
            count: made.moved,
          },
        ),
      );
    return { sheet: listSheet.name, year: results.year, created: fresh, ...made.told };
  });
}

interface ListSheet {
  sheet?: Excel.Worksheet;
  name: string;
  isProtected: boolean;
  /** Absent if the sheet is empty. */
  reading?: ListReading & Required<BoardReading>;
  tables: Excel.Table[];
}

interface QueuedListSheet {
  sheet: Excel.Worksheet;
  used: Excel.Range;
  tables: Excel.TableCollection;
}

function queueSheet(sheet: Excel.Worksheet): Pick<QueuedListSheet, "sheet" | "used"> {
  sheet.load("name,protection/protected");
  const used = sheet.getUsedRangeOrNullObject(true);
  // The board's counts are formulas: a cell that holds none has been typed over.
  used.load("values,formulas,numberFormat,rowIndex,columnIndex");
  return { sheet, used };
}

function queueListSheet(context: Excel.RequestContext, kind: ListKind): QueuedListSheet {
  const { tables } = context.workbook;
  tables.load(tablesPath());
  return { ...queueSheet(sheetNamed(context, places[kind].sheet)), tables };
}

/** @throws ExcelFailure `ForeignSheet` if a sheet of that name was not made by the add-in */
async function listSheetFound(
  context: Excel.RequestContext,
  kind: ListKind,
  queued: QueuedListSheet,
): Promise<ListSheet> {
  const { sheet: name, table } = places[kind];
  const ours = queued.tables.items.find((one) => one.name === table)?.worksheet;
  const renamed = ours && (queued.sheet.isNullObject || ours.name !== queued.sheet.name) ? queueSheet(ours) : undefined;
  if (renamed) await context.sync();
  const { sheet, used } = renamed ?? queued;
  if (sheet.isNullObject) return { name, isProtected: false, tables: [] };
  const listSheet: ListSheet = {
    sheet,
    name: sheet.name,
    isProtected: sheet.protection.protected,
    tables: queued.tables.items.filter(({ worksheet }) => worksheet.name === sheet.name),
  };
  if (used.isNullObject) return listSheet;
  const reading = {
    top: used.rowIndex,
    left: used.columnIndex,
    values: used.values as CellValue[][],
    formats: used.numberFormat as string[][],
    formulas: used.formulas as CellValue[][],
  };
  const isOurs =
    ours !== undefined || reading.values.some((row) => row.some((cell) => String(cell).startsWith(listMark(kind))));
  if (!isOurs) throw foreignSheet(sheet.name);
  return { ...listSheet, reading };
}

const foreignSheet = (name: string): ExcelFailure => new ExcelFailure("ForeignSheet.list", { sheet: name });

function typedInList(kind: ListKind, { reading, name }: ListSheet): HeldList | undefined {
  const matrix = reading && readList(reading, places[kind].headers!);
  if (reading && !matrix) throw foreignSheet(name);
  return matrix;
}

interface Made {
  data: SheetData;
  told: Pick<ListReport, "short" | "kept">;
  /** 看板: how many cells that people have typed within it go below it. */
  moved?: number;
}

function layOut(kind: ListKind, data: AssessmentData, results: YearResults, listSheet: ListSheet): Made {
  const { state, matrix, plan } = data;
  if (kind === "shortfalls") {
    const { sheet, short, kept } = shortfallList(
      results,
      places.shortfalls.table!,
      listSheet.name,
      typedInList(kind, listSheet),
    );
    return { data: sheet, told: { short, kept } };
  }
  if (kind === "units")
    return {
      data: unitsByTasks(results, plan, matrix, places.units.table!, listSheet.name, typedInList(kind, listSheet)),
      told: {},
    };
  // The sheet's formulas judge by its own 评估年度.
  const isLive = results.year === matrix.year && state.hasYearName;
  const typed = listSheet.reading && typedInBoard(listSheet.reading);
  return {
    data: dashboard(
      results,
      listSheet.name,
      isLive ? { sheet: state.sheetName!, columns: matrix.columns, hasAsOf: matrix.month !== undefined } : undefined,
      typed,
    ),
    told: {},
    moved: typed?.inside.length ?? 0,
  };
}

function writes(
  context: Excel.RequestContext,
  { state }: AssessmentData,
  { sheet, reading, tables }: ListSheet & { sheet: Excel.Worksheet },
  data: SheetData,
): RequestPart[] {
  const prepare = (): void => {
    for (const table of tables) {
      if (isFiltered(table)) table.clearFilters();
      table.convertToRange();
    }
    const all = sheet.getRange();
    all.conditionalFormats.clearAll();
    all.dataValidation.clear();
    // Rows move, and their former formats must not stay behind.
    all.clear("Formats");
  };
  if (!reading) return sheetParts(context, sheet, data);
  const [rows, columns] = [reading.top + reading.values.length, reading.left + reading.values[0]!.length];
  return replaceParts(
    context,
    { sheet, rows, columns, ...(state.staging ? { staging: state.staging } : {}), prepare },
    data,
  );
}
