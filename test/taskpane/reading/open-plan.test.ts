import "../dom";
import { bundledText } from "../../../src/documents/bundled-text";
import type { OpenPlan, PaneAnswer } from "../../../src/documents/open-plan";
import { generateMatrix } from "../../../src/excel/generate";
import type { Host } from "../../../src/host/node";
import { noCorrections } from "../../../src/plan/corrections";
import { OpenPlanStore } from "../../../src/taskpane/reading/open-plan";
import { openWorkbook } from "../../excel/workbook";
import { plan } from "../../plans";

const county = "云溪县全民阅读实施方案（2024—2027年）\n一、重点任务\n1.办好读书月。每年举办读书活动10场以上。（牵头单位：县文化和旅游局）\n";
const other = "松河市排水防涝行动方案（2024—2026年）\n一、重点任务\n1.改造老旧管网。完成改造40公里。（牵头单位：市水务局）\n2.疏浚河道。（牵头单位：市水务局）\n";
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
  const opened = (answer: PaneAnswer): OpenPlan => {
    if (typeof answer === "string") throw new Error(answer);
    return answer;
  };
  const nameOf = async (): Promise<string> => opened(await open.answer()).reading.name;

  it("is none in an empty workbook, and never the bundled one unless somebody chooses it", async () => {
    await open.look();
    expect(await open.answer()).toBe("nothing");
    expect(open.current()).toMatchObject({ shown: undefined, isLooking: false, isOwn: false });
    open.openExample();
    const { plan: read, reading } = opened(await open.answer());
    expect([read.tasks.length, reading.source]).toEqual([34, bundledText]);
  });

  it("is the workbook's, which the ribbon takes from the workbook itself", async () => {
    await generateMatrix(plan(), 2023, carried);
    await open.look();
    expect(await open.answer()).toBe("nothing");
    expect(open.current().shown).toMatchObject({ name: "阅读方案.docx", plan: { title: "云溪县全民阅读实施方案（2024—2027年）" } });
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
    expect(opened(await answer).reading.name).toBe("后.txt");
    expect(open.current()).toMatchObject({ opening: {}, isReading: false });
  });

  it("stays as it was where a file cannot be read; who had asked for it meanwhile is told so", async () => {
    open.openFile(file(county, "好.txt"));
    expect(await nameOf()).toBe("好.txt");
    open.openFile(file("", "空.txt"));
    expect(await open.answer()).toBe("unreadable");
    expect(open.current().opening.refusal).toMatch(/^空.txt：文件中没有文字/);
    // It has been said, and the pane shows what is open.
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
    expect(open.current()).toMatchObject({ shown: undefined, isLooking: false, failure: { code: "InvalidOperationInCellEditMode" } });
    host.book.inCellEdit = false;
    await open.look();
    await open.answer();
    expect(open.current()).toMatchObject({ failure: undefined, shown: { name: "阅读方案.docx" } });
  });
});
