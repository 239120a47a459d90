import { asOfIn } from "../../assessment/as-of";
import { plannedRows } from "../../assessment/answering";
import { chasing, type Chase } from "../../assessment/chase";
import { collecting, withCollected, withDropped, type Collection, type CollectContext } from "../../assessment/collect";
import { derivedCells, type DerivedCell } from "../../assessment/derive";
import { merged } from "../../assessment/details";
import type { ReturnedForm } from "../../assessment/returned-form";
import type { LocatedMatrix } from "../../matrix/locate";
import { rowIdentity } from "../../matrix/row-key";
import type { CellValue } from "../../matrix/sheet";
import { runToEnd, type Pausable } from "../../plan/pausable";
import { ExcelFailure, protectedSheet } from "../failure";
import { withRowsShown } from "../filters";
import { runWithPauses, pauseWhenDue } from "../pause";
import { inExcel, sendParts, writingInExcel, type Course, type RequestPart } from "../session";
import { cellParts } from "./cell-parts";
import { detailChanges, detailsSpec } from "./details-sheet";
import { readAssessmentData, type AssessmentData } from "./assessment-data";
import { recordParts, tableOf } from "./record-sheet";
import { madeIn, sentIn } from "./sent-sheet";

/** What the user has settled about the files that were shown. */
export interface CollectChoice {
  /** Files that are not to be taken. */
  left: ReadonlySet<string>;
  /** Ids of doubtful entries that the user has accepted as numbers. */
  accepted: ReadonlySet<string>;
  /** Ids (`cellId`) of cells with other typed contents that are to be replaced. */
  replaced: ReadonlySet<string>;
}

export const noChoice: CollectChoice = { left: new Set(), accepted: new Set(), replaced: new Set() };

export const cellId = ({ identity, column }: Pick<DerivedCell, "identity" | "column">): string =>
  JSON.stringify([identity, column]);

/** Returned files compared with the workbook; plain data, so that the page can compute what another choice would do. */
export interface CollectPreview {
  ground: CollectContext;
  collection: Collection;
}

function groundOf(
  { plan, matrix, totals, details, dropped, sentRecords, unitChanges, present }: AssessmentData,
  year: number,
): CollectContext {
  return {
    plan,
    held: matrix,
    year,
    totals,
    details,
    dropped,
    sent: sentIn(sentRecords, asOfIn(matrix, year), present),
    made: madeIn(sentRecords),
    unitChanges,
  };
}

const unitsIn = (forms: readonly ReturnedForm[]): string[] => [
  ...new Set(forms.flatMap(({ rows }) => rows.map(({ unit }) => unit))),
];

/**
 * Compares returned forms with the workbook. One round trip; writes nothing.
 * @throws ExcelFailure `NoMatrix`
 */
export function previewCollect(forms: readonly ReturnedForm[], year: number): Promise<CollectPreview> {
  return inExcel(async (context) => {
    const ground = groundOf(await readAssessmentData(context, unitsIn(forms)), year);
    return { ground, collection: await runWithPauses(collecting(forms, ground)) };
  });
}

/** The matrix's cells that the files have something for, with the user's choice applied. */
export function cellsOf({ ground, collection }: CollectPreview, choice: CollectChoice): DerivedCell[] {
  const { plan, held: matrix, year, totals, details } = ground;
  return derivedCells({
    plan,
    held: matrix,
    year,
    totals,
    before: merged(details),
    after: withCollected(details, collection, choice),
  });
}

/**
 * What is still to be asked for once the files are taken with this choice; `cells` is the result of `cellsOf` for it.
 */
export const chaseAfter = (preview: CollectPreview, choice: CollectChoice, cells: readonly DerivedCell[]): Chase =>
  runToEnd(
    chasingAfter(
      preview,
      choice,
      cells.filter((cell) => isWritten(cell, choice)),
    ),
  );

