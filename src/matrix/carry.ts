import type { Indicator, Plan } from "../plan/model";
import { buildMatrix, listAreas, titleRows, type Matrix, type MatrixOptions } from "./build";
import { hasLists } from "./choices";
import { actualYear, distinctHeader, type MatrixColumn } from "./columns";
import { isFormerStatus } from "./formulas";
import type { LocatedMatrix, LocatedRow } from "./locate";
import { body, header } from "./look";
import { isFilled, isMarkColumn, isNote, isTypedColumn, isUsed } from "./ownership";
import { rowIdentity } from "./row-key";
import { cellsOf } from "./rows";
import { fitted, type Area, type CellValue, type SheetData, type Validation } from "./sheet";
import { formatPeriod, formatTarget } from "./target-text";
import { askedRow, bodyValidations, type AskedRow } from "./validations";

export interface ManualChange {
  /** Where, in words: task and column. */
  place: string;
  /** What the sheet keeps. */
  kept: CellValue;
  /** What the plan says. */
  planned: CellValue;
}

/** A row whose task or indicator is no longer in the plan, with what was typed in it. */
export interface RemovedRow {
  cells: Record<string, CellValue>;
}

export interface CarriedMatrix extends Matrix {
  /** How many typed cells were taken over. */
  kept: number;
  manualChanges: ManualChange[];
  removed: RemovedRow[];
  /** True when the sheet holds all of it already, in whatever order of rows and columns. */
  unchanged: boolean;
}

/**
 * The matrix of `plan` for a sheet that is in use: everything typed stays with its row (DESIGN §5). Rows are found by
 * key, so order, filters and moved columns do not matter. The user's own columns come right of ours, their own rows
 * and copies of ours at the end.
 * @param base the plan that the sheet was made from; without it only 目标 and 口径 can be told from manual changes
 */
export function carryOver(plan: Plan, held: LocatedMatrix, base: Plan | undefined, options: MatrixOptions = {}): CarriedMatrix {
  const year = held.year ?? options.year;
  const matrix = buildMatrix(plan, { ...options, ...(year === undefined ? {} : { year }) });
  const baseCells = new Map((base ? buildMatrix(base, options).rows : []).map(({ identity, cells }) => [identity, cells]));
  const identities = new Set(matrix.rows.map(({ identity }) => identity));
  const staying = held.rows.filter(({ key }) => !key || identities.has(rowIdentity(key)));
  const columns = withUserColumns(matrix.columns, held, staying);
  const heldRows = new Map<string, LocatedRow[]>();
  const own: LocatedRow[] = [];
  for (const row of held.rows) {
    if (!row.key) own.push(row);
    else heldRows.set(rowIdentity(row.key), [...(heldRows.get(rowIdentity(row.key)) ?? []), row]);
  }
  const manualChanges: ManualChange[] = [];
  const lines: CellValue[][] = [];
  const sources: (LocatedRow | undefined)[] = [];
  const asked: AskedRow[] = [];
  const ask = (cells: Record<string, CellValue>, indicator?: Indicator): void => void asked.push(askedRow(titleRows.header + 1 + lines.length, cells, indicator));
  const copies: LocatedRow[] = [];
  for (const row of matrix.rows) {
    const [first, ...others] = heldRows.get(row.identity) ?? [];
    heldRows.delete(row.identity);
    copies.push(...others);
    const merged = first ? merge(row.cells, first, baseCells.get(row.identity), plan, columns, manualChanges) : row.cells;
    ask(merged, row.indicator);
    lines.push(cellsOf({ ...row, cells: merged }, columns));
    sources.push(first);
  }
  for (const row of [...copies, ...own]) {
    ask(row.cells);
    lines.push(columns.map(({ key }) => row.cells[key] ?? ""));
    sources.push(row);
  }
  if (lines.length === 0) {
    // A table has one row at least.
    lines.push(columns.map(() => ""));
    sources.push(undefined);
  }
  const removed = [...heldRows.values()].flat().filter(isUsed);
  const kept = sources.reduce((count, row) => count + (row ? typedIn(row) : 0), 0);
  const laidOut = withLines(matrix.sheet, columns, lines, (body) => bodyValidations(columns, (key) => columns.findIndex((column) => column.key === key), body, asked, listAreas(plan)));
  const sheet = { ...laidOut, formulas: [...laidOut.formulas, ...keptFormulas(columns, sources, held)] };
  const unchanged = removed.length === 0 && heldRows.size === 0 && hasLists(held.above, plan) && isSame(columns, lines, sources, held);
  return { sheet, columns, rows: matrix.rows, kept, manualChanges, removed: removed.map(({ cells }) => ({ cells })), unchanged };
}

/** Formulas that the user wrote, where row and column stay in place; elsewhere the value stands, since its references would point wrong. */
function keptFormulas(columns: MatrixColumn[], sources: (LocatedRow | undefined)[], held: LocatedMatrix): SheetData["formulas"] {
  return sources.flatMap((source, index) => {
    const row = titleRows.header + 1 + index;
    if (source?.row !== row) return [];
    return columns.flatMap(({ key, kind }, column) => {
      const formula = source.formulas[key];
      return formula !== undefined && kind !== "formula" && held.columns.get(key) === column ? [{ row, column, formula }] : [];
    });
  });
}

