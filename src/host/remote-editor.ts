import { parseAddress } from "./areas";
import { writeCells } from "./cells";
import { deleteLines, insertLines, type Lines } from "./structure";
import type { HostSheet, HostWorkbook } from "./workbook";

/** A co-author of the same file: sends no requests, is never refused, and raises change events with source `Remote`. */
export interface RemoteEditor {
  /** @param address `I8`, or `责任矩阵!I8`; without a sheet name the active sheet is meant */
  type(address: string, value: string | number | boolean, sheetName?: string): Promise<void>;
  /** @param row zero-based: the first new row */
  insertRows(sheetName: string, row: number, count?: number): Promise<void>;
  deleteRows(sheetName: string, row: number, count?: number): Promise<void>;
  insertColumns(sheetName: string, column: number, count?: number): Promise<void>;
  deleteColumns(sheetName: string, column: number, count?: number): Promise<void>;
}

export function remoteEditor(book: HostWorkbook): RemoteEditor {
  const sheetNamed = (name: string): HostSheet => {
    const sheet = book.findSheet(name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  };
  const turn = (work: () => void): Promise<void> =>
    book.inTurn(async () => {
      book.grid.quietly(work);
      await book.grid.calculated();
      book.flushEvents();
    });
  const lines =
    (change: typeof insertLines, axis: Lines["axis"]) =>
    (name: string, at: number, count = 1): Promise<void> =>
      turn(() => change(book, sheetNamed(name), { axis, at, count }, "Remote"));
  return {
    type: (address, value, sheetName) =>
      turn(() => writeCells(cellAt(address, sheetName, book), value, book, "Remote")),
    insertRows: lines(insertLines, "row"),
    deleteRows: lines(deleteLines, "row"),
    insertColumns: lines(insertLines, "column"),
    deleteColumns: lines(deleteLines, "column"),
  };
}

/** The cell that `责任矩阵!I8` means. */
export function cellAt(
  address: string,
  sheetName: string | undefined,
  book: HostWorkbook,
): Parameters<typeof writeCells>[0] {
  const bang = address.lastIndexOf("!");
  const name = bang < 0 ? sheetName : address.slice(0, bang).replace(/^'|'$/g, "");
  const sheet = name === undefined ? book.activeSheet : book.findSheet(name);
  if (!sheet) throw new Error(`no sheet in ${address}`);
  return { sheet, area: parseAddress(address.slice(bang + 1)) };
}
