import { matrixRows } from "../../src/matrix/rows";
import { recordsOf, type RemovedRecord } from "../../src/sync/records";
import { plan } from "../plans";

const row = matrixRows(plan()).find(({ identity }) => identity === "t1|i2")!;

describe("what the workbook knows of a row that is not in the sheet", () => {
  it("is nothing where no record is of it", () => {
    expect(recordsOf([{ identity: "t9|", cells: { remark: "别的" } }], [])(row)).toEqual({});
  });

  it("is its latest record by identity, or by its words where it had another", () => {
    const removed: RemovedRecord[] = [
      { identity: "t1|i2", cells: { remark: "旧" } },
      { cells: { task: " 任务 t１", indicator: "培训、教师", remark: "同名" } },
    ];
    expect(recordsOf([...removed, { identity: "t1|i2", cells: { remark: "新" } }], [])(row)).toEqual({ remark: "新" });
    expect(recordsOf(removed.slice(1), [])(row)).toMatchObject({ remark: "同名" });
    expect(recordsOf([{ cells: { task: "任务t1", remark: "缺指标" } }], [])(row)).toEqual({});
  });

  it("is overlaid with what was reported, the later of each cell", () => {
    const reported: RemovedRecord[] = [
      { identity: "t1|i2", cells: { "actual:2022": 40, "actual:2023": 1 } },
      { identity: "t1|i2", cells: { "actual:2023": 42 } },
      { cells: { "actual:2023": 99 } },
    ];
    expect(recordsOf([{ identity: "t1|i2", cells: { remark: "旧", "actual:2022": 3 } }], reported)(row)).toEqual({
      remark: "旧",
      "actual:2022": 40,
      "actual:2023": 42,
    });
  });
});
