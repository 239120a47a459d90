import { lostFrom } from "../../src/sync/lost";
import { plan } from "../plans";
import { rowNamed, sheetOf } from "./sheets";

const base = plan();
const without = sheetOf(base, (sheet) => {
  sheet.rows = sheet.rows.filter(({ cells }) => cells.indicator !== "培训教师" && cells.task !== "任务t3");
  sheet.columns.delete("unit:县财政局");
});
const told = (...args: Parameters<typeof lostFrom>): unknown[] => {
  const { rows, columns } = lostFrom(...args);
  return [rows.map(({ identity }) => identity), columns];
};

describe("what somebody has deleted from a sheet", () => {
  it("is nothing in a sheet as it was made, nor where a row has only lost its key", () => {
    expect(told(base, sheetOf(base))).toEqual([[], []]);
    const keyless = sheetOf(base, (sheet) => {
      delete rowNamed(sheet, "培训教师").key;
      rowNamed(sheet, "培训教师").keyText = "";
    });
    expect(told(base, keyless)).toEqual([[], []]);
  });

  it("are the plan's rows and units' columns that are not there, but for those that the user has left out", () => {
    expect(told(base, without)).toEqual([["t1|i2", "t3|"], ["unit:县财政局"]]);
    expect(told(base, without, ["t3|", "unit:县财政局"])).toEqual([["t1|i2"], []]);
  });
});
