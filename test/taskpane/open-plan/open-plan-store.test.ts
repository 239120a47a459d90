import "../dom";
import { bundledText } from "../../../src/documents/bundled-text";
import type { OpenPlan, OpenPlanAnswer } from "../../../src/documents/open-plan";
import { generateMatrix } from "../../../src/excel/generate";
import type { Host } from "../../../src/host/node";
import { noCorrections } from "../../../src/plan/corrections";
import { OpenPlanStore } from "../../../src/taskpane/open-plan/open-plan-store";
import { previewSync } from "../../../src/excel/sync";
import { inChinese } from "../../../src/plan/sentence";
import type { Choice } from "../../../src/taskpane/open-plan/choice";
import { workbookFile, type SheetContent } from "../../documents/plan-files/workbook-file";
import { openWorkbook } from "../../excel/workbook";
import { plan } from "../../plans";

const county =
  "云溪县全民阅读实施方案（2024—2027年）\n一、重点任务\n1.办好读书月。每年举办读书活动10场以上。（牵头单位：县文化和旅游局）\n";
const other =
  "松河市排水防涝行动方案（2024—2026年）\n一、重点任务\n1.改造老旧管网。完成改造40公里。（牵头单位：市水务局）\n2.疏浚河道。（牵头单位：市水务局）\n";
const file = (text: string, name: string): File => new File([text], name);

