import { calculatedKeys } from "../matrix/columns";
import type { LocatedMatrix, LocatedRow } from "../matrix/locate";
import { isFilled } from "../matrix/ownership";
import { identityOf } from "../matrix/located-rows";
import type { TableArea } from "./sheet-draft";
import type { Operation } from "./operation";

/** Empty rows and columns within the matrix before a run. */
export interface Gaps {
  /** How many empty rows follow each row of the plan, by identity; `""` for the header. */
  rows: Readonly<Record<string, number>>;
  headers: readonly string[];
  /** How many empty columns have no header. */
  columns: number;
}

interface EmptyRow {
  row: number;
  /** Identity of the nearest row of the plan above. */
  below: string;
}

/** A new row of a table gets the table's formulas by itself, so formulas do not make it filled. */
const isEmpty = ({ cells }: LocatedRow): boolean =>
  Object.entries(cells).every(([key, value]) => calculatedKeys.includes(key) || !isFilled(value));

function emptyRows({ rows, headerRow }: LocatedMatrix, table: TableArea | undefined): EmptyRow[] {
  const filled = new Map(rows.filter((row) => !isEmpty(row)).map((row) => [row.row, row]));
  const end = Math.max(headerRow + 1, table ? table.row + table.rows : 0, ...rows.slice(-1).map(({ row }) => row + 1));
  const found: EmptyRow[] = [];
  let below = "";
  for (let row = headerRow + 1; row < end; row++) {
    const here = filled.get(row);
    if (!here) found.push({ row, below });
    else below = identityOf(here) ?? below;
  }
  return found;
}

/**
 * The word that Excel, by its language, puts before a number to head a column that comes into a table. Only known words:
 * a header that a person has typed over an empty column must not be taken for one of these.
 */
export const givenHeaderWords: Readonly<Record<string, string>> = {
  "zh-CN, ja": "列",
  "zh-TW": "欄",
  en: "Column",
  de: "Spalte",
  fr: "Colonne",
  es: "Columna",
  pt: "Coluna",
  it: "Colonna",
  ru: "Столбец",
  ko: "열",
};

const givenHeader = new RegExp(`^(?:${Object.values(givenHeaderWords).join("|")})\\d+(?:_\\d+)?$`);

/** Starts at the sheet's first column, since a restored key column may be left of the table. */
function emptyColumns(
  { columns, headers, rows, above }: LocatedMatrix,
  table: TableArea | undefined,
): { column: number; header: string }[] {
  const at = [...columns.values()];
  const titled = new Set(above.map(({ column }) => column));
  const end = Math.max(Math.max(...at) + 1, table ? table.column + table.columns : 0);
  const keyed = new Map([...columns].map(([key, column]) => [column, key]));
  const found: { column: number; header: string }[] = [];
  for (let column = 0; column < end; column++) {
    const key = keyed.get(column);
    if (key === undefined && titled.has(column)) continue;
    const header = key === undefined ? "" : headers.get(key)!;
    if (header !== "" && !givenHeader.test(header)) continue;
    if (key === undefined || !rows.some(({ cells }) => isFilled(cells[key]))) found.push({ column, header });
  }
  return found;
}

export function gapsIn(held: LocatedMatrix, table: TableArea | undefined): Gaps {
  const rows: Record<string, number> = {};
  for (const { below } of emptyRows(held, table)) rows[below] = (rows[below] ?? 0) + 1;
  return {
    rows,
    headers: [...held.headers.values()],
    columns: emptyColumns(held, table).filter(({ header }) => header === "").length,
  };
}

/**
 * Removes the empty rows and columns that were not there before, which an interrupted run has made; last ones first.
 * Removes no more than have been added: rows came or left since, so an empty row of the user's may follow another row
 * now.
 */
export function closeGaps(held: LocatedMatrix, table: TableArea | undefined, before: Gaps): Operation[] {
  const spare = { ...before.rows };
  const empty = emptyRows(held, table);
  const made = empty.length - Object.values(before.rows).reduce((sum, count) => sum + count, 0);
  const unknown = empty.filter(({ below }) => {
    const known = (spare[below] ?? 0) > 0;
    if (known) spare[below]!--;
    return !known;
  });
  const rows = unknown.slice(0, Math.max(0, made));
  const headers = new Set(before.headers);
  let blank = before.columns;
  const columns = emptyColumns(held, table).filter(({ header }) =>
    header === "" ? blank-- <= 0 : !headers.has(header),
  );
  // An Excel table keeps at least one row.
  const removable = table && rows.length > 0 && rows.length === table.rows - 1 ? rows.slice(1) : rows;
  return [
    ...removable.reverse().map(({ row }): Operation => ({ op: "deleteRow", row })),
    ...columns.reverse().map(({ column }): Operation => ({ op: "deleteColumn", column })),
  ];
}
