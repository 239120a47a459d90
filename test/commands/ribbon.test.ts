import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { needingMatrix, tabId } from "../../src/commands/availability";
import { generateMatrix } from "../../src/excel/generate";
import type { Host } from "../../src/host/node";
import { matrixSheetName } from "../../src/matrix/sheet-name";
import { placeInAddress } from "../../src/taskpane/navigation";
import { ribbonIds } from "../manifest/check-manifest";
import { openWorkbook, typeInto } from "../excel/workbook";
import { plan } from "../plans";

jest.setTimeout(60_000);

type Handler = (event: { completed(): void }) => void;

/** What Excel has around the workbook: the ribbon, the pane and small windows. */
interface Surroundings {
  host: Host;
  /** Presses a button, and waits until its function says that it is done. */
  press(functionName: string): Promise<void>;
  /** What `requestUpdate` was last told: whether the buttons that need a matrix are enabled. */
  enabled(): boolean | undefined;
  /** How often it was told. */
  told(): number;
  said: string[];
  address: Location;
  paneShown: number;
}

/** What the page of the buttons does as soon as Office is there. */
let ready: () => Promise<void>;
beforeAll(async () => {
  Object.assign(globalThis, { Office: { onReady: (callback: () => Promise<void>) => void (ready = callback) } });
  await import("../../src/commands/index");
});

/** Excel with the add-in's runtime started, as by the first press of a button. */
async function start({ ribbonApi = true } = {}): Promise<Surroundings> {
  const host = openWorkbook();
  opened.push(host);
  const { window } = new JSDOM("", { url: "https://localhost:3000/taskpane.html" });
  Object.assign(globalThis, { window, location: window.location, HashChangeEvent: window.HashChangeEvent });
  const handlers = new Map<string, Handler>();
  const updates: Office.RibbonUpdaterData[] = [];
  const { isSetSupported } = Office.context.requirements;
  const surroundings: Surroundings = {
    host,
    press: (name) =>
      new Promise((resolve, reject) => {
        const handler = handlers.get(name);
        if (!handler) reject(new Error(`no function ${name}`));
        else handler({ completed: resolve });
      }),
    enabled: () => {
      const states = new Set(updates.at(-1)?.tabs.flatMap(({ groups }) => groups!.flatMap(({ controls }) => controls!.map(({ enabled }) => enabled))));
      if (states.size > 1) throw new Error("some are enabled and some are not");
      return [...states][0];
    },
    told: () => updates.length,
    said: [],
    address: window.location,
    paneShown: 0,
  };
  Object.assign(Office, {
    actions: { associate: (name: string, handler: Handler) => void handlers.set(name, handler) },
    addin: { showAsTaskpane: async () => void surroundings.paneShown++ },
    ribbon: { requestUpdate: async (state: Office.RibbonUpdaterData) => void updates.push(state) },
  });
  Object.assign(Office.context, {
    displayLanguage: "zh-CN",
    requirements: { isSetSupported: (set: string, version?: string) => (set === "RibbonApi" ? ribbonApi : isSetSupported(set, version)) },
    ui: { displayDialogAsync: (url: string) => void surroundings.said.push(new URLSearchParams(new URL(url).hash.slice(1)).get("text")!) },
  });
  await ready();
  return surroundings;
}

