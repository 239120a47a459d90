import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { PlanFileError, readPlanFile } from "../../../src/documents/plan-files";

/** Another random run than the usual one: `DAMAGED_SEED=7 npx jest damaged`. */
const SEED = Number(process.env.DAMAGED_SEED ?? 20261128);
const RUNS = 500;

type Damage = (bytes: Uint8Array) => Uint8Array;

/** Changes bytes, cuts the file, or doubles or moves a part of it. */
const damages: fc.Arbitrary<Damage> = fc.oneof(
  fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 }).map((changes): Damage => (bytes) => {
    const changed = bytes.slice();
    for (const [at, value] of changes) changed[at % changed.length] = value;
    return changed;
  }),
  fc.nat().map(
    (end): Damage =>
      (bytes) =>
        bytes.slice(0, end % bytes.length),
  ),
  fc.tuple(fc.nat(), fc.nat(), fc.nat()).map(([from, length, to]): Damage => (bytes) => {
    const start = from % bytes.length;
    const part = bytes.slice(start, start + 1 + (length % 200));
    const place = to % bytes.length;
    return Uint8Array.from([...bytes.slice(0, place), ...part, ...bytes.slice(place)]);
  }),
);

/** The same within a package: damages one of its parts, or exchanges two of them. */
const damagesWithin: fc.Arbitrary<Damage> = fc.oneof(
  fc.tuple(fc.nat(), damages).map(([which, damage]): Damage =>
    changedPackage((parts, names) => {
      const name = names[which % names.length]!;
      if (parts[name]!.length > 0) parts[name] = damage(parts[name]!);
    }),
  ),
  fc.tuple(fc.nat(), fc.nat()).map(([one, other]): Damage =>
    changedPackage((parts, names) => {
      const [first, second] = [names[one % names.length]!, names[other % names.length]!];
      [parts[first], parts[second]] = [parts[second]!, parts[first]!];
    }),
  ),
);

const changedPackage =
  (change: (parts: Record<string, Uint8Array>, names: readonly string[]) => void): Damage =>
  (bytes) => {
    const parts = unzipSync(bytes);
    change(parts, Object.keys(parts));
    return zipSync(parts, { level: 0 });
  };

const isPackage = ([p, k]: Uint8Array): boolean => p === 0x50 && k === 0x4b;

/**
 * Damages a file in hundreds of ways, and checks that each is read, or refused with a sentence.
 * @throws for the first way in which reading ends otherwise, shortened as far as possible, with the seed
 */
export async function expectReadOrRefused(whole: Uint8Array): Promise<void> {
  const ways = isPackage(whole) ? fc.oneof(damages, damagesWithin) : damages;
  await fc.assert(
    fc.asyncProperty(ways, async (damage) => {
      const outcome = await readPlanFile("方案", damage(whole)).catch((error: unknown) => error);
      if (outcome instanceof PlanFileError) {
        if (!/^.+。未作任何改动。.+。$/.test(outcome.userMessage)) throw new Error(outcome.userMessage);
      } else if (outcome instanceof Error || !/\S/.test((outcome as { text: string }).text))
        throw new Error(String(outcome));
    }),
    { numRuns: RUNS, seed: SEED },
  );
}
