import { strToU8, zipSync } from "fflate";
import { keptKinds, keptParts } from "../../../src/host/xlsx/unshown-parts";

const packed = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));

describe("what of a workbook is kept and cannot be shown", () => {
  it.each(keptKinds.map((kind) => [kind.name, kind] as const))(
    "%s is told of its row's example, and nothing else is",
    (name, { measure, example }) => {
      expect(keptParts(packed({ "xl/workbook.xml": "<workbook/>", ...example }))).toEqual([`1 ${measure}${name}`]);
    },
  );

  it("is counted, in the table's order", () => {
    const comments = "<comments><commentList><comment/><comment/></commentList></comments>";
    expect(
      keptParts(
        packed({
          "xl/comments1.xml": comments,
          "xl/charts/chart1.xml": "",
          "xl/charts/chart2.xml": "",
          "xl/charts/style1.xml": "",
        }),
      ),
    ).toEqual(["2 个图表", "2 条批注"]);
  });

  it("is nothing for a plain workbook, and for what is no package", () => {
    expect(
      keptParts(packed({ "xl/workbook.xml": "", "xl/worksheets/sheet1.xml": "<worksheet><sheetData/></worksheet>" })),
    ).toEqual([]);
    expect(keptParts(new Uint8Array([1, 2, 3]))).toEqual([]);
  });
});
