import type { Plan } from "../plan/model";
import { runToEnd, type Pausable } from "../plan/pausable";
import { shortNames } from "../plan/units/short-names";
import { isAsOf, monthIn } from "./as-of";
import {
  actualKey,
  fixedColumns,
  isEarlierLayout,
  keyOfMark,
  markColumns,
  isMarkColumn,
  nameOfMark,
  userKey,
  type HeaderStyle,
} from "./columns";
import { yearName } from "./formulas";
import { parseRowKey, type RowKey } from "./row-key";
import type { CellValue } from "./sheet";

/** A sheet as read: its used range, with the zero-based row and column at which it begins. */
export interface SheetReading {
  top: number;
  left: number;
  values: CellValue[][];
  /** Formulas with their `=`; in other cells the value. */
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
   * What cells shown as percentages hold (0.92); `cells` has what they show (92). Only in rows of percentages, and only
   * after the formats have been read.
   */
  percents?: Record<string, number>;
  /**
   * Number formats of typed cells in which a number would mean something else without its format. Only read for what
   * writes the row anew.
   */
  formats?: Record<string, string>;
}

/**
 * The matrix in a sheet that people have worked on: found by headers and keys, never by position (docs/design.md, The
 * workbook).
 */
export interface LocatedMatrix {
  headerRow: number;
  /** Column key → zero-based column of the sheet. */
  columns: Map<string, number>;
  /** Column key → header as printed; people may have changed it. */
  headers: Map<string, string>;
  /** The filled cells above the header: the title block, wherever it has been moved. */
  above: { row: number; column: number; value: CellValue }[];
  /** Zero-based row of the hidden column keys. */
  keyRow?: number;
  rows: LocatedRow[];
  /** What the 评估年度 cell holds. */
  year?: number;
  /** 截至, 1–12; absent in a sheet without such a cell, which is judged by whole years. */
  month?: number;
  /** Whether the headers of units are 简称 or full names. */
  style: HeaderStyle;
}

const fixedHeaders = new Map(fixedColumns.map(({ header, key }) => [header, key]));

/**
 * How many of the fixed headers a row must show to count as the table's header; the same number of keys makes it the
 * key row.
 */
const enoughHeaders = 5;

const text = (value: CellValue | undefined): string => String(value ?? "").trim();

/** `locatingMatrix` without the pauses. */
export const locateMatrix = (...given: Parameters<typeof locatingMatrix>): LocatedMatrix | undefined =>
  runToEnd(locatingMatrix(...given));

/** Rows that are read between two pauses. */
const rowsBetweenPauses = 200;

/**
 * Finds the matrix in a sheet.
 * @param plans the plans at hand, to tell their units' columns from the user's own; the one that the sheet was made
 * from comes first
 * @returns undefined where the sheet holds no matrix
 */
export function* locatingMatrix(
  reading: SheetReading,
  plans: readonly Pick<Plan, "units" | "groups">[],
): Pausable<LocatedMatrix | undefined> {
  const byHeaders = reading.values.findIndex(
    (row) => row.filter((cell) => fixedHeaders.has(text(cell))).length >= enoughHeaders,
  );
  const headerIndex = byHeaders >= 0 ? byHeaders : reading.values.findIndex(holdsKeys) + 1;
  if (headerIndex < 1 && byHeaders < 0) return undefined;
  if (headerIndex >= reading.values.length) return undefined;
  const marks = plans.map(knownHeaders);
  const above = reading.values.slice(0, headerIndex);
  const keyIndex = above.findIndex(holdsKeys);
  const printed = reading.values[headerIndex]!.map(
    (cell, index) => text(cell) || madeUpHeader(reading.values.slice(headerIndex + 1), index),
  );
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
    if (index % rowsBetweenPauses === 0) yield;
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
  const { year, beside } = yearAbove(above);
  const asOf = above.flat().find(isAsOf) ?? (isEarlierLayout(columns) ? undefined : beside);
  const month = asOf === undefined ? undefined : monthIn(asOf);
  return {
    headerRow: reading.top + headerIndex,
    columns,
    headers,
    above: above.flatMap((row, index) =>
      row.flatMap((value, column) =>
        value === "" ? [] : [{ row: reading.top + index, column: reading.left + column, value }],
      ),
    ),
    ...(keyIndex < 0 ? {} : { keyRow: reading.top + keyIndex }),
    rows,
    ...(year === undefined ? {} : { year }),
    ...(month === undefined ? {} : { month }),
    style: styleOf(columns, headers),
  };
}

