import fc from "fast-check";
import { runToEnd, mapPausably } from "../../src/plan/pausable";

describe("pausable work", () => {
  it("comes to what it would come to in one go", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 1000 }), (items) =>
        expect(runToEnd(mapPausably(items, (item) => item * 2))).toEqual(items.map((item) => item * 2)),
      ),
    );
  });

  it("can wait after every two hundred", () => {
    const work = mapPausably(
      Array.from({ length: 1000 }, (_, index) => index),
      (item) => item,
    );
    let waits = 0;
    while (!work.next().done) waits++;
    expect(waits).toBe(5);
  });
});
