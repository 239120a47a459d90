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
  const county = "云溪县全民阅读实施方案（2024—2027年）\n一、重点任务\n1.办好读书月。每年举办读书活动10场以上。（牵头单位：县文化和旅游局）\n";

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

  it("takes what is pasted", async () => {
    await pane.toPage("plan");
    await pane.click("粘贴文字");
    await pane.paste(county);
    await pane.shown("云溪县全民阅读实施方案");
  });
});
