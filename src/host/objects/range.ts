import { formatAddress, intersection, maxColumns, maxRows, parseAddress, quotedSheetName, type Area } from "../areas";
import { HostError, invalidArgument, itemNotFound } from "../errors";
import { nullObject, object, type HostObject, type ObjectType } from "../object-type";
import type { CellPatch } from "../grid";
import type { HostWorkbook, Position } from "../workbook";
import { conditionalFormatCollection } from "./conditional-format";
import { dataValidation } from "./data-validation";
import { rangeFormat, setFormat } from "./range-format";
import { worksheet } from "./worksheet";

type Cell = string | number | boolean;
const textLimit = 32_767;

const clip = (self: Position, book: HostWorkbook): Area => book.grid.clip(self.sheet.id, self.area);

/** A cell's value as Office.js gives it. */
export function readValue(book: HostWorkbook, sheetId: string, row: number, column: number): Cell {
  const cell = book.grid.cell(sheetId, row, column);
  if (!cell) return "";
  const value = cell.p ? (cell.p.body?.dataStream ?? "").replace(/\r\n$/, "") : cell.v;
  if (value === undefined || value === null) return "";
  return cell.t === 3 ? Boolean(Number(value)) : value;
}

function readFormula(book: HostWorkbook, sheetId: string, row: number, column: number): Cell {
  return book.grid.formula(sheetId, row, column) || readValue(book, sheetId, row, column);
}

function read<T>(self: Position, book: HostWorkbook, cell: (row: number, column: number) => T): T[][] {
  const area = clip(self, book);
  book.log.cellsRead += area.rows * area.columns;
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (_, column) => cell(area.row + row, area.column + column)),
  );
}

/** What Excel makes of what is written into a cell. */
function entered(value: unknown, asText: boolean): CellPatch {
  if (typeof value === "number" || typeof value === "boolean") return { value };
  if (typeof value !== "string") throw invalidArgument(`a cell value of type ${typeof value}`);
  if (value.startsWith("'")) return text(value.slice(1), true);
  if (asText) return text(value, true);
  if (value.startsWith("=") && value.length > 1) return formula(value);
  if (/^[+@-]/.test(value) && /^[+-]?[^\d.,%+-]/.test(value) && value.length > 1) return formula(`=${value.replace(/^@/, "")}`);
  if (/^(true|false)$/i.test(value)) return { value: value.toLowerCase() === "true" };
  const plain = value.trim().replace(/(\d),(?=\d{3}\b)/g, "$1");
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return { value: Number(plain) };
  if (/^[+-]?(\d+\.?\d*|\.\d+)%$/.test(plain)) return { value: Number(plain.slice(0, -1)) / 100 };
  return text(value, false);
}

function text(value: string, forceText: boolean): CellPatch {
  if (value.length > textLimit) throw invalidArgument(`a text of ${value.length} characters; a cell holds ${textLimit}`);
  return { value, forceText: forceText && value !== "" };
}

function formula(written: string): CellPatch {
  if (written.length > 8192) throw invalidArgument("a formula of more than 8192 characters");
  let depth = 0;
  const bare = written.replace(/"(?:[^"]|"")*"/g, "").replace(/'(?:[^']|'')*'/g, "");
  for (const char of bare) {
    depth += char === "(" ? 1 : char === ")" ? -1 : 0;
    if (depth < 0) break;
  }
  if (depth !== 0 || bare.includes('"') || /[-+*/^&=<>(,]$/.test(bare)) throw invalidArgument(`the formula ${written} does not parse`);
  return { formula: written };
}

