/**
 * The body of a document as its file holds it, in reading order. Every reader of files ends here, whatever the format.
 */
export type Block = Paragraph | TableBlock;

/** A paragraph with its automatic number written out; a line break within it begins a line of its own. */
export interface Paragraph {
  kind: "paragraph";
  text: string;
}

/**
 * A table row by row. A row lists the cells that begin in it, from left to right, as HTML does: places that a cell from
 * above or from the left covers are not listed.
 */
export interface TableBlock {
  kind: "table";
  /** The source does not tell an empty cell from one that a merged cell covers: cells from the clipboard. */
  hidesMerging?: true;
  rows: readonly (readonly CellBlock[])[];
}

/**
 * A cell: its lines one below the other (paragraphs and line breaks alike), and how many columns and rows it covers.
 */
export interface CellBlock {
  lines: readonly string[];
  /** 1 where absent. */
  columns?: number;
  /** 1 where absent. */
  rows?: number;
}

/** A paragraph of a document. */
export const paragraph = (text: string): Paragraph => ({ kind: "paragraph", text });

/** The lines of what stands in a cell; a row of a table within it is a line. */
export const linesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? block.text.split("\n")
      : block.rows.map((cells) => cells.flatMap(({ lines }) => lines).join(" ")),
  );
