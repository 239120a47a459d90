import type { Plan } from "../plan/model";
import { finished, type Pieces } from "../plan/pieces";
import { actualKey, fixedColumns, keyOfMark, markColumns } from "./columns";
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
  /**
   * Where a row of percentages holds numbers that are shown as such: what the cells hold (0.92), while `cells` has what
   * they show (92). Only where somebody has looked at the formats.
   */
  percents?: Record<string, number>;
  /** Number formats of typed cells, where a number says something else without it. Only for what writes the row anew. */
  formats?: Record<string, string>;
}

/** The matrix in a sheet that people have worked on: found by headers and keys, never by position (DESIGN §4). */
export interface LocatedMatrix {
  headerRow: number;
  /** Column key → zero-based column of the sheet. */
  columns: Map<string, number>;
  /** Column key → header as printed; people may have changed it. */
  headers: Map<string, string>;
  /** The filled cells above the header: the title block, wherever it is now. */
  above: { row: number; column: number; value: CellValue }[];
  /** Zero-based row of the hidden column keys. */
  keyRow?: number;
  rows: LocatedRow[];
  /** What the 评估年度 cell holds. */
  year?: number;
}

export const userKey = (header: string): string => `user:${header}`;

const fixedHeaders = new Map(fixedColumns.map(({ header, key }) => [header, key]));

/** How many of the fixed headers a row must show to be taken as the table's header; likewise for the keys above it. */
const enoughHeaders = 5;

const text = (value: CellValue | undefined): string => String(value ?? "").trim();

/** Runs `locatingMatrix` through. */
export const locateMatrix = (...given: Parameters<typeof locatingMatrix>): LocatedMatrix | undefined => finished(locatingMatrix(...given));

/** How many rows are gone through in one go. */
const lot = 200;

/**
 * Finds the matrix in a sheet.
 * @param plans those at hand, so that their units' columns are told from the user's own; first the one that the sheet was made from
 * @returns undefined where the sheet holds no matrix
 */
export function* locatingMatrix(reading: SheetReading, plans: readonly Pick<Plan, "units" | "groups">[]): Pieces<LocatedMatrix | undefined> {
  const byHeaders = reading.values.findIndex((row) => row.filter((cell) => fixedHeaders.has(text(cell))).length >= enoughHeaders);
  const headerIndex = byHeaders >= 0 ? byHeaders : reading.values.findIndex(holdsKeys) + 1;
  if (headerIndex < 1 && byHeaders < 0) return undefined;
  if (headerIndex >= reading.values.length) return undefined;
  const marks = plans.map((plan) => new Map(markColumns(plan).map(({ header, key }) => [header, key])));
  const above = reading.values.slice(0, headerIndex);
  const keyIndex = above.findIndex(holdsKeys);
  const printed = reading.values[headerIndex]!.map((cell, index) => text(cell) || madeUpHeader(reading.values.slice(headerIndex + 1), index));
  const keys = columnKeys(printed, marks, keyIndex < 0 ? [] : above[keyIndex]!);
  const columns = new Map<string, number>();
  const headers = new Map<string, string>();
  keys.forEach((key, index) => {
    if (key === undefined) return;
    columns.set(key, reading.left + index);
    headers.set(key, printed[index]!);
  });
  const rows: LocatedRow[] = [];
  for (let index = headerIndex + 1; index < reading.values.length; index++) {
    if (index % lot === 0) yield;
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
  const year = yearAbove(above);
  return {
    headerRow: reading.top + headerIndex,
    columns,
    headers,
    above: above.flatMap((row, index) =>
      row.flatMap((value, column) => (value === "" ? [] : [{ row: reading.top + index, column: reading.left + column, value }])),
    ),
    ...(keyIndex < 0 ? {} : { keyRow: reading.top + keyIndex }),
    rows,
    ...(year === undefined ? {} : { year }),
  };
}

const holdsKeys = (row: readonly CellValue[]): boolean => row.filter((cell) => keyOfMark(text(cell)) !== undefined).length >= enoughHeaders;

/**
 * A known header tells what a column is; under a header that is not known, the key hidden above it does. A header that only
 * another plan knows comes after the hidden key of the sheet's own plan: a renaming that somebody left out of the sheet is
 * in that key, and nowhere else.
 */
function columnKeys(printed: readonly (string | undefined)[], [own = new Map(), ...others]: readonly ReadonlyMap<string, string>[], hidden: readonly CellValue[]): (string | undefined)[] {
  const marked = printed.map((_, index) => markedKey(hidden[index] ?? ""));
  const owned = new Set(own.values());
  const byOwnHeader = (header: string): string | undefined => fixedKey(header) ?? own.get(header);
  const byOwnMark = (_: string, index: number): string | undefined => (owned.has(marked[index]!) ? marked[index] : undefined);
  const byOtherHeader = (header: string): string | undefined => others.map((plan) => plan.get(header)).find((key) => key !== undefined);
  const byMark = (_: string, index: number): string | undefined => marked[index];
  const isKnown = (header: string): boolean => byOwnHeader(header) !== undefined || byOtherHeader(header) !== undefined;
  const bySelf = (header: string): string | undefined => (isKnown(header) ? undefined : userKey(header));
  const bySelfAt = (header: string, index: number): string => userKey(`${header}#${index}`);
  const taken = new Set<string>();
  const keys = printed.map((): string | undefined => undefined);
  for (const way of [[byOwnHeader], [byOwnMark], [byOtherHeader], [byMark, bySelf, bySelfAt]]) {
    printed.forEach((header, index) => {
      if (header === undefined || keys[index] !== undefined) return;
      const key = way.map((one) => one(header, index)).find((one) => one !== undefined && !taken.has(one));
      if (key === undefined) return;
      taken.add(key);
      keys[index] = key;
    });
  }
  return keys;
}

const markedKey = (mark: CellValue): string | undefined => (typeof mark === "number" ? actualKey(mark) : keyOfMark(text(mark)));

/** People type beside the table without giving the column a header. */
const madeUpHeader = (below: CellValue[][], column: number): string | undefined =>
  below.some((row) => text(row[column]) !== "") ? `未命名${column + 1}` : undefined;

function fixedKey(header: string): string | undefined {
  const year = /^(\d{4})年$/.exec(header)?.[1];
  return fixedHeaders.get(header) ?? (year ? actualKey(Number(year)) : undefined);
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
