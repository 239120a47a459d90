import type { Block, TableBlock } from "../../../plan/layout/blocks";
import { sentence, type Sentence } from "../../../plan/sentence";
import { PlanFileError } from "../plan-file-error";
import type { ReadResult } from "../format-reader";
import { alignedTable } from "./aligned-tables";
import { cellLines } from "./cell-lines";
import { readingOrder } from "./reading-order";
import { lineOf, type PageLine } from "./lines";
import { withoutOverprint, type PlacedText, type PlacedPage } from "./page";
import { joinParagraphs, marginsOf } from "./paragraphs";
import { ruledTables, type RuledTable } from "./ruled-tables";
import { withoutRunningHeads } from "./running-heads";

/** A line or a table, in the vertical order of the page. */
type Item = { line: PageLine } | { table: TableBlock };

const isLine = (item: Item): item is { line: PageLine } => "line" in item;

/**
 * Turns pages of placed text into paragraphs and tables in reading order: removes running heads and page numbers, joins
 * lines to paragraphs, and finds tables by their ruling lines, or by aligned columns where no lines are drawn.
 * @throws PlanFileError `zipBomb` for more texts than any page has
 */
export function blocksOfPages(pages: readonly PlacedPage[]): ReadResult {
  refuseHugePages(pages);
  const items = pages.map(itemsOf);
  const { pages: remaining, removed } = withoutRunningHeads(
    items.map((all) => all.flatMap((item) => (isLine(item) ? [item.line] : []))),
    pages.map(({ height }) => height),
  );
  const lines = new Set(remaining.flat());
  const body = items.flat().filter((item) => !isLine(item) || lines.has(item.line));
  const { blocks, joined } = joinedBlocks(body);
  return {
    content: blocks,
    notes: notesOf(
      removed,
      joined,
      body.some((item) => !isLine(item)),
      items.filter((all) => all.length === 0).length,
    ),
  };
}

/** Limits on the texts of one page and of all pages, enough even if every letter is placed separately. */
export const MAX_TEXTS_PER_PAGE = 50_000;
const MAX_TEXTS = 1_000_000;

function refuseHugePages(pages: readonly PlacedPage[]): void {
  const counts = pages.map(({ texts }) => texts.length);
  if (counts.some((count) => count > MAX_TEXTS_PER_PAGE) || counts.reduce((sum, count) => sum + count, 0) > MAX_TEXTS)
    throw new PlanFileError("zipBomb");
}

function notesOf(removed: number, joined: number, hasTables: boolean, blank: number): Sentence[] {
  const notes: Sentence[] = [];
  if (removed > 0) notes.push(sentence("已去掉页眉页脚和页码 {{count}} 处。", { count: removed }));
  if (joined > 0) notes.push(sentence("已把 {{count}} 处断行接成段落，请核对。", { count: joined }));
  if (hasTables) notes.push(sentence("版式文件中的表格按文字位置和表格线还原，可能有误；有 .docx 时请改用 .docx。"));
  if (blank > 0) notes.push(sentence("有 {{count}} 页没有文字，可能是扫描页，未读入。", { count: blank }));
  return notes;
}

function joinedBlocks(items: readonly Item[]): { blocks: Block[]; joined: number } {
  const margins = marginsOf(items.flatMap((item) => (isLine(item) ? [item.line] : [])));
  const blocks: Block[] = [];
  let joined = 0;
  for (let k = 0; k < items.length;) {
    const item = items[k]!;
    if (!isLine(item)) {
      blocks.push(item.table);
      k++;
      continue;
    }
    const run: PageLine[] = [];
    for (let next = items[k]; next && isLine(next); next = items[++k]) run.push(next.line);
    const all = joinParagraphs(run, margins);
    joined += all.joined;
    blocks.push(...all.paragraphs.map((text): Block => ({ kind: "paragraph", text })));
  }
  return { blocks, joined };
}

function itemsOf(page: PlacedPage): Item[] {
  const texts = withoutOverprint(page.texts);
  const tables = ruledTables(page.rulings)
    .filter(({ rows }) => rows.some((row) => row.length > 1))
    .sort((a, b) => a.top - b.top);
  const within = tables.map((table) => texts.filter((text) => isWithin(text, table)));
  const inTables = new Set(within.flat());
  const filled = tables.flatMap((table, k) => (within[k]!.length > 0 ? [{ table, texts: within[k]! }] : []));
  const ordered = readingOrder(
    page,
    texts.filter((text) => !inTables.has(text)),
  );
  const rows = ordered.map(({ row }) => row);
  const items: Item[] = [];
  let next = 0;
  for (let k = 0; k < ordered.length; k++) {
    const { row, column } = ordered[k]!;
    while (column !== 2 && next < filled.length && filled[next]!.table.top < row[0]!.y)
      items.push({ table: blockOf(filled[next]!.table, filled[next++]!.texts) });
    const aligned = column === 0 ? alignedTable(rows, k) : undefined;
    if (aligned) {
      items.push({ table: aligned.block });
      k += aligned.rows - 1;
    } else items.push({ line: lineOf(row, page, column) });
  }
  for (const { table, texts: own } of filled.slice(next)) items.push({ table: blockOf(table, own) });
  return items;
}

const isWithin = (
  { x, y, width, size }: PlacedText,
  area: Pick<RuledTable, "left" | "right" | "top" | "bottom">,
): boolean => {
  const [middle, height] = [x + width / 2, y - size * 0.35];
  return middle >= area.left && middle <= area.right && height >= area.top && height <= area.bottom;
};

function blockOf({ rows }: RuledTable, texts: readonly PlacedText[]): TableBlock {
  return {
    kind: "table",
    rows: rows.map((cells) =>
      cells.map((cell) => ({
        lines: cellLines(
          texts.filter((text) => isWithin(text, cell)),
          cell.right,
        ),
        columns: cell.columns,
        rows: cell.rows,
      })),
    ),
  };
}
