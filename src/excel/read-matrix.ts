import { matrixSheetName, matrixTableName } from "../matrix/build";
import { locateMatrix, type LocatedMatrix, type SheetReading } from "../matrix/locate";
import type { CellValue } from "../matrix/sheet";
import type { Plan } from "../plan/model";
import { stagingName } from "./write-sheet";
import { latestOf, queueStoreIds, type StoreReading } from "./store";

/** What the workbook holds of ours. */
export interface WorkbookState {
  /** The sheet, under whatever name it has now; undefined where there is none. */
  sheet?: Excel.Worksheet;
  sheetName?: string;
  /** The sheet's cells; absent when it is empty. */
  reading?: SheetReading;
  /** Our table is there under its name; it is made last, so then the sheet is complete. */
  hasTable: boolean;
  /** The sheet's tables, ours among them. */
  tables: Excel.Table[];
  /** What a run that broke off has left. */
  staging?: Excel.Worksheet;
  hasYearName: boolean;
  /** Custom XML parts of ours. */
  parts: Excel.CustomXmlPart[];
  store: StoreReading;
}

/**
 * Reads sheet and store. One round trip where the sheet has its name and the store is absent; one more to get the
 * store's text, and for a renamed sheet.
 */
export async function readWorkbook(context: Excel.RequestContext, yearName: string): Promise<WorkbookState> {
  const { workbook } = context;
  const byName = workbook.worksheets.getItemOrNullObject(matrixSheetName);
  byName.load("name");
  const used = byName.getUsedRangeOrNullObject(true);
  used.load("values,formulas,rowIndex,columnIndex");
  const tables = workbook.tables;
  tables.load("items/name,items/worksheet/name");
  const staging = workbook.worksheets.getItemOrNullObject(stagingName);
  staging.load("name");
  const year = workbook.names.getItemOrNullObject(yearName);
  year.load("name");
  const parts = queueStoreIds(context);
  await context.sync();

  const ours = tables.items.find(({ name }) => name === matrixTableName)?.worksheet;
  const renamed = byName.isNullObject && ours !== undefined;
  const sheetName = renamed ? ours.name : matrixSheetName;
  const state: WorkbookState = {
    hasTable: ours?.name === sheetName,
    tables: tables.items.filter(({ worksheet }) => worksheet.name === sheetName),
    ...(staging.isNullObject ? {} : { staging }),
    hasYearName: !year.isNullObject,
    parts: parts.items,
    store: { kind: "absent" },
  };
  if (!renamed && parts.items.length === 0) return found(state, byName, used);

  const texts = parts.items.map((part) => part.getXml());
  const sheet = renamed ? ours : byName;
  const cells = renamed ? sheet.getUsedRangeOrNullObject(true) : used;
  if (renamed) {
    sheet.load("name");
    cells.load("values,formulas,rowIndex,columnIndex");
  }
  await context.sync();
  return found({ ...state, store: latestOf(texts.map((text) => text.value)) }, sheet, cells);
}

function found(state: WorkbookState, sheet: Excel.Worksheet, used: Excel.Range): WorkbookState {
  if (sheet.isNullObject) return state;
  const named = { ...state, sheet, sheetName: sheet.name };
  if (used.isNullObject) return named;
  const reading: SheetReading = {
    top: used.rowIndex,
    left: used.columnIndex,
    values: used.values as CellValue[][],
    formulas: used.formulas as CellValue[][],
  };
  return { ...named, reading };
}

/** The matrix in what was read; first of `plans` the one that the sheet was made from, where it is known. */
export function locateIn(state: WorkbookState, ...plans: (Plan | undefined)[]): LocatedMatrix | undefined {
  return state.reading && locateMatrix(state.reading, plans.filter((plan) => plan !== undefined));
}

/** The plan that the workbook's store holds. */
export const storedPlan = ({ store }: WorkbookState): Plan | undefined => (store.kind === "read" ? store.stored.plan : undefined);
