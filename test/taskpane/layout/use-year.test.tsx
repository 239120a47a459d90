import { Pane } from "../pane";
import { act } from "react";
import { generateMatrix } from "../../../src/excel/generate";
import { changeView } from "../../../src/excel/views";
import { matrixSheetName } from "../../../src/matrix/sheet-name";
import { plan } from "../../plans";
import { change, locate, typeInto } from "../../excel/workbook";

const mockDownloads: string[] = [];
jest.mock("../../../src/taskpane/download", () => ({
  canDownload: () => true,
  download: (name: string) => void mockDownloads.push(name),
}));
jest.setTimeout(60_000);

describe("评估年度 in the pane", () => {
  let pane: Pane;

  beforeEach(async () => {
    pane = new Pane();
    mockDownloads.length = 0;
    await generateMatrix(plan(), 2022);
    await typeInto(pane.host, "培训教师", "actual:2022", 38);
    await pane.openEmpty();
  });
  afterEach(() => pane.close());

  const select = (label: string): Promise<HTMLSelectElement> =>
    pane.until(() => pane.element.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`) ?? undefined);
  const chosen = async (label: string): Promise<string> => (await select(label)).selectedOptions[0]!.textContent;
  async function choose(label: string, value: string): Promise<void> {
    const element = await select(label);
    await act(async () => {
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")!.set!.call(element, value);
      element.dispatchEvent(new document.defaultView!.Event("change", { bubbles: true }));
    });
  }

  it("is one: chosen on any page it is the sheet's, and every other page's", async () => {
    await pane.toPage("reporting", "send");
    await choose("评估年度", "2023");
    await pane.shown("2023 年已交");
    expect((await locate(pane.host)).year).toBe(2023);
    await pane.toPage("check", "overview");
    await pane.shown("2023 年完成情况");
    await choose("评估年度", "2025");
    await pane.shown("2025 年完成情况");
    expect((await locate(pane.host)).year).toBe(2025);
    await pane.toPage("report");
    await pane.shown("自查评估报告");
    expect([await chosen("评估年度"), await chosen("评估类型")]).toEqual(["2025 年", "期末评估"]);
    await pane.toPage("home");
    await pane.shown("2025 年自查评估");
  });

  it("is the sheet's, where somebody changes it there, and the report is of the kind that this year has", async () => {
    await pane.toPage("report");
    await pane.shown("自查评估报告");
    expect([await chosen("评估年度"), await chosen("评估类型")]).toEqual(["2022 年", "年度评估"]);
    const { row, column } = pane.host.book.names.find(({ name }) => name === "评估年度")!.target.area;
    await pane.host.type(`${matrixSheetName}!${String.fromCharCode(65 + column)}${row + 1}`, 2023);
    await pane.until(
      () => pane.element.querySelector<HTMLSelectElement>('select[aria-label="评估年度"]')!.value === "2023",
    );
    expect(await chosen("评估类型")).toBe("中期评估");
    expect([...(await select("评估类型")).options].map(({ textContent }) => textContent)).toEqual([
      "年度评估",
      "中期评估",
    ]);
    await choose("评估类型", "annual");
    await pane.click("下载报告（.docx）");
    await pane.shown("已生成“2023年度自查评估报告.docx”");
    await choose("评估年度", "2025");
    await pane.until(
      () => pane.element.querySelector<HTMLSelectElement>('select[aria-label="评估类型"]')!.value === "final",
    );
    await pane.click("下载报告（.docx）");
    await pane.shown("已生成“期末自查评估报告（2021—2025年）.docx”");
    expect(mockDownloads).toEqual(["2023年度自查评估报告.docx", "期末自查评估报告（2021—2025年）.docx"]);
  });

  it("stays what it was where the sheet is protected, and the page says so", async () => {
    await pane.toPage("check", "overview");
    await pane.shown("2022 年完成情况");
    await change(pane.host, (sheet) => sheet.protection.protect());
    await choose("评估年度", "2023");
    await pane.shown("撤销工作表保护");
    expect([await chosen("评估年度"), (await locate(pane.host)).year]).toEqual(["2022 年", 2022]);
  });

  it("is judged by a row that was filtered away: going there shows it, and says so", async () => {
    await changeView({ section: "总体目标" });
    await pane.toPage("check", "shortfalls");
    await pane.click(
      await pane.until(() => pane.all("button").find(({ textContent }) => textContent?.includes("培训教师"))),
    );
    await pane.shown("这一行原来被筛选隐藏着，已取消“板块”的筛选，显示出来。");
  });
});
