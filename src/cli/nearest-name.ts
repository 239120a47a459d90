/**
 * The number of letters that must be inserted, removed, replaced, or swapped with the next one (Damerau–Levenshtein).
 */
function distance(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, row) =>
    Array.from({ length: other.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  for (let row = 1; row <= one.length; row++) {
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      let least = Math.min(
        rows[row - 1]![column]! + 1,
        rows[row]![column - 1]! + 1,
        rows[row - 1]![column - 1]! + (isSame ? 0 : 1),
      );
      const isSwapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwapped) least = Math.min(least, rows[row - 2]![column - 2]! + 1);
      rows[row]![column] = least;
    }
  }
  return rows[one.length]![other.length]!;
}

/**
 * The name that was most likely meant: one that begins with what was typed, or that differs in at most a third of its
 * letters (at least two).
 */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  const wanted = typed.toLowerCase();
  const begun = names.filter((name) => wanted.length > 1 && name.startsWith(wanted));
  if (begun.length === 1) return begun[0];
  const [near] = names.map((name) => ({ name, far: distance(wanted, name) })).sort((one, other) => one.far - other.far);
  return near && near.far <= Math.max(2, near.name.length / 3) && near.far < near.name.length ? near.name : undefined;
}
