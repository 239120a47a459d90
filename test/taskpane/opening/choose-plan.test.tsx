import { workbookFile } from "../../documents/plan-files/workbook-file";
import { Pane } from "../pane";
import { act } from "react";

describe("a pane in which no plan is open", () => {
  let pane: Pane;
  beforeEach(async () => {
    localStorage.clear();
    pane = new Pane();
    await pane.openEmpty();
  });
  afterEach(() => pane.close());

  const pick = (name: string, text: string): Promise<void> => {
    const picker = pane.element.querySelector<HTMLInputElement>('input[type="file"]')!;
    Object.defineProperty(picker, "files", { value: [new File([text], name)], configurable: true });
    return act(async () => void picker.dispatchEvent(new window.Event("change", { bubbles: true })));
  };
  const pickBytes = (name: string, bytes: Uint8Array): Promise<void> => {
    const picker = pane.element.querySelector<HTMLInputElement>('input[type="file"]')!;
    Object.defineProperty(picker, "files", {
      value: [Object.assign(new File([], name), { arrayBuffer: async () => bytes.buffer })],
      configurable: true,
    });
    return act(async () => void picker.dispatchEvent(new window.Event("change", { bubbles: true })));
  };
  const county =
    "云溪县全民阅读实施方案（2024—2027年）\n一、重点任务\n1.办好读书月。每年举办读书活动10场以上。（牵头单位：县文化和旅游局）\n";

  it("says so at the start, and leads to opening one; the bundled plan is nowhere", async () => {
    await pane.until(() => pane.button("打开方案"));
    expect(pane.text).toContain("还没有打开方案");
    expect(pane.text).not.toContain("达拉特旗");
    await pane.click("打开方案");
    await pane.until(() => pane.button("打开方案…"));
    expect(pane.place).toEqual(["tab-plan"]);
    expect(pane.text).toContain("把方案文件拖到这里");
  });

  it("has the example for who asks for it", async () => {
    await pane.click(await pane.until(() => pane.button("用示例方案")));
    await pane.shown("读出 34 项任务、36 个单位、27 项指标");
    expect(pane.button("用示例方案")).toBeUndefined();
  });

  it.each(["generate", "sync"] as const)("has nothing to do on the part %s of 矩阵 but to open one", async (part) => {
    await pane.toPage("matrix", part);
    await pane.until(() => pane.button("打开方案"));
    expect(pane.button("生成责任矩阵")).toBeUndefined();
    await pane.click("打开方案");
    await pane.shown("把方案文件拖到这里");
  });

  it("takes a file and shows what was read", async () => {
    await pane.toPage("plan");
    await pick("阅读.txt", county);
    await pane.shown("当前方案：阅读.txt");
    expect(pane.place).toEqual(["tab-plan", "part-read"]);
  });

  it("says what is wrong with a file, also to who has left the page meanwhile", async () => {
    await pane.toPage("plan");
    await pick("空.txt", "");
    await pane.toPage("home");
    await pane.toPage("plan");
    await pane.shown("空.txt：文件中没有文字");
    expect(pane.button("打开方案…")).toBeDefined();
  });

  it("reads the sheet in front, and asks first where a range of it is selected", async () => {
    const { host } = pane;
    await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:C4").values = [
        ["某县任务分解表", "", ""],
        ["任务", "牵头单位", "责任单位"],
        ["修路", "县交通局", "县财政局"],
        ["架桥", "县水利局", "县财政局"],
      ];
      sheet.getRange("A2:C3").select();
      await context.sync();
    });
    await pane.toPage("plan");
    await pane.click("从表格读入");
    await pane.shown("读哪一部分？");
    expect(pane.button(/^选中的区域“Sheet1” A2:C3，2 行$/)).toBeDefined();
    await pane.click("取消");
    expect(pane.text).not.toContain("读哪一部分？");
    await pane.click("从表格读入");
    await pane.click(await pane.until(() => pane.button(/^当前工作表“Sheet1” A1:C4，4 行$/)));
    await pane.shown("当前方案：工作表“Sheet1”");
    expect(pane.text).toContain("读取了工作表“Sheet1”的 A1:C4，共 4 行；这张表没有改动。");
    expect(pane.all("h1")[0]!.textContent).toBe("某县任务分解表");
  });

  it("asks which sheets of a file are read, one at least", async () => {
    const rows = (task: string) => [
      ["序号", "重点任务", "责任单位"],
      [1, task, "县交通局"],
    ];
    await pane.toPage("plan");
    await pickBytes(
      "分解表.xlsx",
      await workbookFile({ 上半年: { rows: rows("修路") }, 下半年: { rows: rows("架桥") } }),
    );
    await pane.until(() => pane.button("全部读取"));
    const [first, second] = pane.all("input[type=checkbox]");
    await pane.click(first!);
    await pane.click(second!);
    expect(pane.button("读取选中的 0 个")!.getAttribute("aria-disabled")).toBe("true");
    await pane.click(second!);
    await pane.click("读取选中的 1 个");
    await pane.shown("按您的选择，读取的工作表：下半年。");
    await pane.click("改选工作表…");
    await pane.click(pane.all("input[type=checkbox]")[0]!);
    await pane.click("全部读取");
    await pane.shown("按您的选择，读取的工作表：上半年、下半年。");
  });

  it("takes what is pasted", async () => {
    await pane.toPage("plan");
    await pane.click("粘贴文字");
    await pane.paste(county);
    await pane.shown("云溪县全民阅读实施方案");
  });
});