/** Writes a 2-D array, or one value into every cell. */
function write(self: Position, value: unknown, book: HostWorkbook): void {
  const area = self.area.rows === maxRows || self.area.columns === maxColumns ? clip(self, book) : self.area;
  const { sheet } = self;
  book.checkWritable(sheet, area);
  const rows = Array.isArray(value) ? (value as unknown[][]) : undefined;
  if (rows && (rows.length !== area.rows || rows.some((row) => !Array.isArray(row) || row.length !== area.columns))) {
    throw invalidArgument(`the number of rows or columns in the input array doesn't match the size of the range ${formatAddress(area)}`);
  }
  let written = 0;
  const patches = Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (_, column): CellPatch | undefined => {
      const one = rows ? rows[row]![column] : value;
      if (one === null || one === undefined) return undefined;
      written++;
      const asText = book.grid.style(sheet.id, area.row + row, area.column + column).n?.pattern === "@";
      return entered(one, asText && !(typeof one === "string" && one.startsWith("'")));
    }),
  );
  checkHeaders(self, area, patches, book);
  book.log.cellsWritten += written;
  book.grid.write(sheet.id, area, (row, column) => patches[row]![column]);
  book.changed(sheet, area, "Local");
}

/** A table's header cells are texts, each different from the others. */
function checkHeaders({ sheet }: Position, area: Area, patches: (CellPatch | undefined)[][], book: HostWorkbook): void {
  for (const table of book.tables) {
    const header = { ...table.area, rows: 1 };
    if (table.sheet !== sheet || !intersection(header, area)) continue;
    const names = Array.from({ length: header.columns }, (_, index) => {
      const column = header.column + index;
      const patch = patches[header.row - area.row]?.[column - area.column];
      return String(patch?.value ?? readValue(book, sheet.id, header.row, column)).toLowerCase();
    });
    if (new Set(names).size < names.length) throw invalidArgument("a table's column names must differ");
  }
}

export const range: ObjectType<Position> = {
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
    values: { get: (self, book) => read(self, book, (row, column) => readValue(book, self.sheet.id, row, column)), set: write },
    formulas: { get: (self, book) => read(self, book, (row, column) => readFormula(book, self.sheet.id, row, column)), set: write },
    text: { get: (self, book) => displayed(self, book) },
    valueTypes: { get: (self, book) => read(self, book, (row, column) => valueType(readValue(book, self.sheet.id, row, column))) },
    numberFormat: {
      get: (self, book) => read(self, book, (row, column) => book.grid.style(self.sheet.id, row, column).n?.pattern ?? "General"),
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
    worksheet: ({ sheet }) => object(worksheet, sheet),
    format: (self) => object(rangeFormat, self),
    conditionalFormats: (self) => object(conditionalFormatCollection, self),
    dataValidation: (self) => object(dataValidation, self),
  },
  methods: {
    getCell: (self, [row, column]: [number, number]) => part(self, { row, column, rows: 1, columns: 1 }),
    getRow: (self, [row]: [number]) => part(self, { row, column: 0, rows: 1, columns: self.area.columns }),
    getColumn: (self, [column]: [number]) => part(self, { row: 0, column, rows: self.area.rows, columns: 1 }),
    getEntireRow: ({ sheet, area }) => object(range, { sheet, area: { ...area, column: 0, columns: maxColumns } }),
    getEntireColumn: ({ sheet, area }) => object(range, { sheet, area: { ...area, row: 0, rows: maxRows } }),
    getLastRow: (self) => part(self, { row: self.area.rows - 1, column: 0, rows: 1, columns: self.area.columns }),
    getLastCell: (self) => part(self, { row: self.area.rows - 1, column: self.area.columns - 1, rows: 1, columns: 1 }),
    getOffsetRange: (self, [row, column]: [number, number]) => part(self, { row, column, rows: self.area.rows, columns: self.area.columns }),
    getResizedRange: (self, [rows, columns]: [number, number]) =>
      part(self, { row: 0, column: 0, rows: self.area.rows + rows, columns: self.area.columns + columns }),
    getIntersectionOrNullObject: (self, [other]: [HostObject | string]) => {
      const area = intersection(self.area, areaOf(other));
      return area ? object(range, { sheet: self.sheet, area }) : nullObject;
    },
    getUsedRangeOrNullObject: (self, [valuesOnly]: [boolean?], book: HostWorkbook) => {
      const used = book.grid.used(self.sheet.id, valuesOnly ?? false);
      const area = used && intersection(used, self.area);
      return area ? object(range, { sheet: self.sheet, area }) : nullObject;
    },
    clear: (self, [applyTo]: [string?], book: HostWorkbook) => clear(self, applyTo ?? "All", book),
    select: (self, _args, book) => {
      book.selection = { sheet: self.sheet, area: self.area };
      const area = clip(self, book);
      book.grid.workbook.setActiveSheet(book.grid.sheet(self.sheet.id));
      book.grid.sheet(self.sheet.id).setActiveRange(book.grid.sheet(self.sheet.id).getRange(area.row, area.column, area.rows, area.columns));
      book.selected();
    },
    insert: (self, [direction]: [string], book: HostWorkbook) => insert(self, direction, book),
    delete: (self, [direction]: [string], book: HostWorkbook) => remove(self, direction, book),
    copyFrom: (self, [source, copyType]: [HostObject | string, string?], book: HostWorkbook) => copyFrom(self, source, copyType ?? "All", book),
    merge: (self, _args, book) => {
      const { row, column, rows, columns } = self.area;
      book.grid.sheet(self.sheet.id).getRange(row, column, rows, columns).merge({ isForceMerge: true });
    },
    unmerge: (self, _args, book) => {
      const { row, column, rows, columns } = self.area;
      book.grid.sheet(self.sheet.id).getRange(row, column, rows, columns).breakApart();
    },
    setColumnProperties: (self, [list]: [{ columnHidden?: boolean; format?: Record<string, unknown> }[]], book: HostWorkbook) => {
      if (list.length !== self.area.columns) throw invalidArgument("one entry for each column");
      list.forEach((one, index) => {
        const column = { sheet: self.sheet, area: { ...self.area, column: self.area.column + index, columns: 1 } };
        if (one.columnHidden !== undefined) hide(column, book, "column", one.columnHidden);
        for (const [name, value] of Object.entries(one.format ?? {})) setFormat(column, name, value, book);
      });
    },
    setRowProperties: (self, [list]: [{ rowHidden?: boolean; format?: Record<string, unknown> }[]], book: HostWorkbook) => {
      if (list.length !== self.area.rows) throw invalidArgument("one entry for each row");
      list.forEach((one, index) => {
        const row = { sheet: self.sheet, area: { ...self.area, row: self.area.row + index, rows: 1 } };
        if (one.rowHidden !== undefined) hide(row, book, "row", one.rowHidden);
        for (const [name, value] of Object.entries(one.format ?? {})) setFormat(row, name, value, book);
      });
    },
  },
};