const chasingAfter = (
  { ground, collection }: CollectPreview,
  choice: CollectChoice,
  written: readonly DerivedCell[],
): Pausable<Chase> =>
  chasing({
    ...ground,
    held: withCells(ground.held, written),
    details: withCollected(ground.details, collection, choice),
    dropped: withDropped(ground.dropped, collection, choice.left).values(),
  });

function withCells(matrix: LocatedMatrix, cells: readonly DerivedCell[]): LocatedMatrix {
  const written = new Map<string, Record<string, CellValue>>();
  for (const { identity, column, after } of cells) written.set(identity, { ...written.get(identity), [column]: after });
  return {
    ...matrix,
    rows: matrix.rows.map((row) => ({
      ...row,
      cells: { ...row.cells, ...(row.key && written.get(rowIdentity(row.key))) },
    })),
  };
}

const isWritten = (cell: DerivedCell, { replaced }: Pick<CollectChoice, "replaced">): boolean =>
  cell.kind === "take" || (cell.kind === "typed" && replaced.has(cellId(cell)));

export interface CollectReport {
  /** Cells of the matrix that were written. */
  cells: number;
  /** Rows of 填报明细 that were added or changed. */
  details: number;
  /** Cells left as they are although something else was reported. */
  kept: number;
  /** What is still to be asked for. */
  chase: Chase;
}

/**
 * Takes returned forms: writes the matrix's cells first, then 填报明细, so that the next run finishes one that broke
 * off. Typed contents are replaced only where the user chose so; taking the same files again writes nothing.
 * @param seen what the cells held when shown, by `cellId`: if one has changed since, nothing is written
 * @throws ExcelFailure `NoMatrix`, `SheetChanged`, `AccessDenied`
 */
export function takeIn(
  forms: readonly ReturnedForm[],
  year: number,
  choice: CollectChoice,
  seen: ReadonlyMap<string, CellValue>,
  course: Course = {},
): Promise<CollectReport> {
  return writingInExcel(async (context) => {
    const data = await readAssessmentData(context, unitsIn(forms));
    const compared = groundOf(data, year);
    const collection = await runWithPauses(collecting(forms, compared));
    await pauseWhenDue();
    const wanted = withCollected(compared.details, collection, choice);
    await pauseWhenDue();
    const said = cellsOf({ ground: compared, collection }, choice);
    const cells = said.filter((cell) => isWritten(cell, choice));
    if (cells.some((cell) => seen.has(cellId(cell)) && String(seen.get(cellId(cell))) !== String(cell.before)))
      throw changed();
    await pauseWhenDue();
    const changes = detailChanges(
      data.detailRecords,
      wanted,
      withDropped(compared.dropped, collection, choice.left),
      data.matrix,
      data.present,
    );
    const details = changes.updated.length + changes.added.length;
    if (cells.length > 0 && data.state.isProtected) throw protectedSheet();
    const chase = await runWithPauses(chasingAfter({ ground: compared, collection }, choice, cells));
    const tables = [...data.state.tables, ...tableOf(data.detailRecords)];
    await withRowsShown(context, tables, () =>
      sendParts(
        context,
        [...matrixParts(data, cells), ...recordParts(context, data.detailRecords, detailsSpec, changes)],
        course,
      ),
    );
    return {
      cells: cells.length,
      details,
      kept: said.filter((cell) => cell.kind === "typed" && !isWritten(cell, choice)).length,
      chase,
    };
  });
}

const changed = (): ExcelFailure => new ExcelFailure("SheetChanged.collect", {});

function matrixParts({ state, matrix }: AssessmentData, cells: readonly DerivedCell[]): RequestPart[] {
  const rows = new Map(plannedRows(matrix).map(({ identity, row }) => [identity, row]));
  const placed = cells.map(({ identity, column, after }) => {
    const { row, percents } = rows.get(identity)!;
    return { row, column: matrix.columns.get(column)!, value: after, isPlain: percents?.[column] !== undefined };
  });
  return cellParts(state.sheet!, placed);
}
