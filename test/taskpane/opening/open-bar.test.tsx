import { Pane } from "../pane";
import { act } from "react";
import { openPlanInPane } from "../../../src/documents/open-plan";

const county =
  "云溪县全民阅读实施方案（2024—2027年）\n一、重点任务\n1.办好读书月。每年举办读书活动10场以上。（牵头单位：县文化和旅游局）\n";

describe("another plan, with one open", () => {
  let pane: Pane;
  beforeEach(async () => {
    localStorage.clear();
    pane = new Pane();
    await pane.open();
    await pane.toPage("plan", "read");
  });
  afterEach(() => pane.close());

  /** A file that takes its time, like a long PDF. */
  async function pickSlow(name: string, text: string): Promise<() => void> {
    let finish = (): void => undefined;
    const bytes = new Promise<ArrayBuffer>(
      (resolve) => (finish = () => resolve(new Uint8Array(Buffer.from(text)).buffer)),
    );
    const file = Object.assign(new File([text], name), { arrayBuffer: () => bytes });
    const picker = pane.element.querySelector<HTMLInputElement>('input[type="file"]')!;
    Object.defineProperty(picker, "files", { value: [file], configurable: true });
    await act(async () => void picker.dispatchEvent(new window.Event("change", { bubbles: true })));
    return finish;
  }
  const answered = async (): Promise<unknown> => {
    const answer = await openPlanInPane();
    return typeof answer === "string" ? answer : answer.origin.name;
  };

  it("is what the ribbon makes when its button is pressed while the file is still being read, wherever the pane is by then", async () => {
    const finish = await pickSlow("阅读.txt", county);
    await pane.shown("正在读取 阅读.txt…");
    const answer = answered();
    await pane.toPage("home");
    await pane.shown("正在读取 阅读.txt…");
    finish();
    expect(await answer).toBe("阅读.txt");
    await pane.shown("读出 1 项任务");
  });

  it("leaves what is open where it cannot be read, and says so also to who has left the page meanwhile", async () => {
    const finish = await pickSlow("空.txt", " ");
    const answer = answered();
    await pane.toPage("home");
    finish();
    expect(await answer).toBe("unreadable");
    await pane.toPage("plan", "read");
    await pane.shown("空.txt：文件中没有文字");
    expect(pane.text).toContain("当前方案：示例方案");
    expect(await answered()).toBe("示例方案");
  });
});
