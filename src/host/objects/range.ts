import {
  formatAddress,
  intersection,
  maxColumns,
  maxRows,
  onSheet,
  parseAddress,
  quotedSheetName,
  without,
  type Area,
} from "../areas";
import { invalidArgument, itemNotFound } from "../errors";
import { nullObject, object, type HostObject, type ObjectType } from "../object-type";
import { refillColumns } from "../calculated-columns";
import { readFormula, readValue, writeCells } from "../cells";
import type { CellValue } from "../cell-data";
import { checkRowsUnfiltered, checkUnfiltered } from "../check-unfiltered";
import type { CellPatch } from "../cell-data";
import { moveCells } from "../move";
import { numberText } from "../number-text";
import { cutRules } from "../rules";
import { deleteLines, insertLines, linesOf } from "../structure";
import type { HostWorkbook, Position } from "../workbook";
import { breakMerges, merge, mergedAreas, unmerge } from "./range-areas";
import { columnWidthOf } from "./range-format";
import { getColumnProperties, getRowProperties, setColumnProperties, setRowProperties } from "./range-properties";
import { hiddenState, hide } from "./range-visibility";

const clip = (self: Position, book: HostWorkbook): Area => book.grid.clip(self.sheet.id, self.area);

function read<T>(self: Position, book: HostWorkbook, cell: (row: number, column: number) => T): T[][] {
  const area = clip(self, book);
  book.log.cellsRead += area.rows * area.columns;
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (_, column) => cell(area.row + row, area.column + column)),
  );
}

