import fc from "fast-check";
import { outOfOrder } from "../../src/sync/out-of-order";
import { runs } from "../runs";

const isAscending = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || numbers[index - 1]! < number);

describe("the rows that have to move", () => {
  it("are none where all stand in order, and one where one stands elsewhere", () => {
    expect(outOfOrder([1, 2, 5, 9], (rank) => rank)).toEqual([]);
    expect(outOfOrder([9, 1, 2, 5], (rank) => rank)).toEqual([9]);
  });

  it("leave the others in order, and no fewer could", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 9 }), (ranks) => {
        const moved = outOfOrder(ranks, (rank) => rank);
        expect(isAscending(ranks.filter((rank) => !moved.includes(rank)))).toBe(true);
        let longest = 0;
        for (let set = 0; set < 1 << ranks.length; set++) {
          const chosen = ranks.filter((_, index) => (set >> index) & 1);
          if (isAscending(chosen)) longest = Math.max(longest, chosen.length);
        }
        expect(ranks.length - moved.length).toBe(longest);
      }),
      { numRuns: runs(300) },
    );
  });
});
