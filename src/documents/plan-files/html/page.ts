import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes, type TreeAdapter } from "parse5";
import { linesOf, type Block, type CellBlock } from "../../../plan/layout/blocks";
import { beginsWithNumber } from "../begins-with-number";
import { PlanFileError } from "../plan-file-error";
import { formatListNumber } from "../list-number-format";
import { withNumber } from "../with-number";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements whose text is not part of the page's text. */
const SKIPPED = new Set([
  "head",
  "script",
  "style",
  "noscript",
  "template",
  "title",
  "select",
  "textarea",
  "button",
  "svg",
  "math",
  "iframe",
  "object",
  "video",
  "audio",
]);
/** Block elements: they end the current paragraph and begin a new one. */
const BLOCKS = new Set([
  "address",
  "article",
  "aside",
  "blockquote",
  "body",
  "caption",
  "center",
  "dd",
  "details",
  "dialog",
  "div",
  "dl",
  "dt",
  "fieldset",
  "figcaption",
  "figure",
  "footer",
  "form",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "header",
  "hr",
  "li",
  "main",
  "nav",
  "ol",
  "p",
  "pre",
  "section",
  "summary",
  "table",
  "tbody",
  "td",
  "tfoot",
  "th",
  "thead",
  "tr",
  "ul",
]);
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i;
/** Limit on nesting, deeper than any page: each level costs a recursive call. */
const MAX_DEPTH = 400;
const MAX_SPANNED = 1000;
/** Values of `list-style-type` and `type`, with the Word numbering format for each. */
const LIST_STYLES: Readonly<Record<string, string>> = {
  "cjk-ideographic": "chineseCounting",
  "simp-chinese-informal": "chineseCounting",
  "trad-chinese-informal": "chineseCounting",
  "cjk-decimal": "ideographDigital",
  "lower-alpha": "lowerLetter",
  "lower-latin": "lowerLetter",
  a: "lowerLetter",
  "upper-alpha": "upperLetter",
  "upper-latin": "upperLetter",
  A: "upperLetter",
  "lower-roman": "lowerRoman",
  i: "lowerRoman",
  "upper-roman": "upperRoman",
  I: "upperRoman",
  none: "none",
};

/** The visible content of a page, and how many places of it are hidden. */
export interface PageContent {
  blocks: Block[];
  hidden: number;
}

/**
 * Reads the text and tables of a web page in reading order, as a browser lays them out.
 * @throws PlanFileError `corrupt` for elements nested too deeply, `zipBomb` for more elements than any page has
 */
export function readPage(html: string): PageContent {
  const reader = new PageReader();
  reader.children(parse(html, { treeAdapter: countingAdapter() }).childNodes, 0);
  reader.endParagraph();
  return { blocks: reader.blocks, hidden: reader.hidden };
}

/**
 * Limit on elements. Word writes about ten per line. A few bytes can open formatting elements that the parser reopens
 * in every following paragraph.
 */
const MAX_ELEMENTS = 250_000;

/** The default tree adapter, but it stops when the tree becomes too large. */
function countingAdapter(): TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  let elements = 0;
  return {
    ...defaultTreeAdapter,
    createElement: (...args) => {
      if (++elements > MAX_ELEMENTS) throw new PlanFileError("zipBomb");
      return defaultTreeAdapter.createElement(...args);
    },
  };
}

class PageReader {
  readonly blocks: Block[] = [];
  hidden = 0;
  private words = "";

  children(nodes: readonly Node[], depth: number): void {
    if (depth > MAX_DEPTH) throw new PlanFileError("corrupt");
    for (const node of nodes) this.node(node, depth + 1);
  }

  endParagraph(): void {
    const text = this.words
      .split("\n")
      .map((line) => line.replace(/[ \t]+/g, " ").trim())
      .join("\n");
    if (text.trim() !== "") this.blocks.push({ kind: "paragraph", text });
    this.words = "";
  }

  private node(node: Node, depth: number): void {
    if (node.nodeName === "#text") this.text((node as DefaultTreeAdapterTypes.TextNode).value);
    else if ("tagName" in node) this.element(node, depth);
  }

  private text(value: string): void {
    this.words += value.replace(/[\r\n\t\f ]+/g, " ").replace(/\u00a0/g, " ");
  }