const range: ObjectType<Position> = {
  name: "Range",
  referenced: true,
  properties: {
    address: {
      get: ({ sheet, area }, book) => `${quotedSheetName(book.sheetName(sheet))}!${formatAddress(area)}`,
    },
    rowIndex: { get: ({ area }) => area.row },
    columnIndex: { get: ({ area }) => area.column },
    rowCount: { get: ({ area }) => area.rows },
    columnCount: { get: ({ area }) => area.columns },
    cellCount: { get: ({ area }) => (area.rows * area.columns > 2 ** 31 ? -1 : area.rows * area.columns) },
    values: {
      get: (self, book) => read(self, book, (row, column) => readValue(book, self.sheet.id, row, column)),
      set: written,
    },
    formulas: {
      get: (self, book) => read(self, book, (row, column) => readFormula(book, self.sheet.id, row, column)),
      set: written,
    },
    text: { get: (self, book) => displayed(self, book) },
    valueTypes: {
      get: (self, book) => read(self, book, (row, column) => valueType(readValue(book, self.sheet.id, row, column))),
    },
    numberFormat: {
      get: (self, book) =>
        read(self, book, (row, column) => book.grid.style(self.sheet.id, row, column).n?.pattern ?? "General"),
      set: (self, value: string | string[][], book) => {
        book.checkUnprotected(self.sheet);
        const formats = Array.isArray(value) ? value : undefined;
        book.grid.write(self.sheet.id, clip(self, book), (row, column) => {
          const pattern = formats ? formats[row]?.[column] : (value as string);
          return pattern === undefined || pattern === null ? undefined : { style: { n: { pattern } } };
        });
      },
    },
    rowHidden: {
      get: (self, book) => hiddenState(self, book, "row"),
      set: (self, value: boolean, book) => hide(self, book, "row", value),
    },
    columnHidden: {
      get: (self, book) => hiddenState(self, book, "column"),
      set: (self, value: boolean, book) => hide(self, book, "column", value),
    },
  },
  objects: {
    worksheet: ({ sheet }) => object("Worksheet", sheet),
    format: (self) => object("RangeFormat", self),
    conditionalFormats: (self) => object("ConditionalFormatCollection", self),
    dataValidation: (self) => object("DataValidation", self),
  },
  methods: {
    getCell: (self, [row, column]: [number, number]) => part(self, { row, column, rows: 1, columns: 1 }),
    getRow: (self, [row]: [number]) => part(self, { row, column: 0, rows: 1, columns: self.area.columns }),
    getColumn: (self, [column]: [number]) => part(self, { row: 0, column, rows: self.area.rows, columns: 1 }),
    getEntireRow: ({ sheet, area }) => object("Range", { sheet, area: { ...area, column: 0, columns: maxColumns } }),
    getEntireColumn: ({ sheet, area }) => object("Range", { sheet, area: { ...area, row: 0, rows: maxRows } }),
    getLastRow: (self) => part(self, { row: self.area.rows - 1, column: 0, rows: 1, columns: self.area.columns }),
    getLastCell: (self) => part(self, { row: self.area.rows - 1, column: self.area.columns - 1, rows: 1, columns: 1 }),
    getOffsetRange: (self, [row, column]: [number, number]) =>
      part(self, { row, column, rows: self.area.rows, columns: self.area.columns }),
    getResizedRange: (self, [rows, columns]: [number, number]) =>
      part(self, { row: 0, column: 0, rows: self.area.rows + rows, columns: self.area.columns + columns }),
    getIntersectionOrNullObject: (self, [other]: [HostObject | string]) => {
      const area = intersection(self.area, areaOf(other));
      return area ? object("Range", { sheet: self.sheet, area }) : nullObject;
    },
    getUsedRangeOrNullObject: (self, [valuesOnly]: [boolean?], book: HostWorkbook) => {
      const area = book.grid.used(self.sheet.id, valuesOnly ?? false, self.area);
      return area ? object("Range", { sheet: self.sheet, area }) : nullObject;
    },
    getColumnProperties: (self, [wanted]: [object], book: HostWorkbook) => getColumnProperties(self, wanted, book),
    getRowProperties: (self, [wanted]: [object], book: HostWorkbook) => getRowProperties(self, wanted, book),
    setColumnProperties: (self, [list]: [object[]], book: HostWorkbook) => setColumnProperties(self, list, book),
    setRowProperties: (self, [list]: [object[]], book: HostWorkbook) => setRowProperties(self, list, book),
    clear: (self, [applyTo]: [string?], book: HostWorkbook) => clear(self, applyTo ?? "All", book),
    select: (self, _args, book) => {
      book.selection = { sheet: self.sheet, area: self.area };
      const area = clip(self, book);
      book.grid.workbook.setActiveSheet(book.grid.sheet(self.sheet.id));
      book.grid
        .sheet(self.sheet.id)
        .setActiveRange(book.grid.sheet(self.sheet.id).getRange(area.row, area.column, area.rows, area.columns));
      book.selected();
    },
    insert: (self, [direction]: [string], book: HostWorkbook) => insert(self, direction, book),
    delete: (self, [direction]: [string], book: HostWorkbook) => remove(self, direction, book),
    moveTo: (self, [target]: [HostObject | string], book: HostWorkbook) =>
      moveCells(self, positionOf(target, self, book), book),
    copyFrom: (self, [source, copyType]: [HostObject | string, string?], book: HostWorkbook) =>
      copyFrom(self, source, copyType ?? "All", book),
    merge: (self, [across]: [boolean?], book: HostWorkbook) => merge(self, across === true, book),
    unmerge: (self, _args, book) => unmerge(self, book),
    getMergedAreasOrNullObject: (self, _args, book) => mergedAreas(self, book),
    // Office.js asks for this before it sends a large array row by row.
    _ValidateArraySize: ({ area }, [rows, columns]: [number, number]) => {
      if (rows !== area.rows || columns !== area.columns)
        throw invalidArgument("the array doesn't match the size of the range");
    },
    getBoundingRect: (self, [other]: [HostObject | string]) => {
      const area = areaOf(other);
      const row = Math.min(self.area.row, area.row);
      const column = Math.min(self.area.column, area.column);
      const rows = Math.max(self.area.row + self.area.rows, area.row + area.rows) - row;
      const columns = Math.max(self.area.column + self.area.columns, area.column + area.columns) - column;
      return object("Range", { sheet: self.sheet, area: { row, column, rows, columns } });
    },
  },
};

function written(self: Position, value: unknown, book: HostWorkbook): void {
  writeCells(self, value, book);
  refillColumns(book, self.sheet, clip(self, book));
}

const valueType = (value: CellValue): string =>
  value === ""
    ? "Empty"
    : typeof value === "number"
      ? "Double"
      : typeof value === "boolean"
        ? "Boolean"
        : /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!)$/.test(value)
          ? "Error"
          : "String";

function displayed(self: Position, book: HostWorkbook): string[][] {
  const { row, column, rows, columns } = clip(self, book);
  const shown = book.grid.sheet(self.sheet.id).getRange(row, column, rows, columns).getDisplayValues() as unknown[][];
  return shown.map((line, down) =>
    line.map((value, across) =>
      cellText(
        String(value ?? ""),
        { sheet: self.sheet, area: { row: row + down, column: column + across, rows: 1, columns: 1 } },
        book,
      ),
    ),
  );
}

/** A digit's width and a cell's margins, in points. */
const digit = 5.25;
const margins = 4;

/**
 * A formatted number that is too wide for its column is shown as number signs; Excel rounds a number of general format
 * until it fits.
 */
