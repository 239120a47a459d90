import {
  checks,
  guided,
  recordOf,
  removeScratch,
  runSelfCheck,
  type Ask,
  type Line,
  type SelfCheckReport,
} from "../../../src/excel/self-check";
import { scratchName, scratchNames, scratchNamespace } from "../../../src/excel/self-check/scratch-names";
import { openHost, type Host } from "../../../src/host/node";
import { switchNames, type SwitchName } from "../../../src/host/switches";
import { saveXlsx } from "../../../src/host/xlsx/save";
import { storeNamespace } from "../../../src/excel/store";
import type { CellValue } from "../../../src/matrix/sheet";
import { matrixSheetName, matrixTableName } from "../../../src/matrix/sheet-name";
import { openWorkbook } from "../workbook";

let host: Host;
let workbook: Uint8Array;

beforeAll(async () => {
  const empty = openHost();
  workbook = await saveXlsx(empty.book);
  empty.dispose();
});
beforeEach(() => void (host = openWorkbook()));
afterEach(() => host.dispose());

/** A person who does in the host what is asked. If downloads do nothing, they find no file in the folder. */
const person: Ask = async ({ text, values }) => {
  const cell = `${scratchNames[0]}!${String(values.cell)}`;
  if (text.includes("选一项")) await host.pick(cell, "已完成");
  else if (text.includes("Ctrl+Z")) await host.type(cell, "");
  else if (/输入|粘贴/.test(text)) await host.type(cell, 5);
  return text.includes("下载") && host.book.switches.has("noDownloads") ? "no" : "yes";
};
const absent: Ask = async () => "skip";

const run = (ask = person, onLine: (line: Line) => void = () => undefined): Promise<SelfCheckReport> =>
  runSelfCheck({ ask, onLine, workbook: () => Promise.resolve(workbook), download: () => undefined });

const sheetNames = (): string[] => host.book.allSheets.map((sheet) => host.book.sheetName(sheet));
/** The lines whose result is not the one expected of the host, by key. */
const striking = ({ lines }: SelfCheckReport): Record<string, string> =>
  Object.fromEntries(lines.filter(({ state }) => state !== "right").map(({ key, state }) => [key, state]));

/**
 * The lines that show that an Excel behaves differently; none where the self-check cannot run, or where the difference
 * does not show in it.
 */
const shown: Record<SwitchName, Record<string, Line["state"]>> = {
  noDownloads: { download: "other" },
  createWorkbookBlocked: { createWorkbook: "refused" },
  printerWithoutA3: { paper: "refused" },
  zoomDoesNotStick: { zoom: "other" },
  columnsRefilled: { refilled: "other" },
  xmlEquivalent: { xml: "other" },
  answersLimited: { largeAnswer: "refused" },
  mixedRulesRefused: { mixedRules: "refused" },
  longFormulasRefused: { formulaOver255: "refused" },
  longAlertsRefused: { alertOver225: "refused" },
  largePartsRefused: { tooLargePart: "refused" },
  otherWorkbookInFront: {
    freezeHidden: "refused",
    freeze: "refused",
    select: "refused",
    filters: "refused",
    filterBack: "refused",
  },
  noEventForPicks: { picking: "other" },
  englishColumnNames: { newColumn: "other" },
  filterLoadThrows: { filterBack: "refused" },
  nullObjectsNotFollowed: { absent: "refused" },
  autoFilterRefused: { noButtons: "refused" },
  insideBordersRefused: { insideBorders: "refused" },
  sizingShows: { sizes: "other", sizingHidden: "other" },
  frozenHiddenRefused: { freezeHidden: "refused" },
  rowsAddRefused: { addRow: "refused" },
};

