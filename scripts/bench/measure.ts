/** The median of the measured values: one slow run on a busy machine does not count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Rounds to this many significant digits; more would be noise. */
export const rounded = (value: number, digits = 4): number => Number(value.toPrecision(digits));

export const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;
