import { byFormerKeys } from "../../src/sync/former-keys";
import type { Edit } from "../../src/sync/edit";
import { plan } from "../plans";
import { sheetOf } from "./sheets";

const [before, after] = ["unit:县财政局", "unit:县财政和国资局"];
const rename: Edit = { do: "columnKey", column: before, as: after };
const held = sheetOf(plan());
const renamed = sheetOf(plan(), (sheet) => {
  sheet.columns = new Map([...sheet.columns].map(([key, at]) => [key === before ? after : key, at]));
  sheet.headers = new Map([...sheet.headers].map(([key, text]) => [key === before ? after : key, text]));
  for (const { cells } of sheet.rows) {
    cells[after] = cells[before]!;
    delete cells[before];
  }
  sheet.rows[0]!.formats = { [after]: "@" };
});

describe("a sheet after a run that broke off", () => {
  it("has its columns under the keys from which the run started", () => {
    const found = byFormerKeys(renamed, [rename]);
    expect([...found.columns]).toEqual([...held.columns]);
    expect([...found.headers]).toEqual([...held.headers]);
    expect(found.rows.map(({ cells }) => cells)).toEqual(held.rows.map(({ cells }) => cells));
    expect(found.rows[0]!.formats).toEqual({ [before]: "@" });
  });

  it("is as it is where the run had not come to it, or both columns are there", () => {
    expect(byFormerKeys(held, [rename])).toBe(held);
    const both = { ...renamed, columns: new Map([...renamed.columns, [before, 99]]) };
    expect(byFormerKeys(both, [rename])).toBe(both);
    expect(byFormerKeys(renamed, [{ do: "removeColumn", column: before }])).toBe(renamed);
  });
});
