import { cellAddress } from "../address";
import { titleRows } from "../build";
import { actualYear, type MatrixColumn } from "../columns";
import { consecutiveNumbers } from "../consecutive";
import type { LocatedMatrix, LocatedRow } from "../locate";
import type { CellValue, SheetData, StyledArea } from "../sheet";
import { movedFormula, type CellMoves } from "./moved-formula";

/** A formula that the user typed and that could not be carried over; its value takes its place. */
export interface FlattenedFormula {
  /** Where, in words: task and column. */
  place: string;
  formula: string;
  value: CellValue;
}

/** Zero-based row of the new sheet's table body. */
const bodyRow = (index: number): number => titleRows.header + 1 + index;

/**
 * Formulas that the user typed; their references follow the cells to their new places.
 * @param sources the former row of each row of the new table; undefined for a new row
 * @param sheetName name of the matrix's sheet
 */
export function carriedFormulas(
  columns: readonly MatrixColumn[],
  sources: readonly (LocatedRow | undefined)[],
  held: LocatedMatrix,
  sheetName: string,
): { formulas: SheetData["formulas"]; flattened: FlattenedFormula[] } {
  const formulas: SheetData["formulas"] = [];
  const flattened: FlattenedFormula[] = [];
  let moves: CellMoves | undefined;
  sources.forEach((source, index) => {
    if (!source || Object.keys(source.formulas).length === 0) return;
    columns.forEach(({ key, kind, header, name = header }, column) => {
      const formula = source.formulas[key];
      if (formula === undefined || kind === "formula") return;
      moves ??= movesOf(columns, sources, held, sheetName);
      const moved = movedFormula(formula, source.row, moves);
      if (moved !== undefined) formulas.push({ row: bodyRow(index), column, formula: moved });
      else
        flattened.push({
          place: `${String(source.cells.task ?? "") || cellAddress(bodyRow(index), column)} · ${name}`,
          formula,
          value: source.cells[key] ?? "",
        });
    });
  });
  return { formulas, flattened };
}

function movesOf(
  columns: readonly MatrixColumn[],
  sources: readonly (LocatedRow | undefined)[],
  held: LocatedMatrix,
  sheetName: string,
): CellMoves {
  const rows = new Map(sources.flatMap((source, index) => (source ? [[source.row, bodyRow(index)] as const] : [])));
  // Rows above the header stay where they are in every sheet of this layout.
  for (let row = held.headerRow; row >= (held.headerRow === titleRows.header ? 0 : held.headerRow); row--)
    rows.set(row, row - held.headerRow + titleRows.header);
  const newColumns = new Map(columns.map(({ key }, index) => [key, index]));
  const columnsBefore = new Map(
    [...held.columns].flatMap(([key, column]) => {
      const now = newColumns.get(key);
      return now === undefined ? [] : [[column, now] as const];
    }),
  );
  const under = new Map([...held.headers].map(([key, header]) => [header, held.columns.get(key)!]));
  return {
    row: (row) => rows.get(row),
    column: (column) => columnsBefore.get(column),
    lastRow: {
      before: Math.max(held.headerRow, ...held.rows.slice(-1).map(({ row }) => row)),
      now: bodyRow(sources.length - 1),
    },
    columnUnder: (header) => under.get(header),
    sheetName,
  };
}

const plain = { numberFormat: "General" };

/**
 * Excel leaves formats in place while contents are brought over. Number formats that belong to a cell's content are
 * therefore taken from its former place.
 */
export const clearedFormats = ({ rows, columns }: LocatedMatrix): StyledArea[] =>
  rows.flatMap(({ row, formats }) =>
    Object.keys(formats ?? {}).map((key) => ({
      area: { row, column: columns.get(key)!, rows: 1, columns: 1 },
      style: plain,
    })),
  );

/**
 * Gives rows of percentages plain number formats: a format left over from the cell that used to be there would show
 * another number.
 */
export function percentRows(columns: readonly MatrixColumn[], lines: readonly (readonly CellValue[])[]): StyledArea[] {
  const measure = columns.findIndex(({ key }) => key === "measure");
  const years = consecutiveNumbers(
    columns.flatMap(({ key }, column) => (actualYear(key) === undefined ? [] : [column])),
  );
  const rows = consecutiveNumbers(lines.flatMap((line, index) => (line[measure] === "%" ? [index] : [])));
  return rows.flatMap((row) =>
    years.map((column) => ({
      area: { row: bodyRow(row.start), column: column.start, rows: row.length, columns: column.length },
      style: plain,
    })),
  );
}

/** A number's format moves with it: 92% is not 0.92. */
export const carriedFormats = (
  columns: readonly MatrixColumn[],
  sources: readonly (LocatedRow | undefined)[],
): StyledArea[] =>
  sources.flatMap((source, index) =>
    columns.flatMap(({ key }, column) => {
      const numberFormat = source?.formats?.[key];
      return numberFormat === undefined
        ? []
        : [{ area: { row: bodyRow(index), column, rows: 1, columns: 1 }, style: { numberFormat } }];
    }),
  );
