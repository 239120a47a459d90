import { linesOf, paragraph, type Block, type TableBlock } from "../../../plan/layout/blocks";
import { gridFromEdges, type EdgedCell } from "../grid-from-edges";
import { BlockCount } from "../limits";
import type { RowCell } from "./row-cells";

interface Row {
  cells: Block[][];
  defined: readonly RowCell[];
}

/** A table that is being read: the blocks of its open cell, the cells of its open row, and its finished rows. */
interface Open {
  blocks: Block[];
  cells: Block[][];
  rows: Row[];
}

/** Limit on nested tables; nobody draws deeper ones. */
const MAX_DEPTH = 16;

/** Builds blocks from paragraphs and the marks that end table cells and rows. Tables may be nested in cells. */
export class BlockBuilder {
  private readonly open: Open[] = [{ blocks: [], cells: [], rows: [] }];
  private readonly counted = new BlockCount();

  /**
   * Adds a paragraph to the body (depth 0) or to the open cell of the table at a depth.
   * @throws PlanFileError `zipBomb` for more blocks than any document has
   */
  paragraph(depth: number, text: string): void {
    this.counted.add();
    this.at(depth).blocks.push(paragraph(text));
  }

  endCell(depth: number): void {
    this.counted.add();
    const table = this.at(depth);
    table.cells.push(table.blocks);
    table.blocks = [];
  }

  /** @param defined the cells that the row's end mark describes */
  endRow(depth: number, defined: readonly RowCell[], isDeleted: boolean): void {
    const table = this.at(depth);
    if (!isDeleted && table.cells.length > 0) table.rows.push({ cells: table.cells, defined });
    table.cells = [];
  }

  finish(): Block[] {
    return this.at(0).blocks;
  }

  /** The open table at a depth (0 is the body). Deeper tables are finished first. */
  private at(depth: number): Open {
    const wanted = Math.min(MAX_DEPTH, depth);
    while (this.open.length - 1 > wanted) {
      const done = this.open.pop()!;
      this.open.at(-1)!.blocks.push(...finished(done));
    }
    while (this.open.length - 1 < wanted) this.open.push({ blocks: [], cells: [], rows: [] });
    return this.open.at(-1)!;
  }
}

/** Finishes a table. A table with one cell per row is only a frame around text; its paragraphs are returned instead. */
function finished({ blocks, cells, rows }: Open): Block[] {
  const all = cells.length > 0 ? [...rows, { cells, defined: [] }] : rows;
  const table = all.every((row) => row.cells.length <= 1) ? all.flatMap((row) => row.cells.flat()) : [tableOf(all)];
  // Text in a table that ends without its marks is not lost.
  return [...table, ...blocks];
}

/** Computes the cells' spans from their edges; a row may begin further right than others. */
function tableOf(rows: readonly Row[]): TableBlock {
  const first = Math.min(...rows.flatMap(({ defined }) => defined.slice(0, 1).map(({ left }) => left)));
  return { kind: "table", rows: gridFromEdges(rows.map((row) => edged(row, first))) };
}

function edged({ cells, defined }: Row, first: number): EdgedCell[] {
  // Writers disagree on which of the two values marks the first cell of a merged set; take the first one met.
  const begins = defined.find(({ horzMerge }) => horzMerge !== 0)?.horzMerge;
  const indent = (defined[0]?.left ?? first) > first ? [{ lines: [], right: defined[0]!.left }] : [];
  let right = defined[0]?.left ?? 0;
  const own = cells.map((blocks, k): EdgedCell => {
    const cell = defined[k];
    right = cell?.right ?? right + 1;
    const covered =
      cell?.vertMerge === 1
        ? "above"
        : cell && cell.horzMerge !== 0 && cell.horzMerge !== begins && k > 0
          ? "left"
          : undefined;
    return { lines: linesOf(blocks), right, ...(covered ? { covered } : {}) };
  });
  return [...indent, ...own];
}
