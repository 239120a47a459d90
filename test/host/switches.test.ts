import { hostForTest, onSheet, read, refusal, write } from "./open";
import { switchNames, switches, type SwitchName } from "../../src/host/switches";

type Work = (sheet: Excel.Worksheet, context: Excel.RequestContext) => void | Promise<void>;

/** Requests that are refused with a switch on and work with it off. */
const refused: Partial<Record<SwitchName, { code: RegExp; work: Work }>> = {
  printerWithoutA3: { code: /^GeneralException:/, work: (sheet) => void (sheet.pageLayout.paperSize = "A3") },
  mixedRulesRefused: {
    code: /^InvalidArgument:/,
    work: (sheet) => {
      sheet.getRange("A1").dataValidation.rule = { decimal: { formula1: 0, operator: "GreaterThan" } };
      sheet.getRange("A1:A2").dataValidation.rule = { decimal: { formula1: 1, operator: "GreaterThan" } };
    },
  },
  longFormulasRefused: {
    code: /^InvalidArgument:/,
    work: (sheet) =>
      void (sheet.getRange("A1").dataValidation.rule = { custom: { formula: `=LEN("${"长".repeat(250)}")>0` } }),
  },
  longAlertsRefused: {
    code: /^InvalidArgument:/,
    work: (sheet) =>
      void (sheet.getRange("A1").dataValidation.errorAlert = {
        showAlert: true,
        style: "Stop",
        title: "",
        message: "长".repeat(226),
      }),
  },
  largePartsRefused: {
    code: /^GeneralException:/,
    work: (_, context) => void context.workbook.customXmlParts.add(`<a>${"x".repeat(1_000_000)}</a>`),
  },
  otherWorkbookInFront: { code: /^GeneralException:/, work: (sheet) => sheet.activate() },
  createWorkbookBlocked: {
    code: /^InvalidOperation:/,
    work: async (_, context) =>
      void (context.application as unknown as { createWorkbook(): { open(): void } }).createWorkbook().open(),
  },
  nullObjectsNotFollowed: {
    code: /^ItemNotFound:/,
    work: (_, context) => void context.workbook.tables.getItemOrNullObject("没有").getRange().load("address"),
  },
  autoFilterRefused: {
    code: /^GeneralException:/,
    work: (sheet, context) => {
      sheet.tables.add("A1:B2", true).showFilterButton = false;
      context.workbook.tables.load("items/autoFilter/isDataFiltered");
    },
  },
  insideBordersRefused: {
    code: /^InvalidArgument:/,
    work: (sheet) => void (sheet.getRange("A1:C1").format.borders.getItem("InsideHorizontal").style = "Continuous"),
  },
  frozenHiddenRefused: {
    code: /^InvalidOperation:/,
    work: (sheet) => {
      sheet.getRange("A:A").columnHidden = true;
      sheet.freezePanes.freezeAt("A1:B2");
    },
  },
  rowsAddRefused: {
    code: /^InvalidOperation:/,
    work: (sheet) => void sheet.tables.add("A1:B2", true).rows.add(undefined, [[1, 2]]),
  },
  filterLoadThrows: {
    code: /^GeneralException:/,
    work: (sheet) => {
      const table = sheet.tables.add("A1:B3", true);
      table.columns.getItemAt(0).filter.apply({ filterOn: "Values", values: ["甲"] });
      table.columns.load("items/filter/criteria");
    },
  },
  answersLimited: {
    code: /^ResponsePayloadSizeLimitExceeded:/,
    work: async (sheet, context) => {
      for (const start of [1, 51]) {
        sheet.getRange(`A${start}:A${start + 49}`).values = Array.from({ length: 50 }, () => ["长".repeat(30_000)]);
        await context.sync();
      }
      sheet.getRange("A1:A100").load("values");
    },
  },
};

