/** A path as people read it: `三(一)1`, with a dot where two numbers would run together, `一·1`. */
export function pathText(path: string): string {
  return path.replace(/\//g, (_slash, at: number) => (path[at - 1] === ")" || path[at + 1] === "(" ? "" : "·"));
}
