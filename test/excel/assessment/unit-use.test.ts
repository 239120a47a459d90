import { readUnitUse } from "../../../src/excel/assessment";
import type { Host } from "../../../src/host/node";
import { openWorkbook, typeInto } from "../workbook";
import { withMatrix } from "../each-test";

jest.setTimeout(60_000);

let host: Host;
withMatrix((opened) => void (host = opened));

describe("what the workbook holds of a unit", () => {
  it("is its marks, and what people have written into its column", async () => {
    const marks = (await readUnitUse("县财政局"))!.marks;
    expect(await readUnitUse("县财政局")).toEqual({ marks: 3, notes: 0, entries: 0 });
    await typeInto(host, "培训教师", "unit:县财政局", "只管钱");
    expect(await readUnitUse("县财政局")).toEqual({ marks: marks - 1, notes: 1, entries: 0 });
    expect(await readUnitUse("县体育局")).toEqual({ marks: 0, notes: 0, entries: 0 });
  });

  it("is unknown where there is no matrix, and other failures are told", async () => {
    host.book.faults.failRequest(host.book.log.syncs, { kind: "refused", code: "Timeout" });
    await expect(readUnitUse("县财政局")).rejects.toMatchObject({ code: "Timeout" });
    const other = openWorkbook();
    expect(await readUnitUse("县财政局")).toBeUndefined();
    other.dispose();
  });
});
