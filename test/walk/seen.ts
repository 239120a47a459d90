import { readValue } from "../../src/host/cells";
import type { Host } from "../../src/host/node";
import type { CellValue } from "../../src/matrix/sheet";

/** What a person sees in the workbook, read directly and not by the product or Office.js. */

export interface SeenRow {
  /** Zero-based row of the sheet. */
  at: number;
  /** By header. */
  cells: Readonly<Record<string, CellValue>>;
}

export interface SeenMatrix {
  headerRow: number;
  /** Zero-based columns by header, left to right. */
  columns: ReadonlyMap<string, number>;
  rows: readonly SeenRow[];
  /** By header, the name by which a unit's column is known, whatever its header says. */
  units: ReadonlyMap<string, string>;
  year: number;
  /** 截至. */
  month: number;
  /** Texts above the header. */
  above: readonly CellValue[];
}

/** All cells of a sheet from A1 to the end of its used part; undefined if there is no such sheet. */
export function cellsOf({ book }: Host, name: string): CellValue[][] | undefined {
  const sheet = book.findSheet(name);
  if (!sheet) return undefined;
  const used = book.grid.used(sheet.id, true);
  if (!used) return [];
  const [rows, columns] = [used.row + used.rows, used.column + used.columns];
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => readValue(book, sheet.id, row, column)),
  );
}

const matrixName = "责任矩阵";

export function seenMatrix(host: Host): SeenMatrix | undefined {
  const cells = cellsOf(host, matrixName);
  const headerRow =
    cells?.findIndex((row) => ["任务", "指标", "目标", "状态"].every((header) => row.includes(header))) ?? -1;
  if (!cells || headerRow < 0) return undefined;
  const columns = new Map<string, number>();
  cells[headerRow]!.forEach((header, column) => {
    if (header !== "") columns.set(columns.has(String(header)) ? `${header}@${column}` : String(header), column);
  });
  const rows = cells.slice(headerRow + 1).flatMap((row, index): SeenRow[] => {
    if (row.every((cell) => cell === "")) return [];
    return [
      {
        at: headerRow + 1 + index,
        cells: Object.fromEntries([...columns].map(([header, column]) => [header, row[column]!])),
      },
    ];
  });
  const above = cells.slice(0, headerRow);
  const hidden = above.find((row) => row.includes("#key")) ?? [];
  const units = new Map(
    [...columns].flatMap(([header, column]) =>
      /^#(?:unit|group):/.test(String(hidden[column])) ? [[header, String(hidden[column]).replace(/^#\w+:/, "")]] : [],
    ),
  );
  const labelled = above.find((row) => row.includes("评估年度"));
  return {
    headerRow,
    columns,
    rows,
    units,
    year: Number(labelled?.slice(labelled.indexOf("评估年度") + 1).find((cell) => typeof cell === "number")),
    month: Number(
      /^截至(\d+)月$/.exec(
        above
          .flat()
          .map(String)
          .find((text) => /^截至\d/.test(text)) ?? "",
      )?.[1],
    ),
    above: above.flat(),
  };
}

/** The lines of a table-like sheet, by header; the header row is the one that has `known`. */
export function linesOf(host: Host, name: string, known: readonly string[]): Record<string, CellValue>[] | undefined {
  const cells = cellsOf(host, name);
  const at = cells?.findIndex((row) => known.every((header) => row.includes(header))) ?? -1;
  if (!cells || at < 0) return undefined;
  const headers = cells[at]!.map(String);
  return cells
    .slice(at + 1)
    .flatMap((row) =>
      row.every((cell) => cell === "")
        ? []
        : [Object.fromEntries(headers.flatMap((header, column) => (header === "" ? [] : [[header, row[column]!]])))],
    );
}

/** 已移出: each row under the header above it. */
export function removedLines(host: Host): Record<string, CellValue>[] {
  let headers: string[] = [];
  return (cellsOf(host, "已移出") ?? []).flatMap((row) => {
    if (row.includes("键")) headers = row.map(String);
    else if (row.some((cell) => cell !== ""))
      return [Object.fromEntries(headers.flatMap((header, column) => (header === "" ? [] : [[header, row[column]!]])))];
    return [];
  });
}
