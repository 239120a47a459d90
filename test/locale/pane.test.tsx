import { Pane } from "../taskpane/pane";
import { collect, withCollected } from "../../src/assessment/collect";
import { derivedCells } from "../../src/assessment/derive";
import { unitForms } from "../../src/assessment/forms";
import type { ReturnedForm } from "../../src/assessment/returned-form";
import { noChoice } from "../../src/excel/assessment";
import { asFailure, ExcelFailure } from "../../src/excel/failure";
import { failureText, languageTag, listed, paragraph, say, setDisplayLanguage } from "../../src/locale";
import { generateMatrix } from "../../src/excel/generate";
import type { CellValue } from "../../src/matrix/sheet";
import { logSheetName } from "../../src/excel/sheet-names";
import { noCorrections } from "../../src/plan/corrections";
import { sentence } from "../../src/plan/sentence";
import { Sync } from "../../src/taskpane/matrix/sync";
import { CheckPage } from "../../src/taskpane/pages/check";
import { CheckReading } from "../../src/taskpane/plan/check";
import { PlanRead } from "../../src/taskpane/plan/read";
import { ReturnedFiles } from "../../src/taskpane/reporting/returned-files";
import { readText } from "../../src/taskpane/open-plan/read-text";
import { readSheet, typeInto } from "../excel/workbook";
import { plan, task } from "../plans";
import { sheetOf } from "../sync/sheets";
import { nothingOpen } from "../taskpane/nothing-open";
import { ownChinese } from "./own-words";

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
  const steps = (): string[] => pane.all("ol > li").map((step) => step.querySelector("button")!.textContent);
  /** The Chinese on the page, without the plan's own title. */
  const chinese = (): string[] =>
    pane.text.replace("达拉特旗全民科学素质行动规划纲要实施方案（2021—2025年）", "").match(/\p{Script=Han}+/gu) ?? [];

  it("is English where Excel is", async () => {
    await setDisplayLanguage("en-GB");
    await pane.open();
    await pane.shown("Create it");
    expect(tabs()).toEqual(["Home", "Plan", "Matrix", "Forms", "Check", "Report"]);
    expect(steps()).toEqual([
      "Open the plan",
      "Create the matrix",
      "Send forms",
      "Collect forms",
      "Check",
      "Write the report",
    ]);
    expect(pane.text).toContain("Tasks: 34, units: 36, indicators: 27");
    expect(chinese()).toEqual([]);
    expect(languageTag()).toBe("en-US");
  });

  const text =
    "某县方案（2021—2025年）\n一、主要任务\n1.修路。修路80公里。（责任单位：县交通局，，县财政局）\n2.建桥。（县交通局、县财政局负责）\n3.植树。（县教育局牵头，县教育体育局配合）\n";
  const openPlan = {
    source: text,
    name: "plan.txt",
    notes: [sentence("已略去 {{count}} 处批注。", { count: 2 })],
    corrections: noCorrections,
    isReading: false,
    open: () => undefined,
    correct: () => undefined,
    ...readText(text, noCorrections),
  };

  it("says in English what the reader is not sure of", async () => {
    await setDisplayLanguage("en-US");
    await pane.show(<CheckReading openPlan={openPlan} onNext={() => undefined} />);
    expect(pane.text).toContain("“修路” names no lead unit. “县交通局”, listed first, is taken as lead. Right?");
    expect(pane.text).toContain("Are “县教育局” and “县教育体育局” the same unit?");
    expect(openPlan.questions.map(({ message }) => ownChinese(say(message)))).toEqual(openPlan.questions.map(() => []));
    for (const { message } of openPlan.questions) expect(pane.text).toContain(say(message));
  });

  it("says in English what was found in the text, and what a file's reader left out", async () => {
    await setDisplayLanguage("en-US");
    await pane.show(<PlanRead openPlan={openPlan} onCheck={() => undefined} onNext={() => undefined} />);
    expect(pane.text).toContain("2 comments were left out.");
    await pane.click(`Findings (${openPlan.plan.findings.length})`);
    expect(pane.text).toContain("Stray punctuation “，”. Better deleted.");
    expect(pane.text).toContain("Task “建桥” has no lead unit.");
    await pane.click(pane.all("li .fui-Link")[0]!);
    const titles = pane.all("h1").map(({ textContent }) => textContent);
    expect(titles).toContain(say(openPlan.plan.findings.find(({ severity }) => severity === "warning")!.said!));
  });

  it("says in English what a sync would change and what undoing it would lose, and notes it in Chinese in the workbook", async () => {
    await generateMatrix(plan(), 2023);
    await typeInto(pane.host, "开展活动", "target", "≥90");
    const [first, ...others] = plan().tasks;
    const incoming = plan({
      years: [2021, 2026],
      tasks: [{ ...first!, responsible: [] }, ...others],
      indicators: plan().indicators.map((one) => (one.id === "i2" ? { ...one, value: 80 } : one)),
    });
    await setDisplayLanguage("en-US");
    await pane.show(
      <Sync
        openPlan={{ ...openPlan, plan: incoming, questions: [] }}
        model={nothingOpen}
        onGenerate={() => undefined}
      />,
    );
    await pane.shown("differences");
    for (const heading of pane.all("section button[aria-expanded=false]")) await pane.click(heading);
    for (const told of [
      "“目标” changes from “≥50” to “≥80”",
      "“县财政局” no longer has a part: was Responsible",
      "Year columnsThe plan's years change from 2021—2025 to 2021—2026; year columns and formulas follow",
      "“目标” was changed by hand to “≥90”; that stays (the plan has “≥100”)",
    ]) {
      expect(pane.text).toContain(told);
    }
    await pane.click(/^Sync \d+ changes$/);
    await pane.shown("changes made");
    expect((await readSheet(pane.host, logSheetName))!.values.map((line) => line[4])).toContain(
      "县财政局不再是责任单位",
    );
    await typeInto(pane.host, "培训教师", "target", "≥70", incoming);
    await pane.until(() => pane.button("Undo"));
    await pane.click("Undo");
    await pane.shown("so it was not undone: “目标” of “一(一)1 任务t1” was changed to “≥70”. Nothing typed");
  }, 60_000);

  it("says in English why an entry cannot be read, what can be taken, and by how much a number falls short", async () => {
    await generateMatrix(plan(), 2023);
    await typeInto(pane.host, "开展活动", "actual:2023", "约50场");
    await typeInto(pane.host, "培训教师", "actual:2022", "1.2万");
    await typeInto(pane.host, "培训教师", "actual:2023", 38);
    await setDisplayLanguage("en-US");
    await pane.show(<CheckPage part="entries" onGo={() => undefined} />);
    await pane.shown("Not readable: an approximate number; please enter the exact one");
    await pane.shown("written with “万”, taken as 12000");
    await pane.show(<CheckPage part="shortfalls" onGo={() => undefined} />);
    await pane.shown("12 名 short");
  });

  it("says in English what returned forms leave to decide", async () => {
    await setDisplayLanguage("en-US");
    const two = plan({
      tasks: [task("t1", { lead: ["县教育局", "县财政局"], responsible: [] }), ...plan().tasks.slice(1)],
    });
    const ground = {
      plan: two,
      held: sheetOf(two),
      year: 2023,
      totals: new Set<string>(),
      details: [],
      dropped: [],
      sent: new Map<string, string>(),
      made: new Set<string>(),
      unitChanges: [],
    };
    const returned = (unit: string, entry: CellValue): ReturnedForm => ({
      ...{
        file: `${unit}.xlsx`,
        saved: "2023-12-05T00:00:00.000Z",
        otherSheets: 0,
        strays: [
          {
            kind: "damaged",
            printed: { number: "1", task: "任务t9", indicator: "" },
            entry: 7,
            isPercent: false,
            evidence: "",
            progress: "",
            explanation: "",
          },
        ],
      },
      rows: unitForms(two, ground.held, {
        year: 2023,
        deadline: "",
        made: "2023-12-01T00:00:00.000Z",
        totals: ground.totals,
      })
        .find(({ name }) => name === unit)!
        .blocks.flatMap(({ rows }) => rows)
        .map(({ keyText, indicator: name }) => ({
          year: 2023,
          month: 12,
          unit,
          made: "2023-12-01T00:00:00.000Z",
          keyText,
          entry: name === "培训教师" ? entry : name === "建成示范学校" ? "无" : "",
          isPercent: false,
          evidence: "",
          progress: "",
          explanation: "",
          printed: { number: "", task: "", indicator: name },
        })),
    });
    const collection = collect([returned("县教育局", 42), returned("县财政局", 40)], ground);
    const cells = derivedCells({ ...ground, before: new Map(), after: withCollected([], collection, noChoice) });
    await pane.show(
      <ReturnedFiles {...collection} missing={[]} cells={cells} choice={noChoice} onChoose={() => undefined} />,
    );
    for (const told of [
      "县教育局 says 42, 县财政局 says 40. Please find out",
      "the row’s hidden key is damaged, so it cannot be matched with the matrix",
      "Not readable: text without a number. The words are kept",
    ])
      expect(pane.text).toContain(told);
  });

  it("is Chinese where Excel is, of whatever kind, and again after it was English", async () => {
    await setDisplayLanguage("en-US");
    await setDisplayLanguage("zh-TW");
    await pane.open();
    expect(tabs()).toEqual(["首页", "方案", "矩阵", "填报", "检查", "报告"]);
    expect(languageTag()).toBe("zh-CN");
  });

  it("says a failure in its own language, and one that it does not know as an unexpected one", async () => {
    const failure = new ExcelFailure("NoMatrix", {});
    expect(failureText(failure)).toMatch(/^本工作簿还没有责任矩阵/);
    await setDisplayLanguage("en-US");
    expect(failureText(failure)).toMatch(/^This workbook has no responsibility matrix/);
    expect(failureText(asFailure({ code: "Unheard", message: "" }))).toMatch(/^Something unexpected happened/);
  });

  it("puts names and sentences together as the language does", async () => {
    expect([listed(["甲局", "乙局"]), paragraph("一。", false, "二。")]).toEqual(["甲局、乙局", "一。二。"]);
    await setDisplayLanguage("en-US");
    expect([listed(["甲局", "乙局"]), paragraph("One.", false, "Two.")]).toEqual(["甲局, 乙局", "One. Two."]);
  });
});
