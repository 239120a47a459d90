/** A block of a document's body, in reading order. Every reader of files gives these, whatever the format. */
export type Block = Paragraph | TableBlock;

/** A paragraph with its automatic number written out. A line break within it starts a new line of the text. */
export interface Paragraph {
  kind: "paragraph";
  text: string;
}

/**
 * A table, row by row. As in HTML, a row lists the cells that begin in it, from left to right: places covered by a cell
 * from above or from the left are not listed.
 */
export interface TableBlock {
  kind: "table";
  /** The source does not distinguish empty cells from covered ones: cells from the clipboard. */
  hidesMerging?: true;
  rows: readonly (readonly CellBlock[])[];
}

/** A cell: its lines (from paragraphs and line breaks alike), and how many columns and rows it covers. */
export interface CellBlock {
  lines: readonly string[];
  /** 1 where absent. */
  columns?: number;
  /** 1 where absent. */
  rows?: number;
}

/** A paragraph of a document. */
export const paragraph = (text: string): Paragraph => ({ kind: "paragraph", text });

/** The lines of blocks that stand in a cell. A row of a nested table becomes one line. */
export const linesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? block.text.split("\n")
      : block.rows.map((cells) => cells.flatMap(({ lines }) => lines).join(" ")),
  );
