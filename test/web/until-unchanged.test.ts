import { untilUnchanged } from "../../src/web/until-unchanged";

describe("work that pauses", () => {
  it("is done again where something has changed meanwhile", async () => {
    let changes = 0;
    const seen: number[] = [];
    const work = async (): Promise<number> => {
      seen.push(changes);
      if (seen.length < 3) changes++;
      return changes;
    };
    expect(await untilUnchanged(work, () => changes)).toBe(2);
    expect(seen).toEqual([0, 1, 2]);
  });

  it("comes to an end where somebody goes on changing things", async () => {
    let changes = 0;
    const work = async (): Promise<number> => ++changes;
    expect(await untilUnchanged(work, () => changes)).toBe(5);
  });
});
