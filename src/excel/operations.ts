import type { CellValue } from "../matrix/sheet";
import type { Operation } from "../sync/operation";
import { asWritten } from "./cell-text";
import type { RequestPart } from "./session";
import { bytesOf, maxCellsPerWrite, rangeOf } from "./sheet-contents";
import { queueConditionalFormat, queueStyle, queueValidation } from "./write-sheet";

/** Bytes that a step, or a validation rule within one, adds to a request besides its data. */
const stepBytes = 700;
/** Steps in one part; requests are cut only between parts. */
const stepsPerPart = 100;

const wholeRow = { rows: 1, columns: 16384 } as const;
const wholeColumn = { rows: 1048576, columns: 1 } as const;

/** Where the steps are done. */
export interface OperationTarget {
  sheet: Excel.Worksheet;
  /** Absent where the sheet's table was turned into plain cells. */
  table?: Excel.Table;
}

/** The steps as parts of requests, in their order. Queues and sends nothing yet. */
export function operationParts(target: OperationTarget, operations: readonly Operation[]): RequestPart[] {
  const steps = operations.flatMap(split);
  const parts: RequestPart[] = [];
  for (let at = 0, end = 0; at < steps.length; at = end) {
    end = at + stepsPerPart;
    // Writing a formula can make Excel fill the column; the cells that it overwrites are written back in the same
    // request.
    while (isOfFormulas(steps[end - 1]) && isOfFormulas(steps[end])) end++;
    const some = steps.slice(at, end);
    parts.push({
      bytes: bytesOf(some) + (some.length + rulesIn(some)) * stepBytes,
      queue: () => some.forEach((step) => queueStep(target, step)),
    });
  }
  return parts;
}

const isOfFormulas = (step: Operation | undefined): boolean =>
  step?.op === "formula" || step?.op === "keep" || step?.op === "column";

const rulesIn = (steps: readonly Operation[]): number =>
  steps.reduce((sum, step) => sum + (step.op === "dress" ? step.validations.length : 0), 0);

/** Splits a large block of values into blocks of whole rows. */
function split(operation: Operation): Operation[] {
  if (operation.op !== "write") return [operation];
  const { values } = operation;
  const rows = Math.max(1, Math.floor(maxCellsPerWrite / values[0]!.length));
  if (values.length <= rows) return [operation];
  return Array.from({ length: Math.ceil(values.length / rows) }, (_, index) => ({
    ...operation,
    row: operation.row + index * rows,
    values: values.slice(index * rows, (index + 1) * rows),
  }));
}

function queueStep(target: OperationTarget, step: Operation): void {
  const { sheet, table } = target;
  switch (step.op) {
    case "insertRow":
      rangeOf(sheet, { row: step.row, column: 0, ...wholeRow }).insert("Down");
      return;
    case "appendRow":
      if (!table) return;
      if (!canResize()) {
        table.rows.add(undefined, [Array.from({ length: step.columns }, (): CellValue => "")]);
        return;
      }
      rangeOf(sheet, { row: step.row, column: 0, ...wholeRow }).insert("Down");
      table.resize(table.getRange().getResizedRange(1, 0));
      return;
    case "deleteRow":
      rangeOf(sheet, { row: step.row, column: 0, ...wholeRow }).delete("Up");
      return;
    case "moveRow":
      moveRow(sheet, step);
      return;
    case "insertColumn":
      rangeOf(sheet, { row: 0, column: step.column, ...wholeColumn }).insert("Right");
      return;
    case "appendColumn":
      table?.columns.add();
      return;
    case "deleteColumn":
      rangeOf(sheet, { row: 0, column: step.column, ...wholeColumn }).delete("Left");
      return;
    case "write": {
      const { row, column, values } = step;
      rangeOf(sheet, { row, column, rows: values.length, columns: values[0]!.length }).values = values.map((line) =>
        line.map((cell) => (cell === null ? null : asWritten(cell))),
      ) as CellValue[][];
      return;
    }
    case "keep":
      rangeOf(sheet, { row: step.row, column: step.column, rows: 1, columns: 1 }).formulas = [
        ["formula" in step ? step.formula : asWritten(step.value)],
      ];
      return;
    case "column":
      rangeOf(sheet, { row: step.row, column: step.column, rows: step.cells.length, columns: 1 }).formulas =
        step.cells.map((cell) => [cell && ("formula" in cell ? cell.formula : asWritten(cell.value))]) as CellValue[][];
      return;
    case "formula":
      writeFormula(sheet, step);
      return;
    case "dress":
      dress(sheet, step);
  }
}

/** Cuts and pastes, so that references to the cells follow them. Such steps occur only where `canMoveCells`. */
function moveRow(sheet: Excel.Worksheet, { from, to, column, columns }: Extract<Operation, { op: "moveRow" }>): void {
  rangeOf(sheet, { row: from, column, rows: 1, columns }).moveTo(rangeOf(sheet, { row: to, column, rows: 1, columns }));
}

/** `Range.moveTo` came with ExcelApi 1.11; in an older Excel a sync does not reorder rows. */
export const canMoveCells = (): boolean => Office.context.requirements.isSetSupported("ExcelApi", "1.11");

/**
 * `Table.resize` came with ExcelApi 1.13; in an older Excel rows are added through `TableRowCollection.add`, which
 * co-authors may see as a merge conflict.
 */
export const canResize = (): boolean => Office.context.requirements.isSetSupported("ExcelApi", "1.13");

function writeFormula(
  sheet: Excel.Worksheet,
  { row, rows, column, formula }: Extract<Operation, { op: "formula" }>,
): void {
  const first = rangeOf(sheet, { row, column, rows: 1, columns: 1 });
  first.formulas = [[formula]];
  if (rows > 1) rangeOf(sheet, { row: row + 1, column, rows: rows - 1, columns: 1 }).copyFrom(first, "Formulas");
}

function dress(
  sheet: Excel.Worksheet,
  { styles, formats, validations, fit, width }: Extract<Operation, { op: "dress" }>,
): void {
  for (const { area, style } of styles) queueStyle(rangeOf(sheet, area), style, area);
  // A run that was interrupted may have added these rules already.
  for (const { area } of formats) rangeOf(sheet, area).conditionalFormats.clearAll();
  for (const format of [...formats].reverse()) queueConditionalFormat(rangeOf(sheet, format.area), format);
  for (const validation of validations) queueValidation(rangeOf(sheet, validation.area), validation);
  if (width) {
    const range = rangeOf(sheet, { row: 0, column: width.column, rows: 1, columns: 1 });
    range.format.columnWidth = width.points;
    if (width.hidden) range.columnHidden = true;
  }
  if (fit) rangeOf(sheet, { row: fit.row, column: 0, rows: fit.rows, columns: 1 }).format.autofitRows();
}
