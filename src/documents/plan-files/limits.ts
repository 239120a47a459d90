import type { Block, TableBlock } from "../../plan/layout/blocks";
import { WIDEST } from "../../plan/layout/text-of-blocks";
import { PlanFileError } from "./plan-file-error";

// Limits on a document's content, many times what a plan of a thousand pages has. A file of a few bytes can claim far
// more.

/** Characters of text; a repeated cell's text counts every time. */
export const MAX_CHARACTERS = 4_000_000;
/** Cells and paragraphs together. */
const MAX_BLOCKS = 200_000;
/** Grid positions of tables, including those that spanning cells cover. */
const MAX_PLACES = 1_000_000;

/**
 * Refuses content that is larger than any plan.
 * @throws PlanFileError `zipBomb`
 */
export function refuseHuge(content: readonly Block[] | string): void {
  if (typeof content === "string") {
    if (content.length > MAX_CHARACTERS) throw new PlanFileError("zipBomb");
    return;
  }
  let characters = 0;
  let places = 0;
  for (const block of content) {
    if (block.kind === "paragraph") characters += block.text.length;
    else {
      places += block.rows.length * widthOf(block);
      for (const cells of block.rows)
        for (const { lines } of cells) for (const line of lines) characters += line.length;
    }
    if (characters > MAX_CHARACTERS || places > MAX_PLACES) throw new PlanFileError("zipBomb");
  }
}

/** The number of columns of the widest row, counted from the cells that begin in it. */
function widthOf({ rows }: TableBlock): number {
  let widest = 0;
  for (const cells of rows)
    widest = Math.max(
      widest,
      cells.reduce((sum, { columns = 1 }) => sum + Math.min(columns, WIDEST), 0),
    );
  return Math.min(widest, WIDEST);
}

/**
 * Counts the cells and paragraphs that a reader finds, so that a hostile file is refused before they are all created.
 */
export class BlockCount {
  private blocks = 0;

  /** @throws PlanFileError `zipBomb` above the limit for a document */
  add(blocks = 1): void {
    this.blocks += blocks;
    if (this.blocks > MAX_BLOCKS) throw new PlanFileError("zipBomb");
  }
}
