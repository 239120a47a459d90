import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { needingMatrix, tabId } from "../../src/commands/availability";
import { provideOpenPlan, type OpenPlan } from "../../src/documents/open-plan";
import { makeList } from "../../src/excel/assessment";
import { generateMatrix } from "../../src/excel/generate";
import { readStatus } from "../../src/excel/status";
import { removedSheetName } from "../../src/excel/sheet-names";
import { readPlanSource } from "../../src/excel/store";
import type { Host } from "../../src/host/node";
import { matrixSheetName } from "../../src/matrix/sheet-name";
import { noCorrections } from "../../src/plan/corrections";
import { placeInAddress } from "../../src/taskpane/navigation";
import { ribbonIds } from "../manifest/check-manifest";
import { locate, openWorkbook, readSheet, rowOf, typeInto } from "../excel/workbook";
import { plan, task } from "../plans";

jest.setTimeout(60_000);

type Handler = (event: { completed(): void }) => void;

/** Excel around the workbook: the ribbon, the pane and small windows. */
interface Surroundings {
  host: Host;
  /** Presses a button, and waits until its function reports that it has completed. */
  press(functionName: string): Promise<void>;
  /** The latest call of `requestUpdate`: whether the buttons that need a matrix are enabled. */
  enabled(): boolean | undefined;
  /** How many calls there were. */
  told(): number;
  said: string[];
  address: Location;
  paneShown: number;
}

/** What the buttons' page does once Office is ready. */
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
      const states = new Set(
        updates
          .at(-1)
          ?.tabs.flatMap(({ groups }) => groups!.flatMap(({ controls }) => controls!.map(({ enabled }) => enabled))),
      );
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
    requirements: {
      isSetSupported: (set: string, version?: string) =>
        set === "RibbonApi" ? ribbonApi : isSetSupported(set, version),
    },
    ui: {
      displayDialogAsync: (url: string) =>
        void surroundings.said.push(new URLSearchParams(new URL(url).hash.slice(1)).get("text")!),
    },
  });
  await ready();
  return surroundings;
}

/** Events come shortly after the answer. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

let excel: Surroundings;
const opened: Host[] = [];
afterEach(() => {
  provideOpenPlan(async () => "nothing");
  opened.splice(0).forEach((host) => host.dispose());
});

describe("the buttons that need a matrix", () => {
  it("are buttons of the manifest, and all but those that open the pane or make a matrix", () => {
    const { tab, groups } = ribbonIds(readFileSync(join(__dirname, "..", "..", "manifest.xml"), "utf8"));
    expect(tabId).toBe(tab);
    const always = ["Button.Pane", "Button.ImportPlan", "Button.Generate"];
    const rest = Object.entries(groups).map(
      ([id, buttons]) => [id, buttons.filter((button) => !always.includes(button))] as const,
    );
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

/** The units of the tasks that the sheet shows; undefined if there is no sheet. */
async function titleInSheet(): Promise<unknown> {
  return (await readSheet(excel.host))?.values.flat().find((cell) => String(cell).includes("方案"));
}

/** What the pane answers when the ribbon asks it. */
function inPane(open: Partial<OpenPlan> | "unreadable"): void {
  const origin = { source: "原文", name: "方案.docx", corrections: noCorrections };
  provideOpenPlan(async () =>
    open === "unreadable" ? open : { plan: plan(), origin, isRevision: false, noteCarried: () => undefined, ...open },
  );
}
const county = plan({
  title: "云溪县城市书房建设方案（2024—2027年）",
  issuer: "云溪县人民政府",
  tasks: [task("x1", { title: "建设城市书房" }), task("x2", { title: "配送图书" })],
  indicators: [],
});

