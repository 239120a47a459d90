import { keepingOwn, keptAbove, readList, type HeldList, type ListReading } from "../../../src/assessment/lists/typed";
import type { CellValue } from "../../../src/matrix/sheet";

const known = ["键", "序号", "任务", "状态"];
const reading = (values: CellValue[][], formats: Record<string, string> = {}): ListReading => ({
  top: 2,
  left: 1,
  values,
  formats: values.map((row, at) => row.map((_, column) => formats[`${at} ${column}`] ?? "General")),
});
const list = (...lines: CellValue[][]): ListReading =>
  reading([["", "标题", "", ""], ["键", " 序号", "任务", "状态"], ["l2|x", 1, "修路", "▲未达标"], ...lines]);

describe("a list in its sheet", () => {
  it("is found by half of its headers, and read by header, with what stands above it", () => {
    const held = readList(list(["", "", "", ""], ["", "", "自己加的", ""]), known)!;
    expect(held.headers).toEqual(known);
    expect(held.rows).toEqual([
      { key: "l2|x", cells: { 键: "l2|x", 序号: 1, 任务: "修路", 状态: "▲未达标" } },
      { key: "", cells: { 键: "", 序号: "", 任务: "自己加的", 状态: "" } },
    ]);
    expect(held.above).toEqual([{ row: 2, column: 2, value: "标题" }]);
    expect(readList(reading([["任务", "状态"]]), known)!.headers).toEqual(["任务", "状态"]);
  });

  it("is none in a sheet with fewer of them, or the same one over and over", () => {
    expect(readList(reading([["任务", "负责人"]]), known)).toBeUndefined();
    expect(readList(reading([["任务", "任务", "任务"]]), known)).toBeUndefined();
  });

  it("makes up a header where something stands under none, and keeps two of one name apart", () => {
    const held = readList(
      reading([
        ["任务", "状态", "", "", "状态"],
        ["修路", "", "", "督办", "二"],
      ]),
      known,
    )!;
    expect(held.headers).toEqual(["任务", "状态", "未命名", "状态（2）"]);
    expect(held.rows[0]!.cells).toEqual({ 任务: "修路", 状态: "", 未命名: "督办", "状态（2）": "二" });
  });

  it("keeps the number format on which the numbers of a column agree", () => {
    const values = [
      ["任务", "状态", "日期", "金额", "比例"],
      ["修路", "", 45000, 3, 0.5],
      ["植树", "", "待定", 4, 0.6],
      ["建桥", "", 45001, "", 0.7],
    ];
    const format = (cells: Record<string, string>): unknown => readList(reading(values, cells), known)!.formats;
    // A text has no format that matters.
    expect(format({ "1 2": "yyyy/m/d", "3 2": "yyyy/m/d" })).toEqual({ 日期: "yyyy/m/d" });
    expect(format({ "1 2": "yyyy/m/d", "3 2": "yyyy-mm" })).toEqual({});
    expect(format({ "1 3": "0.00", "2 3": "0.00", "1 4": "0%" })).toEqual({ 金额: "0.00" });
  });
});

describe("a column of the user's that has the name of a new one of ours", () => {
  const held = (key: string, headers = ["键", "任务", "时限"]): HeldList => ({
    headers,
    formats: { 时限: "yyyy" },
    rows: [{ key, cells: { 键: key, 任务: "修路", 时限: 2023 } }],
    above: [],
  });

  it("keeps what it has under another name, in a list of the version that did not have ours", () => {
    expect(keepingOwn(held("l1|x"), "时限", "l1|")).toEqual({
      headers: ["键", "任务", "时限（2）"],
      formats: { "时限（2）": "yyyy" },
      rows: [{ key: "l1|x", cells: { 键: "l1|x", 任务: "修路", "时限（2）": 2023 } }],
      above: [],
    });
  });

  it("is left alone in a list of this version, and where there is none", () => {
    for (const one of [held("l2|x"), held("l1|x", ["键", "任务"])]) expect(keepingOwn(one, "时限", "l1|")).toBe(one);
  });

  it("is known by any row of that version, wherever it stands", () => {
    const mixed = { ...held("l1|x"), rows: [{ key: "", cells: {} }, ...held("l1|x").rows] };
    expect(keepingOwn(mixed, "时限", "l1|").headers).toContain("时限（2）");
  });
});

describe("what people wrote above a list", () => {
  const above = [
    { row: 0, column: 1, value: "标题" },
    { row: 3, column: 5, value: "制表：办公室" },
  ];
  it("is kept but for what is ours, with as many lines as it needs and no fewer than the title takes", () => {
    const held: HeldList = { headers: [], formats: {}, rows: [], above };
    expect(keptAbove(held, ({ value }) => value === "标题", 2)).toEqual({ kept: [above[1]], lines: 4 });
    expect(keptAbove(held, () => true, 2)).toEqual({ kept: [], lines: 2 });
    expect(keptAbove(undefined, () => false, 2)).toEqual({ kept: [], lines: 2 });
  });
});
