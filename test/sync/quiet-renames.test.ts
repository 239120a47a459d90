import type { Edit } from "../../src/sync/edit";
import { quietRenames } from "../../src/sync/quiet-renames";

const key = (column: string, as: string): Edit => ({ do: "columnKey", column, as });

describe("renamings that no change tells of", () => {
  it("are those of units whose headers stayed, in the order in which the sync did them", () => {
    expect(
      quietRenames([
        key("unit:县文体局", "unit:县文旅局"),
        { do: "header", column: "unit:县教体局", before: "教体局", after: "教育局" },
        key("unit:县教体局", "unit:县教育局"),
        key("group:各单位", "group:各成员单位"),
        { do: "set", row: "t1|", column: "task", before: "a", after: "b" },
        key("unit:县发改委", "unit:县计委"),
      ]),
    ).toEqual([
      { from: "县计委", to: "县发改委" },
      { from: "县文旅局", to: "县文体局" },
    ]);
  });
});
