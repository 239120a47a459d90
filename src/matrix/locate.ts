import type { Plan } from "../plan/model";
import { actualKey, fixedColumns, markColumns } from "./columns";
import { yearName } from "./formulas";
import { parseRowKey, type RowKey } from "./row-key";
import type { CellValue } from "./sheet";

/** A sheet as read: its used range, with where it begins (zero-based). */
export interface SheetReading {
  top: number;
  left: number;
  values: CellValue[][];
  /** Formulas with their `=`, plain values elsewhere. */
  formulas: CellValue[][];
}

export interface LocatedRow {
  /** Zero-based row of the sheet. */
  row: number;
  /** Absent for a row that the user wrote. */
  key?: RowKey;
  keyText: string;
  /** By column key; user columns under `user:` and their header. */
  cells: Record<string, CellValue>;
  /** Only cells that hold a formula. */
  formulas: Record<string, string>;
}

/** The matrix in a sheet that people have worked on: found by headers and keys, never by position (DESIGN §4). */
export interface LocatedMatrix {
  headerRow: number;
  /** Column key → zero-based column of the sheet. */
  columns: Map<string, number>;
  rows: LocatedRow[];
  /** What the 评估年度 cell holds. */
  year?: number;
}

export const userKey = (header: string): string => `user:${header}`;

const fixedHeaders = new Map(fixedColumns.map(({ header, key }) => [header, key]));

/** How many of the fixed headers a row must show to be taken as the table's header. */
const enoughHeaders = 5;

const text = (value: CellValue | undefined): string => String(value ?? "").trim();

/**
 * Finds the matrix in a sheet.
 * @param plans those at hand, so that their units' columns are told from the user's own; first the one that the sheet was made from
 * @returns undefined where the sheet holds no matrix
 */
export function locateMatrix(reading: SheetReading, plans: readonly Pick<Plan, "units" | "groups">[]): LocatedMatrix | undefined {
  const headerIndex = reading.values.findIndex((row) => row.filter((cell) => fixedHeaders.has(text(cell))).length >= enoughHeaders);
  if (headerIndex < 0) return undefined;
  const marks = new Map([...plans].reverse().flatMap((plan) => markColumns(plan).map(({ header, key }) => [header, key])));
  const columns = new Map<string, number>();
  const keys = reading.values[headerIndex]!.map((cell, index) => {
    const header = text(cell) || madeUpHeader(reading.values.slice(headerIndex + 1), index);
    if (header === undefined) return undefined;
    const key = keyOfHeader(header, marks);
    const unique = columns.has(key) ? userKey(`${header}#${index}`) : key;
    columns.set(unique, reading.left + index);
    return unique;
  });
  const rows: LocatedRow[] = [];
  for (let index = headerIndex + 1; index < reading.values.length; index++) {
    const cells: Record<string, CellValue> = {};
    const formulas: Record<string, string> = {};
    keys.forEach((key, column) => {
      if (key === undefined) return;
      cells[key] = reading.values[index]![column]!;
      const formula = reading.formulas[index]![column];
      if (typeof formula === "string" && formula.startsWith("=") && formula !== cells[key]) formulas[key] = formula;
    });
    if (Object.values(cells).every((value) => value === "")) continue;
    const keyText = text(cells.key);
    const key = parseRowKey(keyText);
    rows.push({ row: reading.top + index, ...(key ? { key } : {}), keyText, cells, formulas });
  }
  const year = yearAbove(reading.values.slice(0, headerIndex));
  return { headerRow: reading.top + headerIndex, columns, rows, ...(year === undefined ? {} : { year }) };
}

/** People type beside the table without giving the column a header. */
const madeUpHeader = (below: CellValue[][], column: number): string | undefined =>
  below.some((row) => text(row[column]) !== "") ? `未命名${column + 1}` : undefined;

function keyOfHeader(header: string, marks: ReadonlyMap<string, string>): string {
  const fixed = fixedHeaders.get(header);
  if (fixed) return fixed;
  const year = /^(\d{4})年$/.exec(header)?.[1];
  if (year) return actualKey(Number(year));
  return marks.get(header) ?? userKey(header);
}

/** The first number to the right of the label. */
function yearAbove(rows: CellValue[][]): number | undefined {
  for (const row of rows) {
    const label = row.findIndex((cell) => text(cell) === yearName);
    if (label < 0) continue;
    const year = row.slice(label + 1).find((cell) => typeof cell === "number");
    if (typeof year === "number") return year;
  }
  return undefined;
}
