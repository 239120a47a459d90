import { consecutive, consecutiveNumbers } from "../../src/matrix/consecutive";

describe("neighbours", () => {
  it("are grouped for as long as each follows the one before it", () => {
    expect(consecutive(["a", "a", "b", "a"], (one, before) => one === before)).toEqual([["a", "a"], ["b"], ["a"]]);
    expect(consecutive([], () => true)).toEqual([]);
  });

  it("that are numbers are told by where each run starts and how long it is", () => {
    expect(consecutiveNumbers([3, 4, 5, 8])).toEqual([
      { start: 3, length: 3 },
      { start: 8, length: 1 },
    ]);
  });
});
