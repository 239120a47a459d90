import { firstIndexWhere } from "../../src/plan/binary-search";

describe("the first index where something holds", () => {
  const numbers = [1, 3, 3, 7];

  it.each([
    [0, 0],
    [1, 0],
    [2, 1],
    [3, 1],
    [4, 3],
    [7, 3],
    [8, 4],
  ])("of 1, 3, 3, 7 the first that is at least %i is at %i", (least, index) =>
    expect(firstIndexWhere(numbers.length, (k) => numbers[k]! >= least)).toBe(index),
  );

  it("is the length of an empty list", () => expect(firstIndexWhere(0, () => true)).toBe(0));

  it("looks at few of many", () => {
    let looks = 0;
    expect(firstIndexWhere(1 << 20, (k) => ++looks > 0 && k >= 777_777)).toBe(777_777);
    expect(looks).toBeLessThanOrEqual(21);
  });
});
