import { linesOf, type Block, type CellBlock } from "../../../plan/layout/blocks";
import type { XmlElement } from "../../package/xml";
import { nothingLeftOut } from "../left-out";
import { BlockCount } from "../limits";
import { withNumber } from "../with-number";
import { ListCounter, type ListLevel } from "./list-styles";

/** Elements whose text is not part of the plan's text. */
const SKIPPED = new Set([
  "sequence-decls",
  "forms",
  "ruby-text",
  "variable-decls",
  "user-field-decls",
  "bookmark",
  "soft-page-break",
  "page-number",
  "page-count",
]);
const MAX_BLANKS = 20;
const MAX_REPEATED = 256;

/** A paragraph's place in a list. */
interface Place {
  counter: ListCounter;
  level: number;
  /** The number at which the item restarts its list; undefined if it counts on. */
  startAt: number | undefined;
  /** Whether the number is still to be printed: only the item's first paragraph has it. */
  isNumberPending: boolean;
}

/** Reads the body of an OpenDocument text into paragraphs and tables. */
export class OdtBodyReader {
  readonly blocks: Block[] = [];
  readonly leftOut = nothingLeftOut();
  /** The last list counter of each list style. A list continues it where the document says so. */
  private readonly byStyle = new Map<string, ListCounter>();
  private readonly byId = new Map<string, ListCounter>();
  private readonly headings: ListCounter;
  private readonly counted = new BlockCount();

  constructor(
    private readonly styles: ReadonlyMap<string, ListLevel[]>,
    private readonly hidden: ReadonlySet<string>,
  ) {
    this.headings = new ListCounter(styles.get("") ?? []);
  }

  read(container: XmlElement, place?: Place): void {
    for (const element of container.children) this.element(element, place);
  }

  private element(element: XmlElement, place: Place | undefined): void {
    const { name } = element;
    if (name === "p" || name === "h") this.paragraph(element, place);
    else if (name === "list") this.list(element, place);
    else if (name === "table") this.table(element);
    else if (name === "tracked-changes")
      this.leftOut.deletions += element.children.filter((change) =>
        change.children.some((kind) => kind.name === "deletion"),
      ).length;
    else if (name === "table-of-content" || /-index$/.test(name)) this.leftOut.contents++;
    else if (!SKIPPED.has(name)) this.read(element, place);
  }

  private paragraph(element: XmlElement, place: Place | undefined): void {
    this.counted.add();
    const text = this.inline(element);
    const number = text.trim() === "" ? "" : this.number(element, place);
    this.blocks.push({ kind: "paragraph", text: withNumber(number, false, text) });
  }

  private number({ name, attributes }: XmlElement, place: Place | undefined): string {
    if (place) {
      if (!place.isNumberPending) return "";
      place.isNumberPending = false;
      return place.counter.next(place.level, place.startAt);
    }
    const level = Number(attributes["outline-level"]);
    return name === "h" && level >= 1 && level <= 10 && attributes["is-list-header"] !== "true"
      ? this.headings.next(level - 1)
      : "";
  }

  private list(list: XmlElement, outer: Place | undefined): void {
    const { attributes } = list;
    const level = outer ? outer.level + 1 : 0;
    const counter =
      outer && attributes["style-name"] === undefined
        ? outer.counter
        : this.counterOf(attributes["style-name"] ?? "", attributes, level, outer);
    for (const item of list.children) {
      if (item.name !== "list-item" && item.name !== "list-header") continue;
      const startAt = Number(item.attributes["start-value"]);
      this.read(item, {
        counter,
        level,
        isNumberPending: item.name === "list-item",
        startAt: Number.isInteger(startAt) && startAt > 0 ? startAt : undefined,
      });
    }
  }

  private counterOf(
    style: string,
    attributes: XmlElement["attributes"],
    level: number,
    outer: Place | undefined,
  ): ListCounter {
    const continued =
      attributes["continue-list"] !== undefined ? this.byId.get(attributes["continue-list"]) : undefined;
    const known =
      continued ?? (outer || attributes["continue-numbering"] === "true" ? this.byStyle.get(style) : undefined);
    const counter = known ?? new ListCounter(this.styles.get(style) ?? []);
    if (!continued && known && outer && attributes["continue-numbering"] !== "true") counter.restart(level);
    this.byStyle.set(style, counter);
    if (attributes["id"] !== undefined) this.byId.set(attributes["id"], counter);
    return counter;
  }

  private inline(element: XmlElement): string {
    let text = "";
    for (const node of element.content)
      text += typeof node === "string" ? node.replace(/\s+/g, " ") : this.inlineElement(node);
    return text;
  }

  private inlineElement(element: XmlElement): string {
    const { name, attributes } = element;
    if (name === "s") return " ".repeat(Math.min(Number(attributes.c ?? 1) || 1, MAX_BLANKS));
    if (name === "tab") return " ";
    if (name === "line-break") return "\n";
    if (name === "note") this.leftOut.notes++;
    else if (name === "annotation") this.leftOut.comments++;
    else if (this.hidden.has(attributes["style-name"] ?? "\0") || name === "hidden-text") this.leftOut.hidden++;
    else if (name === "frame" || name === "custom-shape") this.read(element);
    else if (!SKIPPED.has(name) && name !== "annotation-end") return this.inline(element);
    return "";
  }

  private table(table: XmlElement): void {
    this.blocks.push({
      kind: "table",
      rows: rowsOf(table).map((row) => row.children.flatMap((cell) => this.cells(cell))),
    });
  }

  private cells(cell: XmlElement): CellBlock[] {
    if (cell.name !== "table-cell") return [];
    const outer = this.blocks.splice(0);
    this.read(cell);
    const lines = linesOf(this.blocks.splice(0, this.blocks.length, ...outer));
    const [columns, rows] = [
      Number(cell.attributes["number-columns-spanned"] ?? 1),
      Number(cell.attributes["number-rows-spanned"] ?? 1),
    ];
    const repeated = Math.min(Math.max(1, Number(cell.attributes["number-columns-repeated"] ?? 1) || 1), MAX_REPEATED);
    this.counted.add(repeated);
    return Array.from({ length: repeated }, () => ({
      lines,
      ...(columns > 1 ? { columns } : {}),
      ...(rows > 1 ? { rows } : {}),
    }));
  }
}

function rowsOf(table: XmlElement): XmlElement[] {
  return table.children.flatMap((element) => {
    if (element.name !== "table-row")
      return ["table-header-rows", "table-rows", "table-row-group"].includes(element.name) ? rowsOf(element) : [];
    return Array.from(
      { length: Math.min(Math.max(1, Number(element.attributes["number-rows-repeated"] ?? 1) || 1), MAX_REPEATED) },
      () => element,
    );
  });
}
