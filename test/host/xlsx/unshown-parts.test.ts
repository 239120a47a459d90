import { WorkbookPackage } from "../../../src/host/xlsx/package";
import { unshownIn, unshownKinds } from "../../../src/host/xlsx/unshown-parts";

const told = (parts: Record<string, string>): string[] =>
  unshownIn(WorkbookPackage.of({ "xl/workbook.xml": "<workbook/>", ...parts }));

describe("what of a workbook is kept and cannot be shown", () => {
  it.each(unshownKinds.map((kind) => [kind.name, kind] as const))(
    "%s is told of its row's example, and nothing else is",
    (name, { measure, example }) => {
      expect(told(example)).toEqual([`1 ${measure}${name}`]);
    },
  );

  it("is counted, in the table's order", () => {
    expect(
      told({
        "xl/comments1.xml": "<comments><commentList><comment/><comment/></commentList></comments>",
        "xl/charts/chart1.xml": "",
        "xl/charts/chart2.xml": "",
        "xl/charts/style1.xml": "",
      }),
    ).toEqual(["2 个图表", "2 条批注"]);
  });

  it("is counted in some parts alone, where those are asked about", () => {
    const file = WorkbookPackage.of({ "xl/charts/chart1.xml": "", "xl/charts/chart2.xml": "" });
    expect(unshownIn(file, ["xl/charts/chart2.xml"])).toEqual(["1 个图表"]);
  });

  it("is not the picture that stands in for it in older programs", () => {
    expect(
      told({
        "xl/slicers/slicer1.xml": "<slicers/>",
        "xl/drawings/drawing1.xml":
          '<xdr:wsDr><mc:AlternateContent><mc:Choice Requires="sle15"><xdr:graphicFrame/></mc:Choice><mc:Fallback><xdr:sp macro=""/></mc:Fallback></mc:AlternateContent></xdr:wsDr>',
      }),
    ).toEqual(["1 个切片器"]);
  });

  it("is nothing for a plain workbook", () => {
    expect(told({ "xl/worksheets/sheet1.xml": "<worksheet><sheetData/></worksheet>" })).toEqual([]);
  });
});
