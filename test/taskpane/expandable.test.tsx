import { Pane } from "./pane";
import { Expandable } from "../../src/taskpane/expandable";

describe("a list in the pane", () => {
  let pane: Pane;
  beforeEach(() => {
    pane = new Pane();
  });
  afterEach(() => pane.close());

  const show = (count: number): Promise<void> =>
    pane.show(
      <Expandable
        items={Array.from({ length: count }, (_, index) => index)}
        render={(item) => <li key={item}>{item}</li>}
      />,
    );
  const shown = (): number => pane.all("li").length;

  it("shows all that fit into one more press at once, and the focus goes to the first of them", async () => {
    await show(70);
    expect(shown()).toBe(20);
    await pane.click("显示全部 70 条");
    expect([shown(), document.activeElement?.textContent]).toEqual([70, "20"]);
    expect(pane.button(/显示/)).toBeUndefined();
  });

  it("never draws thousands in one go", async () => {
    await show(3400);
    await pane.click("再显示 50 条（共 3400 条）");
    expect([shown(), document.activeElement?.textContent]).toEqual([70, "20"]);
    await pane.click("再显示 50 条（共 3400 条）");
    expect([shown(), document.activeElement?.textContent]).toEqual([120, "70"]);
  });
});