const typedIn = ({ cells }: LocatedRow): number => Object.keys(cells).filter((key) => isTypedColumn(key) && isFilled(cells[key])).length;

/** Columns of the sheet that are not in the plan's matrix: the user's own; units and years that left, where the user wrote in them. */
function withUserColumns(columns: MatrixColumn[], held: LocatedMatrix, staying: readonly LocatedRow[]): MatrixColumn[] {
  const known = new Set(columns.map(({ key }) => key));
  const extra = [...held.columns.keys()].filter((key) => !known.has(key) && key.startsWith("user:"));
  const noted = [...held.columns.keys()].filter(
    (key) => !known.has(key) && isMarkColumn(key) && staying.some(({ key: ours, cells }) => (ours ? isNote(key, cells[key]) : isFilled(cells[key]))),
  );
  const droppedYears = [...held.columns.keys()].filter(
    (key) => !known.has(key) && actualYear(key) !== undefined && staying.some(({ cells }) => isFilled(cells[key])),
  );
  const taken = new Set(columns.map(({ header }) => header.toLowerCase()));
  return [
    ...columns,
    ...droppedYears.map((key): MatrixColumn => ({ key, header: `${actualYear(key)}年`, kind: "typed", width: 48 })),
    ...noted.map((key): MatrixColumn => ({ key, header: distinctHeader(key.replace(/^\w+:/, ""), taken), kind: "typed", width: 80 })),
    ...extra.map((key): MatrixColumn => ({ key, header: distinctHeader(key.slice("user:".length), taken), kind: "typed", width: 80 })),
  ];
}

function merge(
  planned: Record<string, CellValue>,
  held: LocatedRow,
  base: Record<string, CellValue> | undefined,
  plan: Plan,
  columns: MatrixColumn[],
  changes: ManualChange[],
): Record<string, CellValue> {
  const merged: Record<string, CellValue> = { ...planned };
  for (const { key, header: name, kind } of columns) {
    const there = held.cells[key];
    if (there === undefined || kind === "key" || kind === "formula") continue;
    if (isTypedColumn(key)) {
      merged[key] = there;
      continue;
    }
    const incoming = fitted(planned[key] ?? "");
    const before = base ? fitted(base[key] ?? "") : beforeByKey(held, key, plan);
    if (String(there) === String(incoming) || before === undefined || String(there) === String(before)) continue;
    merged[key] = there;
    changes.push({ place: `${String(planned.task)} · ${name}`, kept: there, planned: incoming });
  }
  return merged;
}

/** What the plan said when the row was written, as far as the hidden key tells. */
function beforeByKey({ key, cells }: LocatedRow, column: string, plan: Plan): CellValue | undefined {
  if (isNote(column, cells[column])) return "";
  if (!key?.promised) return undefined;
  if (column === "target") return formatTarget(key.promised);
  if (column === "period") return formatPeriod(key.promised, plan.years[1]);
  return undefined;
}

/** The fresh sheet with other rows and columns in it: areas that span the table follow its new size. */
function withLines(sheet: SheetData, columns: MatrixColumn[], lines: CellValue[][], rules: (body: Area) => Validation[]): SheetData {
  const width = columns.length;
  const first = titleRows.header + 1;
  const before = sheet.cells.length - first;
  const extra = width - sheet.cells[0]!.length;
  const body_ = { row: first, column: sheet.cells[0]!.length, rows: lines.length, columns: extra };
  const taller = <T extends { area: SheetData["styles"][number]["area"] }>(items: T[]): T[] =>
    items.map((item) => (item.area.row === first && item.area.rows === before ? { ...item, area: { ...item.area, rows: lines.length } } : item));
  const pad = (row: CellValue[]): CellValue[] => [...row, ...Array.from({ length: extra }, () => "")];
  return {
    ...sheet,
    cells: [...sheet.cells.slice(0, titleRows.header).map(pad), columns.map((column) => column.header), ...lines],
    filledFormulas: taller(sheet.filledFormulas),
    styles: [
      ...taller(sheet.styles),
      ...(extra > 0 ? [{ area: { ...body_, row: titleRows.header, rows: 1 }, style: header }, { area: body_, style: body }] : []),
    ],
    columnWidths: columns.map((column) => column.width),
    rowHeights: [...sheet.rowHeights.slice(0, first), ...lines.map(() => undefined)],
    conditionalFormats: taller(sheet.conditionalFormats),
    validations: [...sheet.validations.filter(({ area }) => area.row < first), ...rules({ row: first, column: 0, rows: lines.length, columns: width })],
    ...(sheet.table ? { table: { ...sheet.table, area: { ...sheet.table.area, rows: lines.length + 1, columns: width } } } : {}),
  };
}

/** Whether the sheet shows just these cells already, whatever its order of rows and columns. */
function isSame(columns: MatrixColumn[], lines: CellValue[][], sources: (LocatedRow | undefined)[], held: LocatedMatrix): boolean {
  if (columns.length !== held.columns.size || lines.length !== held.rows.length) return false;
  return lines.every((line, index) => {
    const row = sources[index];
    return (
      row !== undefined &&
      columns.every(({ key, kind }, column) =>
        kind === "formula" ? row.formulas[key] !== undefined && !isFormerStatus(row.formulas[key]) : String(row.cells[key] ?? "") === String(fitted(line[column]!)),
      )
    );
  });
}
