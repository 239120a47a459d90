import type { Span } from "../../../plan/model";

/**
 * Between what is selected on the page and offsets into the source: every text node stands in an element that knows
 * where it begins.
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
  // Behind everything in it.
  const own = node.matches(pieces) ? node : [...node.querySelectorAll(pieces)].at(-1);
  if (!own) return undefined;
  return offset === 0 ? startOf(own) : startOf(own) + (own.textContent ?? "").length;
}

/** What is selected inside an element; undefined where that is nothing, or elsewhere. */
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

/** Selects a stretch of the source, so that it can be copied, and a screen reader finds it. */
export function select(root: HTMLElement, [start, end]: Span, selection: Selection | null): void {
  const from = textAt(root, start, false);
  const to = textAt(root, end, true);
  if (from && to) selection?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/** @param isEnd a place where one piece ends and the next begins is the end of the one */
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
