import { withoutRadicals } from "../../src/plan/radicals";

describe("radicals that are printed for characters", () => {
  it.each([
    ["县⺠政局", "县民政局"],
    ["共⻘团⻘⼭县委员会", "共青团青山县委员会"],
    ["⻄部⻓⻔⻋⻚⻛⻜⻢⻥⻦", "西部长门车页风飞马鱼鸟"],
  ])("become them: %s", (printed, meant) => expect(withoutRadicals(printed)).toBe(meant));

  it("keep their number, so that places in the text stay", () => {
    const all = Array.from({ length: 0x2fd6 - 0x2e80 }, (_, k) => String.fromCharCode(0x2e80 + k)).join("");
    expect(withoutRadicals(all)).toHaveLength(all.length);
  });
});
