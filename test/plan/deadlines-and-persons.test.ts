import { readPlan } from "../../src/plan";

const due = (source: string) => readPlan(source).indicators.map(({ period, deadline }) => [period, deadline]);

describe("a task's own deadline", () => {
  it("holds for its numbers when it stands in the bracket with the units", () =>
    expect(due("青山县方案（2021—2025年）\n1.修路。修路20公里。（牵头单位：县交通局；完成时限：2024年底）")).toEqual([
      ["byDeadline", 2024],
    ]));
  it("holds when it stands on a line of its own", () =>
    expect(
      due(
        "青山县方案（2021—2025年）\n一、修路。修路20公里。\n牵头单位：县交通局\n责任单位：县财政局\n完成时限：2024年11月底",
      ),
    ).toEqual([["byDeadline", 2024]]));
  it("holds when it is a table's cell", () =>
    expect(
      due(
        "青山县方案（2021—2025年）\n序号\t任务\t牵头单位\t责任单位\t完成时限\n1\t新建公路20公里\t县交通局\t县财政局\t2023年6月底前\n2\t新建桥梁3座\t县交通局\t县财政局\t2024年底",
      ),
    ).toEqual([
      ["byDeadline", 2023],
      ["byDeadline", 2024],
    ]));
  it("leaves numbers alone that have a time of their own", () =>
    expect(
      due("青山县方案（2021—2025年）\n1.修路。每年修路20公里。（牵头单位：县交通局；完成时限：2024年底）"),
    ).toEqual([["perYear", undefined]]));
  it("leaves numbers alone that are to be reached again and again", () => {
    expect(
      due("青山县方案（2021—2025年）\n1.走访。每季度走访企业20家以上。（牵头单位：县商务局；完成时限：2024年底）"),
    ).toEqual([["other", undefined]]);
    expect(
      due("青山县方案（2021—2025年）\n1.走访。每月走访企业20家以上，2024年底前完成。（牵头单位：县商务局）"),
    ).toEqual([["other", undefined]]);
  });

  it("leaves other tasks alone", () =>
    expect(
      due(
        "青山县方案（2021—2025年）\n1.修路。修路20公里。（牵头单位：县交通局；完成时限：2024年底）\n2.架桥。架桥3座。（牵头单位：县交通局；责任单位：县财政局）",
      )[1],
    ).toEqual(["other", undefined]));
});
