import { openHost, type Host } from "../../src/host/node";
import { saveXlsx } from "../../src/host/xlsx/save";

jest.setTimeout(60_000);

let host: Host;
beforeEach(() => (host = openHost()));
afterEach(() => host.dispose());

const addBar = (context: Excel.RequestContext, address = "A1:A3"): Excel.DataBarConditionalFormat =>
  context.workbook.worksheets.getItem("Sheet1").getRange(address).conditionalFormats.add("DataBar").dataBar;

/** Everything that a data bar says, as Office.js gives it. */
async function barsOf({ Excel: excel }: Host): Promise<unknown[]> {
  return excel.run(async (context) => {
    const formats = context.workbook.worksheets.getItem("Sheet1").getRange().conditionalFormats;
    formats.load("items/type");
    await context.sync();
    for (const { dataBar } of formats.items) {
      dataBar.load("axisFormat,axisColor,barDirection,showDataBarOnly,lowerBoundRule,upperBoundRule");
      dataBar.positiveFormat.load();
      dataBar.negativeFormat.load();
    }
    await context.sync();
    return formats.items.map(({ dataBar }) => dataBar.toJSON());
  });
}

async function full(): Promise<void> {
  await host.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1:A3").values = [[1], [-2], [3]];
    const solid = addBar(context);
    solid.lowerBoundRule = { type: "Number", formula: "0" };
    solid.upperBoundRule = { type: "Formula", formula: "=$B$1" };
    solid.positiveFormat.fillColor = "#8FB4DB";
    solid.positiveFormat.borderColor = "#112233";
    solid.positiveFormat.gradientFill = false;
    solid.negativeFormat.matchPositiveFillColor = false;
    solid.negativeFormat.fillColor = "#AA0000";
    solid.axisFormat = "CellMidPoint";
    solid.axisColor = "#445566";
    solid.barDirection = "RightToLeft";
    solid.showDataBarOnly = true;
    addBar(context, "C1:C3");
    await context.sync();
  });
}

describe("data bars", () => {
  it("keep what is said of them", async () => {
    await full();
    expect((await barsOf(host))[1]).toMatchObject({
      ...{ axisFormat: "CellMidPoint", axisColor: "#445566", barDirection: "RightToLeft", showDataBarOnly: true },
      ...{ lowerBoundRule: { type: "Number", formula: "0" }, upperBoundRule: { type: "Formula", formula: "=$B$1" } },
      positiveFormat: { fillColor: "#8FB4DB", borderColor: "#112233", gradientFill: false },
      negativeFormat: { fillColor: "#AA0000", matchPositiveFillColor: false },
    });
  });

  it("are saved and opened as they are, in both of a file's ways to say them", async () => {
    await full();
    const before = await barsOf(host);
    const again = await openHost({ file: await saveXlsx(host.book) });
    expect(again.leftOut).toEqual([]);
    expect(await barsOf(again)).toEqual(before);
    again.dispose();
  });

  it("are refused with bounds that Excel has none of", async () => {
    const bound = (rule: unknown): Promise<unknown> =>
      host.Excel.run(async (context) => {
        addBar(context).lowerBoundRule = rule as Excel.ConditionalDataBarRule;
        await context.sync();
      });
    await expect(bound({ type: "Number" })).rejects.toMatchObject({ code: "InvalidArgument" });
    await expect(bound({ type: "Most" })).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  it("follow with their formulas when rows come in above", async () => {
    await full();
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("1:1").insert("Down");
      await context.sync();
    });
    expect((await barsOf(host))[1]).toMatchObject({ upperBoundRule: { formula: "=$B$2" } });
  });
});