function cellText(words: string, self: Position, book: HostWorkbook): string {
  const { sheet, area } = self;
  const value = readValue(book, sheet.id, area.row, area.column);
  const pattern = book.grid.style(sheet.id, area.row, area.column).n?.pattern;
  if (typeof value !== "number" || !pattern || /^(?:General|@)$/i.test(pattern)) return words;
  const formatted = words === String(value) ? numberText(value, pattern) : words;
  const room = Math.floor((columnWidthOf(self, book) - margins) / digit);
  const isMerged = book.grid.merges(sheet.id).some((merged) => intersection(merged, area));
  return formatted.length <= room || isMerged ? formatted : "#".repeat(Math.max(1, room));
}

function part({ sheet, area }: Position, inner: Area): HostObject {
  return object("Range", {
    sheet,
    area: onSheet({ ...inner, row: area.row + inner.row, column: area.column + inner.column }),
  });
}

const areaOf = (other: HostObject | string): Area =>
  typeof other === "string" ? parseAddress(other.replace(/^.*!/, "")) : (other.self as Position).area;

/** Resolves a range, or an address that may name its sheet. */
function positionOf(target: HostObject | string, { sheet }: Position, book: HostWorkbook): Position {
  if (typeof target !== "string") return target.self as Position;
  const bang = target.lastIndexOf("!");
  const named = bang < 0 ? sheet : book.findSheet(target.slice(0, bang).replace(/^'|'$/g, "").replace(/''/g, "'"));
  if (!named) throw itemNotFound(target);
  return { sheet: named, area: parseAddress(target.slice(bang + 1)) };
}

function clear(self: Position, applyTo: string, book: HostWorkbook): void {
  const area = clip(self, book);
  if (area.rows < 1 || area.columns < 1) return;
  book.checkWritable(self.sheet, area);
  const sheetRange = book.grid.sheet(self.sheet.id).getRange(area.row, area.column, area.rows, area.columns);
  if (applyTo === "All" || applyTo === "Contents") {
    book.grid.write(self.sheet.id, area, () => ({ value: "" }));
    book.log.cellsWritten += area.rows * area.columns;
    book.changed(self.sheet, area, "Local");
  }
  if (applyTo === "All" || applyTo === "Formats") {
    sheetRange.clearFormat();
    breakMerges(self, book);
    cutRules(book.conditionalFormats, self, book);
    self.sheet.unlocked = self.sheet.unlocked.flatMap((free) => without(free, self.area));
    book.mirror.conditionalFormats(self.sheet);
  }
}

function insert(self: Position, direction: string, book: HostWorkbook): HostObject {
  book.checkUnprotected(self.sheet);
  checkRowsUnfiltered(self.sheet, self.area, book);
  insertLines(book, self.sheet, linesOf(self.area, `Range.insert ${direction}`));
  return object("Range", self);
}

function remove(self: Position, direction: string, book: HostWorkbook): void {
  book.checkUnprotected(self.sheet);
  checkRowsUnfiltered(self.sheet, self.area, book);
  deleteLines(book, self.sheet, linesOf(self.area, `Range.delete ${direction}`));
}

/** Copies cells, with relative references adjusted; a source smaller than the target is repeated. */
function copyFrom(self: Position, source: HostObject | string, copyType: string, book: HostWorkbook): void {
  if (typeof source === "string" && source.includes("!")) throw itemNotFound(source);
  const from: Position =
    typeof source === "string" ? { sheet: self.sheet, area: parseAddress(source) } : (source.self as Position);
  const target = clip(self, book);
  book.checkWritable(self.sheet, target);
  checkUnfiltered(self.sheet, target, book);
  const mover = book.grid.univer.getFormula();
  const patches = Array.from({ length: target.rows }, (_, row) =>
    Array.from({ length: target.columns }, (_, column): CellPatch => {
      const fromRow = from.area.row + (row % from.area.rows);
      const fromColumn = from.area.column + (column % from.area.columns);
      const written = copyType === "Values" ? "" : book.grid.formula(from.sheet.id, fromRow, fromColumn);
      const patch: CellPatch = {};
      if (copyType !== "Formats") {
        if (written)
          patch.formula = mover.moveFormulaRefOffset(
            written,
            target.column + column - fromColumn,
            target.row + row - fromRow,
          );
        else {
          const cell = book.grid.cell(from.sheet.id, fromRow, fromColumn);
          patch.value = readValue(book, from.sheet.id, fromRow, fromColumn);
          patch.forceText = cell?.t === 4;
        }
      }
      if (copyType === "All" || copyType === "Formats")
        patch.style = book.grid.style(from.sheet.id, fromRow, fromColumn);
      return patch;
    }),
  );
  if (copyType !== "Formats") book.log.cellsWritten += target.rows * target.columns;
  book.grid.write(self.sheet.id, target, (row, column) => patches[row]![column]);
  if (copyType !== "Formats") refillColumns(book, self.sheet, target);
  book.changed(self.sheet, target, "Local");
}

export const rangeTypes = [range];

declare module "../object-type" {
  interface Selves {
    Range: Position;
  }
}
