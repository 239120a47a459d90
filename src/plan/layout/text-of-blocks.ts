import type { Block, CellBlock, TableBlock } from "./blocks";
import { CELL_BREAK, FROM_ABOVE, FROM_LEFT, LINE_IN_CELL, MAYBE_COVERED, TABLE_EDGE, withoutMarks } from "./marks";

/** The most columns of a table; wider ones are cut. No task table is that wide, and a file may claim any width. */
export const WIDEST = 256;

/**
 * The text of a document, one line for each paragraph or table row; {@link fileTablesIn} finds the tables in it again.
 */
export function textOfBlocks(blocks: readonly Block[]): string {
  const lines = blocks.flatMap((block) =>
    block.kind === "paragraph" ? paragraphLines(block.text) : tableLines(block),
  );
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
}

// A tab in a paragraph is an indent; in the text it would be taken for the separator of cells.
const paragraphLines = (text: string): string[] =>
  withoutMarks(text)
    .replace(/\t/g, " ")
    .split(/\r\n?|[\n\u000b\u2028\u2029]/)
    .map((line) => line.trimEnd());

function tableLines(table: TableBlock): string[] {
  const rows = gridOf(table);
  // A frame around text (a 专栏 box) is stored as a table of one column, but is none.
  if (rows.every((cells) => cells.length <= 1))
    return table.rows.flatMap((cells) => cells.flatMap(({ lines }) => lines.flatMap(paragraphLines)));
  const printed = rows
    .filter((cells) => cells.some((cell) => cell !== "" && cell !== MAYBE_COVERED))
    .map((cells) => cells.join(CELL_BREAK));
  return printed.length === 0 ? [] : `${TABLE_EDGE}${printed.join("\n")}${TABLE_EDGE}`.split("\n");
}

/** What is printed at every place of every row. */
function gridOf({ rows, hidesMerging }: TableBlock): string[][] {
  /** For each column: how many more rows the cell above covers, and whether this is that cell's first column. */
  let over: { rows: number; isFirst: boolean }[] = [];
  return rows.map((cells) => {
    const printed: string[] = [];
    const next: typeof over = [];
    const fromAbove = (): void => {
      for (let above = over[printed.length]; above && above.rows > 0; above = over[printed.length]) {
        next[printed.length] = { rows: above.rows - 1, isFirst: above.isFirst };
        printed.push(above.isFirst ? FROM_ABOVE : FROM_LEFT);
      }
    };
    for (const cell of cells) {
      fromAbove();
      const columns = Math.min(spanOf(cell.columns), WIDEST - printed.length);
      for (let k = 0; k < columns; k++) {
        next[printed.length] = { rows: spanOf(cell.rows) - 1, isFirst: k === 0 };
        printed.push(k === 0 ? printedCell(cell) || (hidesMerging ? MAYBE_COVERED : "") : FROM_LEFT);
      }
    }
    fromAbove();
    over = next;
    return printed;
  });
}

const spanOf = (places: number | undefined): number =>
  places !== undefined && Number.isInteger(places) && places > 1 ? places : 1;

const printedCell = ({ lines }: CellBlock): string =>
  lines
    .flatMap((line) => withoutMarks(line).split(/\r\n?|[\n\u000b\u2028\u2029]/))
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join(LINE_IN_CELL);
