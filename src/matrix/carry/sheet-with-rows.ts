import { bodyStyles } from "../body";
import { titleRows, unitHeaderStyle } from "../build";
import { columnMark, type MatrixColumn } from "../columns";
import { isFormerStatus } from "../formulas";
import type { LocatedMatrix, LocatedRow } from "../locate";
import { body, header } from "../look";
import { fitted, type Area, type CellValue, type SheetData, type StyledArea, type Validation } from "../sheet";

/**
 * The fresh sheet with other rows, and with columns more at its right: areas that span the table follow its new size.
 * @param columns those of `sheet`, then the additional ones
 * @param lines the table's rows, each with a cell for every column
 * @param rules what may be typed in the table's body
 */
export function sheetWithRows(
  sheet: SheetData,
  columns: MatrixColumn[],
  lines: CellValue[][],
  rules: (body: Area) => Validation[],
): SheetData {
  const width = columns.length;
  const first = titleRows.header + 1;
  const rowsBefore = sheet.cells.length - first;
  const added = columns.slice(sheet.cells[0]!.length);
  const taller = <T extends { area: Area }>(items: T[]): T[] =>
    items.map((item) =>
      item.area.row === first && item.area.rows === rowsBefore
        ? { ...item, area: { ...item.area, rows: lines.length } }
        : item,
    );
  // Under a header that is in no plan, a unit's column is known by the key above it.
  const padded = (row: CellValue[], index: number): CellValue[] => [
    ...row,
    ...added.map(({ key, kind }) => (index === titleRows.years && kind === "unit" ? columnMark(key) : "")),
  ];
  return {
    ...sheet,
    cells: [...sheet.cells.slice(0, titleRows.header).map(padded), columns.map((column) => column.header), ...lines],
    filledFormulas: taller(sheet.filledFormulas),
    styles: [...taller(sheet.styles), ...addedStyles(columns, added, lines.length)],
    columnWidths: columns.map((column) => column.width),
    rowHeights: [...sheet.rowHeights.slice(0, first), ...lines.map(() => undefined)],
    conditionalFormats: taller(sheet.conditionalFormats),
    validations: [
      ...sheet.validations.filter(({ area }) => area.row < first),
      ...rules({ row: first, column: 0, rows: lines.length, columns: width }),
    ],
    ...(sheet.table
      ? { table: { ...sheet.table, area: { ...sheet.table.area, rows: lines.length + 1, columns: width } } }
      : {}),
  };
}

/** Looks of the additional columns. */
function addedStyles(columns: readonly MatrixColumn[], added: readonly MatrixColumn[], rows: number): StyledArea[] {
  if (added.length === 0) return [];
  const left = columns.length - added.length;
  const area: Area = { row: titleRows.header + 1, column: left, rows, columns: added.length };
  const headerArea: Area = { ...area, row: titleRows.header, rows: 1 };
  const unitHeaders = columns.flatMap(({ kind, header: name }) => (kind === "unit" ? [name] : []));
  return [
    { area: headerArea, style: header },
    { area, style: body },
    ...added.flatMap((column, index) => {
      if (column.kind !== "unit") return [];
      const at = left + index;
      return [
        { area: { ...headerArea, column: at, columns: 1 }, style: { ...header, ...unitHeaderStyle(unitHeaders) } },
        ...bodyStyles([column], () => at, { ...area, column: at, columns: 1 }),
      ];
    }),
  ];
}

/**
 * Whether the sheet holds just these cells already, whatever the order of its rows and columns.
 * @param sources the sheet's row for each of `lines`
 */
export function holdsAlready(
  held: LocatedMatrix,
  columns: readonly MatrixColumn[],
  lines: readonly (readonly CellValue[])[],
  sources: readonly (LocatedRow | undefined)[],
): boolean {
  if (columns.length !== held.columns.size || lines.length !== held.rows.length) return false;
  return lines.every((line, index) => {
    const row = sources[index];
    return (
      row !== undefined &&
      columns.every(({ key, kind }, column) =>
        kind === "formula"
          ? row.formulas[key] !== undefined && !isFormerStatus(row.formulas[key])
          : String(row.cells[key] ?? "") === String(fitted(line[column]!)),
      )
    );
  });
}