/** Headers that a plan's units may have, with their column keys. */
type KnownHeaders = Readonly<Record<HeaderStyle, ReadonlyMap<string, string>>>;

const noHeaders: KnownHeaders = { full: new Map(), short: new Map() };

const knownHeaders = (plan: Pick<Plan, "units" | "groups">): KnownHeaders => {
  const under = (style: HeaderStyle): ReadonlyMap<string, string> =>
    new Map(markColumns(plan, style).map(({ header, key }) => [header, key]));
  return { full: under("full"), short: under("short") };
};

/** Decides by the headers that differ between the two styles; the majority wins. */
function styleOf(columns: ReadonlyMap<string, number>, headers: ReadonlyMap<string, string>): HeaderStyle {
  const keys = [...columns.keys()].filter(isMarkColumn);
  const short = shortNames(keys.map(nameOfMark));
  const telling = keys.filter((key) => short.get(nameOfMark(key)) !== nameOfMark(key));
  const full = telling.filter((key) => headers.get(key) === nameOfMark(key)).length;
  if (full * 2 !== telling.length) return full * 2 > telling.length ? "full" : "short";
  return isEarlierLayout(columns) ? "full" : "short";
}

const holdsKeys = (row: readonly CellValue[]): boolean =>
  row.filter((cell) => keyOfMark(text(cell)) !== undefined).length >= enoughHeaders;

/**
 * A full name says what a column is; failing that, the key hidden above it does. Names that only another plan has come
 * after the hidden keys of the sheet's own plan: if somebody left a renaming out of a sync, only that key knows of it.
 * 简称 come last, since units of several plans may share one.
 */
function columnKeys(
  printed: readonly (string | undefined)[],
  [own = noHeaders, ...others]: readonly KnownHeaders[],
  hidden: readonly CellValue[],
): (string | undefined)[] {
  const marked = printed.map((_, index) => markedKey(hidden[index] ?? ""));
  const owned = new Set(own.full.values());
  const first = (header: string, style: HeaderStyle, plans: readonly KnownHeaders[]): string | undefined =>
    plans.map((plan) => plan[style].get(header)).find((key) => key !== undefined);
  const byOwnName = (header: string): string | undefined => fixedKey(header) ?? own.full.get(header);
  const byOwnMark = (_: string, index: number): string | undefined =>
    owned.has(marked[index]!) ? marked[index] : undefined;
  const byOtherName = (header: string): string | undefined => first(header, "full", others);
  const byMark = (_: string, index: number): string | undefined => marked[index];
  const byShort = (header: string): string | undefined => first(header, "short", [own, ...others]);
  const isKnown = (header: string): boolean =>
    [byOwnName, byOtherName, byShort].some((known) => known(header) !== undefined);
  const bySelf = (header: string): string | undefined => (isKnown(header) ? undefined : userKey(header));
  const bySelfAt = (header: string, index: number): string => userKey(`${header}#${index}`);
  const taken = new Set<string>();
  const keys = printed.map((): string | undefined => undefined);
  for (const way of [[byOwnName], [byOwnMark], [byOtherName], [byMark], [byShort, bySelf, bySelfAt]]) {
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

const markedKey = (mark: CellValue): string | undefined =>
  typeof mark === "number" ? actualKey(mark) : keyOfMark(text(mark));

/** People type beside the table without writing a header. */
const madeUpHeader = (below: CellValue[][], column: number): string | undefined =>
  below.some((row) => text(row[column]) !== "") ? `未命名${column + 1}` : undefined;

function fixedKey(header: string): string | undefined {
  const year = /^(\d{4})年$/.exec(header)?.[1];
  return fixedHeaders.get(header) ?? (year ? actualKey(Number(year)) : undefined);
}

/**
 * 评估年度, and the cell to the right of it, where 截至 belongs. The year is the first number to the right of its label. The
 * label is in the hidden key column; where that was deleted, the year is the number beside 截至.
 */
function yearAbove(rows: CellValue[][]): { year?: number; beside?: CellValue | undefined } {
  const yearIn = (row: CellValue[], from: number): { year?: number; beside?: CellValue | undefined } => {
    const column = row.findIndex((cell, index) => index >= from && typeof cell === "number");
    return column < 0 ? {} : { year: row[column] as number, beside: row.slice(column + 1).find((cell) => cell !== "") };
  };
  for (const row of rows) {
    const label = row.findIndex((cell) => text(cell) === yearName);
    const found = label < 0 ? {} : yearIn(row, label + 1);
    if (found.year !== undefined) return found;
  }
  const dated = rows.find((row) => row.some(isAsOf));
  return dated ? yearIn(dated, 0) : {};
}
