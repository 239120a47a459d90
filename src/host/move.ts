import { contains, intersection, joined, maxColumns, maxRows, onSheet, without, type Area } from "./areas";
import { readValue } from "./cells";
import { HostError, invalidArgument } from "./errors";
import { checkRowsUnfiltered } from "./check-unfiltered";
import { cellTypes, type CellPatch } from "./cell-data";
import { followReferences } from "./references";
import { moveRules, rewriteRule, translated } from "./rules";
import type { HostSheet, HostWorkbook, Position } from "./workbook";

/**
 * Moves cells within their sheet, as cut and paste does: the source becomes empty, references to moved cells follow,
 * references to overwritten cells are lost.
 * @throws HostError for what Excel refuses, and NotImplemented for what the host cannot move
 */
export function moveCells(self: Position, destination: Position, book: HostWorkbook): void {
  const { sheet } = self;
  if (destination.sheet !== sheet)
    throw new HostError("NotImplemented", "The embedded host moves cells within one sheet only (Range.moveTo)");
  const { row, column, rows, columns } = destination.area;
  if (rows > self.area.rows || columns > self.area.columns)
    throw invalidArgument("the destination is larger than the range that is moved");
  const from = book.grid.clip(sheet.id, self.area);
  const to = onSheet({ ...from, row, column });
  if ((self.area.columns === maxColumns && column !== from.column) || (self.area.rows === maxRows && row !== from.row))
    throw invalidArgument("the destination is not on the sheet");
  book.checkUnprotected(sheet);
  checkRowsUnfiltered(sheet, from, book);
  checkRowsUnfiltered(sheet, to, book);
  refuseUnmovable(sheet, from, to, book);
  if (from.row === to.row && from.column === to.column) return;
  const move = mover(from, to);
  const follow = (formula: string, home: HostSheet): string =>
    followReferences(formula, book.sheetName(home), book.sheetName(sheet), move);

  const cells = patchesOf(sheet, from, book).map((line) =>
    line.map((cell) => (cell.formula ? { ...cell, formula: follow(cell.formula, sheet) } : cell)),
  );
  const elsewhere = otherFormulas(sheet, [from, to], book);
  book.grid.write(sheet.id, from, () => ({ value: "", style: null }));
  book.grid.write(sheet.id, to, () => ({ style: null }));
  book.grid.write(sheet.id, to, (line, index) => cells[line]![index]);
  for (const { home, row: at, column: over, formula } of elsewhere) {
    const followed = follow(formula, home);
    if (followed !== formula)
      book.grid.write(home.id, { row: at, column: over, rows: 1, columns: 1 }, () => ({ formula: followed }));
  }
  moveHostStateWithCells(sheet, from, to, move, follow, book);
  book.log.cellsWritten += to.rows * to.columns;
  book.grid.touch();
  book.changed(sheet, self.area, "Local");
  book.changed(sheet, { ...self.area, row, column }, "Local");
}

/** Refuses merged cells, and header rows of tables that do not move as a whole. */
function refuseUnmovable(sheet: HostSheet, from: Area, to: Area, book: HostWorkbook): void {
  for (const merged of book.grid.merges(sheet.id)) {
    if (intersection(merged, from) || intersection(merged, to))
      throw new HostError("NotImplemented", "The embedded host does not move merged cells (Range.moveTo)");
  }
  for (const { area } of book.tables.filter((table) => table.sheet === sheet)) {
    const header = { ...area, rows: 1 };
    if (contains(from, area)) continue;
    if (intersection(header, from) || intersection(header, to))
      throw new HostError(
        "NotImplemented",
        "The embedded host moves no cells from or to a table's header row (Range.moveTo)",
      );
  }
}

/** Translates references after the cells of `from` have moved to `to`; undefined if they were overwritten. */
function mover(from: Area, to: Area): (area: Area) => Area | undefined {
  return (area) => {
    if (contains(from, area)) return translated(area, from, to);
    if (contains(to, area)) return undefined;
    return edgeMoved(area, from, to, "row") ?? edgeMoved(area, from, to, "column") ?? area;
  };
}

