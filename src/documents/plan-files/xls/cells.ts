import type { Bytes } from "../../package/bytes";
import { PackageError } from "../../package/package-error";
import { maxCells, type Merge, type Sheet, type SheetCell } from "../../spreadsheets/sheet";
import { RECORD, recordsFrom } from "./records";
import { StringReader } from "./strings";

/** What all sheets of a workbook share. */
export interface Shared {
  strings: readonly string[];
  /** The number format code of each cell format (XF). */
  formats: readonly string[];
}

const ERRORS: Readonly<{ [code: number]: string }> = {
  0x00: "#NULL!",
  0x07: "#DIV/0!",
  0x0f: "#VALUE!",
  0x17: "#REF!",
  0x1d: "#NAME?",
  0x24: "#NUM!",
  0x2a: "#N/A",
};
const HIDDEN_ROW = 0x20;

type Place = (row: number, column: number, cell: SheetCell) => void;

/** For each record type that holds cells ([MS-XLS] 2.4), how to read them. */
const CELLS: Readonly<{ [type: number]: (data: Bytes, place: Place, shared: Shared) => void }> = {
  [RECORD.LabelSst]: (data, place, { strings }) =>
    place(data.u16(0), data.u16(2), { value: strings[data.u32(6)] ?? "" }),
  [RECORD.Label]: label,
  [RECORD.RString]: label,
  [RECORD.Number]: (data, place, shared) => place(data.u16(0), data.u16(2), number(data.f64(6), data.u16(4), shared)),
  [RECORD.RK]: (data, place, shared) => place(data.u16(0), data.u16(2), number(packed(data, 6), data.u16(4), shared)),
  [RECORD.MulRk]: (data, place, shared) => {
    for (let k = 0; 4 + k * 6 + 6 <= data.length - 2; k++)
      place(data.u16(0), data.u16(2) + k, number(packed(data, 6 + k * 6), data.u16(4 + k * 6), shared));
  },
  [RECORD.BoolErr]: (data, place) =>
    place(data.u16(0), data.u16(2), {
      value: data.u8(7) === 1 ? errorText(data.u8(6)) : data.u8(6) === 1 ? "TRUE" : "FALSE",
    }),
};

/**
 * Reads the sheet that begins at offset `from` of the stream.
 * @param stream the workbook stream
 * @param shared what the workbook's sheets share
 * @param seen counts the cells of all sheets of the workbook
 * @throws PackageError `zipBomb` above the limit of cells, `corrupt` for damaged records
 */
export function sheetAt(
  stream: Bytes,
  from: number,
  { name, isHidden }: Pick<Sheet, "name" | "isHidden">,
  shared: Shared,
  seen: { cells: number },
): Sheet {
  const rows: Sheet["rows"] = new Map();
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const place: Place = (row, column, cell) => {
    if (cell.value === "") return;
    if (++seen.cells > maxCells) throw new PackageError("zipBomb");
    const cells = rows.get(row);
    if (cells) cells.set(column, cell);
    else rows.set(row, new Map([[column, cell]]));
  };
  let depth = 0;
  /** The last formula whose cached text follows in the next record. */
  let formula: { row: number; column: number } | undefined;
  for (const record of recordsFrom(stream, from)) {
    const { type, data } = record;
    // Embedded charts have their own records between BOF and EOF marks.
    if (type === RECORD.BOF) depth++;
    else if (type === RECORD.EOF && --depth <= 0) break;
    if (depth !== 1) continue;
    if (type === RECORD.Formula) formula = formulaValue(data, place, shared);
    else if (type === RECORD.String && formula)
      place(formula.row, formula.column, { value: new StringReader(record, 0).next() });
    else if (type === RECORD.Row && data.u8(12) & HIDDEN_ROW) hiddenRows.add(data.u16(0));
    else if (type === RECORD.ColInfo && data.u16(8) & 1)
      for (let column = data.u16(0); column <= Math.min(255, data.u16(2)); column++) hiddenColumns.add(column);
    else if (type === RECORD.MergeCells) merges.push(...mergesIn(data));
    else CELLS[type]?.(data, place, shared);
  }
  return { name, isHidden, rows, merges, hiddenRows, hiddenColumns };
}

function label(data: Bytes, place: Place): void {
  place(data.u16(0), data.u16(2), { value: new StringReader({ data, rest: [] }, 6).next() });
}

function number(value: number, format: number, { formats }: Shared): SheetCell {
  const code = formats[format];
  return { value: Number.isFinite(value) ? value : "", ...(code === undefined ? {} : { format: code }) };
}

/** Decodes an RK number: four bytes that hold an integer or the upper half of a double, possibly in hundredths. */
function packed(data: Bytes, at: number): number {
  const code = data.u32(at);
  const whole = code & 2 ? data.i32(at) >> 2 : upperHalf(code);
  return code & 1 ? whole / 100 : whole;
}

function upperHalf(code: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, code & ~3);
  return view.getFloat64(0);
}

/**
 * Places a formula's cached result.
 * @returns the formula's place if its result is a text, which follows in a record of its own
 */
function formulaValue(data: Bytes, place: Place, shared: Shared): { row: number; column: number } | undefined {
  const [row, column] = [data.u16(0), data.u16(2)];
  if (data.u16(12) !== 0xffff) place(row, column, number(data.f64(6), data.u16(4), shared));
  else if (data.u8(6) === 0) return { row, column };
  else if (data.u8(6) === 1) place(row, column, { value: data.u8(8) === 1 ? "TRUE" : "FALSE" });
  else if (data.u8(6) === 2) place(row, column, { value: errorText(data.u8(8)) });
  return undefined;
}

const errorText = (code: number): string => ERRORS[code] ?? "#N/A";

function mergesIn(data: Bytes): Merge[] {
  const count = Math.min(data.u16(0), Math.floor((data.length - 2) / 8));
  return Array.from({ length: count }, (_, k) => {
    const at = 2 + k * 8;
    return {
      firstRow: data.u16(at),
      lastRow: data.u16(at + 2),
      firstColumn: data.u16(at + 4),
      lastColumn: data.u16(at + 6),
    };
  });
}
