import { Pane } from "../pane";

describe("the page 生成", () => {
  let pane: Pane;
  const copied: string[] = [];

  beforeAll(() => {
    // jsdom has no clipboard.
    Object.defineProperty(navigator, "clipboard", {
      configurable: true,
      value: { writeText: async (text: string) => void copied.push(text) },
    });
  });
  beforeEach(async () => {
    pane = new Pane();
    copied.length = 0;
    await pane.open();
    await pane.toPage("matrix", "generate");
  });
  afterEach(() => pane.close());

  const sheetNames = (): string[] => pane.host.book.allSheets.map((sheet) => pane.host.book.sheetName(sheet));

  it("says beforehand what it will write", () => {
    expect(pane.text).toContain("34 项任务、37 列单位、27 项指标");
    expect(sheetNames()).not.toContain("责任矩阵");
  });

  it("generates, says what was done, and on a second time that nothing had to change", async () => {
    await pane.click("生成责任矩阵");
    await pane.shown("已生成责任矩阵");
    expect(pane.text).toContain("48 行、37 列单位。");
    expect(pane.text).not.toContain("保留了");
    expect(sheetNames()).toContain("责任矩阵");

    await pane.click("生成责任矩阵");
    await pane.shown("责任矩阵已更新");
    expect(pane.text).toContain("工作表与方案一致，没有需要改动的地方。");
  }, 60_000);

  it("takes no second click while it works", async () => {
    const { book } = pane.host;
    const button = pane.button("生成责任矩阵") as HTMLButtonElement;
    let release = (): void => undefined;
    // Keeps Excel busy with something else for a while.
    void book.inTurn(() => new Promise<void>((resolve) => (release = resolve)));
    await pane.click(button);
    await pane.shown("正在写入工作表…");
    // The button keeps the focus, and ignores presses.
    expect(button.getAttribute("aria-disabled")).toBe("true");
    await pane.click(button);
    expect(sheetNames()).not.toContain("责任矩阵");
    release();
    await pane.shown("已生成责任矩阵");
    expect(button.getAttribute("aria-disabled")).not.toBe("true");
  }, 60_000);

  it("leads to the sheet and to the page 检查", async () => {
    const { book } = pane.host;
    await pane.click("生成责任矩阵");
    await pane.shown("已生成责任矩阵");
    await pane.host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").activate();
      await context.sync();
    });
    expect(book.sheetName(book.activeSheet)).toBe("Sheet1");
    await pane.click("转到工作表");
    await pane.until(() => book.sheetName(book.activeSheet) === "责任矩阵");
    await pane.click("查看完成情况");
    await pane.until(() => pane.place.includes("part-overview"));
    expect(pane.place).toEqual(["tab-check", "part-overview"]);
  }, 60_000);

  it("says in Chinese what Excel refused, gives the details to copy, and does it when tried again", async () => {
    pane.host.book.faults.failRequest(pane.host.book.log.syncs, { kind: "refused", code: "AccessDenied" });
    await pane.click("生成责任矩阵");
    const [bar] = await pane.until(() => pane.all("[role=alert]").length > 0 && pane.all("[role=alert]"));
    expect(bar!.textContent).toContain(
      "没有完成工作表或工作簿受保护，或者是以只读方式打开的，不能写入。表中已填的内容没有改动。请在“审阅”中撤销保护，或点“启用编辑”、另存一份后再试。",
    );
    expect(bar!.textContent).not.toContain("AccessDenied");
    expect(sheetNames()).not.toContain("责任矩阵");
    await pane.click("复制详情");
    expect(copied).toEqual([expect.stringMatching(/^AccessDenied\n./)]);

    await pane.click("重试");
    await pane.shown("已生成责任矩阵");
    expect(pane.all("[role=alert]")).toEqual([]);
  }, 60_000);
});
