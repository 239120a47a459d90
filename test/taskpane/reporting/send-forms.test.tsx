import { Pane } from "../pane";
import { act } from "react";
import { unzipSync } from "fflate";
import { readForm } from "../../../src/documents/forms/read";
import { generateMatrix } from "../../../src/excel/generate";
import { sentSheetName } from "../../../src/excel/sheet-names";
import { ReportingPage } from "../../../src/taskpane/pages/reporting";
import { cellAddress } from "../../../src/matrix/address";
import { plan } from "../../plans";
import { locate, readSheet } from "../../excel/workbook";

const year = 2023;

/** In place of downloads, which jsdom cannot save. */
const mockDownloads: Uint8Array[] = [];
/** As on a Mac; `download.ts` asks for the platform. */
let mockIsMac = false;
jest.mock("../../../src/taskpane/download", () => ({
  canDownload: () => !mockIsMac,
  download: (_name: string, bytes: Uint8Array) => void mockDownloads.push(bytes),
}));

describe("下发填报表 on the page 填报", () => {
  let pane: Pane;

  beforeEach(async () => {
    pane = new Pane();
    mockDownloads.length = 0;
    await generateMatrix(plan(), year);
    await pane.show(<ReportingPage onGo={() => undefined} />);
    await pane.shown("下载全部填报表");
  });
  afterEach(() => pane.close());

  async function sent(header = "单位"): Promise<string[] | undefined> {
    const values = (await readSheet(pane.host, sentSheetName))?.values;
    return values?.slice(1).map((row) => String(row[values[0]!.indexOf(header)]));
  }

  it("hands over every unit's form and notes to whom they went", async () => {
    await pane.click("下载全部填报表（.zip）");
    await pane.shown("已生成 3 份");
    const files = unzipSync(mockDownloads[0]!);
    expect(Object.keys(files)).toHaveLength(3);
    expect(await sent()).toHaveLength(3);
  });

  it("stops between two forms, with nothing handed over and nothing noted", async () => {
    await pane.click("下载全部填报表（.zip）");
    await pane.until(() => pane.text.includes("正在生成") && pane.button("取消"));
    await pane.click("取消");
    await pane.shown("已取消，没有下载，也没有记入“下发记录”。");
    expect(mockDownloads).toEqual([]);
    expect(await sent()).toBeUndefined();
    await pane.click("下载全部填报表（.zip）");
    await pane.shown("已生成 3 份");
    expect(await sent()).toHaveLength(3);
  });

  it("says which round is under way, changes it in the sheet, and sends the forms of that round", async () => {
    const select = pane.element.querySelector<HTMLSelectElement>('select[aria-label="截至"]')!;
    expect([select.value, pane.text.includes("2023 年已交"), pane.text.includes("本轮")]).toEqual(["12", true, false]);
    await act(async () => {
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")!.set!.call(select, "6");
      select.dispatchEvent(new document.defaultView!.Event("change", { bubbles: true }));
    });
    await pane.shown("本轮（2023 年截至 6 月）已交 0 / 2 个单位");
    expect((await locate(pane.host)).month).toBe(6);
    await pane.click("下载全部填报表（.zip）");
    await pane.shown("已生成 3 份");
    expect(Object.keys(unzipSync(mockDownloads[0]!)).every((name) => name.endsWith("_2023年截至6月填报表.xlsx"))).toBe(
      true,
    );
    expect(await sent("截至月份")).toEqual(["6", "6", "6"]);
  });

  it("shows the sheet's own year, though the plan does not cover it", async () => {
    const { values } = (await readSheet(pane.host, "责任矩阵"))!;
    const row = values.findIndex((line) => line.includes("评估年度"));
    const column = values[row]!.indexOf("评估年度") + 1;
    await pane.host.type(`责任矩阵!${String.fromCharCode(65 + column)}${row + 1}`, 2031);
    // Nobody has to press 刷新 for this.
    await pane.shown("2031 年已交");
    expect(
      pane.element.querySelector<HTMLSelectElement>('select[aria-label="评估年度"]')!.selectedOptions[0]!.textContent,
    ).toBe("2031 年");
  });

  it("is read again when somebody comes back to it, though a pick from a list is told by no event", async () => {
    const shownYear = (): string | null =>
      pane.element.querySelector<HTMLSelectElement>('select[aria-label="评估年度"]')!.selectedOptions[0]!.textContent;
    pane.host.book.switches.add("noEventForPicks");
    const { row, column } = pane.host.book.names.find(({ name }) => name === "评估年度")!.target.area;
    await pane.host.pick(`责任矩阵!${cellAddress(row, column)}`, "2024");
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(shownYear()).toBe("2023 年");
    act(() => void window.dispatchEvent(new Event("focus")));
    await pane.until(() => (shownYear() === "2024 年" ? true : undefined));
  });

  it("opens one unit's form as a workbook of its own, and notes that one", async () => {
    const choice = pane.element.querySelector<HTMLSelectElement>('select[aria-label="一个单位的填报表"]')!;
    await act(async () => {
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")!.set!.call(choice, "县文化和旅游局");
      choice.dispatchEvent(new document.defaultView!.Event("change", { bubbles: true }));
    });
    await pane.click("在 Excel 中打开");
    await pane.shown("已在新窗口打开，请另存为“");
    const [opened, ...others] = pane.host.book.created;
    expect([others, opened!.isOpen]).toEqual([[], true]);
    expect(new Set(readForm("a.xlsx", opened!.file).rows.map(({ unit }) => unit))).toEqual(new Set(["县文化和旅游局"]));
    expect(await sent()).toEqual(["县文化和旅游局"]);
    expect(mockDownloads).toEqual([]);
  });

  it("downloads once where 下发记录 cannot be written, and notes it later without another download", async () => {
    // The requests: the forms are read, 下发记录 is read, and writing to it is refused.
    pane.host.book.log.reset();
    pane.host.book.faults.failRequest(2, { kind: "refused", code: "GeneralException" });
    await pane.click("下载全部填报表（.zip）");
    await pane.shown("还没有记入“下发记录”");
    expect([mockDownloads.length, await sent()]).toEqual([1, undefined]);
    await pane.click("记入下发记录");
    await pane.shown("已记入“下发记录”工作表。");
    expect([mockDownloads.length, (await sent())!.length]).toEqual([1, 3]);
  });

  it("says so where Excel does not open it", async () => {
    pane.host.book.switches.add("createWorkbookBlocked");
    await pane.click("在 Excel 中打开");
    await pane.shown("Excel 没有打开新的工作簿，可能是单位的安全设置不允许。");
    expect(pane.host.book.created).toEqual([]);
    // Nothing is recorded as sent.
    expect(await sent()).toBeUndefined();
  });
});

describe("下发填报表 on a Mac", () => {
  it("offers no download where none arrives", async () => {
    mockIsMac = true;
    const pane = new Pane();
    try {
      await generateMatrix(plan(), year);
      await pane.show(<ReportingPage onGo={() => undefined} />);
      await pane.shown("Mac 版 Excel 的面板不能下载文件");
      expect(pane.text).not.toContain("下载全部填报表（.zip）");
      await pane.click("在 Excel 中打开");
      await pane.shown("已记入“下发记录”工作表");
      expect([pane.host.book.created.length, (await readSheet(pane.host, sentSheetName))!.values.length]).toEqual([
        1, 2,
      ]);
    } finally {
      await pane.close();
      mockIsMac = false;
    }
  });
});
