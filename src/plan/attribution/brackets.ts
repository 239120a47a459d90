/** A pair of brackets; `start` is the opening one, `end` the place after the closing one. */
export interface Pair {
  start: number;
  end: number;
  /** Levels of brackets inside. */
  height: number;
  children: Pair[];
}

const OPENING: Readonly<Record<string, string>> = { "(": "round", "【": "lens", "〔": "shell", "[": "square" };
const CLOSING: Readonly<Record<string, string>> = { ")": "round", "】": "lens", "〕": "shell", "]": "square" };

/**
 * Matching brackets of a stretch, outermost first. A bracket may be closed by one of another kind (`（…】`) when that
 * is the innermost open one; what is never closed is left out.
 */
export function bracketPairs(text: string, start: number, end: number): Pair[] {
  const roots: Pair[] = [];
  const open: { start: number; kind: string; children: Pair[]; height: number }[] = [];
  for (let i = start; i < end; i++) {
    const c = text[i]!;
    const opens = OPENING[c];
    if (opens) {
      open.push({ start: i, kind: opens, children: [], height: 0 });
      continue;
    }
    if (!CLOSING[c]) continue;
    const top = open.pop();
    if (!top) continue;
    const pair: Pair = { start: top.start, end: i + 1, height: top.height, children: top.children };
    const parent = open[open.length - 1];
    if (parent) {
      parent.children.push(pair);
      parent.height = Math.max(parent.height, pair.height + 1);
    } else {
      roots.push(pair);
    }
  }
  // What stands inside a bracket that was never closed is on its own. Emptied from the innermost outwards.
  for (let k = open.length - 1; k >= 0; k--) for (const child of open[k]!.children) roots.push(child);
  return roots.sort((a, b) => a.start - b.start);
}
