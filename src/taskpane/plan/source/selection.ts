import type { Span } from "../../../plan/model";

/**
 * Converts between the page's selection and offsets into the source. Each text node is inside an element whose
 * `data-start` is its offset.
 */
const pieces = "[data-start]";
const startOf = (piece: Element): number => Number((piece as HTMLElement).dataset["start"]);

function offsetOf(node: Node, offset: number): number | undefined {
  if (node.nodeType === Node.TEXT_NODE) {
    const piece = node.parentElement?.closest(pieces);
    return piece ? startOf(piece) + offset : undefined;
  }
  if (!(node instanceof Element)) return undefined;
  const child = node.childNodes[offset];
  if (child instanceof Element) {
    const next = child.matches(pieces) ? child : child.querySelector(pieces);
    if (next) return startOf(next);
  }
  // The offset is behind the node's last child.
  const own = node.matches(pieces) ? node : [...node.querySelectorAll(pieces)].at(-1);
  if (!own) return undefined;
  return offset === 0 ? startOf(own) : startOf(own) + (own.textContent ?? "").length;
}

/** The selection inside an element, as offsets into the source; undefined if it is empty or elsewhere. */
export function selectedIn(root: HTMLElement, selection: Selection | null): Span | undefined {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  if (!root.contains(startContainer) && !root.contains(endContainer)) return undefined;
  const all = [...root.querySelectorAll(pieces)];
  const from = root.contains(startContainer) ? offsetOf(startContainer, startOffset) : all[0] && startOf(all[0]);
  const to = root.contains(endContainer)
    ? offsetOf(endContainer, endOffset)
    : all.at(-1) && startOf(all.at(-1)!) + (all.at(-1)!.textContent ?? "").length;
  return from !== undefined && to !== undefined && to > from ? [from, to] : undefined;
}

/** Selects a span of the source on the page, so that it can be copied and screen readers find it. */
export function select(root: HTMLElement, [start, end]: Span, selection: Selection | null): void {
  const from = textAt(root, start, false);
  const to = textAt(root, end, true);
  if (from && to) selection?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/** @param isEnd at a boundary, whether to return the end of the earlier element or the start of the later one */
function textAt(root: HTMLElement, position: number, isEnd: boolean): { node: Node; offset: number } | undefined {
  for (const piece of root.querySelectorAll(pieces)) {
    const start = startOf(piece);
    const length = (piece.textContent ?? "").length;
    const isHere = isEnd
      ? position > start && position <= start + length
      : position >= start && position < start + length;
    if (isHere && piece.firstChild) return { node: piece.firstChild, offset: position - start };
  }
  return undefined;
}