describe("the plan that is open in the pane", () => {
  let host: Host;
  let open: OpenPlanStore;
  beforeEach(() => {
    localStorage.clear();
    host = openWorkbook();
    open = new OpenPlanStore();
  });
  afterEach(() => host.dispose());

  const carried = { source: county, name: "阅读方案.docx", corrections: noCorrections };
  const opened = (answer: OpenPlanAnswer): OpenPlan => {
    if (typeof answer === "string") throw new Error(answer);
    return answer;
  };
  const nameOf = async (): Promise<string> => opened(await open.answer()).origin.name;

  it("is none in an empty workbook, and never the bundled one unless somebody chooses it", async () => {
    await open.look();
    expect(await open.answer()).toBe("nothing");
    expect(open.current()).toMatchObject({ shown: undefined, isLooking: false, isOwn: false });
    open.openExample();
    const { plan: read, origin } = opened(await open.answer());
    expect([read.tasks.length, origin.source]).toEqual([34, bundledText]);
  });

  it("is the workbook's, which the ribbon takes from the workbook itself", async () => {
    await generateMatrix(plan(), 2023, carried);
    await open.look();
    expect(await open.answer()).toBe("nothing");
    expect(open.current().shown).toMatchObject({
      name: "阅读方案.docx",
      plan: { title: "云溪县全民阅读实施方案（2024—2027年）" },
    });
  });

  it("is what somebody opens, also while the workbook is still being asked", async () => {
    await generateMatrix(plan(), 2023, carried);
    const looking = open.look();
    open.openPasted(other);
    await looking;
    expect(opened(await open.answer()).plan.title).toBe("松河市排水防涝行动方案（2024—2026年）");
  });

  it("is the file that is being read when the ribbon's button is pressed, and of several the last", async () => {
    open.openFile(file(county, "先.txt"));
    const answer = open.answer();
    open.openFile(file(other, "后.txt"));
    expect(open.current().opening).toEqual({ busy: "后.txt" });
    expect(opened(await answer).origin.name).toBe("后.txt");
    expect(open.current()).toMatchObject({ opening: {}, isReading: false });
  });

  it("stays as it was where a file cannot be read; who had asked for it meanwhile is told so", async () => {
    open.openFile(file(county, "好.txt"));
    expect(await nameOf()).toBe("好.txt");
    open.openFile(file("", "空.txt"));
    expect(await open.answer()).toBe("unreadable");
    expect(open.current().opening.refusal).toMatch(/^空.txt：文件中没有文字/);
    // The user has been told, and the pane shows what is open.
    expect(await nameOf()).toBe("好.txt");
    expect(open.current().shown).toMatchObject({ name: "好.txt" });
  });

  it("is the workbook's again once that carries it, and somebody's own again with the first thing that is set right in it, or when a sync is taken back", async () => {
    open.openFile(file(county, "方案.txt"));
    opened(await open.answer()).noteCarried();
    expect(await open.answer()).toBe("nothing");
    expect(open.current()).toMatchObject({ isOwn: false, shown: { name: "方案.txt" } });
    open.noteCarried(false);
    expect(await nameOf()).toBe("方案.txt");
    open.noteCarried(true);
    open.correct((before) => ({ ...before, years: [2024, 2026] }));
    expect(opened(await open.answer()).plan.years).toEqual([2024, 2026]);
  });

  it("does not count as carried where another text was opened before the matrix was written", async () => {
    open.openFile(file(county, "先.txt"));
    const { noteCarried } = opened(await open.answer());
    open.openFile(file(other, "后.txt"));
    await open.answer();
    noteCarried();
    expect(await nameOf()).toBe("后.txt");
  });

  it("is a revision where somebody says so, of this text and no other", async () => {
    open.openPasted(county);
    await open.answer();
    open.takeAsRevision();
    open.correct((before) => ({ ...before, years: [2024, 2026] }));
    expect(opened(await open.answer()).isRevision).toBe(true);
    open.openPasted(other);
    expect(opened(await open.answer()).isRevision).toBe(false);
  });

  it("goes back to the workbook's when it was the wrong file", async () => {
    await generateMatrix(plan(), 2023, carried);
    await open.look();
    open.openPasted(other);
    await open.answer();
    await open.toWorkbooks();
    expect(await open.answer()).toBe("nothing");
    expect(open.current().shown).toMatchObject({ name: "阅读方案.docx" });
  });

  it("says why the workbook could not be asked, and asks again", async () => {
    await generateMatrix(plan(), 2023, carried);
    host.book.inCellEdit = true;
    await open.look();
    expect(open.current()).toMatchObject({
      shown: undefined,
      isLooking: false,
      failure: { code: "InvalidOperationInCellEditMode" },
    });
    host.book.inCellEdit = false;
    await open.look();
    await open.answer();
    expect(open.current()).toMatchObject({ failure: undefined, shown: { name: "阅读方案.docx" } });
  });

  describe("from the open workbook", () => {
    const head = ["序号", "重点任务", "牵头单位", "责任单位"];
    const table = [head, [1, "修路", "县交通局", "县财政局"], [2, "架桥", "县水利局", "县审计局"]];
    const fill = (rows: unknown[][], name = "任务分解"): Promise<void> =>
      host.Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        const there = worksheets.getItemOrNullObject(name);
        await context.sync();
        const sheet = there.isNullObject ? worksheets.add(name) : there;
        sheet.activate();
        sheet.getRangeByIndexes(0, 0, rows.length, rows[0]!.length).values = rows;
        sheet.getRange("A1").select();
        await context.sync();
      });
    const select = (address: string): Promise<void> =>
      host.Excel.run(async (context) => {
        context.workbook.worksheets.getItem("任务分解").getRange(address).select();
        await context.sync();
      });
    const titles = async (): Promise<string[]> => opened(await open.answer()).plan.tasks.map(({ title }) => title);

    it("is the sheet in front, by its name, with what was read", async () => {
      await fill(table);
      open.openTable();
      expect(await titles()).toEqual(["修路", "架桥"]);
      expect(open.current().shown).toMatchObject({
        name: "工作表“任务分解”",
        notes: [{ values: { address: "A1:D3", count: 3 } }],
      });
    });

    it("is asked for where a range is selected; until then nothing is open, and the ribbon leads to the question", async () => {
      await fill(table);
      await select("A1:D2");
      open.openTable();
      expect(await open.answer()).toBe("unreadable");
      const { choice } = open.current().opening;
      if (choice?.of !== "parts") throw new Error("not asked");
      expect(choice.parts.map(({ kind, address }) => [kind, address])).toEqual([
        ["selection", "A1:D2"],
        ["sheet", "A1:D3"],
      ]);
      open.openPart(choice.parts[0]!);
      expect(await titles()).toEqual(["修路"]);
      expect(open.current()).toMatchObject({ opening: {}, shown: { name: "工作表“任务分解”的 A1:D2" } });
    });

    it("is not asked for any more where the question was left", async () => {
      open.openFile(file(county, "好.txt"));
      await open.answer();
      await fill(table);
      await select("A1:D2");
      open.openTable();
      await open.answer();
      open.leaveChoice();
      expect(await nameOf()).toBe("好.txt");
    });

    it("is what was opened last, also where the button is pressed twice or a file comes in between", async () => {
      await fill(table);
      open.openTable();
      open.openTable();
      expect(await titles()).toEqual(["修路", "架桥"]);
      open.openTable();
      open.openFile(file(county, "后.txt"));
      expect(await nameOf()).toBe("后.txt");
    });

    it("stays as it was where the sheet is no plan's: made by the add-in, empty, or without heads and tasks", async () => {
      open.openFile(file(county, "好.txt"));
      opened(await open.answer());
      for (const [rows, name, refusal] of [
        [
          [
            ["预算", "金额"],
            ["差旅", 3000],
          ],
          "预算",
          /^工作表“预算”：没有找到“任务”“责任单位”“牵头单位”一类的表头，也没有读出写明单位的任务。未作任何改动。/,
        ],
        [[[""]], "空", /^工作表“空”是空的/],
        [[["看板"]], "看板", /^“看板”是本工具生成的工作表/],
      ] as const) {
        await fill(rows as unknown as unknown[][], name);
        open.openTable();
        expect(await open.answer()).toBe("unreadable");
        expect(open.current()).toMatchObject({
          opening: { refusal: expect.stringMatching(refusal) },
          shown: { name: "好.txt" },
        });
      }
    });

    it("is a plan's text in cells too, and says that no head was found", async () => {
      await fill(
        county
          .trim()
          .split("\n")
          .map((line) => [line]),
      );
      open.openTable();
      expect(opened(await open.answer()).plan.title).toBe("云溪县全民阅读实施方案（2024—2027年）");
      expect(open.current().shown!.notes.map(inChinese)[1]).toMatch(/^没有找到“任务”/);
    });

    it("is told of by its sheet's name where it has no title", async () => {
      await fill(table, "Sheet1");
      open.openTable();
      const { plan: read, origin } = opened(await open.answer());
      expect(read.title).toBe("");
      await generateMatrix(read, 2024, origin);
      open.openPasted(other);
      const { plan: another } = opened(await open.answer());
      expect(await previewSync(another)).toMatchObject({
        following: "工作表“Sheet1”",
        another: { following: "工作表“Sheet1”" },
      });
      expect(await previewSync(read)).toMatchObject({ inStep: true, following: "工作表“Sheet1”" });
    });

    it("is a revision when the sheet was edited and is read again, with what was set right before", async () => {
      const many = [...table, [3, "绿化", "县林业局", "县财政局"], [4, "治河", "县水利局", "县财政局"]];
      await fill(many);
      open.openTable();
      const first = opened(await open.answer());
      open.correct((before) => ({ ...before, years: [2024, 2026] }));
      const { plan: read, origin } = opened(await open.answer());
      await generateMatrix(read, 2024, origin);
      first.noteCarried();
      await fill([...many, [5, "建桥", "县交通局", "县审计局"]]);
      open.openTable();
      expect(await titles()).toEqual(["修路", "架桥", "绿化", "治河", "建桥"]);
      const again = opened(await open.answer());
      expect(again.plan.years).toEqual([2024, 2026]);
      const changes = (await previewSync(again.plan))!.changes.map(({ kind }) => kind);
      expect(changes).toContain("taskAdded");
    });
  });

  describe("from a file with several sheets", () => {
    const rows = (task: string): SheetContent["rows"] => [
      ["序号", "重点任务", "责任单位"],
      [1, task, "县交通局"],
    ];
    const book = async (sheets: Readonly<Record<string, SheetContent>>): Promise<File> =>
      Object.assign(new File([], "分解表.xlsx"), { arrayBuffer: async () => (await workbookFile(sheets)).buffer });
    const chosenNames = (): string[] =>
      open.current().shown!.book!.sheets.flatMap(({ name, isRead }) => (isRead ? [name] : []));
    const titles = async (): Promise<string[]> => opened(await open.answer()).plan.tasks.map(({ title }) => title);
    const asked = (): Extract<Choice, { of: "sheets" }> => {
      const { choice } = open.current().opening;
      if (choice?.of !== "sheets") throw new Error("not asked");
      return choice;
    };

    it("is what the user chooses of those that look like plans, and can be chosen anew", async () => {
      open.openFile(
        await book({ 说明: { rows: [["说明"]] }, 一季度: { rows: rows("修路") }, 二季度: { rows: rows("架桥") } }),
      );
      expect(await open.answer()).toBe("unreadable");
      expect(asked().book.sheets.map(({ name, rows: count, isRead }) => [name, count, isRead])).toEqual([
        ["说明", 1, false],
        ["一季度", 2, true],
        ["二季度", 2, true],
      ]);
      open.openSheets(asked(), ["二季度"]);
      expect(await titles()).toEqual(["架桥"]);
      expect(open.current().shown).toMatchObject({ name: "分解表.xlsx", saved: expect.any(String) });
      open.askSheets();
      expect(asked().book.sheets.map(({ isRead }) => isRead)).toEqual([false, false, true]);
      open.openSheets(asked(), ["一季度", "二季度"]);
      expect(await titles()).toEqual(["修路", "架桥"]);
      expect(chosenNames()).toEqual(["一季度", "二季度"]);
    });

    it("is read at once where one looks like a plan, and others can be chosen afterwards", async () => {
      open.openFile(await book({ 说明: { rows: [["说明"]] }, 一季度: { rows: rows("修路") } }));
      expect(await titles()).toEqual(["修路"]);
      expect(chosenNames()).toEqual(["一季度"]);
      open.openFile(await book({ 一季度: { rows: rows("修路") } }));
      await open.answer();
      expect(open.current().shown!.book).toBeUndefined();
    });
  });
});