  private element(element: Element, depth: number): void {
    const { tagName } = element;
    if (SKIPPED.has(tagName)) return;
    if (attribute(element, "hidden") !== undefined || HIDDEN.test(attribute(element, "style") ?? "")) {
      if (hasText(element)) this.hidden++;
    } else if (tagName === "br") this.words += "\n";
    else if (tagName === "table") this.table(element, depth);
    else if (tagName === "ol") this.list(element, depth);
    else if (BLOCKS.has(tagName)) this.block(element, depth);
    else this.children(element.childNodes, depth);
  }

  private block(element: Element, depth: number): void {
    this.endParagraph();
    this.children(element.childNodes, depth);
    this.endParagraph();
  }

  /**
   * Reads an ordered list; its items get the numbers a browser would print, unless they begin with a number of their
   * own.
   */
  private list(list: Element, depth: number): void {
    this.endParagraph();
    const style =
      LIST_STYLES[
        /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attribute(list, "style") ?? "")?.[1] ??
          attribute(list, "type") ??
          ""
      ] ?? "decimal";
    let number = numberOf(list, "start") ?? 1;
    for (const child of list.childNodes) {
      if (!isElement(child, "li")) {
        this.node(child, depth + 1);
        continue;
      }
      number = numberOf(child, "value") ?? number;
      const within = new PageReader();
      within.children(child.childNodes, depth + 1);
      within.endParagraph();
      this.addItem(within, formatListNumber(number, style));
      number++;
    }
  }

  private addItem({ blocks, hidden }: PageReader, number: string): void {
    const [first] = blocks;
    const isNumbered = first?.kind !== "paragraph" || beginsWithNumber(first.text);
    if (!isNumbered && number !== "")
      first.text = withNumber(`${number}${/^\d+$/.test(number) ? "." : "、"}`, false, first.text);
    this.blocks.push(...blocks);
    this.hidden += hidden;
  }

  private table(table: Element, depth: number): void {
    this.endParagraph();
    for (const caption of table.childNodes.filter((node) => isElement(node, "caption"))) this.node(caption, depth + 1);
    const rows = rowsOf(table).map((row) =>
      row.childNodes.filter((node): node is Element => isElement(node, "td", "th")),
    );
    // Tables also serve as page layout: one that contains a table, or has one cell per row, is read cell by cell.
    if (
      rows.every(({ length }) => length <= 1) ||
      rows.some((cells) => cells.some((cell) => holds(cell, "table", depth)))
    ) {
      for (const cell of rows.flat()) this.block(cell, depth + 1);
      return;
    }
    this.blocks.push({ kind: "table", rows: rows.map((cells) => cells.map((cell) => this.cell(cell, depth))) });
  }

  private cell(cell: Element, depth: number): CellBlock {
    const within = new PageReader();
    within.children(cell.childNodes, depth + 1);
    within.endParagraph();
    this.hidden += within.hidden;
    const [columns, rows] = [spanOf(cell, "colspan"), spanOf(cell, "rowspan")];
    return {
      lines: linesOf(within.blocks),
      ...(columns > 1 ? { columns } : {}),
      ...(rows > 1 ? { rows } : {}),
    };
  }
}

const isElement = (node: Node, ...names: readonly string[]): node is Element =>
  "tagName" in node && names.includes(node.tagName);

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

function numberOf(element: Element, name: string): number | undefined {
  const value = Number.parseInt(attribute(element, name) ?? "", 10);
  return Number.isInteger(value) && value > 0 && value < 10_000 ? value : undefined;
}

const spanOf = (cell: Element, name: string): number => Math.min(numberOf(cell, name) ?? 1, MAX_SPANNED);

/** The rows of the table itself, not of nested tables. */
function rowsOf(element: Element): Element[] {
  return element.childNodes.flatMap((node) =>
    isElement(node, "tr") ? [node] : isElement(node, "thead", "tbody", "tfoot") ? rowsOf(node) : [],
  );
}

function holds(element: Element, name: string, depth: number): boolean {
  if (depth > MAX_DEPTH) throw new PlanFileError("corrupt");
  return element.childNodes.some(
    (node) => "tagName" in node && (node.tagName === name || holds(node, name, depth + 1)),
  );
}

function hasText(element: Element, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  return element.childNodes.some((node) =>
    node.nodeName === "#text"
      ? (node as DefaultTreeAdapterTypes.TextNode).value.trim() !== ""
      : "tagName" in node && hasText(node, depth + 1),
  );
}
