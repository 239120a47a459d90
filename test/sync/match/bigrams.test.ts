import fc from "fast-check";
import { closenessOf, profileOf, weightsOf } from "../../../src/sync/match/bigrams";

const plain = (): number => 1;
const closeness = (a: string, b: string): number => closenessOf(profileOf(a), profileOf(b), plain);

describe("the closeness of two texts", () => {
  it("is 1 where only punctuation, spaces and width differ", () => {
    expect(closeness("举办ＡＢＣ讲座，每年 2 场", "举办ABC讲座 每年2场。")).toBe(1);
  });

  it("falls with each letter that is another one", () => {
    const [near, far] = [closeness("举办科普讲座", "举办科技讲座"), closeness("举办科普讲座", "修建乡村道路")];
    expect(near).toBeLessThan(1);
    expect(near).toBeGreaterThan(0.3);
    expect(far).toBe(0);
  });

  it("counts what stands in every text for little", () => {
    const texts = ["进一步加强消防工作", "进一步加强水利工作", "进一步加强养老工作"].map(profileOf);
    const weight = weightsOf(texts);
    expect(closenessOf(texts[0]!, texts[1]!, weight)).toBeLessThan(closenessOf(texts[0]!, texts[1]!, plain));
  });

  it("is the same either way, and between 0 and 1", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."科普讲座举办每年，。 a") }),
        fc.string({ unit: fc.constantFrom(..."科普讲座举办每年，。 a") }),
        (a, b) => {
          expect(closeness(a, b)).toBeCloseTo(closeness(b, a), 12);
          expect(closeness(a, b)).toBeGreaterThanOrEqual(0);
          expect(closeness(a, b)).toBeLessThanOrEqual(1 + 1e-12);
          expect(closeness(a, a)).toBeCloseTo(1, 12);
        },
      ),
    );
  });
});
