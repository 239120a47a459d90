import { withSharedFormulas } from "../../src/host/shared-formulas";

describe("formulas given to a calculation", () => {
  it("that were filled down are told once, the others by how far they lie from it", () => {
    const rows = {
      1: { 2: { f: "=A2+$B$1" }, 3: { f: "=B2+$B$1" } },
      2: { 2: { f: "=A3+$B$1" } },
      4: { 2: { f: "=A5+$B$1" } },
    };
    expect(withSharedFormulas({ book: { sheet: rows } })).toEqual({
      book: {
        sheet: {
          1: { 2: { f: "=A2+$B$1", si: "copies of 1,2" }, 3: { f: "", si: "copies of 1,2", x: 1, y: 0 } },
          2: { 2: { f: "", si: "copies of 1,2", x: 0, y: 1 } },
          4: { 2: { f: "", si: "copies of 1,2", x: 0, y: 3 } },
        },
      },
    });
    expect(rows[2][2]).toEqual({ f: "=A3+$B$1" });
  });

  it("that only look alike are told each", () => {
    const told = withSharedFormulas({
      book: {
        sheet: { 1: { 2: { f: "=A2" } }, 2: { 2: { f: "=A2" } }, 3: { 2: { f: '="A4"' } }, 4: { 2: { f: '="A5"' } } },
      },
    }).book!.sheet!;
    expect(Object.values(told).map((cells) => cells[2]!.f)).toEqual(["=A2", "=A2", '="A4"', '="A5"']);
  });

  it("keep what an opened file says of copies", () => {
    const item = { f: "", si: "0", x: 0, y: 4 };
    expect(withSharedFormulas({ book: { sheet: { 5: { 0: item } } } }).book!.sheet![5]![0]).toBe(item);
  });
});
