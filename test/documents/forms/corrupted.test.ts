import fc from "fast-check";
import { collect, withCollected, type CollectContext } from "../../../src/assessment/collect";
import { unitForms, type UnitForm } from "../../../src/assessment/forms";
import type { ReturnedForm } from "../../../src/assessment/returned-form";
import { FormFileError, readForm } from "../../../src/documents/forms/read";
import { filledFile } from "../../excel/assessment/returned";
import { plan } from "../../plans";
import { sheetOf } from "../../sync/sheets";
import { repacked } from "./hostile-files";

const year = 2023;
const base = plan();
const held = sheetOf(base);
const ground: CollectContext = {
  plan: base,
  held,
  year,
  totals: new Set(["i2"]),
  details: [],
  dropped: [],
  sent: new Map(),
  made: new Set(),
  unitChanges: [],
};
const form = (unit: string): UnitForm =>
  unitForms(base, held, { year, deadline: "", made: "2023-12-01T00:00:00.000Z", totals: ground.totals }).find(
    ({ name }) => name === unit,
  )!;

/** Damage on a file's way: changed bytes, a missing end, or changed characters within its XML. */
type Damage =
  { kind: "bytes" | "sheet" | "strings"; changes: [at: number, value: number][] } | { kind: "cut"; at: number };

const changes = fc.array(fc.tuple(fc.nat(200_000), fc.nat(255)), { minLength: 1, maxLength: 8 });
const anyDamage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constantFrom("bytes" as const, "sheet" as const, "strings" as const), changes }),
  fc.record({ kind: fc.constant("cut" as const), at: fc.nat(200_000) }),
);

const changed = (bytes: Uint8Array, all: readonly [number, number][]): Uint8Array => {
  const copy = bytes.slice();
  for (const [at, value] of all) copy[at % copy.length] = value;
  return copy;
};

function damaged(bytes: Uint8Array, damage: Damage): Uint8Array {
  if (damage.kind === "cut") return bytes.slice(0, damage.at % bytes.length);
  if (damage.kind === "bytes") return changed(bytes, damage.changes);
  const part = damage.kind === "sheet" ? "xl/worksheets/sheet1.xml" : "xl/sharedStrings.xml";
  return repacked(bytes, (parts) => void (parts[part] = changed(parts[part]!, damage.changes)));
}

describe("a form damaged at random", () => {
  let mine: Uint8Array;
  let other: ReturnedForm;
  beforeAll(async () => {
    mine = await filledFile(form("县教育局"), {
      建成示范学校: { entry: 6, evidence: "批复" },
      培训教师: { entry: 42 },
      任务t3: { entry: "推进中" },
    });
    other = readForm(
      "县财政局.xlsx",
      await filledFile(form("县财政局"), { 培训教师: { entry: 9, evidence: "名册", explanation: "说明" } }),
    );
  });

  const saidByOther = (forms: readonly ReturnedForm[]): unknown =>
    [...withCollected([], collect(forms, ground), { left: new Set(), accepted: new Set() }).values()].filter(
      ({ unit }) => unit === "县财政局",
    );

  it("is read or refused, never anything else, and never changes what another unit says", () => {
    const alone = saidByOther([other]);
    expect(alone).toHaveLength(1);
    const outcomes = { read: 0, refused: 0 };
    fc.assert(
      fc.property(anyDamage, (damage) => {
        let read: ReturnedForm[] = [];
        try {
          read = [readForm("县教育局.xlsx", damaged(mine, damage))];
          outcomes.read++;
        } catch (error) {
          expect(error).toBeInstanceOf(FormFileError);
          outcomes.refused++;
        }
        expect(saidByOther([...read, other])).toEqual(alone);
      }),
      { numRuns: 700, seed: 20261124 },
    );
    // Both outcomes occurred often.
    expect(Math.min(outcomes.read, outcomes.refused)).toBeGreaterThan(50);
  });
});
