import { formatAddress, intersection, maxColumns, maxRows, type Area } from "./areas";
import { invalidArgument } from "./errors";
import { cellValueOf, type CellPatch, type CellValue } from "./cell-data";
import { checkUnfiltered } from "./check-unfiltered";
import type { ChangeSource, HostWorkbook, Position } from "./workbook";

const textLimit = 32_767;

/** A cell's value as Office.js passes it; `""` for an empty cell. */
export function readValue(book: HostWorkbook, sheetId: string, row: number, column: number): CellValue {
  return cellValueOf(book.grid.cell(sheetId, row, column));
}

/** A cell's formula with its `=`, or its value if it has none. */
export function readFormula(book: HostWorkbook, sheetId: string, row: number, column: number): CellValue {
  return book.grid.formula(sheetId, row, column) || readValue(book, sheetId, row, column);
}

/**
 * What Excel makes of a value that is written into a cell.
 * @param asText the cell's number format is “text”
 * @throws HostError InvalidArgument for what no cell takes
 */
function entered(value: unknown, asText: boolean): CellPatch {
  if (typeof value === "number" || typeof value === "boolean") return { value };
  if (typeof value !== "string") throw invalidArgument(`a cell value of type ${typeof value}`);
  if (value.startsWith("'")) return text(value.slice(1), true);
  if (asText) return text(value, true);
  if (value.startsWith("=") && value.length > 1) return formula(value);
  if (/^[+@-]/.test(value) && /^[+-]?[^\d.,%+-]/.test(value) && value.length > 1)
    return formula(`=${value.replace(/^@/, "")}`);
  if (/^(true|false)$/i.test(value)) return { value: value.toLowerCase() === "true" };
  const plain = value.trim().replace(/(\d),(?=\d{3}\b)/g, "$1");
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return { value: Number(plain) };
  if (/^[+-]?(\d+\.?\d*|\.\d+)%$/.test(plain)) return { value: Number(plain.slice(0, -1)) / 100 };
  return text(value, false);
}

/** Whether a text stays a text when it is typed. */
export function isPlainText(value: string): boolean {
  if (/^[=+@'-]/.test(value)) return false;
  return typeof entered(value, false).value === "string";
}

function text(value: string, forceText: boolean): CellPatch {
  if (value.length > textLimit)
    throw invalidArgument(`a text of ${value.length} characters; a cell holds ${textLimit}`);
  return { value, forceText: forceText && value !== "" };
}

function formula(written: string): CellPatch {
  if (written.length > 8192) throw invalidArgument("a formula of more than 8192 characters");
  let depth = 0;
  const bare = written.replace(/"(?:[^"]|"")*"/g, "0").replace(/'(?:[^']|'')*'/g, "");
  for (const char of bare) {
    depth += char === "(" ? 1 : char === ")" ? -1 : 0;
    if (depth < 0) break;
  }
  if (depth !== 0 || bare.includes('"') || /[-+*/^&=<>(,]$/.test(bare))
    throw invalidArgument(`the formula ${written} does not parse`);
  return { formula: written };
}

/**
 * Writes a 2-D array of the range's size, or one value into every cell; null leaves a cell as it is. A co-author's writes
 * (`Remote`) are neither checked nor counted.
 * @throws HostError for protected cells, filtered rows, an array of another size, and values that Excel refuses
 */
export function writeCells(self: Position, value: unknown, book: HostWorkbook, source: ChangeSource = "Local"): void {
  const area =
    self.area.rows === maxRows || self.area.columns === maxColumns
      ? book.grid.clip(self.sheet.id, self.area)
      : self.area;
  const { sheet } = self;
  if (source === "Local") {
    book.checkWritable(sheet, area);
    checkUnfiltered(sheet, area, book);
  }
  const rows = Array.isArray(value) ? (value as unknown[][]) : undefined;
  if (rows && (rows.length !== area.rows || rows.some((row) => !Array.isArray(row) || row.length !== area.columns))) {
    throw invalidArgument(
      `the number of rows or columns in the input array doesn't match the size of the range ${formatAddress(area)}`,
    );
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
  if (source === "Local") book.log.cellsWritten += written;
  book.grid.write(sheet.id, area, (row, column) => patches[row]![column]);
  book.changed(sheet, area, source);
}

/** Refuses headers of a table that are not unique. */
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