describe("a switch turned on makes the host do as some Excels do", () => {
  it.each(Object.entries(refused))("%s refuses", async (name, { code, work }) => {
    const [calm, strict] = [hostForTest(), hostForTest()];
    const run = (host: typeof calm): Promise<string> => refusal(host, (context, sheet) => work(sheet, context));
    expect(await run(calm)).toBe("nothing was refused");
    strict.book.switches.add(name as SwitchName);
    expect(await run(strict)).toMatch(code);
  });

  it("zoomDoesNotStick: the zoom stays what it was", async () => {
    const host = hostForTest();
    host.book.switches.add("zoomDoesNotStick");
    await onSheet(host, async (sheet, context) => {
      sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
      await context.sync();
    });
    expect(host.book.allSheets[0]!.page.zoom).toEqual({ scale: 100 });
  });

  it("columnsRefilled: a formula takes its whole column of a table, and a column of values is left alone", async () => {
    const host = hostForTest();
    host.book.switches.add("columnsRefilled");
    await write(host, "A1:C4", [
      ["甲", "乙", "丙"],
      [1, "=A2*2", 7],
      [2, "手填", 8],
      [3, "=A4*2", 9],
    ]);
    await refusal(host, (_, sheet) => void sheet.tables.add("A1:C4", true));
    await write(host, "B2", [["=A2*3"]]);
    await write(host, "C2", [["=A2"]]);
    expect(await read(host, "B2:C4", "formulas")).toEqual([
      ["=A2*3", "=A2"],
      ["=A3*3", 8],
      ["=A4*3", 9],
    ]);
  });

  it("xmlEquivalent: a part comes back as another writer would put it", async () => {
    const host = hostForTest();
    host.book.switches.add("xmlEquivalent");
    const back = await host.Excel.run(async (context) => {
      const xml = context.workbook.customXmlParts.add('<a xmlns="urn:b">c</a>').getXml();
      await context.sync();
      return xml.value;
    });
    expect(back).toBe('<?xml version="1.0" encoding="utf-8"?>\r\n<a xmlns="urn:b" >c</a>\r\n');
  });

  it("sizingShows: a hidden column that is given a width is seen again", async () => {
    const host = hostForTest();
    host.book.switches.add("sizingShows");
    await refusal(host, (_, sheet) => {
      sheet.getRange("A:B").columnHidden = true;
      sheet.getRange("A1:B1").setColumnProperties([{ format: { columnWidth: 40 }, columnHidden: true }, {}]);
    });
    expect(
      [0, 1].map((column) => host.book.grid.sheet(host.book.allSheets[0]!.id).getSheet().getColVisible(column)),
    ).toEqual([true, false]);
  });

  it("englishColumnNames: a column without a header is named in English", async () => {
    const host = hostForTest();
    host.book.switches.add("englishColumnNames");
    await refusal(host, (_, sheet) => void sheet.tables.add("A1:B2", true));
    expect(await read(host, "A1:B1")).toEqual([["Column1", "Column2"]]);
  });

  it("noEventForPicks: what is picked from a list is told to nobody, what is typed is", async () => {
    const host = hostForTest();
    let heard = 0;
    await onSheet(host, async (sheet, context) => {
      sheet.onChanged.add(async () => void heard++);
      await context.sync();
    });
    const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));
    await host.pick("A1", "甲");
    await settled();
    expect(heard).toBe(1);
    host.book.switches.add("noEventForPicks");
    await host.pick("A1", "乙");
    await settled();
    expect([heard, (await read(host, "A1"))[0]![0]]).toEqual([1, "乙"]);
    await host.type("A2", "丙");
    await settled();
    expect(heard).toBe(2);
  });

  it("noDownloads: the platform is the Mac's", () => {
    const host = hostForTest();
    expect(host.Office.context.platform).toBe("PC");
    host.book.switches.add("noDownloads");
    expect(host.Office.context.platform).toBe("Mac");
  });

  it("all of them are told of, with where they are from", () => {
    expect(
      switchNames.filter(
        (name) => switches[name].from === "knowledge" || "source" in switches[name] || name.startsWith("long"),
      ),
    ).toEqual(switchNames);
  });
});
