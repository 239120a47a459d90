import { Pane } from "./pane";

jest.mock("../../src/taskpane/download", () => ({ canDownload: () => true, download: () => undefined }));

describe("关于 and 自检 in the pane", () => {
  let pane: Pane;

  beforeEach(async () => {
    pane = new Pane();
    await pane.openEmpty();
    await pane.click(await pane.until(() => pane.button("关于")));
    await pane.until(() => pane.button("开始自检"));
  });
  afterEach(() => pane.close());

  async function runThrough(): Promise<void> {
    await pane.click("开始自检");
    for (let steps = 0; steps < 7; steps++) {
      const skip = await pane.until(() => pane.button("跳过"));
      await pane.click(skip);
      await pane.until(() => !skip.isConnected);
    }
    await pane.shown("自检做完：");
  }

  it.each<[string, unknown]>([
    ["refuses to be written to", { writeText: () => Promise.reject(new Error("NotAllowedError")) }],
    ["is not there, as in some web views on a Mac", undefined],
  ])("shows the record to be copied by hand where the clipboard %s", async (_, clipboard) => {
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: clipboard });
    pane.host.book.switches.add("noDownloads");
    await runThrough();
    await pane.click("复制为文本");
    await pane.shown("请在下面全选后复制");
    expect(pane.element.querySelector("textarea")!.value).toContain("责任矩阵 自检");
  });

  it("says beforehand what it does, asks step by step, lists what is striking first, and gives a record to copy", async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, "clipboard", {
      configurable: true,
      value: { writeText: async (text: string) => void copied.push(text) },
    });
    pane.host.book.switches.add("printerWithoutA3");
    expect(pane.text).toContain("会临时加两张工作表");
    await runThrough();
    expect(pane.text).toMatch(/不同 0，被拒绝 1，跳过 7/);
    expect(pane.all("li").find(({ textContent }) => textContent?.startsWith("被拒绝"))?.textContent).toContain("A3 纸");
    expect(pane.all('[aria-label="自检结果"] > li')[0]!.textContent).toContain("A3 纸");
    await pane.click("复制为文本");
    await pane.shown("已复制。");
    expect(copied[0]).toContain("责任矩阵 自检");
    expect(copied[0]).toContain("\tpaper\t");
    expect(pane.host.book.allSheets).toHaveLength(1);
  });

  it("does nothing where the workbook holds a matrix, and says where to do it", async () => {
    await pane.host.Excel.run(async (context) => {
      context.workbook.worksheets.add("责任矩阵");
      await context.sync();
    });
    await pane.click("开始自检");
    await pane.shown("自检不在这里做");
    expect(pane.host.book.allSheets).toHaveLength(2);
    await pane.click("返回首页");
    await pane.until(() => pane.all("ol > li").length > 0);
  });
});
