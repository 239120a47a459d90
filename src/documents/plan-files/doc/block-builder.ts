import { linesOf, paragraph, type Block, type TableBlock } from "../../../plan/layout/blocks";
import { gridFromEdges, type EdgedCell } from "../grid-from-edges";
import { BlockCount } from "../limits";
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
const MAX_DEPTH = 16;

/** Puts paragraphs and the marks that end cells and rows together into blocks; tables may stand in cells. */
export class BlockBuilder {
  private readonly open: Open[] = [{ blocks: [], cells: [], rows: [] }];
  private readonly counted = new BlockCount();

  /** A paragraph of the body, or of an open cell. @throws PlanFileError `zipBomb` for more than any document has */
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
    const wanted = Math.min(MAX_DEPTH, depth);
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

/** Rows of cells with their spans; a row may begin to the right of others. */
function tableOf(rows: readonly Row[]): TableBlock {
  const first = Math.min(...rows.flatMap(({ defined }) => defined.slice(0, 1).map(({ left }) => left)));
  return { kind: "table", rows: gridFromEdges(rows.map((row) => edged(row, first))) };
}

function edged({ cells, defined }: Row, first: number): EdgedCell[] {
  // Which of the two marks begins a set differs between writers; the first met does.
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
