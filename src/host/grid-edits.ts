import { CanceledError, ICommandService, IUndoRedoService } from "@univerjs/core";
import type { Area } from "./areas";
import { selectedArea } from "./grid-selection";
import { followReferences } from "./references";
import { takeHostState } from "./host-state";
import { rewriteRule } from "./rules";
import type { Axis } from "./shift-host-state";
import { areaOf, afterLinesInserted, afterLinesDeleted, queueLineEvent, type Lines } from "./structure";
import { areaOfRange, type UniverRange } from "./univer-range";
import type { HostSheet, HostWorkbook } from "./workbook";

/** The parameters of Univer's mutations of rows, columns and sheets, as far as they are used here. */
interface MutationParams {
  unitId?: string;
  subUnitId?: string;
  sheet?: { id: string };
  range?: UniverRange;
  sourceRange?: UniverRange;
  targetRange?: UniverRange;
}

type StructureChange =
  | { kind: "linesInserted" | "linesDeleted"; lines: Lines }
  | { kind: "moved"; lines: Lines; to: number }
  | { kind: "sheetDeleted" | "sheetInserted" | "sheetRenamed" };

const linesIn = (axis: Axis, { startRow, endRow, startColumn, endColumn }: UniverRange): Lines =>
  axis === "row"
    ? { axis, at: startRow, count: endRow - startRow + 1 }
    : { axis, at: startColumn, count: endColumn - startColumn + 1 };
const moved = (axis: Axis, { sourceRange, targetRange }: MutationParams): StructureChange => ({
  kind: "moved",
  lines: linesIn(axis, sourceRange!),
  to: linesIn(axis, targetRange!).at,
});

/** What each of Univer's mutations does to rows, columns and sheets. */
const mutations: Readonly<Record<string, (params: MutationParams) => StructureChange>> = {
  "sheet.mutation.insert-row": ({ range }) => ({ kind: "linesInserted", lines: linesIn("row", range!) }),
  "sheet.mutation.insert-col": ({ range }) => ({ kind: "linesInserted", lines: linesIn("column", range!) }),
  "sheet.mutation.remove-rows": ({ range }) => ({ kind: "linesDeleted", lines: linesIn("row", range!) }),
  "sheet.mutation.remove-col": ({ range }) => ({ kind: "linesDeleted", lines: linesIn("column", range!) }),
  "sheet.mutation.move-rows": (params) => moved("row", params),
  "sheet.mutation.move-columns": (params) => moved("column", params),
  "sheet.mutation.remove-sheet": () => ({ kind: "sheetDeleted" }),
  "sheet.mutation.insert-sheet": () => ({ kind: "sheetInserted" }),
  "sheet.mutation.set-worksheet-name": () => ({ kind: "sheetRenamed" }),
};

/** How many changes can be undone together with their host state. */
const mostSteps = 50;

/**
 * Keeps the host state (tables, names, rules) in step with what the user does in the grid to rows, columns and sheets,
 * by menu or by undo. Undoing a change restores the host state exactly.
 */
export function followGridEdits(book: HostWorkbook): void {
  const commands = book.grid.univer._injector.get(ICommandService) as ICommandService;
  const undoing = book.grid.univer._injector.get(IUndoRedoService) as IUndoRedoService;
  const workbookId = book.grid.workbook.getId() as string;
  const steps: { done: StructureChange; sheetId: string; restore: () => void }[] = [];
  // As in Excel: after an add-in has written, nothing from before can be undone; the saved host states would be
  // outdated.
  book.onWritten = () => {
    steps.length = 0;
    undoing.clearUndoRedo(workbookId);
  };
  commands.onCommandExecuted(({ id, params: given }) => {
    const params = given as MutationParams | undefined;
    const done = mutations[id]?.(params!);
    const sheetId = params?.subUnitId ?? params?.sheet?.id;
    if (!done || book.grid.writing || params?.unitId !== workbookId || !sheetId) return;
    const last = steps.at(-1);
    const isBack = last?.sheetId === sheetId && isTakenBack(last.done, done);
    if (isBack) steps.pop();
    else steps.push({ done, sheetId, restore: takeHostState(book) });
    if (steps.length > mostSteps) steps.shift();
    const work = (): void => {
      if (isBack) takeBack(done, sheetId, last.restore, book);
      else follow(done, sheetId, book);
      book.flushEvents();
    };
    // Univer's command continues after this mutation, so writing into the grid waits until it has ended.
    if (!isBack && (done.kind === "linesInserted" || done.kind === "linesDeleted")) queueMicrotask(work);
    else work();
  });
  refuseHeaders(book, commands);
}