const valueType = (value: Cell): string =>
  value === "" ? "Empty" : typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!)$/.test(value) ? "Error" : "String";

function displayed(self: Position, book: HostWorkbook): string[][] {
  const { row, column, rows, columns } = clip(self, book);
  const shown = book.grid.sheet(self.sheet.id).getRange(row, column, rows, columns).getDisplayValues() as unknown[][];
  return shown.map((line) => line.map((value) => String(value ?? "")));
}

function part({ sheet, area }: Position, inner: Area): HostObject {
  const moved = { ...inner, row: area.row + inner.row, column: area.column + inner.column };
  if (moved.row < 0 || moved.column < 0 || moved.rows < 1 || moved.columns < 1 || moved.row + moved.rows > maxRows || moved.column + moved.columns > maxColumns) {
    throw invalidArgument("outside the sheet");
  }
  return object(range, { sheet, area: moved });
}

const areaOf = (other: HostObject | string): Area =>
  typeof other === "string" ? parseAddress(other.replace(/^.*!/, "")) : (other.self as Position).area;

function hiddenState(self: Position, book: HostWorkbook, axis: "row" | "column"): boolean | null {
  const area = clip(self, book);
  const sheet = book.grid.sheet(self.sheet.id).getSheet();
  const [start, count] = axis === "row" ? [area.row, area.rows] : [area.column, area.columns];
  const states = new Set(
    Array.from({ length: count }, (_, index) => (axis === "row" ? !sheet.getRowVisible(start + index) : !sheet.getColVisible(start + index))),
  );
  return states.size > 1 ? null : states.has(true);
}

