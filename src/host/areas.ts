import { invalidArgument } from "./errors";

/** A rectangle of cells: zero-based first row and column, size in cells. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export const maxRows = 1_048_576;
export const maxColumns = 16_384;

export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

function columnNumber(name: string): number {
  let number = 0;
  for (const letter of name.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/**
 * Parses `A1`, `A1:B2`, `A:C` or `3:5`, with or without `$`.
 * @throws HostError InvalidArgument for anything else, and for an area that is not wholly on a sheet
 */
export function parseAddress(address: string): Area {
  const plain = address.replace(/\$/g, "");
  const cells = /^([A-Za-z]{1,3})(\d+)(?::([A-Za-z]{1,3})(\d+))?$/.exec(plain);
  if (cells) {
    const [column, row] = [columnNumber(cells[1]!), Number(cells[2]) - 1];
    const [lastColumn, lastRow] = [cells[3] ? columnNumber(cells[3]) : column, cells[4] ? Number(cells[4]) - 1 : row];
    return normal(row, column, lastRow, lastColumn);
  }
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(plain);
  if (columns) return normal(0, columnNumber(columns[1]!), maxRows - 1, columnNumber(columns[2]!));
  const rows = /^(\d+):(\d+)$/.exec(plain);
  if (rows) return normal(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, maxColumns - 1);
  throw invalidArgument(`address ${address}`);
}

function normal(row: number, column: number, lastRow: number, lastColumn: number): Area {
  const area = {
    row: Math.min(row, lastRow),
    column: Math.min(column, lastColumn),
    rows: Math.abs(lastRow - row) + 1,
    columns: Math.abs(lastColumn - column) + 1,
  };
  return onSheet(area);
}

/** @throws HostError InvalidArgument for an area that is not wholly on a sheet */
export function onSheet(area: Area): Area {
  const { row, column, rows, columns } = area;
  if (!(
    row >= 0 &&
    column >= 0 &&
    rows >= 1 &&
    columns >= 1 &&
    row + rows <= maxRows &&
    column + columns <= maxColumns
  )) {
    throw invalidArgument("outside the sheet");
  }
  return area;
}

/** Formats an area as `A1:B2`, `A1`, or whole rows and columns as Excel writes them. */
export function formatAddress({ row, column, rows, columns }: Area, absolute = false): string {
  const dollar = absolute ? "$" : "";
  const c = (number: number): string => dollar + columnName(number);
  const r = (number: number): string => dollar + (number + 1);
  if (rows === maxRows) return `${c(column)}:${c(column + columns - 1)}`;
  if (columns === maxColumns) return `${r(row)}:${r(row + rows - 1)}`;
  const first = c(column) + r(row);
  return rows === 1 && columns === 1 ? first : `${first}:${c(column + columns - 1)}${r(row + rows - 1)}`;
}

/** A sheet's name as it is written before `!`, quoted if necessary. */
export const quotedSheetName = (name: string): string =>
  /^[A-Za-z_\p{Script=Han}][\w.\p{Script=Han}]*$/u.test(name) ? name : `'${name.replace(/'/g, "''")}'`;

export function intersection(a: Area, b: Area): Area | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

/** The rest of an area outside another one: at most four rectangles. */
export function without(area: Area, hole: Area): Area[] {
  const common = intersection(area, hole);
  if (!common) return [area];
  const { row, column, rows, columns } = area;
  return [
    { row, column, rows: common.row - row, columns },
    { row: common.row + common.rows, column, rows: row + rows - common.row - common.rows, columns },
    { row: common.row, column, rows: common.rows, columns: common.column - column },
    {
      row: common.row,
      column: common.column + common.columns,
      rows: common.rows,
      columns: column + columns - common.column - common.columns,
    },
  ].filter((piece) => piece.rows > 0 && piece.columns > 0);
}

/**
 * An area's place after rows (or columns) were inserted (`by` > 0) or deleted (`by` < 0) at `at`; undefined if all of
 * it was deleted.
 */
export function shifted(area: Area, axis: "row" | "column", at: number, by: number): Area | undefined {
  const size = axis === "row" ? "rows" : "columns";
  const start = area[axis];
  const end = start + area[size];
  const move = (edge: number, isEnd: boolean): number => {
    if (by > 0) return edge > at || (edge === at && !isEnd) ? edge + by : edge;
    return edge <= at ? edge : Math.max(at, edge + by);
  };
  const from = move(start, false);
  const to = move(end, true);
  return to > from ? { ...area, [axis]: from, [size]: to - from } : undefined;
}

/** Whether `outer` contains all of `inner`. */
export const contains = (outer: Area, inner: Area): boolean => {
  const common = intersection(outer, inner);
  return common !== undefined && common.rows === inner.rows && common.columns === inner.columns;
};

/** The same cells in fewer areas: areas below each other are joined. */
export function joined(areas: Area[]): Area[] {
  const found: Area[] = [];
  for (const area of [...areas].sort((a, b) => a.column - b.column || a.columns - b.columns || a.row - b.row)) {
    const last = found[found.length - 1];
    if (last && last.column === area.column && last.columns === area.columns && last.row + last.rows >= area.row) {
      last.rows = Math.max(last.row + last.rows, area.row + area.rows) - last.row;
    } else found.push({ ...area });
  }
  return found;
}
