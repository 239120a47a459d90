import type { Block, CellBlock, TableBlock } from "../../../plan/layout/blocks";
import { paragraph } from "../../../plan/layout/blocks";
import type { RowCell } from "./row-cells";

interface Row {
  cells: Block[][];
  defined: readonly RowCell[];
}

/** A table that is being read: what its open cell holds so far, the cells of its open row, and its rows. */
interface Open {
  blocks: Block[];
  cells: Block[][];
  rows: Row[];
}

/** Deeper tables are none that anybody drew. */
const DEEPEST = 16;

/** Puts paragraphs and the marks that end cells and rows together into blocks; tables may stand in cells. */
export class BlockBuilder {
  private readonly open: Open[] = [{ blocks: [], cells: [], rows: [] }];

  /** A paragraph of the body, or of an open cell. */
  paragraph(depth: number, text: string): void {
    this.at(depth).blocks.push(paragraph(text));
  }

  endCell(depth: number): void {
    const table = this.at(depth);
    table.cells.push(table.blocks);
    table.blocks = [];
  }

  /** @param defined the cells as the row's end describes them */
  endRow(depth: number, defined: readonly RowCell[], isDeleted: boolean): void {
    const table = this.at(depth);
    if (!isDeleted && table.cells.length > 0) table.rows.push({ cells: table.cells, defined });
    table.cells = [];
  }

  finish(): Block[] {
    return this.at(0).blocks;
  }

  /** The table at a depth, those within its open cell closed; 0 is the body. */
  private at(depth: number): Open {
    const wanted = Math.min(DEEPEST, depth);
    while (this.open.length - 1 > wanted) {
      const done = this.open.pop()!;
      this.open.at(-1)!.blocks.push(...finished(done));
    }
    while (this.open.length - 1 < wanted) this.open.push({ blocks: [], cells: [], rows: [] });
    return this.open.at(-1)!;
  }
}

/** A table, or the paragraphs of a frame around text: a table of one cell a row is none to the reader. */
function finished({ blocks, cells, rows }: Open): Block[] {
  const all = cells.length > 0 ? [...rows, { cells, defined: [] }] : rows;
  const table = all.every((row) => row.cells.length <= 1) ? all.flatMap((row) => row.cells.flat()) : [tableOf(all)];
  // What stands in a table that ends without its marks is not lost.
  return [...table, ...blocks];
}

/** Edges nearer to one another than this (2 mm) are one. */
const SAME_EDGE = 113;

function tableOf(rows: readonly Row[]): TableBlock {
  const edges = edgesOf(rows.flatMap(({ defined }) => defined.flatMap(({ left, right }) => [left, right])));
  const above = new Map<number, { columns: number; rows: number }>();
  return { kind: "table", rows: rows.map((row) => placed(row, edges, above)) };
}

/** The columns' edges, from left to right. */
function edgesOf(all: readonly number[]): number[] {
  const edges: number[] = [];
  for (const edge of [...new Set(all)].sort((a, b) => a - b)) if (edges.length === 0 || edge - edges.at(-1)! > SAME_EDGE) edges.push(edge);
  return edges;
}

/**
 * The cells of a row with how many columns and rows they cover.
 * @param above for each column, the cell that began last in it
 */
function placed({ cells, defined }: Row, edges: readonly number[], above: Map<number, { columns: number; rows: number }>): CellBlock[] {
  const columnAt = (edge: number): number => Math.max(0, edges.filter((each) => each <= edge).length - 1);
  const own: CellBlock[] = [];
  let column = 0;
  // Which of the two marks begins a set differs between writers; the first met does.
  const begins = defined.find(({ across }) => across !== 0)?.across;
  cells.forEach((blocks, k) => {
    const cell = defined[k];
    const from = Math.max(column, cell ? columnAt(cell.left) : column);
    if (from > column) own.push({ lines: [], columns: from - column });
    const columns = Math.max(1, cell ? columnAt(cell.right) - from : 1);
    column = from + columns;
    const over = above.get(from);
    const isCovered = cell !== undefined && cell.across !== 0 && cell.across !== begins && k > 0;
    if (isCovered && own.length > 0) {
      const before = own.at(-1)!;
      own[own.length - 1] = Object.assign(before, { columns: (before.columns ?? 1) + columns });
    } else if (cell?.down === 1 && over?.columns === columns) over.rows++;
    else {
      const next = { lines: linesOf(blocks), columns, rows: 1 };
      above.set(from, next);
      own.push(next);
    }
  });
  return own;
}

/** The lines of a cell; a table within it is read row by row. */
const linesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === "paragraph" ? block.text.split("\n") : block.rows.map((cells) => cells.flatMap(({ lines }) => lines).join(" "))));
