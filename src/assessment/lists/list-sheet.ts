import * as look from "../../matrix/look";
import type { Area, CellStyle, CellValue, SheetData } from "../../matrix/sheet";
import { listMark, pageOf, top, type ListKind } from "./page";
import { keptAbove, type HeldList } from "./typed";

export interface ListColumn {
  header: string;
  /** In points. */
  width: number;
  style?: CellStyle;
}

/** Columns that people have added: coloured as input, with their number formats kept. */
export const ownColumns = (headers: readonly string[], held: HeldList | undefined): ListColumn[] =>
  headers.map((header) => ({
    header,
    width: 80,
    style: {
      fill: look.colours.input,
      unlocked: true,
      ...(held?.formats[header] ? { numberFormat: held.formats[header] } : {}),
    },
  }));

/** The title block of a list's sheet, by which our own cells are recognised when the list is made again. */
export interface ListTitle {
  kind: Exclude<ListKind, "dashboard">;
  title: string;
  note: string;
  /** Matches the note of any year. */
  isNote: RegExp;
}

/** The part of the sheet that both lists share; all positions are zero-based. */
export interface ListSheet extends Pick<
  SheetData,
  | "cells"
  | "columnWidths"
  | "rowHeights"
  | "hiddenColumns"
  | "hiddenRows"
  | "hideGridlines"
  | "table"
  | "page"
  | "formulas"
  | "filledFormulas"
  | "names"
  | "validations"
> {
  header: Area;
  body: Area;
}

/**
 * Lays out a list: title and note, what people wrote above the list, the header, and a row for each of `rows`.
 * @param rows cells by header
 * @param headerHeight in points
 */
export function listSheet(
  title: ListTitle,
  columns: readonly ListColumn[],
  rows: readonly Readonly<Record<string, CellValue>>[],
  held: HeldList | undefined,
  look: { tableName: string; headerHeight: number; paper: "a3" | "a4" },
): ListSheet {
  const mark = listMark(title.kind);
  const places = new Set([`${top.title} 0`, `${top.title} 1`, `${top.note} 1`]);
  const { kept, lines } = keptAbove(
    held,
    ({ row, column, value }) =>
      places.has(`${row} ${column}`) || value === mark || value === title.title || title.isNote.test(String(value)),
    2,
  );
  const width = Math.max(columns.length, ...kept.map(({ column }) => column + 1));
  const cells: CellValue[][] = Array.from({ length: lines }, () => Array.from({ length: width }, () => ""));
  for (const { row, column, value } of kept) cells[row]![column] = value;
  cells[top.title]![0] = mark;
  cells[top.title]![1] = title.title;
  cells[top.note]![1] = title.note;
  const padded = (line: CellValue[]): CellValue[] => [
    ...line,
    ...Array.from({ length: width - line.length }, () => ""),
  ];
  cells.push(padded(columns.map(({ header }) => header)));
  // A table needs a row, even an empty one.
  for (const row of rows.length > 0 ? rows : [{} as Record<string, CellValue>])
    cells.push(padded(columns.map(({ header }) => row[header] ?? "")));
  const header: Area = { row: lines, column: 0, rows: 1, columns: columns.length };
  const body: Area = { ...header, row: lines + 1, rows: Math.max(1, rows.length) };
  return {
    header,
    body,
    cells,
    formulas: [],
    filledFormulas: [],
    columnWidths: columns.map(({ width: points }) => points),
    rowHeights: [
      30,
      18,
      ...Array.from({ length: lines - 2 }, () => 18),
      look.headerHeight,
      ...Array.from({ length: body.rows }, () => undefined),
    ],
    hiddenColumns: [0],
    hiddenRows: [],
    table: { name: look.tableName, area: { ...header, rows: body.rows + 1 }, style: "TableStyleLight1" },
    names: [],
    validations: [],
    hideGridlines: true,
    page: pageOf(look.paper, lines),
  };
}
