import { Pane } from "../taskpane/pane";
import { ExcelFailure } from "../../src/excel/failure";
import { failureText, languageTag, listed, paragraph, setDisplayLanguage } from "../../src/locale";

describe("the pane in the language of Excel", () => {
  let pane: Pane;
  beforeEach(() => {
    pane = new Pane();
  });
  afterEach(async () => {
    await pane.close();
    await setDisplayLanguage("zh-CN");
  });

  const tabs = (): (string | null)[] => pane.all("[id^=tab-] .fui-Tab__content").map(({ textContent }) => textContent);
  const steps = (): string[] => pane.all("ol > li").map((step) => step.querySelector("button")!.textContent!);
  /** What of the page is Chinese, other than the plan's own title. */
  const chinese = (): string[] => pane.text.replace("达拉特旗全民科学素质行动规划纲要实施方案（2021—2025年）", "").match(/\p{Script=Han}+/gu) ?? [];

  it("is English where Excel is", async () => {
    await setDisplayLanguage("en-GB");
    await pane.open();
    await pane.shown("Create it");
    expect(tabs()).toEqual(["Home", "Plan", "Matrix", "Forms", "Check", "Report"]);
    expect(steps()).toEqual(["Open the plan", "Create the matrix", "Send forms", "Collect forms", "Check", "Write the report"]);
    expect(pane.text).toContain("Tasks: 34, units: 36, indicators: 27");
    expect(chinese()).toEqual([]);
    expect(languageTag()).toBe("en-US");
  });

  it("is Chinese where Excel is, of whatever kind, and again after it was English", async () => {
    await setDisplayLanguage("en-US");
    await setDisplayLanguage("zh-TW");
    await pane.open();
    expect(tabs()).toEqual(["首页", "方案", "矩阵", "填报", "检查", "报告"]);
    expect(languageTag()).toBe("zh-CN");
  });

  it("says a failure in its own language, and one that it does not know as an unexpected one", async () => {
    const failure = new ExcelFailure("NoMatrix", "没有矩阵。", "");
    expect(failureText(failure)).toBe("没有矩阵。");
    await setDisplayLanguage("en-US");
    expect(failureText(failure)).toMatch(/^This workbook has no responsibility matrix/);
    expect(failureText(new ExcelFailure("Unheard", "没听说过。", ""))).toMatch(/^Something unexpected happened/);
  });

  it("puts names and sentences together as the language does", async () => {
    expect([listed(["甲局", "乙局"]), paragraph("一。", false, "二。")]).toEqual(["甲局、乙局", "一。二。"]);
    await setDisplayLanguage("en-US");
    expect([listed(["甲局", "乙局"]), paragraph("One.", false, "Two.")]).toEqual(["甲局, 乙局", "One. Two."]);
  });
});