function isTakenBack(before: StructureChange, now: StructureChange): boolean {
  const same = (one: Lines, other: Lines): boolean =>
    one.axis === other.axis && one.at === other.at && one.count === other.count;
  if (before.kind === "linesInserted") return now.kind === "linesDeleted" && same(before.lines, now.lines);
  if (before.kind === "linesDeleted") return now.kind === "linesInserted" && same(before.lines, now.lines);
  return before.kind === "sheetDeleted" && now.kind === "sheetInserted";
}

function takeBack(done: StructureChange, sheetId: string, restore: () => void, book: HostWorkbook): void {
  restore();
  book.grid.touch();
  if (done.kind === "linesInserted" || done.kind === "linesDeleted")
    queueLineEvent(
      book,
      book.sheet(sheetId),
      done.lines,
      "Local",
      done.kind === "linesInserted" ? "Inserted" : "Deleted",
    );
}

function follow(done: StructureChange, sheetId: string, book: HostWorkbook): void {
  const sheet = book.sheet(sheetId);
  if (done.kind === "linesInserted") afterLinesInserted(book, sheet, done.lines, "Local");
  else if (done.kind === "linesDeleted") afterDeletedByUser(book, sheet, done.lines);
  else if (done.kind === "moved") moveHostState(book, sheet, done.lines, done.to);
  else if (done.kind === "sheetDeleted") book.afterSheetDeleted(sheet);
  else if (done.kind === "sheetRenamed")
    for (const name of book.names)
      if (name.target.sheet === sheet) book.grid.defineName(name.name, book.referenceOf(name));
}

/** A table whose body was deleted keeps one row, as in Excel. */
function afterDeletedByUser(book: HostWorkbook, sheet: HostSheet, lines: Lines): void {
  afterLinesDeleted(book, sheet, lines, "Local");
  for (const table of book.tables) {
    if (table.sheet !== sheet || table.area.rows > 1) continue;
    table.area = { ...table.area, rows: 2 };
    table.blankRow = true;
  }
}

/**
 * Moves host state after the user has dragged lines to another place. Areas that are only partly among those lines
 * stay.
 */
function moveHostState(book: HostWorkbook, sheet: HostSheet, { axis, at, count }: Lines, to: number): void {
  const [size, end] = [axis === "row" ? "rows" : "columns", at + count] as const;
  const place = to > at ? to - count : to;
  const [from, until, by] = to > at ? [end, to, -count] : [to, at, count];
  const lies = (area: Area): Area => {
    const [first, last] = [area[axis], area[axis] + area[size]];
    if (first >= at && last <= end) return { ...area, [axis]: first + place - at };
    return first >= from && last <= until ? { ...area, [axis]: first + by } : area;
  };
  const name = book.sheetName(sheet);
  for (const rule of [...book.conditionalFormats, ...book.validations]) {
    rewriteRule(rule, (formula) => followReferences(formula, book.sheetName(rule.sheet), name, lies));
  }
  for (const list of [book.conditionalFormats, book.validations])
    for (const item of list) if (item.sheet === sheet) item.area = lies(item.area);
  for (const known of book.names) {
    if (known.target.sheet !== sheet || known.lost) continue;
    known.target.area = lies(known.target.area);
    book.grid.defineName(known.name, book.referenceOf(known));
  }
  sheet.unlocked = sheet.unlocked.map(lies);
  book.grid.touch();
  book.changed(sheet, areaOf({ axis, at: Math.min(at, to), count: Math.abs(to - at) + count }), "Local");
}

const removals = new Set(["sheet.command.remove-row", "sheet.command.remove-row-confirm"]);

/** Refuses to delete the header row of a table, as Excel does. */
function refuseHeaders(book: HostWorkbook, commands: ICommandService): void {
  commands.beforeCommandExecuted(({ id, params }) => {
    if (book.grid.writing || !removals.has(id)) return;
    const { range } = (params ?? {}) as MutationParams;
    const lines = range ? areaOfRange(range) : selectedArea(book.grid);
    const table = book.tables.find(
      ({ sheet, area: { row } }) =>
        sheet === book.activeSheet && lines && row >= lines.row && row < lines.row + lines.rows,
    );
    if (!table) return;
    book.onRefused("表头行不能删除，没有删除任何行。要删任务的行，请只选表头下面的行。");
    throw new CanceledError();
  });
}
