import { cellTextLimit, fitted, shortened } from "../../src/matrix/sheet";

describe("a text that must fit", () => {
  it("into a cell is cut where it is longer than one holds, and says so", () => {
    const most = "长".repeat(cellTextLimit - 1);
    expect(fitted(most)).toBe(most);
    expect(fitted(`${most}长`)).toBe(`${"长".repeat(cellTextLimit - 2)}…`);
    expect([fitted(12), fitted(true), fitted("")]).toEqual([12, true, ""]);
  });

  it("into a hint is left alone up to the limit, and never longer than it", () => {
    expect([shortened("县教育局", 4), shortened("县教育局", 3), shortened("", 3)]).toEqual(["县教育局", "县教…", ""]);
  });
});