function hide(self: Position, book: HostWorkbook, axis: "row" | "column", hidden: boolean): void {
  book.checkUnprotected(self.sheet);
  const area = clip(self, book);
  const sheet = book.grid.sheet(self.sheet.id);
  if (axis === "row") {
    if (hidden) sheet.hideRows(area.row, area.rows);
    else sheet.showRows(area.row, area.rows);
  } else if (hidden) sheet.hideColumns(area.column, area.columns);
  else sheet.showColumns(area.column, area.columns);
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
    for (let index = book.conditionalFormats.length - 1; index >= 0; index--) {
      const format = book.conditionalFormats[index]!;
      if (format.sheet === self.sheet && intersection(format.area, self.area)) book.conditionalFormats.splice(index, 1);
    }
    book.mirror.conditionalFormats(self.sheet);
  }
}

/** Whole rows and columns only, and cells pushed down or right within a table's columns: what the add-in uses. */
function insert(self: Position, direction: string, book: HostWorkbook): HostObject {
  book.checkUnprotected(self.sheet);
  const sheet = book.grid.sheet(self.sheet.id);
  const { area } = self;
  if (area.columns === maxColumns) {
    sheet.insertRows(area.row, area.rows);
    book.shift(self.sheet, "row", area.row, area.rows);
  } else if (area.rows === maxRows) {
    sheet.insertColumns(area.column, area.columns);
    book.shift(self.sheet, "column", area.column, area.columns);
  } else {
    throw new HostError("NotImplemented", `The embedded host inserts whole rows and columns only (Range.insert ${direction})`);
  }
  book.grid.touch();
  return object(range, self);
}

function remove(self: Position, direction: string, book: HostWorkbook): void {
  book.checkUnprotected(self.sheet);
  const sheet = book.grid.sheet(self.sheet.id);
  const area = clip(self, book);
  if (self.area.columns === maxColumns) {
    sheet.deleteRows(area.row, area.rows);
    book.shift(self.sheet, "row", area.row, -area.rows);
  } else if (self.area.rows === maxRows) {
    sheet.deleteColumns(area.column, area.columns);
    book.shift(self.sheet, "column", area.column, -area.columns);
  } else {
    throw new HostError("NotImplemented", `The embedded host deletes whole rows and columns only (Range.delete ${direction})`);
  }
  book.grid.touch();
}

/** Copies with relative references moved; a source smaller than the target is repeated. */
function copyFrom(self: Position, source: HostObject | string, copyType: string, book: HostWorkbook): void {
  if (typeof source === "string" && source.includes("!")) throw itemNotFound(source);
  const from: Position = typeof source === "string" ? { sheet: self.sheet, area: parseAddress(source) } : (source.self as Position);
  const target = clip(self, book);
  book.checkWritable(self.sheet, target);
  const mover = book.grid.univer.getFormula();
  const patches = Array.from({ length: target.rows }, (_, row) =>
    Array.from({ length: target.columns }, (_, column): CellPatch => {
      const fromRow = from.area.row + (row % from.area.rows);
      const fromColumn = from.area.column + (column % from.area.columns);
      const written = copyType === "Values" ? "" : book.grid.formula(from.sheet.id, fromRow, fromColumn);
      const patch: CellPatch = {};
      if (copyType !== "Formats") {
        if (written) patch.formula = mover.moveFormulaRefOffset(written, target.column + column - fromColumn, target.row + row - fromRow);
        else {
          const cell = book.grid.cell(from.sheet.id, fromRow, fromColumn);
          patch.value = readValue(book, from.sheet.id, fromRow, fromColumn);
          patch.forceText = cell?.t === 4;
        }
      }
      if (copyType === "All" || copyType === "Formats") patch.style = book.grid.style(from.sheet.id, fromRow, fromColumn);
      return patch;
    }),
  );
  if (copyType !== "Formats") book.log.cellsWritten += target.rows * target.columns;
  book.grid.write(self.sheet.id, target, (row, column) => patches[row]![column]);
  book.changed(self.sheet, target, "Local");
}
