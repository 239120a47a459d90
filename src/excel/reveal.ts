import { spokenName } from "../matrix/columns";
import type { LocatedMatrix, LocatedRow } from "../matrix/locate";
import { matrixTableName } from "../matrix/sheet-name";
import { sentence, series, type Sentence } from "../plan/sentence";
import { ExcelFailure } from "./failure";
import { filtersIfTold, textsIn, type ColumnFilter } from "./filters";
import type { WorkbookState } from "./read-matrix";

interface Place {
  row: LocatedRow;
  /** Zero-based column of the sheet. */
  column: number;
}

/**
 * Unhides a cell that a filter, a view or a person has hidden. Filters that let the row through stay, and so does
 * everything else that is hidden. One round trip where the cell is visible, three at most.
 * @returns what was changed to show it; empty as a rule
 * @throws ExcelFailure `HiddenCell` on a protected sheet
 */
export async function reveal(
  context: Excel.RequestContext,
  { sheet, tables, isProtected }: WorkbookState,
  matrix: LocatedMatrix,
  { row, column }: Place,
): Promise<Sentence[]> {
  const cell = sheet!.getRangeByIndexes(row.row, column, 1, 1);
  cell.load("rowHidden,columnHidden");
  await context.sync();
  const isHidden = { row: cell.rowHidden, column: cell.columnHidden };
  if (!isHidden.row && !isHidden.column) return [];
  if (isProtected) throw hiddenCell();
  const ours = tables.filter(({ name }) => name === matrixTableName);
  // Asked first: where Excel refuses to tell, it refuses whatever else is in that request.
  const filters = isHidden.row ? await filtersIfTold(context, ours) : [];
  const told: Sentence[] = [];
  if (isHidden.column) {
    cell.columnHidden = false;
    const header =
      [...matrix.columns].flatMap(([key, at]) => (at === column ? [spokenName(matrix, key)] : []))[0] ?? "";
    told.push(sentence("“{{column}}”这一列原来隐藏着，已显示出来。", { column: header }));
  }
  if (isHidden.row) {
    if (!filters) return [...told, ...(await unfiltered(context, ours, cell))];
    const hiding = filters
      .map((filter) => ({ ...filter, key: keyOf(filter, matrix) }))
      .filter((filter) => !letsThrough(filter, row));
    for (const { table, index } of hiding) table.columns.getItemAt(index).filter.clear();
    cell.rowHidden = false;
    // A row that no filter hides was hidden by hand.
    told.push(
      hiding.length === 0
        ? sentence("这一行原来隐藏着，已显示出来。")
        : sentence("这一行原来被筛选隐藏着，已取消“{{columns}}”的筛选，显示出来。", {
            columns: series(hiding.map(({ header, key }) => (key === undefined ? header : spokenName(matrix, key)))),
          }),
    );
  }
  await context.sync();
  return told;
}

/** Clears all filters, where Excel cannot tell which ones there are. */
async function unfiltered(
  context: Excel.RequestContext,
  tables: readonly Excel.Table[],
  cell: Excel.Range,
): Promise<Sentence[]> {
  for (const table of tables) table.clearFilters();
  cell.rowHidden = false;
  await context.sync();
  return [sentence("这一行原来被筛选隐藏着，已取消全部筛选，显示出来。")];
}

const keyOf = ({ header }: ColumnFilter, { headers }: LocatedMatrix): string | undefined =>
  [...headers].find(([, printed]) => printed === header)?.[0];

/** A filter that is not by texts may hide any row. */
function letsThrough({ key, criteria }: ColumnFilter & { key: string | undefined }, { cells }: LocatedRow): boolean {
  const texts = textsIn(criteria);
  return texts !== "other" && key !== undefined && texts.includes(String(cells[key] ?? ""));
}

const hiddenCell = (): ExcelFailure => new ExcelFailure("HiddenCell", {});