/** Events come a little after the answer. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

let excel: Surroundings;
const opened: Host[] = [];
afterEach(() => opened.splice(0).forEach((host) => host.dispose()));

describe("the buttons that need a matrix", () => {
  it("are buttons of the manifest, and all but those that open the pane or make a matrix", () => {
    const { tab, groups } = ribbonIds(readFileSync(join(__dirname, "..", "..", "manifest.xml"), "utf8"));
    expect(tabId).toBe(tab);
    const always = ["Button.Pane", "Button.ImportPlan", "Button.Generate"];
    const rest = Object.entries(groups).map(([id, buttons]) => [id, buttons.filter((button) => !always.includes(button))] as const);
    expect(needingMatrix).toEqual(Object.fromEntries(rest.filter(([, buttons]) => buttons.length > 0)));
    expect(Object.values(groups).flat()).toEqual(expect.arrayContaining(always));
  });

  it("are grey in an empty workbook, come with the matrix, and go with its sheet", async () => {
    excel = await start();
    expect(excel.enabled()).toBe(false);
    await generateMatrix(plan(), 2023);
    await settled();
    expect(excel.enabled()).toBe(true);
    await excel.host.Excel.run(async (context) => {
      context.workbook.worksheets.add("另一张");
      context.workbook.worksheets.getItem(matrixSheetName).delete();
      await context.sync();
    });
    await settled();
    expect(excel.enabled()).toBe(false);
  });

  it("stay enabled where the matrix has another name, or is no table any more", async () => {
    excel = await start();
    await generateMatrix(plan(), 2023);
    const { host } = excel;
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(matrixSheetName).name = "分工";
      await context.sync();
    });
    await settled();
    expect(excel.enabled()).toBe(true);
    await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("分工");
      sheet.name = matrixSheetName;
      sheet.tables.load("items");
      await context.sync();
      sheet.tables.items[0]!.convertToRange();
      await context.sync();
    });
    await settled();
    expect(excel.enabled()).toBe(true);
  });

  it("are left alone where Excel cannot change its ribbon", async () => {
    excel = await start({ ribbonApi: false });
    await generateMatrix(plan(), 2023);
    await settled();
    expect(excel.enabled()).toBeUndefined();
  });

  it("stay as they are while Excel takes no request", async () => {
    excel = await start();
    await generateMatrix(plan(), 2023);
    await settled();
    excel.host.book.log.reset();
    excel.host.book.faults.failRequest(0, { kind: "refused", code: "InvalidOperationInCellEditMode" });
    excel.host.book.tableEvent(excel.host.book.tables[0]!, "deleted");
    excel.host.book.flushEvents();
    const told = excel.told();
    await settled();
    expect(excel.host.book.log.syncs).toBe(1);
    expect(excel.told()).toBe(told);
  });
});

describe("a button of the ribbon, with the pane closed", () => {
  it("makes the matrix of the bundled plan", async () => {
    excel = await start();
    await excel.press("generateMatrix");
    expect(excel.host.book.allSheets.map((sheet) => excel.host.book.sheetName(sheet))).toContain(matrixSheetName);
    expect(excel).toMatchObject({ said: [], paneShown: 0 });
  });

  it("goes to the largest gap", async () => {
    excel = await start();
    await generateMatrix(plan(), 2023);
    await typeInto(excel.host, "培训教师", "actual:2023", 38);
    await excel.press("checkShortfalls");
    expect(excel).toMatchObject({ said: [], paneShown: 0 });
    expect(excel.host.book.sheetName(excel.host.book.selection.sheet)).toBe(matrixSheetName);
    expect(excel.host.book.selection.area).toMatchObject({ rows: 1, columns: 1 });
  });

  it("says what is missing, and that there is nothing to find", async () => {
    excel = await start();
    await excel.press("checkShortfalls");
    await generateMatrix(plan(), 2023);
    await excel.press("checkShortfalls");
    expect(excel.said).toEqual(["本工作簿还没有责任矩阵，请先点“生成责任矩阵”。", "2023 年没有未达标或滞后的指标。"]);
  });

  it.each([
    ["listShortfalls", "未达标清单"],
    ["compareUnits", "单位对照"],
    ["showBoard", "看板"],
  ])("%s makes the sheet %s and shows it; without a matrix it says so", async (name, sheet) => {
    excel = await start();
    await excel.press(name);
    expect(excel.said).toEqual([expect.stringContaining("还没有责任矩阵")]);
    await generateMatrix(plan(), 2023);
    await excel.press(name);
    expect(excel.said).toHaveLength(1);
    expect(excel.host.book.sheetName(excel.host.book.activeSheet)).toBe(sheet);
  });

  it("says in one sentence why Excel refused, and is done all the same", async () => {
    excel = await start();
    excel.host.book.inCellEdit = true;
    await excel.press("generateMatrix");
    expect(excel.said).toEqual([expect.stringContaining("有单元格正在编辑")]);
  });

  it.each([
    ["importPlan", "#page=plan", { page: "plan" }],
    ["syncPlan", "#page=matrix&part=sync", { page: "matrix", part: "sync" }],
    ["sendForms", "#page=reporting&part=send", { page: "reporting", part: "send" }],
    ["collectForms", "#page=reporting&part=collect", { page: "reporting", part: "collect" }],
    ["writeReport", "#page=report", { page: "report" }],
  ])("%s opens the pane at %s, a place that it knows, and there again when it is pressed again", async (name, hash, place) => {
    excel = await start();
    let heard = 0;
    window.addEventListener("hashchange", () => void heard++);
    await excel.press(name);
    await settled();
    expect(excel.address.hash).toBe(hash);
    await excel.press(name);
    await settled();
    expect(excel.address.hash).toBe(hash);
    expect(placeInAddress(hash)).toEqual(place);
    expect({ heard, shown: excel.paneShown }).toEqual({ heard: 2, shown: 2 });
  });
});
