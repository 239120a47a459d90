import { matrixSheetName, matrixTableName } from "../matrix/build";
import { locateMatrix, type LocatedMatrix, type SheetReading } from "../matrix/locate";
import type { CellValue } from "../matrix/sheet";
import type { Plan } from "../plan/model";
import { parseStore, queueStoreIds, type StoreReading } from "./store";

/** What the workbook holds of ours. */
export interface WorkbookState {
  /** The sheet, under whatever name it has now; undefined where there is none. */
  sheet?: Excel.Worksheet;
  sheetName?: string;
  /** The sheet's cells; absent when it is empty. */
  reading?: SheetReading;
  /** Our table, where there still is one. */
  hasTable: boolean;
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
  const table = workbook.tables.getItemOrNullObject(matrixTableName);
  table.load("name");
  const year = workbook.names.getItemOrNullObject(yearName);
  year.load("name");
  const parts = queueStoreIds(context);
  await context.sync();

  const state: WorkbookState = { hasTable: !table.isNullObject, hasYearName: !year.isNullObject, parts: parts.items, store: { kind: "absent" } };
  const renamed = byName.isNullObject && !table.isNullObject;
  if (!renamed && parts.items.length === 0) return found(state, byName, used);

  const texts = parts.items.map((part) => part.getXml());
  const sheet = renamed ? table.worksheet : byName;
  const cells = renamed ? sheet.getUsedRangeOrNullObject(true) : used;
  if (renamed) {
    sheet.load("name");
    cells.load("values,formulas,rowIndex,columnIndex");
  }
  await context.sync();
  const readings = texts.map((text) => parseStore(text.value));
  const store = readings.filter(({ kind }) => kind === "read").pop() ?? readings[0];
  return found({ ...state, ...(store ? { store } : {}) }, sheet, cells);
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

/** The matrix in what was read, with the unit names of all plans at hand. */
export function locateIn(state: WorkbookState, ...plans: (Plan | undefined)[]): LocatedMatrix | undefined {
  if (!state.reading) return undefined;
  const known = plans.filter((plan) => plan !== undefined);
  return locateMatrix(state.reading, {
    units: known.flatMap(({ units }) => units.map(({ name }) => name)),
    groups: known.flatMap(({ groups }) => groups.map(({ name }) => name)),
  });
}

/** The plan that the workbook's store holds. */
export const storedPlan = ({ store }: WorkbookState): Plan | undefined => (store.kind === "read" ? store.stored.plan : undefined);
