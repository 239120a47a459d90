/**
 * Binary search: the first index at which `holds` becomes true.
 * @param length number of indices, `0` to `length - 1`
 * @param holds must be false up to some index and true from there on
 * @returns `length` where `holds` is true nowhere
 */
export function firstIndexWhere(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
