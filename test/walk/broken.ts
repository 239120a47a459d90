/** An invariant does not hold. `name` is the name of an invariant in the table, or of a claim. */
export class Broken extends Error {
  constructor(
    readonly invariant: string,
    readonly found: string,
  ) {
    super(`${invariant}: ${found}`);
    this.name = "Broken";
  }
}

/** Fails if what the product reported, or was expected to do, is not the case. */
export function claim(holds: boolean, invariant: string, found: () => string): asserts holds {
  if (!holds) throw new Broken(invariant, found());
}

export const said = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    one instanceof Map ? Object.fromEntries(one) : one instanceof Set ? [...one] : one,
  );

/** The first place where two plain values differ, in words. */
export function difference(wanted: unknown, found: unknown, at = ""): string | undefined {
  if (Object.is(wanted, found)) return undefined;
  if (typeof wanted === "object" && typeof found === "object" && wanted !== null && found !== null) {
    const keys = new Set([...Object.keys(wanted), ...Object.keys(found)]);
    for (const key of keys) {
      const inside = difference(
        (wanted as Record<string, unknown>)[key],
        (found as Record<string, unknown>)[key],
        at === "" ? key : `${at} · ${key}`,
      );
      if (inside) return inside;
    }
    return undefined;
  }
  return `${at}: should be ${said(wanted)}, is ${said(found)}`;
}