/** An area grows or shrinks if its first or last row (or column) moves along it, as in Excel. */
function edgeMoved(area: Area, from: Area, to: Area, axis: "row" | "column"): Area | undefined {
  const [size, cross, crossSize] =
    axis === "row" ? (["rows", "column", "columns"] as const) : (["columns", "row", "rows"] as const);
  if (
    from[cross] !== to[cross] ||
    from[cross] > area[cross] ||
    from[cross] + from[crossSize] < area[cross] + area[crossSize]
  )
    return undefined;
  const by = to[axis] - from[axis];
  const end = area[axis] + area[size];
  const holds = (line: number): boolean => line >= from[axis] && line < from[axis] + from[size];
  const [start, stop] = [area[axis] + (holds(area[axis]) ? by : 0), end + (holds(end - 1) ? by : 0)];
  return stop > start && (start !== area[axis] || stop !== end)
    ? { ...area, [axis]: start, [size]: stop - start }
    : undefined;
}

/** Contents and formats of cells, as patches to write elsewhere. */
export function patchesOf(sheet: HostSheet, { row, column, rows, columns }: Area, book: HostWorkbook): CellPatch[][] {
  return Array.from({ length: rows }, (_, line) =>
    Array.from({ length: columns }, (_, index): CellPatch => {
      const [at, over] = [row + line, column + index];
      const formula = book.grid.formula(sheet.id, at, over);
      const style = { ...book.grid.style(sheet.id, at, over) };
      if (formula) return { formula, style };
      return {
        value: readValue(book, sheet.id, at, over),
        forceText: book.grid.cell(sheet.id, at, over)?.t === cellTypes.forcedString,
        style,
      };
    }),
  );
}

/** All formulas of the workbook outside these areas of a sheet. */
function otherFormulas(
  sheet: HostSheet,
  except: Area[],
  book: HostWorkbook,
): { home: HostSheet; row: number; column: number; formula: string }[] {
  return book.allSheets.flatMap((home) =>
    book.grid
      .formulas(home.id)
      .filter(
        ({ row, column }) =>
          home !== sheet || !except.some((area) => intersection(area, { row, column, rows: 1, columns: 1 })),
      )
      .map((cell) => ({ home, ...cell })),
  );
}

/** Moves rules, names, unlocked cells and whole tables along with the cells. */
function moveHostStateWithCells(
  sheet: HostSheet,
  from: Area,
  to: Area,
  move: (area: Area) => Area | undefined,
  follow: (formula: string, home: HostSheet) => string,
  book: HostWorkbook,
): void {
  const changed = book.sheetName(sheet);
  // The relative references of a rule that stays are relative to its first cell, so only absolute ones are translated.
  for (const rule of [...book.conditionalFormats, ...book.validations]) {
    rewriteRule(rule, (formula) => followReferences(formula, book.sheetName(rule.sheet), changed, move, isAbsolute));
  }
  moveRules(book.conditionalFormats, { sheet, area: from }, { sheet, area: to }, follow, book);
  moveRules(book.validations, { sheet, area: from }, { sheet, area: to }, follow, book);
  for (const name of book.names) {
    if (name.target.sheet !== sheet || name.lost) continue;
    const area = move(name.target.area);
    if (area) name.target.area = area;
    else name.lost = true;
    book.grid.defineName(name.name, book.referenceOf(name));
  }
  const open = sheet.unlocked.map((area) => intersection(area, from)).filter((area) => area !== undefined);
  const others = sheet.unlocked.flatMap((area) => without(area, from)).flatMap((area) => without(area, to));
  sheet.unlocked = joined([...others, ...open.map((area) => translated(area, from, to))]);
  for (const table of book.tables) {
    if (table.sheet === sheet && contains(from, table.area)) {
      table.area = translated(table.area, from, to);
      book.mirror.table(table);
    }
  }
  book.mirror.conditionalFormats(sheet);
  book.mirror.validations(sheet);
}

const isAbsolute = (address: string): boolean =>
  address.split(":").every((end) => /^\$[A-Z]+\$\d+$|^\$[A-Z]+$|^\$\d+$/i.test(end));
