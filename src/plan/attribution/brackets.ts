/** A pair of brackets; `start` is the position of the opening one, `end` the position after the closing one. */
export interface Pair {
  start: number;
  end: number;
  /** How many levels of brackets it contains. */
  height: number;
  children: Pair[];
}

const OPENING: Readonly<Record<string, string>> = {
  "(": "round",
  "【": "lens",
  "〔": "shell",
  "[": "square",
  "{": "curly",
  "〖": "hollow",
  "「": "corner",
};
const CLOSING: Readonly<Record<string, string>> = {
  ")": "round",
  "】": "lens",
  "〕": "shell",
  "]": "square",
  "}": "curly",
  "〗": "hollow",
  "」": "corner",
};

/**
 * The matching brackets of a stretch: the outermost pairs in order, inner ones as their children. The innermost open
 * bracket may be closed by one of another kind (`（…】`); brackets that are never closed are left out.
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
  // Pairs inside a bracket that was never closed become outermost ones.
  for (let k = open.length - 1; k >= 0; k--) for (const child of open[k]!.children) roots.push(child);
  return roots.sort((a, b) => a.start - b.start);
}
