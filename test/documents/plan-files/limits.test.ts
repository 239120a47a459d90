import type { Block } from "../../../src/plan/layout/blocks";
import { BlockCount, refuseHuge } from "../../../src/documents/plan-files/limits";

const bomb = expect.objectContaining({ name: "PlanFileError", code: "zipBomb" });
const million = "甲".repeat(1_000_000);
const rowsOf = (count: number, columns: number): Block => ({
  kind: "table",
  rows: Array.from({ length: count }, () => [{ lines: [], columns }]),
});

describe("the limits of a document", () => {
  it.each<[what: string, most: Block[] | string, more: Block[] | string]>([
    ["four million characters of text", million.repeat(4), `${million.repeat(4)}甲`],
    [
      "four million characters in paragraphs and cells together",
      [
        { kind: "paragraph", text: million.repeat(2) },
        { kind: "table", rows: [[{ lines: [million, million] }, { lines: [""] }]] },
      ],
      [
        { kind: "paragraph", text: million.repeat(2) },
        { kind: "table", rows: [[{ lines: [million, million] }, { lines: ["甲"] }]] },
      ],
    ],
    ["a million places in tables", [rowsOf(2500, 200), rowsOf(2500, 200)], [rowsOf(2500, 200), rowsOf(2501, 200)]],
    ["a million places, wider tables cut to what is printed", [rowsOf(3906, 300)], [rowsOf(3907, 300)]],
    [
      "a million places by the widest row, wherever it stands",
      [
        {
          kind: "table",
          rows: [
            ...Array.from({ length: 9_999 }, () => [{ lines: [] }]),
            [
              { lines: [], columns: 60 },
              { lines: [], columns: 40 },
            ],
          ],
        },
      ],
      [
        {
          kind: "table",
          rows: [
            [
              { lines: [], columns: 60 },
              { lines: [], columns: 40 },
            ],
            ...Array.from({ length: 10_000 }, () => [{ lines: [] }]),
          ],
        },
      ],
    ],
  ])("are %s", (_, most, more) => {
    expect(() => refuseHuge(most)).not.toThrow();
    expect(() => refuseHuge(more)).toThrow(bomb);
  });

  it("are two hundred thousand cells and paragraphs, counted one by one or several at once", () => {
    const counted = new BlockCount();
    counted.add(199_999);
    counted.add();
    expect(() => counted.add()).toThrow(bomb);
  });
});