describe("生成责任矩阵", () => {
  it("asks for a plan where there is none, and writes nothing", async () => {
    excel = await start();
    await excel.press("generateMatrix");
    expect(await titleInSheet()).toBeUndefined();
    expect(excel).toMatchObject({ said: [], paneShown: 1 });
    expect(placeInAddress(excel.address.hash)).toEqual({ page: "plan", part: "read" });
  });

  it("makes the plan that is open in the pane, with the text that it was read from, and says that the workbook carries it", async () => {
    excel = await start();
    const noteCarried = jest.fn();
    inPane({ plan: county, noteCarried });
    await excel.press("generateMatrix");
    expect(await titleInSheet()).toContain("云溪县城市书房建设方案");
    expect(await readPlanSource()).toMatchObject({ source: "原文", name: "方案.docx" });
    expect(excel).toMatchObject({ said: [], paneShown: 0 });
    expect(noteCarried).toHaveBeenCalledTimes(1);
  });

  it("makes the workbook's again where nothing is open, and keeps what was typed", async () => {
    excel = await start();
    await generateMatrix(plan(), 2023);
    await typeInto(excel.host, "培训教师", "actual:2023", 38);
    await excel.press("generateMatrix");
    expect(await titleInSheet()).toContain("青山县全民阅读实施方案");
    expect(rowOf(await locate(excel.host), "培训教师").cells["actual:2023"]).toBe(38);
    expect(excel).toMatchObject({ said: [], paneShown: 0 });
  });

  it("makes the open revision of the workbook's plan", async () => {
    excel = await start();
    await generateMatrix(plan(), 2023);
    inPane({ plan: plan({ tasks: [...plan().tasks, task("t4")] }) });
    await excel.press("generateMatrix");
    expect((await locate(excel.host)).rows.map(({ cells }) => cells.task)).toContain("任务t4");
    expect(excel).toMatchObject({ said: [], paneShown: 0 });
  });

  it("writes nothing over the matrix of another plan, but shows the pane, which asks; and writes it where somebody says that it is a revision", async () => {
    excel = await start();
    await generateMatrix(plan(), 2023);
    await typeInto(excel.host, "培训教师", "actual:2023", 38);
    const before = await readSheet(excel.host);
    inPane({ plan: county });
    await excel.press("generateMatrix");
    expect(await readSheet(excel.host)).toEqual(before);
    expect(excel).toMatchObject({ said: [], paneShown: 1 });
    expect(placeInAddress(excel.address.hash)).toEqual({ page: "matrix", part: "generate" });
    inPane({ plan: county, isRevision: true });
    await excel.press("generateMatrix");
    expect(await titleInSheet()).toContain("云溪县城市书房建设方案");
    expect((await readSheet(excel.host, removedSheetName))!.values.flat()).toContain(38);
  });

  it("shows the pane, which says why, where the file that was opened cannot be read, or nothing was read in it", async () => {
    excel = await start();
    await generateMatrix(plan(), 2023);
    const before = await readSheet(excel.host);
    for (const open of ["unreadable", { plan: plan({ tasks: [], indicators: [] }) }] as const) {
      inPane(open);
      await excel.press("generateMatrix");
      expect(placeInAddress(excel.address.hash)).toEqual({ page: "plan", part: "read" });
    }
    expect(excel).toMatchObject({ said: [], paneShown: 2 });
    expect(await readSheet(excel.host)).toEqual(before);
  });

  it("waits for what the pane is still reading, and makes it once however often it is pressed", async () => {
    excel = await start();
    let read = (): void => undefined;
    const reading = new Promise<void>((resolve) => (read = resolve));
    const asked = jest.fn();
    provideOpenPlan(async () => {
      asked();
      await reading;
      return {
        plan: county,
        origin: { source: "原文", name: "方案.docx", corrections: noCorrections },
        isRevision: false,
        noteCarried: () => undefined,
      };
    });
    const presses = [excel.press("generateMatrix"), excel.press("generateMatrix")];
    await settled();
    expect(await titleInSheet()).toBeUndefined();
    read();
    await Promise.all(presses);
    expect(await titleInSheet()).toContain("云溪县城市书房建设方案");
    expect(asked).toHaveBeenCalledTimes(1);
    expect(excel.host.book.allSheets).toHaveLength(2);
  });

  it("takes its turn after the pane's own button", async () => {
    excel = await start();
    inPane({ plan: county });
    await Promise.all([generateMatrix(county, 2023), excel.press("generateMatrix")]);
    expect(excel.said).toEqual([]);
    expect(excel.host.book.allSheets).toHaveLength(2);
  });
});

describe("a button of the ribbon, with the pane closed", () => {
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
    const missing = (await readStatus())!.counts.find(({ status }) => status === "未报")!.count;
    expect(excel.said).toEqual([
      "本工作簿还没有责任矩阵，请先点“生成责任矩阵”。",
      `2023 年没有未达标或滞后的指标，也没有逾期的任务。还有 ${missing} 项没有填报。`,
    ]);
  });

  it("does not claim that all is well while a number has to be checked", async () => {
    excel = await start();
    await generateMatrix(plan(), 2023);
    await typeInto(excel.host, "培训教师", "actual:2023", "约四十");
    await excel.press("checkShortfalls");
    expect(excel.said[0]).toMatch(/还有 1 项填的数要核对，没有判断，见“检查”页的“待核”。$/);
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

  it.each([
    ["listShortfalls", "未达标清单"],
    ["compareUnits", "单位对照"],
    ["showBoard", "看板"],
  ])("%s pressed twice, and from the pane as well, makes one sheet %s and says nothing", async (name, sheet) => {
    excel = await start();
    await generateMatrix(plan(), 2023);
    await typeInto(excel.host, "培训教师", "actual:2023", 38);
    const kind = { listShortfalls: "shortfalls", compareUnits: "units", showBoard: "dashboard" } as const;
    const [, , made] = await Promise.all([
      excel.press(name),
      excel.press(name),
      makeList(kind[name as keyof typeof kind]),
    ]);
    expect(excel.said).toEqual([]);
    expect(made.sheet).toBe(sheet);
    expect(excel.host.book.allSheets.map((one) => excel.host.book.sheetName(one))).toEqual([
      "Sheet1",
      matrixSheetName,
      sheet,
    ]);
  });

  it("waits for the one pressed before it, whatever the two are, and sees what that has made", async () => {
    excel = await start();
    inPane({ plan: plan() });
    const names = [
      "generateMatrix",
      "listShortfalls",
      "showBoard",
      "compareUnits",
      "checkShortfalls",
      "generateMatrix",
      "showBoard",
    ];
    await Promise.all(names.map((name) => excel.press(name)));
    expect(excel.said).toEqual([expect.stringContaining("年没有未达标或滞后的指标，也没有逾期的任务。")]);
    expect(new Set(excel.host.book.allSheets.map((one) => excel.host.book.sheetName(one)))).toEqual(
      new Set(["Sheet1", matrixSheetName, "未达标清单", "看板", "单位对照"]),
    );
  });

  it("says in one sentence why Excel refused, and is done all the same", async () => {
    excel = await start();
    inPane({ plan: plan() });
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
  ])(
    "%s opens the pane at %s, a place that it knows, and there again when it is pressed again",
    async (name, hash, place) => {
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
    },
  );
});
