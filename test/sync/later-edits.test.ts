import { inChinese } from "../../src/plan/sentence";
import { laterEdits } from "../../src/sync/later-edits";
import { plan, task } from "../plans";
import { copied, rowNamed, sheetOf, synced } from "./sheets";

const incoming = plan({
  units: [
    ...plan().units.slice(0, 2),
    { name: "县文化旅游体育局", aliases: [] },
    { name: "县融媒体中心", aliases: [] },
  ],
  tasks: [
    task("t1"),
    task("t2", { lead: ["县文化旅游体育局"], responsible: ["县融媒体中心"], groups: ["各成员单位"] }),
    task("t3"),
    task("t4"),
  ],
  indicators: plan().indicators.map((one) => (one.id === "i2" ? { ...one, value: 80 } : one)),
});
const done = synced(plan(), incoming, sheetOf(plan()));
const after = (touch: (sheet: ReturnType<typeof copied>) => void): string[] => {
  const sheet = copied(done.sheet);
  touch(sheet);
  return laterEdits(sheet, done.inverse).map(inChinese);
};

describe("what undoing a sync would lose", () => {
  it("is nothing right after it, and nothing when numbers come in beside it", () => {
    expect(after(() => undefined)).toEqual([]);
    expect(after((sheet) => void (rowNamed(sheet, "培训教师").cells["actual:2022"] = 9))).toEqual([]);
  });

  it("is a cell that the sync wrote and somebody has changed since", () => {
    expect(after((sheet) => void (rowNamed(sheet, "培训教师").cells.target = "≥90"))).toEqual([
      "一(一)1 任务t1 的“目标”已被改为“≥90”",
    ]);
  });

  it("is what was typed into a row that it brought", () => {
    expect(after((sheet) => void (rowNamed(sheet, "任务t4").cells.remark = "已启动"))).toEqual([
      "一(一)4 任务t4 的行里已填了内容（备注）",
    ]);
  });

  it("is what was typed into a column that it brought, and a header that was changed since", () => {
    expect(after((sheet) => void (rowNamed(sheet, "培训教师").cells["unit:县融媒体中心"] = "△"))).toEqual([
      "“县融媒体中心”列里已填了内容",
    ]);
    expect(after((sheet) => void sheet.headers.set("unit:县文化旅游体育局", "文旅体局"))).toEqual([
      "列名“文体旅局”已被改为“文旅体局”",
    ]);
  });
});
