import { yearResults, type YearResults } from "../../../src/assessment/year-results";
import type { Detail } from "../../../src/assessment/details";
import type { LocatedMatrix } from "../../../src/matrix/locate";
import type { CellValue } from "../../../src/matrix/sheet";
import type { Plan } from "../../../src/plan/model";
import { runToEnd } from "../../../src/plan/pausable";
import { rowNamed, sheetOf } from "../../sync/sheets";

export const year = 2023;

/** A plan's sheet with what is typed for `year`, by indicator or task. */
export const typedSheet = (of: Plan, typed: Readonly<Record<string, CellValue>> = {}): LocatedMatrix =>
  sheetOf(of, (sheet) => {
    for (const [name, value] of Object.entries(typed)) rowNamed(sheet, name).cells[`actual:${year}`] = value;
  });

export const resultsOf = (
  of: Plan,
  held: LocatedMatrix,
  { month = 12, details = [] }: { month?: number; details?: readonly Detail[] } = {},
): YearResults =>
  runToEnd(yearResults({ plan: of, held, details, asOf: { year, month }, reporting: { units: [], missing: [] } }));