describe("the self-check", () => {
  it("finds all right in an Excel that does what is expected, and leaves nothing behind", async () => {
    const before = sheetNames();
    const report = await run();
    expect(striking(report)).toEqual({});
    expect(report.lines.map(({ key }) => key)).toEqual([...checks, ...guided].map(({ key }) => key));
    expect(report.left).toEqual([]);
    expect(sheetNames()).toEqual(before);
    expect(host.book.xmlParts).toEqual([]);
    expect(host.book.names).toEqual([]);
    expect(host.book.tables).toEqual([]);
    expect(host.book.sheetName(host.book.activeSheet)).toBe("Sheet1");
  });

  it("goes back to what was selected", async () => {
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("C4:D5").select();
      await context.sync();
    });
    await run(absent);
    const address = await host.Excel.run(async (context) => {
      const selected = context.workbook.getSelectedRange();
      selected.load("address");
      await context.sync();
      return selected.address;
    });
    expect(address).toBe("Sheet1!C4:D5");
  });

  it.each(switchNames)("tells of %s by its line and by no other", async (name) => {
    const ask: Ask = (step, kind) => person(step, kind);
    // With another workbook in front nothing can be begun, so it comes to the front during the run.
    const isLate = name === "otherWorkbookInFront";
    if (!isLate) host.book.switches.add(name);
    const report = await run(ask, ({ key }) => void (isLate && key === "sets" && host.book.switches.add(name)));
    expect(striking(report)).toMatchObject(shown[name]);
    if (!isLate) {
      expect(striking(report)).toEqual(shown[name]);
      expect(report.left).toEqual([]);
      expect(sheetNames()).toEqual(["Sheet1"]);
      return;
    }
    expect(report.left).toEqual([...scratchNames]);
    host.book.switches.delete(name);
    expect(await removeScratch()).toEqual([]);
    expect(sheetNames()).toEqual(["Sheet1"]);
  });

  it("tells that nothing was begun while another workbook is in front", async () => {
    host.book.switches.add("otherWorkbookInFront");
    await expect(run()).rejects.toMatchObject({ code: "InactiveWorkbook" });
    expect(sheetNames()).toEqual(["Sheet1"]);
  });

  it("marks what the person passes over", async () => {
    expect(striking(await run(absent))).toEqual(Object.fromEntries(guided.map(({ key }) => [key, "skipped"])));
  });

  it("tells of an event that did not come, and of a value that is not there", async () => {
    expect(striking(await run(async () => "yes"))).toEqual({ typing: "other", pasting: "other", picking: "other" });
  });

  it("never runs in a workbook with a matrix", async () => {
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.add(matrixSheetName);
      await context.sync();
    });
    const before = sheetNames();
    await expect(run()).rejects.toMatchObject({ code: "HasMatrix" });
    expect(sheetNames()).toEqual(before);
  });

  it("never runs where the matrix's sheet has another name, or where only its record is left", async () => {
    await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:A2").values = [["任务"], ["甲"]];
      sheet.tables.add(sheet.getRange("A1:A2"), true).name = `${matrixTableName}2`;
      await context.sync();
    });
    await expect(run()).rejects.toMatchObject({ code: "HasMatrix" });
    await host.Excel.run(async (context) => {
      context.workbook.tables.getItem(`${matrixTableName}2`).name = "我的表";
      context.workbook.customXmlParts.add(`<store xmlns="${storeNamespace}"/>`);
      await context.sync();
    });
    await expect(run()).rejects.toMatchObject({ code: "HasMatrix" });
    expect(sheetNames()).toEqual(["Sheet1"]);
  });

  it("takes away nothing that was there before: names, tables and parts", async () => {
    await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:A2").values = [["任务"], ["甲"]];
      sheet.tables.add(sheet.getRange("A1:A2"), true).name = "我的表";
      context.workbook.names.add("我的名称", sheet.getRange("A1"));
      context.workbook.customXmlParts.add(`<mine xmlns="urn:mine"/>`);
      await context.sync();
    });
    await run(absent);
    expect(host.book.names.map(({ name }) => name)).toEqual(["我的名称"]);
    expect(host.book.tables.map(({ name }) => name)).toEqual(["我的表"]);
    expect(host.book.xmlParts.map(({ xml }) => xml)).toEqual([`<mine xmlns="urn:mine"/>`]);
  });

  it("takes away the name and the parts that a check could not delete any more", async () => {
    await host.Excel.run(async (context) => {
      context.workbook.names.add(scratchName, context.workbook.worksheets.getItem("Sheet1").getRange("A1"));
      context.workbook.customXmlParts.add(`<check xmlns="${scratchNamespace}"/>`);
      await context.sync();
    });
    expect(await removeScratch()).toEqual([]);
    expect([host.book.names, host.book.xmlParts]).toEqual([[], []]);
  });

  it("hears of the cell that it has named and of no other, in this sheet and no other", async () => {
    const beside: Ask = async ({ values }) => {
      const cell = String(values.cell);
      await host.type(`${scratchNames[0]}!${cell.replace("B", "C")}`, 5);
      await host.type(`${scratchNames[1]}!${cell}`, 5);
      return "yes";
    };
    const said = ({ lines }: SelfCheckReport): string[] =>
      lines.filter(({ key }) => /^(typing|pasting|picking)$/.test(key)).map(({ seen }) => seen);
    expect(said(await run(beside))).toEqual(["；no event", "；no event", "；no event"]);
    expect(said(await run())).toEqual(["5；event heard", "5；event heard", "已完成；event heard"]);
  });

  it("names the cell that it looks at, or that it has made to be looked at", async () => {
    const named: Record<string, CellValue> = {};
    await run(async ({ text, values }, kind) => {
      const cell = String(values.cell);
      if (kind === "act" || text.includes("红底"))
        await host.Excel.run(async (context) => {
          const beside = context.workbook.worksheets.getItem(scratchNames[0]).getRange(cell).getOffsetRange(-1, -1);
          const own = context.workbook.worksheets.getItem(scratchNames[0]).getRange(cell);
          beside.load("values");
          own.load("values");
          await context.sync();
          named[`${String(beside.values[0]![0])}|${String(own.values[0]![0])}`] = cell;
        });
      return "skip";
    });
    expect(Object.keys(named)).toEqual(["输入 5|", "粘贴|", "选一项|", "输入 7 再撤消|", "看颜色|滞后"]);
  });

  it("asks whether what it offers has come: the file, and the workbook that is opened", async () => {
    const offered: string[] = [];
    const report = await runSelfCheck({
      ask: async ({ text }) => (/下载文件夹|新的空白工作簿|红底/.test(text) ? "no" : "skip"),
      onLine: () => undefined,
      workbook: async () => {
        offered.push("workbook");
        return workbook;
      },
      download: (name, bytes) => void offered.push(name, new TextDecoder().decode(bytes)),
    });
    expect(offered).toEqual(["自检.txt", "责任矩阵 自检\n", "workbook"]);
    expect(
      report.lines
        .filter(({ key }) => ["download", "createWorkbook", "recolour"].includes(key))
        .map(({ state, seen }) => [state, seen]),
    ).toEqual([
      ["other", "not seen"],
      ["other", "not seen"],
      ["other", "not seen"],
    ]);
    const shown = (await run()).lines.find(({ key }) => key === "recolour");
    expect([shown?.state, shown?.seen]).toEqual(["right", "seen"]);
  });

  it("never takes a sheet for its own that was there before", async () => {
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.add(scratchNames[1]).getRange("A1").values = [["我的"]];
      await context.sync();
    });
    await expect(run()).rejects.toMatchObject({ code: "ScratchTaken" });
    expect(sheetNames()).toEqual(["Sheet1", scratchNames[1]]);
  });

  it("writes a record that says of each check what was expected and what was seen, and of the Excel which it is", async () => {
    host.book.switches.add("printerWithoutA3");
    const text = recordOf(await run(absent));
    expect(text).toContain("ExcelApi 1.17");
    expect(text).toMatch(/正常 \d+，不同 0，被拒绝 1，跳过 7/);
    expect(text).toMatch(/被拒绝\tpaper\tA3 纸\t应为：.*\t看到：GeneralException/);
    expect(text.split("\n").length).toBeGreaterThanOrEqual(3 + checks.length + guided.length);
  });
});

describe("the self-check, with a request that fails", () => {
  /** Requests of a whole run without a person. */
  const requests = 80;

  it.each(Array.from({ length: requests / 8 }, (_, index) => index * 8))(
    "takes its sheets away when request %i is refused, or said to be",
    async (index) => {
      for (const kind of ["refused", "timedOut"] as const) {
        host.book.log.reset();
        host.book.faults.failRequest(index, { kind, code: "GeneralException" });
        await run(absent).catch((error: unknown) => expect(error).toMatchObject({ code: "GeneralException" }));
        host.book.faults.clear();
        expect(sheetNames()).toEqual(["Sheet1"]);
        expect(host.book.xmlParts).toEqual([]);
      }
    },
  );
});
